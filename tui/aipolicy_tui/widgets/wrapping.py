"""An article's text laid out in lines of a given width, each of which knows which stretch of the text it shows.

Nothing here knows Textual. Widths are cells, offsets are characters of the article's text. Sources that were broken
at a fixed column are flowed again: a line then shows a stretch with line feeds in it, drawn as spaces.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from itertools import accumulate, pairwise

from aipolicy_index.model import Span, Zone, ZoneKind

_BLANKS = re.compile(r"[ \t\n]+")
_DOUBLE_BLANK = re.compile(r"[ \t\n]{2,}|[\t\n] ")
_NARROW = re.compile(r"[\n\t\x20-\x7e\xa0-\u02ff\u2010-\u2027\u202f\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff]*")
_ITEM = re.compile(r"(?:[-–—•*▪◦]|\d{1,2}[.)]|[a-z]\))[ \t\u00a0]+")
_NO_BREAK_BEFORE = ",.;:!?»%€"
_MADE_OF_HASHES = re.compile(r"#{1,6}[ \t]+")


@dataclass(frozen=True, slots=True)
class Ruler:
    """How text is measured on this terminal."""

    cells: Callable[[str], int] = len
    """Columns that a text takes."""
    single: re.Pattern[str] = _NARROW
    """Matches a text of which each character takes one column, or of which that is not worth asking."""


PLAIN_RULER = Ruler()
"""One column a character."""


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


@dataclass(frozen=True, slots=True)
class Line:
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


@dataclass(frozen=True, slots=True)
class View:
    """What is in view of a layout: the first character, and for the same width the line it is on."""

    offset: int = 0
    line: int = 0
    width: int = 0


@dataclass(frozen=True)
class Layout:
    """The lines of one article at one width."""

    text: str
    width: int
    lines: tuple[Line, ...]

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
    """The text's own lines, paragraphs apart by a blank one. Zones of the kinds skipped are left out."""
    lines: list[Line] = []
    previous: Block | None = None
    for block in blocks(text, zones):
        if block.kind in skipped:
            continue
        if previous is not None and not (block.is_item and previous.is_item):
            lines.append(BLANK_LINE)
        lines.extend(_block_lines(text, block, width, ruler))
        previous = block
    return lines


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as it is shown: a line of the source, or several that were broken at a fixed column."""

    start: int
    end: int
    kind: ZoneKind | None = None
    is_item: bool = False
    """A line of a list: stays close to the one before."""


def blocks(text: str, zones: Sequence[Zone]) -> Iterator[Block]:
    """The paragraphs of the text in order, without the blanks around them; each lies in one zone or in none.

    A zone that is only a part of a line does not part it: see `zones_within_lines`.
    """
    flowed = was_hard_wrapped(text)
    for start, end, kind in _stretches(len(text), [zone for zone in zones if _fills_lines(text, zone.span)]):
        for block in _joined(text, start, end) if flowed else _single_lines(text, start, end):
            yield Block(block.start, block.end, kind, _ITEM.match(text, block.start, block.end) is not None)


def zones_within_lines(text: str, zones: Sequence[Zone]) -> list[tuple[Role, Span]]:
    """The zones that share a line with other words, a dateline for instance, and how they look."""
    return [(_ROLES[zone.kind], zone.span) for zone in sorted(zones) if not _fills_lines(text, zone.span)]


def _fills_lines(text: str, span: Span) -> bool:
    """Whether nothing but blanks stands beside the span on its first and on its last line."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    line_end = text.find("\n", span.end)
    after = text[span.end : line_end if line_end >= 0 else len(text)]
    return not before.strip() and not after.strip()


def _stretches(length: int, zones: Sequence[Zone]) -> Iterator[tuple[int, int, ZoneKind | None]]:
    position = 0
    for zone in sorted(zones):
        start, end = max(position, zone.span.start), min(length, zone.span.end)
        if start >= end:
            continue
        if position < start:
            yield position, start, None
        yield start, end, zone.kind
        position = end
    if position < length:
        yield position, length, None


def _single_lines(text: str, start: int, end: int) -> Iterator[Span]:
    position = start
    for line in text[start:end].split("\n"):
        if stripped := line.strip():
            first = position + len(line) - len(line.lstrip())
            yield Span(first, first + len(stripped))
        position += len(line) + 1


def _joined(text: str, start: int, end: int) -> Iterator[Span]:
    """Lines that follow each other without an empty one between are one paragraph, unless a list item begins."""
    open_block: Span | None = None
    for line in _single_lines(text, start, end):
        close = open_block is not None and text.count("\n", open_block.end, line.start) == 1
        if open_block is not None and close and not _ITEM.match(text, line.start, line.end):
            open_block = Span(open_block.start, line.end)
            continue
        if open_block is not None:
            yield open_block
        open_block = line
    if open_block is not None:
        yield open_block


@lru_cache(maxsize=8)
def was_hard_wrapped(text: str) -> bool:
    """Whether the source was broken at a fixed column: nearly every line that another follows directly is full.

    A line is full when the first word of the next would not have fitted within the longest line.
    """
    lines = text.split("\n")
    pairs = [(a.rstrip(), b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    longest = max((len(line) for line in lines), default=0)
    if len(pairs) < 4 or not 30 <= longest <= 120:
        return False
    full = sum(len(line) + 1 + len(following.split(None, 1)[0]) > longest - 2 for line, following in pairs)
    return full >= 0.8 * len(pairs)


def _block_lines(text: str, block: Block, width: int, ruler: Ruler) -> Iterator[Line]:
    role = _ROLES[block.kind] if block.kind else Role.BODY
    start = block.start
    if role is Role.HEADING and (hashes := _MADE_OF_HASHES.match(text, start, block.end)):
        start = hashes.end()
    marker = _ITEM.match(text, start, block.end) if block.is_item else None
    hang = marker.end() - marker.start() if marker and marker.end() - marker.start() < width // 2 else 0
    for number, span in enumerate(wrapped(text, start, block.end, width, hang, ruler)):
        yield Line(role, span.start, span.end, hang if number else 0)


def wrapped(text: str, start: int, end: int, width: int, hang: int = 0, ruler: Ruler = PLAIN_RULER) -> Iterator[Span]:
    """The lines of one paragraph; all but the first are narrower by `hang`. No break before « : », none after « « »."""
    width = max(1, width)
    narrow = ruler.single.fullmatch(text, start, end) is not None
    simple = narrow and _DOUBLE_BLANK.search(text, start, end) is None
    room = width
    while start < end:
        cut = _simple_cut(text, start, end, room) if simple else _measured_cut(text, start, end, room, ruler)
        yield Span(start, cut)
        after = _BLANKS.match(text, cut, end)
        start = after.end() if after else cut
        room = max(1, width - hang)


@cache
def _longest_fit(width: int) -> re.Pattern[str]:
    return re.compile(rf"(?s)[^ \t\n].{{0,{width - 1}}}(?<![« ])(?=[ \t\n](?![{_NO_BREAK_BEFORE}])|\Z)")


def _simple_cut(text: str, start: int, end: int, width: int) -> int:
    """Where the line ends, when each character is one cell and blanks are single."""
    if end - start <= width:
        return end
    if found := _longest_fit(width).match(text, start, end):
        return found.end()
    within = text.rfind(" ", start + 1, start + width + 1)
    return within if within > start else start + width


def _measured_cut(text: str, start: int, end: int, width: int, ruler: Ruler) -> int:
    """Where the line ends, cell by cell: runs of blanks count once, wide characters may part anywhere."""
    cells, cut, position = 0, start, start
    while position < end:
        if blank := _BLANKS.match(text, position, end):
            if _may_break(text, position, blank.end(), end):
                cut = position
            cells, following = cells + 1, blank.end()
        else:
            size = ruler.cells(text[position])
            if size == 2 and position > start:
                cut = position
            cells, following = cells + size, position + 1
        if cells > width:
            break
        position = following
    else:
        return end
    return cut if cut > start else max(position, start + 1)


def _may_break(text: str, blank: int, after: int, end: int) -> bool:
    return not (after < end and text[after] in _NO_BREAK_BEFORE) and text[blank - 1] != "«"


def shown(text: str, line: Line) -> tuple[str, Sequence[int]]:
    """The characters that a line shows and the offset of each: every run of blanks is one space."""
    piece = text[line.start : line.end]
    if not _DOUBLE_BLANK.search(piece):
        return piece.replace("\n", " ").replace("\t", " "), range(line.start, line.end)
    characters, offsets = [], []
    for match in re.finditer(r"[ \t\n]+|[^ \t\n]", piece):
        characters.append(" " if match.group()[0] in " \t\n" else match.group())
        offsets.append(line.start + match.start())
    return "".join(characters), offsets
