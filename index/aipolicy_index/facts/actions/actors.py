"""Who does what a verb tells: its subject or agent, the owner of the rule that speaks, the speaker behind « nous »."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aipolicy_index.facts.entities import Entity
from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.lexicon import saying
from aipolicy_index.facts.grammar.reference import Discourse, is_own_rule
from aipolicy_index.facts.grammar.sentences import Phrase, Sentence
from aipolicy_index.facts.grammar.subjects import agent, subject
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.model import Fact, FactKind, QuoteDetails

_WE = frozenset(("je", "j", "nous", "we", "i"))


class Actor(NamedTuple):
    """Who acts: an entity of the article, or a description."""

    name: str
    entity: Entity | None


def actor_of(
    discourse: Discourse, number: int, group: VerbGroup, quotes: Sequence[Fact], *, of_rule: bool = False
) -> Actor | None:
    """Who does what the group tells; of a rule laid down, who made it."""
    sentence = discourse.sentences[number]
    passive = group.passive or group.tense is Tense.PARTICIPLE or group.governor == "voir"
    phrase = agent(sentence, group) if passive and not of_rule else subject(sentence, group)
    if phrase is None:
        return _reporter(discourse, number, group) if of_rule or group.passive else None
    if phrase.pronoun in _WE:
        return _speaker(sentence.words[phrase.first].start, quotes)
    who = discourse.resolve(number, phrase)
    product = who is not None and who.entity is not None and who.entity.kind is FactKind.PRODUCT
    if of_rule or product or (who and is_own_rule(who)):
        return _rule_maker(discourse, number, phrase, group)
    if who is None:
        return _reporter(discourse, number, group)
    return Actor(who.name, who.entity)


def _rule_maker(discourse: Discourse, number: int, phrase: Phrase, group: VerbGroup) -> Actor | None:
    """Who made the rule: who reports it in the same sentence, who is named in the phrase, who was spoken of last."""
    if found := _reporter(discourse, number, group):
        return found
    who = discourse.rule_maker(number, phrase)
    return Actor(who.name, who.entity) if who else None


def _reporter(discourse: Discourse, number: int, group: VerbGroup) -> Actor | None:
    """« Meta a précisé que l'initiative s'étendra ... »: who says that something happens stands for who does it."""
    sentence = discourse.sentences[number]
    for earlier in reversed(sentence.groups):
        if earlier.last >= group.first or not earlier.finite or earlier.lemma not in saying(sentence.language)["say"]:
            continue
        if not _opens_clause(sentence, earlier):
            continue
        phrase = subject(sentence, earlier)
        who = discourse.resolve(number, phrase) if phrase else None
        if who and not is_own_rule(who):
            return Actor(who.name, who.entity)
    return None


def _opens_clause(sentence: Sentence, group: VerbGroup) -> bool:
    following = sentence.lower[group.last + 1 : group.last + 5]
    return any(word in ("que", "qu'", "that") for word in following)


def _speaker(position: int, quotes: Sequence[Fact]) -> Actor | None:
    """Who speaks at a position, where a quotation holds it."""
    for quote in quotes:
        if quote.start <= position < quote.end and isinstance(quote.details, QuoteDetails) and quote.details.speaker:
            return Actor(quote.details.speaker, None)
    return None
