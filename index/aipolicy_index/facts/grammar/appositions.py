"""A name and the phrase that tells who it is, with a comma between: « le PDG d'Axon, Rick Smith »."""

from __future__ import annotations

from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.descriptors import Standing, describe
from aipolicy_index.facts.grammar.function_words import any_of
from aipolicy_index.facts.grammar.sentences import QUOTED, Phrase, Sentence
from aipolicy_index.model import FactKind

_AFTER_APPOSITION = frozenset((",", ".", ":", "(", ")", ";", "—", "–", "-", QUOTED, "et", "and", "qui", "who"))
_BODIES = (Standing.COMPANY, Standing.BODY)

APPOSITION = 9
"""Within how many words behind its comma an apposition names somebody."""


def with_apposition(sentence: Sentence, phrase: Phrase, comma: int) -> Phrase:
    """« le PDG d'Axon, Rick Smith », “Pallie's maker, the company Lumen Grove”: the name belongs to the phrase."""
    if comma + 1 >= len(sentence.words) or sentence.lower[comma] != "," or _begins_with_name(sentence, phrase):
        return phrase
    if sentence.lower[comma + 1] in ("que", "qu'", "dont", "où", "whose", "which", "where"):
        return phrase
    standing = _standing(sentence, phrase)
    if standing is Standing.PERSON and (last := _unknown_name(sentence, comma + 1)):
        return Phrase(phrase.first, last)
    for index in range(comma + 1, min(len(sentence.words), comma + APPOSITION)):
        name = sentence.names[index]
        if name is None:
            if sentence.lower[index] in (",", ":", ";", QUOTED) or begins_verb(sentence, index):
                break
            continue
        person = name.entity.kind is FactKind.PERSON
        body = name.entity.kind is FactKind.ORGANISATION and index > comma + 1
        own = standing is None or standing is Standing.PERSON or not _mentions_person(sentence, phrase)
        fits = (person and own) or (body and standing in _BODIES)
        if fits and _may_close(sentence, name.last):
            return Phrase(phrase.first, name.last)
    return phrase


def _unknown_name(sentence: Sentence, first: int) -> int | None:
    """The last of two or more capitalised words between a role's comma and the next one: a name that no rule knew."""
    last = first
    while last < len(sentence.words) and sentence.names[last] is None and sentence.words[last].capital:
        last += 1
    closed = last < len(sentence.words) and sentence.lower[last] in (",", ".", QUOTED)
    return last - 1 if last - first > 1 and closed else None


def _mentions_person(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a noun for a person stands in the phrase, to which an apposition would belong."""
    nouns = (describe(sentence.lower, index, sentence.language) for index in range(phrase.first, phrase.last + 1))
    return any(noun.standing is Standing.PERSON for noun in nouns if noun)


def _may_close(sentence: Sentence, last: int) -> bool:
    """Whether an apposition may end at a word."""
    if last + 1 >= len(sentence.words):
        return True
    word = sentence.lower[last + 1]
    small = any_of(sentence.language, "prepositions", "of")
    return word in _AFTER_APPOSITION or word in small or begins_verb(sentence, last + 1)


def _standing(sentence: Sentence, phrase: Phrase) -> Standing | None:
    """What the noun at the head of a phrase stands for: not « la ministre » of « l'entourage de la ministre »."""
    nouns = (describe(sentence.lower, index, sentence.language) for index in range(phrase.first, phrase.last + 1))
    known = [noun for noun in nouns if noun]
    return known[0 if sentence.language == "fr" else -1].standing if known else None


def _begins_with_name(sentence: Sentence, phrase: Phrase) -> bool:
    first = phrase.first
    small = any_of(sentence.language, "determiners", "titles")
    while first < phrase.last and sentence.names[first] is None and sentence.lower[first] in small:
        first += 1
    name = sentence.names[first]
    owns = name is not None and name.last + 1 < len(sentence.words) and sentence.lower[name.last + 1] == "'s"
    return name is not None and not owns


def apposed_to(sentence: Sentence, phrase: Phrase) -> Phrase:
    """« Jàngal, une jeune pousse qui »: the name before the comma that the phrase tells of."""
    name = sentence.names[phrase.first - 2] if phrase.first > 1 and sentence.lower[phrase.first - 1] == "," else None
    standing = _standing(sentence, phrase)
    body = name is not None and name.entity.kind is FactKind.ORGANISATION and standing in _BODIES
    return Phrase(name.first, name.last) if name and body else phrase


def begins_verb(sentence: Sentence, index: int) -> bool:
    """Whether a verb with a subject, an infinitive or a gerund begins at a word."""
    return any(
        group.first == index
        for group in sentence.groups
        if group.finite or group.tense in (Tense.INFINITIVE, Tense.GERUND)
    )
