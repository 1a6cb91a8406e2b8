"""The difference between what the terminal shows and what it should show, written as few bytes."""

from __future__ import annotations

from collections.abc import Mapping
from operator import ne

from .cells import Row, is_doubtful, is_simple
from .scrolling import Shift, find_shift
from .sgr import PLAIN
from .wire import Wire

NARROW_GAP = 4
"""Unchanged cells that are cheaper to send again than to step over (a step takes four bytes)."""

WORTH_ERASING = 9
"""Blank cells from which erasing and stepping over them takes fewer bytes than spaces."""

_FEW_CELLS = 24
"""Changed cells below which moving rows, some twenty bytes of commands, is not looked for."""

UNKNOWN_TEXT = "\0"
"""The text of a cell of which nothing is known; no row that is to be shown has it."""


class Canvas:
    """What the terminal shows, row by row, and the wire that changes it."""

    def __init__(self, width: int, height: int, wire: Wire) -> None:
        self.width = width
        self.height = height
        self.rows = [Row.blank(width) for _ in range(height)]
        self.wire = wire

    def forget(self) -> None:
        """Something is on the terminal, and what it is is not known: every cell will be written once."""
        self.rows = [Row([UNKNOWN_TEXT] * self.width, [PLAIN] * self.width) for _ in range(self.height)]

    def whole(self) -> str:
        """What makes an empty terminal show all that this one does."""
        other = Canvas(self.width, self.height, self.wire.fresh())
        other.wire.move(0, 0)
        other.paint(dict(enumerate(self.rows)))
        return other.wire.take()

    def paint(self, rows: Mapping[int, Row]) -> None:
        """Put on the wire what makes the terminal show these rows, by moving old ones where that is shorter."""
        changed = {y: row for y, row in rows.items() if row != self.rows[y]}
        if not changed:
            return
        shift = None if self._are_few_cells(changed) else find_shift(self.rows, changed)
        if shift is None:
            _draw(self.wire, self.rows, changed)
            self._keep(changed)
        else:
            self._paint_shifted(changed, shift)

    def _are_few_cells(self, rows: Mapping[int, Row]) -> bool:
        """Whether so little changed, as when a selection moves, that moving rows cannot be shorter."""
        left = _FEW_CELLS
        for y, row in rows.items():
            old = self.rows[y]
            left -= sum(map(ne, old.texts, row.texts)) + sum(map(ne, old.pens, row.pens))
            if left < 0:
                return False
        return True

    def _paint_shifted(self, rows: Mapping[int, Row], shift: Shift) -> None:
        """Paint by moving rows first, if that takes fewer bytes than painting in place."""
        region = slice(shift.top, shift.bottom + 1)
        wanted = {y: rows.get(y, self.rows[y]) for y in range(shift.top, shift.bottom + 1)} | dict(rows)
        moved = self.rows[:]
        moved[region] = shift.applied(self.rows[region], Row.blank(self.width))
        by_shift, in_place = self.wire.fork(), self.wire.fork()
        by_shift.shift(shift.top, shift.bottom, shift.distance)
        _draw(by_shift, moved, wanted)
        # A cell takes at least a byte: most of the time that settles it without drawing twice.
        if by_shift.length() > sum(_difference(self.rows[y], row) for y, row in rows.items()):
            _draw(in_place, self.rows, rows)
            if in_place.length() <= by_shift.length():
                by_shift = in_place
        self.wire.join(by_shift)
        self._keep(rows)

    def _keep(self, rows: Mapping[int, Row]) -> None:
        for y, row in rows.items():
            self.rows[y] = row


def _difference(old: Row, new: Row) -> int:
    return sum(map(ne, old.texts, new.texts))


def _draw(wire: Wire, shown: list[Row], wanted: Mapping[int, Row]) -> None:
    for y in sorted(wanted):
        if wanted[y] != shown[y]:
            _draw_row(wire, y, shown[y], wanted[y])


def _draw_row(wire: Wire, y: int, old: Row, new: Row) -> None:
    runs = _runs(old, new)
    doubtful = _first_doubtful(old, new)
    if doubtful is not None and runs[-1][1] > doubtful:
        _draw_doubtful(wire, y, new, doubtful)
        runs = [(start, min(end, doubtful)) for start, end in runs if start < doubtful]
    tail = _blank_tail(new)
    for start, end in runs:
        if start >= tail:
            wire.move(start, y)
            wire.erase_rest()
            return
        _draw_run(wire, y, new, start, min(end, tail))
        if end > tail:
            wire.move(tail, y)
            wire.erase_rest()
            return


def _draw_doubtful(wire: Wire, y: int, row: Row, start: int) -> None:
    """Write a row from its first doubtful character on, blank first and then only what is not.

    Where such characters really stand, and what they left in the columns after them, is not known; one that takes more
    columns than it was given may spread over the blanks behind it.
    """
    wire.move(start, y)
    wire.erase_rest()
    for first, end in _stretches(row, start):
        wire.move(first, y)
        wire.cells(row, first, end)


def _stretches(row: Row, start: int) -> list[tuple[int, int]]:
    """The columns that show something, single blanks between them included."""
    stretches: list[tuple[int, int]] = []
    for x in range(start, len(row.texts)):
        if row.texts[x] == " " and row.pens[x] is PLAIN:
            continue
        if stretches and x - stretches[-1][1] <= 1:
            stretches[-1] = (stretches[-1][0], x + 1)
        else:
            stretches.append((x, x + 1))
    return stretches


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
    while tail >= _STRIDE and texts[tail - _STRIDE : tail] == _BLANKS and pens[tail - _STRIDE : tail] == _PLAINS:
        tail -= _STRIDE
    while tail and texts[tail - 1] == " " and pens[tail - 1] is PLAIN:
        tail -= 1
    return tail


_STRIDE = 16
_BLANKS = [" "] * _STRIDE
_PLAINS = [PLAIN] * _STRIDE


def _runs(old: Row, new: Row) -> list[tuple[int, int]]:
    """Stretches of columns to write: what differs, over narrow gaps. Both columns of a wide character always differ."""
    changed = _changed(old, new)
    runs: list[tuple[int, int]] = []
    start = end = -1
    for x in changed:
        if start >= 0 and (x == end or (x - end <= NARROW_GAP and _is_cheap(new, end, x))):
            end = x + 1
            continue
        if start >= 0:
            runs.append((start, end))
        start, end = x, x + 1
    if start >= 0:
        runs.append((start, end))
    return runs


def _changed(old: Row, new: Row) -> list[int]:
    """The columns that differ."""
    if old.pens == new.pens:
        return [x for x, (was, text) in enumerate(zip(old.texts, new.texts, strict=True)) if was != text]
    return [
        x
        for x, (was, text, used, pen) in enumerate(zip(old.texts, new.texts, old.pens, new.pens, strict=True))
        if was != text or used is not pen
    ]


def _first_doubtful(old: Row, new: Row) -> int | None:
    if is_simple(old.texts) and is_simple(new.texts):
        return None
    return next(
        (x for x, pair in enumerate(zip(old.texts, new.texts, strict=True)) if any(map(is_doubtful, pair))), None
    )


def _is_cheap(row: Row, start: int, end: int) -> bool:
    """Whether unchanged columns cost less to send again, with the pen of the column before them, than to step over."""
    pen = row.pens[start - 1]
    pens, texts = row.pens[start:end], row.texts[start:end]
    if any(used is not pen and (text != " " or used is not pen.blank) for used, text in zip(pens, texts, strict=True)):
        return False
    return len("".join(texts).encode()) <= (NARROW_GAP if end - start > 1 else NARROW_GAP - 1)
