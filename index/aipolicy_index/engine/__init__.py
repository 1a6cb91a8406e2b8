"""The search index: what is indexed, how a query is answered, ranked, shown. `engine.index.SearchIndex` is its door."""
