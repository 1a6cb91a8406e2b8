"""Stars, tags, removals and what undoes them; the order of the list and its filters, through keys."""

from __future__ import annotations

import pytest
from stage import Start, bottom, screen_of, shown, top, until

from aipolicy_index.library import Library


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


@pytest.mark.parametrize("typed", ['"', '#""', "#"])
async def test_a_tag_that_could_not_be_asked_for_is_refused_in_one_sentence(
    start: Start, library: Library, typed: str
) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        first = screen_of(app).ids[0]
        await pilot.press("t", *typed)
        assert "Nothing of this can be a tag" in shown(app)
        await pilot.press("enter", "escape")
        assert library.state(first).tags == set()


async def test_a_tag_in_use_is_meant_however_it_is_typed(start: Start, library: Library) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        first, second, _ = screen_of(app).ids
        await pilot.press("t", *"Été", "enter", "j", "t", *'#"ete"')
        assert "New" not in shown(app)
        await pilot.press("enter")
        assert library.state(first).tags == {"Été"} == library.state(second).tags


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


async def test_what_is_undone_passes_the_filter_again(start: Start, library: Library) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        first, second, third = screen_of(app).ids
        await pilot.press("u", "r")
        assert list(screen_of(app).ids) == [second, third]
        await pilot.press("U")
        assert list(screen_of(app).ids) == [first, second, third]
        assert screen_of(app).selected_id == second


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


async def test_a_search_says_which_filters_it_is_narrowed_to(start: Start, library: Library) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e", "/", *"nordik")
        await until(pilot, lambda: "starred" in top(app))
        await until(pilot, lambda: "Searched only: starred." in " ".join(shown(app).split()).replace("│ ", ""))
        await pilot.press("escape", "x", "/", *"nordik")
        await until(pilot, lambda: "articles" in top(app) and "starred" not in top(app))


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


async def test_a_screen_higher_than_the_article_does_not_lose_the_place_in_it(start: Start, library: Library) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "space")
        place = screen.pane.visible_offset()
        await pilot.resize_terminal(80, 100)
        await pilot.pause()
        assert screen.pane.visible_offset() == 0
        await pilot.press("escape")
        assert screen.open_id is not None
        assert library.state(screen.open_id).position == place > 0
