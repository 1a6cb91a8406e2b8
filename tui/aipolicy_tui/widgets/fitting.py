"""Making words fit a line: cut at a word, drop the least important first. Knows no Textual."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aipolicy_tui.widgets.wrapping import CellLength, wrapped

GAP = "  "
"""Between two hints of a line."""


@dataclass(frozen=True, slots=True)
class Part:
    """A few characters drawn in one style; `style` names a role of the theme, empty for plain."""

    text: str
    style: str = ""


Parts = tuple[Part, ...]


def cut(text: str, width: int, ellipsis: str, cell_length: CellLength = len) -> str:
    """The text on one line of at most `width` cells; what is too long ends at a word, with the ellipsis."""
    text = " ".join(text.split())
    if cell_length(text) <= width:
        return text
    room = width - cell_length(ellipsis)
    if room < 1:
        return ellipsis[:width]
    first = next(iter(wrapped(text, 0, len(text), room, 0, cell_length)))
    return text[first.start : first.end].rstrip(" ,;:.") + ellipsis


def wrap_at_most(text: str, width: int, lines: int, ellipsis: str, cell_length: CellLength = len) -> list[str]:
    """The text on at most `lines` lines, the last one cut at a word where there is more."""
    text = " ".join(text.split())
    found: list[str] = []
    for span in wrapped(text, 0, len(text), width, 0, cell_length):
        if len(found) == lines - 1:
            return [*found, cut(text[span.start :], width, ellipsis, cell_length)]
        found.append(text[span.start : span.end])
    return found


def fit_line(
    left: Sequence[Sequence[Part]], right: Sequence[Sequence[Part]], width: int, cell_length: CellLength = len
) -> Parts:
    """One line with pieces at the left and at the right; a piece that does not fit is dropped whole.

    Pieces come in order of importance, the first of the left before the first of the right, then by turns.
    """
    kept_left, kept_right, room = 0, 0, width
    turns = sorted(
        [(number, 0, piece) for number, piece in enumerate(left)]
        + [(number, 1, piece) for number, piece in enumerate(right)],
        key=lambda turn: turn[:2],
    )
    open_sides = {0, 1}
    for _, side, piece in turns:
        first_of_side = (kept_left if side == 0 else kept_right) == 0
        needed = parts_width(piece, cell_length) + (0 if first_of_side and kept_left + kept_right == 0 else len(GAP))
        if side not in open_sides or needed > room:
            open_sides.discard(side)
            continue
        room -= needed
        kept_left, kept_right = kept_left + (side == 0), kept_right + (side == 1)
    return _assembled(left[:kept_left], right[:kept_right], width, cell_length)


def _assembled(
    left: Sequence[Sequence[Part]], right: Sequence[Sequence[Part]], width: int, cell_length: CellLength
) -> Parts:
    at_left, at_right = _spaced(left), _spaced(right)
    blank = width - parts_width(at_left, cell_length) - parts_width(at_right, cell_length)
    return (*at_left, Part(" " * max(0, blank)), *at_right)


def _spaced(pieces: Sequence[Sequence[Part]]) -> Parts:
    spaced: list[Part] = []
    for number, piece in enumerate(pieces):
        if number:
            spaced.append(Part(GAP))
        spaced.extend(piece)
    return tuple(spaced)


def parts_width(parts: Sequence[Part], cell_length: CellLength = len) -> int:
    """How many cells the parts take."""
    return sum(cell_length(part.text) for part in parts)
