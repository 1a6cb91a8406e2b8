"""What the patterns of attribution share: places of quotations, attributions, and who a verb's subject is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from aipolicy_index.facts.grammar.lexicon import saying
from aipolicy_index.facts.grammar.phrases import phrase_from
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import Phrase, Sentence
from aipolicy_index.facts.grammar.somewhere import somewhere
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.facts.grammar.who import Who, is_own_rule
from aipolicy_index.model import Span

FIRST_PERSON = frozenset("je j nous vous i we you tu".split())


class Attribution(NamedTuple):
    """Who says a quotation, and the words that tell it."""

    who: Who | None
    """None where a pronoun points to nobody that is known: somebody speaks all the same."""
    cue: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands: in sentence `number`, as word `index`."""

    number: int
    index: int


def reports(sentence: Sentence, group: VerbGroup, *, stance: bool = False) -> bool:
    """Whether the verb reports speech, or, with `stance`, may govern a quoted fragment."""
    classes, lemma = saying(sentence.language), group.lemma.split(" ")[0]
    return lemma in classes["say"] or (stance and lemma in classes["stance"])


def by_voice(discourse: Discourse, number: int, phrase: Phrase, who: Who) -> Who:
    """« Y, par la voix de X, plaide pour un « partenariat » »: the person who speaks for the body."""
    lower = discourse.sentences[number].lower
    for index in range(phrase.last + 1, len(lower) - 4) if not who.person else ():
        voiced = lower[index : index + 2] == ["par", "la"] and lower[index + 2] in ("voix", "bouche")
        voice = phrase_from(discourse.sentences[number], index + 4) if voiced else None
        person = discourse.resolve(number, voice) if voice else None
        if person and person.person and person.entity:
            return person
    return who


def speaker(discourse: Discourse, number: int, group: VerbGroup, phrase: Phrase, *, beside: bool = True) -> Who | None:
    """Who the subject means; behind « affirme-t-on » and « peut-on lire », the place that is named.

    `beside`: the verb stands right by the quotation, so that whatever is its subject speaks.
    """
    if phrase.pronoun == "on":
        return somewhere(discourse, number, group)
    if phrase.pronoun in FIRST_PERSON:
        return None
    found = discourse.resolve(number, phrase, speaks=True)
    if found and is_own_rule(found):
        return discourse.rule_maker(number, phrase) or found
    if found is None and phrase.pronoun is None and beside:
        return discourse.unnamed(number, phrase)
    return found
