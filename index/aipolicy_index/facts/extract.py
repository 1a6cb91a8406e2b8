"""An article -> its key facts: every kind in turn, each fact once, with its confidence, the most important first."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache

from aipolicy_index.facts import actions, dates, figures, key_sentences, money, names, sources
from aipolicy_index.facts.confidence import with_confidence
from aipolicy_index.facts.entities import Entities, Entity
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import sentences
from aipolicy_index.facts.grammar.standing import MEDIUM
from aipolicy_index.facts.names.facts import facts_of
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.quotes import finding as quotes
from aipolicy_index.facts.quotes import marks
from aipolicy_index.facts.ranking import ranked
from aipolicy_index.facts.speakers.attribution import attribute
from aipolicy_index.language.matching import fold
from aipolicy_index.model import Article, Fact, FactKind, FigureValue, MoneyValue, Span

FACTS_VERSION = 4
"""Raised whenever the rules change so that facts kept by a library are extracted again."""


_KEPT = 4096
"""Texts of which the letters are kept: a field's articles name the same things again and again."""


def extract(article: Article, *, tagging: bool = True) -> tuple[Fact, ...]:
    """All key facts of an article, grouped by kind, the most important first within each.

    `tagging` asks the trained tagger about unknown names too, where there is one.
    """
    with _without_collector():
        page = Page(article)
        entities = names.find(page, tagging=tagging)
        facts = [*_amounts(page), *_reported(page, entities)]
        credited = [fact for fact in facts if fact.kind is FactKind.SOURCE]
        facts += facts_of(page, entities, without=_only_credited(entities, credited))
        facts += key_sentences.find(page, facts)
        found = with_confidence(ranked(page, _once(facts)))
    assert all(article.text[fact.start : fact.end] == fact.text for fact in found)
    return tuple(found)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Put off the search for cycles: nearly all that an article's rules make is in use until the last of them.

    Otherwise a tenth of the time goes into passing over these objects, again and again.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _amounts(page: Page) -> list[Fact]:
    """Dates, money and figures: what one takes, the next does not see."""
    found = [*dates.find(page), *money.find(page)]
    taken = [span for fact in found for span in fact.mentions]
    return [*found, *figures.find(page, sorted(taken))]


def _reported(page: Page, entities: Entities) -> list[Fact]:
    """Quotations, actions and sources, which share one reading of who means whom."""
    marked = marks.find(page.text, page.paragraphs)
    discourse = Discourse(page, entities, sentences(page, entities, marked))
    said = quotes.find(page, entities, marked, attribute(discourse, marked))
    return [*said, *actions.find(page, discourse, said), *sources.find(page, entities, discourse)]


def _only_credited(entities: Entities, credited: Sequence[Fact]) -> list[Entity]:
    """The media that are credited and do nothing else: they are sources, not organisations of the article."""
    places = {span for fact in credited for span in fact.mentions}
    return [
        entity
        for entity in entities.of(FactKind.ORGANISATION)
        if entity.category == MEDIUM and any(mention.span in places for mention in entity.mentions)
    ]


def _once(facts: Iterable[Fact]) -> list[Fact]:
    """Each fact once: the same thing said in two places is one fact with both."""
    kept: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        key = _identity(fact)
        kept[key] = _merged(kept[key], fact) if key in kept else fact
    return list(kept.values())


def _identity(fact: Fact) -> tuple[object, ...]:
    if fact.kind in (FactKind.ACTION, FactKind.KEY_SENTENCE):
        return fact.kind, fact.span, fact.details
    if isinstance(fact.value, (MoneyValue, FigureValue)):
        return fact.kind, fact.value, fold(fact.text)
    if fact.kind is FactKind.DATE:
        return fact.kind, fact.value, fold(fact.text)
    return fact.kind, _letters(str(fact.value or fact.text))


@lru_cache(maxsize=_KEPT)
def _letters(text: str) -> str:
    """The folded letters and digits of a text: what two spellings of one name share."""
    return "".join(filter(str.isalnum, fold(text)))


def _merged(first: Fact, second: Fact) -> Fact:
    """Of two facts that say the same, the one that tells more, with the places of both."""
    better, other = (second, first) if _tells(second) > _tells(first) else (first, second)
    places: list[Span] = sorted({*better.mentions, *other.mentions})
    return Fact(
        better.kind,
        better.text,
        better.start,
        better.end,
        better.value,
        better.details,
        tuple(places),
        better.rule,
        better.confidence,
    )


def _tells(fact: Fact) -> int:
    """How many details of the fact are known."""
    return sum(map(bool, fact.details))
