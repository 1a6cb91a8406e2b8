"""The list and the text pane: they draw what is in view and no more, keep their places, and tell what happened."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.strip import Strip

from aipolicy_tui.widgets.layout import EMPTY, FixedLayout, VariableLayout
from aipolicy_tui.widgets.pane import TextPane
from aipolicy_tui.widgets.rows import RowList

MANY = 1_000_000


class Words:
    """A text of numbered words, as many on a line as fit."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.asked: list[int] = []

    def __len__(self) -> int:
        return 4000 // self.width

    def line(self, number: int) -> Sequence[Segment]:
        self.asked.append(number)
        return [Segment(f"{number * self.width}\x1b[2J")]

    def offset_at(self, number: int) -> int:
        return number * self.width

    def line_of(self, offset: int) -> int:
        return min(offset // self.width, len(self) - 1)


class Desk(App[None]):
    """A list above a text."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "RowList { height: 10; } TextPane { height: 10; }"

    def __init__(self, layout: FixedLayout | VariableLayout) -> None:
        super().__init__()
        self.layout_of_list = layout
        self.drawn: list[tuple[int, int, int, bool]] = []
        self.told: list[object] = []

    def compose(self) -> ComposeResult:
        yield RowList(self.layout_of_list, self.draw)
        yield TextPane()

    def draw(self, index: int, line: int, width: int, selected: bool) -> Sequence[Segment]:
        self.drawn.append((index, line, width, selected))
        return [Segment(f"row {index}.{line}\x1b]0;owned\x07")]

    def on_row_list_row_highlighted(self, event: RowList.RowHighlighted) -> None:
        self.told.append(event.index)

    def on_row_list_row_chosen(self, event: RowList.RowChosen) -> None:
        self.told.append(("chosen", event.index))

    def on_text_pane_scrolled(self, event: TextPane.Scrolled) -> None:
        self.told.append((event.offset, event.at_end))

    @property
    def rows(self) -> RowList:
        return self.query_one(RowList)

    @property
    def pane(self) -> TextPane:
        return self.query_one(TextPane)


def shown(widget: RowList | TextPane) -> list[str]:
    lines: list[Strip] = [widget.render_line(y) for y in range(widget.size.height)]
    return [line.text.rstrip() for line in lines]


async def test_a_million_rows_are_drawn_as_they_come_into_view() -> None:
    app = Desk(FixedLayout(MANY, 2))
    async with app.run_test(size=(60, 20)) as pilot:
        assert shown(app.rows)[:3] == ["›row 0.0", " row 0.1", " row 1.0"]
        app.rows.action_last_row()
        await pilot.pause()
        assert shown(app.rows)[-2:] == [f"›row {MANY - 1}.0", f" row {MANY - 1}.1"]
        assert {index for index, *_ in app.drawn} <= {*range(6), *range(MANY - 6, MANY)}
        assert all(width == 59 for _, _, width, _ in app.drawn)


async def test_a_row_is_drawn_once_while_nothing_about_it_changes() -> None:
    app = Desk(FixedLayout(100))
    async with app.run_test(size=(60, 20)) as pilot:
        app.drawn.clear()
        app.rows.action_row_down()
        await pilot.pause()
        shown(app.rows)
        assert sorted(set(app.drawn)) == [(0, 0, 59, False), (1, 0, 59, True)] and len(app.drawn) == 2
        app.drawn.clear()
        app.rows.redraw([5])
        await pilot.pause()
        shown(app.rows)
        assert app.drawn == [(5, 0, 59, False)]


async def test_the_list_tells_of_every_move_and_of_none_that_was_not() -> None:
    app = Desk(FixedLayout(3))
    async with app.run_test(size=(60, 20)) as pilot:
        for action in ("row_down", "row_down", "row_down", "choose_row", "first_row", "row_up"):
            getattr(app.rows, f"action_{action}")()
        await pilot.pause()
        assert app.told == [1, 2, ("chosen", 2), 0]


async def test_new_rows_keep_the_selected_one_where_it_is() -> None:
    app = Desk(FixedLayout(100))
    async with app.run_test(size=(60, 20)) as pilot:
        app.rows.select(50)
        await pilot.pause()
        place = shown(app.rows).index("›row 50.0")
        app.rows.set_rows(FixedLayout(200), selected=120)
        await pilot.pause()
        assert shown(app.rows)[place] == "›row 120.0"
        app.rows.set_rows(EMPTY)
        await pilot.pause()
        assert app.rows.selected is None and not any(shown(app.rows))
        app.rows.action_choose_row()
        app.rows.set_rows(FixedLayout(5), selected=4)
        await pilot.pause()
        assert shown(app.rows)[:5] == [" row 0.0", " row 1.0", " row 2.0", " row 3.0", "›row 4.0"]


async def test_headings_are_shown_and_stepped_over() -> None:
    app = Desk(VariableLayout([1, 2, 1, 3], frozenset({0, 2})))
    async with app.run_test(size=(60, 20)) as pilot:
        expected = [" row 0.0", "›row 1.0", " row 1.1", " row 2.0", " row 3.0", " row 3.1", " row 3.2"]
        assert shown(app.rows)[:7] == expected
        app.rows.action_row_down()
        await pilot.pause()
        assert app.rows.selected == 3


async def test_the_marker_says_where_the_keys_go() -> None:
    app = Desk(FixedLayout(3))
    async with app.run_test(size=(60, 20)) as pilot:
        app.rows.focus()
        await pilot.pause()
        assert _is_reversed(app.rows.render_line(0))
        app.pane.focus()
        await pilot.pause()
        assert not _is_reversed(app.rows.render_line(0)) and shown(app.rows)[0].startswith("›")


def _is_reversed(strip: Strip) -> bool:
    style = next(iter(strip)).style
    return style is not None and bool(style.reverse)


async def test_a_click_selects_and_a_second_one_chooses() -> None:
    app = Desk(FixedLayout(30, 2))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.click(RowList, offset=(5, 7))
        await pilot.click(RowList, offset=(5, 6))
        await pilot.pause()
        assert app.told == [3, ("chosen", 3)]


async def test_the_pane_asks_for_the_lines_in_view_and_cleans_them() -> None:
    app = Desk(FixedLayout(1))
    async with app.run_test(size=(40, 20)) as pilot:
        source = Words(40)
        app.pane.show(lambda width: source)
        await pilot.pause()
        assert shown(app.pane)[:3] == ["0", "40", "80"]
        assert set(source.asked) == set(range(10))


async def test_the_pane_keeps_its_place_in_the_text_at_every_width() -> None:
    app = Desk(FixedLayout(1))
    async with app.run_test(size=(40, 20)) as pilot:
        app.pane.show(Words, offset=2000)
        await pilot.pause()
        assert shown(app.pane)[0] == "2000"
        for width in (80, 50, 200, 40):
            await pilot.resize_terminal(width, 20)
            await pilot.pause()
            assert app.pane.offset_at_top == 2000
            assert int(shown(app.pane)[0]) <= 2000 < int(shown(app.pane)[0]) + width or app.pane.at_end


async def test_scrolling_brings_a_passage_into_view_with_what_is_around_it() -> None:
    app = Desk(FixedLayout(1))
    async with app.run_test(size=(40, 20)) as pilot:
        app.pane.show(Words)
        await pilot.pause()
        app.pane.scroll_to_offset(1000)
        await pilot.pause()
        lines = shown(app.pane)
        assert lines.index("1000") == len(lines) - 3
        app.pane.scroll_to_offset(960)
        await pilot.pause()
        assert shown(app.pane) == lines, "what is in view stays where it is"
        app.pane.action_text_end()
        await pilot.pause()
        assert app.told[-1] == (3600, True) and app.pane.at_end


async def test_pages_and_half_pages_and_lines() -> None:
    app = Desk(FixedLayout(1))
    async with app.run_test(size=(40, 20)) as pilot:
        app.pane.show(Words)
        await pilot.pause()
        tops = []
        for action in ("page_down", "half_page_down", "line_down", "line_up", "half_page_up", "page_up", "page_up"):
            getattr(app.pane, f"action_{action}")()
            await pilot.pause()
            tops.append(app.pane.offset_at_top // 40)
        assert tops == [10, 15, 16, 15, 10, 0, 0]
