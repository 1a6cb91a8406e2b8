"""Search as the reader types: hits in the list, matches in the text, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from aipolicy_index.errors import AipolicyError, Overtaken
from aipolicy_index.model import ArticleId, Results
from aipolicy_tui.commands import Place
from aipolicy_tui.messages import chosen, say
from aipolicy_tui.screens.history import Spot
from aipolicy_tui.screens.listing import index_of
from aipolicy_tui.screens.opening import Opening
from aipolicy_tui.screens.searching import HITS_AT_ONCE, Scope, Search
from aipolicy_tui.widgets.entry import Entry
from aipolicy_tui.widgets.line_editor import LONGEST
from aipolicy_tui.widgets.marks import Matches
from aipolicy_tui.wording.queries import diagnostic_words, looser
from aipolicy_tui.wording.values import number

if TYPE_CHECKING:
    from aipolicy_index.query import Query


class Finding(Opening):
    """The search line and what it finds."""

    @dataclass(eq=False, repr=False)
    class SearchFinished(Message):
        """A search was answered."""

        results: Results
        is_window: bool
        """Only further passages of hits that are shown already."""

    @dataclass(eq=False, repr=False)
    class SearchFailed(Message):
        """A search could not be answered."""

        query: str
        again: bool
        """Whether it has been asked a second time."""

    # ---- commands

    def do_search(self) -> None:
        """Open the search line, or go back to it."""
        if self.search is None:
            within = self.place in (Place.TEXT, Place.FACTS) and self.open_id is not None
            self.search = Search(self.here(), Scope.ARTICLE if within else Scope.ALL)
            self.entry.text = ""
        elif self.search.like is not None:
            self.search = Search(self.search.came_from)
            self.entry.text = ""
            self.ask()
        self.entry.offer()
        self.entry.hint(say("search.placeholder"))
        self.go(Place.SEARCH)

    def do_scope(self) -> None:
        """Search the open article only, or all again."""
        search = self.search
        if search is None:
            return
        if self.open_id is None:
            self.tell("notice.scope_needs_article")
            return
        search.scope = Scope.ARTICLE if search.scope is Scope.ALL else Scope.ALL
        self.divide()
        self.ask()
        self.show_list(self.open_id)
        self.update_bars()

    def do_correct(self) -> None:
        """Search what the program proposes."""
        correction = self.search.results.correction if self.search and self.search.results else None
        self._search_instead(correction, "notice.no_correction")

    def do_one_edit(self) -> None:
        """Search the words within one letter."""
        self._search_instead(looser(self.search.query) if self.search else None, "notice.no_looser")

    def _search_instead(self, query: str | None, otherwise: str) -> None:
        if query is None:
            self.tell(otherwise)
            return
        self.entry.text = query
        self.query_changed()

    def do_next_match(self) -> None:
        """The next match here, or the first of the next article."""
        self._step_match(1)

    def do_previous_match(self) -> None:
        """The match before, or the last of the article before."""
        self._step_match(-1)

    def _step_match(self, step: int) -> None:
        if self.search is None or not self.search.is_asking:
            self.tell("notice.no_search", key=self.key("search"))
            return
        matches = self.pane.matches
        if (moved := matches.moved(step)) is not None:
            self.pane.mark_matches(moved)
            self.update_bars()
        elif self.search.scope is Scope.ALL and self.step_article(step, step):
            return
        elif self.search.scope is Scope.ALL and len(self.ids) > 1:
            self.tell("notice.first_match_again" if step > 0 else "notice.last_match_again")
            self.show_article_at(0 if step > 0 else len(self.ids) - 1, step)
        elif len(matches.spans) > 1:
            self.tell("notice.first_match_again" if step > 0 else "notice.last_match_again")
            self.pane.mark_matches(matches.from_the_other_end(step))
        else:
            self.tell("notice.only_match" if matches.spans else "notice.no_match")

    def read_hit(self) -> None:
        """Enter in the search line: into the text, at the match; with nothing typed, back."""
        search = self.search
        if search is None or not search.query.strip():
            self.clear_search()
        elif search.scope is Scope.ARTICLE:
            self.go(Place.TEXT)
        else:
            self.read_selected()

    def clear_search(self) -> None:
        """Close the search and return to where the reader was: to the search before, or out of it."""
        search = self.search
        if search is None:
            return
        self.search = search.before
        self.stop_resting()
        self.workers.cancel_group(self, "search")
        self.workers.cancel_group(self, "marks")
        self.marks_asked = None
        self.pane.mark_matches(Matches())
        if search.before is not None:
            self.entry.text = search.before.query
        if self.open_id != search.came_from.article:
            self.jumps.leave(Spot(self.open_id, self.pane.view, Place.TEXT))
        self.show_list(search.came_from.article)
        self.come_back(search.came_from)
        if self.search is not None and self.search.waiting:
            self.ask()

    # ---- asking

    @on(Entry.Pasted, "#query")
    def query_pasted(self, message: Entry.Pasted) -> None:
        """Ask for what was pasted."""
        message.stop()
        self.query_changed()
        if message.cut:
            self.tell("notice.too_long", count=number(LONGEST))

    def query_changed(self) -> None:
        """Ask for what stands on the line now, if it is something else; the newest question wins."""
        search = self.search
        if search is not None and search.query != self.entry.text:
            search.query, search.typing = self.entry.text, True
            self.ask()

    def ask(self) -> None:
        """Ask the query in its scope."""
        search = self.search
        if search is None:
            return
        if self.open_id is None:
            search.scope = Scope.ALL
        if search.like is not None:
            search.waiting = True
            self.ask_alike(search.like)
        elif not search.query.strip():
            self._ask_nothing(search)
        elif search.scope is Scope.ARTICLE and self.open_id is not None:
            search.waiting, search.diagnostics = True, self.parsed(search).diagnostics
            self.ask_marks(self.open_id, search.query, 0)
        else:
            search.waiting = True
            self.fetch_results(0)
        self.update_bars()

    def ask_alike(self, like: ArticleId, again: bool = False) -> None:
        """Ask for the articles nearest to one."""

    @staticmethod
    def parsed(search: Search) -> Query:
        """What the query means."""
        from aipolicy_index.query import parse

        return parse(search.query, typing=search.typing, language=chosen())

    def _ask_nothing(self, search: Search) -> None:
        """An empty line: the list as it was, no marks."""
        self.workers.cancel_group(self, "search")
        search.results, search.diagnostics, search.waiting = None, (), False
        self.pane.mark_matches(Matches())
        self.show_list(search.came_from.article)

    @work(group="search", exclusive=True, exit_on_error=False)
    async def fetch_results(self, offset: int, again: bool = False) -> None:
        """Ask for the results of the query, or for the passages of further hits."""
        search = self.search
        if search is None:
            return
        query = search.query
        try:
            results = await self.service.search(
                query,
                sort=search.sort,
                narrowed=self.listing.narrowed,
                offset=offset,
                limit=HITS_AT_ONCE,
                typing=search.typing,
                language=chosen(),
            )
        except Overtaken:
            return
        except AipolicyError:
            self.post_message(self.SearchFailed(query, again))
        else:
            self.post_message(self.SearchFinished(results, is_window=offset > 0))

    def fetch_hits_around(self, index: int) -> None:
        """Ask for the passages of hits that came into view, unless a newer query is being asked."""
        search = self.search
        if search is None or search.waiting or index >= len(search.ids):
            return
        offset = search.missing_window(index)
        if offset is not None:
            self.fetch_results(offset)

    # ---- answers

    @on(SearchFinished)
    def search_finished(self, message: SearchFinished) -> None:
        """Show the hits, and soon the text of the best."""
        search, results = self.search, message.results
        if search is None or results.query != search.query or search.scope is not Scope.ALL:
            return
        if message.is_window:
            search.take_window(results)
            self.rows.redraw()
            return
        before = search.results
        if search.take(results):
            self._show_results(before, results)
        self.update_bars()
        self.answered()

    def _show_results(self, before: Results | None, results: Results) -> None:
        if before is not None and (before.query, list(before.ids)) == (results.query, list(results.ids)):
            self.show_list(self.selected_id)
            return
        self.show_list(results.ids[0] if results.ids else None)
        self._show_best(results)

    def _show_best(self, results: Results) -> None:
        if results.ids:
            self.rest(lambda: self.show_hit(results.ids[0]))
        else:
            self.pane.mark_matches(Matches())

    @on(SearchFailed)
    def search_failed(self, message: SearchFailed) -> None:
        """Ask once more: the next request starts the service again. Then say so."""
        if self.search is None or self.search.query != message.query:
            return
        if message.again:
            self.search.waiting = False
            self.tell("notice.service_failed", error=True)
            self.answered()
        else:
            self.tell("notice.service_restarted", error=True)
            if self.search.like is not None:
                self.ask_alike(self.search.like, again=True)
            else:
                self.fetch_results(0, again=True)

    # ---- words

    def understood_words(self) -> tuple[str, str]:
        """What to say under the query, and its style: what is wrong with it, or how it was understood."""
        search = self.search
        if search is None or not search.is_asking:
            return "", ""
        if search.like is not None:
            shared = search.shared(self.selected_id)
            return (say("search.shared", words=", ".join(shared)), "dim") if shared else ("", "")
        if search.diagnostics:
            return " ".join(dict.fromkeys(map(diagnostic_words, search.diagnostics))), "warning"
        if search.scope is Scope.ARTICLE and not search.waiting and not self.pane.matches.spans:
            return say("search.none.in_article", key=self.keymap.shown("scope", Place.SEARCH)), "warning"
        results = search.results if search.scope is Scope.ALL else None
        if results is None:
            return "", ""
        if results.relaxed:
            return _relaxed_words(results), "warning"
        as_typed = results.understood.rstrip("…") == search.query.strip()
        return ("", "") if as_typed else (results.understood, "dim")

    def match_position(self) -> list[str]:
        """« 3/12 »: the match in the article; and which of the hits it is."""
        matches = self.pane.matches
        words = []
        if matches.span is not None:
            words.append(say("bottom.match", number=matches.current + 1, total=len(matches.spans)))
        if self.search is not None and self.search.lists_hits:
            here = index_of(self.ids, self.open_id)
            if here is not None:
                words.append(say("search.hit_position", number=here + 1, total=len(self.ids)))
        return words

    def sort_search(self, search: Search) -> None:
        """Ask the query again, in the order chosen for it."""
        search.asked.clear()
        self.search = replace(search)
        self.ask()


def _relaxed_words(results: Results) -> str:
    """That nothing has all the words, and what may have been meant; short enough for eighty columns."""
    key = "search.relaxed" if len(results.query.split()) > 1 else "search.relaxed_word"
    if results.correction is None:
        return say(key)
    return say(f"{key}_but", correction=say("search.propose.correct", query=results.correction))
