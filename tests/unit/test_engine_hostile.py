"""Whatever is asked, whatever the articles hold, whoever reads and writes meanwhile: an answer, or a named error."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aipolicy_index.engine.document import Document
from aipolicy_index.engine.index import SearchIndex
from aipolicy_index.model import Article, Sort
from aipolicy_index.query import parse

TEXTS = {
    1: "La Cnil inflige une amende\n\nL’IA générative coûte 1,5 % de 200 000 €.",
    2: "Google\n\nRien. " + "de la " * 300 + "fin",
    3: "",
    4: "\u202e\x1b[31m« » ’’ -- .. %%% œ ß ﬁ İ ǅ e\u0301\u0301",
    5: "mot " * 70_000 + "dernier mot",
}
ASKED = [
    "amende",
    "l'",
    '"',
    "« ",
    "-",
    "OU",
    "ET",
    "(",
    ")",
    "*",
    "~",
    "=",
    "NEAR/2",
    "titre:",
    "montant:>",
    "@date",
    "1,5",
    "%",
]
ASKED += ["date:2025..", "is:unread", "de", "la", "œ", "\x00", "é", "zzzzzzzz", "~8", "x" * 300]


class Shelf:
    """The articles."""

    def article(self, id: int) -> Article:
        return Article(TEXTS[id], f"{id}.txt")

    def text(self, id: int) -> str:
        return TEXTS[id]

    def ids_in_state(self, state: str) -> list[int]:
        return [1, 99]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    made = SearchIndex.create(tmp_path_factory.mktemp("hostile") / "index")
    made.write(Document.of(id, Shelf().article(id)) for id in TEXTS)
    return made


@given(st.lists(st.sampled_from(ASKED), max_size=8), st.sampled_from(list(Sort)), st.booleans())
@settings(max_examples=300)
def test_any_query_is_answered(index, parts, sort, typing):
    query = parse(" ".join(parts), typing=typing)
    results = index.search(query, Shelf(), sort=sort, within=[1, 2, 4, 5, 77], limit=5)
    assert set(results.ids) <= {1, 2, 4, 5}
    assert len(set(results.ids)) == results.total
    for hit in results.hits:
        assert not set(hit.snippet.text) & set("\n\r\t")
        index.marks(query, Shelf().article(hit.id), ())


@given(st.text(max_size=300), st.text(max_size=40))
@settings(max_examples=100)
def test_any_text_can_be_indexed(tmp_path_factory, text, title):
    made = SearchIndex.create(tmp_path_factory.mktemp("any") / "index")
    made.write([Document(1, title, text, published=title)])
    assert made.ids() == {1}
    made.search(parse(text[:40]), Shelf(), limit=0)


def test_the_end_of_a_very_long_text_is_found(index):
    assert index.search(parse('"dernier mot"'), Shelf(), limit=0).ids == (5,)
    assert index.search(parse('"mot dernier mot"'), Shelf(), limit=0).ids == (5,)


def test_frequent_words_keep_all_their_places(index):
    assert index.search(parse('"de la fin"'), Shelf(), limit=0).ids == (2,)
    index.optimise()
    assert index.search(parse('"la fin"'), Shelf(), limit=0).ids == (2,)


WRITER = """
import sys
from pathlib import Path
from aipolicy_index.engine.document import Document
from aipolicy_index.engine.index import SearchIndex

index = SearchIndex.open(Path(sys.argv[1]))
for id in range(1, 10_000):
    index.write([Document(id, f"titre {id}", "un texte commun")])
    print(id, flush=True)
"""


def test_a_killed_writer_loses_nothing_that_it_had_told(tmp_path):
    SearchIndex.create(tmp_path / "index").close()
    reader = SearchIndex.open(tmp_path / "index")
    command = [sys.executable, "-c", WRITER, str(tmp_path / "index")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        told = 0
        for line in writer.stdout:
            told = int(line)
            reader.refresh()
            assert set(range(1, told + 1)) <= reader.ids()
            assert reader.search(parse("commun"), Shelf(), limit=0).total >= told
            if told == 25:
                writer.kill()
                break
    again = SearchIndex.open(tmp_path / "index")
    assert set(range(1, told + 1)) <= again.ids()
    again.write([Document(100_000, "après", "un texte commun")])
    assert 100_000 in again.ids()
    assert len(list((tmp_path / "index").glob("*.arr"))) == len(again._snapshot.parts)


def test_what_is_mapped_stays_readable_while_it_is_replaced(tmp_path):
    made = SearchIndex.create(tmp_path / "index")
    made.write([Document(id, f"titre {id}", "un texte commun") for id in range(50)])
    reader = SearchIndex.open(tmp_path / "index")
    made.write([Document(id, f"titre {id}", "tout autre chose") for id in range(50)])
    made.optimise()
    assert reader.search(parse("commun"), Shelf(), limit=0).total == 50
    reader.refresh()
    assert reader.search(parse("commun"), Shelf(), limit=0).total == 0
    assert not list((tmp_path / "index").glob("*.tmp/*"))
