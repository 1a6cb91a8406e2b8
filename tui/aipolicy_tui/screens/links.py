"""Where a link can be opened: in a browser, unless the keyboard is at the other end of a network. No Textual."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import Mapping

from aipolicy_tui.terminal.capabilities import is_remote

_SAFE = ("https://", "http://")


def browser_command(environment: Mapping[str, str]) -> str | None:
    """The program that opens an address on this desktop; None over SSH and where there is no desktop."""
    if is_remote(environment):
        return None
    if sys.platform == "darwin":
        return shutil.which("open", path=environment.get("PATH"))
    if environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY"):
        return shutil.which("xdg-open", path=environment.get("PATH"))
    return None


async def open_in_browser(url: str, environment: Mapping[str, str]) -> bool:
    """Open an address; whether a browser was asked to. Only web addresses are opened."""
    command = browser_command(environment)
    if command is None or not url.startswith(_SAFE):
        return False
    nothing = asyncio.subprocess.DEVNULL
    try:
        await asyncio.create_subprocess_exec(
            command, url, stdin=nothing, stdout=nothing, stderr=nothing, env=dict(environment), start_new_session=True
        )
    except OSError:
        return False
    return True
