"""The one place where text from anywhere becomes something that Textual draws."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from .charset import charset


def safe_strip(segments: Iterable[Segment], width: int, base: Style) -> Strip:
    """A line of exactly `width` columns: every text made safe for this terminal, every style laid over the base."""
    written = charset().text
    pieces = [
        Segment(written(text), base + style if style else base) for text, style, control in segments if not control
    ]
    return Strip(pieces).adjust_cell_length(max(width, 0), base)
