"""What the list shows of an article or of a hit, on one to three lines. Knows no Textual."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from aipolicy_index.model import Hit, Provenance, Row, Span
from aipolicy_tui.messages import chosen, say
from aipolicy_tui.terminal.charset import Glyphs
from aipolicy_tui.widgets.breaking import PLAIN_RULER, Ruler, end_of_word
from aipolicy_tui.widgets.fitting import HANGING, Part, Parts, wrap_at_most
from aipolicy_tui.widgets.marks import marked_text
from aipolicy_tui.wording.values import short_date

_TALL = 30
"""Lines of a list from which a title has two of them, as long as nothing is searched; so it has in a short list."""

_ARTICLE = re.compile(r"(?:the|le|la|les)\s+|l['’]", re.IGNORECASE)
"""What begins the names of half of all outlets, and tells none of them."""

_UNSURE_DAYS = frozenset({Provenance.FILE_TIME, Provenance.DERIVED})


class RowShape(NamedTuple):
    """How many lines a row of the list has, and what stands on them."""

    lines: int
    with_date: bool
    """Date and outlet on the first line, the title below; else the title alone."""
    with_snippet: bool = False
    """The last line is the passage that was found."""
    title_lines: int = 1
    """How many lines the title may take."""


def row_shape(width: int, height: int, searching: bool, count: int = 1_000) -> RowShape:
    """The shape for a list of this size and so many rows: a line for the day and one or two for the title, or the
    title alone."""
    roomy = width >= 26 and height >= 14
    if not searching:
        title_lines = 2 if height >= _TALL or 3 * count <= height else 1
        return RowShape(1 + title_lines, True, title_lines=title_lines) if roomy else RowShape(1, False)
    if roomy and height >= 26:
        title_lines = 2 if 4 * count <= height else 1
        return RowShape(2 + title_lines, True, True, title_lines)
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
    first = 1 if shape.with_date else 0
    titles = wrap_at_most(row.display_title, room, shape.title_lines, glyphs.ellipsis, ruler)
    title = Part(titles[line - first] if line - first < len(titles) else "", _title_style(row))
    return (Part("   "), title) if shape.with_date else (*marks, title)


def _state_marks(row: Row, glyphs: Glyphs) -> Parts:
    """Three columns: unread, starred, a blank."""
    unread = Part(" ", "") if row.read else Part(glyphs.unread, "unread")
    starred = Part(glyphs.starred, "starred") if row.starred else Part(" ", "")
    return unread, starred, Part(" ")


def _title_style(row: Row) -> str:
    return "row_title_read" if row.read else "row_title"


def _date_outlet_and_tags(row: Row, width: int, glyphs: Glyphs, ruler: Ruler) -> Parts:
    """The day in a column of its own, then outlet and tags: the tags give way to the outlet's first half."""
    day = short_date(row.published) or say("date.unknown")
    if row.published_from in _UNSURE_DAYS:
        day = say("date.unsure", date=day)
    day = day.ljust(_day_columns(chosen()))
    outlet, tags = row.outlet or "", " ".join(f"#{tag}" for tag in row.tags)
    room = max(0, width - ruler.cells(day) - 1)
    kept = max(0, room - 1 - ruler.cells(tags)) if tags and outlet else room
    outlet = _cut_outlet(outlet, max(kept, room // 2), glyphs, ruler)
    between = " " if outlet and tags else ""
    tags = cut_plain(tags, room - ruler.cells(outlet + between), glyphs.ellipsis, ruler) if tags else ""
    return Part(day, "dim"), Part(" "), Part(outlet, "dim"), Part(between), Part(tags, "accent")


def _cut_outlet(outlet: str, width: int, glyphs: Glyphs, ruler: Ruler) -> str:
    """An outlet's name on so many columns: without its article where more of the name is left then."""
    whole = cut_plain(outlet, width, glyphs.ellipsis, ruler)
    article = _ARTICLE.match(outlet)
    if article is None or whole == outlet:
        return whole
    bare = cut_plain(outlet[article.end() :], width, glyphs.ellipsis, ruler)
    return bare if len(bare) > len(whole) - article.end() else whole


@cache
def _day_columns(language: str) -> int:
    """Columns of the days of most months, an unsure one's sign included; `language` is the one that is spoken."""
    days = (short_date(f"2025-{month:02}-28") for month in range(1, 13))
    return sorted(len(say("date.unsure", date=day)) for day in days)[5]


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
    room = width - ruler.cells(ellipsis)
    if ruler.cells(line) <= width:
        return line
    end = min(len(line), max(0, room))
    while end and ruler.cells(line[:end]) > room:
        end -= 1
    word = end_of_word(line, end)
    return (line[:word] if word > keep else line[:end]).rstrip(HANGING) + ellipsis
