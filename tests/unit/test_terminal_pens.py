"""Changing colours and attributes takes the shortest sequence that ends in the right ones."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style

from aipolicy_tui.terminal.sgr import PLAIN, Pen, pen, pen_of, transition

attributes = st.frozensets(st.sampled_from([1, 3, 4, 7, 9]))
colours = st.sampled_from(["", "31", "94", "38;5;200"])
backgrounds = st.sampled_from(["", "41", "48;5;17"])
pens = st.builds(pen, attributes, colours, backgrounds)


def drawn(*sequences: str) -> tuple[object, ...]:
    screen = pyte.Screen(2, 1)
    pyte.Stream(screen).feed("".join(sequences) + "x")
    cell = screen.buffer[0][0]
    return (cell.fg, cell.bg, cell.bold, cell.italics, cell.underscore, cell.reverse, cell.strikethrough)


@given(st.lists(pens, min_size=1, max_size=5))
def test_after_any_way_the_pen_is_the_last_one(way: list[Pen]) -> None:
    steps = [transition(old, new) for old, new in zip([PLAIN, *way], way, strict=False)]
    assert drawn(*steps) == drawn(transition(PLAIN, way[-1]))


@given(pens, pens)
def test_a_step_is_never_longer_than_starting_again(old: Pen, new: Pen) -> None:
    fresh = transition(PLAIN, new) or transition(new, PLAIN) or "\x1b[m"
    assert len(transition(old, new)) <= len(fresh) + 1


def test_ending_bold_keeps_dim() -> None:
    """One parameter (22) ends both."""
    both, dim = pen(frozenset({1, 2}), "38;5;200", "48;5;17"), pen(frozenset({2}), "38;5;200", "48;5;17")
    assert transition(both, dim) == "\x1b[22;2m"


@pytest.mark.parametrize(
    ("style", "system", "expected"),
    [
        (Style(), ColorSystem.TRUECOLOR, PLAIN),
        (Style(color="default", bgcolor="default"), ColorSystem.TRUECOLOR, PLAIN),
        (Style(color="red", bold=True), ColorSystem.EIGHT_BIT, pen(frozenset({1}), "31", "")),
        (Style(color="#ff0000"), ColorSystem.EIGHT_BIT, pen(frozenset(), "38;5;196", "")),
        (Style(color="#ff0000"), ColorSystem.STANDARD, pen(frozenset(), "31", "")),
        (Style(color="#ff0000", reverse=True), None, pen(frozenset({7}), "", "")),
        (Style(bold=False, dim=True), None, pen(frozenset({2}), "", "")),
    ],
)
def test_a_style_becomes_what_the_terminal_can_show(style: Style, system: ColorSystem | None, expected: Pen) -> None:
    assert pen_of(style, system) is expected


@given(pens)
def test_a_space_is_drawn_with_what_shows_on_it(some: Pen) -> None:
    assert some.blank.background == some.background
    assert some.blank.blank is some.blank
    visible = some.attributes & {4, 7, 9}
    assert (some.blank is some) if visible else not some.blank.attributes
