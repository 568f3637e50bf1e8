-- What servers choose and people say, the same as SQLite's. A place is the name
-- of a library: a server's, or somebody's own. IDs are Discord's; times are Unix
-- seconds, UTC.

CREATE TABLE preference (
	place      TEXT COLLATE "C" NOT NULL,
	name       TEXT COLLATE "C" NOT NULL,
	value      TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (place, name)
);

-- What people thought of an answer, one row for each of them. The question's
-- words are not here: they are in question, where its place keeps them at all.
CREATE TABLE vote (
	answer     TEXT COLLATE "C" NOT NULL,       -- the message
	person     TEXT COLLATE "C" NOT NULL,
	place      TEXT COLLATE "C" NOT NULL,
	at         BIGINT NOT NULL,
	helpful    BIGINT NOT NULL,                 -- 1 or 0
	outcome    TEXT COLLATE "C" NOT NULL,       -- "answered", or why not
	question   TEXT COLLATE "C" NOT NULL,       -- the event that asked, "" if unknown
	spans      TEXT COLLATE "C" NOT NULL,       -- what was quoted, parted by blanks
	reason     TEXT COLLATE "C" NOT NULL,       -- why it was no help, "" if not said
	PRIMARY KEY (answer, person)
);
CREATE INDEX vote_person ON vote (person);
CREATE INDEX vote_time ON vote (at);

-- Questions, of the places that have switched this on, until they are purged.
CREATE TABLE question (
	id         TEXT COLLATE "C" PRIMARY KEY,    -- the event that asked
	person     TEXT COLLATE "C" NOT NULL,
	place      TEXT COLLATE "C" NOT NULL,
	at         BIGINT NOT NULL,
	outcome    TEXT COLLATE "C" NOT NULL,
	words      TEXT COLLATE "C" NOT NULL
);
CREATE INDEX question_person ON question (person);
CREATE INDEX question_time ON question (at);

-- Events that a process has taken on, so that no other answers them again.
CREATE TABLE claim (
	id         TEXT COLLATE "C" PRIMARY KEY,
	at         BIGINT NOT NULL
);
CREATE INDEX claim_time ON claim (at);
