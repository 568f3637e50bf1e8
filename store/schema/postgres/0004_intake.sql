-- Work on articles under way, feeds, and what is watched. Times are whole
-- milliseconds of Unix time, UTC, as the process that writes them has it.
-- A lease names the process that has a row in hand, and until when; past that
-- any other may take it.

-- One article to get: an address or a file. The id is made of library, kind and
-- source, so the same thing asked for twice is one job.
CREATE TABLE job (
	library  TEXT COLLATE "C" NOT NULL,
	id       TEXT COLLATE "C" NOT NULL,
	kind     TEXT COLLATE "C" NOT NULL,         -- address, file, path
	source   TEXT COLLATE "C" NOT NULL,         -- the address; the file's name; the path
	content  BYTEA,                    -- of a file, until the job has ended
	machine  TEXT COLLATE "C" NOT NULL,         -- where a path is, '' for anywhere
	feed     TEXT COLLATE "C" NOT NULL,         -- the feed that brought it, '' for a person
	state    TEXT COLLATE "C" NOT NULL,         -- waiting, running, done, failed, cancelled
	step     TEXT COLLATE "C" NOT NULL,         -- how far it has come
	attempts BIGINT NOT NULL,
	due      BIGINT NOT NULL,
	owner    TEXT COLLATE "C" NOT NULL,
	lease    BIGINT NOT NULL,
	asked    BIGINT NOT NULL,
	ended    BIGINT NOT NULL,
	outcome  TEXT COLLATE "C" NOT NULL,         -- JSON, see jobs.go
	PRIMARY KEY (library, id)
);
CREATE INDEX job_due ON job (due) WHERE state = 'waiting';
CREATE INDEX job_lease ON job (lease) WHERE state = 'running';

-- When the newest version of an article came, and whether it may leave again.
CREATE TABLE shelf (
	library TEXT COLLATE "C" NOT NULL,
	article TEXT COLLATE "C" NOT NULL,
	version BIGINT NOT NULL,
	came    BIGINT NOT NULL,
	feed    TEXT COLLATE "C" NOT NULL,          -- the feed that brought it first, '' for a person
	etag    TEXT COLLATE "C" NOT NULL,          -- the page's, to ask whether it has changed
	modified TEXT COLLATE "C" NOT NULL,
	pinned  BIGINT NOT NULL,
	PRIMARY KEY (library, article)
);
CREATE INDEX shelf_came ON shelf (library, came);

-- What is polled: one row an address, however many libraries follow it.
CREATE TABLE source (
	address  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
	etag     TEXT COLLATE "C" NOT NULL,
	modified TEXT COLLATE "C" NOT NULL,
	due      BIGINT NOT NULL,
	polled   BIGINT NOT NULL,         -- when it last answered
	quiet    BIGINT NOT NULL,         -- polls in a row that brought nothing new
	failures BIGINT NOT NULL,         -- polls in a row that failed
	problem  TEXT COLLATE "C" NOT NULL,         -- of the last failure, a sentence
	owner    TEXT COLLATE "C" NOT NULL,
	lease    BIGINT NOT NULL
);
CREATE INDEX source_due ON source (due);

-- Who follows what.
CREATE TABLE feed (
	library TEXT COLLATE "C" NOT NULL,
	id      TEXT COLLATE "C" NOT NULL,
	address TEXT COLLATE "C" NOT NULL,
	title   TEXT COLLATE "C" NOT NULL,
	channel TEXT COLLATE "C" NOT NULL,          -- where new articles are announced, '' nowhere
	word    TEXT COLLATE "C" NOT NULL,          -- only articles with it, '' for all
	speaker TEXT COLLATE "C" NOT NULL,          -- only articles that credit them, '' for all
	added   BIGINT NOT NULL,
	PRIMARY KEY (library, id)
);
CREATE INDEX feed_address ON feed (address);

-- What a feed has shown us, so that each entry is taken once.
CREATE TABLE entry (
	library TEXT COLLATE "C" NOT NULL,
	feed    TEXT COLLATE "C" NOT NULL,
	id      TEXT COLLATE "C" NOT NULL,          -- a digest of the entry's own identifier
	seen    BIGINT NOT NULL,
	PRIMARY KEY (library, feed, id)
);

-- Whose new statements are sent where.
CREATE TABLE watch (
	library TEXT COLLATE "C" NOT NULL,
	id      TEXT COLLATE "C" NOT NULL,
	speaker TEXT COLLATE "C" NOT NULL,
	channel TEXT COLLATE "C" NOT NULL,          -- '' for a direct message
	person  TEXT COLLATE "C" NOT NULL,          -- who asked for it
	since   BIGINT NOT NULL,          -- what came until then has been sent
	due     BIGINT NOT NULL,
	owner   TEXT COLLATE "C" NOT NULL,
	lease   BIGINT NOT NULL,
	PRIMARY KEY (library, id)
);
CREATE INDEX watch_due ON watch (due);
