"""Which file became which article, and whether a file has changed since."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Self

Digest = bytes
"""SHA-256 of a file's bytes."""


def digest_of(raw: bytes) -> Digest:
    """What tells contents apart."""
    import hashlib

    return hashlib.sha256(raw).digest()


class Signature(NamedTuple):
    """What changes when a file does, without reading it: size, modification and inode change time in nanoseconds."""

    size: int
    modified: int
    changed: int

    @classmethod
    def of(cls, path: Path) -> Self:
        """The signature of a file as it stands. OSError where there is none."""
        status = path.stat()
        return cls(status.st_size, status.st_mtime_ns, status.st_ctime_ns)

    def __str__(self) -> str:
        return f"{self.size}.{self.modified}.{self.changed}"


class Filed(StrEnum):
    """What became of a file that was handed in."""

    ADDED = "added"
    UPDATED = "updated"
    """The file had changed: its article keeps its id and what the reader did."""
    UNCHANGED = "unchanged"
    """The same content is in the library already."""


def path_key(path: Path) -> str:
    """The absolute path as text that SQLite can hold: bytes that are no UTF-8 are escaped, one to one."""
    return os.fsencode(path.absolute()).decode("utf-8", "backslashreplace")
