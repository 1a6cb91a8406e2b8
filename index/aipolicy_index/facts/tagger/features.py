"""What the tagger sees of each word: its form and shape, its neighbours, and what the word lists know of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.lexicon import index
from aipolicy_index.facts.names.nationalities import adjectives
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_SHAPES = ((re.compile("[A-ZÀ-Ý]+"), "X"), (re.compile("[a-zà-ÿœæ]+"), "x"), (re.compile(r"\d+"), "9"))
_KEPT = 8192
"""Words of which it is kept what they give."""


class _Seen(NamedTuple):
    """What one word gives, to itself and to the words around it."""

    itself: tuple[str, ...]
    word: str
    before: tuple[str, str]
    """Its form and its shape, of the word before."""
    behind: tuple[str, str]
    lists: tuple[str, ...]
    lists_before: tuple[str, ...]
    lists_behind: tuple[str, ...]


def features(scan: Scan, places: range) -> list[list[str]]:
    """One list of features for each of these words, which must stand in one paragraph."""
    words = scan.words[places.start : places.stop]
    seen = [_seen(word.text, word.folded) for word in words]
    last = len(words) - 1
    found = []
    for place, (word, here) in enumerate(zip(words, seen, strict=True)):
        before = seen[place - 1] if place else _EDGE
        after = seen[place + 1] if place < last else _EDGE
        told = ["b", *here.itself, before.before[0], after.behind[0], before.before[1], after.behind[1], *here.lists]
        told += before.lists_before
        told += after.lists_behind
        if place > 1:
            told += (f"--w={seen[place - 2].word}", f"--w-w={seen[place - 2].word}|{before.word}")
        if place < last - 1:
            told.append(f"++w={seen[place + 2].word}")
        if word.initial:
            told.append("i")
        if word.hyphen:
            told.append("h")
        found.append(told)
    return found


@lru_cache(maxsize=_KEPT)
def _seen(text: str, folded: str) -> _Seen:
    form, shape = "9" if text.isdigit() else folded, _shape(text)
    lists = _known(folded, text[0].isupper())
    return _Seen(
        (f"w={form}", f"s={shape}", f"3={folded[-3:]}", f"2={folded[:2]}"),
        form,
        (f"-w={form}", f"-s={shape}"),
        (f"+w={form}", f"+s={shape}"),
        lists,
        tuple(f"-{known}" for known in lists),
        tuple(f"+{known}" for known in lists),
    )


_EDGE = _Seen((), "_", ("-w=_", "-s=_"), ("+w=_", "+s=_"), (), (), ())
"""What stands before the first word, and behind the last."""


def _shape(text: str) -> str:
    for pattern, sign in _SHAPES:
        text = pattern.sub(sign, text)
    return text


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
