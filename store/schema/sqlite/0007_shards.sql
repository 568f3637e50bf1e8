-- Which process has which part of the gateway. Times are milliseconds of Unix
-- time as the database has it, so that processes need not agree on the time.

-- How many shards a bot's gateway is split into, and into how many it is about
-- to be; 0 when no change is under way.
CREATE TABLE gateway (
	app  TEXT PRIMARY KEY,
	size INTEGER NOT NULL,
	next INTEGER NOT NULL
) WITHOUT ROWID;

-- The processes that share a bot's shards, each until it is not heard from.
CREATE TABLE process (
	app   TEXT NOT NULL,
	id    TEXT NOT NULL,
	until INTEGER NOT NULL,
	PRIMARY KEY (app, id)
) WITHOUT ROWID;

-- Who holds a shard, of a gateway split into so many, and until when.
CREATE TABLE shard (
	app    TEXT NOT NULL,
	size   INTEGER NOT NULL,
	number INTEGER NOT NULL,
	owner  TEXT NOT NULL,
	until  INTEGER NOT NULL,
	ready  INTEGER NOT NULL,            -- 1 when Discord has greeted it
	PRIMARY KEY (app, size, number)
) WITHOUT ROWID;

-- When a session was last started: so many at a time are allowed.
CREATE TABLE identify (
	app    TEXT NOT NULL,
	bucket INTEGER NOT NULL,
	at     INTEGER NOT NULL,
	PRIMARY KEY (app, bucket)
) WITHOUT ROWID;
