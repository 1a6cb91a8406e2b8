"""The verb groups of a sentence: auxiliaries, negation and adverbs taken together with the verb they serve."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aipolicy_index.facts.grammar.conjugation import FINITE, Tense
from aipolicy_index.facts.grammar.function_words import adverbials, is_adverb, words_of
from aipolicy_index.facts.grammar.lexicon import Reading, readings

REACH = 7
"""How many words may stand between an auxiliary and its participle."""
INSERTION = 6
"""How many words an insertion between them may have."""


class VerbGroup(NamedTuple):
    """One verb with its auxiliaries: words `first` to `last` of the sentence."""

    first: int
    last: int
    lemma: str
    tense: Tense
    """Of the whole group: « a signé » is PAST, « sera signé » FUTURE; a bare participle is PARTICIPLE."""
    passive: bool = False
    negated: bool = False
    reflexive: bool = False
    inverted: str | None = None
    """The subject clitic that follows: `il`, `elle`, `on`."""
    governor: str | None = None
    """The verb that governs this infinitive: « veut », « refuse de »; `to` for a bare English infinitive."""
    plural: bool = False
    first_person: bool = False

    @property
    def finite(self) -> bool:
        """Whether it can have a subject of its own."""
        return self.tense in FINITE and self.governor is None


class VerbScan:
    """Reads one sentence from left to right; a language each defines `group_at`."""

    language = "fr"
    starts: frozenset[str] = frozenset()
    """Words that no table has and that a group may begin with."""

    def __init__(self, lower: Sequence[str], named: Sequence[bool]) -> None:
        self.lower, self.named, self.count = lower, named, len(lower)
        self.table = readings(self.language)
        self.negations = words_of("negations", self.language)
        self.found: list[VerbGroup] = []

    def run(self) -> list[VerbGroup]:
        """All groups, in order."""
        index, starts, read = 0, self.starts, self.table.read
        while index < self.count:
            begins = not self.named[index] and (read(self.lower[index]) or self.lower[index] in starts)
            group = self.group_at(index) if begins else None
            if group:
                self.found.append(group)
                index = group.last
            index += 1
        return self.found

    def group_at(self, index: int) -> VerbGroup | None:
        """The group that begins at a word."""
        raise NotImplementedError

    def of(self, index: int, *tenses: Tense) -> Reading | None:
        """The reading of a word in one of these tenses, if it has one."""
        if index >= self.count or self.named[index]:
            return None
        for one in self.table.read(self.lower[index]):
            if one.tense in tenses:
                return one
        return None

    def skip(self, index: int) -> int:
        """The first word at or after the index that is no adverb, negation or subject clitic."""
        limit = min(self.count, index + REACH)
        inversions = words_of("inversions", self.language)
        while index < limit and not self.named[index]:
            word = self.lower[index]
            if word == "," and (after := self.after_insertion(index)):
                index = limit = after
            elif width := self.adverbial(index):
                index += width
                limit = max(limit, min(self.count, index + REACH))
            elif word in self.negations or word in inversions or is_adverb(word, self.language):
                index += 1
            else:
                break
        return index

    def adverbial(self, index: int) -> int:
        """How many words an adverb of several words has that begins here: « par ailleurs », “in turn”; 0 for none."""
        for words in adverbials(self.language).get(self.lower[index], ()):
            if tuple(self.lower[index : index + len(words)]) == words:
                return len(words)
        return 0

    def after_insertion(self, comma: int) -> int | None:
        """The word behind a short insertion: « a, de son côté, retiré »."""
        for index in range(comma + 2, min(self.count - 1, comma + INSERTION + 2)):
            if self.lower[index] == ",":
                return index + 1 if self.of(index + 1, Tense.PARTICIPLE, Tense.INFINITIVE) else None
        return None

    def before(self, index: int) -> str:
        """The word before, `` at the head of the sentence."""
        return self.lower[index - 1] if index else ""

    def is_in(self, index: int, name: str) -> bool:
        """Whether the word before an index is in a set of function words."""
        return self.before(index) in words_of(name, self.language)
