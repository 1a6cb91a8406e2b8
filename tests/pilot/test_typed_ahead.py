"""Keys typed faster than answers come: each does what it would have done had the reader waited for the answer."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from stage import AnswersHere, Start, screen_of, top, until

from aipolicy_index.errors import NoSuchArticle
from aipolicy_index.library import Library
from aipolicy_index.model import Span
from aipolicy_tui.commands import Place
from aipolicy_tui.screens.reader_app import ReaderApp
from aipolicy_tui.screens.reading import ReadingScreen


class Answers(AnswersHere):
    """Answers when it is let."""

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self.may = asyncio.Event()
        self.under_way = 0

    async def _wait(self) -> None:
        self.under_way += 1
        try:
            await self.may.wait()
        finally:
            self.under_way -= 1

    async def search(self, query: str, **more: Any) -> Any:
        await self._wait()
        return await super().search(query, **more)

    async def marks(self, query: str, id_: int, *, typing: bool = False) -> tuple[Span, ...]:
        await self._wait()
        return await super().marks(query, id_, typing=typing)

    async def similar(self, id_: int, *, limit: int = 40) -> Any:
        await self._wait()
        return await super().similar(id_, limit=limit)


@pytest.fixture
def service(library: Library) -> Answers:
    return Answers(library)


def state(app: ReaderApp, library: Library) -> dict[str, object]:
    """All that a reader would notice."""
    screen = screen_of(app)
    return {
        "place": screen.place,
        "query": screen.search.query if screen.search else None,
        "line": screen.entry.text if screen.search else None,
        "found": list(screen.ids),
        "open": screen.open_id,
        "selected": screen.selected_id,
        "match": screen.pane.matches.span,
        "in view": match_in_view(screen) if screen.pane.display else None,
        "starred": [id_ for id_ in library.listing() if library.state(id_).starred],
        "notice": screen.notice,
    }


def match_in_view(screen: ReadingScreen) -> bool:
    span, top = screen.pane.matches.span, screen.pane.scroll_offset.y
    return span is None or top <= screen.pane.source.line_of(span.start) < top + screen.pane.size.height


def is_still(app: ReaderApp, service: Answers) -> bool:
    screen = screen_of(app)
    waiting = screen.search is not None and screen.search.waiting
    busy = waiting or screen.marks_asked or service.under_way or screen._when_rested or screen._ahead
    return not busy and screen.selected_id in (None, screen.open_id)


SEQUENCES = {
    "next match": ["/", *"nordik", "enter", "n", "n"],
    "star": ["/", *"nordik", "enter", "s"],
    "the second hit": ["/", *"nordik", "down", "enter", "n"],
    "on to the next article": ["/", *"cnil", "enter", "n", "N", "n"],
    "through all matches": ["/", *"amende", "enter", *"nnnnnnn"],
    "from the text": ["enter", "space", "/", *"nordik", "enter", "n", "N"],
    "back to the hits": ["/", *"nordik", "enter", "escape", "j"],
    "edited after a move": ["/", *"nord", "down", "i", "k", "enter"],
    "the meaning after a move": ["/", *"nordik", "down", "ctrl+x", "escape", "enter"],
    "a command of the palette after a move": ["/", *"nordik", "down", "ctrl+p", *"star", "enter"],
    "nothing found": ["/", *"zzz", "enter"],
    "alike": ["m", "enter", "n"],
    "alike, then back": ["m", "escape", "j"],
    "moved in the list": ["j", "enter", "/", *"fine", "enter", "n"],
    "the next of a row just reached": ["j", "J"],
    "the facts of a row just reached": ["j", "j", "f"],
    "the text of a hit just reached": ["/", *"nordik", "enter", "escape", "j", "n"],
    "filtered": ["/", *"nordik", "enter", "escape", "L", "j", "enter"],
    "help": ["/", *"nordik", "enter", "?", *"zen", "enter"],
}


@pytest.mark.parametrize("name", SEQUENCES)
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=["120x40", "80x24", "40x15"])
async def test_keys_typed_ahead_do_what_they_would_have_done_later(
    start: Start, library: Library, service: Answers, name: str, size: tuple[int, int]
) -> None:
    keys = SEQUENCES[name]
    patient = start(read_after_seconds=3600)
    service.may.set()
    async with patient.run_test(size=size) as pilot:
        await until(pilot, lambda: screen_of(patient).open_id)
        for key in keys:
            await pilot.press(key)
            await until(pilot, lambda: is_still(patient, service))
        later = state(patient, library)
        assert later["in view"] in (True, None)
    for id_ in library.listing():
        library.set_starred(id_, False)
        library.set_position(id_, 0)
    library.remember("place", "{}")
    service.may.clear()
    hasty = start(read_after_seconds=3600)
    async with hasty.run_test(size=size) as pilot:
        await until(pilot, lambda: screen_of(hasty).open_id)
        for key in keys:
            await pilot.press(key)
        service.may.set()
        await until(pilot, lambda: is_still(hasty, service))
        await pilot.pause()
        assert state(hasty, library) == later


async def test_letters_are_not_held_up_by_a_move_before_them(start: Start, service: Answers) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/", *"nord", "down", "i")
        assert "/ nordi" in top(app)


async def test_commands_meant_for_what_was_not_found_are_no_part_of_the_query(start: Start, service: Answers) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/", *"zzz", "enter", "n", "s")
        service.may.set()
        await until(pilot, lambda: is_still(app, service))
        assert (screen_of(app).entry.text, screen_of(app).place) == ("zzz", Place.SEARCH)


async def test_moves_on_keys_of_the_readers_own_are_counted(start: Start, service: Answers) -> None:
    app = start(keys={"down": ("ctrl+n",)})
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/", "e", "ctrl+n", "ctrl+n")
        service.may.set()
        await until(pilot, lambda: is_still(app, service))
        assert len(screen_of(app).ids) == 3
        assert screen_of(app).rows.selected == 2


async def test_esc_twice_leaves_a_search_that_does_not_answer(start: Start, service: Answers) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/", *"nordik", "enter", "n", "escape", "escape")
        assert (screen_of(app).search, screen_of(app).place) == (None, Place.LIST)
        await pilot.press("j")
        assert screen_of(app).rows.selected == 1


async def test_what_waits_for_an_article_that_is_gone_is_done_without_it(
    start: Start, service: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(id_: int, *, limit: int = 40) -> Any:
        await service.may.wait()
        raise NoSuchArticle(id=id_)

    monkeypatch.setattr(service, "similar", gone)
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: screen_of(app).open_id)
        await pilot.press("m", "j")
        service.may.set()
        await until(pilot, lambda: screen_of(app).rows.selected == 1)
        assert screen_of(app).search is None


async def test_a_wait_that_ends_without_an_answer_holds_no_key_up(start: Start, service: Answers) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: screen_of(app).open_id)
        await pilot.press("m", "j")
        screen_of(app).clear_search()
        await pilot.press("j")
        assert (screen_of(app).rows.selected, screen_of(app)._ahead) == (2, [])


async def test_leaving_the_program_waits_for_no_answer(start: Start, service: Answers) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/", *"nordik", "enter", "n", "ctrl+c")
        await until(pilot, lambda: not app.is_running)


async def test_what_is_chosen_is_done_before_the_keys_after_it(start: Start, library: Library) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: screen_of(app).open_id)
        first = screen_of(app).ids[0]
        for key in [":", *"star", "enter", "j"]:
            app.screen.take_key(key)  # type: ignore[attr-defined]
        await until(pilot, lambda: screen_of(app).rows.selected == 1)
        assert [id_ for id_ in library.listing() if library.state(id_).starred] == [first]


async def test_keys_typed_ahead_of_the_bare_text_move_in_it_and_leave_it(start: Start, library: Library) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: screen_of(app).open_id)
        for key in ["Y", "space", "escape", "s"]:
            app.screen.take_key(key)  # type: ignore[attr-defined]
        await until(pilot, lambda: app.screen is screen_of(app))
        await until(pilot, lambda: library.state(screen_of(app).ids[0]).starred)


@pytest.mark.parametrize("over", ["?", "Y"])
async def test_ctrl_l_draws_everything_anew_over_whatever_is_shown(
    start: Start, monkeypatch: pytest.MonkeyPatch, over: str
) -> None:
    app = start()
    drawn: list[bool] = []
    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr(app, "action_repaint", lambda: drawn.append(True))
        await pilot.press(over, "ctrl+l")
        assert drawn and app.screen is not screen_of(app)
