"""Whoosh's codec interface over arrays: each segment is one mapped file, written at commit, and its own only state."""

# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whoosh.codec import base
from whoosh.reading import TermInfo, TermNotFound

from aipolicy_index.engine.arrays import Array, ArrayWriter
from aipolicy_index.engine.lengths import read_lengths
from aipolicy_index.engine.matching import ArrayMatcher
from aipolicy_index.engine.merging import merge
from aipolicy_index.engine.postings import Postings
from aipolicy_index.engine.segments import EXTENSION, SegmentData, living
from aipolicy_index.engine.sources import Source


class ArraySegment(base.Segment):
    """What Whoosh's table of contents keeps of a segment: its name, its size, its deleted documents."""

    def __init__(self, indexname: str) -> None:
        super().__init__(indexname)
        self._size = 0
        self._deleted: set[int] = set()

    def codec(self) -> ArrayCodec:
        """The codec that wrote it."""
        return ArrayCodec()

    def should_assemble(self) -> bool:
        """It is one file already."""
        return False

    def set_doc_count(self, count: int) -> None:
        """Its size, deleted documents included."""
        self._size = count

    def doc_count_all(self) -> int:
        """Its size, deleted documents included."""
        return self._size

    def deleted_count(self) -> int:
        """How many of its documents are deleted."""
        return len(self._deleted)

    def deleted_docs(self) -> Iterator[int]:
        """The deleted documents."""
        return iter(sorted(self._deleted))

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Marks a document as deleted, or as not."""
        (self._deleted.add if delete else self._deleted.discard)(docnum)

    def is_deleted(self, docnum: int) -> bool:
        """Whether the document is deleted."""
        return docnum in self._deleted

    def live(self) -> Array | None:
        """Which documents are not deleted, None when all."""
        return living(self._size, self._deleted)

    def path(self, storage: Any) -> Path:
        """Its file."""
        return Path(storage.folder, self.make_filename(EXTENSION))


class ArrayCodec(base.Codec):
    """Postings as plain arrays in one file a segment."""

    length_stats = False

    def per_document_writer(self, storage: Any, segment: ArraySegment) -> base.PerDocumentWriter:
        """Documents are written with their postings."""
        return _NothingPerDocument()

    def field_writer(self, storage: Any, segment: ArraySegment) -> ArrayFieldWriter:
        """Takes sources and writes them when closed."""
        return ArrayFieldWriter(segment.path(storage))

    def terms_reader(self, storage: Any, segment: ArraySegment) -> ArrayTermsReader:
        """The segment's terms."""
        return ArrayTermsReader(SegmentData(segment.path(storage)))

    def per_document_reader(self, storage: Any, segment: ArraySegment) -> ArrayDocumentReader:
        """The segment's documents."""
        return ArrayDocumentReader(SegmentData(segment.path(storage)), segment)

    def new_segment(self, storage: Any, indexname: str) -> ArraySegment:
        """An empty segment."""
        return ArraySegment(indexname)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> Any:
        """Postings are not written one by one."""
        raise NotImplementedError

    def postings_reader(self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None) -> Any:
        """Postings are not read from a file of their own."""
        raise NotImplementedError


class _NothingPerDocument(base.PerDocumentWriter):
    is_closed = False

    def start_doc(self, *given: Any) -> Any:
        raise NotImplementedError

    add_field = add_column_value = add_vector_items = start_doc

    def close(self) -> None:
        self.is_closed = True


class ArrayFieldWriter(base.FieldWriter):
    """Writes the sources that it was given as one segment file."""

    def __init__(self, path: Path) -> None:
        self._writer = ArrayWriter(path)
        self.sources: list[Source] = []
        self.is_closed = False

    def add_postings(self, schema: Any, lengths: Any, items: Any) -> None:
        """Whoosh hands over its pool of postings here; all postings came in as sources."""
        if next(iter(items), None) is not None:
            raise NotImplementedError("postings come in as sources")

    def start_field(self, *given: Any) -> Any:
        """Postings are not written one by one."""
        raise NotImplementedError

    start_term = add = finish_term = start_field

    def close(self) -> None:
        """Writes the file, if there is anything to write."""
        if self.sources and not self.is_closed:
            merge(self.sources, self._writer)
        self.abandon()

    def abandon(self) -> None:
        """Writes nothing."""
        self._writer.close()
        self.sources = []
        self.is_closed = True


class ArrayDocumentReader(base.PerDocumentReader):
    """What Whoosh asks of the documents of a segment."""

    def __init__(self, data: SegmentData, segment: ArraySegment) -> None:
        self._data, self._segment = data, segment

    def doc_count(self) -> int:
        """The documents that are not deleted."""
        return self._data.size - self._segment.deleted_count()

    def doc_count_all(self) -> int:
        """All documents."""
        return self._data.size

    def has_deletions(self) -> bool:
        """Whether any document is deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, docnum: int) -> bool:
        """Whether this document is."""
        return self._segment.is_deleted(docnum)

    def deleted_docs(self) -> Iterator[int]:
        """The deleted documents."""
        return self._segment.deleted_docs()

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """The field's length in a document, as far as one byte tells it."""
        stored = self._data.stored_lengths(fieldname)[docnum : docnum + 1]
        return int(read_lengths(stored)[0]) if stored[0] else default

    def field_length(self, fieldname: str) -> int:
        """The field's length in all documents."""
        return self._data.lengths.get(fieldname, 0)

    def min_field_length(self, fieldname: str) -> int:
        """The shortest."""
        return int(read_lengths(self._data.stored_lengths(fieldname)).min(initial=0))

    def max_field_length(self, fieldname: str) -> int:
        """The longest."""
        return int(read_lengths(self._data.stored_lengths(fieldname)).max(initial=0))

    def stored_fields(self, docnum: int) -> dict[str, int]:
        """The article's id."""
        return {"id": int(self._data.column("ids")[docnum])}


class ArrayTermsReader(base.TermsReader):
    """What Whoosh asks of the terms of a segment."""

    def __init__(self, data: SegmentData) -> None:
        self.data = data

    def _place(self, fieldname: str, text: bytes) -> tuple[Postings, int]:
        postings = self.data.postings.get(fieldname)
        at = postings.find(text) if postings else -1
        if postings is None or at < 0:
            raise TermNotFound(f"{fieldname}:{text!r}")
        return postings, at

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        postings = self.data.postings.get(term[0])
        return postings is not None and postings.find(term[1]) >= 0

    def indexed_field_names(self) -> list[str]:
        """The fields that have terms."""
        return list(self.data.postings)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Every field and term, in order."""
        return (
            (field, bytes(term)) for field in sorted(self.data.postings) for term in self.data.postings[field].lexicon
        )

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """The same, from a term on."""
        return (term for term in self.terms() if term >= (fieldname, prefix))

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """Every field and term with its figures."""
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """The same, from a term on."""
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """How often a term occurs, and in how long documents."""
        postings, at = self._place(fieldname, text)
        docs, freqs = postings.run(at, at + 1)
        lengths = read_lengths(self.data.stored_lengths(fieldname)[docs])
        return TermInfo(
            weight=float(freqs.sum()),
            df=len(docs),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(freqs.max()),
            minid=int(docs[0]),
            maxid=int(docs[-1]),
        )

    def cursor(self, fieldname: str, fieldobj: Any) -> Any:
        """Terms are searched in the lexicon itself."""
        raise NotImplementedError

    def frequency(self, fieldname: str, text: bytes) -> float:
        """How often a term occurs."""
        return self.term_info(fieldname, text).weight()

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """In how many documents a term occurs."""
        postings, at = self._place(fieldname, text)
        return postings.count(at)

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ArrayMatcher:
        """The term's postings, for Whoosh's own queries."""
        postings, at = self._place(fieldname, text)
        return ArrayMatcher(postings, at, format_, scorer, (fieldname, text), self.term_info(fieldname, text))
