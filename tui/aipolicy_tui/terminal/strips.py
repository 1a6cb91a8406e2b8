"""The one place where text from anywhere becomes something that Textual draws."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from .charset import charset
from .safe import with_room

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.widget import Widget


def safe_strip(segments: Iterable[Segment], width: int, base: Style) -> Strip:
    """A line of exactly `width` columns: every text made safe for this terminal, every style laid over the base."""
    return Strip(_written(segments, base)).adjust_cell_length(max(width, 0), base)


def bare_lines(widget: Widget, crop: Region, draw: Callable[[int], Strip]) -> list[Strip]:
    """The lines of a widget that has no border, padding, tint or opacity: to look for these takes Textual longer than
    the lines do. `draw` draws one over the whole width."""
    strips = [draw(y) for y in crop.line_range]
    for line_filter in widget.get_line_filters():
        background = widget.background_colors[1]
        strips = [strip.apply_filter(line_filter, background) for strip in strips]
    if crop.column_span != (0, widget.size.width):
        strips = [strip.crop(*crop.column_span) for strip in strips]
    return strips


def _written(segments: Iterable[Segment], base: Style) -> Iterator[Segment]:
    written = charset().text
    owed = 0
    for text, style, control in segments:
        if not control:
            shown, owed = with_room(written(text), owed)
            yield Segment(shown, base + style if style else base)
