-- What was read is counted, and taken from all articles for what was not: few of a large archive are ever read.
CREATE INDEX article_read ON article (id) WHERE is_read;
