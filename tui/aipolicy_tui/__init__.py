"""The command line and the terminal reader of aipolicy-tui."""
