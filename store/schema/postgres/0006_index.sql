-- Indexes of the newest articles that are not in posting yet. Adding an article
-- would touch a page for each of its terms; those of many articles are appended
-- together instead, see pending.go. Questions read both.
CREATE TABLE pending (
	key   BIGINT PRIMARY KEY REFERENCES article (key), -- library << 32 | sequence
	terms BYTEA NOT NULL                               -- as in body.terms
);
