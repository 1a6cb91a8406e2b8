"""An arrow never runs upwards, and each room stays in its place."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest


def _imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def test_layers_hold(root: Path) -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("textual", ("tui/aipolicy_tui/app.py", "screens", "widgets", "terminal")),
        ("whoosh", ("index/aipolicy_index/engine",)),
        ("sqlite3", ("index/aipolicy_index/store",)),
    ],
)
def test_only_its_own_rooms_import_a_library(root: Path, library: str, rooms: tuple[str, ...]) -> None:
    for file in [*root.glob("index/**/*.py"), *root.glob("tui/**/*.py")]:
        place = file.relative_to(root).as_posix()
        if not any(room in place for room in rooms):
            assert not {name for name in _imports(file) if name.split(".")[0] == library}, place


def test_no_room_is_too_long(root: Path) -> None:
    long = {
        file.relative_to(root).as_posix(): lines
        for folder in ("index", "tui", "tests", "bench")
        for file in (root / folder).rglob("*.py")
        if (lines := len(file.read_text("utf-8").splitlines())) > 420
    }
    assert not long
