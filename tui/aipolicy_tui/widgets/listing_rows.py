"""What the list shows of an article or of a hit, on one to three lines. Knows no Textual."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aipolicy_index.model import Hit, Provenance, Row, Span
from aipolicy_tui.messages import say
from aipolicy_tui.terminal.charset import Glyphs
from aipolicy_tui.widgets.breaking import PLAIN_RULER, Ruler
from aipolicy_tui.widgets.fitting import Part, Parts
from aipolicy_tui.widgets.marks import marked_text
from aipolicy_tui.wording.values import short_date

_HANGING = " \u00a0\u202f,;:.«“(–—-"
"""What no cut line ends with, before its ellipsis."""

_UNSURE_DAYS = frozenset({Provenance.FILE_TIME, Provenance.DERIVED})


class RowShape(NamedTuple):
    """How many lines a row of the list has, and what stands on them."""

    lines: int
    with_date: bool
    """Date and outlet on the first line, the title below; else the title alone."""
    with_snippet: bool = False
    """The last line is the passage that was found."""


def row_shape(width: int, height: int, searching: bool) -> RowShape:
    """The shape for a list of this size: two lines where there is room, the title alone where there is not."""
    roomy = width >= 26 and height >= 14
    if not searching:
        return RowShape(2, True) if roomy else RowShape(1, False)
    if roomy and height >= 26:
        return RowShape(3, True, True)
    return RowShape(2, False, True) if height >= 8 else RowShape(1, False)


def row_line(
    row: Row, hit: Hit | None, shape: RowShape, line: int, width: int, glyphs: Glyphs, ruler: Ruler = PLAIN_RULER
) -> Parts:
    """One line of a row."""
    if shape.with_snippet and line == shape.lines - 1:
        return (Part("   "), *_snippet(hit, width - 3, glyphs, ruler)) if hit else ()
    marks = _state_marks(row, glyphs)
    room = width - 3
    if shape.with_date and line == 0:
        return (*marks, *_date_outlet_and_tags(row, room, glyphs, ruler))
    title = Part(cut_plain(row.display_title, room, glyphs.ellipsis, ruler), _title_style(row))
    return (Part("   "), title) if shape.with_date else (*marks, title)


def _state_marks(row: Row, glyphs: Glyphs) -> Parts:
    """Three columns: unread, starred, a blank."""
    unread = Part(" ", "") if row.read else Part(glyphs.unread, "unread")
    starred = Part(glyphs.starred, "starred") if row.starred else Part(" ", "")
    return unread, starred, Part(" ")


def _title_style(row: Row) -> str:
    return "row_title_read" if row.read else "row_title"


def _date_outlet_and_tags(row: Row, width: int, glyphs: Glyphs, ruler: Ruler) -> Parts:
    day = short_date(row.published) or say("date.unknown")
    if row.published_from in _UNSURE_DAYS:
        day = f"{day} ?"
    padded = day.ljust(11)
    room = width - ruler.cells(padded) - 1
    tags = " ".join(f"#{tag}" for tag in row.tags)
    tags = cut_plain(tags, room if not row.outlet else room // 2, glyphs.ellipsis, ruler) if tags else ""
    after = ruler.cells(tags) + 1 if tags else 0
    outlet = cut_plain(row.outlet, room - after, glyphs.ellipsis, ruler) if row.outlet else ""
    between = " " if outlet and tags else ""
    return Part(padded, "dim"), Part(" "), Part(outlet, "dim"), Part(between), Part(tags, "accent")


def _snippet(hit: Hit, width: int, glyphs: Glyphs, ruler: Ruler) -> Parts:
    """One line of the passage, with its first match in view; of an article like another, the words that they share."""
    if hit.shared:
        return _shared_words(hit.shared, width, ruler)
    text, marks = hit.snippet.text, hit.snippet.marks
    start = _snippet_start(text, marks, width)
    lead = glyphs.ellipsis if start else ""
    rest = text[start:]
    needed = marks[0].end - start - 1 if marks else 0
    kept = cut_plain(rest, width - ruler.cells(lead), glyphs.ellipsis, ruler, needed)
    moved = [type(mark)(mark.start - start, min(mark.end - start, len(kept))) for mark in marks if mark.end > start]
    return (Part(lead, "dim"), *marked_text(kept, moved, "dim", "match"))


def _shared_words(words: Sequence[str], width: int, ruler: Ruler) -> Parts:
    """As many whole words as there is room for, the first one always."""
    shown = words[0]
    for word in words[1:]:
        if ruler.cells(f"{shown}, {word}") > width:
            break
        shown = f"{shown}, {word}"
    return (Part(shown, "match"),)


def _snippet_start(text: str, marks: Sequence[Span], width: int) -> int:
    """Where the line begins, at a word, so that the first match is in view with those beside it that fit."""
    if not marks:
        return 0
    first = marks[0].start
    end = max((mark.end for mark in marks if mark.end - first <= width - 2), default=marks[0].end)
    if end <= width - 2:
        return 0
    left_over = width - 2 - (end - first)
    wanted = max(0, first - min(width // 4, max(0, left_over)))
    blank = text.find(" ", wanted, first)
    return blank + 1 if blank >= 0 else first


def cut_plain(text: str, width: int, ellipsis: str, ruler: Ruler = PLAIN_RULER, keep: int = 0) -> str:
    """The text on one line, each character in its place; what is too long ends at a word, with the ellipsis.

    A word is parted where it is the first, or where less than `keep` characters would be left.
    """
    line = text.replace("\n", " ").replace("\t", " ")
    if ruler.cells(line) <= width:
        return line
    end = min(len(line), max(0, width - ruler.cells(ellipsis)))
    while end and ruler.cells(line[:end]) > width - ruler.cells(ellipsis):
        end -= 1
    blank = line.rfind(" ", 0, end + 1)
    return (line[:blank] if blank > keep else line[:end]).rstrip(_HANGING) + ellipsis
