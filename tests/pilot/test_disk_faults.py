"""A disk that fails while the reader is open: what cannot be read says so, once, and the reader goes on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from stage import FILLER, Start, article, screen_of, shown, stock, until

from aipolicy_index.errors import StoreError
from aipolicy_index.library import Library
from aipolicy_index.store.connection import Connection
from aipolicy_tui.commands import COMMANDS

_SAID = "the disk does not answer"


class Disk:
    """Fails while told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._working = Connection.translated
        self._monkeypatch = monkeypatch

    def fails(self) -> None:
        """From now on nothing can be read or written."""

        @contextmanager
        def failing(db: Connection) -> Iterator[None]:
            raise StoreError(path=db.path, reason="reason.disk_fault")
            yield

        self._monkeypatch.setattr(Connection, "translated", failing)

    def works(self) -> None:
        """Everything can be read again."""
        self._monkeypatch.setattr(Connection, "translated", self._working)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture
def long_library(library: Library) -> Library:
    """More articles than are asked for at once."""
    titles = [f"Article numéro {number:03}" for number in range(700)]
    stock(library, [(article(f"{title}\n{FILLER}", title, "Nord Actu", "2020-01-02"), ()) for title in titles])
    return library


def _words(app: object) -> str:
    return " ".join(shown(app).split())  # type: ignore[arg-type]


async def test_rows_that_cannot_be_read_say_so_and_are_read_when_they_can_be(
    start: Start, long_library: Library, disk: Disk
) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        disk.fails()
        await pilot.press("G")
        await until(pilot, lambda: "cannot be read" in shown(app) and _SAID in _words(app))
        await pilot.press("escape")
        screen.look_for_changes()
        await pilot.pause()
        assert _SAID not in _words(app) and "cannot be read" in shown(app)
        disk.works()
        screen.look_for_changes()
        await until(pilot, lambda: "Article numéro 699" in _words(app) and "cannot be read" not in shown(app))


async def test_a_row_that_cannot_be_read_hides_no_others(
    start: Start, long_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = long_library.listing()[5]
    rows = Library.rows

    def failing(self: Library, ids: list[int]) -> object:
        if damaged in ids:
            raise StoreError(path="library.sqlite", reason="reason.database_damaged")
        return rows(self, ids)

    monkeypatch.setattr(Library, "rows", failing)
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: shown(app).count("cannot be read") == 1)
        assert shown(app).count("Article numéro") >= 3


async def test_an_article_that_cannot_be_read_leaves_no_other_in_its_place(start: Start, disk: Disk) -> None:
    app = start()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await until(pilot, lambda: screen.open_id)
        disk.fails()
        await pilot.press("j", "enter")
        await until(pilot, lambda: _SAID in _words(app))
        assert screen.pane.article is None and "Marc Odile" not in shown(app)
        disk.works()
        await pilot.press("escape", "enter")
        await until(pilot, lambda: "Jane Harrow" in shown(app))


@pytest.mark.parametrize("run", range(3))
async def test_no_key_and_no_size_ends_the_reader_on_a_failing_disk(
    start: Start, long_library: Library, disk: Disk, run: int
) -> None:
    chance = random.Random(run)
    ends = {"quit", "suspend"}
    keys = [key for known in COMMANDS if known.name not in ends for key in known.keys] + [*'nordi é"x', "enter"]
    app = start()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = screen_of(app)
        for _ in range(25):
            chance.choice([disk.fails, disk.works])()
            for key in chance.choices(keys, k=8):
                app._hand_on("space" if key == " " else key)
            if chance.random() < 0.5:
                await pilot.resize_terminal(*chance.choice([(120, 40), (80, 24), (60, 20), (40, 10), (39, 9)]))
            screen.look_for_changes()
            await pilot.pause()
        disk.works()
        assert screen.is_mounted and app.is_running
