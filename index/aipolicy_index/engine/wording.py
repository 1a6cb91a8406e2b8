"""Which terms a word or a phrase of a query stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from aipolicy_index.engine.analysis import analysed, composed, find_chunks
from aipolicy_index.engine.picks import Beginning, Forms, Nearly, OneTerm, Pick
from aipolicy_index.engine.stemming import is_inflected
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

    @cached_property
    def picks(self) -> tuple[Pick, ...]:
        """What picks each of the terms that must follow each other."""
        if not self.terms:
            return ()
        kinds: dict[Form, Callable[[bytes], Pick]] = {Form.PREFIX: Beginning, Form.FUZZY: Nearly}
        last = kinds.get(self.form, OneTerm)
        return (*map(OneTerm, self.terms[:-1]), last(self.terms[-1]))

    @cached_property
    def also(self) -> tuple[tuple[Pick, float], ...]:
        """What else counts as the whole wording, and how much: other spellings, and what is still being typed."""
        found: list[tuple[Pick, float]] = []
        if self.form is not Form.EXACT:
            found += [(OneTerm(term), 1.0) for term in self.joined]
        if self.form is Form.PARTIAL and len(self.terms) == 1 and len(self.terms[0]) > 1:
            found.append((Beginning(self.terms[0]), 0.5))
        return tuple(found)

    @cached_property
    def headline_only(self) -> Beginning | None:
        """The beginning that a single letter is: in a text nearly every article has such words."""
        single = self.form is Form.PARTIAL and len(self.terms) == 1 and len(self.terms[0]) == 1
        return Beginning(self.terms[0]) if single else None

    @cached_property
    def forms(self) -> Forms | None:
        """What picks the grammatical forms of a single word, itself included."""
        if self.form not in (Form.ANY, Form.PARTIAL) or len(self.terms) != 1:
            return None
        word = self.terms[0].decode()
        return Forms(word) if is_inflected(word) else None

    def written(self) -> Iterator[tuple[bytes, bytes]]:
        """Each term with how it must be written."""
        return zip(self.terms, self.surfaces, strict=True)


@lru_cache(maxsize=1024)
def word_terms(word: Word) -> Wording:
    """The terms of one word; an elided article before it and pronouns tied to it are left out."""
    wording = _wording(word.text, bare=word.form is not Form.EXACT)
    return Wording(wording.terms, wording.surfaces, wording.joined, word.form)


@lru_cache(maxsize=1024)
def phrase_terms(phrase: Phrase) -> Wording:
    """The terms of a phrase, all of them; a single letter at the end that is still being typed says nothing yet."""
    wording = _wording(phrase.text, bare=False)
    terms, surfaces = wording.terms, wording.surfaces
    if phrase.partial and len(terms) > 1 and len(terms[-1]) == 1:
        return Wording(terms[:-1], surfaces[:-1])
    return Wording(terms, surfaces, (), Form.PREFIX if phrase.partial else Form.ANY)


def _wording(text: str, *, bare: bool) -> Wording:
    """The terms of some text; with `bare`, without elided articles before and tied pronouns after a word."""
    terms: list[bytes] = []
    surfaces: list[bytes] = []
    joined: list[bytes] = []
    chunks = find_chunks(text)
    for chunk in chunks:
        analysis = analysed(chunk)
        first, last = (analysis.elided, analysis.width - analysis.tied) if bare else (0, analysis.width)
        position = -1
        for term in analysis.terms:
            if term.position <= position:
                joined.append(term.text)
                continue
            position = term.position
            if first <= position < last:
                terms.append(term.text)
                surfaces.append(composed(chunk[term.start : term.end]).encode())
    return Wording(tuple(terms), tuple(surfaces), tuple(joined) if len(chunks) == 1 else ())
