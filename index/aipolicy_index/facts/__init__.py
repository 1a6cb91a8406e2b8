"""Article -> key facts: one module a kind, one `extract` that runs them in order."""
