"""What the environment says of the terminal, and what Textual is told before it is imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

from aipolicy_tui.terminal.capabilities import (
    Colours,
    Multiplexer,
    capabilities_of,
    erases_characters,
    is_remote,
    knows_queries,
    multiplexer_of,
    prepare,
    theme_for,
)


@pytest.mark.parametrize(
    ("environment", "colours"),
    [
        ({"TERM": "xterm"}, Colours.SIXTEEN),
        ({"TERM": "xterm-256color"}, Colours.MANY),
        ({"TERM": "xterm-kitty"}, Colours.MANY),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, Colours.ALL),
        ({"TERM": "screen"}, Colours.SIXTEEN),
        ({"TERM": "linux"}, Colours.SIXTEEN),
        ({"TERM": "vt100"}, Colours.NONE),
        ({"TERM": "vt220"}, Colours.NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, Colours.NONE),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, Colours.MANY),
    ],
)
def test_colours(environment: dict[str, str], colours: Colours) -> None:
    assert capabilities_of(environment).colours is colours


def test_what_stands_between() -> None:
    assert multiplexer_of({"TMUX": "/tmp/x,1,0", "TERM": "screen"}) is Multiplexer.TMUX
    assert multiplexer_of({"STY": "1.pts", "TERM": "xterm"}) is Multiplexer.SCREEN
    assert multiplexer_of({"TERM": "screen.xterm-256color"}) is Multiplexer.SCREEN
    assert multiplexer_of({"TERM": "xterm"}) is Multiplexer.NONE
    assert is_remote({"SSH_TTY": "/dev/pts/1"}) and not is_remote({})


def test_old_consoles() -> None:
    assert not knows_queries({"TERM": "linux"}) and knows_queries({"TERM": "xterm"})
    assert not erases_characters({"TERM": "vt100"}) and erases_characters({"TERM": "linux"})


@pytest.mark.parametrize(
    ("setting", "environment", "theme"),
    [
        ("auto", {"TERM": "xterm"}, "ansi-dark"),
        ("auto", {"TERM": "xterm", "COLORFGBG": "0;15"}, "ansi-light"),
        ("auto", {"TERM": "xterm", "COLORFGBG": "15;default;0"}, "ansi-dark"),
        ("terminal", {"TERM": "xterm"}, "ansi-dark"),
        ("contrast", {"TERM": "xterm"}, "contrast"),
        ("contrast", {"TERM": "xterm", "NO_COLOR": "1"}, "ansi-dark"),
        ("light", {"TERM": "vt100"}, "ansi-dark"),
    ],
)
def test_the_theme_is_the_one_that_is_set_where_it_can_be_seen(
    setting: str, environment: dict[str, str], theme: str
) -> None:
    assert theme_for(setting, capabilities_of(environment)) == theme


def test_every_theme_that_can_be_chosen_exists_and_is_what_its_name_says() -> None:
    from aipolicy_tui.settings import CHOICES
    from aipolicy_tui.terminal.themes import THEME_NAMES, THEMES

    dark, light = {"TERM": "xterm"}, {"TERM": "xterm", "COLORFGBG": "0;15"}
    for setting in CHOICES["theme"]:
        for environment in (dark, light):
            assert theme_for(setting, capabilities_of(environment)) in THEME_NAMES
    for theme in THEMES:
        assert theme.ansi == theme.name.startswith("ansi-")
        if theme.ansi:
            assert theme.background == theme.surface == theme.panel == "ansi_default"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm-256color"}, {"TEXTUAL_COLOR_SYSTEM": "256", "TEXTUAL_THEME": "ansi-dark"}),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, {"TEXTUAL_COLOR_SYSTEM": "256"}),
        ({"TERM": "vt100"}, {"NO_COLOR": "1"}),
    ],
)
def test_textual_is_told_what_it_reads_once(environment: dict[str, str], expected: dict[str, str]) -> None:
    terminal = capabilities_of(environment)
    prepare(environment, terminal, theme_for("auto", terminal))
    assert environment.items() >= expected.items()
    assert environment["TEXTUAL_ANIMATIONS"] == "none"
    assert environment["TEXTUAL_DISABLE_KITTY_KEY"] == "1"
    assert environment.get("NO_COLOR") != ""


def test_asking_comes_before_textual() -> None:
    code = "import aipolicy_tui.terminal.capabilities, sys; sys.exit('textual' in sys.modules or 'rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
