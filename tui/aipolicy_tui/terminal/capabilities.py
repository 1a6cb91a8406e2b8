"""What terminal this is, whether the reader can run on it, and how Textual is to be told before it is imported.

Textual reads its environment variables once, when it is imported, and chooses its colour filters from the theme of that
moment: `prepare` comes first. Nothing here imports Textual.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, MutableMapping
from enum import Enum, StrEnum
from typing import NamedTuple

SMALLEST = (40, 10)
"""Columns and rows below which a screen only says that it is too small."""

FRAMES_A_SECOND = "240"
"""Textual waits for its next frame before it draws: at 60 a key waits 8 ms more than it takes."""

_MONOCHROME = ("vt50", "vt52", "vt100", "vt101", "vt102", "vt200", "vt220", "vt320", "vt420")
_OLD_CONSOLES = ("linux", "console", "cons25", "sun", *_MONOCHROME)
_MANY_COLOURS = ("kitty", "alacritty", "foot", "ghostty", "wezterm", "konsole", "contour", "rio")


class Refusal(StrEnum):
    """Why the reader cannot open its screen; the value ends the code of the sentence that says so."""

    NO_KEYBOARD = "no_keyboard"
    """Standard input is no terminal: a pipe, a file, /dev/null."""
    NO_SCREEN = "no_screen"
    """Standard error, which the screen is drawn on, is no terminal."""
    DUMB = "dumb"
    """The terminal cannot move its cursor."""
    UNKNOWN = "unknown"
    """TERM is not set."""


class Multiplexer(Enum):
    """What stands between the program and the terminal that a person sees."""

    NONE = ""
    TMUX = "tmux"
    SCREEN = "screen"


class Colours(StrEnum):
    """How many colours the terminal shows, in Textual's words."""

    NONE = "none"
    SIXTEEN = "standard"
    MANY = "256"
    ALL = "truecolor"


class Capabilities(NamedTuple):
    """What the environment says about the terminal."""

    term: str
    colours: Colours
    multiplexer: Multiplexer
    remote: bool
    """Whether the keyboard is at the other end of a network."""
    light: bool | None
    """Whether the background is light, where the terminal says so."""

    @property
    def slow(self) -> bool:
        """Whether bytes are dear."""
        return self.remote


def refusal(environment: Mapping[str, str]) -> Refusal | None:
    """Why the screen cannot be opened here, or None when it can."""
    if not _is_terminal(0):
        return Refusal.NO_KEYBOARD
    if not _is_terminal(2):
        return Refusal.NO_SCREEN
    term = environment.get("TERM", "")
    if not term:
        return Refusal.UNKNOWN
    return Refusal.DUMB if term in ("dumb", "emacs", "unknown") else None


def _is_terminal(descriptor: int) -> bool:
    try:
        return os.isatty(descriptor)
    except OSError:
        return False


def capabilities_of(environment: Mapping[str, str]) -> Capabilities:
    """What the terminal of this environment can do."""
    term = environment.get("TERM", "")
    return Capabilities(
        term=term,
        colours=_colours(term, environment),
        multiplexer=multiplexer_of(environment),
        remote=is_remote(environment),
        light=_is_light(environment),
    )


def multiplexer_of(environment: Mapping[str, str]) -> Multiplexer:
    """tmux and screen say where their socket is; TERM tells of the one that the session crossed a network from."""
    if environment.get("TMUX"):
        return Multiplexer.TMUX
    if environment.get("STY") or environment.get("TERM", "").startswith("screen"):
        return Multiplexer.SCREEN
    return Multiplexer.NONE


def is_remote(environment: Mapping[str, str]) -> bool:
    """Whether this is an SSH session."""
    return any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))


def knows_queries(environment: Mapping[str, str]) -> bool:
    """Whether the terminal takes a question that it does not understand in silence; old consoles print its end."""
    return not environment.get("TERM", "").startswith(_OLD_CONSOLES)


def erases_characters(environment: Mapping[str, str]) -> bool:
    """Whether the terminal knows ECH (ECMA-48, 8.3.38), which came after the VT100."""
    return not environment.get("TERM", "").startswith(_MONOCHROME[:5])


def theme_for(setting: str, terminal: Capabilities) -> str:
    """The theme to start with: the one that is set, except that without colours only the terminal's own will do.

    `auto` is `terminal`, the terminal's own palette: it fits every background, and bytes for colours are few.
    """
    if setting in ("auto", "terminal") or terminal.colours is Colours.NONE:
        return "ansi-light" if terminal.light else "ansi-dark"
    return setting


def prepare(environment: MutableMapping[str, str], terminal: Capabilities, theme: str) -> None:
    """Set what Textual reads when it is imported: no animation, no kitty keys, the right colours from the start."""
    environment["TEXTUAL_ANIMATIONS"] = "none"
    environment["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
    environment["TEXTUAL_SMOOTH_SCROLL"] = "0"
    environment["TEXTUAL_FPS"] = FRAMES_A_SECOND
    environment["TEXTUAL_THEME"] = theme if theme.startswith("ansi") else "textual-dark"
    environment.setdefault("ESCDELAY", "50")
    if terminal.colours is Colours.NONE:
        environment["NO_COLOR"] = "1"
    else:
        environment.pop("NO_COLOR", None)
        environment["TEXTUAL_COLOR_SYSTEM"] = terminal.colours.value


def _colours(term: str, environment: Mapping[str, str]) -> Colours:
    # An empty NO_COLOR does not count (no-color.org).
    if environment.get("NO_COLOR") or term.startswith(_MONOCHROME):
        return Colours.NONE
    if environment.get("COLORTERM", "").lower() in ("truecolor", "24bit") or term.endswith("-direct"):
        return Colours.ALL
    if "256color" in term or any(name in term for name in _MANY_COLOURS):
        return Colours.MANY
    return Colours.SIXTEEN


def _is_light(environment: Mapping[str, str]) -> bool | None:
    """COLORFGBG is `foreground;background`, colours of the palette: 7 and 9 to 15 are light (rxvt, Konsole)."""
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    if not background.isdigit():
        return None
    return int(background) == 7 or 9 <= int(background) <= 15
