"""Search as the reader types: hits, matches, the way back."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from stage import AnswersHere, Start, bottom, screen_of, shown, top, until

from aipolicy_index.errors import StoreError
from aipolicy_index.library import Library
from aipolicy_index.model import Article, Span
from aipolicy_tui.commands import Place
from aipolicy_tui.screens.reader_app import ReaderApp


def styled(app: ReaderApp, words: str) -> set[str]:
    """How the places on the screen that show these words are drawn."""
    found: set[str] = set()
    for line in app.screen._compositor.render_strips(app.size):
        for segment in line:
            if words in segment.text and segment.style:
                found |= {name for name in ("bold", "underline", "reverse", "dim") if getattr(segment.style, name)}
    return found


async def test_the_list_becomes_hits_with_their_passage_and_the_best_opens_at_its_first_match(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await pilot.press("j", "/", *"secu")
        await until(pilot, lambda: "2 articles" in top(app))
        assert [len(screen.ids), screen.rows.selected] == [2, 0]
        await until(pilot, lambda: screen.open_id == screen.ids[0])
        await until(pilot, lambda: "1/1" in top(app))
        assert "reverse" in styled(app, "sécu")
        passages = [line for line in shown(app).split("\n") if "security of the data" in line.split("│")[0]]
        assert passages


async def test_the_text_follows_the_selected_hit(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"secu")
        await until(pilot, lambda: screen.open_id is not None and len(screen.ids) == 2)
        await pilot.press("down")
        await until(pilot, lambda: screen.open_id == screen.ids[1] and screen.pane.matches.span)
        assert screen.place is Place.SEARCH
        assert "article 2/2" in shown(app) or "2/2" in bottom(app)


class Unreadable:
    """The library, but that the screen gets no text from it."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def __getattr__(self, name: str) -> Any:
        return getattr(self._library, name)

    def article(self, id_: int) -> Article:
        raise StoreError(path="library.sqlite", reason="reason.disk_fault")


async def test_a_hit_that_cannot_be_read_is_told_and_ends_nothing(
    start: Start, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = start()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await until(pilot, lambda: screen.open_id)
        monkeypatch.setattr(screen, "library", Unreadable(library))
        await pilot.press("/", *"amende")
        await until(pilot, lambda: "library.sqlite" in shown(app))
        await pilot.press("escape")
        assert app.is_running and not screen._ahead


async def test_enter_goes_into_the_text_and_n_goes_on_to_the_next_article(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"nordik")
        await until(pilot, lambda: len(screen.ids) == 2 and screen.pane.matches.span)
        await pilot.press("enter")
        await until(pilot, lambda: screen.place is Place.TEXT)
        matches = len(screen.pane.matches.spans)
        assert f"1/{matches} · article 1/2" in bottom(app)
        await pilot.press("n")
        assert f"2/{matches}" in bottom(app)
        for _ in range(matches - 1):
            await pilot.press("n")
        await until(pilot, lambda: screen.open_id == screen.ids[1] and screen.pane.matches.span)
        assert screen.pane.matches.current == 0
        await pilot.press("N")
        await until(pilot, lambda: screen.open_id == screen.ids[0] and screen.pane.matches.span)
        assert screen.pane.matches.current == matches - 1
        await pilot.press("n")
        await until(pilot, lambda: screen.open_id == screen.ids[1] and screen.pane.matches.span)
        await pilot.press("n")
        assert "the first again" in bottom(app)
        await until(pilot, lambda: screen.open_id == screen.ids[0] and screen.pane.matches.span)


async def test_esc_clears_the_search_and_returns_to_the_article_and_the_line(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "space", "escape")
        before = (screen.open_id, screen.pane.scroll_offset.y, screen.rows.selected)
        assert before[1] > 0
        await pilot.press("/", *"regulator")
        await until(pilot, lambda: screen.open_id != before[0] and screen.open_id is not None)
        await pilot.press("escape")
        assert (screen.open_id, screen.pane.scroll_offset.y, screen.rows.selected) == before
        assert screen.place is Place.LIST and len(screen.ids) == 3
        assert screen.pane.matches.span is None


async def test_esc_from_the_text_of_a_hit_goes_to_the_hits_and_then_clears(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"regulator")
        await until(pilot, lambda: len(screen.ids) == 1 and screen.pane.matches.span)
        await pilot.press("enter")
        await pilot.press("escape")
        assert (screen.place, len(screen.ids)) == (Place.LIST, 1)
        await pilot.press("escape")
        assert (screen.place, len(screen.ids)) == (Place.LIST, 3)


async def test_a_wrong_query_keeps_the_last_results_and_says_what_is_wrong(start: Start) -> None:
    app = start()
    async with app.run_test(size=(100, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"nordik")
        await until(pilot, lambda: len(screen.ids) == 2)
        await pilot.press("space", "quotation_mark")
        await until(pilot, lambda: screen.search and screen.search.diagnostics)
        assert len(screen.ids) == 2
        assert shown(app).split("\n")[1].strip()


async def test_no_results_teach_and_the_correction_is_one_key_away(start: Start, service: AnswersHere) -> None:
    service.corrections["nordyk"] = "nordik"
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"nordyk")
        await until(pilot, lambda: "Did you mean" in shown(app))
        await pilot.press("ctrl+r")
        await until(pilot, lambda: len(screen.ids) == 2)
        assert "/ nordik" in top(app)


async def test_the_newest_query_wins(start: Start, service: AnswersHere) -> None:
    service.gates["n"] = asyncio.Event()
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", "n", "o", "r", "d")
        await until(pilot, lambda: screen.search and screen.search.results)
        service.gates["n"].set()
        await pilot.pause()
        assert screen.search is not None and screen.search.results is not None
        assert screen.search.results.query == "nord"


async def test_letters_appear_while_a_search_is_under_way(start: Start, service: AnswersHere) -> None:
    service.gates["n"] = service.gates["no"] = asyncio.Event()
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/", "n", "o")
        assert "/ no" in top(app)
        assert "searching…" in top(app)
        service.gates["no"].set()
        await until(pilot, lambda: "articles" in top(app))
        assert "searching…" not in top(app)


async def test_from_the_text_the_search_is_in_this_article_and_tab_switches_to_all(start: Start) -> None:
    app = start()
    async with app.run_test(size=(100, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter")
        await pilot.press("/", *"ministere")
        await until(pilot, lambda: screen.pane.matches.span)
        assert "in this article" in top(app)
        assert len(screen.ids) == 3
        await pilot.press("tab")
        await until(pilot, lambda: len(screen.ids) == 1)
        assert "1 article" in top(app)
        await pilot.press("tab")
        await until(pilot, lambda: len(screen.ids) == 3)


async def test_matches_from_the_text_begin_where_the_reader_is(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "space", "space")
        here = screen.pane.visible_offset()
        await pilot.press("/", *"nordik")
        await until(pilot, lambda: screen.pane.matches.span)
        span = screen.pane.matches.span
        assert span is not None and span.start >= here
        await pilot.press("escape")
        assert screen.pane.visible_offset() == here


async def test_nothing_in_this_article_says_how_to_search_all(start: Start) -> None:
    app = start()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("enter", "/", *"regulator")
        await until(pilot, lambda: "Tab to search all" in shown(app))


async def test_a_service_that_died_is_said_and_asked_again(start: Start, service: AnswersHere) -> None:
    app = start()
    async with app.run_test(size=(100, 24)) as pilot:
        screen = screen_of(app)
        await pilot.pause()
        service.failures = 1
        await pilot.press("/", "n")
        await until(pilot, lambda: screen.search and screen.search.results)
        assert "started again" in bottom(app)


async def test_emptying_the_line_brings_the_whole_list_back(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", "n", "o", "r")
        await until(pilot, lambda: len(screen.ids) == 2)
        await pilot.press("ctrl+u")
        await until(pilot, lambda: len(screen.ids) == 3)
        await pilot.press("enter")
        assert screen.search is None


async def test_marks_of_many_words_are_all_drawn_and_the_current_one_is_stronger(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"ministere")
        await until(pilot, lambda: len(screen.pane.matches.spans) > 2)
        current, other = screen.pane.matches.spans[0], screen.pane.matches.spans[1]
        assert [layer.style for layer in screen.pane.marking] == ["match", "match_current"]
        assert screen.pane.marking[1].spans == (current,) and other in screen.pane.marking[0].spans
        assert isinstance(other, Span)


async def test_the_search_is_not_in_the_way_of_reading_on(start: Start, library: Library) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"regulator")
        await until(pilot, lambda: screen.pane.matches.span)
        await pilot.press("enter", "s")
        assert screen.open_id is not None and library.state(screen.open_id).starred
