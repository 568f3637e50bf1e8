-- The first schema, the same as SQLite's. Times are whole seconds of Unix time,
-- UTC; NULL is unknown. All text compares by its bytes (COLLATE "C"). Every hot
-- query names its library, so the keys begin with it: one server's question
-- touches only that server's pages.

CREATE TABLE library (
	id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	name       TEXT COLLATE "C" NOT NULL UNIQUE,
	version    BIGINT NOT NULL,                 -- grows with every write, for caches
	next       BIGINT NOT NULL,                 -- the sequence of the next article
	docs       BIGINT NOT NULL,                 -- citable paragraphs of newest versions
	length     BIGINT NOT NULL                  -- the sum of their lengths, in terms
);

-- One row a version. key is library << 32 | sequence.
CREATE TABLE article (
	key        BIGINT PRIMARY KEY,
	library    BIGINT NOT NULL REFERENCES library (id),
	id         TEXT COLLATE "C" NOT NULL,
	version    BIGINT NOT NULL,
	newest     BIGINT NOT NULL,                 -- 1 for the version that is searched
	title      TEXT COLLATE "C" NOT NULL,
	untitled   BIGINT NOT NULL,
	url        TEXT COLLATE "C" NOT NULL,
	outlet     TEXT COLLATE "C" NOT NULL,
	authors    TEXT COLLATE "C" NOT NULL,       -- a JSON list
	language   TEXT COLLATE "C" NOT NULL,
	published  BIGINT,
	hash       BYTEA NOT NULL,                  -- of all that is shown; tells whether words changed
	lengths    BYTEA NOT NULL,                  -- of paragraphs 0, 1, 2 … as variable-length integers
	UNIQUE (library, id, version)
);

-- What a list of articles does not need: kept apart so that lists stay small.
CREATE TABLE body (
	key        BIGINT PRIMARY KEY REFERENCES article (key),
	paragraphs TEXT COLLATE "C" NOT NULL,       -- JSON, see record.go
	reading    TEXT COLLATE "C" NOT NULL,       -- JSON, see record.go
	terms      BYTEA NOT NULL                   -- the article's own index, see codec.go
);

-- Who is credited by the newest version of an article.
CREATE TABLE credit (
	library    BIGINT NOT NULL,
	speaker    TEXT COLLATE "C" NOT NULL,
	key        BIGINT NOT NULL REFERENCES article (key),
	name       TEXT COLLATE "C" NOT NULL,
	role       TEXT COLLATE "C" NOT NULL,
	kind       TEXT COLLATE "C" NOT NULL,
	aliases    TEXT COLLATE "C" NOT NULL,       -- a JSON list
	direct     BIGINT NOT NULL,
	reported   BIGINT NOT NULL,
	PRIMARY KEY (library, speaker, key)
);
CREATE INDEX credit_key ON credit (key);

-- The index over newest versions: for each term and each run of 64 articles,
-- where it stands. See codec.go.
CREATE TABLE posting (
	library    BIGINT NOT NULL,
	term       TEXT COLLATE "C" NOT NULL,
	chunk      BIGINT NOT NULL,                 -- sequence >> 6
	data       BYTEA NOT NULL,
	PRIMARY KEY (library, term, chunk)
) WITH (fillfactor = 80); -- rows grow: room to do so in place

-- The last version of articles taken out, so that no version is used twice.
CREATE TABLE removed (
	library    BIGINT NOT NULL,
	id         TEXT COLLATE "C" NOT NULL,
	version    BIGINT NOT NULL,
	PRIMARY KEY (library, id)
);

CREATE TABLE setting (
	library    BIGINT NOT NULL,
	name       TEXT COLLATE "C" NOT NULL,
	value      TEXT COLLATE "C" NOT NULL,
	PRIMARY KEY (library, name)
);
