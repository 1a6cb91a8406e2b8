"""From words with the names of their styles to what the terminal draws: the one table of looks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.theme import Theme

from aipolicy_tui.terminal.charset import charset
from aipolicy_tui.terminal.safe import cell_width
from aipolicy_tui.widgets.breaking import Ruler
from aipolicy_tui.widgets.fitting import Part


class Inks(NamedTuple):
    """The colours of a theme, as Rich names them. Everything else is the terminal's own."""

    accent: str = "cyan"
    alert: str = "yellow"
    error: str = "red"
    quiet: bool = True
    """Whether what matters less may be dimmed."""

    @classmethod
    def of(cls, theme: Theme) -> Inks:
        """The colours of a Textual theme."""
        accent, alert, error = (_rich_name(name) for name in (theme.accent, theme.warning, theme.error))
        return cls(accent, alert, error, quiet=theme.name != "contrast")


def _rich_name(colour: str | None) -> str:
    return (colour or "default").removeprefix("ansi_")


def _looks(inks: Inks) -> dict[str, Style]:
    """Each role of the screen. Nothing is told by colour alone."""
    dim = Style(dim=inks.quiet)
    strong = Style(bold=True)
    match = Style(color=inks.alert, bold=True, underline=True, dim=False)
    return {
        "title": strong,
        "heading": strong,
        "standfirst": strong,
        "group": strong,
        "key": strong,
        "strong": strong,
        "credit": dim,
        "furniture": dim,
        "dim": dim,
        "row_title_read": dim,
        "accent": Style(color=inks.accent),
        "unread": Style(color=inks.accent),
        "starred": Style(color=inks.alert),
        "warning": Style(color=inks.alert),
        "error": Style(color=inks.error, bold=True),
        "match": match,
        "match_current": match + Style(reverse=True, underline=False),
        "mention": Style(underline=True, dim=False),
        "fact_long": Style(color=inks.accent, underline=True, dim=False),
        "fact": Style(color=inks.accent, reverse=True, dim=False),
        "cursor": Style(reverse=True),
    }


_inks: list[Inks] = [Inks()]


def use_inks(inks: Inks) -> None:
    """Draw in these colours from now on."""
    _inks[:] = [inks]


def look(styles: str) -> Style:
    """The style of a role, or of several named together, the later on top. Names without a look are plain."""
    return _look(styles, _inks[0])


@lru_cache(maxsize=512)
def _look(styles: str, inks: Inks) -> Style:
    looks = _looks(inks)
    return sum((looks[name] for name in styles.split() if name in looks), Style())


def segments(parts: Iterable[Part]) -> list[Segment]:
    """What the terminal draws for these parts; the widget makes the text safe."""
    return [Segment(part.text, look(part.style)) for part in parts]


def terminal_ruler() -> Ruler:
    """How text is measured on this terminal: by columns, or in ASCII by the letters that stand for it."""
    return PLAIN_CELLS if charset().utf8 else ASCII_CELLS


def _columns(text: str) -> int:
    """Columns that a text takes on this terminal; a mark without its letter counts as it does behind one."""
    shown = charset().text(text)
    if shown or len(text) != 1:
        return cell_width(shown)
    return cell_width(charset().text(f"a{text}")) - 1


PLAIN_CELLS = Ruler(_columns)
ASCII_CELLS = Ruler(_columns, re.compile(r"[\n\t\x20-\x7e]*"))
