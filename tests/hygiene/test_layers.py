"""An arrow never runs upwards, and each room stays in its place."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_BUT_CODE = shutil.ignore_patterns("__pycache__", "data", "*.toml", "*.txt", "*.tsv")
_TURNED = (
    ("aipolicy_index.journal", "textual"),
    ("aipolicy_index.model.articles", "aipolicy_index.language.cleaning"),
    ("aipolicy_index.store.sources", "aipolicy_index.engine.index"),
    ("aipolicy_index.library.reports", "aipolicy_tui.messages"),
    ("aipolicy_tui.settings", "aipolicy_tui.keymap"),
    ("aipolicy_tui.wording.values", "aipolicy_tui.terminal.safe"),
    ("aipolicy_tui.terminal.wire", "aipolicy_tui.widgets.fitting"),
    ("aipolicy_tui.widgets.bars", "aipolicy_tui.screens.keys"),
    ("aipolicy_tui.screens.links", "aipolicy_tui.app"),
    ("aipolicy_tui.cli.output", "aipolicy_tui.widgets.fitting"),
    ("aipolicy_tui.screens.plain", "aipolicy_index.store.sources"),
    ("aipolicy_tui.cli.open", "aipolicy_tui.terminal.output"),
    ("aipolicy_tui.app", "aipolicy_tui.program"),
)
"""Imports that must not be: each from a room to one above it, or to the screen from what needs none."""


def _imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def _lint(root: Path) -> subprocess.CompletedProcess[str]:
    linter = Path(sys.executable).with_name("lint-imports")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(root / "index"), str(root / "tui")))}
    command = [str(linter), "--no-cache"]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def test_layers_hold(root: Path) -> None:
    done = _lint(root)
    assert done.returncode == 0, done.stdout


def test_every_turned_arrow_is_found(root: Path, tmp_path: Path) -> None:
    shutil.copy(root / "pyproject.toml", tmp_path)
    for folder in ("index", "tui"):
        shutil.copytree(root / folder, tmp_path / folder, ignore=_BUT_CODE)
    for room, above in _TURNED:
        file = next(tmp_path.glob(f"*/{room.replace('.', '/')}.py"))
        file.write_text(f"{file.read_text('utf-8')}\n\ndef _later() -> None:\n    import {above}\n", "utf-8")
    told = " ".join(_lint(tmp_path).stdout.split())
    assert not [f"{room} -> {above}" for room, above in _TURNED if f"{room} -> {above}" not in told], told


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
