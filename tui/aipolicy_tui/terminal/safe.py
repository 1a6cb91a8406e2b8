"""Text made safe to draw: one line, no control, bidi or zero-width character, every width agreed on by terminals.

No Textual or Rich call does this. It runs at one place, before a strip is made; the article's own text, which
quotations and copies are taken from, is never changed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rich.cells import get_character_cell_size

TAB_STOP = 4
"""Columns between two tab stops."""

MOST_MARKS = 3
"""Combining marks kept on one letter; real orthographies need no more."""

_LINE_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_FORMAT_RANGES = (
    (0x00, 0x1F),  # C0
    (0x7F, 0x9F),  # DEL and C1
    (0xAD, 0xAD),  # soft hyphen
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x115F, 0x1160),  # Hangul fillers
    (0x17B4, 0x17B5),  # Khmer inherent vowels
    (0x180B, 0x180F),  # Mongolian variation selectors and vowel separator
    (0x200B, 0x200F),  # zero-width characters, direction marks
    (0x202A, 0x202E),  # bidi embeddings and overrides
    (0x2060, 0x206F),  # word joiner, invisible operators, bidi isolates
    (0x3164, 0x3164),  # Hangul filler
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFA0, 0xFFA0),  # half-width Hangul filler
    (0xFFF9, 0xFFFB),  # interlinear annotation
    (0x1BCA0, 0x1BCA3),  # shorthand format controls
    (0x1D173, 0x1D17A),  # musical format controls
    (0x1F3FB, 0x1F3FF),  # skin tones: two cells to some terminals, four to others
    (0xE0000, 0xE0FFF),  # tags and further variation selectors
)
_REPLACED_RANGES = ((0xD800, 0xDFFF), (0xFDD0, 0xFDEF), (0xFFFE, 0xFFFF))
_REGIONAL_A = 0x1F1E6
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"

# Every script with vowel signs that take a column (category Mc), and the circled numbers.
_COUNTED_APART = re.compile(
    "[\u0900-\u109f\u1700-\u17ff\u1900-\u1cff\u302e\u302f\u3248-\u324f\ua800-\uabff\U00011000-\U00011fff\U00016f00-\U00016fff\U0001d165-\U0001d172]"
)
_TWICE_AS_WIDE = frozenset("\u302e\u302f\u3248\u3249\u324a\u324b\u324c\u324d\u324e\u324f")


def _translation() -> dict[int, str | None]:
    table: dict[int, str | None] = {code: None for first, last in _FORMAT_RANGES for code in range(first, last + 1)}
    table |= {code: "\ufffd" for first, last in _REPLACED_RANGES for code in range(first, last + 1)}
    table |= {ord(character): " " for character in _LINE_BREAKS + _SPACES}
    # A flag is two letters of its own alphabet, which half the terminals draw in two columns and half in four.
    table |= {_REGIONAL_A + letter: chr(ord("A") + letter) for letter in range(26)}
    return table


_TABLE = _translation()
_SEQUENCE = re.compile(
    # Bodies are bounded and need their end: an opening alone costs itself and no text.
    "(?:\x1b\\]|\x9d)[^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\\\|\x9c)"  # OSC
    "|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x9c]{0,4096}(?:\x1b\\\\|\x9c)"  # DCS, SOS, PM, APC
    "|(?:\x1b\\[|\x9b)[0-?]{0,256}[ -/]{0,16}[@-~]"  # CSI
    "|\x1b[ -/]{0,16}[0-~]"
)
_STARTS_SEQUENCE = re.compile("[\x1b\x90\x98\x9b\x9d\x9e\x9f]")


@lru_cache(maxsize=4096)
def safe_text(text: str) -> str:
    """One line of text that no terminal can misread: sequences and format characters out, spaces plain, NFC.

    Line breaks and every kind of space become a plain space, tabs reach the next stop. The length may change: cut
    offsets out of the original text first, then make each piece safe.
    """
    if text.isascii() and text.isprintable():
        return text
    if _STARTS_SEQUENCE.search(text):
        text = _SEQUENCE.sub("", text)
    text = text.replace("\r\n", " ").expandtabs(TAB_STOP).translate(_TABLE)
    return text if text.isascii() else _few_marks(unicodedata.normalize("NFC", text))


def _few_marks(text: str) -> str:
    """Drop marks that stand on nothing or that pile up on one letter."""
    kept: list[str] = []
    marks = MOST_MARKS
    for character in text:
        marks = marks + 1 if get_character_cell_size(character) == 0 else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def cell_width(text: str) -> int:
    """Terminal columns that a safe text takes: where terminals count a sign in different ways, the most of them."""
    if text.isascii():
        return len(text)
    return sum(map(_most_cells, text))


def with_room(text: str, owed: int = 0) -> tuple[str, int]:
    """A safe text as wide for Textual's layout as `cell_width` says: what it counts less stands as blanks after a word.

    Texts that follow each other on a line pass on the columns that are still owed at their end.
    """
    if not owed and not _COUNTED_APART.search(text):
        return text, 0
    pieces: list[str] = []
    for character in text:
        if owed and character == " ":
            pieces.append(" " * owed)
            owed = 0
        pieces.append(character)
        owed += _most_cells(character) - get_character_cell_size(character)
    return "".join(pieces), owed


def cut(text: str, cells: int, ellipsis: str = "…") -> str:
    """A safe text shortened to at most `cells` columns, ending in the ellipsis when something was left out."""
    if cell_width(text) <= cells:
        return text
    room = cells - cell_width(ellipsis)
    if room < 0:
        return ellipsis[: max(cells, 0)]
    return text[: _fitting(text, room)].rstrip() + ellipsis


def fit(text: str, cells: int, ellipsis: str = "…") -> str:
    """A safe text cut or padded with spaces to exactly `cells` columns."""
    text = cut(text, cells, ellipsis)
    return text + " " * (cells - cell_width(text))


def _fitting(text: str, cells: int) -> int:
    """How many leading characters fit, never parting a letter from its marks."""
    if text.isascii():
        return cells
    used = 0
    for position, character in enumerate(text):
        used += _most_cells(character)
        if used > cells:
            return position
    return len(text)


@lru_cache(maxsize=4096)
def _most_cells(character: str) -> int:
    """The most columns that a terminal takes for a character.

    Vowel signs that stand beside their letter have no column of their own for Textual (wcwidth 0.2.14 and later), and
    one for glibc, xterm and tmux; circled numbers on squares have one or two.
    """
    if character in _TWICE_AS_WIDE:
        return 2
    return get_character_cell_size(character) or int(unicodedata.category(character) == "Mc")
