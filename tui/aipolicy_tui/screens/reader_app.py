"""The application around the reading screen: its theme, its language, the life of the service."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any, ClassVar, cast

from textual import events
from textual.binding import BindingType
from textual.screen import Screen
from textual.theme import Theme

from aipolicy_tui.commands import Place
from aipolicy_tui.messages import say
from aipolicy_tui.screens.desk import Tools
from aipolicy_tui.screens.keys import TakesKeys, key_names
from aipolicy_tui.screens.reading import LOOKED_SECONDS, ReadingScreen
from aipolicy_tui.screens.too_small import is_too_small
from aipolicy_tui.terminal.application import TerminalApp
from aipolicy_tui.terminal.capabilities import capabilities_of, theme_for
from aipolicy_tui.terminal.importing import take_back
from aipolicy_tui.widgets.drawing import Inks, use_inks


class ReaderApp(TerminalApp[None], inherit_bindings=False, inherit_css=False):
    """Composes the reading screen, starts and stops the service."""

    ENABLE_COMMAND_PALETTE = False
    # Of Textual's own sheet the rest is for widgets that are not here.
    DEFAULT_CSS = """
    ReaderApp { background: $background; color: $foreground; }
    ReaderApp:ansi { background: ansi_default; color: ansi_default; }
    """
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, tools: Tools, log: Path | None = None) -> None:
        super().__init__(
            theme=theme_for(tools.settings.theme, capabilities_of(tools.environment)),
            output="stock" if tools.settings.output == "stock" else "lean",
            log=log,
        )
        # What Textual shows in layers of its own, on every screen; notices have their line here.
        self._disable_notifications = self._disable_tooltips = True
        self._tools = tools
        self._reading = ReadingScreen(tools)
        self.last_screen = ""
        """The screen at the end, if the next start will show the same."""
        use_inks(Inks.of(self.current_theme))

    def get_default_screen(self) -> Screen[None]:
        """The first screen on the stack is the one that is read in."""
        return self._reading

    def on_mount(self) -> None:
        """Follow the theme; start the service in a moment."""
        self.theme_changed_signal.subscribe(self, self._use_theme, immediate=True)
        self.set_timer(LOOKED_SECONDS, self._settle, name="settle")

    def _settle(self) -> None:
        """What a first search needs is made ready while the reader looks at the list. From here on garbage is
        collected; what the start has made stays and need not be looked at again."""
        # One that cannot be started is started again by the first search, which then says what is wrong.
        self.run_worker(self._tools.service.start(), name="start service", exit_on_error=False)
        import aipolicy_index.query  # noqa: F401

        take_back()
        gc.freeze()
        gc.enable()

    async def on_event(self, event: events.Event) -> None:
        """Hand keys to the screen at once; all else goes Textual's way."""
        screen = self.screen if self.screen_stack else None
        if isinstance(event, events.Key) and isinstance(screen, TakesKeys):
            for name in key_names(event, self._tools.keymap):
                self._hand_on(name)
            if screen is self._reading and self._reading.is_mounted:
                self.draw_now(*self._reading.answering)
        else:
            await super().on_event(event)

    def _hand_on(self, key: str) -> None:
        """To whichever screen is shown by now, but for what is the same on all of them."""
        known = self._tools.keymap.command(Place.SEARCH, key)
        if known is not None and known.name in ("redraw", "suspend") and self._reading.is_mounted:
            self._reading.run_command(known)
        elif not is_too_small(self) or self._leaves(key):
            cast(TakesKeys, self.screen).take_key(key)

    def _leaves(self, key: str) -> bool:
        """Whether a key leaves what is shown. Where nothing can be, no other does anything that nobody would see."""
        place = Place.LIST if self.screen is self._reading and self._reading.search is None else Place.SEARCH
        known = self._tools.keymap.command(place, key)
        return known is not None and known.name in ("back", "quit")

    def exit(self, *args: Any, **options: Any) -> None:
        """End, once the place is written down, and the screen kept for the next start."""
        if self._reading.is_mounted:
            self._reading.keep_place()
            self._reading.keep_visit()
            self.last_screen = self.snapshot() if self._reading.shows_next_start else ""
        super().exit(*args, **options)

    async def on_unmount(self) -> None:
        """End the service."""
        await self._tools.service.stop()

    def crash_message(self, report: Path | None) -> str:
        """The one line that a person reads after a crash."""
        return say("crash.message", log=report or "-")

    def _use_theme(self, theme: Theme) -> None:
        use_inks(Inks.of(theme))
