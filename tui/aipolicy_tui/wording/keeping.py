"""Copies at the end of a file of the reader's."""

from __future__ import annotations

from pathlib import Path

from aipolicy_index.errors import AipolicyError, system_reason

LAST_FILE = "copies"
"""Under this key the library remembers the file of the last time."""


class NotWritten(AipolicyError):
    """A file that takes no copy: `path`, `reason`."""

    code = "read.not_written"


def put_at_end(named: str, copied: str) -> Path:
    """Put a copy at the end of a file, which is made if there is none, with an empty line before it. NotWritten."""
    path = Path(named.strip("\"'")).expanduser() if named else Path()
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(("\n" if file.tell() else "") + copied)
    except (OSError, ValueError, RuntimeError) as error:
        reason = system_reason(error) if isinstance(error, OSError) else str(error)
        raise NotWritten(path=path, reason=reason) from error
    return path
