"""What one quotation mark does where it stands: opens, closes, or is an apostrophe, an inch, a plus sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from aipolicy_index.model import Span

CLOSERS = {"«": "»", "“": "”", "„": "“”", "‹": "›", "‘": "’", "‟": "”", '"': '"', "+": "+", "'": "'"}
"""Opening mark -> the marks that close it."""
FAMILY = {
    **dict.fromkeys("«»", "«"),
    **dict.fromkeys('“”„‟"', "“"),
    **dict.fromkeys("‹›", "‹"),
    **dict.fromkeys("‘’'", "‘"),
}
BLANK = " \t\u00a0\u202f\u2009\u200a\u2002\u2003"
_BEFORE_OPENING = frozenset(BLANK + "\n([{—–-:…«“„‹‘\"/'’+")
_AFTER_CLOSING = frozenset(BLANK + "\n.,;:!?)»”…]")


class Role(Enum):
    """What a mark does."""

    OPENS = auto()
    CLOSES = auto()
    NOTHING = auto()


def closes(mark: str, opening: str) -> bool:
    """Whether a mark is the one that closes an opening mark."""
    return mark in CLOSERS.get(opening, "")


def _around(text: str, at: int, end: int) -> tuple[str, str]:
    return text[at - 1] if at else "\n", text[end] if end < len(text) else "\n"


def _may_begin(before: str, after: str) -> bool:
    """Whether the characters around a mark let a quotation begin."""
    return before in _BEFORE_OPENING and (after.isalnum() or after in BLANK + "([…«“‘-—'’\"$€£+.@#‹¿¡")


def role_of_directed(text: str, mark: str, at: int, end: int, opened: Sequence[str]) -> Role:
    """Of a mark with a direction, which may have been set the wrong way round; `opened` is the stack."""
    before, after = _around(text, at, end)
    if mark in "»”›’":
        if not opened:
            return (
                Role.OPENS if mark != "’" and _may_begin(before, after) and _sentence_begins(text, at) else Role.NOTHING
            )
        if mark == "’" and opened[-1] != "‘":
            return Role.NOTHING
        return Role.OPENS if _is_reversed(text, mark, at, opened) and _may_begin(before, after) else Role.CLOSES
    if opened and mark == "“" and opened[-1] == "„":
        return Role.CLOSES
    glued = before not in _BEFORE_OPENING and after in BLANK + "\n.,;"
    return Role.CLOSES if opened and opened[-1] == mark and glued else Role.OPENS


def _sentence_begins(text: str, at: int) -> bool:
    return re.search(r"(?:^|[.!?:\n…])\s*$", text[max(0, at - 4) : at]) is not None


def _is_reversed(text: str, mark: str, at: int, opened: Sequence[str]) -> bool:
    """A closing mark of a family of which none is open, where a sentence begins: it stands for an opening one."""
    return not any(FAMILY.get(entry) == FAMILY.get(mark) for entry in opened) and _sentence_begins(text, at)


def role_of_straight(text: str, mark: str, at: int, end: int, opened: Sequence[str]) -> Role:
    """Of a mark that looks the same on both sides: the blanks around it tell, then whether one is open."""
    before, after = _around(text, at, end)
    if mark == '"' and before.isdigit() and mark not in opened:
        return Role.NOTHING
    ends_here = after in _AFTER_CLOSING and before not in BLANK
    if mark in opened:
        begins_here = before in _BEFORE_OPENING and before not in BLANK and after not in _AFTER_CLOSING
        nested = before in BLANK and after not in _AFTER_CLOSING and opened[-1] != mark
        return Role.OPENS if begins_here or nested else Role.CLOSES
    if mark == '"' and opened and opened[-1] in "“”„" and ends_here:
        return Role.CLOSES
    return Role.OPENS if _may_begin(before, after) or before in BLANK + "\n" else Role.NOTHING


def is_apostrophe(text: str, at: int, paragraph: Span, opened: Sequence[str]) -> bool:
    """Whether a single mark is no quotation mark: it stands in a word, or nothing closes what it would open."""
    before, after = _around(text, at, at + 1)
    mark = text[at]
    if opened and opened[-1] in "‘'" and not before.isspace() and not after.isalnum():
        return before == "s" and after == " " and _closes_later(text, at, paragraph)
    begins = after.isalnum() or after in '“"«' or (after in BLANK and mark == "‘")
    opens = mark != "’" and before in _BEFORE_OPENING - set("-'’") and begins
    return not (opens and _closes_later(text, at, paragraph))


def _closes_later(text: str, at: int, paragraph: Span) -> bool:
    """Whether a mark closes behind more than a letter: « rock 'n' roll » quotes nothing."""
    return re.search(r"(?<=[\w.,!?…)”\"»])['’](?![^\W_])", text[at + 3 : paragraph.end]) is not None
