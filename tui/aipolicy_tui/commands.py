"""Every command, declared once: its name, its keys, where it works. Footer, help, palette, keymap and manual follow.

Titles, hints, help and search words are sentences `command.<name>.*` of the message files, in French and in English.
Imports no Textual.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from aipolicy_tui.messages import LANGUAGES, catalogue, say, say_in


class Place(StrEnum):
    """Where the reader is: a command works in some of them."""

    LIST = "list"
    TEXT = "text"
    FACTS = "facts"
    SEARCH = "search"
    """The search line, where letters are typed."""


PANES = frozenset({Place.LIST, Place.TEXT, Place.FACTS})
EVERYWHERE = frozenset(Place)


class Group(StrEnum):
    """The chapters of the help screen and of the manual's table, in order."""

    MOVE = "move"
    FIND = "find"
    ARTICLE = "article"
    LIST = "list"
    PROGRAM = "program"


class Command(NamedTuple):
    """Something that the reader can do, and the keys that do it unless the settings say otherwise."""

    name: str
    keys: tuple[str, ...]
    """As the settings file spells them: `j`, `G`, `/`, `enter`, `ctrl+p`. Empty: in the palette alone."""
    group: Group
    places: frozenset[Place] = PANES
    otherwise: str = ""
    """The command that a key of both does where this one has nothing to do."""

    @property
    def title(self) -> str:
        """A few words, beginning with a capital."""
        return say(f"command.{self.name}.title")

    @property
    def help(self) -> str:
        """One sentence."""
        return say(f"command.{self.name}.help")

    def hint(self, place: Place) -> str:
        """One or two words for the footer, in this place."""
        own = f"command.{self.name}.hint_{place}"
        return say(own if own in catalogue(LANGUAGES[0]) else f"command.{self.name}.hint")

    @property
    def search_words(self) -> str:
        """All words by which the palette finds it, French and English."""
        parts = ("title", "help", "words")
        return " ".join(say_in(language, f"command.{self.name}.{part}", {}) for language in LANGUAGES for part in parts)


def _declare(group: Group, name: str, *keys: str, places: frozenset[Place] = PANES, otherwise: str = "") -> Command:
    return Command(name, keys, group, places, otherwise)


_LIST = frozenset({Place.LIST})
_TEXT = frozenset({Place.TEXT})
_SEARCH = frozenset({Place.SEARCH})
_HITS = frozenset({Place.SEARCH, Place.LIST})

COMMANDS: tuple[Command, ...] = (
    _declare(Group.MOVE, "down", "j", "down", places=EVERYWHERE),
    _declare(Group.MOVE, "up", "k", "up", places=EVERYWHERE),
    _declare(Group.MOVE, "open", "enter", places=EVERYWHERE),
    _declare(Group.MOVE, "back", "escape", places=EVERYWHERE),
    _declare(Group.MOVE, "jump_back", "backspace", "ctrl+o"),
    _declare(Group.MOVE, "next_pane", "tab", "right", "l"),
    _declare(Group.MOVE, "previous_pane", "shift+tab", "left", "h"),
    _declare(Group.MOVE, "page_down", "space", "pagedown", "ctrl+f", places=EVERYWHERE),
    _declare(Group.MOVE, "page_up", "b", "pageup", "ctrl+b", places=EVERYWHERE),
    _declare(Group.MOVE, "half_page_down", "ctrl+d"),
    _declare(Group.MOVE, "half_page_up", "ctrl+u"),
    _declare(Group.MOVE, "top", "g", "home"),
    _declare(Group.MOVE, "bottom", "G", "end"),
    _declare(Group.MOVE, "next_article", "J"),
    _declare(Group.MOVE, "previous_article", "K"),
    _declare(Group.FIND, "search", "/"),
    _declare(Group.FIND, "next_match", "n"),
    _declare(Group.FIND, "previous_match", "N"),
    _declare(Group.FIND, "complete", "tab", places=_SEARCH, otherwise="scope"),
    _declare(Group.FIND, "scope", "tab", places=_SEARCH),
    _declare(Group.FIND, "correct", "ctrl+r", places=_HITS),
    _declare(Group.FIND, "one_edit", "ctrl+t", places=_HITS),
    _declare(Group.FIND, "explain", "ctrl+x", places=EVERYWHERE),
    _declare(Group.FIND, "more_like", "m"),
    _declare(Group.ARTICLE, "facts", "f"),
    _declare(Group.ARTICLE, "star", "s"),
    _declare(Group.ARTICLE, "unread", "u"),
    _declare(Group.ARTICLE, "copy", "y"),
    _declare(Group.ARTICLE, "save", "w"),
    _declare(Group.ARTICLE, "plain", "Y"),
    _declare(Group.ARTICLE, "links", "o"),
    _declare(Group.ARTICLE, "tag", "t"),
    _declare(Group.ARTICLE, "remove", "D", "delete"),
    _declare(Group.ARTICLE, "undo", "U"),
    _declare(Group.LIST, "sort", "S"),
    _declare(Group.LIST, "only_unread", "r"),
    _declare(Group.LIST, "only_starred", "e"),
    _declare(Group.LIST, "only_language", "L"),
    _declare(Group.LIST, "only_outlet", "M"),
    _declare(Group.LIST, "only_tag", "T"),
    _declare(Group.LIST, "show_all", "x"),
    _declare(Group.PROGRAM, "help", "?", "f1", places=EVERYWHERE),
    _declare(Group.PROGRAM, "palette", ":", "ctrl+p", places=EVERYWHERE),
    _declare(Group.PROGRAM, "zen", "z"),
    _declare(Group.PROGRAM, "language"),
    _declare(Group.PROGRAM, "errors"),
    _declare(Group.PROGRAM, "redraw", "ctrl+l", places=EVERYWHERE),
    _declare(Group.PROGRAM, "suspend", "ctrl+z", places=EVERYWHERE),
    _declare(Group.PROGRAM, "quit", "q", "ctrl+q", "ctrl+c", places=EVERYWHERE),
)

FOOTER: Mapping[Place, tuple[str, ...]] = MappingProxyType(
    {
        Place.LIST: (
            "correct", "one_edit", "show_all", "open", "back", "search", "help", "star", "facts", "sort", "more_like",
            "palette", "quit", "only_unread",
        ),
        Place.TEXT: ("back", "facts", "help", "search", "copy", "next_article", "star", "links", "more_like", "zen"),
        Place.FACTS: ("open", "copy", "back", "help", "facts", "search"),
        Place.SEARCH: ("correct", "one_edit", "open", "back", "complete", "down", "scope", "explain", "help"),
    }
)  # fmt: skip
"""The commands that the bottom line hints at in each place, the most important first."""


@cache
def command(name: str) -> Command:
    """The command of this name. KeyError for an unknown one."""
    return {known.name: known for known in COMMANDS}[name]
