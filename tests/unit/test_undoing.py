"""What a reader did to articles can be taken back, the last step first."""

from typing import Any

from aipolicy_index.library.undoing import Undo
from aipolicy_index.model import ReaderState
from aipolicy_index.store.taking import Taken


class Shelf:
    """A library that only remembers states."""

    def __init__(self) -> None:
        self.states = {1: ReaderState(), 2: ReaderState(read=True)}

    def state(self, id_: int) -> ReaderState:
        return self.states[id_]

    def set_states(self, states: dict[int, ReaderState]) -> None:
        self.states |= states


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
