"""How fast the search is, beside SQLite FTS5 and tantivy: `python -m bench.search --help`."""
