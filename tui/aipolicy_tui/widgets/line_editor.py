"""One line of typed text and its cursor: what each key does to it. Knows no Textual."""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST = 2000
"""Characters of a line; more is a text that was pasted by mistake."""

_WORD_BEFORE = re.compile(r"\S+\s*$")


class LineEditor(NamedTuple):
    """A text and the place in it where the next character goes."""

    text: str = ""
    cursor: int = 0

    def typed(self, characters: str) -> LineEditor:
        """With these characters put in at the cursor, as many as fit; line breaks and controls become spaces or go."""
        fitting = characters[: LONGEST - len(self.text)]
        clean = "".join(character if character.isprintable() else " " for character in fitting)
        return LineEditor(
            self.text[: self.cursor] + clean + self.text[self.cursor :],
            self.cursor + len(clean),
        )

    def pressed(self, key: str) -> LineEditor | None:
        """After an editing key; None for a key that is none here."""
        match key:
            case "left":
                return self._replace(cursor=max(0, self.cursor - 1))
            case "right":
                return self._replace(cursor=min(len(self.text), self.cursor + 1))
            case "home" | "ctrl+a":
                return self._replace(cursor=0)
            case "end" | "ctrl+e":
                return self._replace(cursor=len(self.text))
            case "backspace" | "ctrl+h":
                return self._without(max(0, self.cursor - 1), self.cursor)
            case "delete" | "ctrl+d":
                return self._without(self.cursor, self.cursor + 1)
            case "ctrl+w":
                before = _WORD_BEFORE.search(self.text[: self.cursor])
                return self._without(before.start(), self.cursor) if before else self
            case "ctrl+u":
                return self._without(0, self.cursor)
            case "ctrl+k":
                return self._without(self.cursor, len(self.text))
            case "space":
                return self.typed(" ")
            case _:
                return self.typed(key) if len(key) == 1 else None

    def _without(self, start: int, end: int) -> LineEditor:
        return LineEditor(self.text[:start] + self.text[end:], start)
