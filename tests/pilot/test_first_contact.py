"""What a stranger meets: pages as elsewhere, keys that do nothing, dialogs, a terminal too small, an empty library."""

from __future__ import annotations

import pytest
from stage import Start, article, bottom, screen_of, shelf, shown, stock, top, until

from aipolicy_index.library import Library


@pytest.mark.parametrize(("on", "back"), [("ctrl+f", "ctrl+b"), ("space", "b"), ("ctrl+d", "ctrl+u")])
async def test_pages_are_turned_as_in_less_and_vim_in_every_pane(
    start: Start, library: Library, on: str, back: str
) -> None:
    others = [article(f"Titre {n}\nTexte.", f"Titre {n}", "Nord Actu", "2020-01-02") for n in range(40)]
    stock(library, [*shelf(), *((other, ()) for other in others)])
    app = start()
    async with app.run_test(size=(80, 16)) as pilot:
        screen = screen_of(app)
        await until(pilot, lambda: screen.open_id)
        for pane, reached in ((screen.rows, ""), (screen.pane, "enter"), (screen.facts, "enter")):
            await pilot.press(*([reached] if reached else []))
            before = pane.scroll_offset.y
            await pilot.press(on)
            assert pane.scroll_offset.y > before
            await pilot.press(back)
            assert pane.scroll_offset.y == before
            await pilot.press("g")


async def test_no_key_does_what_a_screen_that_is_too_small_cannot_show(start: Start, library: Library) -> None:
    app = start()
    async with app.run_test(size=(39, 9)) as pilot:
        await pilot.press("D", "s", "t", *"cloud", "enter")
        assert library.counts().total == 3
        assert library.tags() == [] and not library.state(library.listing()[0]).starred
        await pilot.resize_terminal(80, 24)
        await pilot.press("?")
        await pilot.resize_terminal(39, 9)
        await until(pilot, lambda: "39x9" in shown(app) and "Help" not in shown(app))
        await pilot.press("j", "D", "escape")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: "3 articles" in shown(app) and "Help" not in shown(app))
        await pilot.resize_terminal(39, 9)
        await pilot.press("q")
        await until(pilot, lambda: not app.is_running)


async def test_a_dialog_comes_back_as_it_was_from_a_screen_that_was_too_small(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("?")
        before = shown(app)
        assert "Type to search" in before
        for small in ((39, 9), (38, 8)):
            await pilot.resize_terminal(*small)
            await until(pilot, lambda: "Too small" in shown(app))
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: shown(app) == before)


async def test_an_empty_library_has_the_whole_screen_to_say_what_fills_it(start: Start, library: Library) -> None:
    library.remove(list(library.listing()))
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "│" not in shown(app)
        await pilot.press("f", "escape", "enter", "tab", "escape")
        assert "To add some" in shown(app)
        new = library.folder / "new.txt"
        new.write_text("La Cnil a publié lundi un nouvel article sur les amendes à Paris.", "utf-8")
        with Library.open(library.folder) as other:
            other.add([new], jobs=1)
        screen_of(app).look_for_changes()
        await until(pilot, lambda: "1 article" in top(app) and "│" in shown(app))


@pytest.mark.parametrize("key", ["a", "&", "f7", "ctrl+g"])
async def test_a_key_that_does_nothing_says_where_the_keys_are(start: Start, key: str) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        assert "does nothing here. ? shows the keys." in bottom(app)
        await pilot.press("j")
        assert "does nothing" not in bottom(app)
        await pilot.press("/", *"a&é", "f7")
        assert "does nothing here. F1 shows the keys." in bottom(app)


@pytest.mark.parametrize("keys", ["?", ":", "t", "S", "w"])
async def test_every_dialog_says_how_to_leave_it(start: Start, keys: str) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: screen_of(app).open_id)
        await pilot.press(*keys)
        assert "─ Esc close ─\n" in shown(app)
        await pilot.press("escape")
        assert "Esc close" not in shown(app)


async def test_the_list_begins_with_a_whole_row_though_the_last_visit_had_rows_of_another_height(
    start: Start, library: Library
) -> None:
    others = [article(f"Titre {n}\nTexte.", f"Titre {n}", "Nord Actu", "2020-01-02") for n in range(40)]
    stock(library, [*shelf(), *((other, ()) for other in others)])
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["j"] * 17)
        before = screen_of(app).rows
        await until(pilot, lambda: screen_of(app).open_id == screen_of(app).selected_id)
        first, selected = before.visible_rows.start, before.selected
        assert first
        app.exit()
    again = start()
    async with again.run_test(size=(120, 40)) as pilot:
        rows = screen_of(again).rows
        await until(pilot, lambda: rows.selected == selected)
        assert rows.scroll_offset.y % 3 == 0
        assert rows.visible_rows.start == first
