"""Copying that arrives: through tmux, through screen, through the terminal, or with a tool of the desktop.

Which way was taken is told, because only some of them can say that the text has arrived. Nothing is ever read back.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from .capabilities import Multiplexer, is_remote, multiplexer_of

LONGEST_SEQUENCE = 74_994
"""Bytes of base64 that terminals take in one OSC 52 sequence (xterm and tmux stop at about 100,000 in all)."""

SCREEN_CHUNK = 76
"""Bytes in one device control string that GNU screen hands on whole; old ones drop strings of more than 256."""

PATIENCE = 2.0
"""Seconds that a tool may take."""


class Way(StrEnum):
    """How a text was copied; the value ends the code of the sentence that says so."""

    TMUX = "tmux"
    """Into tmux's buffer, and by it to the terminal outside."""
    SCREEN = "screen"
    """To the terminal outside GNU screen."""
    TERMINAL = "terminal"
    """To the terminal, which may be set to refuse."""
    DESKTOP = "desktop"
    """Into the clipboard of this machine's desktop."""
    FILE = "file"
    """Into a file: it was too long for a terminal."""
    NOWHERE = "nowhere"
    """No way worked."""


class Copied(NamedTuple):
    """What became of a text that was copied."""

    way: Way
    characters: int
    file: Path | None = None

    @property
    def certain(self) -> bool:
        """Whether the text has arrived for sure; a terminal never answers."""
        return self.way in (Way.DESKTOP, Way.TMUX, Way.FILE)


async def copy(text: str, environment: Mapping[str, str], send: Callable[[str], object], folder: Path) -> Copied:
    """Copy a text the surest way that there is here; `send` writes to the terminal, `folder` takes what is too long."""
    multiplexer = multiplexer_of(environment)
    for way, command in _tools(environment, multiplexer):
        if await _feed(command, text, environment):
            return Copied(way, len(text))
    encoded = b64encode(text.encode()).decode()
    if len(encoded) > LONGEST_SEQUENCE:
        return copy_to_file(text, folder)
    send(osc52(encoded, multiplexer))
    if multiplexer is Multiplexer.SCREEN and not environment.get("STY"):
        # Far from the multiplexer only TERM tells of it, and tmux is called screen there too.
        send(osc52(encoded, Multiplexer.NONE))
    return Copied(Way.SCREEN if multiplexer is Multiplexer.SCREEN else Way.TERMINAL, len(text))


def copy_to_file(text: str, folder: Path) -> Copied:
    """Write a text to a file of its own that only its owner can read."""
    path = folder / "copied.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        path.write_text(text + "\n", encoding="utf-8")
    except OSError:
        return Copied(Way.NOWHERE, len(text))
    return Copied(Way.FILE, len(text), path)


def osc52(encoded: str, multiplexer: Multiplexer) -> str:
    """The sequence that puts base64 into the clipboard of the terminal (xterm's control sequences, OSC 52)."""
    sequence = f"\x1b]52;c;{encoded}\x07"
    if multiplexer is not Multiplexer.SCREEN:
        return sequence
    chunks = (sequence[start : start + SCREEN_CHUNK] for start in range(0, len(sequence), SCREEN_CHUNK))
    return "".join(f"\x1bP{chunk}\x1b\\" for chunk in chunks)


def _tools(environment: Mapping[str, str], multiplexer: Multiplexer) -> list[tuple[Way, Sequence[str]]]:
    """The commands that take the text on their standard input, the surest first."""
    tools: list[tuple[Way, Sequence[str]]] = []
    if not is_remote(environment):
        tools += [(Way.DESKTOP, command) for command in _desktop_tools(environment)]
    if multiplexer is Multiplexer.TMUX:
        # -w hands the buffer on to the terminal outside (tmux 3.2 and later).
        tools += [(Way.TMUX, ("tmux", "load-buffer", "-w", "-")), (Way.TMUX, ("tmux", "load-buffer", "-"))]
    return [(way, command) for way, command in tools if shutil.which(command[0], path=environment.get("PATH"))]


def _desktop_tools(environment: Mapping[str, str]) -> list[Sequence[str]]:
    if sys.platform == "darwin":
        return [("pbcopy",)]
    if environment.get("WSL_DISTRO_NAME"):
        return [("clip.exe",)]
    if environment.get("WAYLAND_DISPLAY"):
        return [("wl-copy",)]
    if environment.get("DISPLAY"):
        return [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    return []


async def _feed(command: Sequence[str], text: str, environment: Mapping[str, str]) -> bool:
    """Whether a command took the text; what it prints is nobody's business."""
    nothing = asyncio.subprocess.DEVNULL
    try:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=asyncio.subprocess.PIPE, stdout=nothing, stderr=nothing, env=dict(environment)
        )
        await asyncio.wait_for(process.communicate(text.encode()), PATIENCE)
    except TimeoutError:
        process.kill()
        return False
    except OSError:
        return False
    return process.returncode == 0
