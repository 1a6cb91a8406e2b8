"""What is left of a crash: one short message on a terminal that works again."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from .charset import charset

_RESTORED = "\x1b[?2026l\x1b[m\x1b[r\x1b[?7h\x1b[?2004l\x1b[?1004l\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?1049l\x1b[?25h"


TerminalAttributes = list[int | list[bytes | int]]
"""What `termios.tcgetattr` returns."""


def restore_terminal(attributes: TerminalAttributes | None) -> None:
    """Give the terminal back as it was, whatever state it is in; for when the orderly way did not get that far.

    `attributes` are those of `termios.tcgetattr` from before the screen was opened.
    """
    import termios

    try:
        os.write(2, _RESTORED.encode())
        if attributes is not None:
            termios.tcsetattr(0, termios.TCSANOW, attributes)
    except (OSError, termios.error):
        return


def saved_attributes() -> TerminalAttributes | None:
    """The terminal's attributes now, None when standard input is no terminal."""
    import termios

    try:
        attributes: TerminalAttributes = termios.tcgetattr(0)
    except (OSError, termios.error):
        return None
    return attributes


def tell(message: str, *, wrapped: bool = False, stream: TextIO | None = None) -> None:
    """Write a sentence to standard error (or to `stream`), if there still is one, in letters that its terminal has.

    `wrapped`: on lines that end at a word; else on one line, so that a path in it can be copied.
    """
    from textwrap import fill

    text, out = message if charset().utf8 else charset().text(message), stream or sys.__stderr__
    try:
        if wrapped and out is not None and out.isatty():
            columns = os.get_terminal_size(out.fileno()).columns or 80
            text = fill(text, columns, break_long_words=False, break_on_hyphens=False)
        if out is not None:
            print(text, file=out)
    except OSError:
        return
