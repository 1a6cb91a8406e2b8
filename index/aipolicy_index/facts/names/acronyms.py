"""Acronyms in parentheses beside the full name: « Direction générale de l'armement (DGA) », « DGA (Direction ...) »."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.words import Scan, folded

_SMALL = frozenset("de d' du des la le les l' et a au aux en pour sur of the for and on in to un une".split())
_LAWS = frozenset(
    "loi reglement directive code projet proposition convention charte pacte traite programme systeme".split()
)
LONGEST = 20
"""Words that the full name of an acronym may have."""
PASSED_OVER = 2
"""Words of it, small ones apart, that may give the acronym no letter."""


class Expansion(NamedTuple):
    """A full name (words `first` to `end`) and the acronym that stands for it (word `acronym`)."""

    first: int
    end: int
    acronym: int


def expansions(scan: Scan) -> Iterator[Expansion]:
    """Each acronym that stands beside its full name, in either order."""
    words = scan.words
    for position in scan.places_of({"("}):
        if not scan.same_line(position - 1, position + 2):
            continue
        if words[position + 2].text in (")", ",", ";") and _is_acronym(words[position + 1].text):
            first = _full_name(scan, position, words[position + 1].folded)
            if first is not None:
                yield Expansion(first, position, position + 1)
        elif (end := _behind_acronym(scan, position)) is not None:
            yield Expansion(position + 1, end, position - 1)


def _is_acronym(text: str) -> bool:
    if folded(text) in vocabulary.common_words():
        return False
    letters = sum(char.isupper() for char in text)
    return 2 <= len(text) <= 10 and text[0].isupper() and (letters > 1 or len(text) >= 4) and text.isalnum()


def _behind_acronym(scan: Scan, position: int) -> int | None:
    """Where the full name in parentheses ends that spells the acronym before them."""
    if not _is_acronym(scan.words[position - 1].text):
        return None
    end = _closing(scan, position)
    return end if end and spells(scan, position + 1, end, scan.words[position - 1].folded) else None


def _closing(scan: Scan, position: int) -> int | None:
    for place in range(position + 2, position + LONGEST + 2):
        if not scan.same_line(position, place):
            return None
        if scan.words[place].text == ")":
            return place if scan.words[position + 1].text[0].isupper() else None
    return None


def _full_name(scan: Scan, end: int, letters: str) -> int | None:
    """Where the words before `end` begin that spell the acronym: the nearest capital from which they do."""
    for first in range(end - 1, max(-1, end - LONGEST), -1):
        if not scan.same_line(first, end) or scan.words[first].text in "().;:«»":
            return None
        if end - first > 1 and _may_begin(scan, first) and spells(scan, first, end, letters):
            return first
    return None


def _may_begin(scan: Scan, position: int) -> bool:
    word = scan.words[position]
    if word.kind != "word":
        return False
    if word.text[0].islower():
        return word.folded in _LAWS or bool(vocabulary.heads("fr", "lower", "upper").at(scan.folded, position))
    return word.folded not in vocabulary.function_words()


def spells(scan: Scan, first: int, end: int, letters: str) -> bool:
    """Whether the acronym's letters are, in order, initials of the words (small words may be passed over)."""
    initials = [scan.folded[place] for place in range(first, end) if scan.words[place].kind == "word"]
    if not initials or initials[0][0] != letters[0]:
        return False
    return _takes(initials, letters)


def _takes(words: list[str], letters: str, passed_over: int = 0) -> bool:
    if not letters:
        return passed_over + sum(word not in _SMALL for word in words) <= PASSED_OVER
    if not words:
        return False
    word, rest = words[0], words[1:]
    for size in range(1, 1 + _shared(word, letters)):
        if _takes(rest, letters[size:], passed_over):
            return True
    passed_over += word not in _SMALL
    return passed_over <= PASSED_OVER and _takes(rest, letters, passed_over)


def _shared(word: str, letters: str) -> int:
    """How many letters the word and the acronym begin with in common, four at most."""
    size = 0
    while size < min(4, len(word), len(letters)) and word[size] == letters[size]:
        size += 1
    return size
