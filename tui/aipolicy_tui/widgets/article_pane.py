"""The text of the open article, with its marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment

from aipolicy_index.model import Article, Fact, Span
from aipolicy_tui.terminal.charset import charset
from aipolicy_tui.widgets.article_layout import article_layout
from aipolicy_tui.widgets.drawing import segments, terminal_ruler
from aipolicy_tui.widgets.fitting import Part, Parts, cut, parts_width
from aipolicy_tui.widgets.marks import Layer, Matches, marked_line
from aipolicy_tui.widgets.pane import TextPane
from aipolicy_tui.widgets.wrapping import Layout, View, zones_within_lines

_LONG = 60
"""Characters from which a fact is underlined in colour; shorter ones are in reverse video."""

_NARROWEST_MARGIN = 16
_BEFORE_MARGIN = 3
"""Columns beside the text from which the speakers of quotations are named there, and those that stay blank."""

_MARGIN = 3
"""Lines kept in view around a place that is shown."""


class Quoted(NamedTuple):
    """Where a quotation begins, and who speaks."""

    start: int
    speaker: str


class _Lines:
    """An article at one width, as the pane draws it."""

    def __init__(self, layout: Layout, pane: ArticlePane, margin: int = 0) -> None:
        self._layout = layout
        self._pane = pane
        self._margin = margin
        self._quotes: tuple[Quoted, ...] = ()
        self._by_line: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._layout.lines)

    def line(self, number: int) -> Sequence[Segment]:
        parts = marked_line(self._layout, number, self._pane.marking)
        speaker = self._speakers().get(number)
        return segments((*parts, *self._in_margin(parts, speaker)) if speaker else parts)

    def _speakers(self) -> dict[int, str]:
        """For the lines on which a quotation begins, who speaks; where there is a margin to say it in."""
        quotes = self._pane.quotes if self._margin >= _NARROWEST_MARGIN else ()
        if quotes is not self._quotes:
            self._quotes = quotes
            self._by_line = {self._layout.line_of(quote.start): quote.speaker for quote in reversed(quotes)}
        return self._by_line

    def _in_margin(self, parts: Parts, speaker: str) -> Parts:
        ruler, ellipsis = terminal_ruler(), charset().glyphs.ellipsis
        blank = self._layout.width + _BEFORE_MARGIN - parts_width(parts, ruler)
        return Part(" " * blank), Part(cut(speaker, self._margin - _BEFORE_MARGIN, ellipsis, ruler), "dim")

    def offset_at(self, number: int) -> int:
        return self._layout.offset_of(number)

    def line_of(self, offset: int) -> int:
        return self._layout.line_of(offset)


class ArticlePane(TextPane):
    """Draws an article wrapped at a comfortable measure, with matches and the words of a fact marked."""

    def __init__(self, measure: int, *, id: str | None = None) -> None:
        super().__init__(overlap=2, id=id)
        self._measure_columns = measure
        self._article: Article | None = None
        self._matches = Matches()
        self._fact: Fact | None = None
        self._zones: tuple[Layer, ...] = ()
        self._revealed: Span | None = None
        self._revealed_from = 0
        self.marking: tuple[Layer, ...] = ()
        """What is marked, from the bottom up."""
        self.quotes: tuple[Quoted, ...] = ()
        """The quotations whose speaker stands in the margin."""

    @property
    def article(self) -> Article | None:
        """What the pane shows."""
        return self._article

    @property
    def matches(self) -> Matches:
        """The matches in the text."""
        return self._matches

    @property
    def fact(self) -> Fact | None:
        """The fact whose words are marked."""
        return self._fact

    def show_article(self, article: Article | None, offset: int = 0) -> None:
        """Show an article without marks, a character of it at the top."""
        self._article, self.quotes, self._revealed = article, (), None
        within = zones_within_lines(article.text, article.zones) if article else []
        self._zones = tuple(Layer(role, (span,)) for role, span in within)
        self._matches, self._fact, self.marking = Matches(), None, self._zones
        self.show(self._wrapped, offset)

    def name_speakers(self, quotes: tuple[Quoted, ...]) -> None:
        """Say in the margin who speaks, where the pane is wide enough to have one."""
        if quotes != self.quotes:
            self.quotes = quotes
            self.redraw()

    def mark_matches(self, matches: Matches, *, reveal: bool = True) -> None:
        """Mark the matches; with `reveal`, bring the current one into view."""
        self._matches = matches
        self._mark()
        if reveal and matches.span:
            self.reveal(matches.span)

    def mark_fact(self, fact: Fact | None, *, reveal: bool = True) -> None:
        """Mark the words of a fact and its other mentions; with `reveal`, bring its words into view."""
        if fact == self._fact:
            return
        self._fact = fact
        self._mark()
        if reveal and fact:
            self.reveal(fact.span)

    def reveal(self, span: Span) -> None:
        """Bring a span into view with a few lines around it: to the upper third when it was out of sight."""
        line = self.source.line_of(span.start)
        top, height = self.scroll_offset.y, self.size.height
        if not top + min(_MARGIN, top) <= line < top + height - min(_MARGIN, height // 3):
            self._scroll(line - height // 3)
        self._revealed, self._revealed_from = span, self.offset_at_top

    def resized(self) -> None:
        """Keep in view what was brought there, unless the reader has moved on."""
        if self._revealed is not None and self._revealed_from == self.offset_at_top:
            self.reveal(self._revealed)

    def relabel(self) -> None:
        """Say what is not the article's own words anew: the language changed."""
        self.show(self._wrapped, self.visible_offset())

    @property
    def view(self) -> View:
        """What is in view, to come back to."""
        return View(self.visible_offset(), self.scroll_offset.y, self.size.width)

    def return_to(self, view: View) -> None:
        """Scroll to what was in view; at another width, to the same words."""
        self._revealed = None
        same = view.width == self.size.width
        self._scroll(view.line if same else self.source.line_of(view.offset) if view.offset else 0)

    def visible_offset(self) -> int:
        """The first character of the article in view."""
        return self.source.offset_at(min(self.scroll_offset.y, max(0, len(self.source) - 1)))

    def _mark(self) -> None:
        fact = self._fact
        style = "fact_long" if fact and fact.end - fact.start > _LONG else "fact"
        mentions = (Layer("mention", fact.mentions), Layer(style, (fact.span,))) if fact else ()
        layers = (*self._zones, *self._matches.layers(), *mentions)
        if layers != self.marking:
            self.marking = layers
            self.redraw()

    def _wrapped(self, width: int) -> _Lines:
        article = self._article
        if article is None:
            return _Lines(Layout("", width, ()), self)
        between = f" {charset().glyphs.between} "
        measure = min(width, self._measure_columns)
        return _Lines(article_layout(article, measure, between, terminal_ruler()), self, width - measure)
