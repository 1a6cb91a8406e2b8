"""The linear mode: a line is understood and done. A command is a method of its name in `words.COMMANDS`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aipolicy_index.errors import AipolicyError, NoSuchArticle
from aipolicy_tui.cli.read.doing import Doing
from aipolicy_tui.cli.read.words import COMMANDS, LineCommand, asked, meant, nearest, word_of
from aipolicy_tui.messages import LANGUAGES, choose, chosen, explain, say


class Session(Doing):
    """One conversation over one library."""

    def begin(self) -> None:
        """How many articles there are, and how to go on."""
        counts = self._library.counts()
        if self._say.is_with_person:
            self._say.tell("read.welcome", count=counts.total, unread=counts.unread, help=word_of("help"))

    def obey(self, line: str) -> bool:
        """Do what a line asks; False when it asks to end."""
        word, rest = asked(line)
        found = meant(word)
        if len(found) != 1:
            self._not_understood(word, found)
        elif found[0].name == "quit":
            return False
        else:
            self._do(found[0], rest)
        return True

    def _do(self, command: LineCommand, rest: str) -> None:
        act: Callable[[str], None] = getattr(self, f"do_{command.name}")
        try:
            act(rest)
        except KeyboardInterrupt:
            self._rest = iter(())
        except NoSuchArticle:
            self._fail("notice.article_gone")
        except AipolicyError as error:
            self.failures += 1
            self._say.tell_words(explain(error.code, error.values))

    def _not_understood(self, word: str, found: Sequence[LineCommand]) -> None:
        if found:
            self._fail("read.ambiguous", word=word, words=", ".join(word_of(known.name) for known in found))
        elif close := nearest(word):
            self._fail("read.unknown_near", word=word, near=word_of(close.name), help=word_of("help"))
        else:
            self._fail("read.unknown", word=word, help=word_of("help"))

    def do_language(self, rest: str) -> None:
        """The other language, or the one named."""
        choose(rest if rest in LANGUAGES else next(language for language in LANGUAGES if language != chosen()))
        self._say.tell("read.now_speaking")

    def do_help(self, rest: str) -> None:
        """Every command."""
        self._say.show([say("read.help_line", command=known.shown, help=known.help) for known in COMMANDS])
