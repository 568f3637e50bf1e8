-- What a model was asked for, and what it costs, the same as SQLite's.

-- Tokens by day (UTC, 2006-01-02) and account: of everybody together ("all"),
-- of a server, of a person. Those of people are kept for two days only.
CREATE TABLE spending (
	day        TEXT COLLATE "C" NOT NULL,
	kind       TEXT COLLATE "C" NOT NULL,
	id         TEXT COLLATE "C" NOT NULL,       -- of the server or the person in Discord
	calls      BIGINT NOT NULL,
	estimated  BIGINT NOT NULL,                 -- calls whose tokens had to be guessed
	prompt     BIGINT NOT NULL,
	completion BIGINT NOT NULL,
	PRIMARY KEY (day, kind, id)
);

-- Replies of models, by a digest of model and prompt, the passages in it
-- included: what is asked of a library that has changed is another prompt.
CREATE TABLE reply (
	place TEXT COLLATE "C" NOT NULL,            -- the place that asked, named like its library
	key   TEXT COLLATE "C" NOT NULL,
	day   TEXT COLLATE "C" NOT NULL,            -- when it came
	words TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (place, key)
);
CREATE INDEX reply_day ON reply (day);
