"""The line that stands in place of a screen that has not the room for anything else."""

from __future__ import annotations

from typing import Any

from textual.app import App

from aipolicy_tui.messages import say
from aipolicy_tui.screens.proportions import Arrangement, proportions
from aipolicy_tui.widgets.bars import Bar
from aipolicy_tui.widgets.drawing import terminal_ruler
from aipolicy_tui.widgets.fitting import Part, Parts


def is_too_small(app: App[Any]) -> bool:
    """Whether the terminal has not the room for anything but this line."""
    return proportions(*app.size).arrangement is Arrangement.TOO_SMALL


class TooSmall(Bar):
    """How large the terminal is, and how large it has to be."""

    DEFAULT_CSS = "TooSmall { display: none; dock: top; }"

    def __init__(self) -> None:
        super().__init__(self._words, id="too-small")

    def _words(self, width: int) -> Parts:
        words = say("small.screen", width=self.app.size.width, height=self.app.size.height)
        return (Part(words if terminal_ruler().cells(words) <= width else say("small.least"), "warning"),)
