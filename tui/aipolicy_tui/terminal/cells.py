"""The screen as cells: for every column what it shows and with which pen. Nothing here can hold a control character."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len, get_character_cell_size

from aipolicy_tui.wording.ascii import UNKNOWN, transliterated

from .sgr import PLAIN, Pen, pen_of

if TYPE_CHECKING:
    from rich.color import ColorSystem
    from rich.segment import Segment

WIDE_TAIL = ""
"""What the second column of a wide character holds."""

REPLACEMENT = "\ufffd"
"""Shown for half of a surrogate pair."""

# Controls and format characters: the layout counts no column for them.
_DROPPED = frozenset({"Cc", "Cf", "Zl", "Zp"})
_DOUBTFUL_CATEGORIES = frozenset({"Mc", "Cn", "Co", "Sk"})
# Scripts with vowel signs and conjuncts, whose width terminals count in different ways (Devanagari to Myanmar, Khmer).
_DOUBTFUL_SCRIPTS = ((0x0900, 0x109F), (0x1780, 0x17FF), (0x1A20, 0x1AAF), (0xA800, 0xABFF), (0x11000, 0x11FFF))
# Numbers in circles and counting rods, which are symbols of one column or of two.
_DOUBTFUL_NUMBERS = ((0x3248, 0x324F), (0x1D360, 0x1D376))

# One column each on every terminal, alone: Latin, Greek, Cyrillic, punctuation, currencies, arrows, box drawing, marks.
_SIMPLE = re.compile(
    "[\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u25fc"
    "\u2605\u2606\ufffd]*"
)


@dataclass(slots=True, repr=False)
class Row:
    """One row of the screen: parallel lists, one element a column."""

    texts: list[str]
    """A character with its marks, or `WIDE_TAIL`."""
    pens: list[Pen]

    @classmethod
    def blank(cls, width: int) -> Row:
        """A row that shows nothing, in the terminal's own colours."""
        return cls([" "] * width, [PLAIN] * width)

    def copy(self) -> Row:
        """A row that can be changed without changing this one."""
        return Row(self.texts[:], self.pens[:])

    def put(self, x: int, segments: Iterable[Segment], colors: ColorSystem | None) -> None:
        """Write segments from column x on, cut at the right edge; what is left of a wide character becomes a space."""
        if x >= len(self.texts):
            return
        if x and self.texts[x] == WIDE_TAIL:
            self.texts[x - 1] = " "
        for text, style, control in segments:
            if control or x >= len(self.texts):
                continue
            texts = cells_of(text)[: len(self.texts) - x]
            end = x + len(texts)
            self.texts[x:end] = texts
            self.pens[x:end] = _pens(texts, PLAIN if style is None else pen_of(style, colors))
            x = end
        if x < len(self.texts) and self.texts[x] == WIDE_TAIL:
            self.texts[x] = " "
        if x and is_wide(self.texts[x - 1]):
            self.texts[x - 1] = " "


@lru_cache(maxsize=8192)
def cells_of(text: str) -> tuple[str, ...]:
    """The cells of a text, exactly as many as Textual's layout counted for it."""
    if _SIMPLE.fullmatch(text):
        return tuple(text)
    cells: list[str] = []
    for character in text:
        _add(cells, character)
    width = cell_len(text)
    del cells[width:]
    cells.extend(" " * (width - len(cells)))
    return tuple(cells)


def _add(cells: list[str], character: str) -> None:
    category = unicodedata.category(character)
    if category in _DROPPED:
        return
    if category == "Cs":
        character = REPLACEMENT
    elif category == "Zs":
        character = " "
    size = get_character_cell_size(character)
    if size == 0:
        _join(cells, character)
    else:
        cells.append(character)
        cells.extend([WIDE_TAIL] * (size - 1))


def _join(cells: list[str], mark: str) -> None:
    """Add a combining mark to the cell before it."""
    for position in range(len(cells) - 1, -1, -1):
        if cells[position] != WIDE_TAIL:
            cells[position] = unicodedata.normalize("NFC", cells[position] + mark)
            return


def _pens(texts: tuple[str, ...], pen: Pen) -> list[Pen]:
    blank = pen.blank
    if blank is pen:
        return [pen] * len(texts)
    return [blank if text == " " else pen for text in texts]


def is_simple(texts: Sequence[str]) -> bool:
    """Whether every cell holds one character that takes one column everywhere; the most common case by far."""
    line = "".join(texts)
    return len(line) == len(texts) and _SIMPLE.fullmatch(line) is not None


@lru_cache(maxsize=4096)
def is_wide(text: str) -> bool:
    """Whether a cell's text takes two columns."""
    return text != WIDE_TAIL and not text.isascii() and get_character_cell_size(text[0]) == 2


@lru_cache(maxsize=4096)
def ascii_cell(text: str) -> str:
    """What a terminal without UTF-8 shows in a column: one ASCII character, whatever reached the last stage."""
    if text.isascii():
        return text or UNKNOWN
    shown = transliterated(text)
    return shown if len(shown) == 1 else UNKNOWN


@lru_cache(maxsize=4096)
def is_doubtful(text: str) -> bool:
    """Whether terminals disagree on the columns that a cell's text takes; nothing may be assumed after it."""
    if text.isascii():
        return False
    if len(text) > 1:
        return True
    code = ord(text)
    if any(first <= code <= last for first, last in _DOUBTFUL_SCRIPTS + _DOUBTFUL_NUMBERS):
        return True
    category = unicodedata.category(text)
    return category in _DOUBTFUL_CATEGORIES or (category == "So" and is_wide(text))


def goes_on(texts: Sequence[str], x: int) -> bool:
    """Whether a column is drawn right behind the doubtful characters before it, wherever the terminal's cursor is.

    The rest of their word is, and the blanks after it; the next word, or a line between panes, stands in its own
    column, for which there is room however the terminal counts.
    """
    text = texts[x]
    if text == " ":
        return True
    if x and texts[x - 1] == " ":
        return False
    return is_doubtful(text) or unicodedata.category(text[:1] or " ")[0] in "LNP"
