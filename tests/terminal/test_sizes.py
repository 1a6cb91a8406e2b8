"""Every size, also while it changes; and tmux, where a session comes back at another one."""

from __future__ import annotations

import shlex
import signal
import sys
from pathlib import Path

import pytest
from harness import Terminal
from multiplexers import HAS_SCREEN, HAS_TMUX, PROGRAMS, Tmux, inside_screen

SIZES = [(40, 10), (40, 12), (59, 15), (60, 20), (79, 24), (80, 24), (119, 39), (120, 40), (200, 50), (300, 100)]


def opened(columns: int, rows: int) -> Terminal:
    terminal = Terminal.program("reader", "--row-height", "2", columns=columns, rows=rows)
    terminal.wait_for("quitter")
    terminal.sync()
    return terminal


def what_a_repaint_shows(terminal: Terminal) -> list[list[tuple[object, ...]]]:
    terminal.display.feed(b"\x1b[H\x1b[2J")
    terminal.press("ctrl+l")
    terminal.sync()
    return terminal.display.cells()


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_the_screen_is_filled_at_any_size(columns: int, rows: int) -> None:
    with opened(columns, rows) as terminal:
        assert terminal.row(rows - 1).startswith("q quitter")
        assert terminal.row(rows - 2).strip()
        assert terminal.row(0).startswith("›")


def test_growing_and_shrinking_step_by_step_leaves_nothing_behind() -> None:
    with opened(40, 10) as terminal:
        terminal.press("down", "down", "pagedown")
        for columns, rows in [*_steps(SIZES[0], SIZES[-1], 12), *_steps(SIZES[-1], SIZES[0], 12)]:
            terminal.resize(columns, rows)
            terminal.sync()
            assert terminal.row(rows - 1).startswith("q quitter")
            shown = terminal.display.cells()
            assert shown == what_a_repaint_shows(terminal), f"{columns}x{rows}"
            assert any(terminal.row(y).startswith("›") for y in range(rows - 1)), "the selection is in view"


def _steps(first: tuple[int, int], last: tuple[int, int], number: int) -> list[tuple[int, int]]:
    return [
        (first[0] + (last[0] - first[0]) * step // number, first[1] + (last[1] - first[1]) * step // number)
        for step in range(1, number + 1)
    ]


def test_twenty_sizes_at_once_end_in_the_last_one() -> None:
    with opened(80, 24) as terminal:
        for step in range(20):
            terminal.resize(60 + step * 3, 15 + step)
        terminal.wait_for(lambda: terminal.row(33).startswith("q quitter"))
        terminal.sync()
        shown = terminal.display.cells()
        assert shown == what_a_repaint_shows(terminal)


def test_a_size_that_changed_there_and_back_mends_what_the_terminal_cut() -> None:
    with opened(80, 24) as terminal:
        before = terminal.display.cells()
        terminal.display.feed(b"\x1b[5;10Hwhat was left of another size")
        terminal.signal(signal.SIGWINCH)
        terminal.wait_for(lambda: terminal.display.cells() == before)


@pytest.mark.parametrize(("columns", "rows"), [(20, 6), (10, 3), (2, 2), (1, 1)])
def test_absurd_sizes_are_survived(columns: int, rows: int) -> None:
    with opened(80, 24) as terminal:
        terminal.resize(columns, rows)
        terminal.settle()
        terminal.resize(80, 24)
        terminal.sync()
        assert terminal.row(23).startswith("q quitter")


def test_the_place_in_the_text_is_kept_when_the_width_changes() -> None:
    with Terminal.program("reader", "--only", "text") as terminal:
        terminal.wait_for("quitter")
        for _ in range(12):
            terminal.press("pagedown")
        terminal.sync()
        words = terminal.row(0).split()[:3]
        for columns in (50, 120, 40, 80):
            terminal.resize(columns, 24)
            terminal.sync()
            assert " ".join(words) in f"{terminal.row(0)} {terminal.row(1)}", columns
        assert terminal.row(0).split()[:3] == words


@pytest.mark.skipif(not HAS_TMUX, reason="no tmux here")
def test_detaching_and_reattaching_at_another_size_shows_the_whole_screen(tmp_path: Path) -> None:
    with Tmux(tmp_path) as tmux, tmux.open("reader", columns=80, rows=25) as terminal:
        terminal.wait_for("quitter")
        terminal.press("down", "down")
        terminal.wait_for(lambda: terminal.row(2).startswith("›"))
        tmux.run("detach-client")
        terminal.wait_exit()
        with tmux.attach(columns=120, rows=41) as again:
            again.wait_for(lambda: again.row(39).startswith("q quitter"))
            again.wait_for(lambda: again.row(2).startswith("›03.03"))
            assert tmux.screen()[39].startswith("q quitter")


@pytest.mark.skipif(not HAS_TMUX, reason="no tmux here")
def test_a_split_and_its_end_leave_a_whole_screen(tmp_path: Path) -> None:
    with Tmux(tmp_path) as tmux, tmux.open("reader", columns=100, rows=30) as terminal:
        terminal.wait_for("quitter")
        tmux.run("split-window", "-h", "-t", "reader", "cat")
        terminal.wait_for(lambda: terminal.row(0)[50:51] == "│")
        terminal.wait_for(lambda: tmux.screen_of("reader:0.0")[28].startswith("q quitter"))
        tmux.run("kill-pane", "-t", "reader:0.1")
        terminal.wait_for(lambda: terminal.row(0)[50:51] != "│" and terminal.row(28).startswith("q quitter"))
        terminal.settle(1.0)
        before = tmux.screen_of("reader:0.0")
        terminal.press("ctrl+l")
        terminal.settle()
        terminal.wait_for(lambda: tmux.screen_of("reader:0.0") == before)


@pytest.mark.skipif(not HAS_TMUX, reason="no tmux here")
def test_stopping_in_a_shell_in_tmux_and_fg_comes_back_whole(tmp_path: Path) -> None:
    with Tmux(tmp_path) as tmux, tmux.open_shell() as terminal:
        terminal.wait_for("$")
        terminal.press(shlex.join([sys.executable, str(PROGRAMS / "reader.py")]), "enter")
        terminal.wait_for("quitter")
        terminal.settle()
        before = tmux.screen()
        terminal.press("ctrl+z")
        terminal.wait_for("Stopped")
        terminal.press("fg", "enter")
        terminal.wait_for("quitter")
        terminal.wait_for(lambda: tmux.screen() == before)


@pytest.mark.skipif(not HAS_SCREEN, reason="no screen here")
def test_in_gnu_screen_scrolling_and_moving_show_what_they_should(tmp_path: Path) -> None:
    with inside_screen(tmp_path, [sys.executable, str(PROGRAMS / "reader.py"), "--only", "list"]) as terminal:
        terminal.wait_for("quitter")
        for _ in range(30):
            terminal.press("down")
        terminal.wait_for(lambda: terminal.row(22).startswith("›03.07"))
        assert terminal.row(21).lstrip().startswith("02.06")
        assert terminal.row(23).startswith("q quitter")
