"""The one place where text from anywhere becomes something that Textual draws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from .charset import charset
from .safe import with_room


def safe_strip(segments: Iterable[Segment], width: int, base: Style) -> Strip:
    """A line of exactly `width` columns: every text made safe for this terminal, every style laid over the base."""
    return Strip(_written(segments, base)).adjust_cell_length(max(width, 0), base)


def _written(segments: Iterable[Segment], base: Style) -> Iterator[Segment]:
    written = charset().text
    owed = 0
    for text, style, control in segments:
        if not control:
            shown, owed = with_room(written(text), owed)
            yield Segment(shown, base + style if style else base)
