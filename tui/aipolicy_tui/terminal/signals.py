"""Signals that end the program: it leaves in order, with everything saved."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from types import FrameType

PATIENCE = 5
"""Seconds that an orderly end may take."""

ENDING = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)
"""Signals after which the program ends; a keyboard's ctrl+c and ctrl+\\ are keys and not among them."""

SIGNALLED = 128
"""What a shell adds to a signal's number to tell of it in an exit status."""


def end_on_signals(end: Callable[[int], object], give_up: Callable[[int], object]) -> None:
    """Call `end` with the exit status when a signal arrives, `give_up` when nothing came of it in time.

    The handlers also replace an inherited "ignore" (nohup, some supervisors), under which a program without a terminal
    would run for ever. Must be called in the main thread, in the running loop.
    """
    loop = asyncio.get_running_loop()

    def arrived(number: int, _: FrameType | None) -> None:
        # Not in the loop: what keeps the loop busy must not keep the program alive.
        status = SIGNALLED + number
        end_in_time(status, give_up)
        loop.call_soon_threadsafe(end, status)

    for number in ENDING:
        signal.signal(number, arrived)


def end_in_time(status: int, give_up: Callable[[int], object]) -> None:
    """Call `give_up` with the exit status when the program is still there after its patience."""
    signal.signal(signal.SIGALRM, lambda *_: give_up(status))
    signal.alarm(PATIENCE)
