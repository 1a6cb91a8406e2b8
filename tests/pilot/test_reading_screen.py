"""What a reader does with the list and the text, through keys."""

from __future__ import annotations

import re

import pytest
from stage import AnswersHere, Start, bottom, screen_of, shown, top, until

from aipolicy_index.errors import ServiceError, StoreError
from aipolicy_index.library import Library
from aipolicy_tui.commands import COMMANDS, Place, command
from aipolicy_tui.screens.reading import ReadingScreen


@pytest.fixture(params=[(120, 40), (80, 24), (50, 18)], ids=["120x40", "80x24", "50x18"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return request.param  # type: ignore[no-any-return]


async def test_the_list_shows_date_outlet_title_and_what_is_unread(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "Regulator fines" in shown(app))
        first = shown(app).split("\n")[1]
        assert "●" in first and "17 Jun 25" in first and "Courrier" in first
        assert "3 articles · 3 unread · date ↓" in shown(app).split("\n")[0]


async def test_the_text_follows_the_selection_when_it_rests(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j")
        await until(pilot, lambda: "regulator said on Tuesday" in shown(app))
        assert screen_of(app).place is Place.LIST


async def test_enter_goes_into_the_text_and_esc_comes_back(start: Start, size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        await pilot.press("down", "enter")
        await until(pilot, lambda: screen_of(app).place is Place.TEXT)
        await until(pilot, lambda: "regulator said on Tuesday" in shown(app))
        await pilot.press("escape")
        assert screen_of(app).place is Place.LIST
        assert screen_of(app).rows.selected == 1


async def test_three_layouts_by_width_and_breakpoints_while_running(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)

        def panes() -> tuple[bool, bool, bool]:
            return screen.rows.display, screen.pane.display, screen.facts.display

        assert panes() == (True, True, True)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: panes() == (True, True, False))
        await pilot.resize_terminal(50, 24)
        await until(pilot, lambda: panes() == (True, False, False))
        await pilot.resize_terminal(39, 9)
        await until(pilot, lambda: "39x9" in shown(app))
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: panes() == (True, True, True))


async def test_an_article_is_read_after_a_moment_in_its_text_not_by_passing_over_it(
    start: Start, library: Library
) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j")
        await until(pilot, lambda: screen_of(app).open_id == screen_of(app).ids[1])
        assert library.counts().unread == 3
        await pilot.press("enter")
        await until(pilot, lambda: library.counts().unread == 2)
        await until(pilot, lambda: "2 unread" in shown(app))


async def test_a_notice_is_gone_with_the_next_key(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s")
        assert "Starred" in bottom(app)
        await pilot.press("j")
        assert "Starred" not in bottom(app)


async def test_an_error_stays_until_it_was_seen(start: Start) -> None:
    app = start(keys={"star": ("y",)})
    async with app.run_test(size=(120, 40)) as pilot:
        assert "no longer has it" in bottom(app)
        await pilot.press("j")
        assert "no longer has it" in bottom(app)
        await pilot.press("escape")
        assert "no longer has it" not in bottom(app)


async def test_an_error_is_not_lost_under_a_notice_and_can_be_found_later(start: Start) -> None:
    app = start(keys={"star": ("y",)})
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("u")
        assert "Marked as read" in bottom(app)
        await pilot.press("j")
        assert "no longer has it" in bottom(app)
        screen_of(app).tell_error(StoreError(path="library.sqlite", reason="reason.disk_full"))
        await until(pilot, lambda: "(+1: Esc)" in bottom(app))
        await pilot.press("escape")
        await until(pilot, lambda: "library.sqlite" in shown(app))
        await pilot.press("escape")
        await until(pilot, lambda: "library.sqlite" not in shown(app))
        screen_of(app).run_command(command("errors"))
        await until(pilot, lambda: "Errors of this visit" in shown(app))
        assert "library.sqlite" in shown(app) and "no longer has it" in shown(app)
        await pilot.press("escape")
        assert screen_of(app).place is Place.LIST


async def test_a_service_that_cannot_be_started_ends_nothing(
    start: Start, service: AnswersHere, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    async def broken() -> None:
        asked.append(True)
        raise ServiceError(reason="exit status 1")

    monkeypatch.setattr(service, "start", broken)
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: asked)
        await pilot.press("/", *"nordik")
        await until(pilot, lambda: screen_of(app).search and screen_of(app).ids)


async def test_an_error_of_the_visit_can_be_copied(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        sent: list[str] = []
        monkeypatch.setattr(screen_of(app), "send", lambda copied: sent.append(copied.text))
        screen_of(app).tell_words("library.sqlite: the disk is full.", error=True)
        screen_of(app).run_command(command("errors"))
        await pilot.press("enter")
        assert sent == ["library.sqlite: the disk is full."]


async def test_j_and_k_go_through_the_articles_from_inside_the_text(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "J")
        assert (screen.place, screen.open_id) == (Place.TEXT, screen.ids[1])
        assert screen.rows.selected == 1
        await pilot.press("K", "K")
        assert screen.open_id == screen.ids[0]
        assert "first article" in bottom(app)


async def test_tab_walks_the_panes(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 40)) as pilot:
        places = []
        for _ in range(3):
            await pilot.press("tab")
            places.append(screen_of(app).place)
        assert places == [Place.TEXT, Place.FACTS, Place.LIST]
        await pilot.press("shift+tab")
        assert screen_of(app).place is Place.FACTS


async def test_an_empty_library_shows_the_one_command_that_fills_it(start: Start, library: Library) -> None:
    library.remove(list(library.listing()))
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        words = "".join(line.split("│")[0].strip() for line in shown(app).split("\n"))
        assert re.search(r"aipolicy-tui--library.*addFOLDER", words.replace(" ", ""))
        assert "0 articles" in top(app)
        assert "? help" in bottom(app) and "sort" not in bottom(app)
        await pilot.press("enter", "f", "tab", "y", "n", "J", "s", "u", "o", "Y", "escape")


async def test_reopening_returns_to_the_article_its_place_and_the_sort(start: Start, library: Library) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("S", "down", "down", "enter")
        await until(pilot, lambda: screen_of(app).listing.sort == "title")
        await pilot.press("g", "enter")
        await until(pilot, lambda: screen_of(app).place is Place.TEXT)
        await pilot.press("space", "j", "j")
        open_id, offset = screen_of(app).open_id, screen_of(app).pane.visible_offset()
        assert offset > 0
        await pilot.press("q")
    again = start()
    async with again.run_test(size=(80, 24)) as pilot:
        screen = screen_of(again)
        await until(pilot, lambda: screen.open_id == open_id)
        assert (screen.place, screen.pane.visible_offset(), screen.listing.sort) == (Place.TEXT, offset, "title")
        assert screen.selected_id == open_id


async def test_the_reading_place_of_every_article_is_kept(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "space")
        offset = screen.pane.visible_offset()
        assert offset > 0
        await pilot.press("J", "K")
        assert screen.pane.visible_offset() == offset


async def test_the_place_in_the_text_stays_at_another_width(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "space")
        offset = screen.pane.offset_at_top
        await pilot.resize_terminal(120, 30)
        await until(pilot, lambda: screen.facts.display)
        line = screen.pane.source.line_of(offset)
        assert screen.pane.scroll_offset.y == line


async def test_what_another_process_adds_comes_into_the_list_without_moving_the_selection(
    start: Start, library: Library
) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("j")
        chosen = screen.selected_id
        with Library.open(library.folder) as other:
            other.remove([screen.ids[0]])
        screen.look_for_changes()
        await until(pilot, lambda: len(screen.ids) == 2)
        assert (screen.selected_id, screen.rows.selected) == (chosen, 0)


async def test_the_language_can_be_switched_while_reading(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(":", *"francais", "enter")
        await until(pilot, lambda: "17 juin 25" in shown(app))
        assert "EN BREF" in shown(app) and "lire" in bottom(app) and "17 juin 2025" in shown(app)


async def test_the_palette_finds_commands_by_words_of_either_language(start: Start, library: Library) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        first = screen_of(app).ids[0]
        await pilot.press("ctrl+p", *"etoile", "enter")
        await until(pilot, lambda: library.state(first).starred)


async def test_help_shows_what_works_here_first_and_can_be_searched(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "?")
        await until(pilot, lambda: "In the text" in shown(app))
        await pilot.press(*"clipboard")
        await until(pilot, lambda: "Copies the passage" in shown(app))
        assert "Stars the article" not in shown(app)
        await pilot.press("escape")
        assert screen_of(app) is app.screen


async def test_zen_keeps_the_text_alone(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await pilot.press("z")
        assert (screen.rows.display, screen.pane.display, screen.facts.display) == (False, True, False)
        await pilot.press("z")
        assert screen.rows.display and screen.facts.display


def test_every_command_does_something() -> None:
    assert [known.name for known in COMMANDS if not hasattr(ReadingScreen, f"do_{known.name}")] == []


async def test_every_command_can_be_given_everywhere_without_harm(start: Start, size: tuple[int, int]) -> None:
    app = start()
    skipped = {"quit", "suspend"}
    async with app.run_test(size=size) as pilot:
        for place in (Place.LIST, Place.TEXT, Place.FACTS):
            for known in COMMANDS:
                screen = screen_of(app)
                if place in known.places and known.name not in skipped:
                    screen.go(place)
                    screen.run_command(known)
                    await pilot.pause()
                    while app.screen is not screen:
                        app.screen.dismiss(None)
                        await pilot.pause()
        assert app.return_code in (None, 0)


async def test_what_the_library_cannot_do_is_told_and_the_reader_goes_on(
    start: Start, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreError(path="library.sqlite", reason="disk full")

    app = start()
    async with app.run_test(size=(120, 24)) as pilot:
        monkeypatch.setattr(library, "do", full)
        monkeypatch.setattr(library, "set_position", full)
        await pilot.press("s")
        assert "disk full" in bottom(app)
        await pilot.press("escape", "enter", "space", "J")
        await until(pilot, lambda: screen_of(app).open_id == screen_of(app).ids[1])


async def test_articles_that_another_process_adds_get_their_facts_while_the_reader_is_open(
    start: Start, library: Library
) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        began: list[str] = []
        whole, service = screen.service.prepare, screen.service

        def prepare() -> object:
            began.append("")
            return whole()

        service.prepare = prepare  # type: ignore[method-assign]
        await until(pilot, lambda: screen._may_prepare)
        for id_ in screen.ids:
            library.extract_facts(id_)
        count = len(began)
        new = library.folder / "new.txt"
        new.write_text("La Cnil a publié lundi un nouvel article sur les amendes à Paris.", "utf-8")
        with Library.open(library.folder) as other:
            other.add([new], defer_facts=True, jobs=1)
        screen.look_for_changes()
        await until(pilot, lambda: len(began) == count + 1)
        await until(pilot, lambda: "4 articles" in top(app))


async def test_a_command_that_does_nothing_here_says_so(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(":", *"complete the name", "enter")
        await pilot.pause()
        assert "Not possible here: " in bottom(app)
