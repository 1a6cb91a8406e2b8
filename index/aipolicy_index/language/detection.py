"""Which of the two languages a text is in, by a vote of its words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aipolicy_index.language.datafiles import data_words
from aipolicy_index.language.matching import same_length

_SAMPLE = 6_000
"""Characters that vote: enough for any article, and the same time for a book."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_FRENCH_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=[^\W\d_]{2})", re.IGNORECASE)
_ENGLISH_APOSTROPHE = re.compile(r"[^\W\d_]{2}'(?:s|re|ve|ll|d|t)\b|\b[Ii]'(?:m|d|ve|ll)\b")
_FRENCH_LETTER = re.compile("[àâçèéêëîïôùûœ]", re.IGNORECASE)
_FRENCH_MARK = re.compile(r"«|»| [:;?!%€$]|\b\d+,\d\b(?!\d)")
_ENGLISH_MARK = re.compile(r"[$€£]\d|\b\d{1,3},\d{3}\b|\b(?:millions?|billions?)\b(?! d)")
_FRENCH_ENDING = re.compile(r"[^\W\d_]{2}(?:eur|eux|euse|ique|isme|aire|oire|[oa]is|ait|ent|elle|er|ées?)\b")
_ENGLISH_ENDING = re.compile(r"[^\W\d_]{2}(?:ing|ed|ly|ght|wn|th|ness|ship|ould|ck|ty|ow|ey|ks|ts|ers|ns)\b")
_GRAMMAR, _APOSTROPHE, _LETTER, _HINT = 4, 4, 3, 1
"""What each sign weighs: a word of grammar, an elision, an accent, a word's ending."""


def vote(text: str) -> str:
    """`fr` or `en`, whichever the words speak for; French where nothing does."""
    sample = same_length(text[:_SAMPLE])
    words = [match.group().lower() for match in _WORD.finditer(sample)]
    french = _GRAMMAR * _count(words, "votes.fr.tsv") + _matches(sample, _FRENCH_ELISION, _APOSTROPHE)
    english = _GRAMMAR * _count(words, "votes.en.tsv") + _matches(sample, _ENGLISH_APOSTROPHE, _APOSTROPHE)
    french += _matches(sample, _FRENCH_LETTER, _LETTER) + _matches(sample, _FRENCH_MARK, _HINT)
    french += _matches(sample, _FRENCH_ENDING, _HINT)
    english += _matches(sample, _ENGLISH_ENDING, _HINT) + _matches(sample, _ENGLISH_MARK, _HINT)
    return "en" if english > french else "fr"


def _count(words: Iterable[str], name: str) -> int:
    known = data_words(name)
    return sum(word in known for word in words)


def _matches(text: str, pattern: re.Pattern[str], weight: int) -> int:
    return weight * sum(1 for _ in pattern.finditer(text))
