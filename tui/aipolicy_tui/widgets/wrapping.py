"""An article's text laid out in lines of a given width, each of which knows which stretch of the text it shows.

Nothing here knows Textual. Widths are cells, offsets are characters of the article's text. Sources that were broken
at a fixed column are flowed again: a line then shows a stretch with line feeds in it, drawn as spaces.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from aipolicy_index.model import Span, Zone, ZoneKind
from aipolicy_tui.widgets.breaking import DOUBLE_BLANK, PLAIN_RULER, Ruler, wrapped
from aipolicy_tui.wording.blocks import ITEM, Block, blocks, fills_lines

_MADE_OF_HASHES = re.compile(r"#{1,6}[ \t]+")


class Role(StrEnum):
    """What a line is, hence how it looks."""

    BODY = "body"
    TITLE = "title"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    FURNITURE = "furniture"
    CREDIT = "credit"
    """Outlet, date, byline, above the text."""
    BLANK = "blank"


class Line(NamedTuple):
    """One line of the pane. Shows `text[start:end]`, or `made` where the words are not the article's own."""

    role: Role
    start: int = 0
    end: int = 0
    indent: int = 0
    made: str = ""


BLANK_LINE = Line(Role.BLANK)

_ROLES = {
    ZoneKind.TITLE: Role.TITLE,
    ZoneKind.STANDFIRST: Role.STANDFIRST,
    ZoneKind.HEADING: Role.HEADING,
    ZoneKind.FURNITURE: Role.FURNITURE,
    ZoneKind.BYLINE: Role.CREDIT,
    ZoneKind.PUBLICATION: Role.CREDIT,
}

_ASIDE = frozenset(kind for kind, role in _ROLES.items() if role in (Role.FURNITURE, Role.CREDIT))
"""What is shown for completeness, in small: the first words of the article come into view the sooner."""


class View(NamedTuple):
    """What is in view of a layout: the first character, and for the same width the line it is on."""

    offset: int = 0
    line: int = 0
    width: int = 0


class Layout:
    """The lines of one article at one width."""

    def __init__(self, text: str, width: int, lines: tuple[Line, ...]) -> None:
        self.text = text
        self.width = width
        self.lines = lines

    @cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        """Starts of the lines that show the article's own words, in the order of the text, and their numbers."""
        placed = sorted((line.start, number) for number, line in enumerate(self.lines) if line.end > line.start)
        return [start for start, _ in placed], [number for _, number in placed]

    def line_of(self, offset: int) -> int:
        """The number of the line that shows this character, or the last one that begins before it."""
        starts, numbers = self._places
        return numbers[max(0, bisect_right(starts, offset) - 1)] if numbers else 0

    @cached_property
    def _first_below(self) -> list[int]:
        """For every line, the first character of the article that it or a line below it shows."""
        starts = [line.start if line.end > line.start else len(self.text) for line in reversed(self.lines)]
        return list(accumulate(starts, min))[::-1]

    def offset_of(self, number: int) -> int:
        """The first character that this line shows, or that a later one does; grows with the number."""
        return self._first_below[max(0, number)] if number < len(self.lines) else len(self.text)

    def visible_span(self, top: int, height: int) -> Span:
        """From the first to the last character of the article shown by `height` lines from `top`."""
        shown = [line for line in self.lines[max(0, top) : top + height] if line.end > line.start]
        return Span(min((line.start for line in shown), default=0), max((line.end for line in shown), default=0))


def lay_out(
    text: str,
    zones: Sequence[Zone],
    width: int,
    *,
    skipped: frozenset[ZoneKind] = frozenset(),
    ruler: Ruler = PLAIN_RULER,
) -> list[Line]:
    """The text's own lines, paragraphs apart by a blank one, what stood around the article on the page without.

    Zones of the kinds skipped are left out.
    """
    lines: list[Line] = []
    previous: Block | None = None
    for block in blocks(text, zones):
        if block.kind in skipped:
            continue
        if previous is not None and not _is_close(previous, block):
            lines.append(BLANK_LINE)
        lines.extend(_block_lines(text, block, width, ruler))
        previous = block
    return lines


def _is_close(block: Block, following: Block) -> bool:
    """Whether no blank line parts two blocks: items of a list, and what is not the article's text."""
    return (block.is_item and following.is_item) or (block.kind in _ASIDE and following.kind in _ASIDE)


def zones_within_lines(text: str, zones: Sequence[Zone]) -> list[tuple[Role, Span]]:
    """The zones that share a line with other words, a dateline for instance, and how they look."""
    return [(_ROLES[zone.kind], zone.span) for zone in sorted(zones) if not fills_lines(text, zone.span)]


def _block_lines(text: str, block: Block, width: int, ruler: Ruler) -> Iterator[Line]:
    role = _ROLES[block.kind] if block.kind else Role.BODY
    start = block.start
    if role is Role.HEADING and (hashes := _MADE_OF_HASHES.match(text, start, block.end)):
        start = hashes.end()
    marker = ITEM.match(text, start, block.end) if block.is_item else None
    hang = marker.end() - marker.start() if marker and marker.end() - marker.start() < width // 2 else 0
    for number, span in enumerate(wrapped(text, start, block.end, width, hang, ruler)):
        yield Line(role, span.start, span.end, hang if number else 0)


def shown(text: str, line: Line) -> tuple[str, Sequence[int]]:
    """The characters that a line shows and the offset of each: every run of blanks is one space."""
    piece = text[line.start : line.end]
    if not DOUBLE_BLANK.search(piece):
        return piece.replace("\n", " ").replace("\t", " "), range(line.start, line.end)
    characters, offsets = [], []
    for match in re.finditer(r"[ \t\n]+|[^ \t\n]", piece):
        characters.append(" " if match.group()[0] in " \t\n" else match.group())
        offsets.append(line.start + match.start())
    return "".join(characters), offsets
