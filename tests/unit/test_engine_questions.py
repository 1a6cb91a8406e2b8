"""A question typed as a sentence is answered by the article that has its words, then by those that lack a few."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from aipolicy_index.engine.document import Document
from aipolicy_index.engine.index import SearchIndex
from aipolicy_index.model import Article, Results, Sort
from aipolicy_index.query import parse

TEXTS = {
    1: "La Cnil inflige une amende de dix millions d’euros à Vexilor\n\nLe groupe avait posé des traceurs.",
    2: "Vexilor change de patron\n\nLe nouveau directeur arrive en septembre.",
    3: "La Cnil publie son bilan\n\nElle a prononcé une amende contre une mairie.",
    4: "The president signed an executive order on artificial intelligence\n\nAgencies have ninety days.",
    5: "Executive order on intelligence: what agencies must do\n\nThe deadlines are short.",
    6: "La préfecture ferme\n\nL’amende reste due, a dit la Cnil, infligée ou non.",
}
OTHERS = {id: f"Une journée ordinaire\n\nL’amende numéro {id} a été payée." for id in range(10, 60)}
OTHERS |= {id: f"La Cnil répond\n\nCourrier numéro {id}." for id in range(60, 100)}


class Shelf:
    """The articles."""

    def article(self, id: int) -> Article:
        return Article({**TEXTS, **OTHERS}[id], f"{id}.txt", language="en" if id in (4, 5) else "fr")

    def text(self, id: int) -> str:
        return self.article(id).text

    def ids_in_state(self, state: str) -> list[int]:
        return []

    def ids_tagged(self, tag: str, begun: bool) -> list[int]:
        return []


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    folder: Path = tmp_path_factory.mktemp("questions") / "index"
    made = SearchIndex.create(folder)
    made.write(Document.of(id, Shelf().article(id)) for id in (*TEXTS, *OTHERS))
    yield made
    made.close()


def asked(index: SearchIndex, text: str, **given: object) -> Results:
    return index.search(parse(text), Shelf(), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "quelle amende la Cnil a-t-elle infligée à Vexilor ?",
        "De combien est l’amende que la Cnil a infligée à Vexilor",
        "la Cnil a-t-elle infligé une amende à Vexilor",
    ],
)
def test_the_article_that_has_all_comes_first_and_others_on_the_rarest_word_follow(index, text):
    found = asked(index, text)
    assert found.relaxed is None
    assert found.ids[0] == 1
    assert 2 in found.ids
    assert not set(found.ids) & set(OTHERS)


def test_an_article_without_the_verb_of_the_question_is_listed_too(index):
    assert asked(index, "who signed the executive order on intelligence?").ids[:2] == (4, 5)


def test_the_same_words_without_a_question_must_all_match(index):
    assert set(asked(index, "amende Cnil infligée Vexilor").ids) == {1}


def test_filters_of_a_question_hold(index):
    assert set(asked(index, "quelle amende la Cnil a-t-elle infligée à Vexilor lang:en ?").ids) == set()
    assert 1 not in asked(index, "quelle amende la Cnil inflige-t-elle à Vexilor -traceurs ?").ids


def test_a_question_can_be_sorted(index):
    assert 1 in asked(index, "quelle amende la Cnil a-t-elle infligée à Vexilor ?", sort=Sort.DATE).ids
