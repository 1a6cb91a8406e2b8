"""What every part of the reading screen works with: the panes, what they show, where the reader is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.timer import Timer

from aipolicy_index.errors import AipolicyError
from aipolicy_index.model import ArticleId
from aipolicy_tui.commands import Place
from aipolicy_tui.keymap import Keymap
from aipolicy_tui.messages import catalogue, chosen, say
from aipolicy_tui.screens.empty_states import empty_lines
from aipolicy_tui.screens.history import JumpList, LastVisit, Spot, Undo, last_visit
from aipolicy_tui.screens.listing import Listing, index_of
from aipolicy_tui.screens.proportions import Arrangement, Proportions, proportions
from aipolicy_tui.screens.searching import Search
from aipolicy_tui.screens.status_lines import Notice
from aipolicy_tui.settings import Settings
from aipolicy_tui.terminal.charset import charset
from aipolicy_tui.widgets.article_pane import ArticlePane
from aipolicy_tui.widgets.bars import Bar, Rule
from aipolicy_tui.widgets.drawing import segments, terminal_ruler
from aipolicy_tui.widgets.entry import Entry
from aipolicy_tui.widgets.facts_panel import FactsPanel
from aipolicy_tui.widgets.fitting import Part
from aipolicy_tui.widgets.layout import FixedLayout, VariableLayout
from aipolicy_tui.widgets.listing_rows import RowShape, row_line, row_shape
from aipolicy_tui.widgets.rows import GUTTER, RowList

if TYPE_CHECKING:
    from aipolicy_index.library import Library
    from aipolicy_index.service.client import ServiceClient

_EDGE_STEP = 4
"""Rows that come into view at an edge of the list: one at a time costs more bytes, as the text stands beside it."""

TALL_FROM = 16
"""Rows from which what was understood stands under the search line; below, it takes the bottom line."""

REST_SECONDS = 0.15
"""How long the selection must rest before its article is shown beside the list: held keys show none of those passed."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What the reading screen is given."""

    library: Library
    service: ServiceClient
    settings: Settings
    keymap: Keymap
    environment: Mapping[str, str]
    """What tells how to reach the clipboard."""
    copies: Path
    """The folder for a copy that is too long for a terminal."""


class Desk(Screen[None], inherit_bindings=False):
    """The panes of the reading screen and the state that its commands share."""

    AUTO_FOCUS = ""

    DEFAULT_CSS = """
    Desk { overflow: hidden; }
    Desk #search { height: 2; display: none; }
    Desk #search-line { height: 1; }
    Desk #slash { width: 2; }
    Desk #found { width: auto; min-width: 40%; }
    Desk #panes { height: 1fr; }
    Desk #text { width: 1fr; padding: 0 1; }
    Desk #facts { padding: 0 0 0 0; }
    Desk #too-small { display: none; }
    """

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.library = tools.library
        self.service = tools.service
        self.settings = tools.settings
        self.keymap = tools.keymap
        self.environment = tools.environment
        self.copies = tools.copies
        visit = last_visit(tools.library)
        self.last_visit: LastVisit = visit
        self.listing = Listing(tools.library, visit.sort, visit.narrowed)
        self.search: Search | None = None
        self.open_id: ArticleId | None = None
        self.jumps = JumpList()
        self.undo = Undo(tools.library)
        self.notice: Notice | None = None
        self.progress = ""
        self.facts_beside = True
        """Whether the facts stand beside the text where there is room for three panes."""
        self.facts_over = False
        """Whether the facts are shown where there is not."""
        self.text_alone = False
        self._rest: Timer | None = None
        self._shape: RowShape = row_shape(0, 0, False)

    def compose(self) -> ComposeResult:
        """Top line or search, the panes with rules between them, bottom line."""
        yield Bar(id="top")
        with Vertical(id="search"):
            with Horizontal(id="search-line"):
                yield Bar(lambda width: (Part("/ ", "accent"),), id="slash")
                yield Entry(id="query")
                yield Bar(id="found")
            yield Bar(id="understood")
        with Horizontal(id="panes"):
            yield RowList(edge_step=_EDGE_STEP, id="list")
            yield Rule(id="list-rule")
            yield ArticlePane(self.settings.measure, id="text")
            yield Rule(id="facts-rule")
            yield FactsPanel(self.settings.confidence_line, id="facts")
        yield Bar(id="bottom")
        yield Bar(self._too_small_line, id="too-small")

    # ---- the panes

    @property
    def rows(self) -> RowList:
        """The list."""
        return self.query_one("#list", RowList)

    @property
    def pane(self) -> ArticlePane:
        """The text."""
        return self.query_one("#text", ArticlePane)

    @property
    def facts(self) -> FactsPanel:
        """The facts."""
        return self.query_one("#facts", FactsPanel)

    @property
    def entry(self) -> Entry:
        """The search line."""
        return self.query_one("#query", Entry)

    def bar(self, name: str) -> Bar:
        """One of the lines."""
        return self.query_one(f"#{name}", Bar)

    @property
    def place(self) -> Place:
        """Where the reader is."""
        places = {self.pane: Place.TEXT, self.facts: Place.FACTS, self.entry: Place.SEARCH}
        return places.get(self.focused, Place.LIST) if self.focused else Place.LIST

    @property
    def division(self) -> Proportions:
        """How the screen is divided at its present size."""
        return proportions(self.app.size.width, self.app.size.height)

    @property
    def is_tall(self) -> bool:
        """Whether there is room for a second line under the search line."""
        return self.app.size.height >= TALL_FROM

    @property
    def facts_shown(self) -> bool:
        """Whether the facts are on the screen."""
        return bool(self.facts.display)

    def go(self, place: Place) -> None:
        """Move to a pane; one that is hidden comes into view."""
        if place is Place.FACTS:
            self.facts_beside = self.facts_over = True
        if place is Place.LIST:
            self.facts_over = self.text_alone = False
        self.divide(place)
        widgets = {Place.LIST: self.rows, Place.TEXT: self.pane, Place.FACTS: self.facts, Place.SEARCH: self.entry}
        self.set_focus(widgets[place], scroll_visible=False)

    def divide(self, place: Place | None = None) -> None:
        """Show and size the panes for the screen's size and where the reader is (or is about to be)."""
        here = place or self.place
        division = self.division
        small = division.arrangement is Arrangement.TOO_SMALL
        shown = set() if small else self._panes_shown(division.arrangement, here)
        self.rows.display = Place.LIST in shown
        self.pane.display = Place.TEXT in shown
        self.facts.display = Place.FACTS in shown
        facts_left = division.arrangement is Arrangement.TWO
        self.query_one("#list-rule").display = len(shown) > 1 and (Place.LIST in shown or facts_left)
        self.query_one("#facts-rule").display = len(shown) > 1 and Place.FACTS in shown and not facts_left
        alone = len(shown) == 1
        self.rows.styles.width = "1fr" if alone else division.list_width
        self.facts.styles.width = "1fr" if alone else division.facts_width
        self.facts.styles.dock = "left" if facts_left and not alone else "none"
        searching = self.search is not None and not small
        self.query_one("#search").styles.height = 2 if self.is_tall else 1
        self.query_one("#search").display = searching
        self.query_one("#top").display = not searching and not small
        self.query_one("#panes").display = self.query_one("#bottom").display = not small
        self.query_one("#too-small").display = small

    def _panes_shown(self, arrangement: Arrangement, here: Place) -> set[Place]:
        if arrangement is Arrangement.ONE:
            return {Place.LIST if here is Place.SEARCH else here}
        facts = self.facts_beside if arrangement is Arrangement.THREE else self.facts_over
        if self.text_alone:
            return {Place.TEXT, Place.FACTS} if here is Place.FACTS else {Place.TEXT}
        if arrangement is Arrangement.TWO:
            return {Place.FACTS if facts and here is not Place.SEARCH else Place.LIST, Place.TEXT}
        return {Place.LIST, Place.TEXT, Place.FACTS} if facts else {Place.LIST, Place.TEXT}

    def _too_small_line(self, width: int) -> tuple[Part, ...]:
        return (Part(say("small.screen", width=self.app.size.width, height=self.app.size.height), "warning"),)

    # ---- the list

    @property
    def ids(self) -> Sequence[ArticleId]:
        """The articles that the list shows, in order."""
        return self.search.ids if self.search and self.search.lists_hits else self.listing.ids

    @property
    def selected_id(self) -> ArticleId | None:
        """The article that is selected in the list."""
        selected = self.rows.selected
        return self.ids[selected] if selected is not None and selected < len(self.ids) else None

    @property
    def acted_on(self) -> ArticleId | None:
        """The article that a command is about: the selected one in the list, the open one elsewhere."""
        return self.selected_id if self.place is Place.LIST else self.open_id

    def show_list(self, selected: ArticleId | None = None) -> None:
        """Show the list anew, with this article selected where it is there."""
        self._shape = self._wanted_shape()
        if not self.ids:
            self._show_empty_list()
            return
        place = index_of(self.ids, selected)
        self.rows.set_rows(FixedLayout(len(self.ids), self._shape.lines), self._draw_row, selected=place or 0)
        if place is None:
            self.rows.action_first_row()

    def _show_empty_list(self) -> None:
        """Say why there is nothing, and what to do."""
        lines = empty_lines(self.search, self.listing, self.keymap, self.library.folder, self._list_columns())
        self.rows.set_rows(
            VariableLayout([len(lines)], frozenset({0})), lambda index, line, width, selected: segments(lines[line])
        )

    def reshape_list(self) -> None:
        """Show the list anew if its rows have another shape at its present size."""
        if self._wanted_shape() != self._shape or not self.ids:
            self.show_list(self.selected_id)

    def _list_columns(self) -> int:
        """Columns that a row of the list has at the screen's present size."""
        division = self.division
        alone = division.arrangement is Arrangement.ONE
        return max(1, (self.app.size.width if alone else division.list_width) - GUTTER)

    def _wanted_shape(self) -> RowShape:
        hits = self.search is not None and self.search.lists_hits
        bars = 2 if self.search is None or not self.is_tall else 3
        return row_shape(self._list_columns(), self.app.size.height - bars, hits)

    def _draw_row(self, index: int, line: int, width: int, selected: bool) -> Sequence[Segment]:
        ids = self.ids
        row = self.listing.rows.row(ids, index) if index < len(ids) else None
        if row is None:
            return ()
        hit = self.search.hit(index) if self.search and self._shape.with_snippet else None
        if self._shape.with_snippet and hit is None:
            self.call_later(self.fetch_hits_around, index)
        return segments(row_line(row, hit, self._shape, line, width - 1, charset().glyphs, terminal_ruler()))

    def fetch_hits_around(self, index: int) -> None:
        """Ask for the passages of hits that came into view."""

    # ---- small things

    def rest(self, then: Callable[[], None]) -> None:
        """Do this when the selection has rested for a moment, and not what was to be done before."""
        self.stop_resting()
        self._rest = self.set_timer(REST_SECONDS, then)

    def stop_resting(self) -> None:
        """Forget what was to be done."""
        if self._rest is not None:
            self._rest.stop()
            self._rest = None

    def tell(self, code: str, /, *, error: bool = False, **values: object) -> None:
        """A notice at the bottom, in words."""
        self.notice = Notice(say(code, **values), error)
        self.update_bars()

    def tell_error(self, error: AipolicyError) -> None:
        """What went wrong, in the error's own sentence."""
        known = error.code in catalogue(chosen())
        self.tell(error.code if known else "notice.failed", error=True, **({"reason": str(error)} | error.values))

    def here(self) -> Spot:
        """Where the reader is, to come back to."""
        return Spot(self.open_id, self.pane.view, self.place)

    def key(self, name: str) -> str:
        """The key of a command, as the reader knows it."""
        return self.keymap.shown(name)

    def update_bars(self) -> None:
        """Say the state anew at the top and at the bottom."""
