-- Work on articles under way, feeds, and what is watched. Times are whole
-- milliseconds of Unix time, UTC, as the process that writes them has it.
-- A lease names the process that has a row in hand, and until when; past that
-- any other may take it.

-- One article to get: an address or a file. The id is made of library, kind and
-- source, so the same thing asked for twice is one job.
CREATE TABLE job (
	library  TEXT    NOT NULL,
	id       TEXT    NOT NULL,
	kind     TEXT    NOT NULL,         -- address, file, path
	source   TEXT    NOT NULL,         -- the address; the file's name; the path
	content  BLOB,                     -- of a file, until the job has ended
	machine  TEXT    NOT NULL,         -- where a path is, '' for anywhere
	feed     TEXT    NOT NULL,         -- the feed that brought it, '' for a person
	state    TEXT    NOT NULL,         -- waiting, running, done, failed, cancelled
	step     TEXT    NOT NULL,         -- how far it has come
	attempts INTEGER NOT NULL,
	due      INTEGER NOT NULL,
	owner    TEXT    NOT NULL,
	lease    INTEGER NOT NULL,
	asked    INTEGER NOT NULL,
	ended    INTEGER NOT NULL,
	outcome  TEXT    NOT NULL,         -- JSON, see jobs.go
	PRIMARY KEY (library, id)
) WITHOUT ROWID;
CREATE INDEX job_due ON job (due) WHERE state = 'waiting';
CREATE INDEX job_lease ON job (lease) WHERE state = 'running';

-- When the newest version of an article came, and whether it may leave again.
CREATE TABLE shelf (
	library TEXT    NOT NULL,
	article TEXT    NOT NULL,
	version INTEGER NOT NULL,
	came    INTEGER NOT NULL,
	feed    TEXT    NOT NULL,          -- the feed that brought it first, '' for a person
	etag    TEXT    NOT NULL,          -- the page's, to ask whether it has changed
	modified TEXT    NOT NULL,
	pinned  INTEGER NOT NULL,
	PRIMARY KEY (library, article)
) WITHOUT ROWID;
CREATE INDEX shelf_came ON shelf (library, came);

-- What is polled: one row an address, however many libraries follow it.
CREATE TABLE source (
	address  TEXT    NOT NULL PRIMARY KEY,
	etag     TEXT    NOT NULL,
	modified TEXT    NOT NULL,
	due      INTEGER NOT NULL,
	polled   INTEGER NOT NULL,         -- when it last answered
	quiet    INTEGER NOT NULL,         -- polls in a row that brought nothing new
	failures INTEGER NOT NULL,         -- polls in a row that failed
	problem  TEXT    NOT NULL,         -- of the last failure, a sentence
	owner    TEXT    NOT NULL,
	lease    INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX source_due ON source (due);

-- Who follows what.
CREATE TABLE feed (
	library TEXT    NOT NULL,
	id      TEXT    NOT NULL,
	address TEXT    NOT NULL,
	title   TEXT    NOT NULL,
	channel TEXT    NOT NULL,          -- where new articles are announced, '' nowhere
	word    TEXT    NOT NULL,          -- only articles with it, '' for all
	speaker TEXT    NOT NULL,          -- only articles that credit them, '' for all
	added   INTEGER NOT NULL,
	PRIMARY KEY (library, id)
) WITHOUT ROWID;
CREATE INDEX feed_address ON feed (address);

-- What a feed has shown us, so that each entry is taken once.
CREATE TABLE entry (
	library TEXT    NOT NULL,
	feed    TEXT    NOT NULL,
	id      TEXT    NOT NULL,          -- a digest of the entry's own identifier
	seen    INTEGER NOT NULL,
	PRIMARY KEY (library, feed, id)
) WITHOUT ROWID;

-- Whose new statements are sent where.
CREATE TABLE watch (
	library TEXT    NOT NULL,
	id      TEXT    NOT NULL,
	speaker TEXT    NOT NULL,
	channel TEXT    NOT NULL,          -- '' for a direct message
	person  TEXT    NOT NULL,          -- who asked for it
	since   INTEGER NOT NULL,          -- what came until then has been sent
	due     INTEGER NOT NULL,
	owner   TEXT    NOT NULL,
	lease   INTEGER NOT NULL,
	PRIMARY KEY (library, id)
) WITHOUT ROWID;
CREATE INDEX watch_due ON watch (due);
