"""More like this, and what was understood of a query."""

from __future__ import annotations

from textual import work

from aipolicy_index.errors import AipolicyError, NoSuchArticle, Overtaken
from aipolicy_index.model import ArticleId, Results
from aipolicy_tui.commands import Place
from aipolicy_tui.messages import chosen, say
from aipolicy_tui.screens.chooser import Choice, Chooser
from aipolicy_tui.screens.completing import Completing
from aipolicy_tui.screens.searching import HITS_AT_ONCE, Search
from aipolicy_tui.wording.queries import diagnostic_words, looser


class Alike(Completing):
    """The list of the nearest articles; the meaning of the query."""

    def do_more_like(self) -> None:
        """List the articles nearest to the one that is selected or read."""
        id_ = self.acted_on
        row = next(iter(self.library.rows([id_])), None) if id_ is not None else None
        if id_ is None or row is None:
            self.tell("notice.like_needs_article")
            return
        self.search = Search(self.here(), like=id_, before=self.search, typing=False)
        self.name_alike(id_)
        self.go(Place.LIST)
        self.ask()
        self.show_list(id_)

    def name_alike(self, id_: ArticleId) -> None:
        """Say on the search line what the articles listed are like."""
        for row in self.library.rows([id_]):
            self.entry.text = say("search.like_title", title=row.display_title)

    def ask_alike(self, like: ArticleId, again: bool = False) -> None:
        """Ask for the articles nearest to one."""
        self.fetch_alike(like, again)

    @work(group="search", exclusive=True, exit_on_error=False)
    async def fetch_alike(self, like: ArticleId, again: bool) -> None:
        """Ask for the articles nearest to one."""
        try:
            results = await self.service.similar(like, limit=HITS_AT_ONCE)
        except Overtaken:
            return
        except NoSuchArticle:
            self.tell("notice.article_gone", error=True)
            self.clear_search()
            self.answered()
        except AipolicyError:
            self.post_message(self.SearchFailed("", again))
        else:
            self.post_message(self.SearchFinished(self._narrowed(results), is_window=False))

    def _narrowed(self, results: Results) -> Results:
        """Those that pass the filters of the list."""
        if not self.listing.is_narrowed:
            return results
        kept = set(self.listing.ids) & set(results.ids)
        ids = tuple(id_ for id_ in results.ids if id_ in kept)
        return results._replace(ids=ids, total=len(ids), hits=tuple(hit for hit in results.hits if hit.id in kept))

    # ---- what was understood

    def do_explain(self) -> None:
        """Tell what was understood; what the program proposes can be chosen there."""
        search = self.search
        if search is None or not search.is_asking or search.like is not None:
            self.tell("notice.nothing_understood", key=self.key("search"))
            return
        choices = self._meaning(search)
        title = say("search.explained", query=search.query.strip())
        self.choose(Chooser(title, choices, self.keymap), self._do_proposed)

    def _meaning(self, search: Search) -> list[Choice[str]]:
        from aipolicy_index.query import describe

        parsed, results = self.parsed(search), search.results
        meant = describe(parsed, chosen())
        lines = [say("search.meant", query=meant) if meant else say("search.meant_nothing")]
        lines += [
            say("search.also", name=names[0], others=", ".join(names[1:]))
            for names in (results.also if results else ())
        ]
        lines += [
            say("search.remark", start=note.span.start + 1, end=note.span.end, words=diagnostic_words(note))
            for note in parsed.diagnostics
        ]
        lines += [say("search.relaxed")] if results and results.relaxed else []
        choices = [Choice(line, "") for line in lines]
        if results is not None and results.correction:
            choices.append(self._proposal("correct", results.correction))
        if search.found_less and (loose := looser(search.query)):
            choices.append(self._proposal("one_edit", loose))
        return choices

    def _proposal(self, name: str, query: str) -> Choice[str]:
        return Choice(say(f"search.propose.{name}", query=query), name, key=self.keymap.shown(name, Place.SEARCH))

    def _do_proposed(self, name: str | None) -> None:
        match name:
            case "correct":
                self.do_correct()
            case "one_edit":
                self.do_one_edit()
