"""The named things of an article: one entity for all its mentions, and what lies at a place in the text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from aipolicy_index.language.remembered import remembered
from aipolicy_index.model import FactKind, Span


class Mention(NamedTuple):
    """One place where an entity is named, with the rule that found it."""

    span: Span
    rule: str


class Entity(NamedTuple):
    """One person, organisation, place, product, instrument or credited source, with all its mentions in order."""

    kind: FactKind
    name: str
    """The fullest name in the text; for what the lexicon knows, the form that the text uses most fully."""
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    role: str | None = None
    """Of a person: as written."""
    organisation: str | None = None
    """Of a person: as written."""
    gender: str | None = None
    """`f`, `m` or None where nothing tells; of a person, or of the noun that heads an organisation."""
    known_as: str | None = None
    """The lexicon's canonical name, where the lexicon knows it."""
    descriptors: tuple[str, ...] = ()
    """What the lexicon or the text calls it: « géant de la tech », « commissaire », « start-up »."""
    plural: bool = False
    category: str | None = None
    """What sort of thing, in the lexicon's word: company, lab, regulator, ministry, court, medium, city, law ..."""
    metonyms: tuple[Span, ...] = ()
    """The mentions that name a place and mean this organisation: « Bruxelles » for the Commission."""
    country: str | None = None
    """Of what the lexicon knows: its country (ISO 3166 alpha-2, or the name of the country for a capital)."""


@dataclass(frozen=True)
class Entities:
    """All named things of an article."""

    all: tuple[Entity, ...] = field(default_factory=tuple)

    def of(self, *kinds: FactKind) -> tuple[Entity, ...]:
        """The entities of these kinds, in the order of their first mention."""
        return tuple(entity for entity in self.all if entity.kind in kinds)

    @remembered
    def _places(self) -> list[tuple[int, int, Entity]]:
        return sorted(
            ((mention.span.start, mention.span.end, entity) for entity in self.all for mention in entity.mentions),
            key=lambda place: place[:2],
        )

    @remembered
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self._places]

    def within(self, span: Span, *kinds: FactKind) -> list[tuple[Span, Entity]]:
        """The mentions that lie wholly inside the span, in order, of these kinds (of all when none is given)."""
        found = []
        for number in range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)):
            start, end, entity = self._places[number]
            if end <= span.end and (not kinds or entity.kind in kinds):
                found.append((Span(start, end), entity))
        return found

    def around(self, span: Span, *kinds: FactKind) -> bool:
        """Whether a mention of these kinds begins before the span and ends behind it."""
        for number in range(bisect_left(self._starts, span.start) - 1, -1, -1):
            start, end, entity = self._places[number]
            if start + self._longest < span.end:
                break
            if end > span.end and entity.kind in kinds:
                return True
        return False

    @remembered
    def _longest(self) -> int:
        """Characters of the longest mention."""
        return max((end - start for start, end, _ in self._places), default=0)
