"""Keys go from the application straight to the screen, one after the other.

Textual puts each key into the queue of the widget that has the focus when the key arrives. Keys typed ahead, on a slow
line or in one burst, would then reach the pane that the key before them is about to leave.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual import events


@runtime_checkable
class TakesKeys(Protocol):
    """A screen that does at once what a key asks."""

    def take_key(self, key: str) -> None:
        """A key in the keymap's spelling: the character that it types, or its name."""


def key_name(event: events.Key) -> str:
    """How the keymap spells this key."""
    if event.is_printable and event.character and event.character != " ":
        return event.character
    return event.key
