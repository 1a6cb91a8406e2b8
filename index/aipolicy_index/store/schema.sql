-- The tables of library.sqlite, version 1.
CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,      -- never reused
    digest BLOB NOT NULL UNIQUE,               -- SHA-256 of the file's bytes: same content, same article
    display_title TEXT NOT NULL,
    title_key TEXT NOT NULL,                   -- folded, to sort by
    title_derived INTEGER NOT NULL,
    outlet TEXT,
    outlet_key TEXT NOT NULL,                  -- folded, to sort and filter by
    published TEXT,                            -- ISO 8601 day
    published_from TEXT,                       -- how it was found
    language TEXT NOT NULL,
    facts_version INTEGER NOT NULL DEFAULT 0,  -- 0: not extracted yet
    is_read INTEGER NOT NULL DEFAULT 0,
    is_starred INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0        -- first character on top of the text pane
);
CREATE INDEX article_by_date ON article (published, id);
CREATE INDEX article_without_facts ON article (facts_version);

CREATE TABLE content (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    record TEXT NOT NULL                       -- the article as JSON: text, masthead, zones, links
);
CREATE TABLE facts (
    article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    records BLOB NOT NULL                      -- zlib of a JSON list
);
CREATE TABLE source (
    path TEXT PRIMARY KEY,                     -- absolute; undecodable bytes escaped
    article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    signature TEXT NOT NULL                    -- size, modification and change time: equal means unchanged
);
CREATE INDEX source_by_article ON source (article);

-- What the search index has not been told yet; written in the transaction that makes it necessary.
CREATE TABLE unindexed (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL
);
CREATE TABLE memory (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
