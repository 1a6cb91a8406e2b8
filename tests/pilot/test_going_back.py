"""Finding in an article, going round its matches, and coming back through the places that were left."""

from __future__ import annotations

import pytest
from stage import Start, bottom, screen_of, shown, top, until

from aipolicy_tui import messages
from aipolicy_tui.commands import Place
from aipolicy_tui.screens.reading import ReadingScreen

SIZES = pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=["120x40", "80x24", "40x15"])


def match_in_view(screen: ReadingScreen) -> bool:
    span, begins = screen.pane.matches.span, screen.pane.scroll_offset.y
    return span is not None and begins <= screen.pane.source.line_of(span.start) < begins + screen.pane.size.height


@SIZES
@pytest.mark.parametrize(
    ("language", "again"), [("en", "the first again"), ("fr", "de nouveau la première")], ids=["en", "fr"]
)
async def test_n_and_shift_n_go_round_the_matches_of_the_article(
    start: Start, size: tuple[int, int], language: str, again: str
) -> None:
    messages.choose(language)
    app = start()
    async with app.run_test(size=size) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "/", *"lille")
        await until(pilot, lambda: screen.pane.matches.span)
        await pilot.press("enter", "g")
        total = len(screen.pane.matches.spans)
        assert total == 1
        await pilot.press("/", "ctrl+u", *"ministere")
        await until(pilot, lambda: len(screen.pane.matches.spans) > 2)
        await pilot.press("enter")
        total = len(screen.pane.matches.spans)
        await until(pilot, lambda: f"1/{total}" in bottom(app))
        await pilot.press("N")
        assert screen.pane.matches.current == total - 1 and match_in_view(screen)
        await pilot.press("n")
        assert screen.pane.matches.current == 0 and match_in_view(screen)
        assert again in bottom(app) or size[0] < 50
        await pilot.press("n")
        assert f"2/{total}" in bottom(app)


async def test_one_match_is_said_to_be_the_only_one(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "/", *"juillet")
        await until(pilot, lambda: screen.pane.matches.span)
        await pilot.press("enter", "n")
        assert "The only match." in bottom(app)


@SIZES
async def test_the_current_match_stays_in_view_at_any_size_and_under_the_help(
    start: Start, size: tuple[int, int]
) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "/", *"ministere", "enter")
        await until(pilot, lambda: screen.place is Place.TEXT and screen.pane.matches.span)
        await pilot.press("n", "n", "n")
        marked = screen.pane.matches
        for columns, rows in [(60, 20), (300, 50), (40, 10), (90, 12), size]:
            await pilot.resize_terminal(columns, rows)
            await until(pilot, lambda: match_in_view(screen))
        await pilot.press("?", "escape")
        assert screen.pane.matches == marked and match_in_view(screen)
        await pilot.press("n")
        assert screen.pane.matches.current == marked.current + 1


async def test_the_arrows_go_through_the_matches_while_one_article_is_searched(start: Start) -> None:
    app = start()
    async with app.run_test(size=(100, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "/", *"ministere")
        await until(pilot, lambda: screen.pane.matches.span)
        opened = screen.open_id
        await pilot.press("down", "down")
        assert "3/" in top(app) and (screen.open_id, screen.place) == (opened, Place.SEARCH)
        await pilot.press("up")
        assert "2/" in top(app)


async def test_tab_to_all_articles_and_back_keeps_the_words(start: Start) -> None:
    app = start()
    async with app.run_test(size=(100, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "/", *"ministere")
        for scope in ("article", "all", "article", "all"):
            await until(pilot, lambda: screen.search and not screen.search.waiting)
            assert screen.search is not None and (screen.search.scope, screen.entry.text) == (scope, "ministere")
            await pilot.press("tab")


@SIZES
@pytest.mark.parametrize("key", ["backspace", "ctrl+o"])
async def test_the_way_back_goes_through_the_articles_to_the_places_left(
    start: Start, size: tuple[int, int], key: str
) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "space", "j")
        first = screen.here()
        await pilot.press("J", "J")
        last = screen.ids[2]
        await pilot.press("escape", "k", "k", "enter", "G")
        assert screen.open_id == first.article
        ways = []
        for _ in range(4):
            await pilot.press(key)
            ways.append((screen.open_id, screen.place, screen.selected_id))
        ids = list(screen.ids)
        assert ways[0] == (ids[0], Place.TEXT, ids[0])
        assert ways[1] == (last, Place.TEXT, last)
        assert ways[2] == (ids[1], Place.TEXT, ids[1])
        assert ways[3] == (ids[0], Place.TEXT, ids[0])
        assert screen.pane.visible_offset() == first.view.offset
        await pilot.press(key)
        assert "No place to go back to" in bottom(app)


async def test_help_names_first_what_works_here_and_now(start: Start) -> None:
    app = start()
    async with app.run_test(size=(100, 60)) as pilot:
        screen = screen_of(app)

        async def here() -> str:
            await pilot.press("?")
            await until(pilot, lambda: app.screen is not screen)
            words = shown(app).split("In the", 1)[1].split("Moving", 1)[0].split("Finding", 1)[0]
            await pilot.press("escape")
            return words

        await pilot.press("enter")
        assert "Next match" not in await here() and "Back where" not in await here()
        await pilot.press("/", *"ministere", "enter")
        await until(pilot, lambda: screen.pane.matches.span)
        assert "Next match" in await here()


@pytest.mark.parametrize("size", [(120, 40), (40, 15)], ids=["120x40", "40x15"])
async def test_f1_helps_in_the_search_line_too_and_the_words_stay(start: Start, size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        await pilot.press("/", *"nordik", "f1")
        await until(pilot, lambda: "In the search" in shown(app))
        await pilot.press("escape")
        assert "/ nordik" in top(app) and screen_of(app).place is Place.SEARCH


async def test_slash_again_proposes_the_words_and_what_is_typed_takes_their_place(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"nordik", "enter")
        await until(pilot, lambda: screen.place is Place.TEXT)
        await until(pilot, lambda: screen.pane.matches.span)
        await pilot.press("/")
        assert "/ nordik" in top(app)
        await pilot.press(*"cnil")
        assert "/ cnil" in top(app)
        await until(pilot, lambda: screen.search and not screen.search.waiting)
        await pilot.press("enter")
        await until(pilot, lambda: screen.pane.matches.span)
        await pilot.press("/", "left", "left", "backspace", "n")
        assert screen.entry.text == "cnil"
        await pilot.press("enter")
        await until(pilot, lambda: screen.place is Place.TEXT)
        await pilot.press("/", "backspace")
        assert screen.entry.text == ""


@pytest.mark.parametrize(("language", "here"), [("en", "1/1 · here"), ("fr", "1/1 · ici")])
async def test_at_forty_columns_too_the_line_says_that_it_searches_here(start: Start, language: str, here: str) -> None:
    messages.choose(language)
    app = start()
    async with app.run_test(size=(40, 15)) as pilot:
        await pilot.press("enter", "/", *"juillet")
        await until(pilot, lambda: here in top(app))
        assert match_in_view(screen_of(app)) and not screen_of(app).rows.display
        await pilot.press("tab")
        assert screen_of(app).rows.display


async def test_zen_gives_way_to_what_is_found_in_all_articles(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("z", "/", *"ministere")
        assert not screen.rows.display
        await pilot.press("tab")
        assert screen.rows.display
        await pilot.press("escape")
        assert not screen.rows.display and screen.place is Place.TEXT


@SIZES
async def test_the_matches_are_marked_again_in_the_article_come_back_to(start: Start, size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"nordik", "enter")
        await until(pilot, lambda: screen.place is Place.TEXT and screen.pane.matches.span)
        await pilot.press("n", "n")
        left, there = screen.open_id, screen.pane.matches
        top_line = screen.pane.visible_offset()
        await pilot.press("J")
        await until(pilot, lambda: screen.open_id != left and screen.pane.matches.span)
        await pilot.press("backspace")
        await until(pilot, lambda: screen.open_id == left and screen.pane.matches.span)
        assert screen.pane.matches.spans == there.spans and screen.pane.visible_offset() == top_line
