"""The linear mode inside an article: its text, its matches, its facts, copies and links."""

from __future__ import annotations

from aipolicy_index.language.matching import fold
from aipolicy_index.model import FactKind
from aipolicy_tui.cli.output import shown_path
from aipolicy_tui.cli.read.browsing import Browsing
from aipolicy_tui.cli.read.opened import Opened
from aipolicy_tui.cli.read.shelf import names
from aipolicy_tui.cli.read.showing import fact_portions
from aipolicy_tui.cli.read.words import word_of
from aipolicy_tui.messages import say
from aipolicy_tui.wording.addresses import addresses
from aipolicy_tui.wording.keeping import LAST_FILE, put_at_end


class InArticle(Browsing):
    """Reading, finding, facts, copies, links."""

    def do_top(self, rest: str) -> None:
        """The article from its beginning."""
        if opened := self._opened():
            self._show(opened.portions(paged=self._say.is_paged, first=0))

    def do_plain(self, rest: str) -> None:
        """The whole text as it was read, page furniture included."""
        if opened := self._opened():
            self._say.show(opened.article.text.split("\n"))

    def do_scope(self, rest: str) -> None:
        """Look for words in this article alone."""
        if opened := self._opened():
            if not rest:
                self._fail("read.needs_words", word=word_of("scope"))
                return
            opened.look_for(rest)
            self.do_next_match("")

    def do_next_match(self, rest: str) -> None:
        """The next paragraph with words that were searched, or the one before; reading goes on from there."""
        opened = self._opened()
        if opened is None:
            return
        before = bool(rest) and any(fold(word).startswith(fold(rest)) for word in names("read.before"))
        if (found := opened.next_match(-1 if before else 1)) is None:
            self._fail("read.no_match" if opened.query else "read.no_search", search=word_of("search"))
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
        if copied := self._to_copy(rest):
            self._say.show(copied.rstrip("\n").split("\n"))

    def do_save(self, rest: str) -> None:
        """The same at the end of a file: the one named, else that of the last time."""
        number, _, path = rest.partition(" ")
        if not number.isdecimal():
            number, path = "", rest
        path = path.strip() or self._library.recall(LAST_FILE) or ""
        if not path:
            self._fail("read.no_file", word=word_of("save"))
        elif copied := self._to_copy(number):
            file = put_at_end(path, copied)
            self._library.remember(LAST_FILE, file)
            self._say.tell("read.written", path=shown_path(file))

    def _to_copy(self, number: str) -> str | None:
        opened = self._opened()
        copied = opened.copied(number) if opened else None
        if opened and copied is None:
            self._no_such_fact(number, opened)
        return copied

    def _no_such_fact(self, number: str, opened: Opened) -> None:
        self._fail("read.no_such_fact", number=number, count=len(opened.facts))

    def do_links(self, rest: str) -> None:
        """The addresses that the article names, numbered; with a number, that one alone on its line."""
        if opened := self._opened():
            links = addresses(opened.article)
            if not links:
                self._say.tell("notice.no_links")
            elif not rest:
                named = (f"{link.label}: {link.url}" if link.label else link.url for link in links)
                self._say.show([f"{number}. {words}" for number, words in enumerate(named, 1)])
            elif rest.isdecimal() and 0 < int(rest) <= len(links):
                self._say.show_whole(links[int(rest) - 1].url)
            else:
                self._fail("read.no_such_link", number=rest, count=len(links))
