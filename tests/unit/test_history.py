"""Where the reader was, and what can be undone."""

from typing import Any

import pytest

from aipolicy_index.model import ListFilter, ReaderState, Sort
from aipolicy_index.store.taking import Taken
from aipolicy_tui.commands import Place
from aipolicy_tui.screens.history import JumpList, LastVisit, Spot, Undo, last_visit
from aipolicy_tui.widgets.wrapping import View


class Shelf:
    """A library that only remembers."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.states = {1: ReaderState(), 2: ReaderState(read=True)}

    def remember(self, key: str, value: str) -> None:
        self.kept[key] = value

    def recall(self, key: str) -> str | None:
        return self.kept.get(key)

    def state(self, id_: int) -> ReaderState:
        return self.states[id_]

    def set_states(self, states: dict[int, ReaderState]) -> None:
        self.states |= states


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


def test_undo_brings_states_back_and_leaves_the_reading_place() -> None:
    library: Any = Shelf()
    undo = Undo(library)
    undo.before(1)
    library.states[1] = ReaderState(read=True, starred=True, position=40)
    assert undo.undo() == [1]
    assert library.states[1] == ReaderState(read=False, starred=False, position=40)
    assert undo.undo() == []


def test_undo_puts_an_article_back_that_was_taken_out() -> None:
    library: Any = Shelf()
    back: list[Taken] = []
    library.put_back = lambda taken: back.append(taken) or taken.id == 1
    undo = Undo(library)
    undo.took_out(Taken(1, {}))
    undo.took_out(Taken(2, {}))
    assert (undo.undo(), undo.undo()) == ([], [1])
    assert [taken.id for taken in back] == [2, 1]
