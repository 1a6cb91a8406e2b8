"""Documents -> arrays in memory. A token costs one dictionary look-up; the rest is done for all documents at once."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

import numpy as np

from aipolicy_index.engine import layout
from aipolicy_index.engine.analysis import CHUNK, analysed, composed, find_chunks
from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.deriving import beginnings, stems
from aipolicy_index.engine.document import Document
from aipolicy_index.engine.fact_terms import FactTerms, fact_terms, name_term
from aipolicy_index.engine.lengths import stored_lengths
from aipolicy_index.engine.postings import SATURATED, Postings, ragged
from aipolicy_index.engine.sources import Columns, Source
from aipolicy_index.model import Span

_GAP_WIDTH = 64
"""Positions between two stretches that do not touch: no phrase runs from one into the other."""


class _Chunks(dict[str, int]):
    """Chunk -> number, given at first sight; 0 is the gap between stretches."""

    def __missing__(self, chunk: str) -> int:
        self[chunk] = number = len(self) + 1
        return number


class _Field:
    """The chunks of one field, document after document."""

    def __init__(self) -> None:
        self.chunks = array("I")
        self.docs: list[int] = []
        self.counts: list[int] = []

    def add(self, doc: int, numbers: Iterable[int]) -> None:
        before = len(self.chunks)
        self.chunks.extend(numbers)
        if (added := len(self.chunks) - before) > 0:
            self.docs.append(doc)
            self.counts.append(added)


class Run:
    """Documents gathered in memory until they are written."""

    def __init__(self) -> None:
        self.size = 0
        self.tokens = 0
        """Chunks gathered so far: what the memory grows with."""
        self._chunks = _Chunks()
        self._fields = {name: _Field() for name in layout.POSITIONAL}
        self._columns = Columns()
        self._plain: dict[str, list[tuple[bytes, int]]] = {layout.NAMES: [], layout.MONEY: [], layout.MENTIONS: []}
        self._kinds: dict[str, list[tuple[bytes, int, int]]] = {layout.TITLE: [], layout.BODY: []}
        """Field -> kind of fact, document, chunk of the field."""

    def add(self, document: Document) -> None:
        """Takes in one document."""
        doc = self.size
        self.size += 1
        self._add_columns(document)
        self._add_text("outlet", doc, (document.outlet or "",))
        self._add_text("author", doc, (document.author or "",))
        body, aside = stretches(document)
        before = len(self._fields[layout.BODY].chunks)
        if document.facts:
            self._add_with_facts(document, doc, body)
        else:
            self._add_text(layout.TITLE, doc, (document.title,))
            self._add_text(layout.BODY, doc, (document.body[span.start : span.end] for span in body))
        self._add_text(layout.ASIDE, doc, (document.body[span.start : span.end] for span in aside))
        self.tokens += len(self._fields[layout.BODY].chunks) - before
        if document.outlet:
            self._plain[layout.NAMES].append((name_term("outlet", document.outlet), doc))

    def _add_columns(self, document: Document) -> None:
        columns = self._columns
        columns.ids.append(document.id)
        columns.days.append(layout.day_number(document.published))
        columns.languages.append(1 if document.language == "en" else 0)
        columns.title_keys.append(layout.sort_key(document.display_title or document.title, layout.TITLE_KEY))
        columns.outlet_keys.append(layout.sort_key(document.outlet or "\uffff", layout.OUTLET_KEY))

    def _add_text(self, name: str, doc: int, pieces: Iterable[str]) -> None:
        numbers: list[int] = []
        look_up = self._chunks.__getitem__
        for piece in pieces:
            if numbers:
                numbers.append(0)
            numbers.extend(map(look_up, find_chunks(piece)))
        self._fields[name].add(doc, numbers)

    def _add_with_facts(self, document: Document, doc: int, body: tuple[Span, ...]) -> None:
        taken = fact_terms(document.facts)
        for name, texts in taken.texts.items():
            self._add_text(name, doc, texts)
        for name, terms in taken.terms.items():
            self._plain[name].extend((term, doc) for term in terms)
        self._add_placed(layout.BODY, doc, document.body, body, taken)
        headline = document.headline[:1]
        if headline and document.body[headline[0].start : headline[0].end].strip() == document.title:
            self._add_placed(layout.TITLE, doc, document.body, headline, taken)
        else:
            self._add_text(layout.TITLE, doc, (document.title,))

    def _add_placed(self, field: str, doc: int, text: str, spans: tuple[Span, ...], taken: FactTerms) -> None:
        """Adds stretches of a text, and the kinds of fact at the chunks where they stand."""
        numbers: list[int] = []
        starts: list[int] = []
        for span in spans:
            if numbers:
                numbers.append(0)
                starts.append(span.start)
            for chunk in CHUNK.finditer(text, span.start, span.end):
                numbers.append(self._chunks[chunk.group()])
                starts.append(chunk.start())
        if not starts:
            return
        first_chunk = len(self._fields[field].chunks)
        self._fields[field].add(doc, numbers)
        found: set[tuple[bytes, int]] = set()
        for term, span in taken.kinds:
            if spans[0].start <= span.start < spans[-1].end:
                first = max(0, bisect_right(starts, span.start) - 1)
                found.update((term, first_chunk + at) for at in range(first, bisect_left(starts, span.end)))
        self._kinds[field].extend((term, doc, chunk) for term, chunk in sorted(found, key=lambda place: place[1]))

    def source(self) -> Source:
        """What was gathered, as arrays."""
        table = _ChunkTable(self._chunks, self.size)
        postings: dict[str, Postings] = {}
        columns = self._columns.arrays()
        lengths: dict[str, int] = {}
        written: list[tuple[Array, Array]] = []
        for name, gathered in self._fields.items():
            if gathered.chunks:
                term, doc, position = table.expand(gathered)
                lengths[name] = len(term)
                columns[f"length/{name}"] = stored_lengths(np.bincount(doc, minlength=self.size))
                if kinds := self._kinds.get(name):
                    term, doc, position = table.with_kinds((term, doc, position), gathered, kinds)
                postings[name] = table.postings(term, doc, position)
                if name in layout.TEXT_FIELDS:
                    _keep(postings, layout.STEMS[name], stems(postings[name], columns["languages"]))
                    _keep(postings, layout.BEGINNINGS[name], beginnings(postings[name]))
                    written.append(table.expand_forms(gathered))
        if written:
            forms, docs = (np.concatenate(part) for part in zip(*written, strict=True))
            order = np.argsort(docs, kind="stable")
            _keep(postings, layout.FORMS, table.postings(forms[order], docs[order], None))
        for name, pairs in self._plain.items():
            _keep(postings, name, table.plain(pairs))
        return Source(self.size, postings, columns, lengths)


def _keep(postings: dict[str, Postings], name: str, found: Postings | None) -> None:
    if found is not None and len(found.lexicon):
        postings[name] = found


def stretches(document: Document) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The stretches of the body that are text, and those that are page furniture; the headline is in neither."""
    marked = sorted({(span, True) for span in document.furniture} | {(span, False) for span in document.headline})
    body, aside, position = [], [], 0
    for span, is_furniture in marked:
        if span.start > position:
            body.append(Span(position, span.start))
        if is_furniture:
            aside.append(span)
        position = max(position, span.end)
    if position < len(document.body):
        body.append(Span(position, len(document.body)))
    return tuple(body), tuple(aside)


class _ChunkTable:
    """The terms of every chunk of a run, as arrays."""

    def __init__(self, chunks: dict[str, int], size: int) -> None:
        """`size`: how many documents the run has."""
        self._size = size
        self._numbers: dict[bytes, int] = {}
        terms, relative, counts, widths = array("I"), array("I"), array("I", [0]), array("I", [_GAP_WIDTH])
        forms, form_counts = array("I"), array("I", [0])
        for chunk in chunks:
            analysis = analysed(chunk)
            before = len(forms)
            for term in analysis.terms:
                terms.append(self._number(term.text))
                relative.append(term.position)
                surface = composed(chunk[term.start : term.end]).encode()
                if surface != term.text and len(surface) <= 2 * len(term.text) + 2:
                    forms.append(self._number(term.text + b"\0" + surface))
            counts.append(len(analysis.terms))
            widths.append(analysis.width)
            form_counts.append(len(forms) - before)
        self._terms, self._relative = np.array(terms), np.array(relative, np.int64)
        self._counts, self._widths = np.array(counts, np.int64), np.array(widths, np.int64)
        self._forms, self._form_counts = np.array(forms), np.array(form_counts, np.int64)

    def _number(self, term: bytes) -> int:
        return self._numbers.setdefault(term, len(self._numbers))

    def expand(self, gathered: _Field) -> tuple[Array, Array, Array]:
        """Term, document and position of every token of a field."""
        chunks, places, sizes = self._places(gathered)
        counts = self._counts[chunks]
        index = ragged((np.cumsum(self._counts) - self._counts)[chunks], counts)
        doc = np.repeat(np.repeat(np.array(gathered.docs, np.int64), sizes), counts)
        return self._terms[index], doc, np.repeat(places, counts) + self._relative[index]

    def _places(self, gathered: _Field) -> tuple[Array, Array, Array]:
        """Of every chunk of a field: its number and its position; and how many chunks each document has."""
        chunks = np.frombuffer(gathered.chunks, np.uint32).astype(np.int64)
        sizes = np.array(gathered.counts, np.int64)
        widths = self._widths[chunks]
        places = np.cumsum(widths) - widths
        places -= np.repeat(places[np.cumsum(sizes) - sizes], sizes)
        return chunks, places, sizes

    def expand_forms(self, gathered: _Field) -> tuple[Array, Array]:
        """Written form and document of every token of a field that is not written as it is indexed."""
        chunks = np.frombuffer(gathered.chunks, np.uint32).astype(np.int64)
        counts = self._form_counts[chunks]
        index = ragged((np.cumsum(self._form_counts) - self._form_counts)[chunks], counts)
        doc = np.repeat(np.array(gathered.docs, np.int64), np.array(gathered.counts, np.int64))
        return self._forms[index], np.repeat(doc, counts)

    def with_kinds(
        self, tokens: tuple[Array, Array, Array], gathered: _Field, kinds: list[tuple[bytes, int, int]]
    ) -> tuple[Array, Array, Array]:
        """The tokens, and after them the terms of the kinds of fact at the positions of their chunks."""
        chunks, places, _ = self._places(gathered)
        at = np.array([chunk for _, _, chunk in kinds], np.int64)
        widths = self._widths[chunks[at]]
        added = (
            np.repeat(np.array([self._number(term) for term, _, _ in kinds], np.int64), widths),
            np.repeat(np.array([doc for _, doc, _ in kinds], np.int64), widths),
            ragged(places[at], widths),
        )
        term, doc, position = (np.concatenate(pair) for pair in zip(tokens, added, strict=True))
        return term, doc, position

    def plain(self, pairs: list[tuple[bytes, int]]) -> Postings:
        """Postings of terms that are what they are; pairs are in the order of documents."""
        term = np.array([self._number(text) for text, _ in pairs], np.int64)
        return self.postings(term, np.array([doc for _, doc in pairs], np.int64), None)

    def postings(self, term: Array, doc: Array, position: Array | None) -> Postings:
        """Postings of tokens whose documents ascend within each term."""
        used = np.unique(term)
        texts = list(self._numbers)
        lexicon = np.array([texts[number] for number in used] or [], "S" if len(used) else "S1")
        order = np.argsort(lexicon)
        rank = np.zeros(len(texts) + 1, np.int64)
        rank[used[order]] = np.arange(len(used))
        if position is None:
            key = np.sort((rank[term] << 32) | np.arange(len(term)))
            return _grouped(lexicon[order], key >> 32, doc[key & 0xFFFFFFFF], None, np.zeros(0, np.uint32))
        bases = self._bases(doc, position)
        key = np.sort((rank[term] << 32) | (bases[doc] + position))
        places = key & 0xFFFFFFFF
        owners = np.repeat(np.arange(len(bases) - 1), np.diff(bases))
        return _grouped(lexicon[order], key >> 32, owners[places], places, bases.astype(np.uint32))

    def _bases(self, doc: Array, position: Array) -> Array:
        """The position at which each document begins when they stand one behind the other without touching."""
        widths = np.zeros(self._size, np.int64)
        np.maximum.at(widths, doc, position + 2)
        return np.concatenate((np.zeros(1, np.int64), np.cumsum(widths)))


def _grouped(lexicon: Array, term: Array, doc: Array, position: Array | None, bases: Array) -> Postings:
    fresh = np.ones(len(term), bool)
    fresh[1:] = (term[1:] != term[:-1]) | (doc[1:] != doc[:-1])
    firsts = np.flatnonzero(fresh)
    freqs = np.diff(np.append(firsts, len(term)))
    bounds = np.arange(len(lexicon) + 1)
    large = np.flatnonzero(freqs >= SATURATED)
    none = np.zeros(0, np.uint64)
    return Postings(
        lexicon=lexicon,
        starts=np.searchsorted(term[firsts], bounds).astype(np.uint64),
        docs=doc[firsts].astype(np.uint32),
        freqs=np.minimum(freqs, SATURATED).astype(np.uint8),
        larger=large.astype(np.uint64),
        larger_freqs=freqs[large].astype(np.uint32),
        position_starts=none if position is None else np.searchsorted(term, bounds).astype(np.uint64),
        positions=none.astype(np.uint32) if position is None else position.astype(np.uint32),
        bases=bases,
    )
