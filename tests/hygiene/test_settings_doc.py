"""Every setting is explained in the code, in both languages and in the manual; nothing else is."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from aipolicy_tui import settings
from aipolicy_tui.messages import LANGUAGES, catalogue
from aipolicy_tui.settings import CHOICES, RANGES, Settings

NAMES = list(Settings._fields)


def test_every_setting_has_a_line_under_it_in_the_code() -> None:
    source = Path(settings.__file__).read_text("utf-8")
    (declared,) = [
        node for node in ast.parse(source).body if isinstance(node, ast.ClassDef) and node.name == "Settings"
    ]
    body = declared.body[1:]
    explained = [
        field.target.id
        for field, line in zip(body[::2], body[1::2], strict=True)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(line, ast.Expr)
        and isinstance(line.value, ast.Constant)
    ]
    assert explained == NAMES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_is_explained_to_the_reader_and_nothing_else_is(language: str) -> None:
    prefix = "settings.about."
    assert {key.removeprefix(prefix) for key in catalogue(language) if key.startswith(prefix)} == set(NAMES)


def test_choices_and_ranges_are_of_settings() -> None:
    assert set(CHOICES) | set(RANGES) <= set(NAMES)
    assert not set(CHOICES) & set(RANGES)


def test_the_manual_explains_every_setting_once(root: Path) -> None:
    manual = (root / "docs" / "manual.md").read_text("utf-8")
    table = manual.partition("<!-- generated: settings -->")[2].partition("<!-- end -->")[0]
    assert [line.split("`")[1] for line in table.splitlines() if line.startswith("| `")] == NAMES
