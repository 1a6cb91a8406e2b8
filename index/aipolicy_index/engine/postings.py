"""The postings of one field in one segment, as plain arrays in the order of their terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from aipolicy_index.engine.arrays import Array, ArrayFile

SATURATED = 255
"""A stored frequency of 255 means: look in the table of the larger ones."""


def ragged(starts: Array, lengths: Array) -> Array:
    """The indices of all stretches `start, start + 1, ...` of these lengths, one after the other."""
    total = int(lengths.sum())
    if total == 0:
        return np.zeros(0, np.int64)
    ends = np.cumsum(lengths, dtype=np.int64)
    shift = np.repeat(starts.astype(np.int64) - (ends - lengths), lengths)
    return shift + np.arange(total, dtype=np.int64)


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

    @classmethod
    def of(cls, arrays: ArrayFile, field: str) -> Postings | None:
        """The field's postings, None when the segment has none."""
        if f"{field}/lexicon" not in arrays:
            return None
        parts = ("lexicon", "starts", "docs", "freqs", "larger", "larger_freqs", "position_starts", "positions")
        return cls(*(arrays[f"{field}/{part}"] for part in parts))

    def find(self, term: bytes) -> int:
        """The number of the term, -1 when it is not there."""
        if len(term) > self.lexicon.dtype.itemsize:
            return -1
        at = int(np.searchsorted(self.lexicon, np.array(term, self.lexicon.dtype)))
        return at if at < len(self.lexicon) and self.lexicon[at] == term else -1

    def find_all(self, terms: Sequence[bytes]) -> Array:
        """The number of each term, -1 for those that are not there."""
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

    def occurrences(self, first: int, last: int, wanted: Array) -> Array:
        """`document << 32 | position` of the terms `first:last` in the wanted documents (which ascend), sorted."""
        docs, freqs = self.run(first, last)
        ends = np.cumsum(freqs, dtype=np.int64)
        kept = self._among(docs, wanted, ascending=last == first + 1)
        docs, freqs = docs[kept], freqs[kept].astype(np.int64)
        places = self.positions[ragged(int(self.position_starts[first]) + ends[kept] - freqs, freqs)]
        found: Array = (np.repeat(docs.astype(np.int64), freqs) << 32) | places
        return found if last == first + 1 else np.sort(found)

    def in_order(self, terms: Sequence[int], wanted: Array) -> Array:
        """Those of the wanted documents, which all have the terms, where the terms follow each other directly."""
        stretches = [self._stretches(term, wanted) for term in terms]
        rarest = min(range(len(terms)), key=lambda at: int((stretches[at][1] - stretches[at][0]).sum()))
        starts, ends = stretches[rarest]
        document = np.repeat(np.arange(len(wanted)), ends - starts)
        place = self.positions[ragged(starts, ends - starts)].astype(np.int64) - rarest
        for offset, (first, last) in enumerate(stretches):
            if offset != rarest and len(document):
                held = self._hold(first[document], last[document], place + offset)
                document, place = document[held], place[held]
        return wanted[np.unique(document)]

    def _stretches(self, term: int, wanted: Array) -> tuple[Array, Array]:
        """Where the positions of a term begin and end in each of the wanted documents, which all have it."""
        docs, freqs = self.run(term, term + 1)
        ends = np.cumsum(freqs, dtype=np.int64) + int(self.position_starts[term])
        at = self._among(docs, wanted, ascending=True)
        return ends[at] - freqs[at], ends[at]

    def _hold(self, first: Array, last: Array, wanted: Array) -> Array:
        """Whether each stretch `first:last` of positions has the position wanted of it: all are halved at once."""
        end = last
        while (first < last).any():
            middle = (first + last) >> 1
            before = (self.positions[np.minimum(middle, len(self.positions) - 1)] < wanted) & (first < last)
            first, last = np.where(before, middle + 1, first), np.where(before, last, middle)
        held: Array = (first < end) & (self.positions[np.minimum(first, len(self.positions) - 1)] == wanted)
        return held

    @staticmethod
    def _among(docs: Array, wanted: Array, *, ascending: bool) -> Array:
        """The places in `docs` of the wanted documents."""
        if ascending and len(wanted) * 8 < len(docs):
            at = np.searchsorted(docs, wanted.astype(docs.dtype))
            held: Array = at[docs[np.minimum(at, len(docs) - 1)] == wanted]
            return held
        mask = np.zeros(max(int(docs.max(initial=0)), int(wanted.max(initial=0))) + 1, bool)
        mask[wanted] = True
        return np.flatnonzero(mask[docs])
