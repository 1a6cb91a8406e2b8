"""However the reader is made to leave, what it knew is saved and the terminal is as it was before."""

from __future__ import annotations

import random
import shlex
import signal
import sys
from pathlib import Path

import pytest
from harness import PROGRAMS, Terminal

from aipolicy_tui.terminal import signals

PROGRAM = shlex.join([sys.executable, str(PROGRAMS / "reader.py")])
LEFT_ALTERNATE_SCREEN = b"\x1b[?1049l"
SHOWED_CURSOR = b"\x1b[?25h"


def opened(*arguments: str) -> Terminal:
    terminal = Terminal.program("reader", *arguments)
    terminal.wait_for("quitter")
    terminal.sync()
    return terminal


def moved_three_rows(state: Path) -> Terminal:
    terminal = opened("--state", str(state))
    terminal.press("down", "down", "down")
    terminal.sync()
    return terminal


@pytest.mark.parametrize("number", signals.ENDING)
def test_a_signal_saves_the_state_and_restores_the_terminal(number: signal.Signals, tmp_path: Path) -> None:
    with moved_three_rows(tmp_path / "state") as terminal:
        terminal.signal(number)
        assert terminal.wait_exit() == 128 + number
        assert (tmp_path / "state").read_text() == "selected 3"
        assert terminal.written.rfind(LEFT_ALTERNATE_SCREEN) > terminal.written.rfind(b"\x1b[?1049h")
        assert SHOWED_CURSOR in terminal.written


def test_a_lost_connection_saves_the_state(tmp_path: Path) -> None:
    with moved_three_rows(tmp_path / "state") as terminal:
        terminal.hang_up()
        assert terminal.wait_exit() in (128 + signal.SIGHUP, 129)
        assert (tmp_path / "state").read_text() == "selected 3"


def test_a_lost_connection_ends_a_program_that_was_told_to_ignore_it(tmp_path: Path) -> None:
    program = f"{PROGRAM} --state {shlex.quote(str(tmp_path / 'state'))}"
    with Terminal(["sh", "-c", f"trap '' HUP; exec {program}"]) as terminal:
        terminal.wait_for("quitter")
        terminal.sync()
        terminal.hang_up()
        assert terminal.wait_exit() == 129
        assert (tmp_path / "state").read_text() == "selected 0"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_a_program_that_hangs_ends_too_and_restores_the_terminal(number: signal.Signals) -> None:
    with opened() as terminal:
        terminal.press("ctrl+g")
        terminal.wait_for(lambda: b"hanging" in terminal.written)
        terminal.signal(number)
        assert terminal.wait_exit() == 128 + number
        assert LEFT_ALTERNATE_SCREEN in terminal.written


def test_stopping_and_continuing_draws_the_same_screen_again() -> None:
    with opened() as terminal:
        before = terminal.display.cells()
        terminal.press("ctrl+z")
        terminal.wait_for(lambda: terminal.written.endswith(b"\x1b[?1004l"))
        _wait_until_stopped(terminal)
        terminal.display.feed(b"\x1b[H\x1b[2J$ fg")
        terminal.signal(signal.SIGCONT)
        terminal.wait_for("quitter")
        terminal.sync()
        assert terminal.display.cells() == before
        assert terminal.cost("down") != b""


def test_a_stop_from_outside_and_a_continue_leave_one_reader_of_keys() -> None:
    with opened() as terminal:
        terminal.signal(signal.SIGSTOP)
        _wait_until_stopped(terminal)
        terminal.signal(signal.SIGCONT)
        for _ in range(10):
            terminal.press("down")
        terminal.sync()
        terminal.wait_for(lambda: terminal.row(10).startswith("›"))


def _wait_until_stopped(terminal: Terminal) -> None:
    state = Path(f"/proc/{terminal.pid}/stat")
    if not state.exists():
        pytest.skip("no /proc to see a stopped process in")
    terminal.wait_for(lambda: state.read_text().rpartition(")")[2].split()[0] == "T")


def test_a_crash_leaves_one_line_a_log_and_a_failure(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "reader.log"
    with opened("--log", str(log)) as terminal:
        start = len(terminal.written)
        terminal.press("ctrl+x")
        assert terminal.wait_exit() == 1
        after = bytes(terminal.written[start:])
    assert LEFT_ALTERNATE_SCREEN in after
    last_words = after.rpartition(b"\x1b[?1004l")[2].decode()
    assert str(log) in last_words and len(last_words.strip().splitlines()) == 1
    assert b"secret" not in after and "a secret that is in the log alone" in log.read_text()
    assert log.stat().st_mode & 0o077 == 0


def test_bytes_that_are_no_text_do_no_harm() -> None:
    with opened() as terminal:
        terminal.send(b"\xff\xfe\x80\xc3")
        terminal.send(b"\x1b[<35;")
        terminal.press("escape")
        terminal.press("down")
        terminal.wait_for(lambda: terminal.row(1).startswith("›"))


def test_what_fails_while_the_program_leaves_is_in_the_log_alone(tmp_path: Path) -> None:
    log = tmp_path / "reader.log"
    with opened("--log", str(log)) as terminal:
        terminal.press("ctrl+e")
        assert terminal.wait_exit() == 5
        assert str(log).encode() not in terminal.written
    assert "too late to matter" in log.read_text()


CUT_OR_UNKNOWN = (
    b"\x1b[<35;",
    b"35;10;5M",
    b"\x1b[M !",
    b"\x1b[1;10D",
    b"\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
    b"\x1b[?62;22c",
    b"\x1bP1$r",
)


def test_a_sequence_that_is_cut_or_unknown_is_no_key(tmp_path: Path) -> None:
    with reader_of_two(tmp_path) as terminal:
        # The facts of the files are found meanwhile, which the top line tells.
        shown = terminal.text().partition("\n")[2]
        for sent in CUT_OR_UNKNOWN:
            terminal.send(sent)
            terminal.settle(0.7)
            assert terminal.text().partition("\n")[2] == shown, sent
            assert terminal.row(0).startswith("aipolicy · 2 articles"), sent
            terminal.press("down")
            terminal.wait_for(lambda: terminal.row(23).endswith("2/2"))
            terminal.press("up")
            terminal.wait_for(lambda: terminal.row(23).endswith("1/2"))
            terminal.settle()


def test_a_burst_of_random_bytes_leaves_a_reader_that_ends_in_order(tmp_path: Path) -> None:
    chosen = random.Random(6)
    quits = b"\x03\x11\x1aqQ"
    with reader_of_two(tmp_path) as terminal:
        terminal.send(bytes(byte for byte in chosen.randbytes(20_000) if byte not in quits))
        terminal.send(b"\x1b[201~\x07\x1b\\")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 128 + signal.SIGTERM
        assert terminal.written.rfind(LEFT_ALTERNATE_SCREEN) > terminal.written.rfind(b"\x1b[?1049h")


def reader_of_two(home: Path) -> Terminal:
    """The real reader on two files that nothing is kept of."""
    for number in range(2):
        (home / f"{number}.txt").write_text(
            f"Un titre {number}\n\nUn texte sur l'intelligence artificielle.\n", "utf-8"
        )
    command = [sys.executable, "-m", "aipolicy_tui", "--lang", "fr", home / "0.txt", home / "1.txt"]
    terminal = Terminal(command, home=home)
    terminal.wait_for("2 articles")
    terminal.settle()
    return terminal


def test_without_a_keyboard_the_screen_is_refused() -> None:
    with Terminal(["sh", "-c", f"{PROGRAM} < /dev/null"]) as terminal:
        assert terminal.wait_exit() == 1
        assert "refused: no_keyboard" in terminal.text()


def test_without_a_screen_the_screen_is_refused(tmp_path: Path) -> None:
    with Terminal(["sh", "-c", f"{PROGRAM} 2> {shlex.quote(str(tmp_path / 'errors'))}"]) as terminal:
        assert terminal.wait_exit() == 1
    assert "refused: no_screen" in (tmp_path / "errors").read_text()


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
@pytest.mark.parametrize("lang", ["C.UTF-8", "C"])
def test_a_refusal_is_a_sentence_of_whole_words_in_letters_that_the_terminal_has(
    tmp_path: Path, term: str, lang: str
) -> None:
    command = [sys.executable, "-m", "aipolicy_tui", "--lang", "fr", "--library", tmp_path / "library"]
    with Terminal(command, term=term, columns=44, home=tmp_path, environment={"LANG": lang}) as terminal:
        assert terminal.wait_exit() == 2
        assert "aipolicy-tui read" in " ".join(terminal.row(y) for y in range(5))
        assert b"\x1b" not in terminal.written
        assert terminal.written.isascii() == (lang == "C")


@pytest.mark.parametrize(("term", "reason"), [("dumb", "dumb"), ("", "unknown")])
def test_a_terminal_that_cannot_is_refused_in_words(term: str, reason: str) -> None:
    with Terminal.program("reader", term=term) as terminal:
        assert terminal.wait_exit() == 1
        assert f"refused: {reason}" in terminal.text()
        assert b"\x1b" not in terminal.written
