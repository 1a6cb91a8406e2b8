"""Who does what a verb tells: its subject or agent, the owner of the rule that speaks, the speaker behind « nous »."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aipolicy_index.facts.entities import Entity
from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.descriptors import Standing
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.lexicon import inquit, saying
from aipolicy_index.facts.grammar.naming import head
from aipolicy_index.facts.grammar.phrases import phrase_from
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import Phrase, Sentence
from aipolicy_index.facts.grammar.subjects import agent, parties, subject
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.facts.grammar.who import Who, is_own_rule
from aipolicy_index.model import ActionKind, Fact, FactKind, QuoteDetails

_OF_STATES = frozenset((ActionKind.BAN, ActionKind.RESTRICT, ActionKind.ALLOW, ActionKind.LIFT))
"""What a state does to a thing that is then « interdit en Italie »."""
_AUTHORITIES = frozenset(("regulator", "court", "agency", "ministry", "police", "local", "government"))
_WE = frozenset(("je", "j", "nous", "we", "i"))


class Actor(NamedTuple):
    """Who acts: an entity of the article, or a description."""

    name: str
    entity: Entity | None


def actor_of(
    discourse: Discourse,
    number: int,
    group: VerbGroup,
    quotes: Sequence[Fact],
    kind: ActionKind,
    *,
    of_rule: bool = False,
) -> Actor | None:
    """Who does what the group tells; of a rule laid down, who made it."""
    sentence = discourse.sentences[number]
    passive = group.passive or group.tense is Tense.PARTICIPLE or group.governor == "voir"
    phrase = agent(sentence, group) if passive and not of_rule else subject(sentence, group)
    if passive and phrase is None and (found := _beside(discourse, number, group, kind)):
        return found
    if group.passive and phrase is None and group.lemma in words_of("justice", sentence.language):
        return _court(discourse, number, group)
    if phrase is None:
        return _reporter(discourse, number, group) if of_rule or group.passive else None
    if phrase.first == phrase.last and sentence.lower[phrase.first] in words_of("nobody", sentence.language):
        return None
    if phrase.pronoun == "on":
        return _behind_on(discourse, number)
    if phrase.pronoun in _WE:
        return _speaker(sentence.words[phrase.first].start, quotes)
    if sentence.voice is not None and phrase.pronoun and phrase.pronoun not in ("qui", "who", "which", "that"):
        return None
    if kind is ActionKind.FINE and group.lemma == "pay" and (fined := _authority(discourse, number, group)):
        return fined
    who = discourse.resolve(number, phrase, speaks=group.lemma in inquit(sentence.language))
    chamber = _chamber_passed(sentence, group, who)
    if chamber:
        return chamber
    product = who is not None and who.entity is not None and who.entity.kind is FactKind.PRODUCT
    own_rule = who is not None and is_own_rule(who)
    if (passive and (product or own_rule or _is_law(who))) or (
        who and who.rule == "unnamed" and _is_document(sentence, phrase)
    ):
        return None
    if kind is ActionKind.PROPOSE and who and who.entity and who.entity.kind is FactKind.INSTRUMENT:
        return None
    if of_rule or product or own_rule:
        return _rule_maker(discourse, number, phrase, group)
    if who is None or (who.entity is None and sentence.lower[phrase.last] in ("client", "cliente")):
        return _client(discourse, number, group) or _reporter(discourse, number, group)
    if who.entity is None:
        told = _reporter(discourse, number, group) if phrase.pronoun else _example(sentence, phrase)
        if told and told.entity:
            return told
    return Actor(who.name, who.entity)


def _authority(discourse: Discourse, number: int, group: VerbGroup) -> Actor | None:
    """ "The FTC said that Y would pay $34 million": the authority that tells what another pays."""
    told = _reporter(discourse, number, group)
    return told if told and told.entity and told.entity.category in _AUTHORITIES else None


def _client(discourse: Discourse, number: int, group: VerbGroup) -> Actor | None:
    """« Avocat de Y, X a annoncé que sa cliente ferait appel »: the one for whom the speaker acts."""
    speaker = _reporter(discourse, number, group)
    body = speaker.entity.organisation if speaker and speaker.entity else None
    return Actor(body, None) if body else None


def _example(sentence: Sentence, phrase: Phrase) -> Actor | None:
    """« Cinquante pays, dont la France, ont signé », "Eleven firms, including Meta, signed": the first named."""
    at = phrase.last + 1 + (sentence.lower[phrase.last + 1 : phrase.last + 2] == [","])
    words = sentence.lower[at : at + 2]
    size = 2 if words in (["parmi", "lesquels"], ["parmi", "lesquelles"], ["among", "them"]) else 1
    if size == 1 and words[:1] not in (["dont"], ["including"]):
        return None
    for name in sentence.names[at + size : at + size + 3]:
        if name and name.entity.kind in (FactKind.ORGANISATION, FactKind.PLACE, FactKind.PERSON):
            return Actor(name.entity.name, name.entity)
    return None


def _is_law(who: Who | None) -> bool:
    """« réécrit par la loi »: what a law does by itself is nobody's act."""
    return who is not None and who.entity is not None and who.entity.kind is FactKind.INSTRUMENT


def _is_document(sentence: Sentence, phrase: Phrase) -> bool:
    noun = head(sentence, phrase)
    return noun is not None and noun[1].standing is Standing.DOCUMENT


def _behind_on(discourse: Discourse, number: int) -> Actor | None:
    """« Chez X, on assure », « À Bercy, on préfère »: the one at whose place something is said or done."""
    sentence = discourse.sentences[number]
    if sentence.lower[0] not in ("chez", "à", "au", "aux", "du"):
        return None
    aside = tuple(sentence.lower[1:3]) in (("côté", "de"), ("côté", "d'"), ("côté", "du"))
    phrase = phrase_from(sentence, 3 if aside else 1)
    who = discourse.resolve(number, phrase) if phrase else None
    return Actor(who.name, who.entity) if who and who.entity and who.entity.kind is FactKind.ORGANISATION else None


def _court(discourse: Discourse, number: int, group: VerbGroup) -> Actor | None:
    """« Une troisième prévenue a été relaxée »: by the court spoken of last."""
    start = discourse.sentences[number].words[group.first].start
    who = discourse.recent(number, start, lambda one: one.entity is not None and one.entity.category == "court")
    return Actor(who.name, who.entity) if who else None


def _chamber_passed(sentence: Sentence, group: VerbGroup, who: Who | None) -> Actor | None:
    """“Senate Bill 614 passed the House”: of a law that passes a chamber, the chamber."""
    law = who is not None and who.entity is not None and who.entity.kind is FactKind.INSTRUMENT
    bare = who is not None and who.entity is None and who.name.split()[-1].lower() in ("bill", "measure", "act")
    if group.lemma not in ("pass", "clear") or not (law or bare):
        return None
    for name in sentence.names[group.last + 1 : group.last + 4]:
        if name and name.entity.kind is FactKind.ORGANISATION:
            return Actor(name.entity.name, name.entity)
    return None


def _beside(discourse: Discourse, number: int, group: VerbGroup, kind: ActionKind) -> Actor | None:
    """Of a passive without agent: « signé entre A et B », “fired from X”, « interdit en Italie »."""
    sentence = discourse.sentences[number]
    if kind is ActionKind.SIGN and (phrase := parties(sentence, group)):
        who = discourse.resolve(number, phrase)
        return Actor(who.name, who.entity) if who else None
    if group.last + 2 >= len(sentence.words):
        return None
    before = sentence.lower[group.last + 1]
    name = sentence.names[group.last + 2] or (
        sentence.names[group.last + 3] if group.last + 3 < len(sentence.words) else None
    )
    if name is None:
        return None
    entity = name.entity
    fires = kind is ActionKind.FIRE and before in ("from", "by", "de", "chez") and entity.kind is FactKind.ORGANISATION
    rules = kind in _OF_STATES and before in ("in", "en", "au", "aux") and entity.kind is FactKind.PLACE
    return Actor(entity.name, entity) if fires or (rules and entity.category == "country") else None


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
        if earlier.last >= group.first or not earlier.finite or not _announces(sentence, earlier):
            continue
        if not _opens_clause(sentence, earlier):
            continue
        phrase = subject(sentence, earlier)
        who = discourse.resolve(number, phrase) if phrase else None
        if who and not is_own_rule(who):
            named = _example(sentence, phrase) if phrase and who.entity is None else None
            return named or Actor(who.name, who.entity)
    return None


def _announces(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a verb tells of what its subject does, not of what others did: « annoncer », not « rappeler »."""
    says = group.lemma in saying(sentence.language)["say"]
    return says and group.lemma not in words_of("of_others", sentence.language)


def _opens_clause(sentence: Sentence, group: VerbGroup) -> bool:
    following = sentence.lower[group.last + 1 : group.last + 5]
    return any(word in ("que", "qu'", "that") for word in following)


def _speaker(position: int, quotes: Sequence[Fact]) -> Actor | None:
    """Who speaks at a position, where a quotation holds it."""
    for quote in quotes:
        if quote.start <= position < quote.end and isinstance(quote.details, QuoteDetails) and quote.details.speaker:
            return Actor(quote.details.speaker, None)
    return None
