"""The store keeps what it was told, tells contents apart, and remembers what the index has not been told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from aipolicy_index.errors import NoSuchArticle, StoreError
from aipolicy_index.model import (
    Article,
    Fact,
    FactKind,
    ListFilter,
    MoneyDetails,
    MoneyValue,
    Provenance,
    Qualifier,
    ReaderState,
    Sort,
    Span,
    Zone,
    ZoneKind,
)
from aipolicy_index.store import Filed, Signature, Store
from aipolicy_index.store.connection import Connection

TEXT = "Un titre\n\nLe contrat peut atteindre 200 millions de dollars."
ARTICLE = Article(
    text=TEXT,
    source="/presse/a.txt",
    title="Un titre",
    outlet="Le Relais",
    published="2025-06-17",
    provenance={"published": Provenance.TEXT},
    zones=(Zone(Span(0, 8), ZoneKind.TITLE),),
)
START = TEXT.index("200")
MONEY = Fact(
    FactKind.MONEY,
    "200 millions de dollars",
    START,
    START + 23,
    MoneyValue(2e8, "USD", Qualifier.UP_TO),
    MoneyDetails("contrat"),
    (Span(START, START + 23),),
    "money.digits",
    0.97,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "library.sqlite")
    yield opened
    opened.close()


def put(
    store: Store, name: str, content: bytes, article: Article = ARTICLE, facts: list[Fact] | None = None, stamp: int = 0
) -> tuple[int, Filed]:
    with store.transaction():
        return store.file(Path("/presse") / name, Signature(len(content), stamp, stamp), content, article, facts, 1)


def test_an_article_comes_back_as_it_was(store: Store) -> None:
    id_, outcome = put(store, "a.txt", b"one", facts=[MONEY])
    assert outcome is Filed.ADDED
    assert store.article(id_) == ARTICLE
    assert store.facts(id_) == (MONEY,)
    assert store.paths(id_) == ["/presse/a.txt"]


def test_the_same_content_is_the_same_article(store: Store) -> None:
    first, _ = put(store, "a.txt", b"one")
    again, outcome = put(store, "copy.txt", b"one")
    assert (again, outcome) == (first, Filed.UNCHANGED)
    assert store.paths(first) == ["/presse/a.txt", "/presse/copy.txt"]
    assert store.counts().total == 1


def test_a_changed_file_updates_its_article_and_keeps_what_the_reader_did(store: Store) -> None:
    id_, _ = put(store, "a.txt", b"one", facts=[MONEY])
    store.set_states({id_: ReaderState(read=True, starred=True, position=12)})
    again, outcome = put(store, "a.txt", b"two", ARTICLE._replace(title="Autre titre"), stamp=1)
    assert (again, outcome) == (id_, Filed.UPDATED)
    assert store.state(id_) == ReaderState(read=True, starred=True, position=12)
    assert store.article(id_).title == "Autre titre"
    assert store.facts(id_) is None


def test_a_changed_copy_becomes_an_article_of_its_own(store: Store) -> None:
    first, _ = put(store, "a.txt", b"one")
    put(store, "copy.txt", b"one")
    other, outcome = put(store, "copy.txt", b"two", stamp=1)
    assert outcome is Filed.ADDED
    assert other != first
    assert store.paths(first) == ["/presse/a.txt"]


def test_a_file_is_unchanged_until_its_signature_changes(store: Store) -> None:
    put(store, "a.txt", b"one")
    path = Path("/presse/a.txt")
    assert store.is_unchanged(path, Signature(3, 0, 0))
    assert not store.is_unchanged(path, Signature(3, 1, 0))
    assert not store.is_unchanged(path, Signature(3, 0, 1))


def test_a_file_name_that_is_no_text_is_kept_apart_from_others(store: Store) -> None:
    first, _ = put(store, "caf\udce9.txt", b"one")
    second, _ = put(store, "caf\udce8.txt", b"two")
    assert store.paths(first) != store.paths(second)


def test_the_list_is_sorted_as_asked(store: Store) -> None:
    for name, title, outlet, day in (
        ("a", "Éclair", "b", "2024-01-02"),
        ("b", "zèbre", "A", None),
        ("c", "eau", None, "2025-03-04"),
    ):
        put(store, name, name.encode(), ARTICLE._replace(title=title, outlet=outlet, published=day))

    def titles(sort: Sort) -> list[str]:
        return [row.display_title for row in store.rows(store.listing(sort, ListFilter()))]

    assert titles(Sort.DATE) == ["eau", "Éclair", "zèbre"]
    assert titles(Sort.TITLE) == ["eau", "Éclair", "zèbre"]
    assert titles(Sort.OUTLET) == ["zèbre", "Éclair", "eau"]


def test_a_part_of_the_list_and_a_place_in_it_are_those_of_the_whole(store: Store) -> None:
    days = ["2024-01-02", None, "2025-03-04", "2024-01-02", None, "2023-01-01"]
    for number, day in enumerate(days):
        put(store, str(number), bytes([number]), ARTICLE._replace(published=day))
    whole = store.listing(Sort.DATE, ListFilter())
    assert [*store.newest(0, 4), *store.newest(4, 4)] == list(whole)
    assert [store.place_by_date(id_) for id_ in whole] == list(range(len(days)))
    assert store.place_by_date(max(whole) + 1) is None


def test_the_list_is_narrowed_as_asked(store: Store) -> None:
    french, _ = put(store, "a", b"a")
    english, _ = put(store, "b", b"b", ARTICLE._replace(language="en", outlet="The Desk"))
    store.set_state(french, read=True)
    store.set_state(english, starred=True)
    assert list(store.listing(Sort.DATE, ListFilter(unread=True))) == [english]
    assert list(store.listing(Sort.DATE, ListFilter(language="fr"))) == [french]
    assert list(store.listing(Sort.DATE, ListFilter(outlet="the desk"))) == [english]
    assert list(store.listing(Sort.DATE, ListFilter(starred=True, language="fr"))) == []
    assert list(store.ids_in_state("unstarred")) == [french]
    assert (store.counts().unread, store.counts().starred) == (1, 1)


def test_rows_come_in_the_order_asked_and_leave_out_what_is_gone(store: Store) -> None:
    ids = [put(store, str(number), str(number).encode())[0] for number in range(1200)]
    wanted = [*reversed(ids), 99_999]
    assert [row.id for row in store.rows(wanted)] == ids[::-1]


def test_the_index_is_owed_what_changed_until_it_has_been_told(store: Store) -> None:
    first, _ = put(store, "a", b"a")
    second, _ = put(store, "b", b"b")
    ids, sequence = store.unindexed(10)
    assert ids == [first, second]
    with store.transaction():
        store.mark_unindexed([first])
    store.mark_indexed(sequence)
    assert store.unindexed(10)[0] == [first]


def test_a_signal_that_comes_as_a_transaction_begins_leaves_none_open(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Connection.run

    def interrupted(connection: Connection, statement: str, values: Sequence[object] = ()) -> int:
        run(connection, statement, values)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Connection, "run", interrupted)
        with pytest.raises(KeyboardInterrupt), store.transaction():
            raise AssertionError("it was not begun")
    put(store, "a.txt", b"one")
    assert store.counts().total == 1


def test_nothing_is_written_when_a_transaction_fails(store: Store) -> None:
    with pytest.raises(RuntimeError), store.transaction():
        store.file(Path("/presse/a"), Signature(1, 1, 1), b"a", ARTICLE, None, 1)
        raise RuntimeError
    assert store.counts().total == 0
    assert store.last_sequence() == 0


def test_a_removed_article_is_gone_with_its_facts_and_its_number_is_never_given_again(store: Store) -> None:
    id_, _ = put(store, "a", b"a", facts=[MONEY])
    store.remove([id_])
    with pytest.raises(NoSuchArticle):
        store.article(id_)
    assert store.facts(id_) is None
    assert put(store, "a", b"a")[0] > id_


def test_tags_are_kept_listed_and_narrow_the_list(store: Store) -> None:
    first, _ = put(store, "a", b"a")
    second, _ = put(store, "b", b"b")
    store.set_tags(first, ["À relire", "cloud"])
    store.set_tags(second, ["cloud"])
    assert store.tags() == ["À relire", "cloud"]
    assert store.state(first).tags == {"À relire", "cloud"}
    assert [row.tags for row in store.rows([first, second])] == [("À relire", "cloud"), ("cloud",)]
    assert list(store.listing(Sort.DATE, ListFilter(tag="À relire"))) == [first]
    store.set_tags(first, [])
    assert store.tags() == ["cloud"]


def test_what_another_process_wrote_is_noticed(store: Store, tmp_path: Path) -> None:
    id_, _ = put(store, "a", b"a")
    before = store.data_version()
    other = Store(tmp_path / "library.sqlite")
    other.set_state(id_, starred=True)
    other.close()
    assert store.data_version() != before
    assert store.state(id_).starred


def test_a_library_that_another_process_is_just_making_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = sqlite3.connect(tmp_path / "library.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr("time.sleep", lambda _: other.rollback())
    Store(tmp_path / "library.sqlite").close()
    other.close()


def test_a_damaged_file_is_told_in_the_programs_own_terms(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    file.write_bytes(b"this is no database at all" * 100)
    with pytest.raises(StoreError) as told:
        Store(file)
    assert told.value.values["path"] == str(file)


def test_a_library_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    Store(file).close()
    database = sqlite3.connect(file)
    database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(StoreError) as told:
        Store(file)
    assert told.value.code == "library.too_new"


def test_a_library_of_an_older_program_is_brought_up_to_date(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite"
    Store(file).close()
    database = sqlite3.connect(file)
    for index in ("article_unread", "article_starred", "article_read"):
        database.execute(f"DROP INDEX {index}")
    database.execute("DROP TABLE tag")
    database.execute("DROP TABLE deed")
    database.execute("PRAGMA user_version = 1")
    database.close()
    store = Store(file)
    assert store.counts().total == 0
    assert store.tags() == []
    assert store.undo() is None
    store.close()
    database = sqlite3.connect(file)
    made = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    database.close()
    assert {"article_unread", "article_starred", "article_read"} <= made
