"""Where the lines of one paragraph end, at a width in cells. Knows no Textual."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from aipolicy_index.model import Span

BLANKS = re.compile(r"[ \t\n]+")
"""What stands between words; no-break spaces do not."""
DOUBLE_BLANK = re.compile(r"[ \t\n]{2,}|[\t\n] ")
"""Blanks that are drawn as one."""
_NARROW = re.compile(r"[\n\t\x20-\x7e\xa0-\u02ff\u2010-\u2027\u202f\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff]*")
_TIED = re.compile(r"[,.;:!?»%€]|(?:[kM]|Md)[€$]")
"""What goes with the word before it, on its line: a sign, the unit of an amount."""
_WORD_ENDS = re.compile(r"[ \t\n](?![%€]|(?:[kM]|Md)[€$])|[\u00a0\u202f](?=[:;!?»])")
"""Where a line may be cut: after a word, be it before a sign that goes with the cut, but not before a unit."""
_JOINTS = "-–—/_,;:.?&=@|+"
"""Signs after which a word too long for its line is parted rather than between two letters."""


class Ruler(NamedTuple):
    """How text is measured on this terminal."""

    cells: Callable[[str], int] = len
    """Columns that a text takes."""
    single: re.Pattern[str] = _NARROW
    """Matches a text of which each character takes one column, or of which that is not worth asking."""


PLAIN_RULER = Ruler()
"""One column a character."""


def wrapped(text: str, start: int, end: int, width: int, hang: int = 0, ruler: Ruler = PLAIN_RULER) -> Iterator[Span]:
    """The lines of one paragraph; all but the first are narrower by `hang`. No break before « : », none after « « »."""
    width = max(1, width)
    narrow = ruler.single.fullmatch(text, start, end) is not None
    simple = narrow and DOUBLE_BLANK.search(text, start, end) is None
    room = width
    while start < end:
        cut = _simple_cut(text, start, end, room) if simple else _measured_cut(text, start, end, room, ruler)
        yield Span(start, cut)
        after = BLANKS.match(text, cut, end)
        start = after.end() if after else cut
        room = max(1, width - hang)


@cache
def _longest_fit(width: int) -> re.Pattern[str]:
    return re.compile(rf"(?s)[^ \t\n].{{0,{width - 1}}}(?<![« ])(?=[ \t\n](?!{_TIED.pattern})|\Z)")


def _simple_cut(text: str, start: int, end: int, width: int) -> int:
    """Where the line ends, when each character is one cell and blanks are single."""
    if end - start <= width:
        return end
    if found := _longest_fit(width).match(text, start, end):
        return found.end()
    within = text.rfind(" ", start + 1, start + width + 1)
    return within if within > start else _parted(text, start, start + width)


def _measured_cut(text: str, start: int, end: int, width: int, ruler: Ruler) -> int:
    """Where the line ends, cell by cell: runs of blanks count once, wide characters may part anywhere."""
    cells, cut, position = 0, start, start
    while position < end:
        if blank := BLANKS.match(text, position, end):
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
    return cut if cut > start else _parted(text, start, max(position, start + 1))


def _parted(text: str, start: int, end: int) -> int:
    """Where a word that is longer than its line is parted: behind a sign within it, or else where the line is full."""
    joint = max(text.rfind(sign, start, end) for sign in _JOINTS) + 1
    return joint if joint - start > (end - start) // 3 else end


def end_of_word(text: str, end: int) -> int:
    """The last place up to `end` where a word ends and a cut may be; 0 where there is none."""
    if end >= len(text):
        return len(text)
    return max((found.start() for found in _WORD_ENDS.finditer(text, 0, end + 2) if found.start() <= end), default=0)


def _may_break(text: str, blank: int, after: int, end: int) -> bool:
    return not _TIED.match(text, after, end) and text[blank - 1] != "«"
