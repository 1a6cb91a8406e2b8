"""Sources -> one segment file. A run, several runs, runs and older segments: all are written by the same merge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from aipolicy_index.engine import layout
from aipolicy_index.engine.arrays import Array, ArrayWriter
from aipolicy_index.engine.postings import SATURATED, Postings, ragged
from aipolicy_index.engine.sources import COLUMNS, Source

_AT_ONCE = 1 << 21
"""Postings that are merged at a time."""


def merge(sources: Sequence[Source], writer: ArrayWriter) -> int:
    """Writes the kept documents of all sources, in order; returns how many they are."""
    maps = _document_maps(sources)
    size = sum(int(source.size if source.kept is None else source.kept.sum()) for source in sources)
    for column in COLUMNS:
        for source in sources:
            writer.append(column, _kept(source, source.columns[column]))
    totals: dict[str, int] = {}
    for field in layout.FIELDS:
        inputs = [
            _Input(source.postings[field], numbers)
            for source, numbers in zip(sources, maps, strict=True)
            if field in source.postings
        ]
        if inputs:
            _Merge(field, inputs, size, writer).run()
            if field in layout.POSITIONAL:
                totals[field] = _write_lengths(field, sources, writer)
    writer.finish({"size": size, "lengths": totals})
    return size


def _document_maps(sources: Sequence[Source]) -> list[Array]:
    """Of each source: document -> number in the new segment, -1 for the dropped ones."""
    maps, first = [], 0
    for source in sources:
        kept = np.ones(source.size, bool) if source.kept is None else source.kept
        numbers = np.where(kept, first + np.cumsum(kept) - 1, -1)
        maps.append(numbers)
        first += int(kept.sum())
    return maps


def _kept(source: Source, values: Array) -> Array:
    return values if source.kept is None else values[source.kept]


def _write_lengths(field: str, sources: Sequence[Source], writer: ArrayWriter) -> int:
    from aipolicy_index.engine.lengths import read_lengths

    total, name = 0, f"length/{field}"
    for source in sources:
        stored = source.columns.get(name)
        stored = np.zeros(source.size, np.uint8) if stored is None else stored
        kept = _kept(source, stored)
        writer.append(name, kept)
        total += source.lengths.get(field, 0) if source.kept is None else int(read_lengths(kept)[kept > 0].sum())
    return total


@dataclass(frozen=True)
class _Input:
    postings: Postings
    numbers: Array


class _Merge:
    """Merges the postings of one field, some terms at a time."""

    def __init__(self, field: str, inputs: list[_Input], size: int, writer: ArrayWriter) -> None:
        self._field, self._inputs, self._writer = field, inputs, writer
        self._lexicon = _union([each.postings.lexicon for each in inputs])
        self._places = [np.searchsorted(self._lexicon, each.postings.lexicon) for each in inputs]
        self._positional = any(len(each.postings.position_starts) for each in inputs)
        self._bases, self._shifts = _placed(inputs, size) if self._positional else (np.zeros(0, np.uint32), [])
        self._written = 0

    def run(self) -> None:
        counts = np.zeros(len(self._lexicon), np.int64)
        widths = np.zeros(len(self._lexicon), np.int64)
        for first, last in self._stretches():
            term, freqs = self._merge(first, last)
            counts[first:last] = np.bincount(term - first, minlength=last - first)
            if self._positional:
                weights = np.bincount(term - first, weights=freqs, minlength=last - first)
                widths[first:last] = weights.astype(np.int64)
        used = counts > 0
        self._append("lexicon", self._lexicon[used])
        self._append("starts", _bounds(counts[used]))
        self._append("position_starts", _bounds(widths[used]) if self._positional else np.zeros(0, np.uint64))
        self._append("bases", self._bases)

    def _append(self, part: str, piece: Array) -> None:
        self._writer.append(f"{self._field}/{part}", piece)

    def _stretches(self) -> list[tuple[int, int]]:
        """Ranges of terms that have about `_AT_ONCE` postings each."""
        counts = np.zeros(len(self._lexicon), np.int64)
        for each, places in zip(self._inputs, self._places, strict=True):
            counts[places] += each.postings.counts(0, len(places))
        parts = np.cumsum(counts) // _AT_ONCE
        cuts = [0, *(np.flatnonzero(np.diff(parts)) + 1).tolist(), len(counts)]
        return [(first, last) for first, last in pairwise(cuts) if last > first]

    def _merge(self, first: int, last: int) -> tuple[Array, Array]:
        pieces = [_Piece.of(each, places, first, last) for each, places in zip(self._inputs, self._places, strict=True)]
        term, docs, olds, freqs, starts, source = (
            np.concatenate(
                [
                    getattr(piece, name) if name != "source" else np.full(len(piece.term), at)
                    for at, piece in enumerate(pieces)
                ]
            )
            for name in ("term", "docs", "olds", "freqs", "starts", "source")
        )
        if len(pieces) > 1:
            order = np.argsort(term, kind="stable")
            term, docs, olds, freqs, starts, source = (
                part[order] for part in (term, docs, olds, freqs, starts, source)
            )
        large = np.flatnonzero(freqs >= SATURATED)
        self._append("docs", docs.astype(np.uint32))
        self._append("freqs", np.minimum(freqs, SATURATED).astype(np.uint8))
        self._append("larger", (large + self._written).astype(np.uint64))
        self._append("larger_freqs", freqs[large].astype(np.uint32))
        self._append("positions", self._positions(olds, freqs, starts, source))
        self._written += len(term)
        return term, freqs

    def _positions(self, docs: Array, freqs: Array, starts: Array, source: Array) -> Array:
        """The positions of postings, as they are in the new segment; `docs` are numbered as in their source."""
        if not self._positional:
            return np.zeros(0, np.uint32)
        out = np.zeros(int(freqs.sum()), np.uint32)
        goals = np.cumsum(freqs) - freqs
        for number, each in enumerate(self._inputs):
            mine = source == number
            places = each.postings.positions[ragged(starts[mine], freqs[mine])]
            out[ragged(goals[mine], freqs[mine])] = places + np.repeat(self._shifts[number][docs[mine]], freqs[mine])
        return out


def _placed(inputs: list[_Input], size: int) -> tuple[Array, list[Array]]:
    """Where the documents of the new segment begin, and how far those of each input move."""
    widths = np.full(size, 2, np.int64)
    for each in inputs:
        kept = each.numbers >= 0
        widths[each.numbers[kept]] = np.diff(each.postings.bases.astype(np.int64))[kept]
    bases = np.concatenate((np.zeros(1, np.int64), np.cumsum(widths)))
    shifts = [bases[each.numbers] - each.postings.bases[:-1] for each in inputs]
    return bases.astype(np.uint32), shifts


@dataclass(frozen=True)
class _Piece:
    """The kept postings of one input for a range of terms."""

    term: Array
    docs: Array
    """By their new numbers."""
    olds: Array
    """By those of the input."""
    freqs: Array
    starts: Array
    """Where their positions begin in the input."""

    @classmethod
    def of(cls, source: _Input, places: Array, first: int, last: int) -> _Piece:
        low, high = np.searchsorted(places, (first, last))
        postings = source.postings
        begin, end = int(postings.starts[low]), int(postings.starts[high])
        counts = postings.counts(int(low), int(high))
        term = np.repeat(places[low:high], counts)
        olds = postings.docs[begin:end]
        docs = source.numbers[olds]
        freqs = postings.frequencies(begin, end).astype(np.int64)
        starts = np.zeros(len(term), np.int64)
        if len(postings.position_starts):
            starts = int(postings.position_starts[low]) + np.cumsum(freqs) - freqs
        kept = docs >= 0
        if kept.all():
            return cls(term, docs, olds, freqs, starts)
        return cls(term[kept], docs[kept], olds[kept], freqs[kept], starts[kept])


def _union(lexicons: list[Array]) -> Array:
    return lexicons[0] if len(lexicons) == 1 else np.unique(np.concatenate(lexicons))


def _bounds(counts: Array) -> Array:
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(counts))).astype(np.uint64)
