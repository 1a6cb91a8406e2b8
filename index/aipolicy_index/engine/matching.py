"""The postings of one term as Whoosh's own queries walk them."""

# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from typing import Any

import numpy as np
from whoosh.matching.mcore import LeafMatcher, ReadTooFar

from aipolicy_index.engine.postings import Postings


class ArrayMatcher(LeafMatcher):
    """Walks the arrays of one term; the whole list is one block."""

    def __init__(self, postings: Postings, at: int, format_: Any, scorer: Any, term: Any, info: Any) -> None:
        self._postings, self._at, self._info = postings, at, info
        self.format, self.scorer, self._term = format_, scorer, term
        docs, freqs = postings.run(at, at + 1)
        self._docs, self._freqs = docs, freqs
        self._position_ends = np.cumsum(freqs, dtype=np.int64)
        self._i = 0

    def is_active(self) -> bool:
        """Whether it stands on a posting."""
        return self._i < len(self._docs)

    def reset(self) -> None:
        """Back to the first posting."""
        self._i = 0

    def copy(self) -> ArrayMatcher:
        """Another one at the same place."""
        other = ArrayMatcher(self._postings, self._at, self.format, self.scorer, self._term, self._info)
        other._i = self._i
        return other

    def id(self) -> int:
        """The document."""
        return int(self._docs[self._i])

    def weight(self) -> float:
        """How often the term stands in it."""
        return float(self._freqs[self._i])

    def next(self) -> None:
        """On to the next posting."""
        if not self.is_active():
            raise ReadTooFar
        self._i += 1

    def skip_to(self, target: int) -> None:
        """On to the first document that is not before the target."""
        if not self.is_active():
            raise ReadTooFar
        self._i += int(np.searchsorted(self._docs[self._i :], target))

    def supports(self, astype: str) -> bool:
        """It knows positions, when the field keeps them."""
        return astype == "frequency" or (astype == "positions" and len(self._postings.position_starts) > 0)

    def value(self) -> bytes:
        """The posting as the field's format writes it."""
        return bytes(self.format.encode(self.value_as("positions")))

    def value_as(self, astype: str) -> Any:
        """The positions, or how many they are."""
        if astype != "positions":
            return int(self._freqs[self._i])
        end = int(self._position_ends[self._i])
        first = int(self._postings.position_starts[self._at])
        places = self._postings.positions[first + end - int(self._freqs[self._i]) : first + end]
        return (places - self._postings.bases[self.id()]).tolist()

    def all_ids(self) -> Any:
        """The documents from here on."""
        return iter(self._docs[self._i :].tolist())

    def max_quality(self) -> float:
        """The most that any posting can score."""
        return float(self.scorer.max_quality())

    def block_quality(self) -> float:
        """The same: all postings are one block."""
        return float(self.scorer.max_quality())

    def block_min_length(self) -> int:
        """The shortest field that the term stands in."""
        return int(self._info.min_length())

    def block_max_length(self) -> int:
        """The longest."""
        return int(self._info.max_length())

    def block_max_weight(self) -> float:
        """The most often that it stands in one."""
        return float(self._info.max_weight())

    def skip_to_quality(self, minquality: float) -> int:
        """Nothing is skipped while the block may still be good enough."""
        if self.block_quality() > minquality:
            return 0
        self._i = len(self._docs)
        return 1
