-- The first schema. Times are whole seconds of Unix time, UTC; NULL is unknown.
-- Identifiers compare by their bytes. Every hot query names its library, so the
-- keys begin with it: one server's question touches only that server's pages.

CREATE TABLE library (
	id      INTEGER PRIMARY KEY,
	name    TEXT    NOT NULL UNIQUE,
	version INTEGER NOT NULL,          -- grows with every write, for caches
	next    INTEGER NOT NULL,          -- the sequence of the next article
	docs    INTEGER NOT NULL,          -- citable paragraphs of newest versions
	length  INTEGER NOT NULL           -- the sum of their lengths, in terms
);

-- One row a version. key is library << 32 | sequence.
CREATE TABLE article (
	key       INTEGER PRIMARY KEY,
	library   INTEGER NOT NULL REFERENCES library (id),
	id        TEXT    NOT NULL,
	version   INTEGER NOT NULL,
	newest    INTEGER NOT NULL,        -- 1 for the version that is searched
	title     TEXT    NOT NULL,
	untitled  INTEGER NOT NULL,
	url       TEXT    NOT NULL,
	outlet    TEXT    NOT NULL,
	authors   TEXT    NOT NULL,        -- a JSON list
	language  TEXT    NOT NULL,
	published INTEGER,
	hash      BLOB    NOT NULL,        -- of all that is shown; tells whether words changed
	lengths   BLOB    NOT NULL,        -- of paragraphs 0, 1, 2 … as variable-length integers
	UNIQUE (library, id, version)
);

-- What a list of articles does not need: kept apart so that lists stay small.
CREATE TABLE body (
	key        INTEGER PRIMARY KEY REFERENCES article (key),
	paragraphs TEXT NOT NULL,          -- JSON, see record.go
	reading    TEXT NOT NULL,          -- JSON, see record.go
	terms      BLOB NOT NULL           -- the article's own index, see codec.go
);

-- Who is credited by the newest version of an article.
CREATE TABLE credit (
	library  INTEGER NOT NULL,
	speaker  TEXT    NOT NULL,
	key      INTEGER NOT NULL REFERENCES article (key),
	name     TEXT    NOT NULL,
	role     TEXT    NOT NULL,
	kind     TEXT    NOT NULL,
	aliases  TEXT    NOT NULL,         -- a JSON list
	direct   INTEGER NOT NULL,
	reported INTEGER NOT NULL,
	PRIMARY KEY (library, speaker, key)
) WITHOUT ROWID;
CREATE INDEX credit_key ON credit (key);

-- The index over newest versions: for each term and each run of 64 articles,
-- where it stands. See codec.go.
CREATE TABLE posting (
	library INTEGER NOT NULL,
	term    TEXT    NOT NULL,
	chunk   INTEGER NOT NULL,          -- sequence >> 6
	data    BLOB    NOT NULL,
	PRIMARY KEY (library, term, chunk)
) WITHOUT ROWID;

-- The last version of articles taken out, so that no version is used twice.
CREATE TABLE removed (
	library INTEGER NOT NULL,
	id      TEXT    NOT NULL,
	version INTEGER NOT NULL,
	PRIMARY KEY (library, id)
) WITHOUT ROWID;

CREATE TABLE setting (
	library INTEGER NOT NULL,
	name    TEXT    NOT NULL,
	value   TEXT    NOT NULL,
	PRIMARY KEY (library, name)
) WITHOUT ROWID;
