"""The postings of one field in one segment, as plain arrays in the order of their terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import NamedTuple

import numpy as np

from aipolicy_index.engine.arrays import Array, ArrayFile

Ranges = list[tuple[int, int]]
"""Stretches of terms of one segment: `first` to `last`, the last not included."""
SATURATED = 255
"""A stored frequency of 255 means: look in the table of the larger ones."""


class Holders(NamedTuple):
    """The documents that hold something, ascending, each once, and how often they do."""

    docs: Array
    freqs: Array

    @property
    def copied(self) -> int:
        """The bytes that are not only a view of the mapped file."""
        return sum(each.nbytes for each in (self.docs, self.freqs) if each.base is None)


def ragged(starts: Array, lengths: Array) -> Array:
    """The indices of all stretches `start, start + 1, ...` of these lengths, one after the other."""
    if not len(lengths):
        return np.zeros(0, np.int64)
    ends = lengths.cumsum(dtype=np.int64)
    shift = starts.astype(np.int64)
    shift += lengths
    shift -= ends
    places = shift.repeat(lengths)
    places += np.arange(len(places))
    return places


@dataclass(frozen=True)
class Postings:
    """Where every term of a field stands. Term `i` owns postings `starts[i]:starts[i + 1]`, documents ascending."""

    lexicon: Array
    """Sorted bytes."""
    starts: Array
    docs: Array
    """Document numbers within the segment."""
    freqs: Array
    """How often, up to 255."""
    larger: Array
    """The postings with more than 254 occurrences, in order."""
    larger_freqs: Array
    position_starts: Array
    """Where the positions of each term begin; empty when the field keeps none."""
    positions: Array
    """Those of each term, ascending: places in all documents, as if they stood one behind the other."""
    bases: Array
    """The position at which each document begins, and the one behind the last; documents do not touch."""

    @classmethod
    def of(cls, arrays: ArrayFile, field: str) -> Postings | None:
        """The field's postings, None when the segment has none."""
        if f"{field}/lexicon" not in arrays:
            return None
        return cls(*(arrays[f"{field}/{part.name}"] for part in fields(cls)))

    def find(self, term: bytes) -> int:
        """The number of the term, -1 when it is not there."""
        if len(term) > self.lexicon.dtype.itemsize:
            return -1
        at = int(self.lexicon.searchsorted(np.array(term, self.lexicon.dtype)))
        return at if at < len(self.lexicon) and self.lexicon[at] == term else -1

    def find_all(self, terms: Sequence[bytes]) -> Array:
        """The number of each term, -1 for those that are not there."""
        if not len(self.lexicon):
            return np.full(len(terms), -1)
        width = self.lexicon.dtype.itemsize
        wanted = np.array(terms, f"S{max(width, max(map(len, terms), default=1))}")
        fitting = np.char.str_len(wanted) <= width if wanted.dtype.itemsize > width else np.ones(len(wanted), bool)
        wanted = wanted.astype(self.lexicon.dtype)
        at = np.minimum(np.searchsorted(self.lexicon, wanted), len(self.lexicon) - 1)
        found: Array = np.where(fitting & (self.lexicon[at] == wanted), at, -1)
        return found

    def beginning(self, prefix: bytes) -> tuple[int, int]:
        """The range of the terms that begin so."""
        width = self.lexicon.dtype.itemsize
        if len(prefix) > width:
            return 0, 0
        bounds = np.array([prefix, prefix + b"\xff" * (width - len(prefix))], self.lexicon.dtype)
        first = int(np.searchsorted(self.lexicon, bounds[0]))
        return first, int(np.searchsorted(self.lexicon, bounds[1], side="right"))

    def between(self, first: bytes, last: bytes) -> tuple[int, int]:
        """The range of the terms from `first` to `last`, both included."""
        width = self.lexicon.dtype.itemsize
        low = int(np.searchsorted(self.lexicon, np.array(first[:width], self.lexicon.dtype)))
        return low, int(np.searchsorted(self.lexicon, np.array(last[:width], self.lexicon.dtype), side="right"))

    def counts(self, first: int, last: int) -> Array:
        """In how many documents each of the terms `first:last` stands."""
        bounds = self.starts[first : last + 1].astype(np.int64)
        return bounds[1:] - bounds[:-1]

    def count(self, term: int) -> int:
        """In how many documents the term stands."""
        return int(self.starts[term + 1]) - int(self.starts[term])

    def run(self, first: int, last: int) -> tuple[Array, Array]:
        """Documents and frequencies of the terms `first:last`, term after term."""
        begin, end = int(self.starts[first]), int(self.starts[last])
        return self.docs[begin:end], self.frequencies(begin, end)

    def frequencies(self, begin: int, end: int) -> Array:
        """The frequencies of a run of postings, the large ones set right."""
        freqs = self.freqs[begin:end]
        if not len(self.larger):
            return freqs
        first, last = np.searchsorted(self.larger, (begin, end))
        if first == last:
            return freqs
        exact = freqs.astype(np.uint32)
        exact[self.larger[first:last] - begin] = self.larger_freqs[first:last]
        return exact

    def documents(self, term: int) -> Array:
        """The documents that hold a term."""
        return self.docs[int(self.starts[term]) : int(self.starts[term + 1])]

    def places(self, first: int, last: int) -> Array:
        """The positions of the terms `first:last`, ascending."""
        found = self.positions[int(self.position_starts[first]) : int(self.position_starts[last])]
        return found if last == first + 1 else np.sort(found)

    def owners(self, places: Array) -> Array:
        """The document of each position."""
        return np.asarray(self.bases.searchsorted(places, "right") - 1)

    def places_among(self, first: int, last: int, docs: Array) -> Array:
        """The positions of the terms `first:last` in some documents (ascending), ascending."""
        places = self.places(first, last)
        low, high = places.searchsorted(self.bases[docs]), places.searchsorted(self.bases[docs + 1])
        return places[ragged(low, high - low)]

    def occurrences(self, first: int, last: int, wanted: Array) -> Array:
        """`document << 32 | position in it` of the terms `first:last` in the wanted documents (ascending), sorted."""
        places = self.places_among(first, last, wanted)
        owners = self.owners(places)
        found: Array = (owners << 32) | (places - self.bases[owners])
        return found
