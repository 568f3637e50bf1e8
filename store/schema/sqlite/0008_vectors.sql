-- What the paragraphs of newest versions mean, as vectors of an embedding model.
-- The article's key comes after the library, so that the newest stand together.
-- An article without anything to embed has one empty row, of paragraph 0.
CREATE TABLE vector (
	library   INTEGER NOT NULL,
	key       INTEGER NOT NULL,
	paragraph INTEGER NOT NULL,
	model     TEXT    NOT NULL,
	data      BLOB    NOT NULL,        -- one byte a dimension, signed, see vectors.go
	PRIMARY KEY (library, key, paragraph, model)
) WITHOUT ROWID;
