"""An index that is missing, locked, damaged, of another format or on a full disk says so, and nothing is lost."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest
from engine_shelf import TEXTS, Shelf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aipolicy_index.engine.document import Document
from aipolicy_index.engine.index import SearchIndex
from aipolicy_index.engine.writing import ArraySegmentWriter
from aipolicy_index.errors import IndexDamaged, IndexLocked, IndexMissing, SearchIndexError
from aipolicy_index.query import parse


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(TEXTS)


@pytest.fixture
def index(tmp_path: Path, shelf: Shelf) -> SearchIndex:
    made = SearchIndex.create(tmp_path / "index")
    made.write(shelf.documents())
    return made


def test_a_missing_index_is_named(tmp_path):
    with pytest.raises(IndexMissing):
        SearchIndex.open(tmp_path / "nothing")
    (tmp_path / "empty").mkdir(mode=0o700)
    with pytest.raises(IndexMissing):
        SearchIndex.open(tmp_path / "empty")


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
