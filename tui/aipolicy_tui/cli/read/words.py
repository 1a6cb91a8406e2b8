"""The commands of the linear mode, declared once: each is a word, in French and in English, and either is understood.

What the screen can do too has the name that it has in `commands`, and its sentence of help where that says all. Words,
what follows them, and help of their own are sentences `read.command.<name>.*` of the message files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from aipolicy_index.language.matching import fold
from aipolicy_tui.commands import command
from aipolicy_tui.messages import LANGUAGES, catalogue, chosen, say, say_in


@dataclass(frozen=True, slots=True)
class LineCommand:
    """Something that the reader can ask for with a word. `Session` does it in a method of the same name."""

    name: str

    def words(self, language: str) -> tuple[str, ...]:
        """The words for it in a language, the one to show first."""
        return tuple(say_in(language, f"read.command.{self.name}.words", {}).split())

    def shown_in(self, language: str) -> str:
        """The word to show in a language, with what follows it, if anything does."""
        takes = f"read.command.{self.name}.takes"
        follows = say_in(language, takes, {}) if takes in catalogue(language) else ""
        return f"{self.words(language)[0]} {follows}".strip()

    @property
    def shown(self) -> str:
        """The same in the chosen language."""
        return self.shown_in(chosen())

    @property
    def help(self) -> str:
        """One sentence: its own, or that of the command of the screen."""
        own = f"read.command.{self.name}.help"
        if own in catalogue(LANGUAGES[0]):
            return say(own)
        shared = command(self.name).help
        return shared[:1].lower() + shared[1:]


COMMANDS = tuple(
    map(
        LineCommand,
        (
            "list", "search", "more_like", "correct", "one_edit", "explain", "sort", "back",
            "open", "more", "all", "next_article", "previous_article", "top", "plain", "scope", "next_match",
            "facts", "fact", "copy", "save", "links", "star", "unread", "tag", "remove", "undo",
            "language", "help", "quit",
        ),
    )
)  # fmt: skip
"""In the order in which help names them."""

_SIGNS = {"/": "search", "?": "help"}


def asked(line: str) -> tuple[str, str]:
    """The word of a line and what follows it: a number opens, `/words` search, nothing goes on."""
    line = line.strip()
    if line[:1] in _SIGNS:
        return word_of(_SIGNS[line[0]]), line[1:].strip()
    if line.isdecimal():
        return word_of("open"), line
    word, _, rest = line.partition(" ")
    return word or word_of("more"), rest.strip()


def word_of(name: str) -> str:
    """The word to show for a command."""
    return LineCommand(name).words(chosen())[0]


def meant(word: str) -> list[LineCommand]:
    """The commands that a word, or its beginning, may mean: one when it is understood. The chosen language comes
    first, then the other; accents and case do not matter."""
    folded = fold(word)
    for language in sorted(LANGUAGES, key=lambda known: known != chosen()):
        if folded in _by_word(language):
            return [_by_word(language)[folded]]
    for language in sorted(LANGUAGES, key=lambda known: known != chosen()):
        found = {name: known for name, known in _by_word(language).items() if name.startswith(folded)}
        if found:
            return list(dict.fromkeys(found.values()))
    return []


def nearest(word: str) -> LineCommand | None:
    """The command whose word is most like this one, if any is."""
    from difflib import get_close_matches

    known = {name: each for language in LANGUAGES for name, each in _by_word(language).items()}
    close = get_close_matches(fold(word), known, 1)
    return known[close[0]] if close else None


@cache
def _by_word(language: str) -> dict[str, LineCommand]:
    return {word: known for known, word in _folded_words(language)}


def _folded_words(language: str) -> Iterator[tuple[LineCommand, str]]:
    for known in COMMANDS:
        for word in known.words(language):
            yield known, fold(word)
