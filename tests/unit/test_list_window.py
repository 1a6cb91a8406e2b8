"""Where the selection of a list goes, and what of the list is in view then."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aipolicy_tui.widgets.layout import EMPTY, FixedLayout, VariableLayout, nearest_selectable
from aipolicy_tui.widgets.window import Window


def window(count: int = 100, height: int = 10, *, row_height: int = 1, selected: int = 0, top: int = 0) -> Window:
    return Window(FixedLayout(count, row_height), height, top, selected)


HEADINGS = VariableLayout([1, 2, 2, 1, 2, 2, 2], frozenset({0, 3}))
"""Two groups under headings that cannot be selected."""


def test_lines_and_items_of_a_list_with_rows_of_different_heights() -> None:
    assert (HEADINGS.count, HEADINGS.height) == (7, 12)
    assert [HEADINGS.item_at(line) for line in range(12)] == [0, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6, 6]
    assert [HEADINGS.top(index) for index in range(7)] == [0, 1, 3, 5, 6, 8, 10]


def test_headings_are_stepped_over() -> None:
    start = Window(HEADINGS, 6, 0, nearest_selectable(HEADINGS, 0))
    assert start.selected == 1
    assert start.step(1).step(1).selected == 4
    assert start.step(1).step(1).step(-1).selected == 2
    assert Window(HEADINGS, 6, 6, 4).step(-1).step(-1).top == 0, "the heading above the first row comes with it"


def test_the_first_heading_comes_into_view_even_when_the_selection_cannot_go_further() -> None:
    assert Window(HEADINGS, 4, 1, 1).step(-1).top == 0


def test_stepping_over_an_edge_scrolls_by_one_row_or_by_as_many_as_were_asked() -> None:
    at_edge = window(selected=9)
    assert (at_edge.step(1).top, at_edge.step(1).selected) == (1, 10)
    wider = at_edge._replace(edge_step=5)
    assert (wider.step(1).top, wider.step(1).selected) == (5, 10)
    back = Window(FixedLayout(100), 10, 50, 50, edge_step=5)
    assert (back.step(-1).top, back.step(-1).selected) == (45, 49)


def test_a_page_keeps_the_place_on_the_screen_and_ends_at_the_last_row() -> None:
    turned = window(selected=3).page(1)
    assert (turned.top, turned.selected) == (10, 13)
    assert (turned.page(-1).top, turned.page(-1).selected) == (0, 3)
    assert window(95, selected=94, top=85).page(1).selected == 94
    assert window(95, selected=90, top=85).page(1).selected == 94
    assert window(selected=4).page(-1).selected == 0


def test_half_a_page_moves_the_selection_by_as_many_lines_there_and_back() -> None:
    here = window(selected=3)
    turned = here.page(1, 5)
    assert (turned.top, turned.selected) == (5, 8)
    assert turned.page(-1, 5) == here
    assert window(95, selected=90, top=85).page(1, 5).selected == 94


def test_pages_of_rows_that_are_cut_at_the_edge_miss_none() -> None:
    here = window(50, height=7, row_height=2)
    seen = set(here.visible)
    for _ in range(20):
        here = here.page(1)
        assert here.top % 2 == 0 or here.top == here.layout.height - here.height
        seen |= set(here.visible)
    assert seen == set(range(50))


def test_other_rows_keep_the_selection_at_its_place_on_the_screen() -> None:
    before = window(selected=25, top=20)
    after = before.with_layout(FixedLayout(200), 75)
    assert (after.selected, after.top, after.place) == (75, 70, 5)
    assert before.with_layout(FixedLayout(3), 25).selected == 2
    assert before.with_layout(EMPTY, 25).selected is None


@pytest.mark.parametrize("empty", [Window(EMPTY, 10), Window(VariableLayout([1], frozenset({0})), 10)])
def test_a_list_without_rows_to_select_takes_every_key(empty: Window) -> None:
    for moved in (empty.step(1), empty.step(-1), empty.page(1), empty.page(-1), empty.first(), empty.last()):
        assert moved.selected is None and moved.top == 0


moves = st.lists(st.sampled_from(["step1", "step-1", "page1", "page-1", "first", "last"]), max_size=30)


@given(st.lists(st.integers(1, 4), max_size=30), st.sets(st.integers(0, 29)), st.integers(1, 12), moves)
def test_the_selection_is_always_a_row_in_view(
    heights: list[int], fixed: set[int], height: int, moves: list[str]
) -> None:
    layout = VariableLayout(heights, frozenset(fixed))
    here = Window(layout, height, 0, nearest_selectable(layout, 0) if heights else None)
    for move in moves:
        name, direction = move.rstrip("-1"), -1 if move.endswith("-1") else 1
        here = getattr(here, name)(direction) if name in ("step", "page") else getattr(here, name)()
        assert 0 <= here.top <= max(0, layout.height - height)
        if here.selected is not None:
            assert layout.selectable(here.selected)
            first = layout.top(here.selected)
            end = first + min(layout.lines(here.selected), height)
            assert here.top <= first and end <= here.top + height
