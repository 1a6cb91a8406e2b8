"""Many phrases sought at one place of a text: those that begin at a word, or those that end right before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from aipolicy_index.facts.names.words import folded, split
from aipolicy_index.language.remembered import remembered

Meaning = TypeVar("Meaning")

_PREPOSITIONS = frozenset(("de", "d'", "du", "des", "en", "a", "pour", "sur", "avec", "contre", "par", "open"))


class Phrases(Generic[Meaning]):
    """Phrases with what they mean, found by their first word (or by their last, when they are read backwards)."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]], *, backwards: bool = False) -> None:
        self._backwards = backwards
        self._written: dict[str, list[tuple[str, Meaning]]] = {}
        self._read: dict[str, tuple[tuple[tuple[str, ...], Meaning], ...]] = {}
        for phrase, meaning in entries:
            self._written.setdefault(_word_at_end(phrase, backwards), []).append((phrase, meaning))

    @remembered
    def keys(self) -> frozenset[str]:
        """The words by which the phrases are found."""
        return frozenset(self._written)

    def at(self, forms: Sequence[str], position: int) -> tuple[int, Meaning] | None:
        """The longest phrase that begins (ends, when backwards) with the word at the position: its length, meaning."""
        key = forms[position]
        if key not in self._written:
            return None
        for words, meaning in self._read.get(key) or self._several(key):
            size = len(words)
            first = position - size + 1 if self._backwards else position
            if size == 1 or (first >= 0 and forms[first : first + size] == words):
                return size, meaning
        return None

    def _several(self, key: str) -> tuple[tuple[tuple[str, ...], Meaning], ...]:
        """The phrases of a word, the longest first; cut into words when a text first has the word."""
        meanings: dict[tuple[str, ...], Meaning] = {}
        for phrase, meaning in self._written[key]:
            meanings.setdefault(split(phrase), meaning)
        found = self._read[key] = tuple(sorted(meanings.items(), key=lambda item: -len(item[0])))
        return found


def _word_at_end(phrase: str, backwards: bool) -> str:
    """The folded word with which the phrase begins, or ends."""
    if phrase.isalnum():
        return folded(phrase)
    place = -1 if backwards else 0
    word = phrase.replace("-", " ").split(" ")[place]
    return folded(word) if word.isalnum() else split(phrase)[place]


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
