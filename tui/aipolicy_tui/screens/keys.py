"""Keys go from the application straight to the screen, one after the other.

Textual puts each key into the queue of the widget that has the focus when the key arrives. Keys typed ahead, on a slow
line or in one burst, would then reach the pane that the key before them is about to leave.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual import events

from aipolicy_tui.keymap import Keymap

_ALT = "alt+"


@runtime_checkable
class TakesKeys(Protocol):
    """A screen that does at once what a key asks."""

    def take_key(self, key: str) -> None:
        """A key in the keymap's spelling: the character that it types, or its name."""


def key_names(event: events.Key, keymap: Keymap) -> tuple[str, ...]:
    """How the keymap spells this key. Alt and a key are the same to a terminal as Esc and then the key: they are that
    where nothing is on the two together."""
    plain = event.key.removeprefix(_ALT)
    name = event.character if event.is_printable and event.character and event.character != " " else plain
    if plain == event.key:
        return (name,)
    return (_ALT + name,) if keymap.uses(_ALT + name) else ("escape", name)
