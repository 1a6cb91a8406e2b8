"""One segment as it is read: its arrays, each mapped when it is first looked at, and which documents are deleted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from aipolicy_index.engine import layout
from aipolicy_index.engine.arrays import Array, ArrayFile
from aipolicy_index.engine.postings import Postings

EXTENSION = ".arr"


def living(size: int, deleted: Collection[int]) -> Array | None:
    """Which of so many documents are not deleted, None when all."""
    if not deleted:
        return None
    alive = np.ones(size, bool)
    alive[list(deleted)] = False
    return alive


class FieldPostings(Mapping[str, Postings]):
    """The postings of the fields that a segment has, each mapped when it is first looked at."""

    def __init__(self, arrays: ArrayFile) -> None:
        self._arrays = arrays
        self._known: dict[str, Postings | None] = {}

    def __getitem__(self, field: str) -> Postings:
        if field not in self._known:
            self._known[field] = Postings.of(self._arrays, field)
        found = self._known[field]
        if found is None:
            raise KeyError(field)
        return found

    def get(self, field: str, default: Any = None) -> Any:
        """The postings of a field."""
        known = self._known.get(field)
        return known if known is not None else super().get(field, default)

    def __contains__(self, field: object) -> bool:
        return f"{field}/lexicon" in self._arrays

    def __iter__(self) -> Iterator[str]:
        return (field for field in layout.FIELDS if field in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class SegmentData:
    """The arrays of one segment; deletions are not among them."""

    def __init__(self, path: Path) -> None:
        self._arrays = ArrayFile(path)
        self.size: int = self._arrays.facts["size"]
        self.lengths: dict[str, int] = self._arrays.facts["lengths"]
        """The summed length of each field."""
        self.postings = FieldPostings(self._arrays)

    def column(self, name: str) -> Array:
        """One value a document."""
        return self._arrays[name]

    def stored_lengths(self, field: str) -> Array:
        """The field's length in each document, in Whoosh's one byte."""
        name = f"length/{field}"
        return self._arrays[name] if name in self._arrays else np.zeros(self.size, np.uint8)
