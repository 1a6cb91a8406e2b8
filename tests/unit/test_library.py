"""The library as its user meets it: a folder that opens, grows, answers, and mends itself."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from aipolicy_index.errors import LibraryError, NoSuchArticle
from aipolicy_index.library import AddProgress, Library, Preparation
from aipolicy_index.model import ListFilter, Sort

PRESS = {
    "2024-05-03-cnil.txt": "La Cnil inflige une amende à Veridia\n\nLa sécurité des données l’exigeait, dit-elle.\n",
    "2025-01-10-llama.txt": "Llama s'ouvre aux armées\n\nLe modèle peut servir à la défense, annonce Orféo.\n",
    "note.md": (
        "---\ntitle: Un contrat\noutlet: Le Relais\ndate: 2025-06-17\n---\n\nUn contrat de 12 millions d'euros.\n"
    ),
}


@pytest.fixture
def press(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    for name, text in PRESS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def library(tmp_path: Path, press: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library", seeds=False) as opened:
        opened.add([press])
        yield opened


def found(library: Library, query: str) -> set[str]:
    results = library.search(query)
    assert results.total == len(results.ids) == len(results.hits)
    return {row.display_title for row in library.rows(results.ids)}


def test_a_missing_library_is_made_private_and_starts_with_the_seeds(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "library"
    with Library.open(folder) as library:
        assert library.created
        assert library.counts().total == 5
        assert len(library.search("Microsoft").hits) >= 2
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    with Library.open(folder) as again:
        assert not again.created
        assert again.counts().total == 5


def test_a_library_that_was_added_to_first_holds_only_what_was_added(library: Library) -> None:
    assert library.counts().total == len(PRESS)


def test_what_came_before_an_addition_is_stopped_is_kept_and_counted(tmp_path: Path, press: Path) -> None:
    asked = iter([False, True])
    with Library.open(tmp_path / "library", seeds=False) as library:
        report = library.add([press], jobs=1, stopped=lambda: next(asked))
        assert report.interrupted
        assert report.added == library.counts().total == 2
        again = library.add([press])
        assert (again.added, again.unchanged, again.interrupted) == (len(PRESS) - 2, 2, False)


def test_an_addition_that_was_done_when_it_was_stopped_is_not_interrupted(tmp_path: Path, press: Path) -> None:
    asked = iter([False] * (len(PRESS) - 1) + [True])
    with Library.open(tmp_path / "library", seeds=False) as library:
        assert not library.add([press], jobs=1, stopped=lambda: next(asked)).interrupted


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(LibraryError) as told:
        Library.open(file / "library")
    assert str(file) in told.value.values["path"]


def test_what_was_added_is_found_whatever_accents_case_and_apostrophes(library: Library) -> None:
    assert found(library, "securite") == {"La Cnil inflige une amende à Veridia"}
    assert found(library, "L'EXIGEAIT") == found(library, "l’exigeait") == {"La Cnil inflige une amende à Veridia"}
    assert found(library, "modele -veridia") == {"Llama s'ouvre aux armées"}


def test_adding_again_changes_nothing(library: Library, press: Path) -> None:
    before = list(library.listing())
    report = library.add([press])
    assert (report.added, report.updated, report.unchanged) == (0, 0, len(PRESS))
    assert list(library.listing()) == before


def test_a_changed_file_updates_its_article_and_keeps_its_star(library: Library, press: Path) -> None:
    (id_,) = library.search("veridia").ids
    library.set_starred(id_, True)
    library.set_read(id_, True)
    (press / "2024-05-03-cnil.txt").write_text("La Cnil renonce\n\nPlus aucune sanction pour Veridia.\n", "utf-8")
    report = library.add([press])
    assert (report.added, report.updated) == (0, 1)
    assert list(library.search("renonce").ids) == [id_]
    assert library.search("amende").total == 0
    assert library.state(id_).starred
    assert library.state(id_).read


def test_what_fails_and_what_is_not_read_is_told_and_the_rest_goes_on(library: Library, press: Path) -> None:
    (press / "empty.txt").write_bytes(b"")
    (press / "picture.jpg").write_bytes(b"\xff\xd8")
    (press / "table.xlsx").write_bytes(b"PK")
    (press / "other.jpg").write_bytes(b"\xff\xd8\xff")
    (press / "new.txt").write_text("Une nouvelle\n\nAvec un corps de texte.\n", "utf-8")
    report = library.add([press, press / "nowhere.txt"])
    assert report.added == 1
    assert {Path(failure.path).name for failure in report.failures} == {"empty.txt", "nowhere.txt"}
    assert dict(report.unread_endings) == {".jpg": 2, ".xlsx": 1}


def test_dates_come_from_file_names_where_the_text_gives_none(library: Library) -> None:
    dates = [row.published for row in library.rows(library.listing(Sort.DATE))]
    assert dates == ["2025-06-17", "2025-01-10", "2024-05-03"]


def test_progress_is_told_up_to_the_end(tmp_path: Path, press: Path) -> None:
    with Library.open(tmp_path / "other", seeds=False) as library:
        steps = list(library.adding([press]))
    progress = [step for step in steps if isinstance(step, AddProgress)]
    assert (progress[-1].done, progress[-1].total) == (len(PRESS), len(PRESS))


def test_deferred_facts_follow_and_are_extracted_on_the_spot_when_wanted(tmp_path: Path, press: Path) -> None:
    with Library.open(tmp_path / "other", seeds=False) as library:
        library.add([press], defer_facts=True)
        (id_,) = library.search("contrat").ids
        assert library.facts(id_) is None
        assert any(fact.text.endswith("millions d'euros") for fact in library.extract_facts(id_))
        assert library.counts().without_facts == len(PRESS) - 1
        steps = list(library.preparing())
        assert all(isinstance(step, Preparation) for step in steps)
        assert library.counts().without_facts == 0
        assert list(library.preparing()) == []


def test_facts_stand_where_they_say(library: Library) -> None:
    for id_ in library.listing():
        text = library.article(id_).text
        assert all(text[fact.start : fact.end] == fact.text for fact in library.facts(id_) or ())


def test_a_removed_article_is_found_no_more(library: Library) -> None:
    library.remove([library.search("veridia").ids[0]])
    assert library.search("veridia").total == 0
    assert library.counts().total == len(PRESS) - 1


def test_the_list_can_be_narrowed_while_searching(library: Library) -> None:
    (id_,) = library.search("veridia").ids
    library.set_starred(id_, True)
    assert list(library.search("la", narrowed=ListFilter(starred=True)).ids) == [id_]


def test_an_article_that_is_not_there_is_named(library: Library) -> None:
    with pytest.raises(NoSuchArticle) as told:
        library.article(4711)
    assert told.value.values["id"] == "4711"


@pytest.mark.parametrize("harm", ["delete", "truncate", "overwrite", "empty_folder"])
def test_a_harmed_index_comes_back_by_itself(tmp_path: Path, press: Path, harm: str) -> None:
    folder = tmp_path / "harmed"
    with Library.open(folder, seeds=False) as library:
        library.add([press])
    _harm(folder / "index", harm)
    with Library.open(folder) as library:
        assert library.search("veridia").total == 1
        assert library.check().sound


def _harm(index: Path, harm: str) -> None:
    if harm == "delete":
        shutil.rmtree(index)
    elif harm == "empty_folder":
        shutil.rmtree(index)
        index.mkdir(0o700)
    else:
        for file in index.iterdir():
            data = file.read_bytes()
            file.write_bytes(data[: len(data) // 2] if harm == "truncate" else bytes(len(data)))


def test_an_index_of_another_library_is_noticed(tmp_path: Path, press: Path, library: Library) -> None:
    other = tmp_path / "other"
    with Library.open(other, seeds=False) as emptier:
        emptier.add([press / "note.md"])
    shutil.rmtree(other / "index")
    shutil.copytree(library.folder / "index", other / "index")
    with Library.open(other) as emptier:
        assert emptier.search("veridia").total == 0
        assert emptier.search("contrat").total == 1


def test_a_check_finds_what_is_wrong_and_repair_mends_it(library: Library) -> None:
    assert library.check().sound
    shutil.rmtree(library.folder / "index")
    assert library.check().index_fault == "index.missing"
    assert library.check(repair=True).sound
    assert library.search("veridia").total == 1


def test_remains_of_an_interrupted_rebuild_are_cleared(library: Library) -> None:
    remains = library.folder / "index.new-0badcafe"
    remains.mkdir()
    library.rebuild_index()
    assert not remains.exists()


def test_small_things_are_remembered(library: Library) -> None:
    assert library.recall("sort") is None
    library.remember("sort", "title")
    assert library.recall("sort") == "title"


def test_many_files_are_read_by_several_processes_and_come_out_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        text = f"Le titre {number}\n\nUn corps numéro {number} pour chacun.\n"
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
    with Library.open(tmp_path / "alone", seeds=False) as alone, Library.open(tmp_path / "both", seeds=False) as both:
        alone.add([folder], jobs=1)
        both.add([folder], jobs=2)
        assert both.counts().total == 60
        assert [both.article(id_) for id_ in both.listing()] == [alone.article(id_) for id_ in alone.listing()]
