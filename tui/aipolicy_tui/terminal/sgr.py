"""Pens: how a cell is drawn, and the shortest SGR sequence that changes one pen into another (ECMA-48, 8.3.117)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.color import ColorSystem
    from rich.style import Style

_ATTRIBUTES = (
    ("bold", 1),
    ("dim", 2),
    ("italic", 3),
    ("underline", 4),
    ("blink", 5),
    ("blink2", 6),
    ("reverse", 7),
    ("conceal", 8),
    ("strike", 9),
    ("underline2", 21),
    ("overline", 53),
)
_OFF = {1: 22, 2: 22, 3: 23, 4: 24, 5: 25, 6: 25, 7: 27, 8: 28, 9: 29, 21: 24, 53: 55}
_SHOW_ON_SPACE = frozenset({4, 7, 9, 21, 53})


class Pen:
    """The attributes and colours of a cell; interned, so that equal pens are the same object."""

    __slots__ = ("attributes", "background", "blank", "foreground")

    attributes: frozenset[int]
    """SGR numbers that are on."""
    foreground: str
    """SGR parameters of the colour, empty for the terminal's own."""
    background: str
    """SGR parameters of the colour, empty for the terminal's own."""
    blank: Pen
    """The pen that makes a space look the same with the fewest attributes."""

    def __init__(self, attributes: frozenset[int], foreground: str, background: str) -> None:
        self.attributes = attributes
        self.foreground = foreground
        self.background = background
        plain = not attributes & _SHOW_ON_SPACE
        bare = plain and not attributes and not foreground
        self.blank = self if bare or not plain else pen(frozenset(), "", background)

    def __repr__(self) -> str:
        return f"Pen({sorted(self.attributes)}, {self.foreground!r}, {self.background!r})"


@cache
def pen(attributes: frozenset[int], foreground: str, background: str) -> Pen:
    """The one pen with these attributes and colours."""
    return Pen(attributes, foreground, background)


PLAIN = pen(frozenset(), "", "")
"""The terminal's own colours, no attribute."""


@lru_cache(maxsize=4096)
def pen_of(style: Style, colors: ColorSystem | None) -> Pen:
    """The pen of a Rich style on a terminal with these colours; links and metadata are left out."""
    attributes = frozenset(number for name, number in _ATTRIBUTES if getattr(style, name))
    return pen(attributes, _color(style, colors, foreground=True), _color(style, colors, foreground=False))


def _color(style: Style, colors: ColorSystem | None, *, foreground: bool) -> str:
    color = style.color if foreground else style.bgcolor
    if color is None or color.is_default or colors is None:
        return ""
    return ";".join(color.downgrade(colors).get_ansi_codes(foreground=foreground))


@lru_cache(maxsize=4096)
def transition(old: Pen, new: Pen) -> str:
    """The shortest sequence after which text is drawn with the new pen."""
    if old is new:
        return ""
    if new is PLAIN:
        return "\x1b[m"
    fresh = f"\x1b[{';'.join(_parameters(PLAIN, new))}m"
    if old is PLAIN:
        return fresh
    restart = f"\x1b[;{fresh[2:]}"
    step = f"\x1b[{';'.join(_parameters(old, new))}m"
    return min(step, restart, key=len)


def _parameters(old: Pen, new: Pen) -> list[str]:
    ended = {_OFF[number] for number in old.attributes - new.attributes}
    # One number ends both bold and dim: what should stay of the two is set again.
    kept = {number for number in new.attributes if _OFF[number] not in ended} & old.attributes
    parameters = [str(number) for number in (*sorted(ended), *sorted(new.attributes - kept))]
    if new.foreground != old.foreground:
        parameters.append(new.foreground or "39")
    if new.background != old.background:
        parameters.append(new.background or "49")
    return parameters
