-- Which process has which part of the gateway. Times are milliseconds of Unix
-- time as the database has it, so that processes need not agree on the time.

-- How many shards a bot's gateway is split into, and into how many it is about
-- to be; 0 when no change is under way.
CREATE TABLE gateway (
	app  TEXT COLLATE "C" PRIMARY KEY,
	size BIGINT NOT NULL,
	next BIGINT NOT NULL
);

-- The processes that share a bot's shards, each until it is not heard from.
CREATE TABLE process (
	app   TEXT COLLATE "C" NOT NULL,
	id    TEXT COLLATE "C" NOT NULL,
	until BIGINT NOT NULL,
	PRIMARY KEY (app, id)
);

-- Who holds a shard, of a gateway split into so many, and until when.
CREATE TABLE shard (
	app    TEXT COLLATE "C" NOT NULL,
	size   BIGINT NOT NULL,
	number BIGINT NOT NULL,
	owner  TEXT COLLATE "C" NOT NULL,
	until  BIGINT NOT NULL,
	ready  BIGINT NOT NULL,            -- 1 when Discord has greeted it
	PRIMARY KEY (app, size, number)
);

-- When a session was last started: so many at a time are allowed.
CREATE TABLE identify (
	app    TEXT COLLATE "C" NOT NULL,
	bucket BIGINT NOT NULL,
	at     BIGINT NOT NULL,
	PRIMARY KEY (app, bucket)
);
