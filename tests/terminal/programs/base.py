"""What the test programs share: they answer when the harness asks whether the screen is complete."""

from __future__ import annotations

from typing import Any

from textual.binding import Binding

from aipolicy_tui.terminal.output import LeanOutput

ROUNDS = 8
SYNC_REPLY = "\x1b]777;sync\x07"


class Program(LeanOutput[None]):
    """An application that says so when everything typed has reached the terminal."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding("f12", "sync", show=False), Binding("ctrl+l", "repaint", show=False)]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.theme = "ansi-dark"

    def action_sync(self) -> None:
        """Answer after some refreshes: messages that the first one causes are dealt with before the next."""
        self._after(ROUNDS)

    def _after(self, rounds: int) -> None:
        if rounds:
            self.call_after_refresh(self._after, rounds - 1)
        else:
            self._answer()

    def _answer(self) -> None:
        assert self._driver is not None
        self._driver.write(SYNC_REPLY)
        self._driver.flush()
