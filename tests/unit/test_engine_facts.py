"""The key facts of articles can be asked for: names, speakers, words said, amounts, dates, and words near them."""

from __future__ import annotations

from pathlib import Path

import pytest

from aipolicy_index.engine.document import Document
from aipolicy_index.engine.fact_terms import days_of
from aipolicy_index.engine.index import SearchIndex
from aipolicy_index.model import (
    Article,
    DateDetails,
    Fact,
    FactKind,
    MoneyDetails,
    MoneyValue,
    NameDetails,
    PersonDetails,
    QuoteDetails,
    Span,
)
from aipolicy_index.query import parse

TEXTS = {
    1: "Meta devra payer une amende de 12 millions d’euros, a tranché la Cnil le 5 novembre 2024. "
    "« La transparence est une obligation », dit Nick Clegg. Clegg, lui, se tait.",
    2: "L’amende reste due. Après bien des pages et beaucoup de mots encore, la somme de 50 000 dollars fut versée "
    "à Paris au troisième trimestre de 2025, selon Sam Altman.",
    3: "La transparence selon Meta, sans guillemets ni montant : Llama arrive.",
}


def fact(id: int, kind: FactKind, words: str, value: object, details: object, also: tuple[str, ...] = ()) -> Fact:
    text = TEXTS[id]
    starts = [text.index(words)] + [text.rindex(each) for each in also]
    spans = tuple(Span(start, start + len(each)) for start, each in zip(starts, (words, *also), strict=True))
    return Fact(kind, words, spans[0].start, spans[0].end, value, details, spans)  # type: ignore[arg-type]


FACTS = {
    1: (
        fact(1, FactKind.MONEY, "12 millions d’euros", MoneyValue(12e6, "EUR"), MoneyDetails()),
        fact(1, FactKind.DATE, "5 novembre 2024", "2024-11-05", DateDetails()),
        fact(1, FactKind.PERSON, "Nick Clegg", "Nick Clegg", PersonDetails(aliases=("Clegg",)), ("Clegg",)),
        fact(1, FactKind.ORGANISATION, "Cnil", "Commission nationale", NameDetails(("Cnil",))),
        fact(
            1,
            FactKind.QUOTE,
            "La transparence est une obligation",
            "La transparence est une obligation",
            QuoteDetails("Nick Clegg", "Nick Clegg", "dit"),
        ),
    ),
    2: (
        fact(2, FactKind.MONEY, "50 000 dollars", MoneyValue(50e3, "USD"), MoneyDetails()),
        fact(2, FactKind.DATE, "troisième trimestre de 2025", "2025-Q3", DateDetails()),
        fact(2, FactKind.PERSON, "Sam Altman", "Sam Altman", PersonDetails()),
        fact(2, FactKind.PLACE, "Paris", "Paris", NameDetails()),
    ),
    3: (fact(3, FactKind.PRODUCT, "Llama", "Llama", NameDetails()),),
}


class Shelf:
    """The three articles."""

    def article(self, id: int) -> Article:
        return Article(TEXTS[id], f"{id}.txt")

    def text(self, id: int) -> str:
        return TEXTS[id]

    def ids_in_state(self, state: str) -> list[int]:
        return []


@pytest.fixture(params=["one commit", "many commits", "merged"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> SearchIndex:
    made = SearchIndex.create(tmp_path / "index")
    documents = [Document.of(id, Shelf().article(id), FACTS[id]) for id in TEXTS]
    for batch in [documents] if request.param == "one commit" else [[each] for each in documents]:
        made.write(batch)
    if request.param == "merged":
        made.optimise()
    return made


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('personne:"Nick Clegg"', {1}),
        ("person:clegg", {1}),
        ("personne:alt*", {2}),
        ("org:cnil", {1}),
        ('org:"commission nationale"', {1}),
        ("lieu:paris", {2}),
        ("produit:llama", {3}),
        ("citation:transparence", {1}),
        ("quote:meta", set()),
        ("speaker:clegg", {1}),
        ("speaker:altman", set()),
        ("montant:>10M€", {1}),
        ("money:>10M", {1}),
        ("montant:12M€", {1}),
        ("montant:>12M€", set()),
        ("montant:>=12M€", {1}),
        ("montant:<1M", {2}),
        ("montant:10k..20M", {1, 2}),
        ("montant:>10k€", {1}),
        ("montant:>10k$", {2}),
        ("mentions:2024-11", {1}),
        ("mentions:2024", {1}),
        ("mentions:2025", {2}),
        ("mentions:2025-08", set()),
        ("mentions:2024..2025", {1, 2}),
        ("amende NEAR/8 @montant", {1}),
        ("amende NEAR/40 @montant", {1, 2}),
        ("amende NEAR/3 @personne", set()),
        ("tranché NEAR/6 @date", {1}),
        ("@lieu", {2}),
        ("transparence SAUF citation:transparence", {3}),
        ("personne:(clegg OU altman)", {1, 2}),
    ],
)
def test_facts_are_found(index, text, ids):
    assert set(index.search(parse(text), Shelf()).ids) == ids


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("personne:clegg", ["Nick Clegg", "Clegg"]),
        ("org:cnil", ["Cnil"]),
        ("citation:transparence", ["transparence"]),
        ("speaker:clegg", ["La transparence est une obligation"]),
        ("montant:>10M€", ["12 millions d’euros"]),
        ("mentions:2024", ["5 novembre 2024"]),
        ("amende NEAR/8 @montant", ["amende", "12 millions d’euros"]),
        ("@date", ["5 novembre 2024"]),
    ],
)
def test_facts_are_marked(index, text, words):
    spans = index.marks(parse(text), Shelf().article(1), FACTS[1])
    assert [TEXTS[1][span.start : span.end] for span in spans] == words


def test_facts_that_come_later_are_found_then(tmp_path):
    index = SearchIndex.create(tmp_path / "index")
    index.write([Document.of(1, Shelf().article(1))])
    assert index.search(parse("personne:clegg"), Shelf()).ids == ()
    index.write([Document.of(1, Shelf().article(1), FACTS[1])])
    assert index.search(parse("personne:clegg"), Shelf()).ids == (1,)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-06-16", "2025-06-16", "2025-06-16"),
        ("2025-W25", "2025-06-16", "2025-06-22"),
        ("2025-Q1", "2025-01-01", "2025-03-31"),
        ("2024-11/2025", "2024-11-01", "2025-12-31"),
    ],
)
def test_dates_cover_their_days(value, first, last):
    days = days_of(value)
    assert days is not None
    assert (days[0].isoformat(), days[1].isoformat()) == (first, last)


@pytest.mark.parametrize("value", ["", "2025-13", "2025-W99", "hier", "2025-Q5", "2025/"])
def test_what_is_no_date_covers_none(value):
    assert days_of(value) is None
