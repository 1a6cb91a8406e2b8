"""All segments of one state of the index, read as if they were one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.codec import SegmentData
from aipolicy_index.engine.lengths import read_lengths
from aipolicy_index.engine.matches import Candidates, Matches, added
from aipolicy_index.engine.picks import Forms, Pick, Ranges
from aipolicy_index.engine.postings import Postings
from aipolicy_index.engine.proximity import ordered

_REMEMBERED = 1 << 22
"""Postings that are kept from one search to the next: the words before the one that is being typed."""


@dataclass(frozen=True)
class Part:
    """One segment, the documents of it that are not deleted (None for all), and the number of its first document."""

    data: SegmentData
    live: Array | None
    first: int


class Snapshot:
    """The documents of all segments, numbered from 0 in the order of the segments."""

    def __init__(self, segments: Sequence[tuple[SegmentData, Array | None]]) -> None:
        self.parts: list[Part] = []
        first = 0
        for data, live in segments:
            self.parts.append(Part(data, live, first))
            first += data.size
        self.size = first
        self._picked: dict[tuple[str, Pick], Matches] = {}
        self._remembered = 0
        self._recency: dict[float, Array] = {}
        self._norms: dict[tuple[str, float, float], Array] = {}

    @cached_property
    def live(self) -> Array | None:
        """Which documents are not deleted; None for all."""
        if all(part.live is None for part in self.parts):
            return None
        lives = (np.ones(part.data.size, bool) if part.live is None else part.live for part in self.parts)
        return np.concatenate(list(lives))

    @cached_property
    def candidates(self) -> Candidates | None:
        """The documents that are not deleted; None for all."""
        return None if self.live is None else Candidates(np.flatnonzero(self.live), self.size)

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
        return np.lexsort((-self.ids, -self.days.astype(np.int64)))

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

    def recency(self, days: float) -> Array:
        """Of every document: 1 for the newest, falling to 0 as it ages; `days` sets how fast."""
        if days not in self._recency:
            age = (float(self.days.max(initial=0)) - self.days).clip(0, 36_500)
            self._recency[days] = np.exp(-age / days)
        return self._recency[days]

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

    def picked(self, field: str, pick: Pick) -> Matches:
        """The documents that have terms picked, in all segments, and how often they have them."""
        key = (field, pick)
        found = self._picked.pop(key, None)
        if found is None:
            found = added(list(self._pick(field, pick)), self.size)
            self._remembered += len(found.docs)
            while self._remembered > _REMEMBERED and self._picked:
                self._remembered -= len(self._picked.pop(next(iter(self._picked))).docs)
        self._picked[key] = found
        return found

    def picked_among(self, field: str, pick: Pick, wanted: Candidates) -> Matches:
        """The same, of some documents only: nothing is done for the others."""
        if (field, pick) in self._picked:
            return self.picked(field, pick).among(wanted)
        found = ((docs, freqs, wanted.mask[docs]) for docs, freqs in self._pick(field, pick))
        return added([(docs[kept], freqs[kept]) for docs, freqs, kept in found], self.size)

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
                    yield found.astype(np.int64) + part.first, often.astype(np.float64)

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

    def in_order(self, field: str, picks: Sequence[Pick], wanted: Array) -> Array:
        """Those of the wanted documents (sorted, with terms of every pick) where these follow each other directly."""
        found = [np.zeros(0, np.int64)]
        for part in self.parts:
            postings = part.data.postings.get(field)
            low, high = np.searchsorted(wanted, (part.first, part.first + part.data.size))
            if postings is None or low == high:
                continue
            terms = [_single(pick.ranges(postings)) for pick in picks]
            if all(term is not None for term in terms):
                held = postings.in_order([term for term in terms if term is not None], wanted[low:high] - part.first)
                found.append(held + part.first)
            else:
                found.append(ordered([self.occurrences(field, pick, wanted[low:high]) for pick in picks]))
        return np.concatenate(found)

    def occurrences(self, field: str, pick: Pick, wanted: Array) -> Array:
        """`document << 32 | position` of the picked terms in the wanted documents (sorted numbers), sorted."""
        found = []
        for part in self.parts:
            postings = part.data.postings.get(field)
            if postings is None or not len(postings.position_starts):
                continue
            low, high = np.searchsorted(wanted, (part.first, part.first + part.data.size))
            if low == high:
                continue
            mine = wanted[low:high] - part.first
            places = [postings.occurrences(first, last, mine) for first, last in pick.ranges(postings)]
            found += [each + (part.first << 32) for each in places]
        if not found:
            return np.zeros(0, np.int64)
        return found[0] if len(found) == 1 else np.sort(np.concatenate(found))


def _by_language(pick: Pick, postings: Postings) -> list[tuple[Ranges, int | None]]:
    return pick.by_language(postings) if isinstance(pick, Forms) else [(pick.ranges(postings), None)]


def _single(ranges: Ranges) -> int | None:
    """The term, when there is only one."""
    return ranges[0][0] if len(ranges) == 1 and ranges[0][1] == ranges[0][0] + 1 else None
