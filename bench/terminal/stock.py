"""Textual as it comes: a bare application, and a list with a panel and an input built from its own widgets."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Input, OptionList, Static


class Bare(App[None]):
    """One line of text that the first key changes."""

    BINDINGS: ClassVar = [Binding("down", "note", priority=True)]

    def compose(self) -> ComposeResult:
        """One widget."""
        yield Static("ready", id="line")

    def action_note(self) -> None:
        """Show that a key arrived."""
        self.query_one("#line", Static).update("moved")


class Stock(App[None]):
    """Titles in an OptionList, with a panel beside it and an input that replaces twenty of them."""

    CSS = "#panel { width: 30; display: none; } Input { display: none; height: 1; border: none; }"
    BINDINGS: ClassVar = [Binding("f", "panel"), Binding("slash", "search")]

    def __init__(self, titles: list[str]) -> None:
        super().__init__()
        self.titles = titles

    def compose(self) -> ComposeResult:
        """The input, the list, the panel."""
        yield Input()
        with Horizontal():
            yield OptionList(*self.titles, id="list", markup=False)
            yield OptionList(*self.titles[:50], id="panel", markup=False)

    def on_mount(self) -> None:
        """Keys go to the list."""
        self.query_one("#list").focus()

    def action_panel(self) -> None:
        """Show or hide the panel."""
        panel = self.query_one("#panel")
        panel.display = not panel.display

    def action_search(self) -> None:
        """Show the input."""
        self.query_one(Input).display = True
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Other rows for every letter."""
        start = sum(map(ord, event.value)) % 100
        options = self.query_one("#list", OptionList)
        options.clear_options()
        options.add_options(self.titles[start : start + 20])


if __name__ == "__main__":
    if len(sys.argv) > 1:
        Stock(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()).run()
    else:
        Bare().run()
