-- Who has an event in hand, and until when by the database's clock, in Unix
-- milliseconds; 0 once it is dealt with, as all are that an earlier program
-- claims. One that nobody prolongs is somebody else's: tries counts those who
-- had it before.
ALTER TABLE claim ADD COLUMN owner TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN until BIGINT NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN tries BIGINT NOT NULL DEFAULT 0;

-- The gateway session of each shard, for whoever has the shard next: up to which
-- event everything has been dealt with, and when that was so.
CREATE TABLE handover (
	app     TEXT COLLATE "C" NOT NULL,
	size    BIGINT NOT NULL,
	number  BIGINT NOT NULL,
	session TEXT COLLATE "C" NOT NULL,
	address TEXT COLLATE "C" NOT NULL, -- where Discord wants it taken up, '' for anywhere
	seq     BIGINT NOT NULL,
	servers BIGINT NOT NULL,
	intents BIGINT NOT NULL,
	at      BIGINT NOT NULL,
	owner   TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (app, size, number)
);
