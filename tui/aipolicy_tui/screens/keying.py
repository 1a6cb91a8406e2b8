"""Keys become commands; those that are about an answer still under way wait for it, in their order."""

from __future__ import annotations

from aipolicy_tui.commands import Command, Place
from aipolicy_tui.keymap import spoken, types_a_character
from aipolicy_tui.screens.desk import Tools
from aipolicy_tui.screens.keys import TakesKeys
from aipolicy_tui.screens.telling import Telling

_AT_ONCE = frozenset({"redraw", "suspend"})
"""What nothing holds up."""

_OF_RESULTS = frozenset({"open", "down", "up", "page_down", "page_up", "correct", "explain"})
"""What the search line does with the results: of the words that stand there, not of those before."""
_ANOTHER_QUERY = frozenset({"correct", "one_edit"})
"""What asks for other words, as typing does."""
_MOVES = frozenset({"down", "up", "page_down", "page_up"})
_OF_THE_TEXT = frozenset(
    {
        "copy", "facts", "links", "next_article", "next_match", "next_pane", "plain", "previous_article",
        "previous_match", "previous_pane", "search", "zen",
    }
)  # fmt: skip
"""What the list does with the article beside it: with that of the selected row, also before the selection rests."""
_WHATEVER_IS_FOUND = frozenset({"back", "help", "palette", "quit", "search"})
"""What can be done before it is known what was found."""
_WHEREVER_IT_STANDS = frozenset(
    {"back", "help", "next_article", "palette", "previous_article", "quit", "star", "unread"}
)
"""What can be done to an article before its matches are known."""


class Keying(Telling):
    """Hands each key to the command that it means where the reader will be when it is done."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._ahead: list[str] = []
        """Keys that wait, the oldest first."""
        self._divided: tuple[object, ...] = ()
        self._dividing = False
        """Whether panes have come into view whose size is not known yet."""

    def take_key(self, key: str) -> None:
        """Do what the key does here, once what it is about is known. A notice has been read when the next key comes."""
        self.safely(lambda: self._take_key(key))

    def _take_key(self, key: str) -> None:
        if not self.is_mounted or (self._ahead and not self._overtakes(key)) or self._must_wait(key):
            self._ahead.append(key)
            if self.is_mounted:
                # What the first of them waited for may have been given up without an answer.
                self.answered()
        else:
            self._do(key)

    def answered(self) -> None:
        """An answer has come: what waited for it is done, as far as the next answer that has to be waited for."""
        while self._ahead:
            screen = self.app.screen
            if screen is not self and isinstance(screen, TakesKeys):
                screen.take_key(self._ahead.pop(0))
            elif self._must_wait(self._ahead[0]):
                return
            else:
                self._do_late(self._ahead.pop(0))

    def give_up(self) -> None:
        """What waited cannot be done: asked for again and again, the answer would be the same."""
        self._ahead.clear()

    def _do_late(self, key: str) -> None:
        command = self._meant(key)
        self._do(key)
        if command is not None and command.name == "open" and self.place is Place.SEARCH:
            # Nothing was found: what was to be done with it is no part of the query.
            self._ahead = [later for later in self._ahead if not types_a_character(later)]

    def _do(self, key: str) -> None:
        if self.notices.pass_by():
            self.update_bars()
        if self.place is Place.SEARCH and self.entry.take_key(key):
            self.line_edited()
        elif (found := self._meant(key)) is not None:
            self.run_command(found)
        else:
            self.tell("notice.no_command", key=spoken(key), help=self.keymap.shown("help", self.place))

    def _meant(self, key: str) -> Command | None:
        return self.keymap.command(self.place, key, self.idle_commands())

    def divide(self, place: Place | None = None) -> None:
        """Show and size the panes; keys that are for one of them wait until it has its size."""
        super().divide(place)
        panes = (self.rows, self.pane, self.facts)
        divided = tuple((pane.display, pane.styles.width) for pane in panes)
        if divided != self._divided:
            self._divided, self._dividing = divided, True
            self.call_after_refresh(self._stand)

    def _stand(self) -> None:
        self._dividing = False
        self.safely(self.answered)

    def run_command(self, wanted: Command) -> None:
        """Do what a command does; the lines at the edges say at once what it changed, in the same frame."""
        self.safely(getattr(self, f"do_{wanted.name}"))
        self.update_bars()

    # ---- waiting

    def _must_wait(self, key: str) -> bool:
        """Whether a key is about something that is not known yet."""
        command = self._meant(key)
        if command is None or command.name in _AT_ONCE:
            return False
        if self._dividing and self.place is not Place.SEARCH and command.name not in _WHATEVER_IS_FOUND:
            return True
        if self.search is not None and self.search.waiting:
            in_line = self.place is Place.SEARCH
            return command.name in _OF_RESULTS if in_line else command.name not in _WHATEVER_IS_FOUND
        in_list = self.place in (Place.LIST, Place.SEARCH)
        if in_list and command.name in _OF_THE_TEXT:
            self.show_selected_now()
        if self.marks_asked is None:
            return False
        return command.name in _OF_THE_TEXT if in_list else command.name not in _WHEREVER_IT_STANDS

    def _overtakes(self, key: str) -> bool:
        """Whether a key need not wait for those before it; some of these it makes pointless."""
        command = self._meant(key)
        if command is not None and (command.name in _AT_ONCE or (command.name == "quit" and len(key) > 1)):
            return True
        waiting = [self._meant(before) for before in self._ahead]
        leaving = command is not None and command.name == "back"
        if self.place is Place.SEARCH and all(before is not None and before.name in _MOVES for before in waiting):
            # The line is edited or left: where the reader was among its results does not matter any more.
            edits = types_a_character(key) or (key.startswith("ctrl+") and command is None)
            overtaken = leaving or edits or (command is not None and command.name in _ANOTHER_QUERY)
        else:
            overtaken = leaving and waiting[-1] is not None and waiting[-1].name == "back"
            if overtaken:
                self.stop_waiting()
        if overtaken:
            self._ahead.clear()
        return overtaken

    def stop_waiting(self) -> None:
        """The reader, who wants to leave, waits no longer."""
        self.marks_asked = None
        if self.search is not None:
            self.search.waiting = False
