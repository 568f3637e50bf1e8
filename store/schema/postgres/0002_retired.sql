-- How often an article was taken out of a library's index. While it stays,
-- a library has only grown, and what was summed up needs only what is new.
ALTER TABLE library ADD COLUMN retired BIGINT NOT NULL DEFAULT 0;
