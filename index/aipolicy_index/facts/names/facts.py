"""People, organisations, places, products and instruments as key facts."""

from __future__ import annotations

from collections.abc import Collection

from aipolicy_index.facts.entities import Entities, Entity, Mention
from aipolicy_index.facts.names.role_phrases import on_one_line
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Fact, FactKind, NameDetails, PersonDetails

KINDS = (FactKind.PERSON, FactKind.ORGANISATION, FactKind.PLACE, FactKind.PRODUCT, FactKind.INSTRUMENT)


def facts_of(page: Page, entities: Entities, *, without: Collection[Entity] = ()) -> list[Fact]:
    """One fact for each named thing, by kind, the most named first; `without` those that are only credited sources."""
    left_out = {id(entity) for entity in without}
    chosen = [entity for entity in entities.of(*KINDS) if id(entity) not in left_out]
    facts = [_fact(page, entity) for entity in chosen]
    return sorted(facts, key=lambda fact: (KINDS.index(fact.kind), -len(fact.mentions), fact.start))


def _fact(page: Page, entity: Entity) -> Fact:
    best = _best(page, entity)
    return Fact(
        entity.kind,
        page.text[best.span.start : best.span.end],
        best.span.start,
        best.span.end,
        entity.name,
        _details(entity),
        tuple(mention.span for mention in entity.mentions),
        rule=best.rule,
    )


def _best(page: Page, entity: Entity) -> Mention:
    """The first mention that is written like the name."""
    return next(
        (one for one in entity.mentions if on_one_line(page.text[one.span.start : one.span.end]) == entity.name),
        entity.mentions[0],
    )


def _details(entity: Entity) -> PersonDetails | NameDetails:
    if entity.kind is FactKind.PERSON:
        return PersonDetails(entity.role, entity.organisation, entity.aliases)
    return NameDetails(entity.aliases)
