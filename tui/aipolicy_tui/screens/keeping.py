"""Star, read and unread, undo; the order of the list and what it is narrowed to."""

from __future__ import annotations

from aipolicy_index.model import ArticleId, ListFilter, Sort
from aipolicy_tui.messages import say
from aipolicy_tui.screens.alike import Alike
from aipolicy_tui.screens.chooser import Choice, Chooser
from aipolicy_tui.screens.listing import index_of, next_language


class Keeping(Alike):
    """What the reader does to articles, and to the list."""

    _last_at: ArticleId | None = None
    """The article that was selected when a filter left none: the next filter comes back to it."""

    def do_star(self) -> None:
        """Star the article, or take the star off."""
        id_ = self.acted_on
        if id_ is None:
            return
        from aipolicy_index.deeds import DeedKind

        starred = not self.library.state(id_).starred
        self.library.do(DeedKind.STARRED if starred else DeedKind.UNSTARRED, id_)
        self.article_changed(id_)
        self.tell("notice.starred" if starred else "notice.unstarred", key=self.key("undo"))

    def do_unread(self) -> None:
        """Mark the article as unread, or as read."""
        id_ = self.acted_on
        if id_ is None:
            return
        from aipolicy_index.deeds import DeedKind

        read = not self.library.state(id_).read
        self.library.do(DeedKind.READ if read else DeedKind.UNREAD, id_)
        self.article_changed(id_)
        self.tell("notice.marked_read" if read else "notice.marked_unread", key=self.key("undo"))

    def do_undo(self) -> None:
        """Undo the last star, tag, removal or change of read or unread, also one of an earlier visit."""
        from aipolicy_tui.wording.deeds import undone_words

        undone = self.library.undo()
        if undone is None:
            self.tell("notice.nothing_to_undo")
            return
        if undone.worked and undone.deed.kind == "removed":
            self.brought_back(undone.deed.article)
        elif self.listing.is_narrowed:
            self._pass_again()
        self.article_changed(undone.deed.article)
        self.tell_words(undone_words(undone))

    def _pass_again(self) -> None:
        """An article may pass the filter again."""
        selected = self.selected_id
        self.listing.reload(keep=selected)
        if self.search is None or not self.search.lists_hits:
            self.show_list(selected)

    def brought_back(self, id_: ArticleId) -> None:
        """Show an article that is in the library again."""

    # ---- the list

    def do_sort(self) -> None:
        """Choose the order of the list, or of the hits."""
        search = self.search if self.search is not None and self.search.lists_hits else None
        if search is not None and search.like is not None:
            self.tell("notice.like_is_sorted")
            return
        now = search.sort if search else self.listing.sort
        choices = [Choice(say(f"sort.{sort.value}").capitalize(), sort) for sort in Sort]
        self.choose(Chooser(say("sort.choose"), choices, self.keymap, selected=now), self.sort_by)

    def sort_by(self, sort: Sort | None) -> None:
        """Put the list, or the hits, into this order; nothing for none."""
        if sort is None:
            return
        if self.search is not None and self.search.lists_hits:
            self.search.sort = sort
            self.ask()
        else:
            selected = self.selected_id
            self.listing.sorted_by(sort)
            self.show_list(selected)
            self.keep_visit()
        self.update_bars()

    def do_only_unread(self) -> None:
        """Only what is unread, or all."""
        self.narrow(self.listing.narrowed._replace(unread=not self.listing.narrowed.unread))

    def do_only_starred(self) -> None:
        """Only what is starred, or all."""
        self.narrow(self.listing.narrowed._replace(starred=not self.listing.narrowed.starred))

    def do_only_language(self) -> None:
        """Only French, then only English, then all."""
        self.narrow(next_language(self.listing.narrowed))

    def do_show_all(self) -> None:
        """No filter."""
        self.narrow(ListFilter())

    def do_only_outlet(self) -> None:
        """Choose one outlet, or all."""
        outlets = self.library.outlets()
        if not outlets:
            self.tell("notice.no_outlets")
            return
        choices = [Choice(say("filter.all_outlets"), ""), *(Choice(outlet, outlet) for outlet in outlets)]
        now = self.listing.narrowed.outlet or ""
        self.choose(Chooser(say("filter.choose_outlet"), choices, self.keymap, selected=now), self._outlet)

    def _outlet(self, outlet: str | None) -> None:
        if outlet is not None:
            self.narrow(self.listing.narrowed._replace(outlet=outlet or None))

    def narrow(self, narrowed: ListFilter) -> None:
        """Show what passes the filter; what is searched is searched in that alone."""
        before = self.listing.narrowed
        selected = self.selected_id if self.selected_id is not None else self._last_at
        self._last_at = selected
        self.listing.narrow(narrowed)
        self.keep_visit()
        self.ask()
        if self.search is None or not self.search.lists_hits:
            self.show_list(self.listing.nearest(selected, before))
            if index_of(self.ids, self.open_id) is None:
                self.show_selected()
        self.update_bars()
