"""A terminal's screen as an SVG picture: one text element for each run of cells that look the same.

Only what every viewer draws alike: no lengths of texts, no decorations, no classes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.sax.saxutils import escape

import pyte
from pyte.screens import Char
from wcwidth import wcwidth

FONT_SIZE, CELL_WIDTH, CELL_HEIGHT, BASELINE = 14.95, 9, 19, 14.5
"""A whole number of pixels for a letter of this size, in fonts whose letters are 0.602 of it wide."""
MARGIN = 10


@dataclass(frozen=True, slots=True)
class Palette:
    """What a terminal of this kind shows: its own colours, and the sixteen that programs name."""

    foreground: str
    background: str
    named: dict[str, str]


_DARK_NAMES = {
    "black": "#45475a", "red": "#e06c75", "green": "#8bc48a", "brown": "#d8b06a", "blue": "#7aa2d6",
    "magenta": "#c08ad0", "cyan": "#6fb8bd", "white": "#c8ccd4", "brightblack": "#7b8190", "brightred": "#ef8a91",
    "brightgreen": "#a5d6a2", "brightbrown": "#e8c889", "brightyellow": "#e8c889", "brightblue": "#9abbe6",
    "brightmagenta": "#d4a8e0", "brightcyan": "#92d0d4", "brightwhite": "#f2f4f8",
}  # fmt: skip
_LIGHT_NAMES = {
    "black": "#24292f", "red": "#b3261e", "green": "#2c6e2f", "brown": "#7a5a00", "blue": "#1f5fa8",
    "magenta": "#7d3c98", "cyan": "#0f6a70", "white": "#8a9099", "brightblack": "#6a7079", "brightred": "#c8352c",
    "brightgreen": "#3b8440", "brightbrown": "#8d6a05", "brightyellow": "#8d6a05", "brightblue": "#2f74c4",
    "brightmagenta": "#9350b0", "brightcyan": "#1b7e86", "brightwhite": "#3d434b",
}  # fmt: skip
DARK = Palette("#d5d9e0", "#16181d", _DARK_NAMES)
LIGHT = Palette("#24292f", "#ffffff", _LIGHT_NAMES)


def screen_svg(screen: pyte.Screen, palette: Palette) -> str:
    """The picture of the screen as it stands, its cursor included when it is shown."""
    width, height = screen.columns * CELL_WIDTH + 2 * MARGIN, screen.lines * CELL_HEIGHT + 2 * MARGIN
    cells = (screen.buffer[y][x] for y in range(screen.lines) for x in range(screen.columns))
    ground = Counter(_colours(cell, palette)[1] for cell in cells).most_common(1)[0][0]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="0 0 {width:.0f} {height:.0f}">',
        f'<rect width="100%" height="100%" rx="6" fill="{ground}"/>',
        f'<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="{FONT_SIZE}">',
    ]
    for y in range(screen.lines):
        parts += _row(screen, y, palette, ground)
    if not screen.cursor.hidden:
        parts.append(_box(screen.cursor.x, screen.cursor.y, 1, palette.foreground, 0.6))
    return "\n".join([*parts, "</g>", "</svg>", ""])


def _row(screen: pyte.Screen, y: int, palette: Palette, ground: str) -> list[str]:
    cells = [screen.buffer[y][x] for x in range(screen.columns)]
    parts, x = [], 0
    for look, group in groupby(cells, key=lambda cell: cell._replace(data="")):
        run = list(group)
        foreground, background = _colours(look, palette)
        if background != ground:
            parts.append(_box(x, y, len(run), background))
        if look.underscore:
            parts.append(_line(x, y, len(run), foreground))
        parts += _rules(x, y, run, foreground)
        parts += _words(x, y, "".join(cell.data for cell in run), look, foreground)
        x += len(run)
    return parts


def _words(x: int, y: int, text: str, look: Char, colour: str) -> Iterator[str]:
    """One element for a run, each word of it at its own place: no viewer, whatever its font, can move what follows."""
    style = ' font-weight="bold"' if look.bold else ""
    style += ' font-style="italic"' if look.italics else ""
    words = [
        f'<tspan x="{_left(x + _cells(text[: word.start()]))}">{escape(word.group())}</tspan>'
        for word in re.finditer(r"[^\s│─]+", text)
    ]
    if words:
        yield f'<text y="{MARGIN + y * CELL_HEIGHT + BASELINE:g}" fill="{colour}"{style}>{"".join(words)}</text>'


def _rules(x: int, y: int, run: Sequence[Char], colour: str) -> Iterator[str]:
    """Lines between panes and under titles, as terminals draw them: without gaps."""
    top = MARGIN + y * CELL_HEIGHT
    for place, cell in enumerate(run):
        if cell.data == "│":
            middle = _left(x + place + 0.5)
            yield f'<path d="M{middle} {top}v{CELL_HEIGHT}" stroke="{colour}"/>'
    for dashes in re.finditer("─+", "".join(cell.data for cell in run)):
        middle = f"M{_left(x + dashes.start())} {top + CELL_HEIGHT / 2:g}"
        yield f'<path d="{middle}h{len(dashes.group()) * CELL_WIDTH:g}" stroke="{colour}"/>'


def _cells(text: str) -> int:
    return sum(max(wcwidth(char), 0) for char in text)


def _left(column: float) -> str:
    return f"{MARGIN + column * CELL_WIDTH:g}"


def _box(x: int, y: int, cells: int, colour: str, opacity: float = 1) -> str:
    seen = f' opacity="{opacity}"' if opacity < 1 else ""
    return (
        f'<rect x="{_left(x)}" y="{MARGIN + y * CELL_HEIGHT}" '
        f'width="{cells * CELL_WIDTH:g}" height="{CELL_HEIGHT}" fill="{colour}"{seen}/>'
    )


def _line(x: int, y: int, cells: int, colour: str) -> str:
    """What underlines a run."""
    under = MARGIN + (y + 1) * CELL_HEIGHT - 2.5
    return f'<path d="M{_left(x)} {under:g}h{cells * CELL_WIDTH:g}" stroke="{colour}"/>'


def _colours(look: Char, palette: Palette) -> tuple[str, str]:
    foreground = _colour(look.fg, palette, palette.foreground)
    background = _colour(look.bg, palette, palette.background)
    return (background, foreground) if look.reverse else (foreground, background)


def _colour(name: str, palette: Palette, default: str) -> str:
    if name == "default":
        return default
    return palette.named.get(name, f"#{name}")
