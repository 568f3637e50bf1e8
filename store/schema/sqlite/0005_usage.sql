-- What a model was asked for, and what it costs.

-- Tokens by day (UTC, 2006-01-02) and account: of everybody together ("all"),
-- of a server, of a person. Those of people are kept for two days only.
CREATE TABLE spending (
	day        TEXT    NOT NULL,
	kind       TEXT    NOT NULL,
	id         TEXT    NOT NULL,       -- of the server or the person in Discord
	calls      INTEGER NOT NULL,
	estimated  INTEGER NOT NULL,       -- calls whose tokens had to be guessed
	prompt     INTEGER NOT NULL,
	completion INTEGER NOT NULL,
	PRIMARY KEY (day, kind, id)
) WITHOUT ROWID;

-- Replies of models, by a digest of model and prompt, the passages in it
-- included: what is asked of a library that has changed is another prompt.
CREATE TABLE reply (
	place TEXT NOT NULL,               -- the place that asked, named like its library
	key   TEXT NOT NULL,
	day   TEXT NOT NULL,               -- when it came
	words TEXT NOT NULL,
	PRIMARY KEY (place, key)
) WITHOUT ROWID;
CREATE INDEX reply_day ON reply (day);
