-- What the list's head counts, without reading every article.
CREATE INDEX article_unread ON article (id) WHERE NOT is_read;
CREATE INDEX article_starred ON article (id) WHERE is_starred;
