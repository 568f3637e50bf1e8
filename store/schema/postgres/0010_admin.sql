-- What the admin page shows of all processes, the same as SQLite's. Days are of
-- UTC, 2006-01-02. Counts are written in batches, every few seconds.

-- How the questions of a day ended: answered, failed, or the reason why not. Kept
-- for a month.
CREATE TABLE outcome (
	day       TEXT COLLATE "C" NOT NULL,
	outcome   TEXT COLLATE "C" NOT NULL,
	questions BIGINT NOT NULL,
	PRIMARY KEY (day, outcome)
);

-- How many questions a server asked on a day; '' stands for direct messages. Kept
-- for two days.
CREATE TABLE activity (
	day       TEXT COLLATE "C" NOT NULL,
	server    TEXT COLLATE "C" NOT NULL,       -- Discord's ID
	questions BIGINT NOT NULL,
	PRIMARY KEY (day, server)
);

-- The processes that share the database, each with what it last said of itself.
-- Times are milliseconds of Unix time as the database has it.
CREATE TABLE presence (
	process TEXT COLLATE "C" PRIMARY KEY,
	seen    BIGINT NOT NULL,
	report  TEXT COLLATE "C" NOT NULL          -- JSON, see presence.go
);

-- What went wrong is found without looking at what did not.
CREATE INDEX job_failed ON job (ended) WHERE state = 'failed';
CREATE INDEX source_failing ON source (failures) WHERE failures > 0;
