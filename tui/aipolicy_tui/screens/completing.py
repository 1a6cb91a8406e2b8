"""Names that complete as they are typed in the search line: of fields at once, of articles when the service knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from aipolicy_index.errors import AipolicyError
from aipolicy_tui.commands import Place
from aipolicy_tui.messages import chosen
from aipolicy_tui.screens.finding import Finding
from aipolicy_tui.widgets.fitting import Part, Parts

if TYPE_CHECKING:
    from aipolicy_index.query.completing import Completion

_SHOWN = 4
"""Completions that are named under the query."""


class Completing(Finding):
    """What Tab does to a name that is begun."""

    @dataclass(eq=False, repr=False)
    class CompletionsArrived(Message):
        """The articles' names that complete a text."""

        typed: str
        completions: tuple[Completion, ...]

    _completions: tuple[Completion, ...] = ()
    _asked_for: str | None = None
    """The text whose completions are not known yet."""
    _taken_when_known = False

    @property
    def may_complete(self) -> bool:
        """Whether a name is begun that may be completed."""
        return bool(self._completions) or self._asked_for is not None

    def do_complete(self) -> None:
        """Put the first completion in the place of what is begun."""
        if self._completions:
            self._take(self._completions[0])
        elif self._asked_for is not None:
            self._taken_when_known = True
        else:
            self.tell("notice.nothing_to_complete")

    def _take(self, completion: Completion) -> None:
        text = completion.text if completion.text.endswith(":") else f"{completion.text} "
        self.entry.put(completion.span.start, completion.span.end, text)
        self.line_edited()

    def line_edited(self) -> None:
        """Ask for what stands on the line, and for what may complete it."""
        self.query_changed()
        self._look_up()
        self.update_bars()

    def _look_up(self) -> None:
        from aipolicy_index.query.completing import completions_without_articles

        self._taken_when_known, self._asked_for = False, None
        typed = self.entry.before_cursor
        known = completions_without_articles(typed, chosen()) if typed is not None else ()
        self._completions = tuple(each for each in known or () if not _is_there(each, typed or ""))
        if known is None and typed is not None:
            self._asked_for = typed
            self.fetch_completions(typed)

    @work(group="completions", exclusive=True, exit_on_error=False)
    async def fetch_completions(self, typed: str) -> None:
        """Ask which names of the articles complete a text."""
        try:
            found = await self.service.suggest(typed, language=chosen(), limit=_SHOWN)
        except AipolicyError:
            found = ()
        self.post_message(self.CompletionsArrived(typed, found))

    @on(CompletionsArrived)
    def completions_arrived(self, message: CompletionsArrived) -> None:
        """Name them, unless something else is typed by now; take the first where Tab was ahead of them."""
        if message.typed != self._asked_for:
            return
        self._asked_for = None
        self._completions = tuple(each for each in message.completions if not _is_there(each, message.typed))
        if self._taken_when_known and self._completions:
            self._take(self._completions[0])
        self.update_bars()

    def completion_parts(self) -> list[Parts]:
        """The key and what it completes to, then others, for the line under the query."""
        if self.place is not Place.SEARCH or not self._completions:
            return []
        first, *others = self._completions[:_SHOWN]
        key = self.keymap.shown("complete", Place.SEARCH)
        return [(Part(key, "key"), Part(f" {first.text}")), *((Part(each.text, "dim"),) for each in others)]

    def clear_search(self) -> None:
        """Nothing is begun any more."""
        self._completions, self._asked_for = (), None
        super().clear_search()


def _is_there(completion: Completion, typed: str) -> bool:
    """Whether the text ends with the completion already."""
    return typed[completion.span.start :].lower() == completion.text.lower()
