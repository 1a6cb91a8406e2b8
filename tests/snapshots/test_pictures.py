"""What the screens look like, in text: 120x40, 80x24 and 40x12, in both languages.

`UPDATE_SNAPSHOTS=1 pytest tests/snapshots` writes the pictures anew; look at what changed before you keep it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from stage import AnswersHere, Start, screen_of, shown, until
from textual.pilot import Pilot

from aipolicy_index.library import Library
from aipolicy_tui import messages
from aipolicy_tui.screens.reader_app import ReaderApp

PICTURES = Path(__file__).parent / "pictures"
SIZES = [(120, 40), (80, 24), (40, 12)]


def compare(app: ReaderApp, name: str) -> None:
    """Hold the screen against its picture."""
    picture = PICTURES / f"{name}-{app.size.width}x{app.size.height}-{messages.chosen()}.txt"
    now = "\n".join(line.rstrip() for line in shown(app).split("\n")) + "\n"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        PICTURES.mkdir(exist_ok=True)
        picture.write_text(now, "utf-8")
    assert now == picture.read_text("utf-8")


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(params=messages.LANGUAGES, autouse=True)
def language(request: pytest.FixtureRequest) -> str:
    messages.choose(request.param)
    return str(request.param)


async def opened(pilot: Pilot[None], app: ReaderApp) -> None:
    await until(pilot, lambda: screen_of(app).open_id is not None)


async def test_the_list_beside_the_text(start: Start, size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app)
        compare(app, "list")


async def test_the_text(start: Start, size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter", "space")
        await until(pilot, lambda: screen_of(app).listing.counts.unread == 2)
        compare(app, "text")


async def test_the_facts(start: Start, size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: screen_of(app).listing.counts.unread == 2)
        await pilot.press("enter", "j", "j")
        compare(app, "facts")


async def test_hits(start: Start, size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        await pilot.press("/", *"secu")
        await until(pilot, lambda: screen_of(app).pane.matches.span)
        compare(app, "hits")


async def test_no_hits(start: Start, size: tuple[int, int], service: AnswersHere) -> None:
    service.corrections["nordyk"] = "nordik"
    app = start()
    async with app.run_test(size=size) as pilot:
        await pilot.press("/", *"nordyk")
        await until(pilot, lambda: not screen_of(app).ids)
        compare(app, "no-hits")


async def test_help(start: Start, size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app)
        await pilot.press("?")
        await until(pilot, lambda: app.screen is not screen_of(app) and "──" in shown(app))
        compare(app, "help")


async def test_the_choice_of_an_order(start: Start, size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app)
        await pilot.press("S")
        await until(pilot, lambda: app.screen is not screen_of(app) and "──" in shown(app))
        compare(app, "sort")


async def test_no_article_passes_the_filters(start: Start, size: tuple[int, int], library: Library) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        await opened(pilot, app)
        await pilot.press("e")
        compare(app, "nothing-passes")
