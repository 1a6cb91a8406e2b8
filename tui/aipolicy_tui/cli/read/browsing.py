"""The linear mode's list: what is in it, in which order, and going from one of its articles to another."""

from __future__ import annotations

from aipolicy_index.model import Sort
from aipolicy_tui.cli.read.filters import filter_named, filter_words
from aipolicy_tui.cli.read.opened import Opened
from aipolicy_tui.cli.read.shelf import sort_named
from aipolicy_tui.cli.read.telling import Telling
from aipolicy_tui.cli.read.words import word_of
from aipolicy_tui.messages import explain, say
from aipolicy_tui.wording.queries import looser


class Browsing(Telling):
    """Listing, searching, opening."""

    def do_list(self, rest: str) -> None:
        """The articles, all or those that words like `unread` name."""
        self._shelf.narrow(filter_named(rest, self._library.tags(), self._library.outlets()))
        self._tell_list()

    def do_back(self, rest: str) -> None:
        """The list again, as it was, from the last opened article on."""
        self._tell_count()
        self._show(self._shelf.portions(self._place or 0))

    def do_search(self, rest: str) -> None:
        """The articles that a query finds."""
        if not rest:
            self._fail("read.needs_words", word=word_of("search"))
            return
        self._search(rest)

    def _search(self, query: str) -> None:
        shelf = self._shelf
        shelf.search(query)
        for words in dict.fromkeys(explain(note.code, note.values) for note in shelf.diagnostics):
            self._say.tell_words(words)
        if shelf.relaxed:
            self._say.tell("search.not_all_words")
        self.failures += not shelf.ids
        self._tell_list()
        if shelf.correction:
            self._say.tell("search.did_you_mean", query=shelf.correction)

    def do_more_like(self, rest: str) -> None:
        """The articles nearest to the one of a number in the list, or to the open one."""
        if rest:
            place = self._numbered(rest)
            id_ = None if place is None else self._shelf.ids[place]
        else:
            opened = self._opened()
            id_ = opened.id if opened else None
        if id_ is not None:
            self._shelf.like(id_)
            self.failures += not self._shelf.ids
            self._tell_list()

    def do_correct(self, rest: str) -> None:
        """Search what was proposed instead."""
        self._search_instead(self._shelf.correction if self._shelf.query else None, "notice.no_correction")

    def do_one_edit(self, rest: str) -> None:
        """Search the words within one letter."""
        self._search_instead(looser(self._shelf.query), "notice.no_looser")

    def _search_instead(self, query: str | None, otherwise: str) -> None:
        if query is None:
            self._fail(otherwise)
        else:
            self._say.tell("search.meant", query=query)
            self._search(query)

    def do_explain(self, rest: str) -> None:
        """What was understood of the query."""
        shelf = self._shelf
        if not shelf.query:
            self._fail("read.no_search", search=word_of("search"))
            return
        lines = [say("search.meant", query=shelf.understood) if shelf.understood else say("search.meant_nothing")]
        lines += [say("search.also", name=names[0], others=", ".join(names[1:])) for names in shelf.also]
        lines += [
            say(
                "search.remark",
                start=note.span.start + 1,
                end=note.span.end,
                words=explain(note.code, note.values),
            )
            for note in shelf.diagnostics
        ]
        self._say.show(lines)

    def do_sort(self, rest: str) -> None:
        """The order of the list."""
        sort = sort_named(rest)
        if sort is None:
            sorts = ", ".join(say(f"sort.{sort.value}") for sort in Sort)
            self._fail("read.no_sort", word=word_of("sort"), sorts=sorts)
            return
        if self._shelf.order is None:
            self._fail("notice.like_is_sorted")
            return
        self._shelf.sort(sort)
        self._tell_list()

    def _tell_list(self) -> None:
        self._place = None
        self._tell_count()
        if self._shelf.ids:
            self._show(self._shelf.portions())

    def _tell_count(self) -> None:
        """How many articles, what narrows them, in which order."""
        shelf = self._shelf
        on = "".join(f", {words}" for words in filter_words(shelf.narrowed))
        order = say("read.by", sort=say(f"sort.{shelf.order.value}")) if shelf.order else say("read.nearest_first")
        self._say.tell("read.articles", count=len(shelf.ids), on=on, order=order)
        if on and not shelf.ids:
            self._say.tell("read.filters_off", list=word_of("list"))

    def do_open(self, rest: str) -> None:
        """An article by its number in the list."""
        place = self._numbered(rest)
        if place is not None:
            self._open_place(place)

    def _numbered(self, rest: str) -> int | None:
        count = len(self._shelf.ids)
        if rest.isdecimal() and 0 < int(rest) <= count:
            return int(rest) - 1
        self._fail("read.no_such_number", number=rest, count=count)
        return None

    def _open_place(self, place: int) -> None:
        id_ = self._shelf.ids[place]
        opened = Opened(self._library, id_, self._shelf.words_in(id_))
        self._place, self._open = place, opened
        self._say.show(opened.heading())
        self._say.tell("read.paragraphs", count=opened.count)
        if opened.first:
            self._say.tell("read.from_paragraph", number=opened.first + 1, top=word_of("top"))
        self._show(opened.portions(paged=self._say.is_paged))

    def do_next_article(self, rest: str) -> None:
        """The article after this one in the list."""
        self._step(1, "read.last_article")

    def do_previous_article(self, rest: str) -> None:
        """The article before."""
        self._step(-1, "read.first_article")

    def _step(self, step: int, at_end: str) -> None:
        place = step + (-1 if self._place is None else self._place)
        while 0 <= place < len(self._shelf.ids) and not self._library.rows([self._shelf.ids[place]]):
            place += step  # removed meanwhile
        if 0 <= place < len(self._shelf.ids):
            self._open_place(place)
        else:
            self._fail(at_end)
