"""What the lines at the top and at the bottom of the screen say. Knows no Textual."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from time import time
from typing import NamedTuple

from aipolicy_index.model import Counts, ListFilter, Sort
from aipolicy_tui.commands import FOOTER, Place, command
from aipolicy_tui.keymap import Keymap
from aipolicy_tui.messages import chosen, say
from aipolicy_tui.screens.listing import filter_signs, filter_words
from aipolicy_tui.terminal.charset import Charset, charset
from aipolicy_tui.widgets.drawing import terminal_ruler
from aipolicy_tui.widgets.fitting import Part, Parts, cut, fit_line, parts_width
from aipolicy_tui.wording.values import number

_LEAST_CONTEXT = 16
"""Columns below which a part of where the reader is tells nothing: the keys are shown instead."""

_NOTHING = ListFilter()
_GAPS = 6
"""Columns between the pieces at the right of the search line."""
_LEAST_OUTLET = 12
"""Columns of an outlet's name where what is on has little room."""

_MOST_ERRORS = 500
"""Errors of a visit that can be looked up."""

_DESCENDING = frozenset({Sort.DATE, Sort.RELEVANCE})


class Notice(NamedTuple):
    """Something to tell at the bottom: gone with the next key, an error only when it was seen (Esc)."""

    text: str
    is_error: bool = False


class Told(NamedTuple):
    """An error of this visit."""

    at: float
    """Seconds since 1970."""
    text: str


class Notices:
    """What was told: a notice until the next key, errors until each was seen, all of them to look up later."""

    def __init__(self, errors: Iterable[str] = ()) -> None:
        self.errors: list[Told] = []
        """The errors of this visit, the oldest first."""
        self._unseen: list[str] = []
        self._passing = ""
        self._uncovered = False
        for words in errors:
            self.tell(words, is_error=True)

    def tell(self, words: str, *, is_error: bool) -> None:
        """A notice takes the place of the one before it, an error waits behind those that were not seen."""
        if not is_error:
            self._passing = words
        elif words not in self._unseen:
            self._unseen.append(words)
            self.errors.append(Told(time(), words))
            del self.errors[:-_MOST_ERRORS]

    def pass_by(self) -> bool:
        """The next key has come; whether a notice passes. An error that it covered is shown again."""
        passes = bool(self._passing)
        self._uncovered, self._passing = passes and bool(self._unseen), ""
        return passes

    def see(self) -> bool:
        """The error that was shown when the key came has been seen; whether there is one, seen or just shown again."""
        if not self._unseen or self._uncovered:
            return bool(self._unseen)
        return bool(self._unseen.pop(0))

    def shown(self, key: str) -> Notice | None:
        """What is to be shown: the passing notice, else the first error that was not seen, with how many wait behind it
        for `key`."""
        if self._passing or not self._unseen:
            return Notice(self._passing) if self._passing else None
        words, *others = self._unseen
        told = say("notice.and_others", words=words, count=len(others), key=key) if others else words
        return Notice(told, is_error=True)


_Spoken = tuple[str, Charset]
"""What a line depends on besides what it is given: the lines are asked for with every key, and seldom another one."""


def _spoken() -> _Spoken:
    return chosen(), charset()


def gap() -> str:
    """What stands between two pieces of a line."""
    return f" {charset().glyphs.between} "


def top_line(counts: Counts, shown: int, sort: Sort, narrowed: ListFilter, progress: str, width: int) -> Parts:
    """Name, how many articles, how many unread, filters, order; at the right the background work.

    Where there is little room, what is on stays the longest, then how many articles pass, the order, the work, what is
    unread; the name goes first.
    """
    return _top_line(_spoken(), counts, shown, sort, narrowed, progress, width)


@lru_cache(maxsize=8)
def _top_line(
    spoken: _Spoken, counts: Counts, shown: int, sort: Sort, narrowed: ListFilter, progress: str, width: int
) -> Parts:
    ruler = terminal_ruler()
    filters = _filters_on(narrowed, width - ruler.cells(counted("top.articles", shown) + sort_words(sort) + gap() * 2))
    filters = cut(filters, width, charset().glyphs.ellipsis, ruler)
    unread = counted("top.unread", counts.unread) if counts.unread and not narrowed.unread else ""
    in_order = (
        _Piece(Part(say("top.name"), "strong"), 5),
        _Piece(Part(counted("top.articles", shown)), 1),
        _Piece(Part(unread), 4),
        _Piece(Part(filters, "accent"), 0),
        _Piece(Part(sort_words(sort), "dim"), 2),
        _Piece(Part(progress, "dim"), 3, at_right=True),
    )
    kept: set[int] = set()
    room = width
    for piece in sorted((piece for piece in in_order if piece.part.text), key=lambda piece: piece.rank):
        needed = ruler.cells(piece.part.text) + (len(gap()) if kept else 0)
        if needed > room and piece.at_right:
            continue
        room -= needed
        if room < 0:
            break
        kept.add(piece.rank)
    left: list[Parts] = [(piece.part,) for piece in in_order if piece.rank in kept and not piece.at_right]
    right: list[Parts] = [(piece.part,) for piece in in_order if piece.rank in kept and piece.at_right]
    return _fitted(left, right, width)


def _filters_on(narrowed: ListFilter, room: int) -> str:
    """What is on: in words, with little room less of the outlet's name, with less in the signs of the list."""
    glyphs, ruler = charset().glyphs, terminal_ruler()
    shorter = narrowed._replace(outlet=cut(narrowed.outlet or "", _LEAST_OUTLET, glyphs.ellipsis, ruler) or None)
    signs = filter_signs(shorter, glyphs.unread, glyphs.starred)
    ways = (", ".join(words) for words in (filter_words(narrowed), filter_words(shorter), signs))
    return next((way for way in ways if ruler.cells(way) <= room), ", ".join(signs))


class _Piece(NamedTuple):
    """A piece of the top line."""

    part: Part
    rank: int
    """Its importance, from 0."""
    at_right: bool = False


def counted(key: str, count: int) -> str:
    """A sentence with a number in the reader's manner."""
    plain = say(key, count=count)
    return plain.replace(str(count), number(count), 1)


def sort_words(sort: Sort) -> str:
    """The order of the list, with its direction."""
    glyphs = charset().glyphs
    arrow = glyphs.descending if sort in _DESCENDING else glyphs.ascending
    return f"{say(f'sort.{sort.value}')} {arrow}"


def hints(place: Place, keymap: Keymap, without: Collection[str] = ()) -> list[Parts]:
    """The keys of a place, the most important first; `without` those that would do nothing now."""
    return list(_hints(_spoken(), place, keymap, frozenset(without)))


@lru_cache(maxsize=64)
def _hints(spoken: _Spoken, place: Place, keymap: Keymap, without: frozenset[str]) -> tuple[Parts, ...]:
    return tuple(
        (Part(key, "key"), Part(f" {command(name).hint(place)}", "dim"))
        for name in FOOTER[place]
        if name not in without and (key := keymap.shown(name, place))
    )


def bottom_line(
    notice: Notice | None, context: str, keys: list[Parts], position: list[str], keymap: Keymap, width: int
) -> Parts:
    """A notice, or where the reader is and what can be done; at the right the position."""
    right: list[Parts] = [(Part(words),) for words in position]
    ruler, ellipsis = terminal_ruler(), charset().glyphs.ellipsis
    if notice:
        style = "error" if notice.is_error else "accent"
        seen: list[Parts] = [(Part(keymap.shown("back"), "key"),)] if notice.is_error else []
        room = width - sum(parts_width(piece, ruler) + 2 for piece in seen)
        return _fitted([(Part(cut(notice.text, room, ellipsis, ruler), style),)], seen, width)
    if not context:
        return _fitted(keys, right, width)
    room = max(width // 3, width - sum(parts_width(piece, ruler) + len(gap()) for piece in [*keys[:2], *right[:1]]))
    known = cut(context, room, ellipsis, ruler)
    if known != " ".join(context.split()) and ruler.cells(known) < _LEAST_CONTEXT:
        return _fitted(keys, right, width)
    return _fitted([(Part(known),), *keys], right, width)


def search_right(
    scope_is_article: bool,
    found: int | None,
    sort: Sort | None,
    position: list[str],
    width: int,
    narrowed: ListFilter = _NOTHING,
) -> Parts:
    """At the right of the search line: where it searches, how much it found, in which order if it can be chosen."""
    pieces: list[Parts] = []
    counts = counted("search.results", found) if found is not None else ""
    on = _filters_on(narrowed, min(width // 2, width - terminal_ruler().cells("".join([*position, counts])) - _GAPS))
    if on and not scope_is_article:
        pieces.append((Part(on, "accent"),))
    if scope_is_article:
        words = say("search.scope_article")
        beside = sum(terminal_ruler().cells(other) + len(gap()) for other in position)
        if terminal_ruler().cells(words) + beside + len(gap()) > width:
            words = say("search.scope_article_short")
        pieces.append((Part(words, "accent"),))
    elif found is not None:
        pieces.append((Part(counts),))
        if sort is not None:
            pieces.append((Part(sort_words(sort), "dim"),))
    return _fitted([()], [*[(Part(words),) for words in position], *pieces], width)


def _fitted(left: list[Parts], right: list[Parts], width: int) -> Parts:
    return fit_line(left, right, width, gap(), terminal_ruler())
