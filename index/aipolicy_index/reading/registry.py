"""Which module reads which ending. A new format is one new module in `formats`, with `ENDINGS` and `read`."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, cast

from aipolicy_index.reading import formats
from aipolicy_index.reading.page import RawPage


class Reader(Protocol):
    """A module of `formats`; what it needs from other libraries, it imports when it reads."""

    ENDINGS: tuple[str, ...]
    """File endings in lower case, with their point."""

    def read(self, raw: bytes, path: Path) -> RawPage:
        """The page in the file's bytes. Raises UnreadableFile; `path` is for its message."""


@cache
def readers() -> Mapping[str, Reader]:
    """The reader of each known ending."""
    modules = [import_module(f"{formats.__name__}.{found.name}") for found in pkgutil.iter_modules(formats.__path__)]
    return MappingProxyType({ending: cast("Reader", module) for module in modules for ending in module.ENDINGS})


def known_endings() -> frozenset[str]:
    """The endings of the files that can be read, in lower case, with their point."""
    return frozenset(readers())
