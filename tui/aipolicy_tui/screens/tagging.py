"""The reader's own words on articles, and articles taken out of the library."""

from __future__ import annotations

from aipolicy_index.model import ArticleId
from aipolicy_tui.commands import Place
from aipolicy_tui.messages import say
from aipolicy_tui.screens.chooser import Choice, Chooser
from aipolicy_tui.screens.keeping import Keeping
from aipolicy_tui.screens.listing import index_of


class Tagging(Keeping):
    """Tags, and removal."""

    def do_tag(self) -> None:
        """Choose a tag for the article, or type a new one; one that it has is taken off."""
        from aipolicy_tui.wording.tags import known_tag, tag_of

        id_ = self.acted_on
        if id_ is None:
            return
        known, here = self.library.tags(), self.library.state(id_).tags
        choices = {tag: Choice(tag, tag, detail=say("tag.here") if tag in here else "") for tag in known}

        def new(typed: str) -> Choice[str] | str:
            tag = tag_of(typed)
            if not tag:
                return say("tag.none") if typed.strip() else ""
            meant = known_tag(tag, known)
            return choices[meant] if meant else Choice(say("tag.new", tag=tag), tag)

        chooser = Chooser(say("tag.title"), [*choices.values()], self.keymap, new=new, hint=say("tag.hint"))
        self.choose(chooser, lambda tag: self._turn_tag(id_, tag))

    def _turn_tag(self, id_: ArticleId, tag: str | None) -> None:
        from aipolicy_index.deeds import DeedKind

        if tag is None:
            return
        had = self.library.state(id_).tags
        self.library.do(DeedKind.UNTAGGED if tag in had else DeedKind.TAGGED, id_, tag)
        self.article_changed(id_)
        self.tell("notice.untagged" if tag in had else "notice.tagged", tag=tag, key=self.key("undo"))

    def do_only_tag(self) -> None:
        """Choose the tag whose articles are shown, or all."""
        tags = self.library.tags()
        if not tags:
            self.tell("notice.no_tags", key=self.key("tag"))
            return
        choices = [Choice(say("filter.all_tags"), ""), *(Choice(tag, tag) for tag in tags)]
        now = self.listing.narrowed.tag or ""
        self.choose(Chooser(say("filter.choose_tag"), choices, self.keymap, selected=now), self._only_tag)

    def _only_tag(self, tag: str | None) -> None:
        if tag is not None:
            self.narrow(self.listing.narrowed._replace(tag=tag or None))

    def do_remove(self) -> None:
        """Take the article out of the library; its file stays, and for some days undo brings it back."""
        from aipolicy_index.deeds import KEPT_DAYS, DeedKind

        id_ = self.acted_on
        if id_ is None:
            return
        place = index_of(self.ids, id_) or 0
        self.stop_resting()
        self.library.do(DeedKind.REMOVED, id_)
        self.listing.reload()
        if self.search is not None:
            self.search.drop(id_)
        if self.open_id == id_:
            self.close_article()
        self.show_list(self.ids[min(place, len(self.ids) - 1)] if self.ids else None)
        self.go(Place.LIST)
        self.show_selected()
        self.tell("notice.removed", key=self.key("undo"), days=KEPT_DAYS)

    def brought_back(self, id_: ArticleId) -> None:
        """Show an article that is in the library again."""
        self.listing.reload()
        self.ask()
        self.show_list(id_)
        self.show_selected()
