"""Pasted text, told from keys before anything interprets it.

Textual's parser takes a sequence inside a paste apart into keys, which would be commands of the reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 100_000
"""Characters of a paste that are kept."""

_START, _END = "\x1b[200~", "\x1b[201~"
"""Around what a terminal pastes in bracketed mode (xterm's control sequences)."""
_TELLING = 3
"""Characters of `_START` from which it is no key on its own: ESC and ESC [ are."""


class Pasted(NamedTuple):
    """A text that was pasted, as the terminal sent it."""

    text: str


class Pastes:
    """Divides what a terminal sends into keys and pastes, however it is cut into reads."""

    def __init__(self) -> None:
        self._held = ""
        self._pasting = False
        self._pieces: list[str] = []
        self._length = 0

    def feed(self, data: str) -> Iterator[str | Pasted]:
        """What arrived: stretches that are keys, and whole pastes."""
        data, self._held = self._held + data, ""
        while data:
            mark = _END if self._pasting else _START
            before, found, after = data.partition(mark)
            if not found:
                held = _begun(before, mark, 1 if self._pasting else _TELLING)
                before, self._held = before[: len(before) - held], before[len(before) - held :]
            if self._pasting:
                self._keep(before)
                if found:
                    yield self._whole()
            elif before:
                yield before
            if found:
                self._pasting = not self._pasting
            data = after

    def _keep(self, text: str) -> None:
        text = text[: LONGEST - self._length]
        self._length += len(text)
        self._pieces.append(text)

    def _whole(self) -> Pasted:
        text = "".join(self._pieces)
        self._pieces.clear()
        self._length = 0
        return Pasted(text)


def _begun(text: str, mark: str, least: int) -> int:
    """How many characters at the end of a text may be the beginning of the mark."""
    return next((n for n in range(len(mark) - 1, least - 1, -1) if text.endswith(mark[:n])), 0)
