"""The headless twin of the reader: one module a command. Data on standard output, narration on standard error."""

from aipolicy_tui.cli.group import main

__all__ = ["main"]
