"""What lean output puts on the screen is what stock Textual would have put there, cell by cell."""

from __future__ import annotations

import random

import pytest
from harness import Terminal

KEYS = ("down", "up", "pagedown", "pageup", "home", "end", "ctrl+b", "ctrl+f", "tab", "a", "b", "é", "backspace")
MOVE_THE_FOCUS = ("ctrl+b", "ctrl+f", "tab")
ROUNDS, KEYS_A_ROUND = 100, 5


@pytest.mark.parametrize(
    ("columns", "rows", "row_height"),
    [(80, 24, "2"), (120, 40, "2"), (40, 12, "1")],
    ids=["80x24", "120x40", "40x12"],
)
def test_500_random_keys_leave_the_same_cells_as_stock_output(columns: int, rows: int, row_height: str) -> None:
    chosen = random.Random(columns)
    arguments = ["--row-height", row_height]
    with (
        Terminal.program("reader", *arguments, columns=columns, rows=rows) as lean,
        Terminal.program("reader", *arguments, "--output", "stock", columns=columns, rows=rows) as stock,
    ):
        for terminal in (lean, stock):
            terminal.wait_for("quitter")
        for _ in range(ROUNDS):
            keys = chosen.choices(KEYS, k=KEYS_A_ROUND)
            for terminal in (lean, stock):
                _press_in_order(terminal, keys)
            if lean.display.cells() != stock.display.cells():
                pytest.fail(f"after {keys}\nlean\n{lean.framed()}\nstock\n{stock.framed()}")
        assert len(lean.written) < len(stock.written) / 3


def _press_in_order(terminal: Terminal, keys: list[str]) -> None:
    """Type so that no letter overtakes a key before it: Textual runs a binding later than it inserts a letter."""
    for key, following in zip(keys, [*keys[1:], "a"], strict=True):
        terminal.press(key)
        if key in MOVE_THE_FOCUS or len(following) == 1:
            terminal.sync()


def test_a_repaint_mends_a_screen_that_something_else_wrote_on() -> None:
    with Terminal.program("reader") as terminal:
        terminal.wait_for("quitter")
        terminal.sync()
        before = terminal.display.cells()
        terminal.display.feed(b"\x1b[3;5H\x1b[31mgarbage from elsewhere\x1b[m")
        assert terminal.display.cells() != before
        terminal.press("ctrl+l")
        terminal.sync()
        assert terminal.display.cells() == before
