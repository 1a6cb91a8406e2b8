"""How well the search finds what is meant, beside SQLite FTS5: `python -m bench.relevance`."""
