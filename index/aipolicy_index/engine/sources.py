"""What a segment is written from: postings of each field and one value a document, from memory or another segment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from aipolicy_index.engine import layout
from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.postings import Postings
from aipolicy_index.engine.segments import SegmentData

COLUMNS = ("ids", "days", "languages", "title_keys", "outlet_keys")
"""One value a document; the field lengths (`length/body`) come on top."""


@dataclass(frozen=True)
class Source:
    """Postings and columns of some documents, numbered from 0."""

    size: int
    """How many documents, the dropped ones included."""
    postings: Mapping[str, Postings]
    columns: dict[str, Array]
    lengths: dict[str, int]
    """The summed length of each field, in terms."""
    kept: Array | None = None
    """Which documents go into the new segment; None for all."""

    @classmethod
    def of(cls, data: SegmentData, kept: Array | None) -> Source:
        """A segment as something to merge."""
        columns = {name: data.column(name) for name in COLUMNS}
        columns |= {
            f"length/{field}": data.stored_lengths(field) for field in layout.POSITIONAL if field in data.postings
        }
        return cls(data.size, data.postings, columns, data.lengths, kept)


@dataclass
class Columns:
    """The values of documents as they are added."""

    ids: list[int] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    languages: list[int] = field(default_factory=list)
    title_keys: list[bytes] = field(default_factory=list)
    outlet_keys: list[bytes] = field(default_factory=list)

    def arrays(self) -> dict[str, Array]:
        """The columns as they are stored."""
        return {
            "ids": np.array(self.ids, np.int64),
            "days": np.array(self.days, np.int32),
            "languages": np.array(self.languages, np.uint8),
            "title_keys": np.array(self.title_keys, layout.TITLE_KEY),
            "outlet_keys": np.array(self.outlet_keys, layout.OUTLET_KEY),
        }
