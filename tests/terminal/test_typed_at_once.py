"""The real program with keys sent in one packet, as a slow line delivers them; and a long address in a real tmux."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest
from harness import Terminal
from multiplexers import HAS_TMUX, Tmux

from aipolicy_index.library import Library

ADDRESS = "https://example.org/" + "/".join(f"part{number}" for number in range(30)) + "?last=one"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with the seeds and an article that names a long address, ready to be searched."""
    page = tmp_path / "page.md"
    page.write_text(f"---\ntitle: Une adresse\ndate: 2026-01-01\n---\nLa Cnil publie [son avis]({ADDRESS}).\n", "utf-8")
    with Library.open(tmp_path / "library") as opened:
        opened.add([page], jobs=1)
        for _ in opened.preparing(jobs=1):
            pass
    return tmp_path / "library"


def command(library: Path, language: str) -> list[str]:
    return [sys.executable, "-m", "aipolicy_tui", "--lang", language, "--library", str(library)]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 15), (120, 40)], ids=["80x24", "40x15", "120x40"])
def test_a_search_and_what_is_done_with_it_in_one_packet(
    tmp_path: Path, library: Path, language: str, columns: int, rows: int
) -> None:
    with Terminal(command(library, language), columns=columns, rows=rows, home=tmp_path) as terminal:
        terminal.wait_for("6 articles")
        terminal.send(b"/securite nationale\rns\x1b")
        terminal.wait_for("★")
        terminal.wait_for(lambda: "securite nationale" in terminal.row(0) and "nn" not in terminal.row(0))
        terminal.press("q")
        assert terminal.wait_exit() == 0
    with Library.open(library) as opened:
        assert opened.counts().starred == 1


def test_esc_and_a_command_in_one_packet(tmp_path: Path, library: Path) -> None:
    with Terminal(command(library, "en"), home=tmp_path) as terminal:
        terminal.wait_for("6 articles")
        terminal.press("enter")
        terminal.wait_for("Esc list")
        terminal.send(b"\x1b/cnil")
        terminal.wait_for("/ cnil")
        terminal.wait_for("Une adresse")


@pytest.mark.skipif(not HAS_TMUX, reason="no tmux here")
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 15)], ids=["80x24", "40x15"])
def test_a_long_address_is_one_line_to_tmux_and_in_its_buffer(
    tmp_path: Path, library: Path, columns: int, rows: int
) -> None:
    with Tmux(tmp_path) as tmux:
        words = tmux.command("-u", "new-session", "-s", "reader", shlex.join(command(library, "fr")))
        with Terminal(words, columns=columns, rows=rows, home=tmp_path) as terminal:
            terminal.wait_for("6 articles")
            terminal.wait_for("Une adresse")
            terminal.press("o", "enter")
            terminal.wait_for(lambda: ADDRESS in tmux.run("capture-pane", "-p", "-J", "-t", "reader").splitlines()[0])
            terminal.press("escape")
            terminal.wait_for("Envoyé à tmux et au terminal")
            assert tmux.run("show-buffer") == ADDRESS
