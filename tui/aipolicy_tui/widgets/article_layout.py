"""An article as it is read: title, outlet, date and byline above, then the text, wrapped. Knows no Textual."""

from __future__ import annotations

from aipolicy_index.model import Article, ZoneKind
from aipolicy_tui.widgets.breaking import PLAIN_RULER, Ruler, wrapped
from aipolicy_tui.widgets.wrapping import BLANK_LINE, Layout, Line, Role, lay_out
from aipolicy_tui.wording.references import reference
from aipolicy_tui.wording.values import published_line

_TITLE = frozenset({ZoneKind.TITLE})


def article_layout(article: Article, width: int, between: str, ruler: Ruler = PLAIN_RULER) -> Layout:
    """The lines of an article at a width; `between` stands between outlet, date and byline."""
    lines = [*_title_lines(article, width, ruler), *_credit_lines(article, width, between, ruler), BLANK_LINE]
    lines.extend(lay_out(article.text, article.zones, width, skipped=_TITLE, ruler=ruler))
    return Layout(article.text, width, tuple(lines))


def _title_lines(article: Article, width: int, ruler: Ruler) -> list[Line]:
    """The headline's own words where the text has it, so that marks in it show; nothing for a title made from it."""
    zones = article.zone_spans(ZoneKind.TITLE)
    if zones:
        return [
            Line(Role.TITLE, span.start, span.end)
            for zone in zones
            for span in wrapped(article.text, zone.start, zone.end, width, 0, ruler)
        ]
    return _made(article.title or "", Role.TITLE, width, ruler)


def _credit_lines(article: Article, width: int, between: str, ruler: Ruler) -> list[Line]:
    """Outlet, day and byline; a line ends between two of them."""
    known = reference(article)
    parts = [part for part in (known.outlet, known.published or published_line(None, None), article.author) if part]
    lines = [parts[0]]
    for part in parts[1:]:
        together = lines[-1] + between + part
        lines[-1:] = [together] if ruler.cells(together) <= width else [lines[-1], part]
    return [line for words in lines for line in _made(words, Role.CREDIT, width, ruler)]


def _made(words: str, role: Role, width: int, ruler: Ruler) -> list[Line]:
    spans = wrapped(words, 0, len(words), width, 0, ruler)
    return [Line(role, made=words[span.start : span.end]) for span in spans]
