-- What servers choose and people say. A place is the name of a library: a
-- server's, or somebody's own. IDs are Discord's; times are Unix seconds, UTC.

CREATE TABLE preference (
	place TEXT NOT NULL,
	name  TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (place, name)
) WITHOUT ROWID;

-- What people thought of an answer, one row for each of them. The question's
-- words are not here: they are in question, where its place keeps them at all.
CREATE TABLE vote (
	answer   TEXT    NOT NULL,         -- the message
	person   TEXT    NOT NULL,
	place    TEXT    NOT NULL,
	at       INTEGER NOT NULL,
	helpful  INTEGER NOT NULL,         -- 1 or 0
	outcome  TEXT    NOT NULL,         -- "answered", or why not
	question TEXT    NOT NULL,         -- the event that asked, "" if unknown
	spans    TEXT    NOT NULL,         -- what was quoted, parted by blanks
	reason   TEXT    NOT NULL,         -- why it was no help, "" if not said
	PRIMARY KEY (answer, person)
) WITHOUT ROWID;
CREATE INDEX vote_person ON vote (person);
CREATE INDEX vote_time ON vote (at);

-- Questions, of the places that have switched this on, until they are purged.
CREATE TABLE question (
	id      TEXT    PRIMARY KEY,       -- the event that asked
	person  TEXT    NOT NULL,
	place   TEXT    NOT NULL,
	at      INTEGER NOT NULL,
	outcome TEXT    NOT NULL,
	words   TEXT    NOT NULL
) WITHOUT ROWID;
CREATE INDEX question_person ON question (person);
CREATE INDEX question_time ON question (at);

-- Events that a process has taken on, so that no other answers them again.
CREATE TABLE claim (
	id TEXT    PRIMARY KEY,
	at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX claim_time ON claim (at);
