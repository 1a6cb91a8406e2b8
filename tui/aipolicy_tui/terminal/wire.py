"""What goes to the terminal in one frame: knows where the cursor and the pen stand and takes the shortest way."""

from __future__ import annotations

from itertools import groupby

from .cells import WIDE_TAIL, Row, ascii_cell, goes_on, is_doubtful, is_simple, is_wide
from .charset import UTF8, Charset
from .sgr import PLAIN, Pen, transition

LONGEST_RELATIVE = 3
"""Rows down that line feeds are tried for; further away an absolute position is never longer."""


class Wire:
    """Collects one frame's bytes. Positions count from 0; None stands for unknown."""

    def __init__(self, width: int, *, line_feed: str = "\r\n", erases: bool = True, charset: Charset = UTF8) -> None:
        """`line_feed` goes to the first column of the next row; `erases`: the terminal knows ECH (ECMA-48)."""
        self.width = width
        self.erases = erases
        self._charset = charset
        self._line_feed = line_feed
        self._parts: list[str] = []
        self._pen: Pen = PLAIN
        self._x: int | None = None
        self._y: int | None = None

    def take(self) -> str:
        """The bytes so far, ending in the plain pen; the next frame starts where this one ended."""
        self._draw_with(PLAIN)
        frame = "".join(self._parts)
        self._parts.clear()
        return frame

    def fork(self) -> Wire:
        """A wire that starts where this one stands, with nothing on it: to try another way."""
        other = self.fresh()
        other._pen, other._x, other._y = self._pen, self._x, self._y
        return other

    def fresh(self) -> Wire:
        """A wire to the same terminal that knows nothing of where the cursor stands."""
        return Wire(self.width, line_feed=self._line_feed, erases=self.erases, charset=self._charset)

    def join(self, other: Wire) -> None:
        """Go the way that a fork went."""
        self._parts.extend(other._parts)
        self._pen, self._x, self._y = other._pen, other._x, other._y

    def length(self) -> int:
        """Bytes on the wire."""
        return len("".join(self._parts).encode("utf-8", "replace"))

    def lost(self) -> None:
        """Something else wrote to the terminal: the cursor may be anywhere, the pen is set anew."""
        self._parts.append("\x1b[m")
        self._pen = PLAIN
        self._x = self._y = None

    def clear(self) -> None:
        """Blank the whole screen."""
        self.lost()
        self._parts.append("\x1b[H\x1b[2J")
        self._x = self._y = 0

    def move(self, x: int, y: int) -> None:
        """Put the cursor on a column of a row."""
        if (x, y) != (self._x, self._y):
            self._parts.append(min(self._ways(x, y), key=len))
            self._x, self._y = x, y

    def cells(self, row: Row, start: int, end: int) -> None:
        """Write some columns of a row from where the cursor stands."""
        texts = row.texts[start:end]
        if not self._charset.utf8:
            texts = [ascii_cell(text) for text in texts]
        if is_simple(texts):
            self._simple_cells(texts, row.pens[start:end])
            self._x = end
        else:
            self._any_cells(row, start, end)
        if self._x is not None and self._x >= self.width:
            self._x = None

    def _simple_cells(self, texts: list[str], pens: list[Pen]) -> None:
        start = 0
        for pen, group in groupby(pens):
            end = start + len(list(group))
            text = "".join(texts[start:end])
            if pen is not self._pen and not (pen is self._pen.blank and text.isspace()):
                self._draw_with(pen)
            self._parts.append(text)
            start = end

    def _any_cells(self, row: Row, start: int, end: int) -> None:
        """Write columns among which are wide or doubtful ones.

        A word with doubtful characters goes out in one piece: moving the cursor in it would tear it where the terminal
        counts otherwise. The next word is reached by its column's number.
        """
        y = self._y
        assert y is not None, "cells are written where a move led"
        for x in range(start, end):
            text, pen = row.texts[x], row.pens[x]
            if text == WIDE_TAIL:
                continue
            if self._x is not None or not goes_on(row.texts, x):
                self.move(x, y)
            if not (text == " " and pen is self._pen.blank):
                self._draw_with(pen)
            if is_doubtful(text):
                # Both columns of a wide one are blank first, in case the terminal fills only one.
                self._parts.append(f"  \b\b{text}" if is_wide(text) else text)
                self._x = None
            else:
                self._parts.append(text)
                self._x = None if self._x is None else x + (2 if is_wide(text) else 1)

    def erase_rest(self) -> None:
        """Blank the row from the cursor to its end, in the terminal's own colours."""
        self._draw_with(PLAIN)
        self._parts.append("\x1b[K")

    def erase(self, cells: int) -> None:
        """Blank some cells from the cursor on, in the terminal's own colours; the cursor stays."""
        self._draw_with(PLAIN)
        self._parts.append(f"\x1b[{cells}X")

    def shift(self, top: int, bottom: int, distance: int) -> None:
        """Move the rows from top to bottom (both included) up by a distance, or down when it is negative.

        The rows that come free are blank. Line feeds at the edge of a scroll region do what every terminal knows.
        """
        self._draw_with(PLAIN)
        self._parts.append(f"\x1b[{top + 1};{bottom + 1}r")
        if distance > 0:
            self._parts.append(f"\x1b[{bottom + 1}H" + "\x1bD" * distance)
        else:
            self._parts.append(f"\x1b[{top + 1}H" + "\x1bM" * -distance)
        self._parts.append("\x1b[r")
        # Giving the region up sends the cursor home on most terminals, not on all.
        self._x = self._y = None

    def _draw_with(self, pen: Pen) -> None:
        if pen is not self._pen:
            self._parts.append(transition(self._pen, pen))
            self._pen = pen

    def _ways(self, x: int, y: int) -> list[str]:
        """Sequences that lead to a position from where the cursor stands."""
        ways = [_absolute(x, y)]
        if self._y is None:
            return ways
        down = y - self._y
        if 0 <= down <= LONGEST_RELATIVE:
            start = self._line_feed * down if down else "\r"
            ways.append(start + (f"\x1b[{_count(x)}C" if x else ""))
        if self._x is not None:
            across = _across(x - self._x)
            if not down:
                ways.append(across)
            elif 0 < down <= LONGEST_RELATIVE:
                ways.append("\x1bD" * down + across)
            elif down == -1:
                ways.append("\x1b[A" + across)
        return ways


def _absolute(x: int, y: int) -> str:
    row = str(y + 1) if y else ""
    return f"\x1b[{row};{x + 1}H" if x else f"\x1b[{row}H"


def _across(columns: int) -> str:
    if columns > 0:
        return f"\x1b[{_count(columns)}C"
    if columns < 0:
        return min("\b" * -columns, f"\x1b[{_count(-columns)}D", key=len)
    return ""


def _count(number: int) -> str:
    """A parameter whose default is 1."""
    return str(number) if number > 1 else ""
