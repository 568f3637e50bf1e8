-- What the admin page shows of all processes. Days are of
-- UTC, 2006-01-02. Counts are written in batches, every few seconds.

-- How the questions of a day ended: answered, failed, or the reason why not. Kept
-- for a month.
CREATE TABLE outcome (
	day       TEXT NOT NULL,
	outcome   TEXT NOT NULL,
	questions INTEGER NOT NULL,
	PRIMARY KEY (day, outcome)
) WITHOUT ROWID;

-- How many questions a server asked on a day; '' stands for direct messages. Kept
-- for two days.
CREATE TABLE activity (
	day       TEXT NOT NULL,
	server    TEXT NOT NULL,       -- Discord's ID
	questions INTEGER NOT NULL,
	PRIMARY KEY (day, server)
) WITHOUT ROWID;

-- The processes that share the database, each with what it last said of itself.
-- Times are milliseconds of Unix time as the database has it.
CREATE TABLE presence (
	process TEXT PRIMARY KEY,
	seen    INTEGER NOT NULL,
	report  TEXT NOT NULL          -- JSON, see presence.go
) WITHOUT ROWID;

-- What went wrong is found without looking at what did not.
CREATE INDEX job_failed ON job (ended) WHERE state = 'failed';
CREATE INDEX source_failing ON source (failures) WHERE failures > 0;
