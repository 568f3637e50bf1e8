-- Who has an event in hand, and until when by the database's clock, in Unix
-- milliseconds; 0 once it is dealt with, as all are that an earlier program
-- claims. One that nobody prolongs is somebody else's: tries counts those who
-- had it before.
ALTER TABLE claim ADD COLUMN owner TEXT NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN until INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;

-- The gateway session of each shard, for whoever has the shard next: up to which
-- event everything has been dealt with, and when that was so.
CREATE TABLE handover (
	app     TEXT    NOT NULL,
	size    INTEGER NOT NULL,
	number  INTEGER NOT NULL,
	session TEXT    NOT NULL,
	address TEXT    NOT NULL,       -- where Discord wants it taken up, '' for anywhere
	seq     INTEGER NOT NULL,
	servers INTEGER NOT NULL,
	intents INTEGER NOT NULL,
	at      INTEGER NOT NULL,
	owner   TEXT    NOT NULL,
	PRIMARY KEY (app, size, number)
) WITHOUT ROWID;
