"""One line at an edge of the screen, and the line between two panes."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from aipolicy_tui.terminal.charset import charset
from aipolicy_tui.terminal.strips import bare_lines, safe_strip
from aipolicy_tui.widgets.drawing import segments, terminal_ruler
from aipolicy_tui.widgets.fitting import Part, Parts, within, wrap_at_most

Compose = Callable[[int], Parts]
"""What a bar says in a number of columns."""


class Bar(Widget):
    """A line of words that are fitted to its width when it is drawn."""

    DEFAULT_CSS = "Bar { height: 1; width: 1fr; }"

    def __init__(self, compose_line: Compose = lambda width: (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._compose_line = compose_line
        self._said: tuple[int, Parts] = (0, ())
        """What it was last to say, in so many columns, and below what there was room for."""
        self._drawn: Parts = ()

    def show_line(self, compose_line: Compose) -> None:
        """Say something else."""
        self._compose_line = compose_line
        self.update()

    def update(self) -> None:
        """Say it anew; draws only when the words differ."""
        width = self.size.width
        said = (width, self._compose_line(width)) if width else self._said
        if said != self._said:
            self._said = said
            self._drawn = within(said[1], width, charset().glyphs.ellipsis, terminal_ruler())
            self.refresh()

    def on_resize(self) -> None:
        """Fit the words to the new width."""
        self.update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The line, or a part of it."""
        return bare_lines(self, crop, self.render_line)

    def render_line(self, y: int) -> Strip:
        """The line."""
        return safe_strip(segments(self._drawn), self.size.width, self.visual_style.rich_style)


class Paragraph(Widget):
    """A few lines of words, only as high as they need; gone while there are none."""

    DEFAULT_CSS = "Paragraph { width: 1fr; height: 1; display: none; }"

    def __init__(self, most_lines: int, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._most_lines = most_lines
        self._lines: list[Part] = []

    def tell(self, words: str, style: str, width: int) -> None:
        """Say these words, wrapped to a width; nothing for none."""
        ellipsis = charset().glyphs.ellipsis
        wrapped = wrap_at_most(words, width, self._most_lines, ellipsis, terminal_ruler()) if words else []
        lines = [Part(line, style) for line in wrapped]
        if lines != self._lines:
            self._lines = lines
            self.styles.height = max(1, len(lines))
            self.display = bool(lines)
            self.refresh(layout=True)

    def render_line(self, y: int) -> Strip:
        """One of the lines."""
        parts = self._lines[y : y + 1]
        return safe_strip(segments(parts), self.size.width, self.visual_style.rich_style)


class Rule(Widget):
    """A thin line between two panes."""

    DEFAULT_CSS = "Rule { width: 1; height: 1fr; }"

    def render_lines(self, crop: Region) -> list[Strip]:
        """The same cell on every line."""
        cell = self.render_line(0)
        return bare_lines(self, crop, lambda y: cell)

    def render_line(self, y: int) -> Strip:
        """One cell."""
        return safe_strip(segments([Part(charset().glyphs.vertical, "dim")]), 1, self.visual_style.rich_style)
