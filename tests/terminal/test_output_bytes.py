"""Bytes that a key costs, on 80 columns and 24 rows with 256 colours: budgets that only a change of code can break.

The peers' figures are those of newsboat 2.21 (cursor down 211, at the edge 238, a page 1816), of less 590 (a page 1316)
and of a stock OptionList (a side panel 12640, a letter typed with twenty new rows 4732), measured in the same terminal.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from harness import Terminal, wait_until

NEWSBOAT_DOWN, NEWSBOAT_EDGE, NEWSBOAT_PAGE = 211, 238, 1816
LESS_PAGE = 1316
OPTION_LIST_PANEL, OPTION_LIST_TYPE = 12640, 4732


@pytest.fixture(params=["1", "2"], ids=["one-line-rows", "two-line-rows"])
def listing(request: pytest.FixtureRequest) -> Iterator[Terminal]:
    with Terminal.program("reader", "--only", "list", "--row-height", request.param) as terminal:
        terminal.wait_for("quitter")
        yield terminal


@pytest.fixture
def article() -> Iterator[Terminal]:
    with Terminal.program("reader", "--only", "text") as terminal:
        terminal.wait_for("quitter")
        yield terminal


def cost(terminal: Terminal, *keys: str, times: int = 5) -> float:
    return median(len(terminal.cost(*keys)) for _ in range(times))


def test_moving_the_selection_sends_two_markers(listing: Terminal) -> None:
    assert cost(listing, "down") <= 0.15 * NEWSBOAT_DOWN
    assert cost(listing, "up", times=3) <= 0.15 * NEWSBOAT_DOWN


def test_scrolling_at_the_edge_sends_the_new_row(listing: Terminal) -> None:
    listing.press("end")
    listing.press("home")
    for _ in range(30):
        listing.press("down")
    assert cost(listing, "down") <= 0.9 * NEWSBOAT_EDGE


def test_a_page_of_the_list_costs_what_it_shows(listing: Terminal) -> None:
    assert cost(listing, "pagedown") <= 1.1 * NEWSBOAT_PAGE
    assert cost(listing, "pageup") <= 1.1 * NEWSBOAT_PAGE


def test_a_page_of_the_article_costs_what_it_shows(article: Terminal) -> None:
    assert cost(article, "pagedown") <= 1.25 * LESS_PAGE


def test_a_line_of_the_article_costs_a_line(article: Terminal) -> None:
    article.press("pagedown")
    assert cost(article, "down") <= 130
    assert cost(article, "up") <= 130


def test_the_panel_comes_and_goes_for_what_it_covers(listing: Terminal) -> None:
    assert cost(listing, "ctrl+b") <= 0.12 * OPTION_LIST_PANEL


def test_a_letter_with_new_results_costs_the_results(listing: Terminal) -> None:
    listing.press("ctrl+f")
    listing.sync()
    assert cost(listing, "a") <= 0.45 * OPTION_LIST_TYPE


def test_nothing_is_sent_when_nothing_happens(listing: Terminal) -> None:
    listing.sync()
    assert listing.settle(quiet=1.0) == b""
    listing.press("ctrl+f")
    listing.sync()
    assert listing.settle(quiet=1.0) == b""


@pytest.mark.parametrize("rows", [100, 100_000])
def test_a_long_list_is_scrolled_for_the_same_bytes(rows: int) -> None:
    with Terminal.program("reader", "--only", "list", "--rows", str(rows)) as terminal:
        terminal.wait_for("quitter")
        assert len(terminal.cost("end")) <= 1.2 * NEWSBOAT_PAGE
        assert len(terminal.cost("up")) <= 0.25 * NEWSBOAT_DOWN


def test_a_terminal_that_is_behind_gets_the_last_screen_and_not_every_one(tmp_path: Path) -> None:
    progress = tmp_path / "progress"
    with Terminal.program("reader", "--only", "list", "--rows", "100000", "--progress", str(progress)) as terminal:
        terminal.wait_for("quitter")
        terminal.sync()
        start = len(terminal.written)
        pages = 60
        for page in range(1, pages + 1):
            terminal.press("pagedown")
            # Nobody reads what the program writes meanwhile, as on a link that stands still.
            wait_until(lambda wanted=str(page * 23): progress.exists() and progress.read_text() == wanted)
        terminal.sync()
        assert terminal.row(0).strip(" ›").startswith(f"{pages * 23 % 28 + 1:02}.")
        assert len(terminal.written) - start < pages * NEWSBOAT_PAGE / 2
