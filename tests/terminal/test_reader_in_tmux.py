"""The real reader in a real tmux and GNU screen: left, come back to, split, zoomed, shared, closed in mid-search."""

from __future__ import annotations

import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness import Terminal, wait_until
from harness_rest import is_alive
from multiplexers import HAS_SCREEN, HAS_TMUX, Tmux, inside_screen

from aipolicy_index.library import Library


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tmux") / "library"
    with Library.open(folder) as library:
        for _ in library.preparing(jobs=1):
            pass
    return folder


@pytest.fixture
def program(prepared: Path, tmp_path: Path) -> list[str]:
    """The command that opens the reader."""
    shutil.copytree(prepared, tmp_path / "library")
    return [sys.executable, "-m", "aipolicy_tui", "--lang", "fr", "--library", str(tmp_path / "library")]


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    if not HAS_TMUX:
        pytest.skip("no tmux here")
    with Tmux(tmp_path) as tmux:
        yield tmux


def opened(tmux: Tmux, program: list[str], columns: int = 80, rows: int = 24) -> Terminal:
    command = tmux.command("-u", "new-session", "-s", "reader", shlex.join(program))
    terminal = Terminal(command, columns=columns, rows=rows + 1, home=tmux.home)
    terminal.wait_for("5 articles")
    return terminal


def shows_all(tmux: Tmux, terminal: Terminal, rows: int) -> bool:
    """Whether the pane has its bottom line where it belongs, and a repaint changes nothing."""
    terminal.settle(0.4)
    before = tmux.screen_of("reader:0.0")
    terminal.press("ctrl+l")
    terminal.settle(0.4)
    return before == tmux.screen_of("reader:0.0") and len(before) == rows and "? aide" in before[-1]


def test_left_at_one_size_and_come_back_to_at_another_the_reader_is_where_it_was(
    tmux: Tmux, program: list[str]
) -> None:
    with opened(tmux, program) as terminal:
        terminal.press("down", "enter", "space")
        terminal.wait_for("4 non lus")
        terminal.settle(0.4)
        first_words = tmux.screen()[1][31:].strip("│ ")[:30]
        tmux.run("detach-client")
        terminal.wait_exit()
    with tmux.attach(columns=120, rows=41) as terminal:
        terminal.wait_for("EN BREF")
        assert shows_all(tmux, terminal, 40)
        assert first_words[:20] in "\n".join(tmux.screen())
        assert terminal.row(39).startswith("Échap liste"), "still in the text"
        whole = tmux.screen()
        tmux.run("split-window", "-h", "-t", "reader", "cat")
        assert tmux.run("display", "-t", "reader:0.0", "-p", "#{pane_width}").strip() == "60"
        tmux.run("select-pane", "-t", "reader:0.0")
        assert shows_all(tmux, terminal, 40)
        tmux.run("resize-pane", "-Z", "-t", "reader:0.0")
        terminal.settle(0.4)
        assert tmux.screen_of("reader:0.0") == whole
        tmux.run("kill-pane", "-t", "reader:0.1")
        terminal.settle(0.4)
        assert tmux.screen_of("reader:0.0") == whole


def test_a_second_smaller_client_and_its_leaving_show_the_whole_screen_each_time(
    tmux: Tmux, program: list[str]
) -> None:
    with opened(tmux, program, 100, 30) as terminal:
        terminal.settle(0.4)
        whole = tmux.screen()
        with tmux.attach(columns=70, rows=21) as smaller:
            smaller.wait_for(lambda: smaller.row(19).startswith("Entrée lire"))
            assert shows_all(tmux, smaller, 20)
        terminal.wait_for(lambda: terminal.row(29).startswith("Entrée lire"))
        terminal.settle(0.4)
        assert tmux.screen() == whole


def test_a_window_that_is_closed_in_mid_search_leaves_no_process(tmux: Tmux, program: list[str]) -> None:
    with opened(tmux, program) as terminal:
        tmux.run("new-window", "-d", "-t", "reader", "cat")
        pid = int(tmux.run("display", "-t", "reader:0.0", "-p", "#{pane_pid}"))
        terminal.press("/", "meta")
        terminal.wait_for(lambda: terminal.row(0).startswith("/ meta") and "1/" in terminal.row(0))
        tasks = Path(f"/proc/{pid}/task")
        if not tasks.exists():
            pytest.skip("no /proc to see processes in")
        children = [int(child) for task in tasks.iterdir() for child in (task / "children").read_text().split()]
        assert children
        terminal.press("x")
        tmux.run("kill-window", "-t", "reader:0")
        wait_until(lambda: not any(is_alive(one) for one in (pid, *children)))


@pytest.mark.skipif(not HAS_SCREEN, reason="no screen here")
def test_in_gnu_screen_the_reader_is_whole_at_each_size(program: list[str], tmp_path: Path) -> None:
    with inside_screen(tmp_path, program) as terminal:
        terminal.wait_for("5 articles")
        terminal.press("down", "enter", "space")
        terminal.wait_for("4 non lus")
        for columns, rows in ((100, 30), (60, 20), (80, 24)):
            terminal.resize(columns, rows)
            terminal.wait_for(lambda rows=rows: terminal.row(rows - 1).startswith("Échap liste"))
            terminal.settle(0.4)
            before = terminal.text()
            terminal.press("ctrl+l")
            terminal.settle(0.4)
            assert terminal.text() == before
