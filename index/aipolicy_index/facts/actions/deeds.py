"""Action nouns that name their author: « l'enquête de la Cnil », « le rachat de X par Y », “Italy's ban on it”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.actions.classes import nouns
from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.function_words import any_of, is_adverb, words_of
from aipolicy_index.facts.grammar.phrases import phrase_from
from aipolicy_index.facts.grammar.sentences import Phrase, Sentence
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.model import ActionKind, FactKind, Modality

UNDERGONE, TOLD, MENTIONED = 3, 2, 1
"""The weight of a deed: that somebody undergoes (« visé par une enquête »), of which a sentence tells, or another."""
HEAD = 6
"""Within how many words of its sentence a noun is what the sentence tells of."""
REACH = 14
"""How many words behind the noun its author is looked for."""
BEFORE = 5
_BY_GENITIVE = frozenset((ActionKind.INVESTIGATE, ActionKind.SUE, ActionKind.FINE, ActionKind.ALLOW))
"""Kinds whose noun takes its author with « de »: « une plainte de X »; « l'interdiction de X » bans X."""
_BEFORE_NOUN = (FactKind.ORGANISATION, FactKind.PLACE, FactKind.PERSON)


class Deed(NamedTuple):
    """An action noun of a sentence with the phrase that names its author."""

    group: VerbGroup
    """The noun, as if it were a verb."""
    kind: ActionKind
    weight: int
    author: Phrase
    modality: Modality


def deeds(sentence: Sentence) -> Iterator[Deed]:
    """The action nouns of a sentence that name their author."""
    table, past = _by_first_word(sentence.language), 0
    for index in [index for index, word in enumerate(sentence.lower) if word in table]:
        for words, kind in table[sentence.lower[index]] if index >= past else ():
            last = index + len(words) - 1
            if tuple(sentence.lower[index : last + 1]) != words or any(sentence.names[index : last + 1]):
                continue
            if author := _author(sentence, index, last, kind):
                noun = VerbGroup(index, last, " ".join(words), Tense.PARTICIPLE)
                yield Deed(noun, kind, _weight(sentence, index), author, _modality(sentence, index))
            past = last + 1
            break


def _author(sentence: Sentence, index: int, last: int, kind: ActionKind) -> Phrase | None:
    behind = _behind(sentence, last, kind)
    return behind or (_before(sentence, index, kind) if sentence.language == "en" else None)


def _behind(sentence: Sentence, last: int, kind: ActionKind) -> Phrase | None:
    """« par X », « de la part de X », « entre A et B », “from X”, and « de X » right behind a noun that allows it."""
    french = sentence.language == "fr"
    by, between = (("par",), "entre") if french else (("by", "from"), "between")
    verbs = {group.first for group in sentence.groups if group.finite or group.tense is Tense.PARTICIPLE}
    for at in range(last + 1, min(len(sentence.words) - 1, last + REACH)):
        word = sentence.lower[at]
        if word in (";", ":", ".", "?", "!", ",", "(", "qui", "who", "that") or at in verbs:
            return None
        if sentence.names[at]:
            continue
        if word in by or (word == between and kind is ActionKind.SIGN):
            return phrase_from(sentence, at + 1)
        if sentence.lower[at : at + 4] == ["de", "la", "part", "de"]:
            return phrase_from(sentence, at + 4)
        owned = french and kind in _BY_GENITIVE and word in words_of("of", "fr") and at - last <= 2
        if owned and (phrase := phrase_from(sentence, at + 1)) and any(_acting(sentence, phrase)):
            return phrase
    return None


def _acting(sentence: Sentence, phrase: Phrase) -> Iterator[bool]:
    """For each word of a short phrase whether it is part of an organisation's name."""
    for index in range(phrase.first, min(phrase.last, phrase.first + 3) + 1):
        name = sentence.names[index]
        yield name is not None and name.entity.kind is FactKind.ORGANISATION


def _before(sentence: Sentence, index: int, kind: ActionKind) -> Phrase | None:
    """“Italy's ban”, “the FTC's inquiry”, “a Commission probe”."""
    at = index - 1
    while at > 0 and sentence.names[at] is None and sentence.lower[at] != "'s" and index - at < 3:
        if sentence.lower[at] in any_of("en", "determiners", "prepositions"):
            return None
        at -= 1
    owns = at > 0 and sentence.lower[at] == "'s" and sentence.names[at] is None
    name = sentence.names[at - 1] if owns else sentence.names[at] if at >= 0 else None
    if name is None or name.entity.kind not in _BEFORE_NOUN or not (owns or kind in _BY_GENITIVE):
        return None
    return Phrase(name.first, name.last)


def _weight(sentence: Sentence, index: int) -> int:
    before = sentence.lower[max(0, index - BEFORE) : index]
    if words_of("undergoing", sentence.language) & set(before):
        return UNDERGONE
    return TOLD if index < HEAD else MENTIONED


def _modality(sentence: Sentence, index: int) -> Modality:
    before = set(sentence.lower[max(0, index - BEFORE) : index])
    for name, told in (
        ("absent", Modality.NEGATED),
        ("doubtful", Modality.CONDITIONAL),
        ("intended", Modality.PLANNED),
    ):
        if before & words_of(name, sentence.language):
            return told
    verb = next((group for group in sentence.groups if group.finite), None)
    near = verb is not None and _is_near(sentence, verb, index)
    if near and verb and (verb.negated or verb.lemma in words_of("planned", sentence.language)):
        return Modality.NEGATED if verb.negated else Modality.PLANNED
    return Modality.CONDITIONAL if verb and verb.tense is Tense.CONDITIONAL else Modality.DONE


def _is_near(sentence: Sentence, verb: VerbGroup, index: int) -> bool:
    """Whether nothing but small words stands between a verb and the noun that it governs."""
    small = words_of("determiners", sentence.language)
    between = sentence.lower[verb.last + 1 : index]
    return verb.last < index and all(word in small or is_adverb(word, sentence.language) for word in between)


@cache
def _by_first_word(language: str) -> dict[str, list[tuple[tuple[str, ...], ActionKind]]]:
    found: dict[str, list[tuple[tuple[str, ...], ActionKind]]] = {}
    for noun in sorted(nouns(language), key=len, reverse=True):
        words = tuple(noun.replace("'", "' ").split())
        found.setdefault(words[0], []).append((words, nouns(language)[noun]))
    return found
