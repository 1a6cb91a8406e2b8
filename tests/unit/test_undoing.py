"""What a reader did to articles can be undone in turn, on a later visit too; what was removed comes back whole."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest

from aipolicy_index.deeds import KEPT_DAYS, Deed, DeedKind, Undone
from aipolicy_index.errors import NoSuchArticle
from aipolicy_index.library import Library
from aipolicy_index.model import ReaderState, Row

TEXTS = {
    "a.txt": "La Cnil inflige une amende de 5 millions d'euros à Veridia, a annoncé lundi sa présidente à Paris.",
    "b.txt": "The regulator fined Veridia five million euros on Monday, its chair said in London after the vote.",
}


@pytest.fixture
def press(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path, press: Path) -> Path:
    """A library of two articles."""
    with Library.open(tmp_path / "library", seeds=False) as library:
        library.add([press], jobs=1)
    return tmp_path / "library"


def first(library: Library) -> Row:
    return next(row for row in library.rows(library.listing()) if row.language == "fr")


def undone(library: Library) -> Deed:
    """What was undone; it has to be."""
    step = library.undo()
    assert step is not None and step.worked
    return step.deed


def later(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    now = time.time() + days * 86_400 + 60
    monkeypatch.setattr("time.time", lambda: now)


def test_every_deed_is_undone_in_turn_on_a_later_visit(folder: Path) -> None:
    with Library.open(folder) as library:
        row = first(library)
        for kind, tag in (
            (DeedKind.STARRED, ""),
            (DeedKind.READ, ""),
            (DeedKind.TAGGED, "cloud"),
            (DeedKind.UNREAD, ""),
            (DeedKind.UNTAGGED, "cloud"),
            (DeedKind.UNSTARRED, ""),
        ):
            assert library.do(kind, row.id, tag)
        assert library.state(row.id) == ReaderState()
    states = []
    with Library.open(folder) as library:
        while step := library.undo():
            assert step == Undone(Deed(step.deed.kind, row.id, row.display_title, step.deed.tag), True)
            state = library.state(row.id)
            states.append((step.deed.kind, state.read, state.starred, set(state.tags)))
    assert states == [
        (DeedKind.UNSTARRED, False, True, set()),
        (DeedKind.UNTAGGED, False, True, {"cloud"}),
        (DeedKind.UNREAD, True, True, {"cloud"}),
        (DeedKind.TAGGED, True, True, set()),
        (DeedKind.READ, False, True, set()),
        (DeedKind.STARRED, False, False, set()),
    ]


def test_undoing_a_star_leaves_what_was_read_meanwhile(folder: Path) -> None:
    with Library.open(folder) as library:
        id_ = first(library).id
        library.do(DeedKind.STARRED, id_)
        library.set_read(id_, True)
        library.set_position(id_, 40)
        undone(library)
        assert library.state(id_) == ReaderState(read=True, position=40)


def test_what_changes_nothing_is_no_step(folder: Path) -> None:
    with Library.open(folder) as library:
        id_ = first(library).id
        assert not library.do(DeedKind.UNSTARRED, id_)
        assert not library.do(DeedKind.UNTAGGED, id_, "cloud")
        assert library.undo() is None
        with pytest.raises(NoSuchArticle):
            library.do(DeedKind.REMOVED, 99)


def test_a_removed_article_comes_back_as_it_was_and_is_found_again(folder: Path) -> None:
    with Library.open(folder) as library:
        id_ = first(library).id
        library.set_states({id_: ReaderState(True, True, 12, frozenset({"cloud"}))})
        before = library.article(id_), library.facts(id_), library.paths(id_), library.state(id_)
        assert before[1]
        library.do(DeedKind.REMOVED, id_)
        assert library.counts().total == 1
        assert library.search("amende").total == 0
        assert (library.tags(), library.paths(id_)) == ([], [])
        assert (library.check().sound, library.check().removed) == (True, 1)
        library.rebuild_index()
        assert library.search("amende").total == 0
    with Library.open(folder) as library:
        assert undone(library).kind is DeedKind.REMOVED
        assert (library.article(id_), library.facts(id_), library.paths(id_), library.state(id_)) == before
        assert list(library.search("amende tag:cloud").ids) == [id_]
        assert (library.check().sound, library.check().removed) == (True, 0)
        assert library.add([Path(library.paths(id_)[0])]).unchanged == 1


def test_a_removed_article_that_is_added_again_is_the_same_one(folder: Path, press: Path) -> None:
    with Library.open(folder) as library:
        id_ = first(library).id
        library.set_states({id_: ReaderState(True, True, 12, frozenset({"cloud"}))})
        library.do(DeedKind.REMOVED, id_)
        report = library.add([press], jobs=1)
        assert (report.added, report.unchanged) == (1, 1)
        assert library.state(id_) == ReaderState(True, True, 12, frozenset({"cloud"}))
        assert library.facts(id_)
        assert library.search("amende").total == 1
        assert library.undo() is None
        assert library.check().sound


def test_a_removed_article_whose_file_has_changed_comes_back_beside_the_new_one(folder: Path, press: Path) -> None:
    with Library.open(folder) as library:
        id_ = first(library).id
        library.do(DeedKind.REMOVED, id_)
        (press / "a.txt").write_text("La Cnil retire son amende à Veridia, a annoncé mardi sa présidente.", "utf-8")
        assert library.add([press], jobs=1).added == 1
        undone(library)
        assert library.search("amende").total == 2
        assert library.check().sound


def test_a_deed_whose_article_is_gone_is_told_as_such(folder: Path) -> None:
    with Library.open(folder) as library:
        row = first(library)
        library.do(DeedKind.STARRED, row.id)
        library.remove([row.id])
        assert library.undo() == Undone(Deed(DeedKind.STARRED, row.id, row.display_title), False)


def test_what_was_removed_is_gone_after_the_stated_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(folder) as library:
        id_ = first(library).id
        library.do(DeedKind.REMOVED, id_)
        later(monkeypatch, KEPT_DAYS - 1)
        list(library.preparing(jobs=1))
        assert library.check().removed == 1
        later(monkeypatch, 2)
        assert library.check().removed == 0
        list(library.preparing(jobs=1))
        assert library.undo() is None
    database = sqlite3.connect(folder / "library.sqlite")
    assert database.execute("SELECT count(*) FROM deed").fetchone() == (0,)
    database.close()


def test_a_damaged_copy_of_a_removed_article_does_no_harm(folder: Path) -> None:
    with Library.open(folder) as library:
        library.do(DeedKind.REMOVED, first(library).id)
    database = sqlite3.connect(folder / "library.sqlite")
    database.execute("UPDATE deed SET taken = x'00ff'")
    database.commit()
    database.close()
    with Library.open(folder) as library:
        step = library.undo()
        assert step is not None and not step.worked
        assert library.check().sound


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_may_be_removed_while_its_facts_are_being_extracted(tmp_path: Path, press: Path, jobs: int) -> None:
    for number in range(12):
        (press / f"{number}.txt").write_text(f"{TEXTS['a.txt']} C'est la {number}e fois.", "utf-8")
    with Library.open(tmp_path / "library", seeds=False) as library:
        library.add([press], defer_facts=True, jobs=1)
        steps = library.preparing(jobs=jobs)
        assert next(steps) and next(steps).total == len(library.listing())
        with Library.open(tmp_path / "library") as screen:
            for id_ in list(screen.listing()):
                screen.do(DeedKind.REMOVED, id_)
        list(steps)
        assert library.undo() is not None
        assert list(library.preparing(jobs=1))[-1].done == 1
        assert library.check().sound
