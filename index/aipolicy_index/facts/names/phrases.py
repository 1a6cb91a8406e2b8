"""Many phrases sought at one place of a text: those that begin at a word, or those that end right before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from aipolicy_index.facts.names.words import split

Meaning = TypeVar("Meaning")

_PREPOSITIONS = frozenset(("de", "d'", "du", "des", "en", "a", "pour", "sur", "avec", "contre", "par", "open"))


class Phrases(Generic[Meaning]):
    """Phrases with what they mean, found by their first word (or by their last, when they are read backwards)."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]], *, backwards: bool = False) -> None:
        self._backwards = backwards
        index: dict[str, dict[tuple[str, ...], Meaning]] = {}
        for phrase, meaning in entries:
            words = split(phrase)
            index.setdefault(words[-1] if backwards else words[0], {}).setdefault(words, meaning)
        self._index = {
            key: tuple(sorted(several.items(), key=lambda item: -len(item[0]))) for key, several in index.items()
        }

    @property
    def keys(self) -> frozenset[str]:
        """The words by which the phrases are found."""
        return frozenset(self._index)

    def at(self, folded: Sequence[str], position: int) -> tuple[int, Meaning] | None:
        """The longest phrase that begins (ends, when backwards) with the word at the position: its length, meaning."""
        for words, meaning in self._index.get(folded[position], ()):
            size = len(words)
            first = position - size + 1 if self._backwards else position
            if size == 1 or (first >= 0 and folded[first : first + size] == words):
                return size, meaning
        return None


def with_plural(phrase: str, language: str) -> tuple[str, ...]:
    """The phrase and its plural in -s: of all words before the first preposition in French, of the last in English."""
    words = list(phrase.replace("-", " ").split(" "))
    if language == "en":
        return phrase, " ".join([*words[:-1], _plural(words[-1], language)])
    for place, word in enumerate(words):
        if word in _PREPOSITIONS or word.startswith("d'"):
            break
        words[place] = _plural(word, language)
    return phrase, " ".join(words)


def _plural(word: str, language: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    if language == "en":
        return word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "s"
    if word.endswith("eau"):
        return word + "x"
    return word[:-2] + "aux" if word.endswith("al") else word + "s"
