"""Whether a word that begins a sentence is a name: how the rest of the text writes it."""

from __future__ import annotations

import re
from collections import Counter

from aipolicy_index.facts.grammar.descriptors import describe
from aipolicy_index.facts.grammar.function_words import is_adverb, words_of
from aipolicy_index.facts.grammar.lexicon import readings
from aipolicy_index.language.remembered import remembered

_RUN = re.compile(r"\w+")
_INSIDE = re.compile(r"(?:(?<=[^\W\d_] )|(?<=[^\W\d_], ))\w+")
OFTEN = 2
"""What stands more often than this with a capital is a name wherever it stands."""


class Elsewhere:
    """The words of a text as they are written, counted once however many are asked for."""

    def __init__(self, plain: str, language: str) -> None:
        self._plain, self._language = plain, language

    @remembered
    def _runs(self) -> Counter[str]:
        return Counter(_RUN.findall(self._plain))

    @remembered
    def _inside(self) -> frozenset[str]:
        """The words that stand behind another one, a comma perhaps between."""
        return frozenset(_INSIDE.findall(self._plain))

    def is_name(self, word: str) -> bool:
        """Whether a word in lower case is a name: the text has it so elsewhere, never in lower case.

        A French noun without its article that is the subject of a verb is a name, even when it stands but once.
        """
        if self._count(word):
            return False
        if self._language == "fr" and not _is_common(word):
            return True
        name = word.capitalize()
        return self._stands_inside(name) or self._count(name) > OFTEN

    def _count(self, word: str) -> int:
        """How often the text has the word."""
        parts = _RUN.findall(word)
        if parts == [word]:
            return self._runs[word]
        if not all(part in self._runs for part in parts):
            return 0
        return len(re.findall(rf"\b{re.escape(word)}\b", self._plain))

    def _stands_inside(self, name: str) -> bool:
        """Whether the name stands behind another word."""
        parts = _RUN.findall(name)
        if parts == [name]:
            return name in self._inside
        if not all(part in self._runs for part in parts):
            return False
        return re.search(rf"[^\W\d_],? {re.escape(name)}\b", self._plain) is not None


def _is_common(word: str) -> bool:
    """Whether a French word may begin a sentence without being a name."""
    small = ("subject_pronouns", "determiners", "prepositions", "nobody", "bare", "quantities", "subordinators")
    known = word in readings("fr") or is_adverb(word, "fr") or describe([word], 0, "fr") is not None
    return known or any(word in words_of(name, "fr") for name in small)
