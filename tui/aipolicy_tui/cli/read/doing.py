"""What the reader does to articles in the linear mode: stars, read marks, tags, removal; and undoing it."""

from __future__ import annotations

from collections.abc import Sequence

from aipolicy_index.deeds import KEPT_DAYS, DeedKind
from aipolicy_index.language.matching import fold
from aipolicy_tui.cli.read.article import InArticle
from aipolicy_tui.cli.read.words import word_of
from aipolicy_tui.messages import say
from aipolicy_tui.wording.deeds import undone_words
from aipolicy_tui.wording.tags import known_tag, tag_of


class Doing(InArticle):
    """The commands that change something: of the open article, or of one of the list by its number."""

    def _acted_on(self, number: str) -> int | None:
        """The article of a number of the list; without one, the open article."""
        if number:
            place = self._numbered(number)
            return None if place is None else self._shelf.ids[place]
        opened = self._opened()
        return opened.id if opened else None

    def do_star(self, rest: str) -> None:
        """Star the article, or take the star off."""
        id_ = self._acted_on(rest)
        if id_ is not None:
            starred = not self._library.state(id_).starred
            self._library.do(DeedKind.STARRED if starred else DeedKind.UNSTARRED, id_)
            self._say.tell("read.now_starred" if starred else "read.now_unstarred")

    def do_unread(self, rest: str) -> None:
        """Mark the article as unread, or as read."""
        id_ = self._acted_on(rest)
        if id_ is not None:
            read = not self._library.state(id_).read
            self._library.do(DeedKind.READ if read else DeedKind.UNREAD, id_)
            self._say.tell("read.now_read" if read else "read.now_unread")

    def do_tag(self, rest: str) -> None:
        """Put a tag on the article, or take it off; without a tag, tell which there are."""
        number, _, words = rest.partition(" ")
        if not (number.isdecimal() and words.strip()):
            number, words = "", rest
        id_ = self._acted_on(number)
        if id_ is not None and not words:
            self._tell_tags(id_)
        elif id_ is not None:
            self._turn_tag(id_, tag_of(words.strip("\"'« »“”\u00a0")))

    def _turn_tag(self, id_: int, typed: str) -> None:
        """One that is in use is meant however it is typed."""
        if not typed:
            self._fail("tag.none")
            return
        tag = known_tag(typed, self._library.tags()) or typed
        had = tag in self._library.state(id_).tags
        self._library.do(DeedKind.UNTAGGED if had else DeedKind.TAGGED, id_, tag)
        self._say.tell("read.now_untagged" if had else "read.now_tagged", tag=tag)

    def _tell_tags(self, id_: int) -> None:
        here, known = sorted(self._library.state(id_).tags, key=fold), self._library.tags()
        self._say.tell("read.tags_here", tags=_listed(here))
        self._say.tell("read.tags_known", tags=_listed(known))

    def do_remove(self, rest: str) -> None:
        """Take the article out of the library; the numbers of the list stay as they were told."""
        id_ = self._acted_on(rest)
        if id_ is None:
            return
        self._library.do(DeedKind.REMOVED, id_)
        if self._open is not None and self._open.id == id_:
            self._open, self._rest = None, iter(())
        self._say.tell("read.removed", undo=word_of("undo"), days=KEPT_DAYS)

    def do_undo(self, rest: str) -> None:
        """Undo the last star, tag, removal or change of read or unread, also one of the screen or of another day."""
        undone = self._library.undo()
        self._say.tell_words(undone_words(undone) if undone else say("notice.nothing_to_undo"))


def _listed(tags: Sequence[str]) -> str:
    return ", ".join(tags) or say("read.none")
