"""The linear mode inside an article: its text, its matches, its facts, what the reader does to it."""

from __future__ import annotations

from aipolicy_index.deeds import DeedKind
from aipolicy_index.language.matching import fold
from aipolicy_index.model import FactKind
from aipolicy_tui.cli.read.browsing import Browsing
from aipolicy_tui.cli.read.opened import Opened
from aipolicy_tui.cli.read.shelf import names
from aipolicy_tui.cli.read.showing import fact_portions
from aipolicy_tui.cli.read.words import word_of
from aipolicy_tui.messages import say
from aipolicy_tui.wording.deeds import undone_words


class InArticle(Browsing):
    """Reading, facts, copies, stars."""

    def do_top(self, rest: str) -> None:
        """The article from its beginning."""
        if opened := self._opened():
            self._show(opened.portions(paged=self._say.is_paged, first=0))

    def do_plain(self, rest: str) -> None:
        """The whole text as it was read, page furniture included."""
        if opened := self._opened():
            self._say.show(opened.article.text.split("\n"))

    def do_match(self, rest: str) -> None:
        """The next paragraph with words that were searched; reading goes on from there."""
        opened = self._opened()
        if opened is None:
            return
        if (found := opened.next_match()) is None:
            self._fail("read.no_match" if self._shelf.query else "read.no_search", search=word_of("search"))
            return
        self._say.tell("read.match", number=found.number, count=found.count)
        self._say.show(["", found.words])
        self._rest = opened.portions(paged=self._say.is_paged, first=found.paragraph + 1)

    def do_facts(self, rest: str) -> None:
        """The key facts, all or those of a kind."""
        opened = self._opened()
        if opened is None:
            return
        kinds = [kind for kind in FactKind if not rest or fold(rest) in names(f"kind.{kind}", f"kind_one.{kind}")]
        if not kinds:
            self._fail("read.no_kind", words=rest, kinds=", ".join(say(f"kind.{kind}") for kind in FactKind))
        elif portions := list(fact_portions(opened.facts, kinds)):
            self._show(portions)
        else:
            self._say.tell("read.no_facts")

    def do_fact(self, rest: str) -> None:
        """The sentence in which a fact stands; reading goes on from there."""
        if opened := self._opened():
            lines = opened.fact_lines(rest)
            if lines is None:
                self._no_such_fact(rest, opened)
            else:
                self._say.show(lines)
                self._rest = opened.portions(paged=self._say.is_paged)

    def do_copy(self, rest: str) -> None:
        """Words with where they come from, ready to paste."""
        if opened := self._opened():
            copied = opened.copied(rest)
            if copied is None:
                self._no_such_fact(rest, opened)
            else:
                self._say.show(copied.rstrip("\n").split("\n"))

    def _no_such_fact(self, number: str, opened: Opened) -> None:
        self._fail("read.no_such_fact", number=number, count=len(opened.facts))

    def do_links(self, rest: str) -> None:
        """The addresses that the article names."""
        if opened := self._opened():
            links = [f"{link.label}: {link.url}" if link.label else link.url for link in opened.article.links]
            if links:
                self._say.show(links)
            else:
                self._say.tell("notice.no_links")

    def do_star(self, rest: str) -> None:
        """Star the article, or take the star off."""
        if opened := self._opened():
            starred = not self._library.state(opened.id).starred
            self._library.do(DeedKind.STARRED if starred else DeedKind.UNSTARRED, opened.id)
            self._say.tell("read.now_starred" if starred else "read.now_unstarred")

    def do_unread(self, rest: str) -> None:
        """Mark the article as unread, or as read."""
        if opened := self._opened():
            read = not self._library.state(opened.id).read
            self._library.do(DeedKind.READ if read else DeedKind.UNREAD, opened.id)
            self._say.tell("read.now_read" if read else "read.now_unread")

    def do_undo(self, rest: str) -> None:
        """Undo the last star, tag, removal or change of read or unread, also one of the screen."""
        undone = self._library.undo()
        self._say.tell_words(undone_words(undone) if undone else say("notice.nothing_to_undo"))
