"""Documents -> one commit. Whoosh locks, numbers and swaps; the arrays are ours."""

# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import EmptyIndexError, FileIndex, LockError
from whoosh.index import IndexError as WhooshIndexError
from whoosh.writing import SegmentWriter

from aipolicy_index.engine.arrays import ArrayWriter, BrokenArrays
from aipolicy_index.engine.building import Run
from aipolicy_index.engine.codec import ArrayCodec, ArraySegment
from aipolicy_index.engine.document import Document
from aipolicy_index.engine.merging import merge
from aipolicy_index.engine.schema import schema
from aipolicy_index.engine.segments import SegmentData
from aipolicy_index.engine.sources import Source
from aipolicy_index.errors import IndexLocked, IndexMissing

_TOKENS_PER_RUN = 6_000_000
"""About 10,000 press articles: what is held in memory before it becomes a run of arrays."""
_TIERS = (2_000, 16_000, 128_000)
"""Segments with fewer documents than the first number are merged without being asked to, once there are `_MANY` ..."""
_MANY = 8
"""... then those with fewer than the second, and so on: a document is written again once for each tier at most."""


def make_empty(folder: Path) -> None:
    """Writes the table of contents of an index without documents."""
    FileIndex.create(FileStorage(str(folder)), schema())


class ArraySegmentWriter(SegmentWriter):
    """Whoosh's writer, fed with whole documents instead of single postings."""

    def __init__(self, folder: Path) -> None:
        try:
            super().__init__(FileIndex(FileStorage(str(folder))), codec=ArrayCodec())
        except LockError as error:
            raise IndexLocked(path=folder) from error
        except EmptyIndexError as error:
            raise IndexMissing(path=folder) from error
        except WhooshIndexError as error:
            raise BrokenArrays(f"{type(error).__name__}: {error}") from error
        self._run = Run()
        self._taken: list[ArraySegment] = []
        self._numbers: dict[int, int] = {}

    def add(self, document: Document) -> None:
        """Takes in one document; one of the same id that came before it in this commit is dropped."""
        if document.id in self._numbers:
            self.newsegment.delete_document(self._numbers[document.id])
        self._numbers[document.id] = self.docnum
        self._run.add(document)
        self.docnum += 1
        self._added = True
        if self._run.tokens > _TOKENS_PER_RUN:
            self.fieldwriter.sources.append(self._put_aside(self._run.source()))
            self._run = Run()

    def _put_aside(self, source: Source) -> Source:
        """The same, in a file that is gone when nobody reads it any more, so that memory holds one run at most."""
        path = self.newsegment.path(self.storage).with_suffix(f".run{len(self.fieldwriter.sources)}")
        merge([source], ArrayWriter(path))
        mapped = Source.of(SegmentData(path), None)
        path.unlink()
        return mapped

    def _end_run(self) -> None:
        if self._run.size:
            self.fieldwriter.sources.append(self._run.source())
            self._run = Run()

    def replace(self, removed: Iterable[int]) -> None:
        """Marks the older documents with these ids, and with those that were added, as deleted."""
        wanted = np.fromiter({*removed, *self._numbers}, np.int64)
        first = 0
        for segment in self.segments:
            if len(wanted):
                data = SegmentData(segment.path(self.storage))
                for number in np.flatnonzero(np.isin(data.column("ids"), wanted)).tolist():
                    if not segment.is_deleted(number):
                        self.delete_document(first + number)
            first += segment.doc_count_all()

    def save(self, *, into_one: bool) -> None:
        """Commits, and merges all segments, or only many small ones."""
        self._end_run()
        self.commit(mergetype=_merge_all if into_one else _merge_small)

    def take(self, segment: ArraySegment) -> None:
        """Puts what is left of an older segment into the one that is written, after what was added."""
        kept = segment.live()
        data = SegmentData(segment.path(self.storage))
        self.fieldwriter.sources.append(Source.of(data, kept))
        self.docnum += data.size if kept is None else int(kept.sum())
        self._added = True

    def abandon(self) -> None:
        """Gives up: nothing is written, the lock is free."""
        self.fieldwriter.abandon()
        self.cancel()


def _merge_all(writer: ArraySegmentWriter, segments: list[ArraySegment]) -> list[ArraySegment]:
    untouched = len(segments) == 1 and not writer.fieldwriter.sources and not segments[0].has_deletions()
    if untouched or not segments:
        return segments
    for segment in segments:
        writer.take(segment)
    return []


def _merge_small(writer: ArraySegmentWriter, segments: list[ArraySegment]) -> list[ArraySegment]:
    merged = {segment.segment_id() for segment in _small(segments)}
    kept = []
    for segment in segments:
        if segment.segment_id() in merged:
            writer.take(segment)
        elif segment.doc_count():
            kept.append(segment)
    return kept


def _small(segments: list[ArraySegment]) -> list[ArraySegment]:
    """The segments of the largest tier that is full, once those of the smaller tiers are made one."""
    found: list[ArraySegment] = []
    smaller = 0
    for tier in _TIERS:
        small = [segment for segment in segments if segment.doc_count_all() < tier]
        if len(small) - smaller + bool(found) >= _MANY:
            found = small
        smaller = len(small)
    return found
