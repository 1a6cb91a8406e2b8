"""The index's table of contents as Whoosh writes it, read without Whoosh: it says which segments there are.

Only its list of segments is unpickled, and of that nothing but numbers, words and sets.
"""

from __future__ import annotations

import io
import os
import pickle
import struct
from pathlib import Path
from typing import Any, NamedTuple

from aipolicy_index.engine.arrays import BrokenArrays

NAME = "MAIN"
"""Whoosh's name for the one index of a folder."""
_BEFORE, _BEHIND = f"_{NAME}_", ".toc"
_SIZES = (4, 8, 4)
"""Bytes of whole numbers, of long ones and of fractions on the machine that wrote it."""
_ORDER, _VERSION = -12345, -111
_CLASS = ("aipolicy_index.engine.codec", "ArraySegment")
_INT = struct.Struct("!i")


class StoredSegment(NamedTuple):
    """One segment: its file's name without the ending, its size, the numbers of its deleted documents."""

    name: str
    size: int
    deleted: frozenset[int]


class Contents(NamedTuple):
    """What one commit left."""

    generation: int
    segments: tuple[StoredSegment, ...]


class _Pickled:
    """What is unpickled in the place of a segment."""


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == _CLASS:
            return _Pickled
        raise pickle.UnpicklingError(f"{module}.{name}")


def latest_generation(folder: Path) -> int:
    """The number of the last commit; -1 where there is none."""
    with os.scandir(folder) as files:
        names = [file.name for file in files if file.name.startswith(_BEFORE) and file.name.endswith(_BEHIND)]
    numbers = (name[len(_BEFORE) : -len(_BEHIND)] for name in names)
    return max((int(number) for number in numbers if number.isdecimal()), default=-1)


def read_contents(folder: Path, generation: int) -> Contents:
    """What this commit left. BrokenArrays, or what unpickling raises, where the file is not whole."""
    with Path(folder, f"{_BEFORE}{generation}{_BEHIND}").open("rb") as file:
        data = io.BytesIO(file.read())
    if tuple(_varint(data) for _ in _SIZES) != _SIZES or (_int(data), _int(data)) != (_ORDER, _VERSION):
        raise BrokenArrays("version")
    for _ in range(3):  # Whoosh's own version
        _varint(data)
    data.seek(_varint(data), os.SEEK_CUR)  # the schema
    if _int(data) != generation:
        raise BrokenArrays("damaged")
    _int(data)  # not used by Whoosh either
    return Contents(generation, tuple(map(_segment, _Unpickler(data).load())))


def _segment(pickled: _Pickled) -> StoredSegment:
    values = vars(pickled)
    name = f"{values['indexname']}_{values['segid']}"
    if not name.isidentifier():
        raise BrokenArrays("damaged")
    return StoredSegment(name, int(values["_size"]), frozenset(values["_deleted"]))


def _int(data: io.BytesIO) -> int:
    found: int = _INT.unpack(data.read(_INT.size))[0]
    return found


def _varint(data: io.BytesIO) -> int:
    """Seven bits a byte, the low ones first; the eighth says that more follow."""
    number = shift = 0
    while True:
        (byte,) = data.read(1)
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number
        shift += 7
