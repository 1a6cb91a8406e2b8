"""Any keys in any order, at any size: the reader goes on."""

from __future__ import annotations

import random

import pytest
from stage import Start, screen_of

from aipolicy_tui.commands import COMMANDS

_ENDS = {"quit", "suspend"}
KEYS = [key for known in COMMANDS if known.name not in _ENDS for key in known.keys] + [*"nordi secu\"-'é", "x", "enter"]
SIZES = [(120, 40), (80, 24), (60, 20), (50, 18), (40, 10), (39, 9), (200, 50)]


@pytest.mark.parametrize("run", range(4))
async def test_no_sequence_of_keys_ends_the_reader(start: Start, run: int) -> None:
    chance = random.Random(run)
    app = start()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = screen_of(app)
        for _ in range(30):
            for key in chance.choices(KEYS, k=8):
                taker = app.screen
                taker.take_key("space" if key == " " else key)
            if chance.random() < 0.3:
                await pilot.resize_terminal(*chance.choice(SIZES))
            await pilot.pause()
        assert screen.is_mounted
        assert app.is_running
