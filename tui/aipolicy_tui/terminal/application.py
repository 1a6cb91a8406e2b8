"""The base of the reader's application: lean output, orderly ends, suspension, a crash in one line.

class Reader(TerminalApp[None]):
    def __init__(self) -> None:
        super().__init__(theme=theme_for(settings.theme, terminal), output=settings.output, log=log_file())

status = Reader().run_to_end(mouse=settings.mouse)
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, TypeVar

from textual.theme import Theme

from aipolicy_index.journal import record

from . import first_frame
from .clipboard import Copied, copy
from .crash import TerminalAttributes, restore_terminal, saved_attributes, tell
from .driver import TerminalDriver
from .output import LeanOutput, Output
from .signals import end_in_time, end_on_signals
from .themes import THEMES

ResultType = TypeVar("ResultType")


class TerminalApp(LeanOutput[ResultType]):
    """An application that is at home in a terminal."""

    def __init__(
        self, *, theme: str = "ansi-dark", output: Output = "lean", log: Path | None = None, **options: Any
    ) -> None:
        """`log` is where the trace of a crash is kept."""
        super().__init__(output=output, driver_class=TerminalDriver, **options)
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme
        self._crash_log = log
        self._farewell = ""
        self._attributes: TerminalAttributes | None = None
        self._owns_process = False

    def get_theme(self, theme_name: str) -> Theme | None:
        """A theme by its name. Asked for a dozen times with every key; the stock way copies all themes for it."""
        return self._registered_themes.get(theme_name) or super().get_theme(theme_name)

    def run_to_end(self, *, mouse: bool = False) -> int:
        """Run until the reader leaves; the exit status. The terminal is as before, whatever happened."""
        self._attributes = first_frame.current().attributes or saved_attributes()
        self._owns_process = True
        try:
            self.run(mouse=mouse)
        except BaseException as error:
            restore_terminal(self._attributes)
            if not isinstance(error, Exception):
                raise
            self._report(error)
            tell(self._farewell)
            return 1
        return self.return_code or 0

    def crash_message(self, report: Path | None) -> str:
        """The one line that a person reads after a crash; override it to say it in their language."""
        return f"The program had to stop. What happened is in {report}." if report else "The program had to stop."

    def send(self, sequence: str) -> None:
        """Send the terminal a sequence that leaves cursor and colours alone."""
        if self._driver is not None:
            self._driver.write(sequence)
            self._driver.flush()

    async def copy_text(self, text: str, folder: Path) -> Copied:
        """Copy a text the surest way that there is on this terminal; `folder` takes what is too long for it."""
        return await copy(text, os.environ, self.send, folder)

    def on_load(self) -> None:
        """From the first moment on, end in order when told to."""
        if self._owns_process:
            end_on_signals(lambda status: self.exit(return_code=status), self._give_up)

    def on_mount(self) -> None:
        """Draw everything again after a stop."""
        self.app_resume_signal.subscribe(self, lambda _: self.repaint())

    def _give_up(self, status: int) -> None:
        """Leave at once, the terminal in order, when the orderly way is blocked."""
        restore_terminal(self._attributes)
        os._exit(status)

    def _handle_exception(self, error: Exception) -> None:
        """One line instead of a hundred kilobytes of trace, which goes to the log.

        What fails while everything is being taken down, a dialog that was just opening for one, changes nothing.
        """
        if self._exit and self._owns_process and not self._farewell:
            record(error, "while leaving", self._crash_log)
            return
        if not self._farewell:
            self._report(error)
            if self._owns_process:
                end_in_time(1, self._give_up)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def _report(self, error: BaseException) -> None:
        self._farewell = self.crash_message(record(error, "on the screen", self._crash_log))

    def _print_error_renderables(self) -> None:
        """Say the last words, once the terminal is as it was before."""
        if self._farewell:
            self._exit_renderables.clear()
            tell(self._farewell)
        elif self._exit_renderables:
            super()._print_error_renderables()
