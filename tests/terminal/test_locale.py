"""Columns stay straight and nothing harmful gets out, whatever the text, the locale and the terminal."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from harness import PROGRAMS, Terminal
from multiplexers import HAS_TMUX, Tmux

sys.path.insert(0, str(PROGRAMS))
from samples import HOSTILE, SCRIPTS

from aipolicy_tui.terminal.safe import cell_width, safe_text

BORDER = 31
KNOWN = re.compile(rb"\x1b\[[?<]?[0-9;]*[ABCDHJKXhlmru]|\x1b\[\?[0-9]+\$p|\x1b[DM]|\x1b\]22;default\x07")
"""Every sequence that the program has a reason to send."""
HARMFUL = re.compile(
    "[\x00-\x07\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ud800-\udfff\U000e0000-\U000e0fff]"
)


def screens(terminal: Terminal, pages: int = 3) -> list[str]:
    """The rows of the list, a page at a time."""
    rows: list[str] = []
    for _ in range(pages):
        terminal.sync()
        rows += [_cells(terminal, y) for y in range(terminal.rows - 2)]
        terminal.press("pagedown")
    return rows


def _cells(terminal: Terminal, y: int) -> str:
    """One row, one character a column: the second column of a wide character is a dot."""
    return "".join((terminal.screen.buffer[y][x].data or ".")[0] for x in range(terminal.columns))


@pytest.mark.parametrize("environment", [{}, {"LANG": "C"}, {"LC_ALL": "fr_FR.ISO-8859-1"}], ids=str)
def test_borders_stand_in_one_column_after_any_text(environment: dict[str, str]) -> None:
    border = "│" if not environment else "|"
    with Terminal.program("columns", environment=environment) as terminal:
        terminal.wait_for("ready")
        for row in screens(terminal):
            assert row[BORDER : BORDER + 4] == f"{border}end", row


def test_no_sequence_gets_out_but_our_own_and_no_control_at_all() -> None:
    with Terminal.program("columns") as terminal:
        terminal.wait_for("ready")
        screens(terminal)
        rest = KNOWN.sub(b"", bytes(terminal.written)).decode("utf-8")
        assert not HARMFUL.search(rest)


@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "C"},
        {"LANG": None},
        {"LC_ALL": "POSIX", "LANG": "fr_FR.UTF-8"},
        {"LANG": "fr_FR.ISO-8859-15"},
        {"LANG": "fr_FR.UTF-8", "PYTHONIOENCODING": "ascii"},
        {"LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
)
def test_a_locale_without_utf8_gets_ascii_alone(environment: dict[str, str | None]) -> None:
    with Terminal.program("columns", environment=environment) as terminal:
        terminal.wait_for("ready")
        screens(terminal)
        assert bytes(terminal.written).isascii()
    with Terminal.program("reader", environment=environment) as terminal:
        terminal.wait_for("quitter")
        terminal.sync()
        assert "Senat reglement enquete" in terminal.row(0)
        assert ">" in terminal.row(0) and "..." in terminal.text()


@pytest.mark.parametrize("lang", ["fr_FR.UTF-8", "fr_FR.utf8", "C.UTF-8", "en_GB.UTF-8@euro"])
def test_a_locale_with_utf8_gets_every_letter(lang: str) -> None:
    with Terminal.program("reader", environment={"LANG": lang}) as terminal:
        terminal.wait_for("Sénat règlement enquête")


@pytest.mark.skipif(not HAS_TMUX, reason="no tmux here")
def test_tmux_counts_the_same_columns_for_what_is_drawn(tmp_path: Path) -> None:
    """tmux says where its cursor really is after each text."""
    with Tmux(tmp_path) as tmux, tmux.open("widths") as terminal:
        for number, text in enumerate([*SCRIPTS, *HOSTILE]):
            terminal.wait_for(lambda number=number: terminal.row(0).startswith(f"{number}:"))
            # tmux shows the first row before it has dealt with the second.
            terminal.wait_for(lambda: tmux.cursor()[1] == 1)
            column = tmux.cursor()[0]
            # An unassigned character takes no column there, and has one to spare here.
            assert column == cell_width(safe_text(text)) - text.count("\u0378"), text
            terminal.press("enter")


@pytest.mark.skipif(not HAS_TMUX, reason="no tmux here")
def test_borders_are_straight_in_tmux_where_it_counts_otherwise(tmp_path: Path) -> None:
    with Tmux(tmp_path) as tmux, tmux.open("columns", columns=80, rows=50) as terminal:
        terminal.wait_for("ready")
        terminal.settle()
        found = tmux.columns_of("│")
        assert len(found) == len(SCRIPTS) + len(HOSTILE)
        assert len(set(found)) == 1


@pytest.mark.parametrize(
    ("term", "environment", "colours"),
    [
        ("xterm", {}, 16),
        ("xterm-256color", {}, 256),
        ("screen", {}, 16),
        ("tmux-256color", {}, 256),
        ("linux", {}, 16),
        ("vt100", {}, 0),
        ("xterm-256color", {"NO_COLOR": "1"}, 0),
        ("xterm-256color", {"NO_COLOR": ""}, 256),
        ("xterm-256color", {"COLORTERM": "truecolor"}, 1 << 24),
    ],
)
def test_each_terminal_gets_the_colours_that_it_has(term: str, environment: dict[str, str], colours: int) -> None:
    with Terminal.program("reader", "--theme", "contrast", term=term, environment=environment) as terminal:
        terminal.wait_for("quitter")
        terminal.sync()
        styles = b" ".join(re.findall(rb"\x1b\[([0-9;]*)m", bytes(terminal.written)))
        assert (b"38;2;" in styles or b"48;2;" in styles) == (colours == 1 << 24)
        assert (b"38;5;" in styles or b"48;5;" in styles) == (colours == 256)
        assert bool(re.search(rb"(?<![0-9])(3|4|9|10)[0-7](?![0-9])", styles)) == (colours == 16)
        assert terminal.screen.buffer[0][0].reverse and terminal.row(0).startswith("›")


@pytest.mark.parametrize("term", ["linux", "vt100"])
def test_an_old_console_is_not_asked_what_it_would_print(term: str) -> None:
    with Terminal.program("reader", term=term) as terminal:
        terminal.wait_for("quitter")
        terminal.press("ctrl+q")
        terminal.wait_exit()
        assert b"$p" not in terminal.written and b"\x1b]" not in terminal.written and b"\x1b[<u" not in terminal.written


def test_the_environment_that_python_changed_is_not_the_one_that_counts() -> None:
    program = "from aipolicy_tui.terminal.charset import charset; print(charset().utf8)"
    for environment, utf8 in (({"LANG": "C"}, "False"), ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "True")):
        done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
        assert done.stdout.decode().strip() == utf8
