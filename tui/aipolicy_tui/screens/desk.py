"""What every part of the reading screen works with: the panes, what they show, where the reader is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import ScreenResume
from textual.message_pump import _MessagePumpMeta

from aipolicy_index.errors import AipolicyError
from aipolicy_index.model import ArticleId
from aipolicy_tui.commands import Place
from aipolicy_tui.keymap import Keymap
from aipolicy_tui.messages import explain, say
from aipolicy_tui.screens.chooser import Chooser, Value
from aipolicy_tui.screens.history import JumpList, LastVisit, Spot, last_visit
from aipolicy_tui.screens.listing import Listing
from aipolicy_tui.screens.proportions import Arrangement, Proportions, proportions
from aipolicy_tui.screens.searching import Scope, Search
from aipolicy_tui.screens.status_lines import Notice, Notices
from aipolicy_tui.screens.too_small import TooSmall
from aipolicy_tui.settings import Settings
from aipolicy_tui.widgets.article_pane import ArticlePane
from aipolicy_tui.widgets.bars import Bar, Paragraph, Rule
from aipolicy_tui.widgets.entry import Entry
from aipolicy_tui.widgets.facts_panel import FactsPanel
from aipolicy_tui.widgets.fitting import Part
from aipolicy_tui.widgets.rows import RowList

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

    from aipolicy_index.library import Library
    from aipolicy_index.service.client import ServiceClient

    _Screen = Screen[None]
else:
    _Screen = object

_EDGE_STEP = 4
"""Rows that come into view at an edge of the list: one at a time costs more bytes, as the text stands beside it."""

_NOTICE_LINES = 3
"""Lines above the bottom one that an error may take: it says what, where and what next."""

TALL_FROM = 16
"""Rows from which what was understood stands under the search line; below, it takes the bottom line."""


class Tools(NamedTuple):
    """What the reading screen is given."""

    library: Library
    service: ServiceClient
    settings: Settings
    keymap: Keymap
    environment: Mapping[str, str]
    """What tells how to reach the clipboard."""
    copies: Path
    """The folder for a copy that is too long for a terminal."""
    problems: tuple[str, ...] = ()
    """What could not be used of the reader's files."""


class Desk(_Screen, metaclass=_MessagePumpMeta):
    """The panes of the reading screen and the state that its commands share.

    The parts of the screen, one above the other, become one of Textual's only where they are whole: each class of
    Textual's takes half a millisecond to define. What is marked with `@on` is collected all the same.
    """

    AUTO_FOCUS = ""

    SHEET = """
    ReadingScreen { overflow: hidden; }
    ReadingScreen #search { height: 2; display: none; }
    ReadingScreen #search-line { height: 1; }
    ReadingScreen #slash { width: 2; }
    ReadingScreen #found { width: auto; min-width: 40%; }
    ReadingScreen #found.narrow { width: 12; min-width: 12; }
    ReadingScreen #panes { height: 1fr; }
    ReadingScreen #text { width: 1fr; padding: 0 1; }
    ReadingScreen #facts { padding: 0 0 0 0; }
    """

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.library = tools.library
        self.service = tools.service
        self.settings = tools.settings
        self.keymap = tools.keymap
        self.environment = tools.environment
        self.copies = tools.copies
        self.notices = Notices((*tools.problems, *map(str, tools.keymap.problems)))
        visit = last_visit(tools.library)
        self.last_visit: LastVisit = visit
        self.listing = Listing(tools.library, visit.sort, visit.narrowed)
        self.search: Search | None = None
        self.open_id: ArticleId | None = None
        self.jumps = JumpList()
        self.progress = ""
        self.facts_beside = True
        """Whether the facts stand beside the text where there is room for three panes."""
        self.facts_over = False
        """Whether the facts are shown where there is not."""
        self.text_alone = False
        self._was_shown = False
        self._hidden_place: Place | None = None
        """Where the reader was when the screen became too small to show it."""

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
        yield Paragraph(_NOTICE_LINES, id="notice")
        yield Bar(id="bottom")
        yield TooSmall()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """The first time the styles need not be worked out: they have just been, for every widget that was mounted."""
        event.refresh_styles = self._was_shown
        self._was_shown = True

    # ---- the panes

    @cached_property
    def rows(self) -> RowList:
        """The list."""
        return self.query_one("#list", RowList)

    @cached_property
    def pane(self) -> ArticlePane:
        """The text."""
        return self.query_one("#text", ArticlePane)

    @cached_property
    def facts(self) -> FactsPanel:
        """The facts."""
        return self.query_one("#facts", FactsPanel)

    @cached_property
    def entry(self) -> Entry:
        """The search line."""
        return self.query_one("#query", Entry)

    def bar(self, name: str) -> Bar:
        """One of the lines."""
        return self.query_one(f"#{name}", Bar)

    @property
    def answering(self) -> Sequence[Widget]:
        """What shows first that a key was taken."""
        return (self.entry,) if self.search is not None else (self.rows, self.bar("top"), self.bar("bottom"))

    @property
    def place(self) -> Place:
        """Where the reader is."""
        if self._hidden_place is not None:
            return self._hidden_place
        focused = self.focused
        if focused is None or focused is self.rows:
            return Place.LIST
        places = {self.pane: Place.TEXT, self.facts: Place.FACTS, self.entry: Place.SEARCH}
        return places.get(focused, Place.LIST)

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
        self._focus(place)

    def _focus(self, place: Place) -> None:
        widgets = {Place.LIST: self.rows, Place.TEXT: self.pane, Place.FACTS: self.facts, Place.SEARCH: self.entry}
        self.rows.leads = place is Place.SEARCH
        self.set_focus(widgets[place], scroll_visible=False)

    def divide(self, place: Place | None = None) -> None:
        """Show and size the panes for the screen's size and where the reader is (or is about to be)."""
        here = place or self.place
        division = self.division
        small = division.arrangement is Arrangement.TOO_SMALL
        was_hidden, self._hidden_place = self._hidden_place is not None, here if small else None
        shown = set() if small else self._panes_shown(division.arrangement, here)
        self.rows.display = Place.LIST in shown
        self.pane.display = Place.TEXT in shown
        self.facts.display = Place.FACTS in shown
        facts_left = division.arrangement is Arrangement.TWO
        self.query_one("#list-rule").display = len(shown) > 1 and (Place.LIST in shown or facts_left)
        self.query_one("#facts-rule").display = len(shown) > 1 and Place.FACTS in shown and not facts_left
        alone = len(shown) == 1
        self.bar("found").set_class(division.arrangement is Arrangement.ONE, "narrow")
        self.pane.styles.padding = (0, 0) if alone else (0, 1)
        self.rows.styles.width = "1fr" if alone else division.list_width
        self.facts.styles.width = "1fr" if alone else division.facts_width
        self.facts.styles.dock = "left" if facts_left and not alone else "none"
        self.name_speakers()
        searching = self.search is not None and not small
        self.query_one("#search").styles.height = 2 if self.is_tall else 1
        self.query_one("#search").display = searching
        self.query_one("#top").display = not searching and not small
        self.query_one("#panes").display = self.query_one("#bottom").display = not small
        self.query_one("#too-small").display = small
        if was_hidden and not small:
            self._focus(here)

    def name_speakers(self) -> None:
        """Name the speakers of quotations beside the text, unless the facts stand there."""
        self.pane.name_speakers(() if self.facts.display else self.facts.quotes)

    @property
    def _searched(self) -> Place:
        """The pane that shows what is found."""
        return Place.TEXT if self.search is not None and self.search.scope is Scope.ARTICLE else Place.LIST

    def _panes_shown(self, arrangement: Arrangement, here: Place) -> set[Place]:
        if arrangement is Arrangement.ONE or not self.listing.counts.total:
            return {self._searched if here is Place.SEARCH else here}
        facts = self.facts_beside if arrangement is Arrangement.THREE else self.facts_over
        if self.text_alone and not (here is Place.SEARCH and self._searched is Place.LIST):
            return {Place.TEXT, Place.FACTS} if here is Place.FACTS else {Place.TEXT}
        if arrangement is Arrangement.TWO:
            return {Place.FACTS if facts and here is not Place.SEARCH else Place.LIST, Place.TEXT}
        return {Place.LIST, Place.TEXT, Place.FACTS} if facts else {Place.LIST, Place.TEXT}

    # ---- small things

    def tell(self, code: str, /, *, error: bool = False, **values: object) -> None:
        """A notice at the bottom, in words."""
        self.tell_words(say(code, **values), error=error)

    def tell_words(self, words: str, *, error: bool = False) -> None:
        """A notice that is in words already."""
        self.notices.tell(words, is_error=error)
        self.update_bars()

    @property
    def notice(self) -> Notice | None:
        """What is to be shown at the bottom."""
        return self.notices.shown(self.key("back"))

    def tell_error(self, error: AipolicyError) -> None:
        """What went wrong, in the error's own sentence."""
        self.tell_words(explain(error.code, error.values), error=True)

    def safely(self, action: Callable[[], None]) -> None:
        """Do something; what the library cannot do is told."""
        try:
            action()
        except AipolicyError as error:
            self.tell_error(error)

    def choose(self, chooser: Chooser[Value], then: Callable[[Value | None], None]) -> None:
        """Open a list to choose from; do this with what is chosen (None when it is left), as commands are done."""
        chooser.ask(self.app, lambda value: self.safely(lambda: then(value)))

    def here(self) -> Spot:
        """Where the reader is, to come back to."""
        return Spot(self.open_id, self.pane.view, self.place)

    def key(self, name: str) -> str:
        """The key of a command, as the reader knows it."""
        return self.keymap.shown(name)

    def update_bars(self) -> None:
        """Say the state anew at the top and at the bottom."""
