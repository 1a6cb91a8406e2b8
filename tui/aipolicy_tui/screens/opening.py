"""Opening articles: beside the list when the selection rests, to read when asked; their facts, their place, read."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.timer import Timer

from aipolicy_index.errors import AipolicyError, LibraryError, NoSuchArticle, Overtaken
from aipolicy_index.model import ArticleId, Fact, Span
from aipolicy_tui.commands import Place
from aipolicy_tui.screens.history import LastVisit, Spot
from aipolicy_tui.screens.listing import index_of
from aipolicy_tui.screens.searching import Scope, Search
from aipolicy_tui.screens.shelf import Shelf
from aipolicy_tui.widgets.facts_panel import FactsState, ShownFacts
from aipolicy_tui.widgets.marks import Matches
from aipolicy_tui.widgets.pane import TextPane
from aipolicy_tui.widgets.rows import RowList
from aipolicy_tui.widgets.wrapping import View

_KEEP_PLACE_SECONDS = 1.0
"""How long the text must stand still before its place is written down."""


class Opening(Shelf):
    """The article beside the list."""

    @dataclass(eq=False, repr=False)
    class FactsArrived(Message):
        """The facts of an article are known now."""

        id: ArticleId
        facts: tuple[Fact, ...]

    @dataclass(eq=False, repr=False)
    class FactsFailed(Message):
        """The facts of an article could not be had."""

        id: ArticleId

    @dataclass(eq=False, repr=False)
    class MarksArrived(Message):
        """Where the query's words stand in an article."""

        id: ArticleId
        query: str
        spans: tuple[Span, ...]
        step: int | None
        """Where to go: 1 the first match, -1 the last, 0 the nearest to where the search began; None: stay."""

    marks_asked: tuple[ArticleId, str] | None = None
    """The article, and the words, whose places in it are being asked for."""
    _last_read: Spot | None = None
    """The place in a text that was left last."""
    _read_timer: Timer | None = None
    _place_timer: Timer | None = None
    _visit_timer: Timer | None = None

    def go(self, place: Place) -> None:
        """Move to a pane, keeping the place in the text that is left."""
        self.keep_place()
        if self.place is Place.TEXT:
            self._last_read = self.here()
        super().go(place)
        self.watch_reading()
        self.keep_visit_soon()
        self.update_bars()

    def open_article(self, id_: ArticleId, offset: int | None = None) -> None:
        """Show an article where it was left, or with this character at the top."""
        self.stop_resting()
        self.keep_place()
        try:
            article, state = self.library.article(id_), self.library.state(id_)
        except NoSuchArticle:
            self.tell("notice.article_gone", error=True)
            return
        except LibraryError:
            self.close_article()
            raise
        self.open_id = id_
        self.pane.show_article(article, state.position if offset is None else offset)
        self.show_facts(id_)
        self.watch_reading()
        self.keep_visit_soon()
        self.update_bars()

    def close_article(self) -> None:
        """Show no article."""
        self.open_id = None
        self.pane.show_article(None)
        self.facts.show_facts(ShownFacts())
        self.update_bars()

    # ---- the article of the selected row

    @on(RowList.RowHighlighted, "#list")
    def row_highlighted(self, message: RowList.RowHighlighted) -> None:
        """Show the selected article when the selection has rested."""
        message.stop()
        if self.selected_id != self.open_id:
            self.rest(self.show_selected)
        else:
            self.update_bars()

    @on(RowList.RowChosen, "#list")
    def row_chosen(self, message: RowList.RowChosen) -> None:
        """Read the article that was clicked twice."""
        message.stop()
        self.safely(self.read_selected)

    def show_selected(self) -> None:
        """Show the selected article beside the list: while searching, at its first match."""
        id_ = self.selected_id
        if id_ is None:
            self.close_article()
        elif id_ != self.open_id:
            self.show_hit(id_)

    def show_selected_now(self) -> None:
        """The same, whether the selection has rested or not."""
        coming = self.marks_asked[0] if self.marks_asked else self.open_id
        if self.selected_id != coming:
            self.show_selected()
        else:
            self.rest_now()

    def show_hit(self, id_: ArticleId, step: int = 1) -> None:
        """Show an article; where something is searched, at its first (1) or last (-1) match."""
        if self.search is None or not self.search.is_asking:
            self.open_article(id_)
            return
        self.stop_resting()
        self.ask_marks(id_, self.search.words_in(id_), step)

    def show_hit_now(self, id_: ArticleId, step: int = 1) -> None:
        """Show an article at once, before it is known where its matches are."""
        if self.search is not None and self.search.is_asking:
            self.open_article(id_, 0)
        self.show_hit(id_, step)

    def read_selected(self) -> None:
        """Go into the text of the selected article."""
        if self.selected_id is None:
            return
        if self._last_read is not None and self._last_read.article != self.selected_id:
            self.jumps.leave(self._last_read)
        if self.selected_id != self.open_id:
            self.show_hit_now(self.selected_id)
        self.rest_now()
        self.go(Place.TEXT)

    def step_article(self, step: int, match_step: int = 1) -> bool:
        """Open the article after (1) or before (-1) the open one in the list; whether there is one."""
        here = index_of(self.ids, self.open_id)
        wanted = (here if here is not None else -1) + step
        if not 0 <= wanted < len(self.ids):
            return False
        self.show_article_at(wanted, match_step)
        return True

    def show_article_at(self, place: int, match_step: int = 1) -> None:
        """Open the article at a place of the list; from inside another, that one can be come back to."""
        if self.place is not Place.LIST:
            self.jumps.leave(self.here())
        self.rows.select(place)
        self.show_hit_now(self.ids[place], match_step)

    # ---- marks

    def ask_marks(self, id_: ArticleId, query: str, step: int | None) -> None:
        """Ask where the query's words stand in an article."""
        self.marks_asked = (id_, query)
        self.fetch_marks(id_, query, self.search is None or self.search.typing, step)

    @work(group="marks", exclusive=True, exit_on_error=False)
    async def fetch_marks(self, id_: ArticleId, query: str, typing: bool, step: int | None) -> None:
        """Ask where the query's words stand in an article."""
        try:
            spans = await self.service.marks(query, id_, typing=typing)
        except Overtaken:
            return
        except AipolicyError:
            spans = ()
        self.post_message(self.MarksArrived(id_, query, spans, step))

    @on(MarksArrived)
    def marks_arrived(self, message: MarksArrived) -> None:
        """Open the article at its match, or mark the open one."""
        if self.marks_asked != (message.id, message.query):
            return
        self.marks_asked, search = None, self.search
        if search is not None and search.words_in(message.id) == message.query:
            if search.scope is Scope.ARTICLE:
                search.waiting = False
            try:
                self._show_marks(search, message)
            except LibraryError:
                self.give_up()
                raise
        self.answered()

    def _show_marks(self, search: Search, message: MarksArrived) -> None:
        if message.id != self.open_id:
            self.open_article(message.id, 0)
        matches = Matches(message.spans)
        if message.step is None:
            matches = matches.nearest(self.pane.visible_offset())
        elif message.step == 0:
            matches = matches.nearest(search.came_from.view.offset)
            self.pane.return_to(search.came_from.view)
        else:
            matches = Matches(message.spans, max(0, len(message.spans) - 1) if message.step < 0 else 0)
            self.pane.return_to(View())
        self.pane.mark_matches(matches, reveal=message.step is not None)
        self.update_bars()

    def answered(self) -> None:
        """What waited for an answer is done."""

    def give_up(self) -> None:
        """What waited for an answer is not done."""

    # ---- facts

    def show_facts(self, id_: ArticleId) -> None:
        """Show the facts of an article, asking for them where there are none yet."""
        self.facts.show_facts(ShownFacts(FactsState.FAILED))
        facts = self.library.facts(id_)
        if facts is not None:
            self.facts_ready(facts)
            return
        self.facts.show_facts(ShownFacts(FactsState.PREPARING))
        self.fetch_facts(id_)

    def facts_ready(self, facts: tuple[Fact, ...]) -> None:
        """Show the facts of the open article."""
        self.facts.show_facts(ShownFacts(FactsState.READY, facts))
        self.name_speakers()

    @work(group="facts", exclusive=True, exit_on_error=False)
    async def fetch_facts(self, id_: ArticleId) -> None:
        """Have the facts of an article extracted."""
        try:
            self.post_message(self.FactsArrived(id_, await self.service.facts(id_)))
        except Overtaken:
            return
        except AipolicyError:
            self.post_message(self.FactsFailed(id_))

    @on(FactsArrived)
    def facts_arrived(self, message: FactsArrived) -> None:
        """Show the facts if their article is still open."""
        if message.id == self.open_id:
            self.facts_ready(message.facts)
            self.update_bars()

    @on(FactsFailed)
    def facts_failed(self, message: FactsFailed) -> None:
        """Say so in the panel."""
        if message.id == self.open_id:
            self.facts.show_facts(ShownFacts(FactsState.FAILED))

    # ---- the reading place, and read after a moment

    @on(TextPane.Scrolled, "#text")
    def text_scrolled(self, message: TextPane.Scrolled) -> None:
        """Write the place down when the text stands still."""
        message.stop()
        self.update_bars()
        if self.place is Place.TEXT:
            if self._place_timer is not None:
                self._place_timer.stop()
            self._place_timer = self.set_timer(_KEEP_PLACE_SECONDS, self.keep_place)

    def keep_place(self) -> None:
        """Write down where the reader is in the open article."""
        if self._place_timer is not None:
            self._place_timer.stop()
            self._place_timer = None
        id_, offset = self.open_id, self.pane.offset_at_top
        if id_ is not None and self.place is Place.TEXT:
            self.safely(lambda: self.library.set_position(id_, offset))

    def keep_visit_soon(self) -> None:
        """Write down what the next start comes back to, when there is time for it."""
        if self._visit_timer is None:
            self._visit_timer = self.set_timer(_KEEP_PLACE_SECONDS, self.keep_visit)

    def keep_visit(self) -> None:
        """Write down what the next start comes back to."""
        if self._visit_timer is not None:
            self._visit_timer.stop()
            self._visit_timer = None
        pane = Place.LIST if self.place is Place.SEARCH else self.place
        top = self.last_visit.top if self.search else self.rows.scroll_offset.y // self._shape.lines
        visit = LastVisit(self.open_id, pane, self.listing.sort, self.listing.narrowed, top)
        if visit != self.last_visit:
            self.last_visit = visit
            self.safely(lambda: visit.keep(self.library))

    def watch_reading(self) -> None:
        """Count the open article as read when the reader has been in its text for a moment."""
        if self._read_timer is not None:
            self._read_timer.stop()
            self._read_timer = None
        if self.open_id is not None and self.place is Place.TEXT and not self.library.state(self.open_id).read:
            self._read_timer = self.set_timer(
                self.settings.read_after_seconds, lambda: self.safely(self._has_been_read)
            )

    def _has_been_read(self) -> None:
        if self.open_id is not None and self.place is Place.TEXT:
            self.library.set_read(self.open_id, True)
            self.article_changed(self.open_id)

    def article_changed(self, id_: ArticleId) -> None:
        """Draw an article's row anew: its state is another one."""
        self.listing.changed(id_)
        place = index_of(self.ids, id_)
        if place is not None:
            self.rows.redraw([place])
        self.update_bars()

    def come_back(self, spot: Spot) -> None:
        """Show a place that was left, in the pane where the reader was."""
        if spot.article is not None and spot.article != self.open_id:
            self.open_article(spot.article, spot.view.offset)
            if self.search is not None and self.search.is_asking:
                self.ask_marks(spot.article, self.search.words_in(spot.article), None)
        self.pane.return_to(spot.view)
        place = index_of(self.ids, spot.article)
        if place is not None:
            self.rows.select(place)
        self.go(Place.LIST if spot.pane is Place.SEARCH else spot.pane)
        self.update_bars()
