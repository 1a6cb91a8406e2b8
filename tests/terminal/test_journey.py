"""The whole journey with the real program: open, search, read, jump to a fact, copy, star, quit, reopen."""

from __future__ import annotations

import re
import signal
import sys
from base64 import b64decode
from pathlib import Path

import pytest
from harness import Terminal

SIZES = [(80, 24), (120, 40)]


def reader(home: Path, columns: int, rows: int, *arguments: str) -> Terminal:
    return Terminal(
        [sys.executable, "-m", "aipolicy_tui", "--lang", "fr", "--library", home / "library", *arguments],
        columns=columns,
        rows=rows,
        home=home,
        environment={
            "LANG": "C.UTF-8",
            "DISPLAY": None,
            "WAYLAND_DISPLAY": None,
            "TMUX": None,
            "SSH_TTY": "/dev/pts/9",
        },
    )


def copied(terminal: Terminal) -> list[str]:
    """What the terminal was asked to put into its clipboard (OSC 52)."""
    found = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", bytes(terminal.written))
    return [b64decode(encoded).decode() for encoded in found]


@pytest.mark.parametrize(("columns", "rows"), SIZES, ids=["80x24", "120x40"])
def test_the_whole_journey(tmp_path: Path, columns: int, rows: int) -> None:
    with reader(tmp_path, columns, rows) as terminal:
        terminal.wait_for("5 articles")
        terminal.wait_for("OpenAI entre par la grande porte")

        terminal.press("/")
        terminal.press("securite nationale")
        terminal.wait_for(lambda: re.search(r"\b1/\d+ · \d articles?", terminal.row(0)))
        terminal.wait_for("Meta met Llama")
        terminal.press("enter")
        terminal.wait_for(lambda: "article 1/" in terminal.row(rows - 1))
        terminal.press("n")
        terminal.wait_for(lambda: re.search(r" 2/\d+ · article", terminal.row(rows - 1)))
        terminal.press("y")
        terminal.wait_for(lambda: copied(terminal))
        assert "sécurité" in copied(terminal)[0].lower()

        terminal.press("escape")
        terminal.wait_for(lambda: "lire" in terminal.row(rows - 1))
        terminal.press("escape")
        terminal.wait_for("5 articles")
        terminal.wait_for("OpenAI entre par la grande porte")

        terminal.press("enter")
        terminal.wait_for(lambda: "Échap" in terminal.row(rows - 1))
        terminal.press("enter")
        terminal.wait_for("EN BREF")
        terminal.wait_for(lambda: "aller au texte" in terminal.row(rows - 1))
        for _ in range(60):
            if "200" in terminal.row(rows - 1) and "USD" in terminal.row(rows - 1):
                break
            before = terminal.row(rows - 1)
            terminal.press("j")
            terminal.wait_for(lambda before=before: terminal.row(rows - 1) != before)
        assert "USD" in terminal.row(rows - 1)
        terminal.press("y")
        terminal.wait_for(lambda: len(copied(terminal)) == 2)
        assert "200 millions de dollars" in copied(terminal)[1]
        assert "aipolicy-tui, 17 juin 2025" in copied(terminal)[1]
        terminal.press("enter")
        terminal.wait_for(lambda: "Échap" in terminal.row(rows - 1) and "aller au texte" not in terminal.row(rows - 1))
        assert "200 millions de dollars" in terminal.text()

        terminal.press("s")
        terminal.wait_for("Étoile mise")
        terminal.press("q")
        assert terminal.wait_exit() == 0

    with reader(tmp_path, columns, rows) as terminal:
        terminal.wait_for("5 articles")
        terminal.wait_for("200 millions de dollars")
        terminal.press("escape")
        terminal.wait_for("★")
        terminal.press("e")
        terminal.wait_for("1 article ")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_the_last_screen_is_there_before_the_program(tmp_path: Path) -> None:
    with reader(tmp_path, 80, 24) as terminal:
        terminal.wait_for("5 articles · 5 non lus")
        terminal.settle(1.0)
        terminal.press("q")
        assert terminal.wait_exit() == 0
    with reader(tmp_path, 80, 24) as terminal:
        terminal.wait_for(lambda: b"$p" in terminal.written)
        before_the_driver = bytes(terminal.written).partition(b"$p")[0]
        assert b"OpenAI entre par la grande porte" in before_the_driver
        terminal.press("down")
        terminal.wait_for(lambda: terminal.row(4).startswith("›"))
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_what_is_typed_before_the_screen_stands_is_done_in_order(tmp_path: Path) -> None:
    with reader(tmp_path, 80, 24) as terminal:
        for key in ("down", "s", "/", "M", "e", "t", "a"):
            terminal.press(key)
        terminal.wait_for("/ Meta")
        terminal.press("escape", "q")
        assert terminal.wait_exit() == 0
    with reader(tmp_path, 80, 24) as terminal:
        terminal.wait_for(lambda: "★" in terminal.row(3) + terminal.row(4))
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_a_redraw_asked_for_before_the_screen_stands_does_no_harm(tmp_path: Path) -> None:
    with reader(tmp_path, 80, 24) as terminal:
        terminal.press("ctrl+l", "ctrl+l")
        terminal.wait_for("5 articles")
        terminal.press("q")
        assert terminal.wait_exit() == 0


@pytest.mark.parametrize("theme", ["terminal", "dark", "light"])
def test_a_few_choices_leave_the_rest_of_the_screen_in_sight(tmp_path: Path, theme: str) -> None:
    settings = tmp_path / ".config" / "aipolicy-tui" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'theme = "{theme}"\n', "utf-8")
    with reader(tmp_path, 80, 24) as terminal:
        terminal.wait_for("5 articles")
        terminal.press("S")
        terminal.wait_for("Trier par")
        terminal.settle()
        assert "5 articles" in terminal.row(0) and "17 juin 25" in terminal.row(1)


def test_a_star_survives_a_kill(tmp_path: Path) -> None:
    with reader(tmp_path, 80, 24) as terminal:
        terminal.wait_for("5 articles")
        terminal.press("s")
        terminal.wait_for("Étoile mise")
        terminal.signal(signal.SIGKILL)
        terminal.wait_exit()
    with reader(tmp_path, 80, 24) as terminal:
        terminal.wait_for("★")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_a_file_can_be_read_without_keeping_it(tmp_path: Path) -> None:
    article = tmp_path / "note.txt"
    article.write_text(
        "Une note sur l'intelligence artificielle\n\nLe Parlement a adopté mardi un texte sur les modèles d'IA. "
        "Il prévoit une amende de 35 millions d'euros.\n",
        "utf-8",
    )
    with reader(tmp_path, 80, 24, str(article)) as terminal:
        terminal.wait_for("Une note sur l'intelligence")
        terminal.press("q")
        assert terminal.wait_exit() == 0
