"""Copies at the end of a file of the reader's."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from aipolicy_index.errors import AipolicyError, system_reason

LAST_FILE = "copies"
"""Under this key the library remembers the file of the last time."""


class NotWritten(AipolicyError):
    """A file that takes no copy: `path`, `reason`."""

    code = "read.not_written"


def put_at_end(named: str, copied: str) -> str:
    """Put a copy at the end of a file, which is made if there is none, with one empty line before it. The file as it
    can be named from any folder. NotWritten."""
    path = Path(named.strip("\"'")).expanduser() if named else Path()
    try:
        with path.open("a+b") as file:
            file.write(_between(file) + copied.encode())
        return _named_from_anywhere(path)
    except (OSError, ValueError, RuntimeError) as error:
        reason = system_reason(error) if isinstance(error, OSError) else str(error)
        raise NotWritten(path=path, reason=reason) from error


def _between(file: BinaryIO) -> bytes:
    """The line ends that part a copy from what stands in the file, whichever way that ends."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - 4))
    tail = file.read().replace(b"\r\n", b"\n")
    line_ends = len(tail) - len(tail.rstrip(b"\n"))
    return b"\n" * max(0, 2 - line_ends) if size else b""


def _named_from_anywhere(path: Path) -> str:
    whole = path.absolute()
    return f"~/{whole.relative_to(Path.home())}" if whole.is_relative_to(Path.home()) else str(whole)
