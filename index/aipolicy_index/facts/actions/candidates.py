"""Every clause of a page that tells of an action, with its actor, object and modality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aipolicy_index.facts.actions.actors import Actor, actor_of
from aipolicy_index.facts.actions.classes import ActionRule, match, may_act
from aipolicy_index.facts.actions.modality import modality
from aipolicy_index.facts.actions.nominal import governed_noun
from aipolicy_index.facts.actions.norms import norm
from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.subjects import subject
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.model import ActionKind, Fact, Modality, Span

REACH = 160
"""How long an object may be, in characters."""
CONDITION_REACH = 110
"""How many characters behind the verb are looked at for what it acts on."""
BEFORE_PARTICIPLE = 60


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
            if not may_act(group.lemma, sentence.language):
                continue
            clause = _clause(sentence, group, discourse.page.plain)
            yield from _of_group(discourse, quotes, number, group, clause)


def _of_group(
    discourse: Discourse, quotes: Sequence[Fact], number: int, group: VerbGroup, clause: str
) -> Iterator[Candidate]:
    sentence = discourse.sentences[number]
    actor = None
    told = governed_noun(sentence, group, clause) or norm(sentence, group)
    if told:
        actor = actor_of(discourse, number, group, quotes, of_rule=told.form == "norm")
        yield Candidate(
            number, group, told.kind, told.weight, told.form, actor, _object(sentence, group), told.modality
        )
    elif rule := _rule(sentence, group, clause):
        form = "passive" if _is_passive(group) else "active"
        actor = actor_of(discourse, number, group, quotes)
        kind = _lifted(rule, sentence, group)
        told_as = modality(sentence, group)
        yield Candidate(number, group, kind, rule.weight, form, actor, _object(sentence, group), told_as)


def _rule(sentence: Sentence, group: VerbGroup, clause: str) -> ActionRule | None:
    return match(group.lemma, clause, sentence.language, reflexive=group.reflexive)


def _is_passive(group: VerbGroup) -> bool:
    return group.passive or group.tense is Tense.PARTICIPLE


def _clause(sentence: Sentence, group: VerbGroup, plain: str) -> str:
    """The text that the condition of a rule is tried on: behind the verb, of a passive also before it."""
    start = sentence.words[group.last].end
    behind = plain[start : min(sentence.span.end, start + CONDITION_REACH)]
    if _is_passive(group):
        first = sentence.words[group.first].start
        behind = plain[max(sentence.span.start, first - BEFORE_PARTICIPLE) : first] + behind
    return behind.casefold()


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
