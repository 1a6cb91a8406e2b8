"""All segments of one state of the index, read as if they were one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.lengths import read_lengths
from aipolicy_index.engine.picks import Forms, Pick
from aipolicy_index.engine.postings import Holders, Postings, Ranges
from aipolicy_index.engine.segments import SegmentData
from aipolicy_index.engine.sequences import following, in_order

_MOST_COPIED = 1 << 24
"""Bytes of lists that are kept from one search to the next: the words before the one that is being typed."""
_MOST_LISTS = 4096
"""Lists that are kept; most are views of the mapped file."""
_SPARSE = 64
"""Lists are summed by sorting where they hold less than one document in so many."""


class Part(NamedTuple):
    """One segment, the documents of it that are not deleted (None for all), and the number of its first document."""

    data: SegmentData
    live: Array | None
    first: int

    def stretch(self, docs: Array) -> tuple[int, int]:
        """Which of some ascending documents are in this segment, as places from the first to behind the last."""
        if self.first == 0 and (not len(docs) or int(docs[-1]) < self.data.size):
            return 0, len(docs)
        low, high = docs.searchsorted((self.first, self.first + self.data.size)).tolist()
        return low, high

    def mine(self, wanted: Array) -> Array:
        """These documents, by their numbers in the segment."""
        low, high = self.stretch(wanted)
        return np.asarray(wanted[low:high] - wanted.dtype.type(self.first)) if self.first else wanted[low:high]

    def numbered(self, mine: Array) -> Array:
        """Documents of this segment by their numbers in all segments."""
        docs = mine.astype(np.uint32)
        return np.asarray(docs + np.uint32(self.first)) if self.first else docs

    def occurrences(self, field: str, pick: Pick, mine: Array) -> Array:
        """`document << 32 | position` of the picked terms in some of the segment's documents, sorted."""
        postings = self.data.postings.get(field)
        if postings is None or not len(postings.position_starts):
            return np.zeros(0, np.int64)
        places = [postings.occurrences(first, last, mine) for first, last in pick.ranges(postings)]
        if not places:
            return np.zeros(0, np.int64)
        return places[0] if len(places) == 1 else np.sort(np.concatenate(places))


class Snapshot:
    """The documents of all segments, numbered from 0 in the order of the segments."""

    def __init__(self, segments: Sequence[tuple[SegmentData, Array | None]]) -> None:
        self.parts: list[Part] = []
        first = 0
        for data, live in segments:
            self.parts.append(Part(data, live, first))
            first += data.size
        self.size = first
        self._held: dict[tuple[str, Pick], tuple[Holders, ...]] = {}
        self._copied = 0
        self._newness: dict[tuple[float, float], Array] = {}
        self._norms: dict[tuple[str, float, float], Array] = {}

    @cached_property
    def live(self) -> Array | None:
        """Which documents are not deleted; None for all."""
        if all(part.live is None for part in self.parts):
            return None
        lives = (np.ones(part.data.size, bool) if part.live is None else part.live for part in self.parts)
        return np.concatenate(list(lives))

    @cached_property
    def ids(self) -> Array:
        """The article's id of every document."""
        return self.column("ids", np.int64)

    @cached_property
    def days(self) -> Array:
        """The day of publication of every document."""
        return self.column("days", np.int32)

    @cached_property
    def languages(self) -> Array:
        """The language of every document, as its number in the layout."""
        return self.column("languages", np.uint8)

    @cached_property
    def newest_first(self) -> Array:
        """All documents, by falling date, then by falling id."""
        return np.lexsort((-self.ids, -self.days.astype(np.int64))).astype(np.uint32)

    @cached_property
    def by_title(self) -> Array:
        """All documents in the order of their titles; of the same title, the newest first."""
        return self._by("title_keys", "S48")

    @cached_property
    def by_outlet(self) -> Array:
        """All documents in the order of their outlets; of the same outlet, the newest first."""
        return self._by("outlet_keys", "S32")

    def _by(self, column: str, dtype: str) -> Array:
        keys = self.column(column, np.dtype(dtype))[self.newest_first]
        return self.newest_first[np.argsort(keys, kind="stable")]

    def newness(self, weight: float, days: float) -> Array:
        """What every document's score is multiplied with: up to `1 + weight` for the newest; `days` sets how fast
        it falls."""
        key = (weight, days)
        if key not in self._newness:
            age = (float(self.days.max(initial=0)) - self.days).clip(0, 36_500)
            self._newness[key] = 1 + weight * np.exp(-age / days)
        return self._newness[key]

    def column(self, name: str, dtype: Any) -> Array:
        """One value a document."""
        if len(self.parts) == 1:
            return self.parts[0].data.column(name)
        return np.concatenate([np.zeros(0, dtype), *(part.data.column(name) for part in self.parts)])

    def all_documents(self) -> Array:
        """The numbers of all documents that are not deleted."""
        return np.arange(self.size) if self.live is None else np.flatnonzero(self.live)

    def documents_of(self, ids: Collection[int]) -> Array:
        """Which documents are articles of these ids: one boolean a document."""
        return np.isin(self.ids, np.fromiter(ids, np.int64, len(ids)))

    def norms(self, field: str, k1: float, b: float) -> Array:
        """`k1 * (1 - b + b * length / average length)` of every document: the length's part in BM25."""
        key = (field, k1, b)
        if key not in self._norms:
            stored = [np.zeros(0, np.uint8), *(part.data.stored_lengths(field) for part in self.parts)]
            average = sum(part.data.lengths.get(field, 0) for part in self.parts) / max(1, self.size) or 1.0
            self._norms[key] = k1 * ((1 - b) + b * read_lengths(np.concatenate(stored)) / average)
        return self._norms[key]

    def has(self, field: str) -> bool:
        """Whether any document has anything in this field."""
        return any(field in part.data.postings for part in self.parts)

    def holders(self, field: str, pick: Pick) -> tuple[Holders, ...]:
        """The documents that have terms picked, in all segments: one or more lists without a document in common."""
        key = (field, pick)
        found = self._held.pop(key, None)
        if found is None:
            found = self._listed(field, pick)
            self._copied += sum(each.copied for each in found)
            while self._held and (self._copied > _MOST_COPIED or len(self._held) >= _MOST_LISTS):
                self._copied -= sum(each.copied for each in self._held.pop(next(iter(self._held))))
        self._held[key] = found
        return found

    def _listed(self, field: str, pick: Pick) -> tuple[Holders, ...]:
        if (terms := pick.lists(field)) is None:
            held = summed(list(self._pick(field, pick)), self.size)
            return (held,) if len(held.docs) else ()
        found = (self._one(name, term) for name, term in terms)
        return tuple(held for held in found if held is not None)

    def _one(self, field: str, term: bytes) -> Holders | None:
        """The documents that have one term; nothing is copied where there is one segment."""
        found = []
        for part in self.parts:
            postings = part.data.postings.get(field)
            if postings is not None and (at := postings.find(term)) >= 0:
                docs, freqs = postings.run(at, at + 1)
                found.append((docs + np.uint32(part.first) if part.first else docs, freqs))
        if len(found) < 2:
            return Holders(*found[0]) if found else None
        return Holders(np.concatenate([docs for docs, _ in found]), np.concatenate([freqs for _, freqs in found]))

    def postings_count(self, field: str, pick: Pick) -> int:
        """How many postings the terms picked have together."""
        return sum(
            int(postings.starts[last]) - int(postings.starts[first])
            for postings in self.fields(field)
            for first, last in pick.ranges(postings)
        )

    def _pick(self, field: str, pick: Pick) -> Iterator[tuple[Array, Array]]:
        for part in self.parts:
            postings = part.data.postings.get(field)
            if postings is None:
                continue
            for ranges, language in _by_language(pick, postings):
                for first, last in ranges:
                    found, often = postings.run(first, last)
                    if language is not None:
                        kept = part.data.column("languages")[found] == language
                        found, often = found[kept], often[kept]
                    yield found + np.uint32(part.first), often

    def document_frequency(self, field: str, term: bytes) -> int:
        """In how many documents a term stands, the deleted ones included."""
        return sum(postings.count(at) for postings in self.fields(field) if (at := postings.find(term)) >= 0)

    def document_frequencies(self, field: str, terms: Sequence[bytes]) -> Array:
        """The same of many terms at once."""
        total = np.zeros(len(terms), np.int64)
        for postings in self.fields(field):
            at = postings.find_all(terms)
            counts = postings.starts[at + 1].astype(np.int64) - postings.starts[at].astype(np.int64)
            total += np.where(at >= 0, counts, 0)
        return total

    def fields(self, field: str) -> Iterable[Postings]:
        """The postings of a field in every segment that has some."""
        return (part.data.postings[field] for part in self.parts if field in part.data.postings)

    def in_order(self, field: str, picks: Sequence[Pick], wanted: Array | None) -> Array:
        """Those of the wanted documents (ascending; None for all) in which terms of each pick follow each other."""
        found = [np.zeros(0, np.uint32)]
        for part in self.parts:
            postings = part.data.postings.get(field)
            if postings is None:
                continue
            mine = None if wanted is None else part.mine(wanted)
            held = in_order(postings, [pick.ranges(postings) for pick in picks], mine)
            found.append(part.numbered(held))
        return found[1] if len(found) == 2 else np.concatenate(found)

    def following(self, field: str, terms: Sequence[bytes], pairs: Sequence[Sequence[int]], docs: Array) -> Array:
        """In how many of the pairs of terms, named by their numbers, the terms follow each other in each of some
        documents (ascending)."""
        counted = np.zeros(len(docs))
        for part in self.parts:
            low, high = part.stretch(docs)
            postings = part.data.postings.get(field)
            if high > low and postings is not None:
                mine = docs[low:high] - docs.dtype.type(part.first)
                counted[low:high] = following(postings, terms, pairs, mine)
        return counted

    def occurrences(self, field: str, pick: Pick, wanted: Array) -> Array:
        """`document << 32 | position` of the picked terms in the wanted documents (ascending numbers), sorted."""
        found = [
            part.occurrences(field, pick, mine) + (part.first << 32)
            for part in self.parts
            if len(mine := part.mine(wanted))
        ]
        return found[0] if len(found) == 1 else np.concatenate([np.zeros(0, np.int64), *found])


def _by_language(pick: Pick, postings: Postings) -> list[tuple[Ranges, int | None]]:
    return pick.by_language(postings) if isinstance(pick, Forms) else [(pick.ranges(postings), None)]


def summed(found: Sequence[tuple[Array, Array]], size: int) -> Holders:
    """Lists of documents (in any order, repeated or not), of `size`, as one."""
    if not found:
        return Holders(np.zeros(0, np.uint32), np.zeros(0, np.uint32))
    docs = np.concatenate([each[0] for each in found])
    freqs = np.concatenate([each[1] for each in found])
    if len(docs) * _SPARSE < size:
        unique, places = np.unique(docs, return_inverse=True)
        total = np.bincount(places, weights=freqs, minlength=len(unique))
        return Holders(unique.astype(np.uint32), total.astype(np.uint32))
    total = np.bincount(docs, weights=freqs, minlength=size)
    unique = np.flatnonzero(total)
    return Holders(unique.astype(np.uint32), total[unique].astype(np.uint32))
