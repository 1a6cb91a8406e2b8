"""Every clause of a page that tells of an action, with its actor, object and modality."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aipolicy_index.facts.actions.actors import Actor, actor_of
from aipolicy_index.facts.actions.classes import ActionRule, match, may_act
from aipolicy_index.facts.actions.deeds import deeds
from aipolicy_index.facts.actions.modality import modality
from aipolicy_index.facts.actions.nominal import governed_noun
from aipolicy_index.facts.actions.norms import norm
from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.descriptors import describe
from aipolicy_index.facts.grammar.function_words import any_of, words_of
from aipolicy_index.facts.grammar.lexicon import saying
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.standing import MEDIUM
from aipolicy_index.facts.grammar.subjects import subject
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.model import ActionKind, Fact, FactKind, Modality, Span

_POWERS = (FactKind.ORGANISATION, FactKind.PERSON, FactKind.PLACE)
REACH = 160
"""How long an object may be, in characters."""
CONDITION_REACH = 110
"""How many characters behind the verb are looked at for what it acts on."""
BEFORE_PARTICIPLE = 60
_BLANKS = re.compile(r"\s{2,}|[^\S ]")
"""What is not one blank already."""


class Candidate(NamedTuple):
    """One verb that tells of an action."""

    number: int
    """Of the sentence."""
    group: VerbGroup
    kind: ActionKind
    weight: int
    form: str
    """How the action is told: active, passive, nominal, norm."""
    actor: Actor | None
    object: Span | None
    modality: Modality


def candidates(discourse: Discourse, quotes: Sequence[Fact]) -> Iterator[Candidate]:
    """All candidates in the order of the text."""
    for number, sentence in enumerate(discourse.sentences):
        discourse.read(number)
        for group in sentence.groups:
            if not may_act(group.lemma, sentence.language) or _asked_of_another(sentence, group):
                continue
            if _is_shouted(discourse.page.plain, sentence, group):
                continue
            clause = _clause(sentence, group, discourse.page.plain)
            yield from _of_group(discourse, quotes, number, group, clause)
        yield from _of_nouns(discourse, number)


def _is_shouted(plain: str, sentence: Sentence, group: VerbGroup) -> bool:
    """“PARLIAMENT PUSHES BACK: In a letter ...”: a label in capitals before a sentence."""
    first = sentence.words[group.first]
    return first.end - first.start > 2 and plain[first.start : first.end].isupper()


def _asked_of_another(sentence: Sentence, group: VerbGroup) -> bool:
    """« demande à Meta de suspendre », “ordered to pay”: the verb that asks tells the action, not the infinitive."""
    return group.governor in words_of("causing", sentence.language) and may_act(group.governor, sentence.language)


def _of_nouns(discourse: Discourse, number: int) -> Iterator[Candidate]:
    """« l'interdiction de ChatGPT par la Cnil », “Italy's ban on the tool”: an action noun with its author."""
    sentence = discourse.sentences[number]
    for deed in deeds(sentence):
        who = None if sentence.voice else discourse.resolve(number, deed.author)
        entity = who.entity if who else None
        if who and entity and entity.kind in _POWERS and entity.category != MEDIUM:
            actor = Actor(who.name, entity)
            yield Candidate(number, deed.group, deed.kind, deed.weight, "nominal", actor, None, deed.modality)


def _of_group(
    discourse: Discourse, quotes: Sequence[Fact], number: int, group: VerbGroup, clause: str
) -> Iterator[Candidate]:
    sentence = discourse.sentences[number]
    actor = None
    told = governed_noun(sentence, group, clause) or norm(sentence, group)
    if told:
        actor = actor_of(discourse, number, group, quotes, told.kind, of_rule=told.form == "norm")
        yield Candidate(
            number, group, told.kind, told.weight, told.form, actor, _object(sentence, group), told.modality
        )
    elif (rule := _rule(sentence, group, clause)) and (rule.weight > 1 or not _is_passive(group)):
        form = "passive" if _is_passive(group) else "active"
        kind = _lifted(rule, sentence, group)
        actor = actor_of(discourse, number, group, quotes, kind)
        told_as = _promised(kind, sentence, group) or modality(sentence, group)
        yield Candidate(number, group, kind, rule.weight, form, actor, _object(sentence, group), told_as)


def _rule(sentence: Sentence, group: VerbGroup, clause: str) -> ActionRule | None:
    return match(group.lemma, clause, sentence.language, reflexive=group.reflexive)


def _is_passive(group: VerbGroup) -> bool:
    return group.passive or group.tense is Tense.PARTICIPLE


def _clause(sentence: Sentence, group: VerbGroup, plain: str) -> str:
    """The text that the condition of a rule is tried on: behind the verb, of a passive also before it.

    `@` ends it where a company or a person is the object of the verb.
    """
    start = sentence.words[group.last].end
    behind = plain[start : min(_next_verb(sentence, group), start + CONDITION_REACH)]
    behind = behind[: behind.index(":") + 1] if ":" in behind else behind
    behind += " @" if _acts_on_somebody(sentence, group) else ""
    if _is_passive(group):
        first = sentence.words[group.first].start
        behind = plain[max(sentence.span.start, first - BEFORE_PARTICIPLE) : first] + behind
    return _BLANKS.sub(" ", behind.casefold())


def _next_verb(sentence: Sentence, group: VerbGroup) -> int:
    """Where the next finite verb begins; the end of the sentence when there is none, or when it tells what is said."""
    if group.lemma in saying(sentence.language)["say"]:
        return sentence.span.end
    following = (one for one in sentence.groups if one.first > group.last and one.finite)
    return next((sentence.words[one.first].start for one in following), sentence.span.end)


def _promised(kind: ActionKind, sentence: Sentence, group: VerbGroup) -> Modality | None:
    """« promet 2 milliards »: to promise an investment is to plan it; to promise is itself an announcement."""
    promises = group.lemma in words_of("promising", sentence.language) and not group.negated
    itself = kind in (ActionKind.ANNOUNCE, ActionKind.PROPOSE, ActionKind.OTHER, ActionKind.DENY)
    return Modality.PLANNED if promises and not itself else None


def _acts_on_somebody(sentence: Sentence, group: VerbGroup) -> bool:
    small = any_of(sentence.language, "determiners", "titles")
    for index in range(group.last + 1, min(len(sentence.words), group.last + 4)):
        if name := sentence.names[index]:
            return name.entity.kind in (FactKind.ORGANISATION, FactKind.PERSON)
        if sentence.lower[index] not in small and describe(sentence.lower, index, sentence.language) is None:
            return False
    return False


def _lifted(rule: ActionRule, sentence: Sentence, group: VerbGroup) -> ActionKind:
    """« jusqu'à présent, X interdisait »: what is told is that the ban ends."""
    before = " ".join(sentence.lower[max(0, group.first - 9) : group.last + 4])
    until_now = (
        "jusqu' à présent",
        "jusqu' ici",
        "jusqu' alors",
        "jusqu' à maintenant",
        "until now",
        "previously banned",
    )
    if rule.kind is ActionKind.BAN and group.tense is Tense.IMPERFECT and any(words in before for words in until_now):
        return ActionKind.LIFT
    return rule.kind


def _object(sentence: Sentence, group: VerbGroup) -> Span | None:
    """What the verb acts on: the words behind it up to the end of its clause; of a passive, its subject."""
    if group.passive and (phrase := subject(sentence, group)) and phrase.pronoun is None:
        return sentence.cut(phrase.first, phrase.last)
    first = last = group.last + 1
    while last < len(sentence.words) and sentence.lower[last] not in (";", ":", ".", "!", "?", "("):
        if sentence.lower[last] == "," and last - first > 3:
            break
        if sentence.words[last].end - sentence.words[first].start > REACH:
            break
        last += 1
    return sentence.cut(first, last - 1) if last > first else None
