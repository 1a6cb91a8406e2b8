"""From article to article inside the text: the list goes along, under a filter and among hits; places are kept."""

from __future__ import annotations

import pytest
from stage import Start, bottom, screen_of, until

from aipolicy_index.library import Library
from aipolicy_tui.commands import Place

SIZES = pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=["120x40", "80x24", "40x15"])


@SIZES
async def test_under_a_filter_the_list_goes_along(start: Start, library: Library, size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        screen = screen_of(app)
        await pilot.press("r", "enter")
        await until(pilot, lambda: library.counts().unread == 2)
        for place in (1, 2):
            await pilot.press("J")
            await until(pilot, lambda place=place: screen.open_id == screen.ids[place] == screen.selected_id)
            assert screen.place is Place.TEXT
        await pilot.press("J")
        assert screen.open_id == screen.ids[-1]
        await pilot.press("K", "K")
        await until(pilot, lambda: screen.open_id == screen.ids[0] == screen.selected_id)


@SIZES
async def test_among_hits_the_list_goes_along_and_each_opens_at_its_match(start: Start, size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"nordik", "enter")
        await until(pilot, lambda: screen.place is Place.TEXT and screen.pane.matches.span)
        await pilot.press("J")
        await until(pilot, lambda: screen.open_id == screen.ids[1] == screen.selected_id and screen.pane.matches.span)
        assert "article 2/2" in bottom(app)
        await pilot.press("K")
        await until(pilot, lambda: screen.open_id == screen.ids[0] == screen.selected_id and screen.pane.matches.span)
        await pilot.press("escape")
        assert (screen.place, screen.rows.selected) == (Place.LIST, 0)


@SIZES
async def test_the_place_in_each_article_is_there_after_a_restart(start: Start, size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "space", "j")
        first = screen.pane.visible_offset()
        await pilot.press("J", "j")
        second = screen.pane.visible_offset()
        await pilot.press("q")
    again = start()
    async with again.run_test(size=size) as pilot:
        screen = screen_of(again)
        await until(pilot, lambda: screen.open_id == screen.ids[1])
        assert (screen.place, screen.pane.visible_offset()) == (Place.TEXT, second)
        await pilot.press("K")
        await until(pilot, lambda: screen.open_id == screen.ids[0])
        assert screen.pane.visible_offset() == first


@SIZES
async def test_zen_shows_the_text_then_the_facts_beside_or_over_it_and_gives_the_list_back(
    start: Start, size: tuple[int, int]
) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        screen = screen_of(app)
        await until(pilot, lambda: screen.open_id)
        await pilot.press("enter", "z")
        assert (screen.rows.display, screen.pane.display, screen.facts.display) == (False, True, False)
        for key in ("tab", "f"):
            await pilot.press(key)
            assert screen.place is Place.FACTS and screen.facts.display and not screen.rows.display
            await pilot.press("escape")
            assert screen.place is Place.TEXT and not screen.rows.display
        await pilot.press("z", "escape")
        assert screen.place is Place.LIST and screen.rows.display


@SIZES
async def test_half_pages_and_pages_go_to_and_fro(start: Start, size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        screen = screen_of(app)
        await pilot.press("enter")
        await until(pilot, lambda: screen.pane.size.height)
        await pilot.press("ctrl+d")
        half = screen.pane.scroll_offset.y
        assert 0 < half <= screen.pane.size.height // 2
        await pilot.press("ctrl+u")
        assert screen.pane.scroll_offset.y == 0
        await pilot.press("end")
        assert screen.pane.at_end
        await pilot.press("home")
        assert screen.pane.scroll_offset.y == 0
