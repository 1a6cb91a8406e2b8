"""A screen over another one: no key is lost before it stands or after it was left."""

from __future__ import annotations

from textual.screen import Screen
from textual.widget import Widget

from aipolicy_tui.screens.keys import TakesKeys
from aipolicy_tui.screens.too_small import TooSmall, is_too_small


class Dialog(Screen[None], inherit_bindings=False):
    """Keeps the keys that are typed before it stands; hands on those that still reach it after it was left.

    It is composed of its own parts and a `TooSmall`.
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed_ahead: list[str] = []
        self._stands = False
        self._is_left = False
        self._typed_in: Widget | None = None

    def on_resize(self) -> None:
        """Where there is no room for it, say so; it comes back as it was when there is."""
        small = is_too_small(self.app)
        # Textual takes the focus from what is not displayed.
        self._typed_in = self.focused or self._typed_in
        for part in self.children:
            part.display = isinstance(part, TooSmall) == small
        if not small and self.focused is not self._typed_in:
            self.set_focus(self._typed_in)

    def take_key(self, key: str) -> None:
        """Do what the key asks, here or where the reader is by now."""
        if self._is_left:
            if isinstance(self.app.screen, TakesKeys):
                self.app.screen.take_key(key)
        elif not self._stands:
            self._typed_ahead.append(key)
        else:
            self.do_key(key)

    def do_key(self, key: str) -> None:
        """What a key does while the dialog stands."""
        raise NotImplementedError

    def stand(self) -> None:
        """Everything is in its place: what was typed before is done."""
        self._stands = True
        while self._typed_ahead:
            self.take_key(self._typed_ahead.pop(0))

    def leave(self) -> None:
        """Close it; what comes now is for the screen below."""
        self._is_left = True
        self.dismiss(None)
