"""What a word can be as a verb: whether it is a person's form, reports speech, tells of business."""

from __future__ import annotations

from functools import lru_cache

from aipolicy_index.facts.grammar.conjugation import FINITE, Tense
from aipolicy_index.facts.grammar.lexicon import readings, saying
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.words import Scan

_PARTICIPLES = (Tense.PARTICIPLE, Tense.GERUND)
SAYING_WITHIN = 4
"""Words from the subject on within which a verb of saying is sought."""


def is_finite(scan: Scan, place: int) -> bool:
    """Whether the word can be a verb in a person."""
    return _may_be_finite(scan.page.language, scan.words[place].text.lower())


def is_participle(scan: Scan, place: int) -> bool:
    """Whether the word can be a participle."""
    return _may_be_participle(scan.page.language, scan.words[place].text.lower())


def is_subject_of(scan: Scan, place: int) -> bool:
    """Whether a finite verb in lower case stands at the place, small words before it left out."""
    clitics = words("names/grammar_words.txt", "clitics")
    while scan.same_line(place, place + 1) and scan.folded[place] in clitics and scan.words[place].text.islower():
        place += 1
    word = scan.words[place]
    return word.kind == "word" and word.text[0].islower() and is_finite(scan, place)


def says(scan: Scan, place: int, within: int = SAYING_WITHIN) -> bool:
    """Whether one of the next words is a form of a verb of saying."""
    language = scan.page.language
    for here in range(place, place + within):
        if not scan.same_line(place, here):
            return False
        if _may_say(language, scan.words[here].text.lower()):
            return True
    return False


def is_business(scan: Scan, place: int) -> bool:
    """« X commercialise », « X a levé », "X unveiled": what a company does."""
    if scan.folded[place] in ("a", "avait", "has", "had") and scan.same_line(place, place + 1):
        return scan.folded[place + 1] in words("names/grammar_words.txt", "company participles")
    return scan.folded[place] in words("names/grammar_words.txt", "company verbs")


@lru_cache(maxsize=8192)
def _may_be_finite(language: str, form: str) -> bool:
    if any(reading.tense in FINITE for reading in readings(language).get(form, ())):
        return True
    return language == "en" and form in words("names/grammar_words.txt", "modals")


@lru_cache(maxsize=8192)
def _may_be_participle(language: str, form: str) -> bool:
    return any(reading.tense in _PARTICIPLES for reading in readings(language).get(form, ()))


@lru_cache(maxsize=8192)
def _may_say(language: str, form: str) -> bool:
    verbs = saying(language).get("say", frozenset())
    return any(reading.lemma in verbs for reading in readings(language).get(form, ()))
