"""The index finds what was written, forgets what was removed, and names its own damage."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Collection
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aipolicy_index.engine.document import Document
from aipolicy_index.engine.index import SearchIndex
from aipolicy_index.engine.writing import ArraySegmentWriter
from aipolicy_index.errors import IndexDamaged, IndexLocked, IndexMissing, Overtaken, SearchIndexError
from aipolicy_index.model import Article, Results, Sort, Span, Zone, ZoneKind
from aipolicy_index.query import parse

TEXTS = {
    1: "La Cnil inflige une amende de 5 millions d’euros à Meta\n\nLa Commission nationale a sanctionné le groupe.",
    2: "L’IA générative à l’Assemblée\n\nLes députés ont débattu de l’IA générative et de la sécurité des données.",
    3: "Google échappe à une amende\n\nLe régulateur irlandais renonce. La Cnil regrette cette décision.",
    4: "OpenAI présente GPT-4o\n\nGPT-4o coûte 1,5 % de plus. Le règlement 2024/1689 s’applique aux États-Unis.",
}


class Shelf:
    """Articles made of a title line and a body."""

    def __init__(self, texts: dict[int, str], published: str = "2025-06-1{id}", language: str = "fr") -> None:
        self.articles = {
            id: Article(
                text=text,
                source=f"/articles/{id}.txt",
                title=text.partition("\n")[0],
                outlet="Le Monde" if id % 2 else "Libération",
                published=published.format(id=id),
                language=language,
                zones=(Zone(Span(0, text.index("\n")), ZoneKind.TITLE),),
            )
            for id, text in texts.items()
        }

    def documents(self) -> list[Document]:
        return [Document.of(id, article) for id, article in self.articles.items()]

    def text(self, id: int) -> str:
        return self.articles[id].text

    def article(self, id: int) -> Article:
        return self.articles[id]

    def ids_in_state(self, state: str) -> Collection[int]:
        return {"unread": [1, 2], "starred": [2], "read": [3, 4]}[state]


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(TEXTS)


@pytest.fixture
def index(tmp_path: Path, shelf: Shelf) -> SearchIndex:
    made = SearchIndex.create(tmp_path / "index")
    made.write(shelf.documents())
    return made


def found(index: SearchIndex, shelf: Shelf, text: str, **asked: object) -> set[int]:
    return set(answer(index, shelf, text, **asked).ids)


def answer(index: SearchIndex, shelf: Shelf, text: str, **asked: object) -> Results:
    return index.search(parse(text, typing=bool(asked.pop("typing", False))), shelf, **asked)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("amende", {1, 3}),
        ("amendes", {1, 3}),
        ("AMENDE cnil", {1, 3}),
        ("amende -google", {1}),
        ("securite", {2}),
        ("l'IA", {2}),
        ("l’ia generative", {2}),
        ('"IA générative"', {2}),
        ("« générative à l'Assemblée »", {2}),
        ('"générative IA"', set()),
        ("régul*", {3}),
        ("Gogle~", {3}),
        ("GPT-4o", {4}),
        ("gpt4o", {4}),
        ("2024/1689", {4}),
        ("1689", {4}),
        ("1,5", {4}),
        ("1.5", {4}),
        ('"1,5 %"', {4}),
        ("etats unis", {4}),
        ("Etats-Unis", {4}),
        ("titre:amende", {1, 3}),
        ("titre:régulateur", set()),
        ('outlet:"le monde"', {1, 3}),
        ("amende OU générative", {1, 2, 3}),
        ("date:2025-06-11..2025-06-12", {1, 2}),
        ("is:starred", {2}),
        ("cnil is:read", {3}),
        ("inflige NEAR/3 amende", {1}),
        ("inflige NEAR/1 amende", set()),
        ('"amende inflige"~3', {1}),
        ("=décision", {3}),
        ("=decision", set()),
        ("=Décision", set()),
        ("amende SAUF (google OU meta)", set()),
        ("Pourquoi la Cnil regrette-t-elle cette décision ?", {3}),
    ],
)
def test_queries_find(index, shelf, text, ids):
    assert found(index, shelf, text) == ids


def test_the_word_being_typed_matches_as_a_beginning(index, shelf):
    assert found(index, shelf, "amende goog", typing=True) == {3}
    assert found(index, shelf, '"ia génér', typing=True) == {2}
    assert answer(index, shelf, "amende goog").relaxed == "any"


def test_a_title_counts_more_than_the_text(index, shelf):
    assert answer(index, shelf, "cnil").ids == (1, 3)


def test_most_words_when_none_has_all(index, shelf):
    results = answer(index, shelf, "amende générative cnil")
    assert results.relaxed == "any"
    assert set(results.ids[:2]) == {1, 3}
    assert answer(index, shelf, "amende cnil").relaxed is None
    assert answer(index, shelf, "amende générative cnil is:unread").ids[0] == 1
    assert 3 not in answer(index, shelf, "amende générative cnil -google").ids
    assert answer(index, shelf, "amende NEAR/2 générative").relaxed is None


def test_a_word_that_nothing_has_gives_way_to_a_better_one(index, shelf):
    results = answer(index, shelf, "regulateurr amende")
    assert (results.relaxed, results.correction) == ("any", "régulateur amende")
    assert results.ids[0] == 3
    single = answer(index, shelf, "irlandaiis")
    assert (single.relaxed, single.ids) == ("any", (3,))
    assert [single.hits[0].snippet.text[mark.start : mark.end] for mark in single.hits[0].snippet.marks] == [
        "irlandais"
    ]
    assert index.marks(parse("irlandaiis"), shelf.article(3), ())


def test_filters_in_a_choice_take_no_score_away(index, shelf):
    alone = {hit.id: hit.score for hit in answer(index, shelf, "cnil").hits}
    mixed = answer(index, shelf, "(lang:fr OU cnil) OU gpt4o")
    assert mixed.total == 4
    assert mixed.ids[-1] == 2
    assert {hit.id: hit.score for hit in mixed.hits}[1] == pytest.approx(alone[1])


def test_words_side_by_side_come_first(tmp_path):
    shelf = Shelf({1: "Un\n\nLe fonds Meta. La note de Clegg.", 2: "Un\n\nLe fonds Clegg. Voici Meta note."})
    index = SearchIndex.create(tmp_path / "pairs")
    index.write(shelf.documents())
    assert answer(index, shelf, "fonds clegg").ids == (2, 1)
    assert answer(index, shelf, "fonds meta").ids == (1, 2)


def test_the_whole_order_and_a_window_of_hits(index, shelf):
    results = answer(index, shelf, "", sort=Sort.DATE, offset=1, limit=2)
    assert results.ids == (4, 3, 2, 1)
    assert [hit.id for hit in results.hits] == [3, 2]
    assert results.total == 4


def test_orders_by_title_and_outlet(index, shelf):
    assert answer(index, shelf, "", sort=Sort.TITLE).ids == (3, 2, 1, 4)
    assert answer(index, shelf, "", sort=Sort.OUTLET).ids == (3, 1, 4, 2)


def test_a_list_filter_narrows(index, shelf):
    assert found(index, shelf, "amende", within={3, 4}) == {3}


def test_every_hit_shows_why(index, shelf):
    for text in ("amendes", '"IA générative"', "gpt4o", "régul*", "Gogle~", "=décision", "inflige NEAR/3 amende"):
        query = parse(text)
        for hit in index.search(query, shelf).hits:
            article = shelf.article(hit.id)
            spans = index.marks(query, article, ())
            assert spans
            assert hit.snippet.marks
            for mark in hit.snippet.marks:
                begin = hit.snippet.start + mark.start
                assert article.text[begin : begin + mark.end - mark.start] == hit.snippet.text[mark.start : mark.end]


def test_excluded_words_are_not_marked(index, shelf):
    spans = index.marks(parse("amende -google cnil"), shelf.article(3), ())
    words = {shelf.text(3)[span.start : span.end] for span in spans}
    assert words == {"amende", "Cnil"}


def test_a_document_replaces_the_one_of_its_id(index, shelf):
    shelf.articles[1] = Shelf({1: "Autre chose\n\nRien de tel."}).articles[1]
    index.write([Document.of(1, shelf.articles[1])])
    assert found(index, shelf, "amende") == {3}
    assert found(index, shelf, "autre") == {1}
    assert index.ids() == {1, 2, 3, 4}


def test_removed_documents_are_not_found(index, shelf):
    index.write([], removed=[3])
    assert found(index, shelf, "amende") == {1}
    index.optimise()
    assert found(index, shelf, "amende") == {1}
    assert index.ids() == {1, 2, 4}


def test_twice_in_one_commit_keeps_the_last(index, shelf):
    first, last = Shelf({9: "Premier\n\nun"}).documents() + Shelf({9: "Dernier\n\ndeux"}).documents()
    index.write([first, last])
    shelf.articles[9] = Shelf({9: "Dernier\n\ndeux"}).articles[9]
    assert found(index, shelf, "premier") == set()
    assert found(index, shelf, "dernier") == {9}


def test_many_small_commits_find_the_same(tmp_path, shelf):
    one_by_one = SearchIndex.create(tmp_path / "one-by-one")
    for document in shelf.documents() * 3:
        one_by_one.write([document])
    for text in ("amende", '"IA générative"', "régul*", "GPT-4o", "cnil NEAR/4 regrette"):
        assert found(one_by_one, shelf, text) == found(one_by_one, shelf, text)
    assert one_by_one.ids() == {1, 2, 3, 4}
    assert found(one_by_one, shelf, "amende cnil") == {1, 3}


def test_a_commit_too_large_for_memory_finds_the_same(tmp_path, shelf, monkeypatch):
    monkeypatch.setattr("aipolicy_index.engine.writing._TOKENS_PER_RUN", 20)
    index = SearchIndex.create(tmp_path / "runs")
    index.write(shelf.documents() + shelf.documents()[:1])
    for text, ids in (("amende", {1, 3}), ('"IA générative"', {2}), ("GPT-4o", {4}), ("=décision", {3})):
        assert found(index, shelf, text) == ids
    assert not list((tmp_path / "runs").glob("*.run*"))


def test_small_segments_are_merged_by_tiers(tmp_path, shelf, monkeypatch):
    monkeypatch.setattr("aipolicy_index.engine.writing._TIERS", (3, 20))
    index = SearchIndex.create(tmp_path / "tiers")
    article = shelf.article(1)
    sizes = []
    for id in range(1, 101):
        index.write([Document.of(id, article)])
        sizes.append(len(index._snapshot.parts))
    assert max(sizes) <= 16
    assert index.ids() == set(range(1, 101))


def test_a_reader_sees_its_own_state_until_it_refreshes(index, shelf, tmp_path):
    other = SearchIndex.open(tmp_path / "index")
    index.write([], removed=[1, 2, 3])
    assert found(other, shelf, "amende") == {1, 3}
    other.refresh()
    assert found(other, shelf, "amende") == set()


def test_the_same_after_opening_again(index, shelf, tmp_path):
    index.close()
    assert found(SearchIndex.open(tmp_path / "index"), shelf, "amende cnil") == {1, 3}


def test_an_overtaken_search_stops(index, shelf):
    with pytest.raises(Overtaken):
        index.search(parse("amende"), shelf, cancelled=lambda: True)


def test_a_missing_index_is_named(tmp_path):
    with pytest.raises(IndexMissing):
        SearchIndex.open(tmp_path / "nothing")
    (tmp_path / "empty").mkdir(mode=0o700)
    with pytest.raises(IndexMissing):
        SearchIndex.open(tmp_path / "empty")


def test_a_phrase_is_looked_for_only_where_the_other_words_are(tmp_path, shelf):
    """In one segment all the words, in the next the phrase without them."""
    texts = ["La fuite des données personnelles", "Les données personnelles des clients", "Rien"]
    index = SearchIndex.create(tmp_path / "parts")
    for id, text in enumerate(texts, start=1):
        index.write([Document.of(id, Article(text, f"{id}.txt", title=text))])
    assert index.search(parse('fuite "données personnelles"'), shelf, limit=0).ids == (1,)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("open ai", {1, 2}),
        ("Open AI", {1, 2}),
        ("open ai contrat", {1}),
        ("deep seek", {3}),
        ("-rien deep seek", {3}),
        ("open =ai", set()),
        ('"open ai"', set()),
        ("deep seek contrat", set()),
    ],
)
def test_two_words_are_found_where_they_are_written_as_one(tmp_path, shelf, typed, found):
    texts = ["OpenAI signe un contrat", "Un open source pour l’IA", "DeepSeek arrive", "Rien"]
    index = SearchIndex.create(tmp_path / "names")
    index.write(Document.of(id, Article(text, f"{id}.txt")) for id, text in enumerate(texts, start=1))
    results = index.search(parse(typed), shelf, limit=0)
    assert (set(results.ids) if results.relaxed is None else set()) == found


def test_a_second_writer_is_told(index, tmp_path, shelf):
    writer = ArraySegmentWriter(tmp_path / "index")
    try:
        with pytest.raises(IndexLocked):
            index.write(shelf.documents())
    finally:
        writer.abandon()
    index.write(shelf.documents())


def test_a_failed_write_changes_nothing_and_frees_the_lock(index, shelf):
    def broken():
        yield Document.of(7, shelf.articles[1])
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError):
        index.write(broken(), removed=[1])
    assert index.ids() == {1, 2, 3, 4}
    index.write([], removed=[4])
    assert index.ids() == {1, 2, 3}


def test_troubles_of_the_machine_are_no_damage(index, shelf, monkeypatch):
    def full(*given, **named):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("aipolicy_index.engine.codec.merge", full)
    with pytest.raises(SearchIndexError) as error:
        index.write(shelf.documents())
    assert not isinstance(error.value, IndexDamaged)
    assert "No space" in error.value.values["reason"]
    monkeypatch.undo()
    index.write(shelf.documents(), removed=[1])
    assert 1 in index.ids()


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=1, max_value=255))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_a_flipped_byte_never_breaks_the_program(index, shelf, tmp_path, place, change):
    broken = tmp_path / "broken"
    shutil.rmtree(broken, ignore_errors=True)
    shutil.copytree(tmp_path / "index", broken)
    file = next(broken.glob("*.arr"))
    content = bytearray(file.read_bytes())
    content[place % len(content)] ^= change
    file.write_bytes(content)
    try:
        opened = SearchIndex.open(broken)
        for text in ("amende", '"IA générative"', "a*", "gogle~", "=décision", "zzzz", "is:starred"):
            opened.search(parse(text), shelf, limit=0)
    except SearchIndexError:
        pass


@pytest.mark.parametrize("keep", [0, 3, 100, 0.5, 0.99])
@pytest.mark.parametrize("ending", [".arr", ".toc"])
def test_a_cut_file_is_named_as_damage(index, tmp_path, ending, keep):
    index.close()
    file = next(path for path in (tmp_path / "index").iterdir() if path.suffix == ending)
    size = file.stat().st_size
    os.truncate(file, min(size - 1, int(keep * size) if isinstance(keep, float) else keep))
    with pytest.raises(IndexDamaged):
        SearchIndex.open(tmp_path / "index")


def test_a_missing_segment_is_named_as_damage(index, tmp_path):
    next((tmp_path / "index").glob("*.arr")).unlink()
    with pytest.raises(IndexDamaged):
        SearchIndex.open(tmp_path / "index")


def test_another_format_is_named(index, tmp_path, monkeypatch):
    monkeypatch.setattr("aipolicy_index.engine.arrays.FORMAT", -1)
    with pytest.raises(IndexDamaged) as error:
        SearchIndex.open(tmp_path / "index")
    assert error.value.values["reason"] == "version"


def test_the_folder_is_private(index, tmp_path):
    folder = tmp_path / "index"
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o755)
    SearchIndex.open(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o777)
    with pytest.raises(IndexDamaged) as error:
        SearchIndex.open(folder)
    assert error.value.values["reason"] == "permissions"


def test_creating_again_starts_empty(index, tmp_path):
    assert SearchIndex.create(tmp_path / "index").ids() == set()
