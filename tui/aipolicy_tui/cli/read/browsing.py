"""The linear mode's list: what is in it, in which order, and going from one of its articles to another."""

from __future__ import annotations

from aipolicy_index.model import Sort
from aipolicy_tui.cli.read.opened import Opened
from aipolicy_tui.cli.read.shelf import filter_named, sort_named
from aipolicy_tui.cli.read.telling import Telling
from aipolicy_tui.cli.read.words import word_of
from aipolicy_tui.messages import explain, say


class Browsing(Telling):
    """Listing, searching, opening."""

    def do_list(self, rest: str) -> None:
        """The articles, all or those that words like `unread` name."""
        narrowed = filter_named(rest)
        if narrowed is None:
            self._fail("read.no_filter", words=rest)
            return
        self._shelf.narrow(narrowed)
        self._tell_list()

    def do_search(self, rest: str) -> None:
        """The articles that a query finds."""
        if not rest:
            self._fail("read.needs_words", word=word_of("search"))
            return
        shelf = self._shelf
        shelf.search(rest)
        for words in dict.fromkeys(explain(note.code, note.values) for note in shelf.diagnostics):
            self._say.tell_words(words)
        if shelf.relaxed:
            self._say.tell("search.not_all_words")
        self.failures += not shelf.ids
        self._tell_list()
        if shelf.correction:
            self._say.tell("search.did_you_mean", query=shelf.correction)

    def do_sort(self, rest: str) -> None:
        """The order of the list."""
        sort = sort_named(rest)
        if sort is None:
            self._fail(
                "read.no_sort", word=word_of("sort"), sorts=", ".join(say(f"sort.{sort.value}") for sort in Sort)
            )
            return
        self._shelf.sort(sort)
        self._tell_list()

    def _tell_list(self) -> None:
        self._place = None
        self._say.tell("read.articles", count=len(self._shelf.ids))
        if self._shelf.ids:
            self._show(self._shelf.portions())

    def do_open(self, rest: str) -> None:
        """An article by its number in the list."""
        count = len(self._shelf.ids)
        if not rest.isdecimal() or not 0 < int(rest) <= count:
            self._fail("read.no_such_number", number=rest, count=count)
            return
        self._open_place(int(rest) - 1)

    def _open_place(self, place: int) -> None:
        opened = Opened(self._library, self._shelf.ids[place], self._shelf.query)
        self._place, self._open = place, opened
        self._say.show(opened.heading())
        self._say.tell("read.paragraphs", count=opened.count)
        if opened.first:
            self._say.tell("read.from_paragraph", number=opened.first + 1, top=word_of("top"))
        self._show(opened.portions(paged=self._say.is_paged))

    def do_next(self, rest: str) -> None:
        """The article after this one in the list."""
        self._step(1, "read.last_article")

    def do_previous(self, rest: str) -> None:
        """The article before."""
        self._step(-1, "read.first_article")

    def _step(self, step: int, at_end: str) -> None:
        place = step + (-1 if self._place is None else self._place)
        if 0 <= place < len(self._shelf.ids):
            self._open_place(place)
        else:
            self._fail(at_end)
