"""The addresses of an article: each with a letter or two, whole, copied, and opened where there is a desktop."""

from __future__ import annotations

import asyncio
from itertools import pairwise
from pathlib import Path

import pytest
from stage import Start, article, bottom, screen_of, shown, until

from aipolicy_index.library import Library
from aipolicy_index.model import Link
from aipolicy_index.store.sources import Signature, digest_of
from aipolicy_tui.keymap import build_keymap
from aipolicy_tui.screens.chooser import free_letters, letter_names
from aipolicy_tui.screens.links import open_in_browser

LONG = "https://example.org/" + "/".join(f"part{number}" for number in range(60)) + "#end"


@pytest.mark.parametrize("count", [1, 26, 45, 46, 61, 400, 5000])
def test_no_name_begins_another_and_as_many_as_can_be_have_one(count: int) -> None:
    letters = free_letters(build_keymap())
    names = letter_names(letters, count)
    given = sorted(name for name in names if name)
    assert len(names) == count and len(given) == min(count, len(letters) ** 2)
    assert not any(after.startswith(before) for before, after in pairwise(given))


@pytest.fixture
def links(library: Library) -> list[str]:
    """An article with sixty links, the first of them long, at the top of the list."""
    urls = [LONG, *(f"https://example.org/{number}" for number in range(60))]
    named = tuple(Link(url, url) for url in urls)
    many = article("Liens\nDes adresses.", "Liens", "Nord Actu", "2026-01-01", links=named)
    with library._store.transaction():
        text = many.text.encode()
        library._store.file(Path("/articles/9.txt"), Signature(9, len(text), 0), digest_of(text), many, (), 1)
    return urls


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=["120x40", "80x24", "40x15"])
async def test_two_letters_choose_the_last_of_many(
    start: Start, links: list[str], size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = start()
    copied: list[str] = []

    async def copy(text: str, folder: Path) -> object:
        copied.append(text)
        raise asyncio.CancelledError

    monkeypatch.setattr(app, "copy_text", copy)
    names = letter_names(free_letters(build_keymap()), len(links))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: screen_of(app).pane.article and len(screen_of(app).pane.article.links) > 9)
        await pilot.press("o", *names[-1])
        await until(pilot, lambda: copied == [links[-1]])
        await pilot.press("o", names[-1][0])
        assert links[1] not in shown(app) and links[-1] in shown(app)
        await pilot.press("escape")
        assert links[1] in shown(app) or size[1] < 24
        await pilot.press("escape")
        assert app.screen is screen_of(app)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=["120x40", "80x24", "40x15"])
async def test_a_long_address_is_shown_whole_from_the_first_column_on(
    start: Start, links: list[str], size: tuple[int, int]
) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: screen_of(app).pane.article and len(screen_of(app).pane.article.links) > 9)
        await pilot.press("o", "enter")
        await until(pilot, lambda: shown(app).replace("\n", "").startswith(LONG))
        await pilot.press("escape")
        assert app.screen is screen_of(app)
        await until(pilot, lambda: "address" in bottom(app))


async def test_an_address_is_opened_on_a_desktop_and_not_over_ssh(tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    tool = tmp_path / "xdg-open"
    tool.write_text(f'#!/bin/sh\necho "$1" >> {opened}\n')
    tool.chmod(0o755)
    desktop = {"DISPLAY": ":0", "PATH": f"{tmp_path}:/usr/bin:/bin"}
    for remote in ({"SSH_CONNECTION": "a b c d"}, {"SSH_TTY": "/dev/pts/1"}, {"SSH_CLIENT": "a"}):
        assert not await open_in_browser(LONG, desktop | remote)
    assert not await open_in_browser("file:///etc/passwd", desktop)
    assert await open_in_browser(LONG, desktop)
    while not opened.exists() or not opened.read_text():
        await asyncio.sleep(0.01)
    assert opened.read_text() == LONG + "\n"
