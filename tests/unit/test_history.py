"""Where the reader was."""

from typing import Any

import pytest

from aipolicy_index.model import ListFilter, Sort
from aipolicy_tui.commands import Place
from aipolicy_tui.screens.history import JumpList, LastVisit, Spot, last_visit
from aipolicy_tui.widgets.wrapping import View


class Shelf:
    """A library that only remembers."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def remember(self, key: str, value: str) -> None:
        self.kept[key] = value

    def recall(self, key: str) -> str | None:
        return self.kept.get(key)


def test_a_visit_is_the_same_when_it_comes_back() -> None:
    library: Any = Shelf()
    visit = LastVisit(7, Place.TEXT, Sort.OUTLET, ListFilter(unread=True, language="en", outlet="X", tag="cloud"), 12)
    visit.keep(library)
    assert last_visit(library) == visit


@pytest.mark.parametrize("kept", [None, "", "{", "[]", '{"sort": "colour"}', '{"pane": 3}', '{"top": "x"}', "null"])
def test_what_was_kept_by_another_version_is_forgotten(kept: str | None) -> None:
    library: Any = Shelf()
    if kept is not None:
        library.remember("place", kept)
    assert last_visit(library) == LastVisit()


def test_jumps_are_taken_back_in_turn() -> None:
    jumps = JumpList()
    first, second = Spot(1, View(10)), Spot(2)
    for spot in (first, second, second, Spot(None)):
        jumps.leave(spot)
    assert [jumps.back(), jumps.back(), jumps.back()] == [second, first, None]
