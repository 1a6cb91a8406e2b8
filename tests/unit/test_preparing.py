"""What is left to do in the background is done once, however many have the library open."""

from __future__ import annotations

from pathlib import Path

import pytest

from aipolicy_index.library import Library, Stage


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Articles whose facts are missing."""
    press, folder = tmp_path / "press", tmp_path / "library"
    press.mkdir()
    for name in "abc":
        (press / f"{name}.txt").write_text(f"Titre {name}\n\nLa Cnil a publié lundi l'avis {name} à Paris.", "utf-8")
    with Library.open(folder, seeds=False) as made:
        made.add([press], defer_facts=True, jobs=1)
    return folder


def test_two_readers_of_one_library_extract_each_fact_once(library: Path) -> None:
    with Library.open(library) as one, Library.open(library) as other:
        first = one.preparing(jobs=1)
        begun = next(step for step in first if step.stage is Stage.FACTS)
        assert (begun.done, begun.total) == (1, 3)
        assert [step for step in other.preparing(jobs=1) if step.stage is Stage.FACTS] == []
        assert [step.done for step in first] == [2, 3]
        assert not one.counts().without_facts


def test_what_one_reader_left_undone_another_takes_up(library: Path) -> None:
    with Library.open(library) as one:
        left = one.preparing(jobs=1)
        next(step for step in left if step.stage is Stage.FACTS)
        left.close()  # type: ignore[attr-defined]
    with Library.open(library) as other:
        assert [step.done for step in other.preparing(jobs=1) if step.stage is Stage.FACTS] == [1, 2]
        assert not other.counts().without_facts
