"""Every clause of a page that tells of an action, with its actor, object and modality."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aipolicy_index.facts.actions.classes import ActionRule, match
from aipolicy_index.facts.actions.modality import modality
from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.phrases import Phrase
from aipolicy_index.facts.grammar.reference import Discourse, Who
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.subjects import agent, subject
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.model import Fact, Modality, QuoteDetails, Span

_FIRST_PERSON = frozenset(("je", "j", "nous", "on", "we", "i"))
REACH = 160
"""How many characters of the clause are looked at for what the verb acts on."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One verb that tells of an action."""

    number: int
    """Of the sentence."""
    group: VerbGroup
    rule: ActionRule
    actor: Who | None
    actor_name: str | None
    object: Span | None
    modality: Modality


def candidates(discourse: Discourse, quotes: Sequence[Fact], plain: str) -> Iterator[Candidate]:
    """All candidates in the order of the text."""
    for number, sentence in enumerate(discourse.sentences):
        discourse.read(number)
        for group in sentence.groups:
            clause = _clause(sentence, group, plain)
            rule = match(group.lemma, clause.casefold(), sentence.language, reflexive=group.reflexive)
            if rule:
                yield _candidate(discourse, quotes, number, group, rule)


def _clause(sentence: Sentence, group: VerbGroup, plain: str) -> str:
    """The text that the condition of a rule is tried on: behind the verb, of a passive also before it."""
    start = sentence.words[group.last].end
    behind = plain[start : min(sentence.span.end, start + REACH)]
    return plain[sentence.span.start : sentence.words[group.first].start] + behind if group.passive else behind


def _candidate(
    discourse: Discourse, quotes: Sequence[Fact], number: int, group: VerbGroup, rule: ActionRule
) -> Candidate:
    sentence = discourse.sentences[number]
    passive = group.passive or (group.tense is Tense.PARTICIPLE)
    phrase = agent(sentence, group) if passive else subject(sentence, group)
    who = discourse.resolve(number, phrase) if phrase else None
    name = _actor_name(sentence, phrase, who, quotes)
    return Candidate(number, group, rule, who, name, _object(sentence, group), modality(sentence, group))


def _actor_name(sentence: Sentence, phrase: Phrase | None, who: Who | None, quotes: Sequence[Fact]) -> str | None:
    if who and who.name:
        return who.name
    if phrase and phrase.pronoun in _FIRST_PERSON:
        return _speaker(sentence.words[phrase.first].start, quotes)
    return None


def _speaker(position: int, quotes: Sequence[Fact]) -> str | None:
    """Who speaks at a position, where a quotation holds it."""
    for quote in quotes:
        if quote.start <= position < quote.end and isinstance(quote.details, QuoteDetails):
            return quote.details.speaker
    return None


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
