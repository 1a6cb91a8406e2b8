"""What every command of the linear mode works with: the library, the list, the open article, portions of lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from aipolicy_tui.cli.read.asking import Conversation
from aipolicy_tui.cli.read.opened import Opened
from aipolicy_tui.cli.read.shelf import Shelf
from aipolicy_tui.cli.read.words import word_of

if TYPE_CHECKING:
    from aipolicy_index.library import Library


class Telling:
    """Tells long things a portion at a time."""

    def __init__(self, library: Library, conversation: Conversation) -> None:
        self.failures = 0
        """Commands that could not be done."""
        self._library = library
        self._say = conversation
        self._shelf = Shelf(library)
        self._place: int | None = None
        self._open: Opened | None = None
        self._rest: Iterator[list[str]] = iter(())

    def _show(self, portions: Iterable[list[str]]) -> None:
        """The first portion; the rest waits for `more`. Where nobody waits, all of them."""
        self._rest = iter(portions)
        if self._say.is_paged:
            self.do_more("")
        else:
            self.do_all("")

    def do_more(self, rest: str) -> None:
        """The next portion."""
        portion = next(self._rest, None)
        if portion is None:
            self._say.tell("read.no_more")
        else:
            self._say.show(portion)

    def do_all(self, rest: str) -> None:
        """All that is left."""
        for portion in self._rest:
            self._say.show(portion)

    def _fail(self, key: str, **values: object) -> None:
        self.failures += 1
        self._say.tell(key, **values)

    def _opened(self) -> Opened | None:
        if self._open is None:
            self._fail("read.nothing_open", open=word_of("open"))
        return self._open
