"""Which key does what, where: the declared keys, changed by the reader's settings. Imports no Textual."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from aipolicy_tui.commands import COMMANDS, Command, Place, command
from aipolicy_tui.messages import catalogue, chosen, say

_NAMED = frozenset(
    "enter escape tab shift+tab space backspace delete insert up down left right home end pageup pagedown".split()
) | {f"f{number}" for number in range(1, 13)}
_SPELLINGS = {
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "page_up": "pageup",
    "page_down": "pagedown",
    "bs": "backspace",
    "del": "delete",
    "btab": "shift+tab",
    " ": "space",
}
_SAME = {"ctrl+h": "backspace", "ctrl+i": "tab", "ctrl+m": "enter", "ctrl+enter": "enter", "shift+enter": "enter"}
"""Keys that a terminal does not tell from others."""
_CONTROL = re.compile(
    r"ctrl\+[a-z]|(?:ctrl|shift|alt)\+(?:up|down|left|right|home|end|pageup|pagedown|enter|f\d+)|alt\+\w"
)


class KeyProblem(NamedTuple):
    """Something in the reader's keys that cannot be done as written; `code` names the sentence that says so."""

    code: str
    values: Mapping[str, str]

    def __str__(self) -> str:
        return say(self.code, **self.values)


class Keymap:
    """The keys of every command, and the problems found in the settings."""

    def __init__(self, keys: Mapping[str, tuple[str, ...]], problems: tuple[KeyProblem, ...] = ()) -> None:
        self.keys = keys
        self.problems = problems

    @cached_property
    def _by_key(self) -> Mapping[tuple[Place, str], Command]:
        declared = reversed(COMMANDS)
        return {(place, key): known for known in declared for place in known.places for key in self.keys[known.name]}

    def command(self, place: Place, key: str, idle: Collection[str] = ()) -> Command | None:
        """What this key does in this place. In the search line, a key that types a character does nothing else.

        Where the command is `idle`, its key may do another.
        """
        if place is Place.SEARCH and types_a_character(key):
            return None
        found = self._by_key.get((place, key))
        if found is not None and found.otherwise and found.name in idle and key in self.keys[found.otherwise]:
            return command(found.otherwise)
        return found

    def uses(self, key: str) -> bool:
        """Whether this key does anything anywhere."""
        return any(key in keys for keys in self.keys.values())

    def shown(self, name: str, place: Place | None = None) -> str:
        """The key to show for a command (the first that works in this place), or nothing when it has none."""
        usable = [key for key in self.keys[name] if place is not Place.SEARCH or not types_a_character(key)]
        return spoken(usable[0]) if usable else ""

    def all_shown(self, name: str) -> str:
        """All keys of a command, for the help screen."""
        return "  ".join(spoken(key) for key in self.keys[name])


def build_keymap(overrides: Mapping[str, str | Sequence[str]] | None = None) -> Keymap:
    """The declared keys with the reader's own instead, by command name; a key wanted by two is the reader's."""
    problems: list[KeyProblem] = []
    chosen_keys = dict(_chosen_keys(overrides or {}, problems))
    keys = {known.name: chosen_keys.get(known.name, known.keys) for known in COMMANDS}
    for name in chosen_keys:
        _settle(name, keys, chosen_keys, problems)
    return Keymap(keys, tuple(problems))


def _chosen_keys(
    overrides: Mapping[str, str | Sequence[str]], problems: list[KeyProblem]
) -> Iterable[tuple[str, tuple[str, ...]]]:
    names = {known.name for known in COMMANDS}
    for name, wanted in overrides.items():
        if name not in names:
            problems.append(KeyProblem("keymap.unknown_command", {"name": name, "nearest": _nearest(name, names)}))
            continue
        spelled = [normal_key(key) for key in ([wanted] if isinstance(wanted, str) else wanted)]
        problems.extend(problem for key in spelled if (problem := _unusable(name, key)) is not None)
        usable = tuple(key for key in spelled if _unusable(name, key) is None)
        if usable or not spelled:
            yield name, usable


def _unusable(name: str, key: str) -> KeyProblem | None:
    """Why this command cannot have this key; None when it can."""
    if not is_key(key):
        return KeyProblem("keymap.unknown_key", {"name": name, "key": key})
    if key in _SAME:
        return KeyProblem("keymap.same_key", {"name": name, "key": key, "same": _SAME[key]})
    if types_a_character(key) and command(name).places == {Place.SEARCH}:
        return KeyProblem("keymap.typed_key", {"name": name, "key": key})
    return None


def _settle(
    name: str,
    keys: dict[str, tuple[str, ...]],
    chosen_keys: Mapping[str, tuple[str, ...]],
    problems: list[KeyProblem],
) -> None:
    for other in COMMANDS:
        shared = other.otherwise == name or command(name).otherwise == other.name
        if other.name == name or shared or not (other.places & command(name).places):
            continue
        for key in set(keys[name]) & set(keys[other.name]):
            both_chosen = other.name in chosen_keys
            loser = name if both_chosen else other.name
            winner = other.name if both_chosen else name
            keys[loser] = tuple(kept for kept in keys[loser] if kept != key)
            problems.append(KeyProblem("keymap.conflict", {"key": key, "winner": winner, "loser": loser}))


def _nearest(name: str, names: Iterable[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, sorted(names), 1, 0.0)), "")


def normal_key(key: str) -> str:
    """The one spelling of a key: named keys and modifiers in small letters, a lone character as it is."""
    if len(key) == 1:
        return _SPELLINGS.get(key, key)
    small = key.strip().lower().replace("control+", "ctrl+")
    return _SPELLINGS.get(small, small)


def is_key(key: str) -> bool:
    """Whether this is a key, in its normal spelling."""
    return (len(key) == 1 and key.isprintable()) or key in _NAMED or _CONTROL.fullmatch(key) is not None


def types_a_character(key: str) -> bool:
    """Whether the key writes into the search line or moves there."""
    return len(key) == 1 or key in {"space", "backspace", "delete", "left", "right", "home", "end"}


def spoken(key: str) -> str:
    """The key as it is named to the reader, in the chosen language: « Entrée », « Ctrl+R », « j »."""
    message = f"key.{key}"
    if message in catalogue(chosen()):
        return say(message)
    held, plus, last = key.rpartition("+")
    if not plus or f"key.{held}" not in catalogue(chosen()):
        return key.upper() if key in _NAMED else key
    return f"{say(f'key.{held}')}+{last.upper() if len(last) == 1 else spoken(last)}"
