"""What the test programs share: they answer when the harness asks whether the screen is complete."""

from __future__ import annotations

from typing import Any, ClassVar

from chosen_terminal import TERMINAL
from textual.binding import Binding

from aipolicy_tui.terminal import signals
from aipolicy_tui.terminal.application import TerminalApp
from aipolicy_tui.terminal.capabilities import theme_for

ROUNDS = 4
SYNC_REPLY = "\x1b[?7777;{};{}l"


class Program(TerminalApp[None]):
    """An application that says so when everything typed has reached the terminal."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar = [
        Binding("f12", "sync"),
        Binding("ctrl+l", "repaint"),
        Binding("ctrl+z", "suspend_process"),
        Binding("ctrl+q", "quit"),
        Binding("ctrl+x", "crash"),
        Binding("ctrl+g", "hang"),
        Binding("ctrl+e", "fail_late"),
    ]

    def __init__(self, *, theme: str = "auto", **options: Any) -> None:
        super().__init__(theme=theme_for(theme, TERMINAL), **options)

    def action_sync(self) -> None:
        """Answer once nothing has been waiting in several refreshes: messages cause others, these cause repaints."""
        self._after(ROUNDS)

    def _after(self, rounds: int) -> None:
        if rounds:
            self.call_after_refresh(self._after, rounds - 1 if self._is_quiet() else ROUNDS)
        else:
            self._answer()

    def _is_quiet(self) -> bool:
        screen = self.screen
        waits = screen._layout_required or screen._repaint_required or screen._scroll_required or screen._dirty_widgets
        queues = [widget.message_queue_size for widget in (screen, *screen.walk_children())]
        return not waits and not self._catching_up and not any(queues)

    def _answer(self) -> None:
        assert self._driver is not None
        self._driver.write(SYNC_REPLY.format(*self.screen._compositor.size))
        self._driver.flush()

    def action_crash(self) -> None:
        """Do what no program should."""
        raise RuntimeError("a secret that is in the log alone")

    def action_fail_late(self) -> None:
        """Do what a dialog does that was just opening when the program was told to end."""
        self.exit(return_code=5)
        raise RuntimeError("too late to matter")

    def action_hang(self) -> None:
        """Do what no program should: never come back to its loop."""
        assert self._driver is not None
        signals.PATIENCE = 1
        self._driver.write("hanging")
        self._driver.flush()
        while True:
            pass
