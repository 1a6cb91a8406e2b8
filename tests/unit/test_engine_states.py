"""Whatever is added, replaced, removed and merged, the index answers as a plain look through the texts does."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aipolicy_index.engine import layout
from aipolicy_index.engine.analysis import tokens
from aipolicy_index.engine.document import Document
from aipolicy_index.engine.index import SearchIndex
from aipolicy_index.engine.picks import Beginning, Forms, OneTerm
from aipolicy_index.engine.snapshot import summed
from aipolicy_index.engine.stemming import stem
from aipolicy_index.errors import Overtaken
from aipolicy_index.model import Article, Sort
from aipolicy_index.query import parse

WORDS = tuple("amende amendes amender plateforme plateformes fine fines fined le texte régulé".split())
TEXTS = st.lists(st.sampled_from(["amende", "amendes", "plateforme", "fined", "le texte", "le"]), max_size=9).map(
    " ".join
)
ADDED = st.tuples(st.integers(1, 9), TEXTS, TEXTS, st.sampled_from(["fr", "en"]))
STEPS = st.lists(
    st.one_of(
        st.lists(ADDED, min_size=1, max_size=4),
        st.lists(st.integers(1, 9), min_size=1, max_size=3),
        st.just("merge"),
    ),
    max_size=7,
)
ASKED = (
    "amende",
    "plateforme texte",
    "fine OU amende",
    "amende -plateforme",
    '"le texte"',
    '"amende le amende"',
    "am*",
)


class Nobody:
    """No texts are asked for."""

    def article(self, id: int) -> Article:
        raise AssertionError(id)

    text = article

    def ids_in_state(self, state: str) -> Collection[int]:
        return ()


def words_of(text: str) -> list[str]:
    return [token.term.decode() for token in tokens(text)]


def has_form(document: Document, word: str) -> bool:
    wanted = stem(word, document.language)
    return any(stem(each, document.language) == wanted for each in words_of(f"{document.title} {document.body}"))


def has_phrase(document: Document, phrase: Sequence[str]) -> bool:
    for text in (document.title, document.body):
        words = words_of(text)
        if any(words[at : at + len(phrase)] == list(phrase) for at in range(len(words))):
            return True
    return False


def expected(documents: dict[int, Document], asked: str) -> set[int]:
    def those(holds) -> set[int]:
        return {id for id, document in documents.items() if holds(document)}

    def word(text: str) -> set[int]:
        return those(lambda document: has_form(document, text))

    return {
        "amende": lambda: word("amende"),
        "plateforme texte": lambda: word("plateforme") & word("texte"),
        "fine OU amende": lambda: word("fine") | word("amende"),
        "amende -plateforme": lambda: word("amende") - word("plateforme"),
        '"le texte"': lambda: those(lambda document: has_phrase(document, ("le", "texte"))),
        '"amende le amende"': lambda: those(lambda document: has_phrase(document, ("amende", "le", "amende"))),
        "am*": lambda: those(lambda each: any(w.startswith("am") for w in words_of(f"{each.title} {each.body}"))),
    }[asked]()


@given(STEPS)
@settings(max_examples=60)
def test_any_history_answers_as_the_texts_do(tmp_path_factory, steps):
    index = SearchIndex.create(tmp_path_factory.mktemp("history") / "index")
    documents: dict[int, Document] = {}
    for step in steps:
        if step == "merge":
            index.optimise()
        elif isinstance(step[0], int):
            index.write([], removed=step)
            documents = {id: document for id, document in documents.items() if id not in step}
        else:
            added = [Document(id, title, body, language=language) for id, title, body, language in step]
            index.write(added)
            documents.update((each.id, each) for each in added)
        assert index.ids() == set(documents)
    for asked in ASKED:
        results = index.search(parse(asked), Nobody(), limit=0)
        if results.relaxed is None:
            assert set(results.ids) == expected(documents, asked), asked


def test_phrases_keep_their_places_when_segments_become_one(tmp_path):
    index = SearchIndex.create(tmp_path / "index")
    for id in range(1, 31):
        index.write(
            [Document(id, "le texte" if id % 3 else "texte le", f"{'amende ' * id}le {'plat ' * (id % 2)}texte")]
        )
    index.write([], removed=range(5, 30, 5))
    index.optimise()
    assert len(index._snapshot.parts) == 1
    there = {id for id in range(1, 31) if id % 5 or id == 30}
    assert set(index.search(parse('"le texte"'), Nobody(), limit=0).ids) == {id for id in there if id % 3 or not id % 2}
    assert set(index.search(parse('"le plat texte"'), Nobody(), limit=0).ids) == {id for id in there if id % 2}


def body(id: int) -> str:
    return " ".join(WORDS[id * at % 11] for at in range(id % 40))


@pytest.fixture(scope="module")
def index(tmp_path_factory) -> SearchIndex:
    made = SearchIndex.create(tmp_path_factory.mktemp("states") / "index")
    made.write(Document(id, f"{WORDS[id % 11]} {id}", body(id), published="2025-01-01") for id in range(1, 1201))
    return made


@pytest.mark.parametrize("word", ["amende", "fined", "plateformes", "regule"])
@pytest.mark.parametrize("field", [layout.TITLE, layout.BODY])
def test_the_lists_of_stems_and_beginnings_are_the_sums_of_their_words(index, word, field):
    snapshot = index._snapshot
    for pick in (Forms(word), Beginning(word[:2].encode())):
        kept = snapshot.holders(field, pick)
        plain = summed(list(snapshot._pick(field, pick)), snapshot.size)
        docs = np.concatenate([each.docs for each in kept])
        order = np.argsort(docs)
        assert docs[order].tolist() == plain.docs.tolist()
        assert np.concatenate([each.freqs for each in kept])[order].tolist() == plain.freqs.tolist()


def test_a_list_of_documents_is_a_view_of_the_mapped_file(index):
    """What is not copied, all processes share."""
    for pick in (OneTerm(b"amende"), Forms("amende"), Beginning(b"am")):
        assert sum(held.copied for held in index._snapshot.holders(layout.BODY, pick)) == 0


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("asked", ["amende", "amende texte", "am*", "lang:fr", '"le texte"'])
def test_the_first_ids_are_the_beginning_of_the_whole_order(index, sort, asked):
    results = index.search(parse(asked), Nobody(), sort=sort, limit=0)
    first = list(results.ids[:60])
    whole = list(results.ids)
    assert len(whole) == len(results.ids) == results.total == len(set(whole))
    assert whole[:60] == first
    assert results.ids[-1] == whole[-1]
    assert list(results.ids[5:80:3]) == whole[5:80:3]


def test_scores_fall_in_the_whole_order(index):
    results = index.search(parse("amende"), Texts(), limit=150)
    assert all(before.score >= after.score for before, after in pairwise(results.hits))
    assert [hit.id for hit in results.hits] == list(results.ids)[:150]


class Texts(Nobody):
    """Counts the texts that are asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def article(self, id: int) -> Article:
        self.asked += 1
        return Article(text="Une amende.", source="", language="fr")


@pytest.mark.parametrize("patience", range(6))
def test_a_search_that_is_overtaken_does_nothing_more(index, patience):
    texts, asked = Texts(), []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > patience

    with pytest.raises(Overtaken):
        index.search(parse("amende texte OU (fine plateforme)"), texts, limit=20, cancelled=cancelled)
    assert len(asked) == patience + 1
    assert texts.asked == 0


def test_a_search_that_is_overtaken_reads_no_further_texts(index):
    texts = Texts()
    with pytest.raises(Overtaken):
        index.search(parse("amende"), texts, limit=20, cancelled=lambda: texts.asked == 3)
    assert texts.asked == 3


def test_an_index_of_empty_articles_answers(tmp_path):
    index = SearchIndex.create(tmp_path / "index")
    index.write([Document(1, "", "amende"), Document(2, "", "")])
    index.write([], removed=[1])
    index.optimise()
    assert index.search(parse("amende plateforme"), Nobody(), limit=0).total == 0


def test_an_acronym_is_not_taken_for_a_slip(tmp_path):
    index = SearchIndex.create(tmp_path / "index")
    index.write(Document(id, "La DGA commande", "Des drones pour la DGA.") for id in range(1, 4))
    assert index.search(parse("DGAC drones"), Nobody(), limit=0).correction is None
    assert index.search(parse("drrones"), Nobody(), limit=0).correction == "drones"
