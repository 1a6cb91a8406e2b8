"""What the reader costs on a terminal, beside newsboat, less and Textual as it comes: `python -m bench.terminal`."""
