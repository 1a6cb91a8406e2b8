"""What every search engine behind this query language must find. Nothing here knows how one works."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import pytest

from aipolicy_index.model import (
    Article,
    DateDetails,
    Fact,
    FactDetails,
    FactKind,
    MoneyDetails,
    MoneyValue,
    NameDetails,
    PersonDetails,
    QuoteDetails,
    Results,
    Span,
    Zone,
    ZoneKind,
)
from aipolicy_index.query import Query, parse
from aipolicy_index.query.tags import begins, tag_key

FOLDER = Path(__file__).parent / "queries"
TODAY = date(2026, 3, 15)
STATES = {"unread": [1, 2], "starred": [2], "read": [3, 4, 5, 6, 7, 8, 9, 10]}
TAGS = {"cloud": [1, 2], "À relire": [2, 9], "cloudy": [4]}
NAMED = {"organisation", "place", "product", "instrument", "source"}


class Engine(Protocol):
    """What is asked of an engine."""

    def search(self, query: Query) -> Results:
        """All that answer, the best first."""

    def marks(self, query: Query, id: int) -> tuple[Span, ...]:
        """Where the query is met in an article."""


def details(kind: str, given: dict[str, Any]) -> FactDetails:
    match kind:
        case "person":
            return PersonDetails(aliases=tuple(given.get("aliases", ())))
        case "money":
            return MoneyDetails()
        case "date":
            return DateDetails()
        case "quote":
            return QuoteDetails(given.get("speaker"), given.get("speaker"))
    assert kind in NAMED
    return NameDetails(tuple(given.get("aliases", ())))


def fact(text: str, given: dict[str, Any]) -> Fact:
    kind, words = given["kind"], given["text"]
    starts = [(text.index(words), words), *((text.rindex(each), each) for each in given.get("also", ()))]
    spans = tuple(Span(start, start + len(each)) for start, each in starts)
    value = MoneyValue(given["amount"], given["currency"]) if kind == "money" else given["value"]
    return Fact(FactKind(kind), words, spans[0].start, spans[0].end, value, details(kind, given), spans)


class Shelf:
    """The articles of the suite with their facts."""

    def __init__(self) -> None:
        self.articles: dict[int, Article] = {}
        self.facts: dict[int, tuple[Fact, ...]] = {}
        for given in tomllib.loads((FOLDER / "articles.toml").read_text(encoding="utf-8"))["article"]:
            self._add(given)

    def _add(self, given: dict[str, Any]) -> None:
        title, furniture = given.get("title"), given.get("furniture", "")
        text = "\n\n".join(part for part in (title, given["text"].strip(), furniture) if part)
        zones = [Zone(Span(0, len(title)), ZoneKind.TITLE)] if title else []
        if furniture:
            zones.append(Zone(Span(len(text) - len(furniture), len(text)), ZoneKind.FURNITURE))
        fields = {name: given.get(name) for name in ("title", "outlet", "author", "published")}
        article = Article(
            text, f"{given['id']}.txt", language=given.get("language", "fr"), zones=tuple(zones), **fields
        )
        self.articles[given["id"]] = article
        self.facts[given["id"]] = tuple(fact(text, each) for each in given.get("facts", ()))

    def text(self, id: int) -> str:
        return self.articles[id].text

    def article(self, id: int) -> Article:
        return self.articles[id]

    def ids_in_state(self, state: str) -> Collection[int]:
        return STATES[state]

    def ids_tagged(self, tag: str, begun: bool) -> Collection[int]:
        key = tag_key(tag)
        meant = [name for name in TAGS if tag_key(name) == key or (begun and begins(name, tag))]
        return {id for name in meant for id in TAGS[name]}


class OurEngine:
    """The engine of this program."""

    def __init__(self, folder: Path, shelf: Shelf) -> None:
        from aipolicy_index.engine.document import Document
        from aipolicy_index.engine.index import SearchIndex

        self._shelf = shelf
        self._index = SearchIndex.create(folder)
        self._index.write(Document.of(id, article, shelf.facts[id]) for id, article in shelf.articles.items())

    def search(self, query: Query) -> Results:
        return self._index.search(query, self._shelf, limit=20)

    def marks(self, query: Query, id: int) -> tuple[Span, ...]:
        return self._index.marks(query, self._shelf.articles[id], self._shelf.facts[id])


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture(scope="module", params=[OurEngine])
def engine(request: pytest.FixtureRequest, shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield request.param(tmp_path_factory.mktemp("golden") / "index", shelf)


def cases() -> list[dict[str, Any]]:
    return tomllib.loads((FOLDER / "queries.toml").read_text(encoding="utf-8"))["query"]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["text"] or "nothing")
def test_a_query_finds_its_articles(engine: Engine, case: dict[str, Any]) -> None:
    results = engine.search(parse(case["text"], today=TODAY, typing=case.get("typing", False)))
    assert sorted(results.ids) == case["finds"]
    assert results.total == len(case["finds"])
    assert results.relaxed == case.get("relaxed")
    if "best" in case:
        assert results.ids[0] == case["best"]


FILTERS = (
    "date:", "before:", "avant:", "after:", "après:", "depuis:", "since:", "lang:", "langue:", "is:", "est:", "outlet:",
    "média:", "auteur:", "tag:", "tags:", "étiquette:", "etiquette:",
)  # fmt: skip
"""What a query for something that no text says begins with."""


@pytest.mark.parametrize(
    "case",
    [case for case in cases() if case["text"] and not case["text"].startswith((*FILTERS, "-", "–"))],
    ids=lambda case: case["text"],
)
def test_every_hit_shows_why_it_is_one(engine: Engine, shelf: Shelf, case: dict[str, Any]) -> None:
    query = parse(case["text"], today=TODAY, typing=case.get("typing", False))
    for hit in engine.search(query).hits:
        spans = engine.marks(query, hit.id)
        assert spans, hit.id
        assert all(0 <= span.start < span.end <= len(shelf.text(hit.id)) for span in spans)
        shown = hit.snippet
        original = shelf.text(hit.id)[shown.start : shown.start + len(shown.text)]
        assert len(original) == len(shown.text)
        assert [original[mark.start : mark.end] for mark in shown.marks] == [
            shown.text[mark.start : mark.end] for mark in shown.marks
        ]
