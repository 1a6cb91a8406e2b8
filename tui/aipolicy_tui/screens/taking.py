"""Taking words out of the program: copies, links, the plain view."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual import on, work
from textual.message import Message

from aipolicy_index.model import Span
from aipolicy_tui.commands import Place
from aipolicy_tui.messages import say
from aipolicy_tui.screens.chooser import Choice, Chooser, free_letters, letter_names
from aipolicy_tui.screens.links import open_in_browser
from aipolicy_tui.screens.tagging import Tagging
from aipolicy_tui.terminal.application import TerminalApp
from aipolicy_tui.terminal.clipboard import Way
from aipolicy_tui.wording.addresses import addresses
from aipolicy_tui.wording.copying import Copied, copied_fact, copied_passage, paragraph_at, sentence_at


class Taking(Tagging):
    """Copies and links."""

    @dataclass(eq=False, repr=False)
    class CopySent(Message):
        """A copy went its way."""

        what: str
        way: Way
        file: Path | None

    def do_copy(self) -> None:
        """Copy the fact, the sentence of the mark in the text, or the paragraph in view."""
        copied = self._to_copy()
        if copied is None:
            self.tell("notice.nothing_to_copy")
        else:
            self.send(copied)

    def do_save(self) -> None:
        """Put what would be copied at the end of a file of the reader's."""
        from aipolicy_tui.wording.keeping import LAST_FILE

        copied = self._to_copy()
        if copied is None:
            self.tell("notice.nothing_to_copy")
            return
        last = self.library.recall(LAST_FILE)
        choices = [Choice(last, last)] if last else []

        def new(typed: str) -> Choice[str] | str:
            path = typed.strip()
            return Choice(say("save.to", path=path), path) if path not in ("", last) else ""

        title = say("save.title", what=copied.what)
        chooser = Chooser(title, choices, self.keymap, new=new, hint=say("save.hint"))
        self.choose(chooser, lambda path: self._save(copied, path))

    def _save(self, copied: Copied, path: str | None) -> None:
        from aipolicy_tui.wording.keeping import LAST_FILE, put_at_end

        if path is not None:
            file = put_at_end(path, copied.text)
            self.library.remember(LAST_FILE, file)
            self.tell("copied.put", what=copied.what, path=file)

    def _to_copy(self) -> Copied | None:
        article = self.pane.article
        if article is None:
            return None
        if self.place is Place.FACTS:
            return copied_fact(article, self.facts.fact) if self.facts.fact else None
        followed = self.pane.fact.span if self.pane.fact else None
        for marked in (followed, self.pane.matches.span):
            if marked is not None and self._is_in_view(marked):
                return copied_passage(article, sentence_at(article, marked.start), say("copy.sentence"))
        offset = self.pane.visible_offset()
        return copied_passage(article, paragraph_at(article, offset), say("copy.passage"))

    def _is_in_view(self, span: Span) -> bool:
        top, height = self.pane.scroll_offset.y, self.pane.size.height
        return top <= self.pane.source.line_of(span.start) < top + height

    @work(group="copy", exclusive=True, exit_on_error=False)
    async def send(self, copied: Copied) -> None:
        """Put words where the reader can paste them, and say which way they went."""
        if isinstance(self.app, TerminalApp):
            sent = await self.app.copy_text(copied.text, self.copies)
            self.post_message(self.CopySent(copied.what, sent.way, sent.file))

    @on(CopySent)
    def copy_sent(self, message: CopySent) -> None:
        """Say where the copy went."""
        self.tell(f"copied.{message.way}", error=message.way is Way.NOWHERE, what=message.what, path=message.file)

    def do_links(self) -> None:
        """List the addresses that the article names."""
        article = self.pane.article
        links = addresses(article) if article is not None else ()
        if not links:
            self.tell("notice.no_links")
            return
        names = letter_names(free_letters(self.keymap), len(links))
        named = zip(links, names, strict=True)
        choices = [Choice(link.url, link.url, key=name, whole=True) for link, name in named]
        self.choose(Chooser(say("choose.links_title"), choices, self.keymap, by_letter=True), self._copy_link)

    def _copy_link(self, url: str | None) -> None:
        if url is not None:
            self.send(Copied(url, say("copy.link")))
            self.open_link(url)
            from aipolicy_tui.screens.whole_line import LineView, is_long

            if is_long(url, self.app.size.width):
                self.app.push_screen(LineView(url, self.keymap))

    @work(group="browser", exclusive=True, exit_on_error=False)
    async def open_link(self, url: str) -> None:
        """Open an address where there is a desktop to open it on."""
        await open_in_browser(url, self.environment)

    def do_plain(self) -> None:
        """Show the bare text, to be selected with the terminal."""
        if self.pane.article is not None:
            from aipolicy_tui.screens.plain import PlainView

            self.app.push_screen(PlainView(self.pane.article, self.pane.visible_offset(), self.keymap))
