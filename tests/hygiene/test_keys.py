"""Keys are told the same everywhere: by the declared commands, the help, the bottom line, `keys`, the manual."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from aipolicy_tui import messages
from aipolicy_tui.commands import COMMANDS, FOOTER, Command, Place, command
from aipolicy_tui.keymap import build_keymap, spoken
from aipolicy_tui.messages import LANGUAGES, catalogue
from aipolicy_tui.program import run

_ALT_GR = frozenset("@#{}[]|\\^~`€¤")
"""What a French AZERTY keyboard has on AltGr; on some others these are dead keys."""


def _is_everywhere_at_hand(key: str) -> bool:
    """A key that French and English keyboards both have without AltGr, and without Shift for digits."""
    last = key.rpartition("+")[2] or key
    return not (last.isdigit() or last in _ALT_GR)


@pytest.mark.parametrize("known", [known for known in COMMANDS if known.keys], ids=lambda known: known.name)
def test_every_command_has_a_key_that_french_and_english_keyboards_have(known: Command) -> None:
    assert any(map(_is_everywhere_at_hand, known.keys))


def test_the_screen_does_every_declared_command_and_no_other() -> None:
    from aipolicy_tui.screens.reading import ReadingScreen

    done = {name.removeprefix("do_") for name in dir(ReadingScreen) if name.startswith("do_")}
    assert done == {known.name for known in COMMANDS}


@pytest.mark.parametrize("place", list(Place))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_hint_of_the_bottom_line_has_its_key_and_its_words(place: Place, language: str) -> None:
    messages.choose(language)
    keymap = build_keymap()
    for name in FOOTER[place]:
        assert keymap.shown(name, place)
        assert command(name).hint(place)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_with_a_name_is_told_by_it(language: str) -> None:
    messages.choose(language)
    named = {key for known in COMMANDS for key in known.keys if len(key) > 1 and "+" not in key and key[1:] != "1"}
    assert {key for key in named if f"key.{key}" not in catalogue(language)} == set()
    assert all(spoken(key) for key in named)


def test_keys_prints_all_commands_as_settings_that_change_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["keys"]) == 0
    printed = tomllib.loads(capsys.readouterr().out)["keys"]
    assert printed == {known.name: list(known.keys) for known in COMMANDS}
    assert build_keymap(printed).problems == ()
    assert build_keymap(printed).keys == build_keymap().keys


def test_the_manual_names_every_command_with_its_keys_and_no_other(root: Path) -> None:
    manual = (root / "docs" / "manual.md").read_text("utf-8")
    table = manual.partition("<!-- generated: keys -->")[2].partition("<!-- end -->")[0]
    rows = {cells[-1].strip("`"): cells[0] for line in table.splitlines() if (cells := _cells(line)) and cells[-1]}
    rows.pop("name")
    rows.pop("---")
    assert set(rows) == {known.name for known in COMMANDS}
    for known in COMMANDS:
        assert re.findall(r"`([^`]+)`", rows[known.name]) == list(known.keys)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


@pytest.mark.parametrize("document", ["README.md", "docs/manual.md"])
def test_keys_that_the_documents_mention_do_something(root: Path, document: str) -> None:
    text = re.sub(r"^```.*?^```", "", (root / document).read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    known = {key for each in COMMANDS for key in each.keys} | {"Enter", "Esc", "Tab", "Backspace"}
    mentioned = {key for key in re.findall(r"`(\S|Enter|Esc|Tab|Backspace)`", text) if key.isascii()}
    assert mentioned - known - set("*+>?:/") == set()
