"""One file of named arrays: written once, then memory-mapped, so that every process that reads it shares its pages."""

from __future__ import annotations

import json
import mmap
import os
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
MAGIC = b"AIPX"
FORMAT = 2
"""Raised with every change of what a segment holds; an index of another format is rebuilt."""
_ALIGNMENT = 64
_TAIL = 20
_IN_MEMORY = 1 << 22


class BrokenArrays(Exception):
    """The file is not whole, or not of this format: `reason`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _Stream:
    """The pieces of one array, in memory or in a file that nobody sees."""

    def __init__(self, dtype: np.dtype[Any], folder: Path) -> None:
        from tempfile import SpooledTemporaryFile

        self.dtype = dtype
        self.file: IO[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY, dir=str(folder))  # noqa: SIM115
        self.length = 0


class ArrayWriter:
    """Collects arrays by name, each in as many pieces as it comes in, and writes them as one file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.streams: dict[str, _Stream] = {}

    def append(self, name: str, piece: Array) -> None:
        """Adds a piece to the array of this name; all its pieces must have one type."""
        stream = self.streams.get(name)
        if stream is None:
            stream = self.streams[name] = _Stream(piece.dtype, self.path.parent)
        assert stream.dtype == piece.dtype, (name, stream.dtype, piece.dtype)
        stream.file.write(np.ascontiguousarray(piece).data.cast("B") if piece.size else b"")
        stream.length += len(piece)

    def finish(self, facts: Mapping[str, Any]) -> None:
        """Writes the file: the arrays, then a directory of them with `facts`, then where the directory stands."""
        directory: dict[str, list[Any]] = {}
        with self.path.open("wb") as out:
            out.write(MAGIC)
            for name, stream in self.streams.items():
                out.write(b"\0" * (-out.tell() % _ALIGNMENT))
                directory[name] = [out.tell(), stream.length, stream.dtype.str]
                stream.file.seek(0)
                while piece := stream.file.read(1 << 20):
                    out.write(piece)
                stream.file.close()
            table = json.dumps({"format": FORMAT, "arrays": directory, "facts": dict(facts)}).encode()
            start = out.tell()
            out.write(table)
            out.write(start.to_bytes(8, "little") + len(table).to_bytes(4, "little"))
            out.write(zlib.crc32(table).to_bytes(4, "little") + MAGIC)
            out.flush()
            os.fsync(out.fileno())
        self.streams.clear()

    def close(self) -> None:
        """Drops what was not finished."""
        for stream in self.streams.values():
            stream.file.close()
        self.streams.clear()


class ArrayFile:
    """The arrays of one file, mapped: reading one touches only its pages."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size < _TAIL + len(MAGIC):
                raise BrokenArrays("truncated")
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        tail = self._map[-_TAIL:]
        start, length = int.from_bytes(tail[:8], "little"), int.from_bytes(tail[8:12], "little")
        if tail[16:] != MAGIC or self._map[:4] != MAGIC or start + length + _TAIL != size:
            raise BrokenArrays("truncated")
        table = self._map[start : start + length]
        if zlib.crc32(table) != int.from_bytes(tail[12:16], "little"):
            raise BrokenArrays("damaged")
        directory = json.loads(table)
        if directory["format"] != FORMAT:
            raise BrokenArrays("version")
        self.facts: dict[str, Any] = directory["facts"]
        self._directory: dict[str, list[Any]] = directory["arrays"]

    def __contains__(self, name: str) -> bool:
        return name in self._directory

    def __getitem__(self, name: str) -> Array:
        start, length, dtype = self._directory[name]
        return np.frombuffer(self._map, dtype=dtype, count=length, offset=start) if length else np.zeros(0, dtype)
