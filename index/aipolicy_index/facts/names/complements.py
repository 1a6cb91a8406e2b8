"""Roles whose complement stands between them and the name, without a comma: « le ministre de l'Intérieur X »."""

from __future__ import annotations

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.beside import is_adjective, is_gap_word, is_verb, opens_phrase
from aipolicy_index.facts.names.noun_phrases import institution_adjectives, matters
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.words import Scan

LONGEST = 9
"""Words from the name back within which the role is sought."""


def role_with_complement(scan: Scan, first: int) -> tuple[int, str | None] | None:
    """« la chercheuse en sciences politiques X », « l'ancienne ministre de la Culture X »."""
    last = first - 1
    if last < 0 or scan.folded[last] in words("names/grammar_words.txt", "gap end"):
        return None
    roles = vocabulary.roles(scan.page.language, backwards=True)
    for place in range(last, last - LONGEST, -1):
        if not scan.same_line(place, first):
            return None
        if found := roles.at(scan.folded, place):
            start = place - found[0] + 1
            joint = place + 1 + (place + 2 < last and is_adjective(scan, place + 1))
            titled = scan.page.language == "en" and scan.words[place].text[0].isupper()
            opens = place < last and _is_joined(scan, joint) and (titled or opens_phrase(scan, start))
            return (start, found[1]) if opens else None
        if not _may_stand_between(scan, place):
            return None
    return None


def _is_joined(scan: Scan, place: int) -> bool:
    """Whether a preposition ties the next words to the role."""
    return scan.words[place].text in words("names/role_words.txt", "complement links")


def _may_stand_between(scan: Scan, place: int) -> bool:
    word = scan.words[place]
    if word.kind not in ("word", "elision") or is_verb(scan, place):
        return False
    if scan.page.language == "en" and (word.text[0].isupper() or word.text == "and"):
        return True
    if is_gap_word(scan, place) or word.folded in matters() or word.folded in institution_adjectives():
        return True
    return vocabulary.nouns(scan.page.language, backwards=True).at(scan.folded, place) is not None
