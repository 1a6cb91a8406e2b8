"""The real program under what terminals and processes do to it: any size, fast typing, signals, a service that dies."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from harness import Terminal

from aipolicy_index.library import Library

LONG = "Un titre sans fin " * 17
HOSTILE = "Titre \x1b]0;volé\x07 [bold]gras[/x] \x1b[31mrouge \u202eenvers [@click=app.exit]ici[/]"


@contextmanager
def reader(
    home: Path, columns: int = 80, rows: int = 24, articles: str = "5 articles", **environment: str | None
) -> Iterator[Terminal]:
    terminal = Terminal(
        [sys.executable, "-m", "aipolicy_tui", "--lang", "fr", "--library", home / "library"],
        columns=columns,
        rows=rows,
        home=home,
        environment={"SSH_TTY": "/dev/pts/9", **environment},
    )
    with terminal:
        terminal.wait_for(articles)
        yield terminal


def children(pid: int) -> list[int]:
    """The processes that a process started."""
    task = Path(f"/proc/{pid}/task")
    return [int(child) for thread in task.iterdir() for child in (thread / "children").read_text().split()]


def test_every_size_shows_something_and_the_last_line_never_cuts_a_word(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        hints = {"Entrée lire", "/ chercher", "? aide", "s étoile", "f faits", "S trier", "r non lus", ": commandes"}
        for columns, rows in [(300, 100), (200, 50), *((width, 24) for width in range(130, 39, -6)), (40, 10)]:
            terminal.resize(columns, rows)
            terminal.wait_for(lambda rows=rows: "1/5" in terminal.row(rows - 1))
            pieces = terminal.row(rows - 1).removesuffix("1/5").strip().split(" · ")
            assert set(pieces) <= hints | {"q quitter"}, pieces
        terminal.resize(39, 9)
        terminal.wait_for("Trop petit : 39x9")
        terminal.resize(120, 40)
        terminal.wait_for("1/5")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_an_empty_library_says_at_once_where_one_is_and_what_can_be_done(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library", seeds=False):
        pass
    with reader(tmp_path, articles="0 article") as terminal:
        terminal.wait_for("aipolicy-tui --library")
        assert terminal.row(23).startswith("? aide · : commandes · q quitter")


def test_a_whole_search_typed_in_one_burst_is_understood(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.send(b"/securite nationale\r")
        terminal.wait_for(lambda: "article 1/" in terminal.row(23))
        assert terminal.row(0).startswith("/ securite nationale")


def test_a_command_typed_ahead_of_its_list_is_understood(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.send(b":etoile\r")
        terminal.wait_for("★")


def test_the_search_goes_on_when_its_process_is_killed(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.press("/", "m", "e", "t", "a")
        terminal.wait_for("Meta met Llama")
        terminal.wait_for(lambda: children(terminal.pid))
        for pid in children(terminal.pid):
            os.kill(pid, signal.SIGKILL)
        terminal.press("space", "l", "l", "a", "m", "a")
        terminal.wait_for(lambda: "1 article" in terminal.row(0))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_keeps_the_reading_place(tmp_path: Path, number: signal.Signals) -> None:
    with reader(tmp_path) as terminal:
        terminal.press("enter", "space")
        terminal.wait_for(lambda: "OpenAI entre par la grande porte" not in terminal.text())
        terminal.settle(1.0)
        place = [terminal.row(y)[31:] for y in range(1, 22)]
        terminal.signal(number)
        assert terminal.wait_exit() != 0
    with reader(tmp_path) as terminal:
        terminal.wait_for(lambda: [terminal.row(y)[31:] for y in range(1, 22)] == place)


def test_a_redraw_repairs_the_screen(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.display.feed(b"\x1b[2J\x1b[5;5Hgarbage")
        terminal.press("ctrl+l")
        terminal.wait_for("5 articles")
        assert "garbage" not in terminal.text()


def test_hostile_and_endless_titles_do_no_harm(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.press("q")
        terminal.wait_exit()
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "long.md").write_text(f"---\ntitle: {LONG}\ndate: 2026-01-02\n---\n\nUn corps.\n", "utf-8")
    (articles / "bad.txt").write_text(f"{HOSTILE}\n\nUn corps {HOSTILE}.\n", "utf-8")
    command = [sys.executable, "-m", "aipolicy_tui", "--library", tmp_path / "library", "add", articles]
    with Terminal(command, home=tmp_path) as adding:
        assert adding.wait_exit() == 0
    with reader_of(tmp_path, 7) as terminal:
        terminal.wait_for("Un titre sans fin")
        for key in ("enter", "J", "K", "f", "f", "escape", "G", "g"):
            terminal.press(key)
        terminal.press("/", "gras")
        terminal.wait_for("[bold]gras[/x]")
        assert b"\x1b]0;" not in terminal.written
        assert "\u202e" not in terminal.written.decode()
        terminal.press("escape", "escape", "q")
        assert terminal.wait_exit() == 0


@contextmanager
def reader_of(home: Path, articles: int) -> Iterator[Terminal]:
    terminal = Terminal(
        [sys.executable, "-m", "aipolicy_tui", "--lang", "fr", "--library", home / "library"],
        columns=120,
        rows=30,
        home=home,
    )
    with terminal:
        terminal.wait_for(f"{articles} articles")
        yield terminal


def test_nothing_is_sent_while_nothing_happens(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.press("escape")
        terminal.settle(3.0)
        assert terminal.settle(2.5) == b""


def test_the_screens_process_loads_no_engine(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.press("/", "meta")
        terminal.wait_for("Meta met Llama")
        loaded = Path(f"/proc/{terminal.pid}/maps").read_text()
        for heavy in ("numpy", "pycrfsuite", "lxml"):
            assert heavy not in loaded


def test_a_megabyte_pasted_into_the_search_is_cut_and_the_reader_goes_on(tmp_path: Path) -> None:
    with reader(tmp_path) as terminal:
        terminal.press("enter", "/")
        terminal.wait_for("dans cet article")
        text = ("microsoft \x1b[31m\x07 arm\u00e9e \x9b \u202e" * 60_000)[:1_000_000].encode()
        terminal.send(b"\x1b[200~" + text + b"\x1b[201~")
        terminal.wait_for("2 000 premiers caract\u00e8res")
        terminal.press("ctrl+u", "meta")
        terminal.wait_for("/ meta")
        assert b"\x1b[31m\x07" not in terminal.written
        terminal.press("escape", "escape", "q")
        assert terminal.wait_exit() == 0
