"""The screen of the last time is there at once; it is never a wrong one, and never in the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from harness import Terminal

NAMES = "Sénat\nCommission\n東京\n"


class Early:
    """The program with its kept frame and its data."""

    def __init__(self, folder: Path) -> None:
        self.kept = folder / "cache" / "first-frame"
        self.data = folder / "names"
        self.go = folder / "names.go"
        self.data.write_text(NAMES)
        os.mkfifo(self.go)

    def open(self, how: str = "", *more: str, environment: dict[str, str] | None = None, **options: object) -> Terminal:
        environment = {"EARLY": how, **(environment or {})}
        return Terminal.program("early", str(self.kept), str(self.data), *more, environment=environment, **options)

    def run_once(self, **options: object) -> None:
        with self.open(**options) as terminal:
            terminal.wait_for("live")
            terminal.press("ctrl+q")
            assert terminal.wait_exit() == 0


@pytest.fixture
def early(tmp_path: Path) -> Early:
    return Early(tmp_path)


def test_the_last_screen_is_shown_before_anything_is_imported(early: Early) -> None:
    early.run_once()
    with early.open("wait") as terminal:
        terminal.wait_for("Commission")
        assert terminal.row(0) == "›Sénat" and "live" not in terminal.text()
        shown = terminal.display.cells()[:3]
        early.go.write_text("go")
        terminal.wait_for("live")
        assert terminal.display.cells()[:3] == shown
        assert terminal.written.count(b"\x1b[?1049h") == 1
        assert terminal.written.count(b"\x1b[2J") == 1, "no flash"


def test_keys_typed_meanwhile_are_handled_and_never_echoed(early: Early) -> None:
    early.run_once()
    with early.open("wait") as terminal:
        terminal.wait_for("Commission")
        before = len(terminal.written)
        terminal.press("down", "down")
        terminal.settle()
        assert len(terminal.written) == before
        early.go.write_text("go")
        terminal.wait_for(lambda: terminal.row(2).startswith("›東京"))


def test_the_terminal_is_left_as_it_was(early: Early) -> None:
    early.run_once()
    with early.open() as terminal:
        before = terminal.modes()
        terminal.wait_for("live")
        terminal.press("ctrl+q")
        terminal.wait_for(lambda: b"\x1b[?1049l" in terminal.written)
        terminal.wait_for(lambda: terminal.modes() == before)


def test_a_stop_and_a_continue_enter_the_screen_again(early: Early) -> None:
    early.run_once()
    with early.open() as terminal:
        terminal.wait_for("live")
        terminal.sync()
        terminal.press("ctrl+z")
        terminal.wait_for(lambda: terminal.written.endswith(b"\x1b[?1004l"))
        terminal.settle()
        terminal.signal(signal.SIGCONT)
        terminal.wait_for(lambda: terminal.written.count(b"\x1b[?1049h") == 2)


def test_a_start_that_fails_shows_its_error_on_a_terminal_that_works(early: Early) -> None:
    early.run_once()
    with early.open("fail") as terminal:
        assert terminal.wait_exit() == 1
        assert terminal.written.rfind(b"\x1b[?1049l") < terminal.written.rfind(b"a module is missing")
        assert b"\x1b[?1049l" in terminal.written


def test_a_connection_that_broke_has_its_last_screen_at_the_next_start(early: Early) -> None:
    with early.open() as terminal:
        terminal.wait_for("live")
        terminal.sync()
        terminal.hang_up()
        terminal.wait_exit()
    with early.open("wait") as terminal:
        terminal.wait_for("Commission")


def test_a_terminal_resized_since_the_screen_was_drawn_is_not_confused(early: Early) -> None:
    with early.open() as terminal:
        terminal.wait_for("live")
        terminal.resize(100, 30)
        terminal.sync()
        terminal.press("ctrl+q")
        terminal.wait_exit()
    with early.open("wait", columns=100, rows=30) as terminal:
        assert terminal.settle(quiet=0.5, first=1.5) == b""
    with early.open("wait") as terminal:
        terminal.wait_for("Commission")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_before_the_program_is_up_restores_the_terminal(early: Early, number: signal.Signals) -> None:
    early.run_once()
    with early.open("wait") as terminal:
        terminal.wait_for("Commission")
        terminal.signal(number)
        assert terminal.wait_exit() == -number
        assert terminal.written.rstrip().endswith(b"\x1b[?25h")


@pytest.mark.parametrize(
    "options",
    [{"columns": 100}, {"rows": 30}, {"term": "tmux-256color"}, {"environment": {"LANG": "C"}}],
    ids=str,
)
def test_on_another_terminal_it_is_not_shown(early: Early, options: dict[str, object]) -> None:
    early.run_once()
    with early.open("wait", **options) as terminal:
        assert terminal.settle(quiet=0.5, first=1.5) == b""


def test_when_the_data_changed_it_is_not_shown(early: Early) -> None:
    early.run_once()
    early.data.write_text(NAMES + "Parlement\n")
    with early.open("wait") as terminal:
        assert terminal.settle(quiet=0.5, first=1.5) == b""


@pytest.mark.parametrize("content", [b"", b"\0\xff", b"aipolicy-tui first frame 0\n\n\nold", b"x" * 10])
def test_a_damaged_frame_is_not_shown(early: Early, content: bytes) -> None:
    early.kept.parent.mkdir()
    early.kept.write_bytes(content)
    early.run_once()


def test_the_frame_is_private(early: Early) -> None:
    early.run_once()
    assert early.kept.stat().st_mode & 0o077 == 0
    assert early.kept.parent.stat().st_mode & 0o077 == 0
    assert [file.name for file in early.kept.parent.iterdir()] == ["first-frame"]


def test_only_a_little_of_the_standard_library_is_needed() -> None:
    code = "import sys; before = set(sys.modules); import aipolicy_tui.terminal.first_frame; import json; "
    code += "print(json.dumps(sorted(set(sys.modules) - before)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    heavy = {"asyncio", "textual", "rich", "pathlib", "dataclasses", "inspect", "typing", "platformdirs", "click"}
    assert not heavy & set(json.loads(done.stdout))
