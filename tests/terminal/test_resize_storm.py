"""The real reader while the terminal changes its size as fast as it can: nothing is lost, whatever is open."""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from harness import Terminal

from aipolicy_index.library import Library

SCENES: dict[str, tuple[tuple[str, ...], str]] = {
    "list": (("down",), "2/5"),
    "text": (("enter", "space"), "4 non lus"),
    "text alone": (("enter", "z", "space"), "4 non lus"),
    "facts": (("enter", "enter", "j", "j"), "aller au texte"),
    "plain view": (("enter", "Y", "space"), "Sélectionnez"),
    "help": (("?", "down"), "Descendre"),
    "palette": ((":", "tri"), "Trier"),
    "orders": (("S", "down"), "Pertinence"),
    "hits": (("/", "reconnaissance faciale"), "1/2 · 2 articles"),
    "in the article": (("enter", "/", "meta"), "1/"),
}
"""What is pressed in the list, and what the screen shows then."""

SLOWLY = [(columns, 10 + (columns - 40) * 90 // 260) for columns in range(40, 301, 5)]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("storm") / "library"
    with Library.open(folder) as library:
        for _ in library.preparing(jobs=1):
            pass
    return folder


@pytest.mark.parametrize("scene", SCENES)
def test_a_storm_of_sizes_leaves_the_reader_where_it_was(prepared: Path, tmp_path: Path, scene: str) -> None:
    shutil.copytree(prepared, tmp_path / "library")
    command = [sys.executable, "-m", "aipolicy_tui", "--lang", "fr", "--library", tmp_path / "library"]
    keys, shown = SCENES[scene]
    with Terminal(command, home=tmp_path) as terminal:
        terminal.wait_for("5 articles")
        for key in keys:
            terminal.press(key)
            terminal.settle()
        terminal.wait_for(shown)
        terminal.settle()
        before = _words_in_place(terminal)
        chosen = random.Random(scene)
        _storm(terminal, [*SLOWLY, *reversed(SLOWLY)])
        _storm(terminal, [(chosen.randint(1, 300), chosen.randint(1, 100)) for _ in range(40)])
        terminal.resize(39, 9)
        terminal.wait_for(lambda: terminal.row(0) == "Trop petit : 39x9, il faut 40x10")
        terminal.wait_for(lambda: not any(terminal.row(y) for y in range(1, 9)))
        terminal.resize(80, 24)
        terminal.wait_for(lambda: _words_in_place(terminal) == before)
        terminal.settle()
        after = terminal.display.cells()
        terminal.press("ctrl+l")
        terminal.settle()
        assert terminal.display.cells() == after, "nothing is left of another size"


def _storm(terminal: Terminal, sizes: Sequence[tuple[int, int]]) -> None:
    for columns, rows in sizes:
        terminal.resize(columns, rows)
        terminal.read(0.002)


def _words_in_place(terminal: Terminal) -> tuple[str, list[str], str]:
    """What tells the place: the bottom line where it is one, the row that is selected, the first words of the text."""
    rows = [terminal.row(y) for y in range(terminal.rows - 1)]
    selected = [row[1:30] for y, row in enumerate(rows) if terminal.screen.buffer[y][0].data == "›"]
    bottom = terminal.row(terminal.rows - 1)
    place = bottom if " · " in bottom else ""
    return place, selected[-1:], rows[1][31:] if "liste" in place else ""
