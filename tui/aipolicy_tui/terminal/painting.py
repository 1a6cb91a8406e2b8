"""The difference between what the terminal shows and what it should show, written as few bytes."""

from __future__ import annotations

from collections.abc import Mapping

from .cells import WIDE_TAIL, Row, is_doubtful
from .scrolling import Shift, find_shift
from .sgr import PLAIN
from .wire import Wire

NARROW_GAP = 4
"""Unchanged cells that are cheaper to send again than to step over (a step takes four bytes)."""

WORTH_ERASING = 9
"""Blank cells from which erasing and stepping over them takes fewer bytes than spaces."""


class Canvas:
    """What the terminal shows, row by row, and the wire that changes it."""

    def __init__(self, width: int, height: int, wire: Wire) -> None:
        self.width = width
        self.height = height
        self.rows = [Row.blank(width) for _ in range(height)]
        self.wire = wire

    def paint(self, rows: Mapping[int, Row]) -> None:
        """Put on the wire what makes the terminal show these rows, by moving old ones where that is shorter."""
        changed = {y: row for y, row in rows.items() if row != self.rows[y]}
        if not changed:
            return
        shift = find_shift(self.rows, changed)
        if shift is not None and self._paint_shifted(changed, shift):
            return
        _draw(self.wire, self.rows, changed)
        self._keep(changed)

    def _paint_shifted(self, rows: Mapping[int, Row], shift: Shift) -> bool:
        """Paint by moving rows first, if that takes fewer bytes than painting in place."""
        region = slice(shift.top, shift.bottom + 1)
        wanted = {y: rows.get(y, self.rows[y]) for y in range(shift.top, shift.bottom + 1)} | dict(rows)
        moved = self.rows[:]
        moved[region] = shift.applied(self.rows[region], Row.blank(self.width))
        by_shift, in_place = self.wire.fork(), self.wire.fork()
        by_shift.shift(shift.top, shift.bottom, shift.distance)
        _draw(by_shift, moved, wanted)
        _draw(in_place, self.rows, rows)
        shorter = by_shift.length() < in_place.length()
        self.wire.join(by_shift if shorter else in_place)
        self._keep(rows)
        return True

    def _keep(self, rows: Mapping[int, Row]) -> None:
        for y, row in rows.items():
            self.rows[y] = row


def _draw(wire: Wire, shown: list[Row], wanted: Mapping[int, Row]) -> None:
    for y in sorted(wanted):
        if wanted[y] != shown[y]:
            _draw_row(wire, y, shown[y], wanted[y])


def _draw_row(wire: Wire, y: int, old: Row, new: Row) -> None:
    tail = _blank_tail(new)
    for start, end in _runs(old, new):
        if start >= tail:
            break
        _draw_run(wire, y, new, start, min(end, tail))
    changed = next((x for x in range(tail, len(new.texts)) if _differs(old, new, x)), None)
    if changed is not None:
        wire.move(changed, y)
        wire.erase_rest()


def _draw_run(wire: Wire, y: int, row: Row, start: int, end: int) -> None:
    """Write changed cells, long blanks among them by erasing."""
    while start < end:
        blank = _next_blank(row, start, end) if wire.erases else (end, end)
        if blank[0] > start:
            wire.move(start, y)
            wire.cells(row, start, blank[0])
        if blank[1] > blank[0]:
            wire.move(blank[0], y)
            wire.erase(blank[1] - blank[0])
        start = blank[1]


def _next_blank(row: Row, start: int, end: int) -> tuple[int, int]:
    """The first stretch of plain blanks that is worth erasing, or an empty one at the end."""
    first = start
    for x in range(start, end + 1):
        if x < end and row.texts[x] == " " and row.pens[x] is PLAIN:
            continue
        if x - first >= WORTH_ERASING:
            return first, x
        first = x + 1
    return end, end


def _blank_tail(row: Row) -> int:
    """The column from which a row shows nothing, in the terminal's own colours."""
    texts, pens = row.texts, row.pens
    tail = len(texts)
    while tail and texts[tail - 1] == " " and pens[tail - 1] is PLAIN:
        tail -= 1
    return tail


def _runs(old: Row, new: Row) -> list[tuple[int, int]]:
    """Stretches of columns to write: what differs, over narrow gaps, never half of a wide character."""
    width = len(new.texts)
    runs: list[tuple[int, int]] = []
    for x in range(width):
        if not _differs(old, new, x):
            continue
        if is_doubtful(old.texts[x]) or is_doubtful(new.texts[x]):
            # What such a character left in the columns after it is not known.
            return [*runs, (_whole(new, x)[0], width)]
        start, end = _whole(new, x)
        if runs and start - runs[-1][1] <= NARROW_GAP and _same_pen(new, runs[-1][1] - 1, start):
            start = runs.pop()[0]
        runs.append((start, end))
    return runs


def _whole(row: Row, x: int) -> tuple[int, int]:
    """The columns of the character that stands on a column."""
    start, end = x, x + 1
    while start and row.texts[start] == WIDE_TAIL:
        start -= 1
    while end < len(row.texts) and row.texts[end] == WIDE_TAIL:
        end += 1
    return start, end


def _differs(old: Row, new: Row, x: int) -> bool:
    return new.texts[x] != old.texts[x] or new.pens[x] is not old.pens[x]


def _same_pen(row: Row, first: int, last: int) -> bool:
    return all(row.pens[x] is row.pens[first] for x in range(first, last))
