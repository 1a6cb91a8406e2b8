"""Making words fit a line: cut at a word, drop the least important first. Knows no Textual."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aipolicy_tui.widgets.breaking import PLAIN_RULER, Ruler, end_of_word, wrapped

GAP = "  "
"""Between two hints of a line."""

HANGING = " \u00a0\u202f,;:.«“(–—-"
"""What no cut line ends with, before its ellipsis."""


class Part(NamedTuple):
    """A few characters drawn in one style; `style` names a role of the theme, empty for plain."""

    text: str
    style: str = ""


Parts = tuple[Part, ...]


def cut(text: str, width: int, ellipsis: str, ruler: Ruler = PLAIN_RULER) -> str:
    """The text on one line of at most `width` cells; what is too long ends at a word, with the ellipsis."""
    text = " ".join(text.split())
    if ruler.cells(text) <= width:
        return text
    room = width - ruler.cells(ellipsis)
    if room < 1:
        return ellipsis[:width]
    first = next(iter(wrapped(text, 0, len(text), room, 0, ruler)))
    words = text[: max(first.end, end_of_word(text, room))].rstrip(HANGING)
    # Wide letters: the words up to so many characters may take more columns.
    return (words if ruler.cells(words) <= room else text[: first.end].rstrip(HANGING)) + ellipsis


def within(parts: Parts, width: int, ellipsis: str, ruler: Ruler = PLAIN_RULER) -> Parts:
    """The parts as far as a line of this width has room: the one at its end is cut at a word, the rest left out."""
    room = width
    for number, part in enumerate(parts):
        cells = ruler.cells(part.text)
        if cells > room:
            blank = " " * min(room, len(part.text) - len(part.text.lstrip()))
            rest = cut(part.text, room - len(blank), ellipsis, ruler)
            return (*parts[:number], part._replace(text=blank + rest))
        room -= cells
    return parts


def wrap_at_most(
    text: str, width: int, lines: int, ellipsis: str, ruler: Ruler = PLAIN_RULER, *, hang: int = 0
) -> list[str]:
    """The text on at most `lines` lines, the last one cut at a word where there is more.

    Lines after the first are narrower by `hang`; what calls indents them.
    """
    text = " ".join(text.split())
    found: list[str] = []
    for span in wrapped(text, 0, len(text), width, hang, ruler):
        if len(found) == lines - 1:
            room = width - hang if found else width
            return [*found, cut(text[span.start :], room, ellipsis, ruler)]
        found.append(text[span.start : span.end])
    return found


def fit_line(
    left: Sequence[Sequence[Part]],
    right: Sequence[Sequence[Part]],
    width: int,
    gap: str = GAP,
    ruler: Ruler = PLAIN_RULER,
) -> Parts:
    """One line with pieces at the left and at the right, `gap` between them; what does not fit is dropped whole.

    Pieces come in order of importance: the first of the left, the first of the right, then by turns. The first of
    the left is always kept.
    """
    turns = sorted(
        [(number, 0, piece) for number, piece in enumerate(left)]
        + [(number, 1, piece) for number, piece in enumerate(right)],
        key=lambda turn: turn[:2],
    )
    kept: tuple[list[Sequence[Part]], list[Sequence[Part]]] = ([], [])
    cells, between = [0, 0], ruler.cells(gap)
    closed: set[int] = set()
    for number, side, piece in turns:
        more = parts_width(piece, ruler) + (between if kept[side] else 0)
        parting = len(GAP) if kept[1 - side] else 0
        if (side, number) == (0, 0) or (side not in closed and sum(cells) + more + parting <= width):
            kept[side].append(piece)
            cells[side] += more
        else:
            closed.add(side)
    return (*_spaced(kept[0], gap), Part(" " * max(0, width - sum(cells))), *_spaced(kept[1], gap))


def _spaced(pieces: Sequence[Sequence[Part]], gap: str) -> Parts:
    spaced: list[Part] = []
    for number, piece in enumerate(pieces):
        if number:
            spaced.append(Part(gap, "dim"))
        spaced.extend(piece)
    return tuple(spaced)


def parts_width(parts: Sequence[Part], ruler: Ruler = PLAIN_RULER) -> int:
    """How many cells the parts take."""
    return sum(ruler.cells(part.text) for part in parts)
