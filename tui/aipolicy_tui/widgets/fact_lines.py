"""The lines of the facts panel: each entry of the outline, wrapped and styled. Knows no Textual."""

from __future__ import annotations

from collections.abc import Sequence

from aipolicy_index.model import FactKind, KeySentenceDetails
from aipolicy_tui.terminal.charset import Glyphs
from aipolicy_tui.widgets.breaking import PLAIN_RULER, Ruler
from aipolicy_tui.widgets.fact_outline import Entry, FactEntry, Heading, MoreEntry, more_words
from aipolicy_tui.widgets.fitting import Part, Parts, cut, wrap_at_most
from aipolicy_tui.wording.cards import Card, card, kind_name

_INDENT = 2
LEAD = " "
"""Between the mark of the selected entry and its words."""
_MOST_LINES, _MOST_LINES_WIDE, _WIDE = 2, 3, 32
"""Lines of a value, more of what was written or said in so many columns: the text beside the panel shows all of it."""
_UNSURE = "? "


def entry_lines(entry: Entry, width: int, glyphs: Glyphs, first: bool, ruler: Ruler = PLAIN_RULER) -> list[Parts]:
    """The lines of one entry; a heading that is not the first has an empty line above it."""
    lines = _lines(entry, width - len(LEAD) - 1, glyphs, ruler)
    if isinstance(entry, Heading) and not first:
        lines.insert(0, ())
    return [(Part(LEAD), *line) if line else () for line in lines]


def _lines(entry: Entry, width: int, glyphs: Glyphs, ruler: Ruler) -> list[Parts]:
    match entry:
        case Heading(kind, count):
            return [_heading(kind, count, width, glyphs, ruler)]
        case MoreEntry():
            words = cut(f"{glyphs.folded} {more_words(entry)}", width, glyphs.ellipsis, ruler)
            return [(Part(words, "dim"),)]
        case FactEntry(fact, unsure):
            if fact.kind is FactKind.KEY_SENTENCE:
                return _key_sentence(entry, width, glyphs, ruler)
            return _card_lines(card(fact), unsure, width, _most_lines(fact.kind, width), glyphs, ruler)


def _heading(kind: FactKind, count: int, width: int, glyphs: Glyphs, ruler: Ruler) -> Parts:
    number = str(count)
    name = cut(kind_name(kind).upper(), width - len(number) - 1, glyphs.ellipsis, ruler)
    blank = width - ruler.cells(name) - len(number)
    return Part(name, "group"), Part(" " * blank), Part(number, "dim")


def _key_sentence(entry: FactEntry, width: int, glyphs: Glyphs, ruler: Ruler) -> list[Parts]:
    details = entry.fact.details
    number = str(details.rank) if isinstance(details, KeySentenceDetails) else glyphs.bullet
    lead = number.ljust(_INDENT)
    most = _most_lines(entry.fact.kind, width)
    lines = wrap_at_most(card(entry.fact).value, width - len(lead), most, glyphs.ellipsis, ruler)
    return [(Part(lead if place == 0 else " " * len(lead), "dim"), Part(line)) for place, line in enumerate(lines)]


def _most_lines(kind: FactKind, width: int) -> int:
    return _MOST_LINES_WIDE if kind in (FactKind.KEY_SENTENCE, FactKind.QUOTE) and width >= _WIDE else _MOST_LINES


def _card_lines(shown: Card, unsure: bool, width: int, most: int, glyphs: Glyphs, ruler: Ruler) -> list[Parts]:
    value = f"{_UNSURE}{shown.value}" if unsure else shown.value
    style = "dim" if unsure else ""
    first, *more = wrap_at_most(value, width, most, glyphs.ellipsis, ruler, hang=_INDENT) or [""]
    lines: list[Parts] = [(Part(first, style),), *((Part(" " * _INDENT), Part(line, style)) for line in more)]
    if shown.aside:
        lines = _with_aside(lines, shown.aside, width, glyphs, ruler)
    for words, at_most in ((shown.about, 2), (shown.who, 1)):
        lines += [
            (Part(" " * _INDENT), Part(line, "dim"))
            for line in wrap_at_most(words, width - _INDENT, at_most, glyphs.ellipsis, ruler)
        ]
    return lines


def _with_aside(lines: Sequence[Parts], aside: str, width: int, glyphs: Glyphs, ruler: Ruler) -> list[Parts]:
    """The aside after the value where there is room, else on a line of its own."""
    *before, last = lines
    used = sum(ruler.cells(part.text) for part in last)
    if used + 2 + ruler.cells(aside) <= width:
        return [*before, (*last, Part("  "), Part(aside, "dim"))]
    own = cut(aside, width - _INDENT, glyphs.ellipsis, ruler)
    return [*lines, (Part(" " * _INDENT), Part(own, "dim"))]
