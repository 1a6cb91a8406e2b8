"""A list, a text, a panel and an input built from the project's widgets: what byte budgets are measured on."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from base import Program
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Input, Static

from aipolicy_tui.terminal.charset import charset
from aipolicy_tui.terminal.safe import fit
from aipolicy_tui.widgets.layout import FixedLayout, VariableLayout
from aipolicy_tui.widgets.pane import TextPane
from aipolicy_tui.widgets.rows import RowList

WORDS = (
    "sénat encadre reconnaissance faciale police après adoption règlement européen intelligence artificielle "
    "ministère publie contrat millions euros avec entreprise américaine défense cloud données régulateur amende "
    "modèle ouvert usage militaire enquête presse parlement vote texte industrie calcul centre"
).split()
DIM = Style(dim=True)
BOLD = Style(bold=True)


def sentence(number: int, words: int) -> str:
    """Words in an order that depends on the number alone."""
    chosen = [WORDS[(number * 31 + place * place * 7 + place * number) % len(WORDS)] for place in range(words)]
    return " ".join(chosen).capitalize()


def fitted(text: str, width: int) -> str:
    """A text as this terminal can show it, in so many columns."""
    return fit(charset().text(text), width, charset().glyphs.ellipsis)


class Lines:
    """A text of numbered paragraphs, wrapped at a width."""

    def __init__(self, width: int, paragraphs: int) -> None:
        self._lines: list[tuple[int, str]] = []
        offset = 0
        for number in range(paragraphs):
            line = ""
            start = offset
            for word in f"§{number} {sentence(number, 60)}.".split():
                if len(line) + 1 + len(word) > min(width, 72):
                    self._lines.append((start, line))
                    line, start = "", offset
                line = f"{line} {word}".strip()
                offset += len(word) + 1
            self._lines += [(start, line), (offset, "")]

    def __len__(self) -> int:
        return len(self._lines)

    def line(self, number: int) -> Sequence[Segment]:
        return [Segment(self._lines[number][1])]

    def offset_at(self, number: int) -> int:
        return self._lines[number][0]

    def line_of(self, offset: int) -> int:
        return max(number for number, (start, _) in enumerate(self._lines) if start <= offset)


class Reader(Program):
    """The test reader; `--only` shows one widget over the whole width."""

    CSS = """
    #list { width: 1fr; }
    #text { width: 1fr; }
    #panel { width: 30; border-left: solid ansi_blue; }
    Input { border: none; height: 1; display: none; }
    #foot { height: 1; }
    """
    BINDINGS: ClassVar = [
        Binding("down", "on_focus('row_down', 'line_down')"),
        Binding("up", "on_focus('row_up', 'line_up')"),
        Binding("pagedown", "on_focus('page_down', 'page_down')"),
        Binding("pageup", "on_focus('page_up', 'page_up')"),
        Binding("home", "on_focus('first_row', 'text_start')"),
        Binding("end", "on_focus('last_row', 'text_end')"),
        Binding("ctrl+b", "panel"),
        Binding("ctrl+f", "search"),
    ]

    def __init__(self, options: argparse.Namespace) -> None:
        super().__init__(output=options.output, log=options.log, theme=options.theme)
        self.options = options

    def compose(self) -> ComposeResult:
        only = self.options.only
        yield Input(id="search")
        with Horizontal():
            if only != "text":
                yield RowList(self.layout_of(), self.draw, id="list")
            if only != "list":
                yield TextPane(id="text")
            panel = RowList(VariableLayout([1, 2, 2, 1] * 20, frozenset(range(0, 80, 4))), self.draw_fact, id="panel")
            panel.display = False
            yield panel
        yield Static("q quitter  / chercher  f faits", id="foot")

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False
        if self.options.only != "list":
            self.query_one(TextPane).show(lambda width: Lines(width, 400))
        if self.options.only == "text":
            self.query_one(TextPane).focus()
        else:
            self.query_one("#list").focus()

    def on_unmount(self) -> None:
        if self.options.state:
            self.options.state.write_text(f"selected {self.last_selected}")

    def on_row_list_row_highlighted(self, event: RowList.RowHighlighted) -> None:
        self.last_selected = event.index
        if self.options.progress:
            self.call_after_refresh(self.options.progress.write_text, str(event.index))

    def layout_of(self) -> FixedLayout:
        return FixedLayout(self.options.rows, self.options.row_height)

    def draw(self, index: int, line: int, width: int, selected: bool) -> Sequence[Segment]:
        number = index + self.seed
        if self.options.row_height == 1:
            return [Segment(fitted(f"{number % 28 + 1:02}.{number % 12 + 1:02} {sentence(number, 9)}", width))]
        if line == 0:
            mark = "●" if number % 3 else " "
            return [Segment(f"{mark} "), Segment(f"{number % 28 + 1} juin 25  Le Monde du code"[: width - 2], DIM)]
        return [Segment("  "), Segment(fitted(sentence(number, 9), width - 2))]

    seed = 0
    last_selected = 0

    def draw_fact(self, index: int, line: int, width: int, selected: bool) -> Sequence[Segment]:
        if index % 4 == 0:
            return [Segment(sentence(index, 1).upper(), BOLD)]
        return [Segment(fitted(("    " if line else "  ") + sentence(index + line, 3), width), DIM if line else None)]

    def action_on_focus(self, of_list: str, of_text: str) -> None:
        focused = self.focused
        if isinstance(focused, RowList):
            getattr(focused, f"action_{of_list}")()
        elif isinstance(focused, TextPane):
            getattr(focused, f"action_{of_text}")()

    def action_panel(self) -> None:
        panel = self.query_one("#panel")
        panel.display = not panel.display

    def action_search(self) -> None:
        field = self.query_one(Input)
        field.display = not field.display
        field.focus() if field.display else self.query_one("#list").focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        self.seed = sum(map(ord, event.value)) * 3
        for rows in self.query("#list").results(RowList):
            rows.set_rows(self.layout_of(), self.draw, selected=0)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--row-height", type=int, default=1)
    parser.add_argument("--output", default="lean")
    parser.add_argument("--theme", default="auto")
    parser.add_argument("--state", type=Path)
    parser.add_argument("--log", type=Path)
    parser.add_argument("--progress", type=Path)
    parser.add_argument("--only", choices=["list", "text"])
    options = parser.parse_args()
    sys.exit(Reader(options).run_to_end())


if __name__ == "__main__":
    main()
