"""« Did you mean »: for words that no article holds, the most frequent word one or two edits away."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from aipolicy_index.engine import layout
from aipolicy_index.engine.analysis import folded
from aipolicy_index.engine.edits import distance_within, one_edit
from aipolicy_index.engine.snapshot import Snapshot
from aipolicy_index.engine.stemming import stem
from aipolicy_index.engine.wording import word_terms
from aipolicy_index.query.names import untelling_words
from aipolicy_index.query.nodes import Field, Form, Node, Query, Word, leaves

_SHORTEST = 4
"""Shorter words are one edit away from too many others."""
_LONGEST_ACRONYM = 5
"""A word of so many capitals is an acronym: another one is another thing, not a slip."""
_TWO_EDITS_FROM = 7
_RARE = 100
"""A word this many times rarer than its neighbour is taken for a slip."""


_TEXTS = (layout.BODY, layout.TITLE)


def corrections(snapshot: Snapshot, root: Node | None) -> dict[Word, str]:
    """The words of a query that a known word should replace, each with it."""
    return {
        word: better
        for word in _plain_words(root)
        if (better := _better(snapshot, word_terms(word).terms[0])) is not None
    }


def corrected(query: Query, better: dict[Word, str]) -> str | None:
    """The query as it would be typed with the better words; None when there are none, or only other forms of what was
    typed: these are found anyway."""
    text = query.text
    others = [word for word in better if not _is_form(word, better[word])]
    for word in sorted(others, key=lambda word: word.span, reverse=True):
        text = text[: word.span.start] + better[word] + text[word.span.end :]
    return text if others else None


def _is_form(word: Word, better: str) -> bool:
    typed, other = word_terms(word).terms[0].decode(), folded(better).decode()
    return any(stem(typed, language) == stem(other, language) for language in layout.LANGUAGES)


def _plain_words(root: Node | None) -> Iterable[Word]:
    for node, excluded in leaves(root):
        if not excluded and isinstance(node, Word) and node.field is Field.TEXT and not node.optional:
            terms = word_terms(node).terms
            is_acronym = node.text.isupper() and len(node.text) <= _LONGEST_ACRONYM
            is_word = node.form in (Form.ANY, Form.PARTIAL) and len(terms) == 1 and len(terms[0]) >= _SHORTEST
            if is_word and not is_acronym:
                yield node


def _better(snapshot: Snapshot, term: bytes) -> str | None:
    word = term.decode()
    if word in untelling_words():
        return None
    known = _frequency(snapshot, term)
    candidates = [term, *(each for each in one_edit(word) if each.decode() not in untelling_words())]
    frequencies = snapshot.document_frequencies(layout.BODY, candidates)
    frequencies = np.maximum(frequencies, snapshot.document_frequencies(layout.TITLE, candidates))
    best = int(frequencies.argmax())
    if frequencies[best] > known * _RARE and candidates[best] != term:
        return as_written(snapshot, candidates[best])
    if known or len(term) < _TWO_EDITS_FROM:
        return None
    farther = _two_edits_away(snapshot, term)
    return None if farther is None else as_written(snapshot, farther)


def _frequency(snapshot: Snapshot, term: bytes) -> int:
    return max(snapshot.document_frequency(field, term) for field in _TEXTS)


def _two_edits_away(snapshot: Snapshot, term: bytes) -> bytes | None:
    word, letters = term.decode(), set(term)
    frequencies: dict[bytes, int] = {}
    for postings in snapshot.fields(layout.BODY):
        first, last = postings.beginning(word[: max(2, len(word) // 3)].encode())
        counts = postings.counts(first, last)
        for each, count in zip(postings.lexicon[first:last].tolist(), counts.tolist(), strict=True):
            if abs(len(each) - len(term)) > 2 or len(letters ^ set(each)) > 4:
                continue
            if distance_within(word, each.decode(), 2):
                frequencies[each] = frequencies.get(each, 0) + count
    return max(frequencies, key=lambda each: (frequencies[each], each), default=None)


def as_written(snapshot: Snapshot, term: bytes) -> str:
    """The term as most articles write it, accents and capitals included."""
    spellings: dict[str, int] = {}
    for postings in snapshot.fields(layout.FORMS):
        first, last = postings.beginning(term + b"\0")
        for form, count in zip(
            postings.lexicon[first:last].tolist(), postings.counts(first, last).tolist(), strict=True
        ):
            spelling = form.partition(b"\0")[2].decode()
            spellings[spelling] = spellings.get(spelling, 0) + count
    plain = _frequency(snapshot, term) - sum(spellings.values())
    spellings[term.decode()] = max(plain, 0)
    return max(spellings, key=lambda each: (spellings[each], each))
