"""The words that introduce a source's name: « le quotidien américain X », « l'ONG X », “the charity X”."""

from __future__ import annotations

from typing import NamedTuple

from aipolicy_index.facts.grammar.function_words import any_of, words_of
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.sources.cues import ends_with

MOST_ADJECTIVES = 2


class Introduction(NamedTuple):
    """Where the introduction begins, and what its noun says of the name: `medium`, `learned` or nothing."""

    start: int
    noun: str | None


def introduction(sentence: Sentence, first: int) -> Introduction:
    """The introduction of the name that begins at a word."""
    index, noun = first, None
    if found := _noun_before(sentence, index):
        size, noun, adjectives = found
        index -= size + adjectives
        while index > 0 and sentence.language == "en" and _qualifies(sentence, index - 1):
            index -= 1
    behind_of = noun is None and index > 1 and sentence.lower[index - 1] in words_of("of", sentence.language)
    if behind_of and sentence.lower[index - 2] in ("confrères", "confrère", "collègues"):
        index, noun = index - 2, "medium"
    quoted = ('"', "«", "“")
    while index > 0 and sentence.names[index - 1] is None:
        word = sentence.lower[index - 1]
        if word not in words_of("articles", sentence.language) and word not in quoted:
            break
        index -= 1
    return Introduction(index, noun)


def _qualifies(sentence: Sentence, index: int) -> bool:
    """Whether the word may stand before the noun: “the Lagos-based newspaper”; no verb."""
    in_verb = any(group.first <= index <= group.last for group in sentence.groups)
    return sentence.lower[index].replace("-", "").isalpha() and not in_verb and not _small(sentence, index)


def _small(sentence: Sentence, index: int) -> bool:
    names = ("articles", "prepositions", "of", "clause_stops", "conjoining")
    return sentence.lower[index] in any_of(sentence.language, *names)


def _noun_before(sentence: Sentence, first: int) -> tuple[int, str, int] | None:
    """The size of the introducing noun, what it says, and how many adjectives stand behind it."""
    for adjectives in range(MOST_ADJECTIVES + 1):
        end = first - adjectives
        between = range(end, first)
        if end <= 0 or any(sentence.names[index] or _small(sentence, index) for index in between):
            return None
        if sentence.names[end - 1]:
            return None
        for noun in ("medium", "learned"):
            if words := ends_with(sentence.lower, end, noun, sentence.language):
                return len(words), noun, adjectives
        if not sentence.lower[end - 1].isalpha() or sentence.lower[end - 1] in words_of("of", sentence.language):
            return None
    return None


def apposition(sentence: Sentence, last: int) -> str | None:
    """What « X, un institut de sondage », “X, a think tank chaired by” says of the name that ends at a word."""
    if sentence.lower[last + 1 : last + 2] != [","] or last + 3 >= len(sentence.words):
        return None
    if sentence.lower[last + 2] not in words_of("indefinite", sentence.language):
        return None
    for end in range(last + 4, min(last + 7, len(sentence.words))):
        if ends_with(sentence.lower, end, "learned", sentence.language):
            return "learned"
    return None
