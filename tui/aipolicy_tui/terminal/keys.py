"""What a keyboard and a terminal send, as Textual's events: a sequence is what it means, or nothing.

Textual's own parser types a sequence that it does not know: alt+shift+left would be the keys `[ 1 ; 1 0 D`, a late
answer to another program's question a dozen commands.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator

from textual import constants
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._parser import ParseEOF, ParseTimeout, Peek1, Read1, TokenCallback
from textual._xterm_parser import FOCUSIN, FOCUSOUT, XTermParser
from textual.events import AppBlur, AppFocus, Key
from textual.keys import Keys as KeyNames
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

PATIENCE = 0.5
"""Seconds in which the rest of a sequence that has begun arrives: nobody types so much of one."""

_ESC = "\x1b"
_INTRODUCERS = frozenset("[]OPX^_\\\x7f")
"""What after ESC begins a longer sequence (ECMA-48, 5.3 and 5.6; SS3 of the keypad), or is a key of its own."""
_ONE_CHARACTER_INTRODUCER = "\x9b"
"""CSI as a terminal with 8-bit controls sends it."""
_STRINGS = frozenset("]PX^_")
"""What after ESC begins a string that ends with BEL or ST (OSC, DCS, SOS, PM, APC)."""
_OLD_MOUSE_REPORT = 6
"""Characters of a report of a mouse in the encoding of X10: `ESC [ M` and three more."""

_SYNCHRONISED_OUTPUT = re.compile(r"\x1b\[\?2026;[1-4]\$y")
_REST_OF_MOUSE_REPORT = re.compile(r"[\d;]*;\d+[Mm]")
"""What is left of one whose beginning another program has read."""


class Keys(XTermParser):
    """Textual's parser, but for three things.

    ESC and a key in one packet are alt and the key, at once, with its character. A sequence that means nothing here, or
    is cut, is nothing. So is the rest of a mouse report.
    """

    def feed(self, data: str) -> Iterable[Message]:
        """The events of what arrived."""
        data = data.replace(_ONE_CHARACTER_INTRODUCER, "\x1b[")
        if self._timeout_time is None and (rest := _REST_OF_MOUSE_REPORT.match(data)):
            data = data[rest.end() :]
            if not data:
                return ()
        return super().feed(data)

    def parse(self, token_callback: TokenCallback[Message]) -> Generator[Read1 | Peek1, str, None]:
        """Divide what arrives into keys and sequences."""
        character = ""
        try:
            while True:
                sequence = character or (yield self.read1())
                character = ""
                try:
                    while not _is_whole(sequence):
                        character = yield self.read1(PATIENCE if len(sequence) > 2 else constants.ESCAPE_DELAY)
                        if _is_cut(sequence, character):
                            character = _ESC + character if sequence.endswith(_ESC) and sequence != _ESC else character
                            break
                        sequence, character = sequence + character, ""
                except ParseTimeout:
                    character = ""
                for event in self._events(sequence):
                    token_callback(event)
        except ParseEOF:
            return

    def _events(self, sequence: str) -> Iterator[Message]:
        """What a key or a sequence means."""
        if sequence in (FOCUSIN, FOCUSOUT):
            yield AppFocus() if sequence == FOCUSIN else AppBlur()
        elif _SYNCHRONISED_OUTPUT.fullmatch(sequence):
            yield TerminalSupportsSynchronizedOutput()
        elif mouse := self.parse_mouse_code(sequence):
            yield mouse
        else:
            yield from (key for key in self._sequence_to_key_events(sequence) if key.key != KeyNames.Ignore)

    def _parse_extended_key(self, sequence: str) -> list[Key] | None:  # type: ignore[override]
        """None: these are the keys of kitty's protocol, which nobody asked for."""
        return None

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[Key]:
        after = sequence[1:]
        if sequence[:1] != _ESC or len(after) != 1 or after in _INTRODUCERS:
            yield from super()._sequence_to_key_events(sequence, alt)
            return
        for key in super()._sequence_to_key_events(after):
            yield Key(f"alt+{key.key}", key.character)


def _is_whole(sequence: str) -> bool:
    """Whether nothing more belongs to a key or a sequence."""
    if sequence[:1] != _ESC:
        return True
    kind, last = sequence[1:2], sequence[-1]
    if kind == "[":
        if sequence[2:3] in ("M", "["):
            return len(sequence) == (_OLD_MOUSE_REPORT if sequence[2] == "M" else 4)
        return len(sequence) > 2 and ("@" <= last <= "~" or sequence in ANSI_SEQUENCES_KEYS)
    if kind in _STRINGS:
        return last in "\x07\x9c" or sequence.endswith("\x1b\\")
    return len(sequence) > 2 if kind == "O" else bool(kind)


def _is_cut(sequence: str, following: str) -> bool:
    """Whether a character does not belong to the sequence before it: the rest of that one was lost."""
    if sequence[1:2] in _STRINGS:
        return sequence.endswith(_ESC) and following != "\\"
    return following == _ESC or (sequence[1:2] == "[" and sequence[2:3] != "M" and not " " <= following <= "~")
