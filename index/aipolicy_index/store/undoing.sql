-- What the reader did, to be undone; of an article that was removed, the article itself.
CREATE TABLE deed (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,                        -- a value of deeds.DeedKind
    article INTEGER NOT NULL,
    title TEXT NOT NULL,
    tag TEXT NOT NULL,
    done_at INTEGER NOT NULL,                  -- seconds since 1970; forgotten some days later
    digest BLOB,                               -- of a removed article: added again, it is the same one
    taken BLOB                                 -- of a removed article: its rows in all tables, zlib of JSON
);
CREATE INDEX deed_by_time ON deed (done_at);
CREATE INDEX deed_removed ON deed (digest) WHERE digest IS NOT NULL;
