"""Which terms a word or a phrase of a query stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aipolicy_index.engine.analysis import analysed, composed, find_chunks
from aipolicy_index.engine.edits import one_edit
from aipolicy_index.engine.postings import Postings
from aipolicy_index.engine.snapshot import Pick, Ranges, Snapshot, beginning, one_term, some_terms
from aipolicy_index.engine.stemming import shared_beginning, stem
from aipolicy_index.query.nodes import Form, Phrase, Word


@dataclass(frozen=True)
class Wording:
    """Terms that must follow each other, and other terms that may stand for all of them."""

    terms: tuple[bytes, ...]
    surfaces: tuple[bytes, ...]
    """The same as typed."""
    joined: tuple[bytes, ...] = ()
    """Other spellings as one word: `gpt4o`."""
    form: Form = Form.ANY

    @property
    def picks(self) -> list[Pick]:
        """What picks each of the terms that must follow each other."""
        last = {Form.PREFIX: beginning, Form.FUZZY: _nearly}.get(self.form, one_term)
        return [one_term(term) for term in self.terms[:-1]] + [last(term) for term in self.terms[-1:]]

    def also(self, snapshot: Snapshot) -> list[tuple[Pick, float]]:
        """What else counts as the whole wording, and how much."""
        found: list[tuple[Pick, float]] = [(one_term(term), 1.0) for term in self.joined]
        if self.form is Form.PARTIAL and len(self.terms) == 1:
            found.append((beginning(self.terms[0]), 0.5))
        return found

    def forms(self) -> list[tuple[Pick, str | None]]:
        """What picks the other forms of a single word, each with the language that it holds for (None for any)."""
        if self.form is not Form.ANY or len(self.terms) != 1:
            return []
        word = self.terms[0].decode()
        if not word.isalpha() or len(word) < 4:
            return []
        return [(_forms(word, language), language) for language in ("fr", "en")]

    def written(self) -> Iterator[tuple[bytes, bytes]]:
        """Each term with how it must be written."""
        return zip(self.terms, self.surfaces, strict=True)


def _forms(word: str, language: str) -> Pick:
    stemmed = stem(word, language)
    return some_terms(lambda term: stem(term, language) == stemmed, shared_beginning(stemmed).encode())


def _nearly(term: bytes) -> Pick:
    def pick(postings: Postings) -> Ranges:
        found = postings.find_all(one_edit(term.decode()))
        return [(at, at + 1) for at in found[found >= 0].tolist()]

    return pick


def word_terms(word: Word) -> Wording:
    """The terms of one word; an elided article before it is left out."""
    wording = _wording(word.text, drop_elided=word.form is not Form.EXACT)
    return Wording(wording.terms, wording.surfaces, wording.joined, word.form)


def phrase_terms(phrase: Phrase) -> Wording:
    """The terms of a phrase, all of them."""
    wording = _wording(phrase.text, drop_elided=False)
    return Wording(wording.terms, wording.surfaces, (), Form.PREFIX if phrase.partial else Form.ANY)


def _wording(text: str, *, drop_elided: bool) -> Wording:
    terms: list[bytes] = []
    surfaces: list[bytes] = []
    joined: list[bytes] = []
    chunks = find_chunks(text)
    for chunk in chunks:
        analysis = analysed(chunk)
        first = analysis.elided if drop_elided else 0
        position = -1
        for term in analysis.terms:
            if term.position <= position:
                joined.append(term.text)
                continue
            position = term.position
            if position >= first:
                terms.append(term.text)
                surfaces.append(composed(chunk[term.start : term.end]).encode())
    return Wording(tuple(terms), tuple(surfaces), tuple(joined) if len(chunks) == 1 else ())
