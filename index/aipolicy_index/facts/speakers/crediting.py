"""Expressions that credit somebody without a verb: « selon X », « pour X, », “according to X”."""

from __future__ import annotations

from functools import cache

from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.phrases import antecedent, phrase_from
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import QUOTED, Phrase, Sentence
from aipolicy_index.facts.grammar.tables import rows
from aipolicy_index.facts.speakers.places import Attribution, Place

HEAD_REACH = 14
"""Within how many words behind « Pour X » a comma must follow."""


@cache
def _cues(language: str) -> dict[str, tuple[tuple[tuple[str, ...], bool], ...]]:
    """First word -> the expressions, the longest first, and whether they stand at the head only."""
    found: dict[str, tuple[tuple[tuple[str, ...], bool], ...]] = {}
    cues = [
        (tuple(text.split()), where == "head") for its, where, text in rows("attribution_cues.tsv") if its == language
    ]
    for cue in sorted(cues, key=lambda cue: -len(cue[0])):
        found[cue[0][0]] = (*found.get(cue[0][0], ()), cue)
    return found


def credited(discourse: Discourse, number: int, index: int, rule: str) -> Attribution | None:
    """« selon X », « pour X, » that begins at a word of the sentence."""
    sentence = discourse.sentences[number]
    for words, head_only in _cues(sentence.language).get(sentence.lower[index], ()):
        end = index + len(words)
        if sentence.names[index] or not _stands(sentence, index, words):
            continue
        relative = end < len(sentence.words) and sentence.lower[end] in words_of("relatives", sentence.language) | {
            "whom"
        }
        if relative and (phrase := antecedent(sentence, index)):
            who = discourse.resolve(number, phrase, speaks=True)
            return Attribution(who, sentence.cut(index, end), rule) if who else None
        phrase = phrase_from(sentence, end)
        if phrase is None or (head_only and not _heads_clause(sentence, index, phrase)):
            continue
        if (
            phrase.last < len(sentence.words) - 1
            and sentence.lower[phrase.last + 1] == QUOTED
            and _is_bare(sentence, phrase)
        ):
            continue
        if who := discourse.resolve(number, phrase, speaks=True):
            return Attribution(who, sentence.cut(index, end - 1), rule)
    return None


def _is_bare(sentence: Sentence, phrase: Phrase) -> bool:
    """« selon un « mode sans échec » »: an article whose noun stands in the marks."""
    return all(
        word in words_of("determiners", sentence.language) for word in sentence.lower[phrase.first : phrase.last + 1]
    )


def _stands(sentence: Sentence, index: int, words: tuple[str, ...]) -> bool:
    """Whether an expression stands at a word, its last « de » perhaps contracted: « aux yeux des »."""
    found = tuple(sentence.lower[index : index + len(words)])
    if found == words:
        return True
    contracted = words[-1] == "de" and bool(found) and found[-1] in words_of("of", "fr")
    return contracted and found[:-1] == words[:-1]


def _heads_clause(sentence: Sentence, index: int, phrase: Phrase) -> bool:
    """« Pour X, ... » is an opinion at the head of a sentence, before a comma."""
    if any(sentence.lower[at].isalnum() for at in range(index)):
        return False
    return "," in sentence.lower[phrase.last + 1 :][:HEAD_REACH]


def source(discourse: Discourse, place: Place) -> Attribution | None:
    """« Selon X, ... « » » anywhere in the sentence."""
    sentence = discourse.sentences[place.number]
    known = _cues(sentence.language)
    for index, word in enumerate(sentence.lower):
        if word in known and index != place.index and (found := credited(discourse, place.number, index, "source")):
            return found
    return None


def at_head(discourse: Discourse, number: int, rule: str) -> Attribution | None:
    """« Selon X, » among the first words of a sentence."""
    for index in range(min(4, len(discourse.sentences[number].words))):
        if found := credited(discourse, number, index, rule):
            return found
    return None
