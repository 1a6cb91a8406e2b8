"""Moving: in a pane, between panes, between articles."""

from __future__ import annotations

from textual import on

from aipolicy_index.model import Fact
from aipolicy_tui.commands import Place
from aipolicy_tui.screens.history import Spot
from aipolicy_tui.screens.proportions import Arrangement
from aipolicy_tui.screens.searching import Scope
from aipolicy_tui.screens.taking import Taking
from aipolicy_tui.widgets.rows import RowList

_ORDER = (Place.LIST, Place.TEXT, Place.FACTS)


class Moving(Taking):
    """The keys that move."""

    _before_facts: Spot | None = None
    """Where the text stood when the facts were entered."""
    _followed: Fact | None = None
    """The fact from which the reader jumped into the text."""

    def do_down(self) -> None:
        """One row, line or fact down; in a search of one article, the next match."""
        if self._searches_article:
            self.do_next_match()
            return
        self.pane.action_line_down() if self.place is Place.TEXT else self._moving_rows().action_row_down()

    def do_up(self) -> None:
        """One row, line or fact up; in a search of one article, the match before."""
        if self._searches_article:
            self.do_previous_match()
            return
        self.pane.action_line_up() if self.place is Place.TEXT else self._moving_rows().action_row_up()

    def do_page_down(self) -> None:
        """One screen on; on « n more » in the facts, unfold."""
        if self.place is Place.FACTS and self.facts.unfold():
            self._fact_moved()
            return
        self.pane.action_page_down() if self.place is Place.TEXT else self._moving_rows().action_page_down()

    def do_page_up(self) -> None:
        """One screen back."""
        self.pane.action_page_up() if self.place is Place.TEXT else self._moving_rows().action_page_up()

    def do_half_page_down(self) -> None:
        """Half a screen on."""
        self.pane.action_half_page_down() if self.place is Place.TEXT else self._moving_rows().action_half_page_down()

    def do_half_page_up(self) -> None:
        """Half a screen back."""
        self.pane.action_half_page_up() if self.place is Place.TEXT else self._moving_rows().action_half_page_up()

    def do_top(self) -> None:
        """To the beginning."""
        self._jump_from_here()
        self.pane.action_text_start() if self.place is Place.TEXT else self._moving_rows().action_first_row()

    def do_bottom(self) -> None:
        """To the end."""
        self._jump_from_here()
        self.pane.action_text_end() if self.place is Place.TEXT else self._moving_rows().action_last_row()

    def _jump_from_here(self) -> None:
        if self.place is Place.TEXT:
            self.jumps.leave(self.here())

    @property
    def _searches_article(self) -> bool:
        return self.place is Place.SEARCH and self.search is not None and self.search.scope is Scope.ARTICLE

    def _moving_rows(self) -> RowList:
        return self.facts if self.place is Place.FACTS else self.rows

    # ---- deeper, and back

    def do_open(self) -> None:
        """From the list into the text, from the text to the facts, from a fact to its words."""
        match self.place:
            case Place.LIST:
                self.read_selected()
            case Place.SEARCH:
                self.read_hit()
            case Place.TEXT:
                self.enter_facts()
            case Place.FACTS:
                self._follow_fact()

    def do_back(self) -> None:
        """One step back; from the list of hits, out of the search."""
        if self.notices.see():
            self.update_bars()
            return
        match self.place:
            case Place.SEARCH:
                self.clear_search()
            case Place.LIST:
                self.clear_search()
            case Place.TEXT:
                self._leave_text()
            case Place.FACTS:
                self._leave_facts()

    def do_jump_back(self) -> None:
        """To the place that the last jump left."""
        if self._followed is not None and self.place is Place.TEXT:
            self._leave_text()
            return
        spot = self.jumps.back()
        if spot is None:
            self.tell("notice.no_jump")
        else:
            self.come_back(spot)

    def _leave_text(self) -> None:
        if self._followed is not None:
            self._followed = None
            self.go(Place.FACTS)
        else:
            self.go(Place.LIST)

    # ---- facts

    def do_facts(self) -> None:
        """Show the facts, or hide them. Where they stand beside the text they are only shown; else entered too."""
        if self.facts_shown:
            self._hide_facts()
        elif self.division.arrangement is Arrangement.THREE and not self.text_alone:
            self.facts_beside = True
            self.divide()
        else:
            self.enter_facts()

    def _hide_facts(self) -> None:
        if self.place is Place.FACTS:
            self._leave_facts()
        self.facts_beside = self.facts_over = False
        self._followed = None
        self.pane.mark_fact(None)
        self.divide()
        self.update_bars()

    def enter_facts(self) -> None:
        """Go to the facts; the first one that stands in the text in view is selected."""
        if self.open_id is None and self.selected_id is not None:
            self.open_article(self.selected_id)
        self._before_facts = self.here()
        self.go(Place.FACTS)
        if self.pane.scroll_offset.y:
            self.facts.select_fact_at(self.pane.visible_offset())
        self._fact_moved()

    def _leave_facts(self) -> None:
        """Back to where the text stood."""
        before, self._before_facts = self._before_facts, None
        self.pane.mark_fact(None)
        if before is not None and before.article == self.open_id:
            self.pane.return_to(before.view)
        self.facts_over = False
        self.go(before.pane if before is not None and before.pane is not Place.FACTS else Place.TEXT)

    @on(RowList.RowHighlighted, "#facts")
    def fact_highlighted(self, message: RowList.RowHighlighted) -> None:
        """Mark the words of the fact, and show them."""
        message.stop()
        self._fact_moved()

    @on(RowList.RowChosen, "#facts")
    def fact_chosen(self, message: RowList.RowChosen) -> None:
        """Jump to the words of the fact that was clicked twice."""
        message.stop()
        self._follow_fact()

    def _fact_moved(self) -> None:
        if self.place is Place.FACTS:
            self.pane.mark_fact(self.facts.fact)
            self.update_bars()

    def _follow_fact(self) -> None:
        if self.facts.unfold():
            self._fact_moved()
            return
        fact = self.facts.fact
        if fact is None:
            return
        if self._before_facts is not None:
            self.jumps.leave(self._before_facts)
        self._followed = fact
        self.go(Place.TEXT)
        self.pane.mark_fact(fact)
        self.pane.reveal(fact.span)

    # ---- panes and articles

    def do_next_pane(self) -> None:
        """The pane to the right, or the first."""
        self._step_pane(1)

    def do_previous_pane(self) -> None:
        """The pane to the left, or the last."""
        self._step_pane(-1)

    def _step_pane(self, step: int) -> None:
        three = self.division.arrangement is Arrangement.THREE
        panes = [place for place in _ORDER if place is not Place.FACTS or self.facts_shown or not three]
        if self.text_alone:
            panes = [Place.TEXT, Place.FACTS]
        wanted = panes[(panes.index(self.place) + step) % len(panes)]
        if self.place is Place.FACTS:
            self._leave_facts()
        if wanted is Place.FACTS:
            self.enter_facts()
        else:
            self.go(wanted)

    def do_next_article(self) -> None:
        """The next article of the list, in the same pane."""
        if not self.step_article(1):
            self.tell("notice.last_article")

    def do_previous_article(self) -> None:
        """The article before in the list, in the same pane."""
        if not self.step_article(-1):
            self.tell("notice.first_article")

    def do_zen(self) -> None:
        """The text alone, or with the panes beside it."""
        self.text_alone = not self.text_alone
        self.go(Place.TEXT)
