-- What the paragraphs of newest versions mean, as vectors of an embedding model,
-- the same as SQLite's. An article without anything to embed has one empty row,
-- of paragraph 0.
CREATE TABLE vector (
	library   BIGINT NOT NULL,
	key       BIGINT NOT NULL,
	paragraph BIGINT NOT NULL,
	model     TEXT COLLATE "C" NOT NULL,
	data      BYTEA NOT NULL,          -- one byte a dimension, signed, see vectors.go
	PRIMARY KEY (library, key, paragraph, model)
);
