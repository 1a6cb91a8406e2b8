"""The reading screen: list, text, facts; keys go to commands, commands to what they do."""

from __future__ import annotations

from time import localtime, strftime

from textual import work
from textual.message import Message
from textual.screen import Screen

from aipolicy_index.errors import AipolicyError
from aipolicy_index.library.reports import Preparation, Stage
from aipolicy_tui import messages
from aipolicy_tui.commands import COMMANDS, Command, Group, Place, command
from aipolicy_tui.messages import say
from aipolicy_tui.screens.chooser import Choice, Chooser
from aipolicy_tui.screens.keying import Keying
from aipolicy_tui.widgets.facts_panel import FactsState
from aipolicy_tui.wording.copying import Copied
from aipolicy_tui.wording.values import number

_ATTEMPTS = 3
"""How often the background work is begun again after its process ended."""

_NARROW_HELP = 70
"""Columns below which the help shows one key of each command."""

_LOOK_SECONDS = 2.0
"""How often to ask whether another process changed the library."""

LOOKED_SECONDS = 0.3
"""How long the first screen has been looked at before other processes are started: until then it has the machine."""


class ReadingScreen(Keying, Screen[None], inherit_bindings=False):
    """Everything that the reader works with."""

    DEFAULT_CSS = Keying.SHEET

    _may_prepare = False
    """Whether the background work has been done once and may be taken up again."""

    def on_mount(self) -> None:
        """Come back to the last visit."""
        self._version = self.library.data_version()
        visit = self.last_visit
        self.show_list(visit.article)
        self.rows.scroll_to(y=visit.top * self._shape.lines, animate=False, force=True)
        self.go(Place.LIST)
        self.show_selected()
        if visit.article is not None and visit.article == self.open_id and visit.pane is not Place.LIST:
            self.go(Place.TEXT)
        # The lines at the edges can be drawn once this is done; nothing else would have them drawn for an empty list.
        self.call_later(self.update_bars)
        self.set_interval(_LOOK_SECONDS, self.look_for_changes)
        self.set_timer(LOOKED_SECONDS, self.prepare, name="prepare")
        self.answered()

    def on_resize(self) -> None:
        """Another division of the screen, at other sizes."""
        self.divide()
        self.reshape_list()

    async def _dispatch_message(self, message: Message) -> None:
        """A disk may fail between two keys, while the list moves or the screen is divided anew: that is told."""
        try:
            await super()._dispatch_message(message)
        except AipolicyError as error:
            self.tell_unreadable(error)

    @property
    def shows_next_start(self) -> bool:
        """Whether the next start will show the screen as it is now."""
        plain = self.search is None and self.notice is None and not self.progress
        divided = self.facts_beside and not self.facts_over and not self.text_alone
        return plain and divided and self.is_current and self.place in (Place.LIST, Place.TEXT)

    # ---- the program

    def do_quit(self) -> None:
        """End, once the screen shows what the next start will show."""
        self.call_after_refresh(self.app.exit)

    def do_redraw(self) -> None:
        """Draw the whole screen anew."""
        repaint = getattr(self.app, "action_repaint", self.refresh)
        repaint()

    def do_suspend(self) -> None:
        """Back to the shell."""
        self.keep_place()
        self.app.action_suspend_process()

    def do_language(self) -> None:
        """The other language, everywhere on the screen."""
        others = [language for language in messages.LANGUAGES if language != messages.chosen()]
        messages.choose(others[0])
        self._keep_language()
        self.rows.redraw() if self.ids else self.show_list()
        self.facts.relabel()
        if self.open_id is not None:
            self.pane.relabel()
        self.entry.hint(say("search.placeholder"))
        if self.search is not None and self.search.like is not None:
            self.name_alike(self.search.like)
        elif self.search is not None and self.search.lists_hits:
            self.ask()
        self.update_bars()

    def _keep_language(self) -> None:
        from aipolicy_tui.settings import keep_language

        try:
            keep_language(self.settings, messages.chosen())
        except OSError as error:
            self.tell("notice.language_not_kept", reason=error.strerror or str(error))

    def do_errors(self) -> None:
        """What went wrong on this visit, the latest first; a chosen one is copied."""
        told = self.notices.errors[::-1]
        if not told:
            self.tell("notice.no_errors")
            return
        choices = [Choice(each.text, each.text, key=strftime("%H:%M", localtime(each.at)), whole=True) for each in told]
        self.choose(Chooser(say("choose.errors_title"), choices, self.keymap), self._copy_error)

    def _copy_error(self, words: str | None) -> None:
        if words is not None:
            self.send(Copied(words, say("copy.error")))

    def do_help(self) -> None:
        """The keys that work here, then the others; a chosen one is done."""
        here = self.place
        idle = self.idle_commands()
        works = [known for known in COMMANDS if here in known.places and known.name not in idle]
        choices: list[Choice[str]] = [Choice(say(f"place.{here}"))]
        choices += [self._help_choice(known) for known in works]
        for group in Group:
            others = [known for known in COMMANDS if known.group is group and known not in works]
            if others:
                choices += [Choice(say(f"group.{group}")), *(self._help_choice(known) for known in others)]
        self.choose(Chooser(say("choose.help_title"), choices, self.keymap, full=True), self._do_chosen)

    def do_palette(self) -> None:
        """All commands, found by their words."""
        choices = [
            Choice(known.title, known.name, key=self.keymap.shown(known.name), words=known.search_words)
            for known in sorted(COMMANDS, key=lambda known: known.group is Group.MOVE)
        ]
        self.choose(Chooser(say("choose.palette_title"), choices, self.keymap, full=True), self._do_chosen)

    def _help_choice(self, known: Command) -> Choice[str]:
        narrow = self.app.size.width < _NARROW_HELP
        keys = self.keymap.shown(known.name) if narrow else self.keymap.all_shown(known.name)
        return Choice(known.title, known.name, key=keys, detail=known.help, words=known.search_words)

    def _do_chosen(self, name: str | None) -> None:
        if name is None:
            return
        chosen = command(name)
        if self.place in chosen.places:
            self.run_command(chosen)
        else:
            self.tell("notice.not_here", title=chosen.title)

    # ---- the background

    @work(group="prepare", exclusive=True, exit_on_error=False)
    async def prepare(self) -> None:
        """Have the index and the missing facts made, with one quiet line of progress."""
        self._may_prepare = done = False
        for attempt in range(_ATTEMPTS):
            try:
                async for step in self.service.prepare():
                    if isinstance(step, Preparation):
                        self.show_progress(step)
                done = True
                break
            except AipolicyError:
                last = attempt == _ATTEMPTS - 1
                self.tell("notice.service_failed" if last else "notice.service_restarted", error=True)
        self.progress = ""
        self.look_for_changes()
        self._may_prepare = done
        self.update_bars()

    def show_progress(self, step: Preparation) -> None:
        """How far the background work is; what became searchable is searched."""
        self.progress = say(f"prepare.{step.stage.value}", done=number(step.done), total=number(step.total))
        if step.stage is Stage.INDEX and step.done == step.total and self.search is not None and not self.search.ids:
            self.ask()
        self.update_bars()

    def look_for_changes(self) -> None:
        """Show what another process changed, without moving the selection, and what could not be read before."""
        try:
            self._show_changes()
            self.read_again()
        except AipolicyError as error:
            self.tell_unreadable(error)

    def _show_changes(self) -> None:
        version = self.library.data_version()
        if version == self._version:
            # Where another process extracts the facts that are missing, something has changed at every look.
            if self.listing.counts.without_facts and self._may_prepare:
                self.prepare()
            return
        self._version = version
        selected, was_empty = self.selected_id, not self.listing.counts.total
        changed = self.listing.reload(keep=selected)
        if was_empty != (not self.listing.counts.total):
            self.divide()
        if not changed or (self.search is not None and self.search.lists_hits):
            self.rows.redraw()
        else:
            self.show_list(selected)
            if self.open_id is None:
                self.show_selected()
        self._look_at_open_article()
        self.update_bars()

    def _look_at_open_article(self) -> None:
        """Show facts that were found meanwhile."""
        if self.open_id is not None and self.facts.state is not FactsState.READY:
            facts = self.library.facts(self.open_id)
            if facts is not None:
                self.facts_ready(facts)
