"""The library of articles behind aipolicy-tui: no screen, no terminal, usable from any Python program."""

__version__ = "0.1.0"
