"""What is copied arrives, by the way that is surest where the reader runs, and the reader is told which that was."""

from __future__ import annotations

import sys
from base64 import b64decode, b64encode
from pathlib import Path

import pytest
from harness import PROGRAMS, Terminal
from multiplexers import HAS_SCREEN, HAS_TMUX, Tmux, inside_screen

from aipolicy_tui.terminal.capabilities import Multiplexer
from aipolicy_tui.terminal.clipboard import LONGEST_SEQUENCE, SCREEN_CHUNK, Way, copy, osc52

TEXT = "« 200 millions de dollars » — Le Monde, 17 juin 2025"


def a_tool(folder: Path, name: str, *, fails: bool = False) -> Path:
    """A program that keeps what it is given, or refuses it."""
    taken = folder / f"{name}.taken"
    tool = folder / name
    tool.write_text(f'#!/bin/sh\necho "$@" > {taken}.arguments\ncat > {taken}\nexit {int(fails)}\n')
    tool.chmod(0o755)
    return taken


async def copied(environment: dict[str, str], folder: Path, text: str = TEXT) -> tuple[Way, bool, str]:
    sent: list[str] = []
    result = await copy(text, {"PATH": f"{folder}:/usr/bin:/bin", **environment}, sent.append, folder / "files")
    return result.way, result.certain, "".join(sent)


async def test_on_a_desktop_its_tool_takes_the_text(tmp_path: Path) -> None:
    taken = a_tool(tmp_path, "wl-copy")
    assert await copied({"WAYLAND_DISPLAY": "wayland-0"}, tmp_path) == (Way.DESKTOP, True, "")
    assert taken.read_text() == TEXT


async def test_over_ssh_the_far_desktop_is_left_alone(tmp_path: Path) -> None:
    taken = a_tool(tmp_path, "wl-copy")
    way, certain, sent = await copied({"WAYLAND_DISPLAY": "wayland-0", "SSH_CONNECTION": "a b c d"}, tmp_path)
    assert (way, certain) == (Way.TERMINAL, False)
    assert b64decode(sent.removeprefix("\x1b]52;c;").removesuffix("\x07")).decode() == TEXT
    assert not taken.exists()


async def test_in_tmux_the_buffer_is_loaded_and_handed_on(tmp_path: Path) -> None:
    taken = a_tool(tmp_path, "tmux")
    assert await copied({"TMUX": "/tmp/tmux,1,0", "SSH_TTY": "/dev/pts/1"}, tmp_path) == (Way.TMUX, True, "")
    assert taken.read_text() == TEXT
    assert Path(f"{taken}.arguments").read_text() == "load-buffer -w -\n"


async def test_a_tool_that_fails_is_not_believed(tmp_path: Path) -> None:
    a_tool(tmp_path, "xclip", fails=True)
    way, certain, sent = await copied({"DISPLAY": ":0"}, tmp_path)
    assert (way, certain) == (Way.TERMINAL, False) and sent


async def test_what_is_too_long_for_a_terminal_goes_to_a_private_file(tmp_path: Path) -> None:
    text = "texte " * LONGEST_SEQUENCE
    result = await copy(text, {"PATH": "/nowhere"}, lambda _: None, tmp_path / "files")
    assert result.way is Way.FILE and result.certain
    assert result.file is not None and result.file.read_text() == text + "\n"
    assert result.file.stat().st_mode & 0o077 == 0


async def test_a_folder_that_cannot_be_written_is_admitted(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("in the way")
    result = await copy("x" * LONGEST_SEQUENCE, {"PATH": "/nowhere"}, lambda _: None, tmp_path / "files")
    assert result.way is Way.NOWHERE and not result.certain


def test_screen_gets_pieces_that_it_hands_on() -> None:
    sequence = osc52(b64encode(TEXT.encode() * 9).decode(), Multiplexer.SCREEN)
    pieces = sequence.removeprefix("\x1bP").removesuffix("\x1b\\").split("\x1b\\\x1bP")
    assert all(len(piece) <= SCREEN_CHUNK for piece in pieces)
    assert "".join(pieces) == osc52(b64encode(TEXT.encode() * 9).decode(), Multiplexer.NONE)


@pytest.mark.skipif(not HAS_TMUX, reason="no tmux here")
def test_in_a_real_tmux_the_text_is_in_its_buffer_and_reaches_the_terminal_outside(tmp_path: Path) -> None:
    with Tmux(tmp_path) as tmux, tmux.open("copier", TEXT, str(tmp_path)) as terminal:
        terminal.wait_for("way=tmux certain=True")
        assert tmux.run("show-buffer") == TEXT
        expected = b"\x1b]52;c;" + b64encode(TEXT.encode())
        terminal.wait_for(lambda: expected in terminal.written.replace(b"\x1b]52;;", b"\x1b]52;c;"))


@pytest.mark.skipif(not HAS_SCREEN, reason="no screen here")
def test_in_a_real_screen_the_text_reaches_the_terminal_outside(tmp_path: Path) -> None:
    program = [sys.executable, str(PROGRAMS / "copier.py"), TEXT * 9, str(tmp_path)]
    with inside_screen(tmp_path, program) as terminal:
        terminal.wait_for("way=screen certain=False")
        expected = osc52(b64encode((TEXT * 9).encode()).decode(), Multiplexer.NONE).encode()
        terminal.wait_for(lambda: expected in terminal.written)


def test_a_bare_terminal_gets_the_sequence(tmp_path: Path) -> None:
    with Terminal.program("copier", TEXT, str(tmp_path)) as terminal:
        terminal.wait_for("way=terminal certain=False")
        assert b"\x1b]52;c;" + b64encode(TEXT.encode()) + b"\x07" in terminal.written


@pytest.mark.parametrize(("sty", "pieces"), [("1.pts-0.host", 1), (None, 2)], ids=["screen", "screen or tmux"])
async def test_far_from_what_is_called_screen_both_that_and_tmux_are_served(
    tmp_path: Path, sty: str | None, pieces: int
) -> None:
    sent: list[str] = []
    environment = {"TERM": "screen-256color", "SSH_TTY": "/dev/pts/1", "PATH": "/nowhere"}
    result = await copy(TEXT, environment | ({"STY": sty} if sty else {}), sent.append, tmp_path)
    encoded = b64encode(TEXT.encode()).decode()
    assert result.way is Way.SCREEN
    assert sent == [osc52(encoded, Multiplexer.SCREEN), osc52(encoded, Multiplexer.NONE)][:pieces]
