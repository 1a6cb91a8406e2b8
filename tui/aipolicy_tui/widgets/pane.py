"""A pane of text that draws its lines on demand: an article of any length costs what one screen does.

    pane = TextPane()
    pane.show(wrap)                       # wrap(width) -> LineSource
    pane.show(wrap, offset=1200)          # with that character of the text at the top

The pane asks `wrap` again when its width changes, and keeps the character at the top of the screen in its place. Text
need not be safe: it is cleaned here. Keys are the application's: it binds them to the actions `line_down`, `line_up`,
`page_down`, `page_up`, `half_page_down`, `half_page_up`, `text_start` and `text_end`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from rich.segment import Segment
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from aipolicy_tui.terminal.strips import safe_strip

KEPT_LINES = 1024
"""Drawn lines kept: several screens of the largest terminal."""


class LineSource(Protocol):
    """A text wrapped at one width."""

    def __len__(self) -> int:
        """Lines."""

    def line(self, number: int) -> Sequence[Segment]:
        """What a line shows, at most as wide as the source was asked for."""

    def offset_at(self, number: int) -> int:
        """Offset in the text of the first character of a line; never smaller than that of the line before."""

    def line_of(self, offset: int) -> int:
        """The line that shows a character."""


class _NoLines:
    """The source of an empty pane."""

    def __len__(self) -> int:
        return 0

    def line(self, number: int) -> Sequence[Segment]:
        return ()

    def offset_at(self, number: int) -> int:
        return 0

    def line_of(self, offset: int) -> int:
        return 0


Wrap = Callable[[int], LineSource]
"""Wraps a text at a width in columns."""


class TextPane(ScrollView, can_focus=True, inherit_bindings=False):
    """A pane of wrapped text, drawn on demand, that keeps its place in the text."""

    DEFAULT_CSS = """
    TextPane { overflow: hidden hidden; }
    """

    @dataclass(eq=False, repr=False)
    class Scrolled(Message):
        """Another part of the text came into view."""

        pane: TextPane
        offset: int
        """Character at the top of the screen."""
        at_end: bool
        """Whether the last line is in view."""

        @property
        def control(self) -> TextPane:
            """The pane, for `@on(TextPane.Scrolled, "#id")`."""
            return self.pane

    def __init__(self, *, overlap: int = 0, id: str | None = None, classes: str | None = None) -> None:
        """`overlap`: lines of a page that stay in view on the next."""
        super().__init__(id=id, classes=classes)
        self._wrap: Wrap = lambda width: _NoLines()
        self._source: LineSource = _NoLines()
        self._overlap = overlap
        self._width = 0
        self._height = 0
        self._anchor = 0
        self._tops: dict[int, int] = {}
        """For a width, the line at the top when the reader was last there and has not moved since."""
        self._lines: LRUCache[int, Strip] = LRUCache(KEPT_LINES)

    @property
    def offset_at_top(self) -> int:
        """Offset in the text of the first character on the screen: what to remember as the reading position."""
        return self._anchor

    @property
    def source(self) -> LineSource:
        """The text as it is wrapped now."""
        return self._source

    @property
    def at_end(self) -> bool:
        """Whether the last line is in view."""
        return self.scroll_offset.y + self.size.height >= len(self._source)

    def show(self, wrap: Wrap, offset: int = 0) -> None:
        """Show a text, with one of its characters at the top of the screen where the text is long enough."""
        self._wrap = wrap
        self._anchor, self._tops = offset, {}
        self._rewrap()

    def redraw(self, lines: Iterable[int] | None = None) -> None:
        """Draw some lines anew, or all: their marks have changed, the words and the wrapping have not."""
        if lines is None:
            self._lines.clear()
            self.refresh()
            return
        for number in lines:
            self._lines.discard(number)
            top = number - self.scroll_offset.y
            if 0 <= top < self.size.height:
                self.refresh(Region(0, top, self.size.width, 1))

    def scroll_to_line(self, number: int, *, margin: int = 0) -> None:
        """Scroll as little as brings a line into view, with `margin` lines around it where there are some."""
        top, height = self.scroll_offset.y, self.size.height
        margin = min(margin, max(0, (height - 1) // 2))
        if number - margin < top:
            self._scroll(number - margin)
        elif number + margin >= top + height:
            self._scroll(number + margin - height + 1)

    def scroll_to_offset(self, offset: int, *, margin: int = 2) -> None:
        """Scroll as little as brings a character of the text into view."""
        self.scroll_to_line(self._source.line_of(offset), margin=margin)

    def action_line_down(self) -> None:
        """Scroll a line down."""
        self._scroll(self.scroll_offset.y + 1)

    def action_line_up(self) -> None:
        """Scroll a line up."""
        self._scroll(self.scroll_offset.y - 1)

    def action_page_down(self) -> None:
        """Scroll a page down."""
        self._scroll(self.scroll_offset.y + self._page())

    def action_page_up(self) -> None:
        """Scroll a page up."""
        self._scroll(self.scroll_offset.y - self._page())

    def action_half_page_down(self) -> None:
        """Scroll half a page down."""
        self._scroll(self.scroll_offset.y + max(1, self.size.height // 2))

    def action_half_page_up(self) -> None:
        """Scroll half a page up."""
        self._scroll(self.scroll_offset.y - max(1, self.size.height // 2))

    def action_text_start(self) -> None:
        """Scroll to the first line."""
        self._scroll(0)

    def action_text_end(self) -> None:
        """Scroll to the last line."""
        self._scroll(len(self._source))

    def render_line(self, y: int) -> Strip:
        """One line of the screen, drawn when it comes into view."""
        base = self.visual_style.rich_style
        number = y + self.scroll_offset.y
        if number >= len(self._source):
            return Strip.blank(self.size.width, base)
        strip = self._lines.get(number)
        if strip is None:
            strip = safe_strip(self._source.line(number), self.size.width, base)
            self._lines[number] = strip
        return strip

    @property
    def allow_vertical_scroll(self) -> bool:
        """Whether a mouse wheel scrolls: there is no scroll bar, of which Textual makes this depend."""
        return not self.disabled

    def notify_style_update(self) -> None:
        """Colours changed: nothing that was drawn is of use."""
        super().notify_style_update()
        self._lines.clear()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Remember the place in the text, and tell of it."""
        super().watch_scroll_y(old_value, new_value)
        top = round(new_value)
        if round(old_value) == top or not len(self._source):
            return
        # A new size alone is no wish to be elsewhere.
        if (self._width, self._height) == self.size:
            self._anchor = self._source.offset_at(min(top, len(self._source) - 1))
            self._tops = {self._width: top}
        self.post_message(self.Scrolled(self, self._anchor, self.at_end))

    def on_resize(self) -> None:
        """Wrap the text anew when the width changed; keep the place in it."""
        if self.size.width != self._width:
            self._rewrap()
        else:
            self._return_to(self._anchor, self._tops)
        was_shown, self._height = self._height > 0, self.size.height
        self.resized()
        if was_shown:
            self.post_message(self.Scrolled(self, self._anchor, self.at_end))

    def resized(self) -> None:
        """The text is wrapped at the new size: bring into view what has to be."""

    def _rewrap(self) -> None:
        if not self.size.width:
            return
        anchor, tops = self._anchor, self._tops
        self._width = self.size.width
        self._source = self._wrap(self._width)
        self._lines.clear()
        # A width of 1 keeps Textual from offering to scroll sideways.
        self.virtual_size = Size(1, len(self._source))
        self._return_to(anchor, tops)
        self.refresh()

    def _return_to(self, anchor: int, tops: dict[int, int]) -> None:
        """Show a character of the text at the top, as far as the text is long enough; later sizes may show it there."""
        self._scroll(tops.get(self._width, self._source.line_of(anchor) if anchor else 0))
        self._anchor, self._tops = anchor, tops

    def _scroll(self, line: int) -> None:
        line = max(0, min(line, len(self._source) - self.size.height))
        self.scroll_to(y=line, animate=False, force=True)

    def _page(self) -> int:
        return max(1, self.size.height - self._overlap)
