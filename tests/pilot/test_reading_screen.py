"""What a reader does with the list and the text, through keys."""

from __future__ import annotations

import re

import pytest
from stage import Start, bottom, screen_of, shown, top, until

from aipolicy_index.errors import StoreError
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
        assert "●" in first and "17 Jun 25" in first and "Le Courrier" in first
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


async def test_star_unread_and_undo_are_on_disk_at_once(start: Start, library: Library) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        first = screen_of(app).ids[0]
        await pilot.press("s")
        assert library.state(first).starred
        assert "Starred" in bottom(app)
        await pilot.press("u")
        assert library.state(first).read
        await pilot.press("U")
        assert not library.state(first).read
        await pilot.press("U")
        assert not library.state(first).starred
        await pilot.press("U")
        assert "Nothing to undo" in bottom(app)


async def test_a_tag_is_typed_once_chosen_again_shown_filtered_and_undone(start: Start, library: Library) -> None:
    app = start()
    async with app.run_test(size=(120, 24)) as pilot:
        first = screen_of(app).ids[0]
        await pilot.press("t", *"à", "space", *"relire", "enter")
        assert library.state(first).tags == {"à relire"}
        assert "Tagged à relire. U to undo." in bottom(app) and "#à" in shown(app)
        await pilot.press("j", "t", *"à re")
        assert "à relire" in shown(app)
        await pilot.press("enter", "T", "down", "enter")
        assert "2 articles" in top(app) and "#à relire" in top(app)
        await pilot.press("t", "enter")
        assert "taken off" in bottom(app)
        await pilot.press("U")
        assert library.state(first).tags == {"à relire"} == library.state(screen_of(app).ids[1]).tags
        await pilot.press("x", "t", "escape")
        assert len(screen_of(app).ids) == 3


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_an_article_is_removed_and_undo_brings_it_back(
    start: Start, library: Library, size: tuple[int, int]
) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        before = list(screen_of(app).ids)
        library.set_starred(before[1], True)
        facts = library.facts(before[1])
        await pilot.press("j", "enter", "D")
        await until(pilot, lambda: screen_of(app).open_id == before[2])
        assert list(screen_of(app).ids) == [before[0], before[2]]
        assert screen_of(app).selected_id == before[2] and "Removed" in bottom(app)
        await pilot.press("U")
        assert list(screen_of(app).ids) == before
        assert screen_of(app).selected_id == before[1]
        assert library.state(before[1]).starred and library.facts(before[1]) == facts
        await pilot.press("D", "D", "D", "D", "U", "U", "U", "U")
        assert list(screen_of(app).ids) == before


async def test_a_hit_can_be_removed_and_brought_back(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"nordik", "enter")
        await until(pilot, lambda: screen_of(app).search and screen_of(app).search.lists_hits)
        await pilot.press("escape")
        found = list(screen_of(app).ids)
        await pilot.press("D")
        assert list(screen_of(app).ids) == found[1:]
        await pilot.press("U")
        await until(pilot, lambda: list(screen_of(app).ids) == found)


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


async def test_the_list_can_be_sorted_and_says_so(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("S", "down", "down", "enter")
        await until(pilot, lambda: "title ↑" in shown(app).split("\n")[0])
        rows = [screen_of(app).listing.rows.row(screen_of(app).ids, place) for place in range(3)]
        titles = [row.display_title for row in rows if row]
        assert titles == sorted(titles)


async def test_filters_are_single_keys_and_stand_in_the_top_line(start: Start) -> None:
    app = start()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("L", "L")
        assert "in English" in shown(app).split("\n")[0]
        assert len(screen_of(app).ids) == 1
        await pilot.press("x", "s", "e")
        assert "starred" in shown(app).split("\n")[0]
        assert len(screen_of(app).ids) == 1
        await pilot.press("r", "u", "r", "r")
        assert "No articles with these filters" in " ".join(shown(app).split())


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


async def test_a_filter_that_passes_over_the_selected_article_selects_its_neighbour(
    start: Start, library: Library
) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        first, second, third = screen_of(app).ids
        library.set_read(second, True)
        await pilot.press("j", "r")
        assert screen_of(app).selected_id == third
        await until(pilot, lambda: screen_of(app).open_id == third)
        await pilot.press("e")
        assert not screen_of(app).ids and screen_of(app).open_id is None
        await pilot.press("x")
        assert screen_of(app).selected_id == third == screen_of(app).open_id
        assert first in screen_of(app).ids


async def test_an_article_being_read_stays_in_the_list_of_the_unread(start: Start, library: Library) -> None:
    """Another process writes facts meanwhile; the next article is still the next one."""
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        first, second, third = screen_of(app).ids
        await pilot.press("r", "j", "enter")
        await until(pilot, lambda: library.state(second).read)
        with Library.open(library.folder) as other:
            other.set_starred(third, True)
        screen_of(app).look_for_changes()
        assert list(screen_of(app).ids) == [first, second, third]
        await pilot.press("J")
        assert screen_of(app).open_id == third
        await pilot.press("escape", "r", "r")
        assert second not in screen_of(app).ids


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


async def test_a_search_says_which_filters_it_is_narrowed_to(start: Start, library: Library) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e", "/", *"nordik")
        await until(pilot, lambda: "starred" in top(app))
        await until(pilot, lambda: "Searched only: starred." in " ".join(shown(app).split()).replace("│ ", ""))
        await pilot.press("escape", "x", "/", *"nordik")
        await until(pilot, lambda: "articles" in top(app) and "starred" not in top(app))


async def test_what_is_undone_passes_the_filter_again(start: Start, library: Library) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        first, second, third = screen_of(app).ids
        await pilot.press("u", "r")
        assert list(screen_of(app).ids) == [second, third]
        await pilot.press("U")
        assert list(screen_of(app).ids) == [first, second, third]
        assert screen_of(app).selected_id == second
