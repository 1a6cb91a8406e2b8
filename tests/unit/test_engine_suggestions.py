"""Corrections, completions and « more like this » come from what the articles hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from aipolicy_index.engine.document import Document
from aipolicy_index.engine.edits import distance_within, one_edit
from aipolicy_index.engine.index import SearchIndex
from aipolicy_index.model import Article, Fact, FactKind, PersonDetails, Span
from aipolicy_index.query import parse


class Shelf:
    """Articles by number."""

    def __init__(self, texts: list[str]) -> None:
        self.articles = {at: Article(text, f"{at}.txt", outlet="Le Monde") for at, text in enumerate(texts, start=1)}

    def text(self, id: int) -> str:
        return self.articles[id].text

    def article(self, id: int) -> Article:
        return self.articles[id]

    def ids_in_state(self, state: str) -> list[int]:
        return []


def person(text: str, name: str) -> Fact:
    start = text.index(name)
    return Fact(
        FactKind.PERSON, name, start, start + len(name), name, PersonDetails(), (Span(start, start + len(name)),)
    )


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(
        [
            "La sécurité des algorithmes inquiète Nick Clegg et les régulateurs européens de Bruxelles.",
            "La sécurité des algorithmes occupe les régulateurs européens à Bruxelles depuis Genève.",
            "Une recette de cuisine : pommes, beurre, sucre et patience.",
            "Le ministère de la Culture publie un rapport sur les droits voisins de la presse.",
        ]
    )


@pytest.fixture
def index(tmp_path: Path, shelf: Shelf) -> SearchIndex:
    made = SearchIndex.create(tmp_path / "index")
    clegg = person(shelf.text(1), "Nick Clegg")
    made.write(Document.of(id, article, (clegg,) if id == 1 else ()) for id, article in shelf.articles.items())
    return made


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("securtie algorithmes", "sécurité algorithmes"),
        ("algoritmhes Bruxelels", "algorithmes Bruxelles"),
        ("-pommes ministerre", "-pommes ministère"),
        ("algorytmes", "algorithmes"),
    ],
)
def test_unknown_words_are_corrected_as_articles_write_them(index, shelf, typed, better):
    assert index.search(parse(typed), shelf).correction == better


@pytest.mark.parametrize(
    "typed",
    ["sécurité", "xyzzyx", "titre:ministerre", "=securtie", "abc", "recettes cuisines", "many algorithmes sucre"],
)
def test_nothing_is_corrected_without_a_reason(index, shelf, typed):
    assert index.search(parse(typed), shelf).correction is None


def test_fields_complete_in_the_language_of_the_reader(index):
    assert [each.text for each in index.suggest("amende per", "fr")] == ["personne:"]
    assert [each.text for each in index.suggest("amende per", "en")] == ["person:"]


def test_values_complete_from_the_articles(index):
    outlet = index.suggest("outlet:le")
    assert [(each.text, each.count) for each in outlet] == [('"Le Monde"', 4)]
    assert [each.text for each in index.suggest("personne:ni")] == ['"Nick Clegg"']
    assert [each.text for each in index.suggest('personne:"nick cl')] == ['"Nick Clegg"']
    assert [each.text for each in index.suggest("is:st", "en")] == ["starred"]
    assert [each.text for each in index.suggest("personne:cle")] == ['"Nick Clegg"']
    completed = index.suggest("x personne:ni")[0]
    assert (completed.span.start, completed.span.end) == (11, 13)


def test_more_like_this_names_the_shared_words(index, shelf):
    near = index.similar(1, shelf)
    assert near[0].id == 2
    assert 1 not in [each.id for each in near]
    assert {"sécurité", "algorithmes"} <= set(near[0].words)


def test_one_edit_reaches_every_neighbour():
    near = one_edit("meta")
    assert {b"meta", b"mta", b"metal", b"beta", b"mtea"} <= set(near)
    assert b"mat" not in near


@pytest.mark.parametrize(
    ("left", "right", "most", "within"),
    [("chat", "chat", 0, True), ("chat", "cat", 1, True), ("chat", "caht", 1, True), ("chat", "chien", 2, False)],
)
def test_edits_are_counted(left, right, most, within):
    assert distance_within(left, right, most) is within
