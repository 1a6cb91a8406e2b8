"""Waits until the screen has done all that it was asked. Textual's own wait looks at how busy the process is: where the
machine gives it no time, it takes that for the end of the work."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from textual._context import active_app
from textual.app import App

PATIENCE = 60.0
"""Seconds after which something that was waited for does not come any more."""


@pytest.fixture(autouse=True)
def waits_for_what_was_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every key, every pause of a pilot ends when nothing is left to do, and not before."""
    for place in ("textual.app.wait_for_idle", "textual.pilot.wait_for_idle"):
        monkeypatch.setattr(place, _until_quiet)


async def _until_quiet(*_: float) -> None:
    """Until no task can go on, and all is drawn; what waits for an answer or for a timer of the reader's waits on."""
    app = active_app.get()
    runnable = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    deadline = time.monotonic() + PATIENCE
    while True:
        await asyncio.sleep(0)
        assert time.monotonic() < deadline, "the screen is never done"
        if runnable:
            continue
        if app._resize_event is not None:
            await asyncio.sleep(0.001)
        elif _is_to_be_drawn(app):
            app.screen._on_timer_update()
        else:
            return


def _is_to_be_drawn(app: App[Any]) -> bool:
    """Whether the next frame would change something."""
    screen = app.screen
    changed = screen._layout_required or screen._scroll_required or screen._repaint_required
    return bool(changed or screen._recompose_required or screen._dirty_widgets or screen._callbacks)
