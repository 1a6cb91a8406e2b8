"""Whatever the screen should show next, what is written makes an emulator show exactly that."""

from __future__ import annotations

import random

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from aipolicy_tui.terminal.cells import Row, cells_of
from aipolicy_tui.terminal.painting import Canvas
from aipolicy_tui.terminal.wire import Wire

WIDTH, HEIGHT = 24, 12
STYLES = [None, Style(bold=True), Style(dim=True), Style(reverse=True), Style(color="red"), Style(bgcolor="blue")]

# A piece of a long text takes two draws where one that is made of letters takes two for each.
TEXT = "".join(random.Random(1).choices("ab é…東京      ", k=1000))
texts = st.builds(lambda start, size: TEXT[start : start + size], st.integers(0, 1000), st.integers(0, WIDTH))
segments = st.builds(Segment, texts, st.sampled_from(STYLES))
lines = st.lists(segments, max_size=4)
changes = st.dictionaries(st.integers(0, HEIGHT - 1), lines, max_size=HEIGHT)
shifts = st.tuples(st.integers(-4, 4), st.integers(0, WIDTH - 1))
frames = st.lists(st.tuples(changes, shifts), min_size=1, max_size=6)


class Emulated:
    """A canvas whose wire leads to an emulator."""

    def __init__(self, *, erases: bool = True) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self.stream = pyte.Stream(self.screen)
        self.canvas = Canvas(WIDTH, HEIGHT, Wire(WIDTH, erases=erases))
        self.canvas.wire.clear()
        self.stream.feed("\x1b[?7l")

    def show(self, rows: dict[int, Row]) -> str:
        self.canvas.paint(rows)
        frame = self.canvas.wire.take()
        self.stream.feed(frame)
        return frame

    def seen(self) -> list[list[tuple[object, ...]]]:
        return [[_seen(self.screen.buffer[y][x]) for x in range(WIDTH)] for y in range(HEIGHT)]


def _seen(cell: pyte.screens.Char) -> tuple[object, ...]:
    if cell.data == " " and not cell.reverse:
        return (" ", cell.bg)
    return (cell.data, cell.fg, cell.bg, cell.bold, cell.reverse)


def drawn_whole(rows: list[Row]) -> list[list[tuple[object, ...]]]:
    """What an emulator shows that starts empty and gets every row."""
    fresh = Emulated()
    fresh.show(dict(enumerate(rows)))
    return fresh.seen()


@given(frames, st.booleans())
@settings(max_examples=120)
def test_differences_lead_to_the_same_screen_as_drawing_it_whole(
    frames: list[tuple[dict[int, list[Segment]], tuple[int, int]]], erases: bool
) -> None:
    emulated = Emulated(erases=erases)
    for changed, (distance, column) in frames:
        rows = _moved(emulated.canvas.rows, distance, column)
        for y, line in changed.items():
            rows[y].put(column, line, ColorSystem.EIGHT_BIT)
        emulated.show(dict(enumerate(rows)))
        assert emulated.seen() == drawn_whole(rows)


def _moved(rows: list[Row], distance: int, column: int) -> list[Row]:
    """The rows with everything from a column on moved up or down, as when one of two panes scrolls."""
    moved = [row.copy() for row in rows]
    for y, row in enumerate(moved[:-1]):
        source = rows[y + distance] if 0 <= y + distance < HEIGHT - 1 else Row.blank(WIDTH)
        text = [Segment(text or " ", None) for text in source.texts[column:]]
        row.put(column, text, ColorSystem.EIGHT_BIT)
    return moved


@given(lines, st.integers(0, 2 * WIDTH))
def test_what_does_not_fit_any_more_is_cut(line: list[Segment], column: int) -> None:
    """The layout may still be that of a wider terminal."""
    row = Row.blank(WIDTH)
    row.put(column, line, ColorSystem.EIGHT_BIT)
    assert len(row.texts) == len(row.pens) == WIDTH
    emulated = Emulated()
    emulated.show({0: row})
    assert [cell[0] for cell in emulated.seen()[0]] == row.texts


@pytest.mark.parametrize(
    "text",
    ["e\u0301", "\u0301", "a\x1b[2Jb", "a\tb", "\x9b31m", "a\u202eb", "\ud800", "☁\ufe0f", "👩\u200d👧", "\x00"],
)
def test_a_text_takes_the_columns_that_the_layout_counted_and_no_control_gets_through(text: str) -> None:
    cells = cells_of(text)
    assert sum(1 for _ in cells) == Segment(text).cell_length
    assert not any(character < " " or "\x7f" <= character <= "\x9f" for cell in cells for character in cell)
    assert "\u202e" not in "".join(cells)
