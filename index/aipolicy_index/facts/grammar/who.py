"""Somebody meant by a phrase, and what holds of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aipolicy_index.facts.entities import Entity
from aipolicy_index.facts.grammar.descriptors import Standing, describe
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.model import FactKind, Span

SPOKEN_OF = (FactKind.PERSON, FactKind.ORGANISATION)
SALIENCE, MOST_SALIENT = 0.08, 8


class Who(NamedTuple):
    """Somebody meant by a phrase: an entity of the article, or only a description."""

    entity: Entity | None
    name: str
    """The entity's name, or the description without its article."""
    rule: str
    """How it was resolved: name, description, pronoun, document, unnamed."""
    span: Span
    """The words of the phrase."""
    gender: str | None = None
    plural: bool = False
    person: bool = False


def is_own_rule(who: Who) -> bool:
    """Whether a phrase is a document that an organisation gave itself: « ses conditions d'utilisation »."""
    words = set(who.name.lower().replace("’", "'").replace("'", " ").split()[:3])
    rules = words_of("owned_rules", "fr") | words_of("owned_rules", "en")
    public = who.entity is not None and who.entity.category in ("law", "treaty", "bill")
    instrument = who.entity is None or who.entity.kind is FactKind.INSTRUMENT
    return instrument and not public and bool(words & rules)


def is_named_person(who: Who) -> bool:
    return who.person and (who.entity is not None or who.name[:1].isupper())


def is_anybody(who: Who) -> bool:
    """Named or only described."""
    return bool(who.name)


def is_somebody(who: Who) -> bool:
    return who.entity is not None and who.entity.kind in SPOKEN_OF


def salience(who: Who) -> float:
    """Whom the article names often is meant more often."""
    return SALIENCE * min(len(who.entity.mentions), MOST_SALIENT) if who.entity else 0.0


def as_who(entity: Entity, span: Span) -> Who:
    person = entity.kind is FactKind.PERSON
    gender = entity.gender or (_gender_of_role(entity.role) if person and entity.role else None)
    return Who(entity, entity.name, "name", span, gender, entity.plural, person)


def _gender_of_role(role: str) -> str | None:
    """« directrice » is a woman's role; « chef » and « ministre » are anybody's."""
    noun = describe(role.lower().split()[:1], 0, "fr")
    return "f" if noun and noun.standing is Standing.PERSON and noun.gender == "f" else None


def pointing(found: Who | None, rule: str, span: Span) -> Who | None:
    """The same somebody, met again in other words."""
    return Who(found.entity, found.name, rule, span, found.gender, found.plural, found.person) if found else None


def mentioned(sentence: Sentence) -> Iterator[tuple[int, Entity]]:
    """The people and organisations of a sentence, those in brackets left out."""
    depth, seen = 0, -1
    for index, name in enumerate(sentence.names):
        depth += (sentence.lower[index] == "(") - (sentence.lower[index] == ")")
        if name and depth == 0 and name.first != seen:
            seen = name.first
            if name.entity.kind in SPOKEN_OF:
                yield name.first, name.entity
