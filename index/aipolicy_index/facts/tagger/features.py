"""What the tagger sees of each word: its form and shape, its neighbours, and what the word lists know of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.lexicon import index
from aipolicy_index.facts.names.nationalities import adjectives
from aipolicy_index.facts.names.words import Scan, Word
from aipolicy_index.model import FactKind

_SHAPES = ((re.compile("[A-ZÀ-Ý]+"), "X"), (re.compile("[a-zà-ÿœæ]+"), "x"), (re.compile(r"\d+"), "9"))
_KEPT = 8192
"""Words of which the shape and the lists are kept."""


def features(scan: Scan, places: range) -> list[list[str]]:
    """One list of features for each of these words, which must stand in one paragraph."""
    words = scan.words[places.start : places.stop]
    basics = [_basics(word) for word in words]
    shapes = [_shape(word.text) for word in words]
    lists = [_lists(word) for word in words]
    edge = ["_"]
    found = []
    for place, word in enumerate(words):
        before = basics[place - 1] if place else edge
        after = basics[place + 1] if place + 1 < len(words) else edge
        seen = [
            "b",
            *("w=" + basics[place][0], "s=" + shapes[place], "3=" + word.folded[-3:], "2=" + word.folded[:2]),
            *("-w=" + before[0], "+w=" + after[0]),
            "-s=" + (shapes[place - 1] if place else "_"),
            "+s=" + (shapes[place + 1] if place + 1 < len(words) else "_"),
            *lists[place],
        ]
        if place:
            seen += ["-" + known for known in lists[place - 1]]
        if place + 1 < len(words):
            seen += ["+" + known for known in lists[place + 1]]
        if place > 1:
            seen += ("--w=" + basics[place - 2][0], "--w-w=" + basics[place - 2][0] + "|" + before[0])
        if place + 2 < len(words):
            seen.append("++w=" + basics[place + 2][0])
        if word.initial:
            seen.append("i")
        if word.hyphen:
            seen.append("h")
        found.append(seen)
    return found


def _basics(word: Word) -> Sequence[str]:
    return ("9",) if word.text.isdigit() else (word.folded,)


@lru_cache(maxsize=_KEPT)
def _shape(text: str) -> str:
    for pattern, sign in _SHAPES:
        text = pattern.sub(sign, text)
    return text


def _lists(word: Word) -> tuple[str, ...]:
    return _known(word.folded, word.text[0].isupper())


@lru_cache(maxsize=_KEPT)
def _known(form: str, capital: bool) -> tuple[str, ...]:
    found = []
    if capital:
        if first_name := vocabulary.first_names().get(form):
            found.append("first?" if first_name.common else "first")
        for alias in index().get(form):
            if len(alias.words) == 1 and alias.entry.kind in (FactKind.PLACE, FactKind.ORGANISATION):
                found.append(str(alias.entry.kind))
                break
    if form in vocabulary.civilities():
        found.append("title")
    if form in adjectives():
        found.append("nation")
    if form in vocabulary.function_words():
        found.append("f")
    return tuple(found)
