"""What the lines at the top and at the bottom of the reading screen say."""

from __future__ import annotations

from aipolicy_index.model import ListFilter
from aipolicy_tui.commands import Place
from aipolicy_tui.messages import say
from aipolicy_tui.screens.moving import Moving
from aipolicy_tui.screens.proportions import Arrangement
from aipolicy_tui.screens.searching import Scope
from aipolicy_tui.screens.status_lines import bottom_line, gap, hints, search_right, top_line
from aipolicy_tui.terminal.charset import charset
from aipolicy_tui.widgets.bars import Paragraph
from aipolicy_tui.widgets.drawing import terminal_ruler
from aipolicy_tui.widgets.fitting import Part, Parts, cut, fit_line, parts_width
from aipolicy_tui.wording.addresses import addresses
from aipolicy_tui.wording.cards import card
from aipolicy_tui.wording.queries import looser
from aipolicy_tui.wording.values import number

_LEAST_ROOM = 12
"""Columns below which what was understood gives way to what may complete the query."""


class Telling(Moving):
    """The lines at the edges of the screen."""

    def update_bars(self) -> None:
        """Say the state anew at the top and at the bottom."""
        if not self.is_mounted:
            return
        if self.search is None:
            self.bar("top").show_line(self._top)
        else:
            self.bar("slash").show_line(self._slash)
            self.bar("found").show_line(self._found)
            self.bar("understood").show_line(self._understood)
        self.query_one("#notice", Paragraph).tell(self._long_error(), "error", self.app.size.width)
        self.bar("bottom").show_line(self._bottom)

    def _top(self, width: int) -> Parts:
        article = self.pane.article
        if article is not None and self.division.arrangement is Arrangement.ONE and self._title_is_gone():
            return (Part(cut(article.display_title, width, charset().glyphs.ellipsis, terminal_ruler()), "strong"),)
        listing = self.listing
        return top_line(listing.counts, len(listing.ids), listing.sort, listing.narrowed, self.progress, width)

    def _title_is_gone(self) -> bool:
        """Whether the one pane shows what belongs to an article, and not its title."""
        return self.place is Place.FACTS or (self.place is Place.TEXT and self.pane.scroll_offset.y > 0)

    def _slash(self, width: int) -> Parts:
        return (Part("/ " if self.search is None or self.search.like is None else "~ ", "accent"),)

    def _found(self, width: int) -> Parts:
        search = self.search
        if search is None:
            return ()
        if search.waiting and search.results is None and search.scope is Scope.ALL:
            # Later ones follow within a moment of the letter: only the first has to read the index.
            return fit_line([()], [(Part(say("search.waiting"), "dim"),)], width, gap(), terminal_ruler())
        found = search.results.total if search.lists_hits and search.results else None
        sort = search.sort if search.like is None else None
        partly = [say("search.partly")] if not self.is_tall and search.results and search.results.relaxed else []
        # A match that no pane shows is nobody's place.
        tells = self.pane.display or search.scope is Scope.ARTICLE
        position = self.match_position()[:1] if tells else []
        narrowed = self.listing.narrowed if search.like is None else ListFilter()
        return search_right(search.scope is Scope.ARTICLE, found, sort, partly + position, width, narrowed)

    def _understood(self, width: int) -> Parts:
        """What may complete the query, then how it was understood."""
        words, style = self.understood_words()
        pieces, ruler = self.completion_parts(), terminal_ruler()
        room = width - 2 - sum(parts_width(piece, ruler) + len(gap()) for piece in pieces)
        # « Nothing in this article, Tab searches all » would say another thing of the key that completes.
        in_article = self.search is not None and self.search.scope is Scope.ARTICLE
        if words and not (pieces and (in_article or room < _LEAST_ROOM)):
            pieces.append((Part(cut(words, room, charset().glyphs.ellipsis, ruler), style),))
        return (Part("  "), *(fit_line(pieces, [], width - 2, gap(), ruler) if pieces else ()))

    def _long_error(self) -> str:
        """An error that the bottom line has no room for."""
        if self.notice is None or not self.notice.is_error or self.division.arrangement is Arrangement.TOO_SMALL:
            return ""
        room = self.app.size.width - terminal_ruler().cells(self.key("back")) - len(gap())
        return self.notice.text if terminal_ruler().cells(self.notice.text) > room else ""

    def _bottom(self, width: int) -> Parts:
        keys = hints(self.place, self.keymap, self.idle_commands())
        notice = self.notice
        if self._long_error():
            notice = None
            keys = [(Part(self.key("back"), "key"), Part(f" {say('notice.seen')}", "dim")), *keys]
        return bottom_line(notice, self._where(), keys, self._position(), self.keymap, width)

    def idle_commands(self) -> set[str]:
        """Commands that would do nothing now."""
        return self._idle_in_search() | self._idle_here()

    def _idle_in_search(self) -> set[str]:
        search = self.search
        idle = {"scope"} if self.may_complete else {"complete"}
        if search is None or search.results is None or search.results.correction is None:
            idle.add("correct")
        if search is None or not search.found_less or not looser(search.query):
            idle.add("one_edit")
        return idle if search is not None and search.query.strip() else idle | {"explain"}

    def _idle_here(self) -> set[str]:
        useless: set[str] = set()
        if not self.ids:
            useless |= {"open", "down", "star", "more_like"}
        if not self.listing.counts.total:
            useless |= {"facts", "sort", "only_unread", "search"}
        if self.pane.article is None or not addresses(self.pane.article):
            useless.add("links")
        if not self.listing.is_narrowed:
            useless.add("show_all")
        if self.place is Place.LIST and self.search is None:
            useless.add("back")
        if self.search is None or not self.search.is_asking:
            useless |= {"next_match", "previous_match"}
        if not self.jumps and self._followed is None:
            useless.add("jump_back")
        if self.open_id is None:
            useless |= {"copy", "save", "plain"}
        return useless if self.open_id is not None else useless | {"scope", "open"}

    def _where(self) -> str:
        """What the reader is at: the fact in the panel; on a low screen what was understood of the query."""
        if self.place is Place.SEARCH and not self.is_tall:
            begun = self.completion_parts()[:1]
            return "".join(part.text for part in begun[0]) if begun else self.understood_words()[0]
        fact = self.facts.fact if self.place is Place.FACTS else None
        return card(fact).value if fact else ""

    def _position(self) -> list[str]:
        match self.place:
            case Place.LIST | Place.SEARCH:
                selected = self.rows.selected
                if selected is None:
                    return []
                return [say("bottom.list", number=number(selected + 1), total=number(len(self.ids)))]
            case Place.FACTS:
                here, total = self.facts.place
                return [say("bottom.list", number=here, total=total)]
            case _:
                return self._text_position()

    def _text_position(self) -> list[str]:
        matches = self.match_position()
        if matches:
            return matches
        lines, height = len(self.pane.source), self.pane.size.height
        if lines <= height:
            return []
        percent = min(100, round(100 * (self.pane.scroll_offset.y + height) / lines))
        return [say("bottom.percent", percent=percent)]
