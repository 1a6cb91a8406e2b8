"""The order of facts within each kind: what a reporter needs first comes first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from aipolicy_index.facts.page import Page
from aipolicy_index.model import (
    Fact,
    FactKind,
    KeySentenceDetails,
    MoneyValue,
    PersonDetails,
    QuoteDetails,
    Span,
    ZoneKind,
)

_KINDS = {kind: number for number, kind in enumerate(FactKind)}
_HEADS = (ZoneKind.TITLE, ZoneKind.STANDFIRST)
LEAD = 3
"""How many paragraphs of the body are the lead."""
IN_TITLE, IN_LEAD, AGAIN, MOST_AGAIN = 3.0, 1.5, 0.5, 8


def ranked(page: Page, facts: Iterable[Fact]) -> list[Fact]:
    """The facts by kind, the most important first; actions keep the order of their news value."""
    titles = page.article.zone_spans(*_HEADS)
    body = list(islice((span for span in page.paragraphs if not page.touching(span, *_HEADS)), LEAD + 1))
    lead = body[:LEAD] if len(body) > LEAD else body[:1]

    def order(numbered: tuple[int, Fact]) -> tuple[int, float, int]:
        number, fact = numbered
        kind = _KINDS[fact.kind]
        if isinstance(fact.details, KeySentenceDetails):
            return kind, fact.details.rank, number
        if fact.kind is FactKind.ACTION:
            return kind, 0.0, number
        return kind, -_importance(fact, titles, lead), fact.start

    return [fact for _, fact in sorted(enumerate(facts), key=order)]


def _importance(fact: Fact, titles: Sequence[Span], lead: Sequence[Span]) -> float:
    places = fact.mentions or (fact.span,)
    weight = AGAIN * min(len(places), MOST_AGAIN)
    weight += IN_TITLE if _stands_in(titles, places) else 0.0
    weight += IN_LEAD if _stands_in(lead, places) else 0.0
    return weight + _of_its_kind(fact)


def _stands_in(stretches: Sequence[Span], places: Sequence[Span]) -> bool:
    """Whether one of the places lies in one of the stretches, which are in order."""
    if not stretches or min(places).start >= stretches[-1].end:
        return False
    return any(stretch.holds(place) for stretch in stretches for place in places)


def _of_its_kind(fact: Fact) -> float:
    """What makes a quotation, a person, an amount matter more than others of its kind."""
    details = fact.details
    if isinstance(details, QuoteDetails):
        return (2.0 if details.speaker else 0.0) + (0.0 if details.partial else 2.0)
    if isinstance(details, PersonDetails):
        return (1.0 if details.role else 0.0) + (0.5 if details.organisation else 0.0)
    if isinstance(fact.value, MoneyValue):
        return min(3.0, max(0.0, len(str(int(abs(fact.value.amount)))) / 4))
    if fact.kind is FactKind.DATE:
        return 1.0 if fact.value else 0.0
    return 0.0
