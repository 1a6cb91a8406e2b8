"""The bare text over the whole width, without anything beside it: to be selected with the terminal."""

from __future__ import annotations

from textual.app import ComposeResult

from aipolicy_index.model import Article
from aipolicy_tui.commands import Place
from aipolicy_tui.keymap import Keymap
from aipolicy_tui.messages import say
from aipolicy_tui.screens.dialog import Dialog
from aipolicy_tui.screens.too_small import TooSmall
from aipolicy_tui.widgets.article_pane import ArticlePane
from aipolicy_tui.widgets.bars import Bar
from aipolicy_tui.widgets.fitting import Part

_WIDEST = 10_000


class PlainView(Dialog, inherit_bindings=False):
    """One article, nothing else."""

    def __init__(self, article: Article, offset: int, keymap: Keymap) -> None:
        super().__init__()
        self._article = article
        self._offset = offset
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """The text, and one line that says how to come back."""
        yield ArticlePane(_WIDEST, id="plain-text")
        words = say("plain.hint", key=self._keymap.shown("back"))
        yield Bar(lambda width: (Part(words, "dim"),), id="plain-hint")
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the article where the reader was; it stands when the text has its lines."""
        pane = self.query_one(ArticlePane)
        pane.show_article(self._article, self._offset)
        pane.focus()
        self.call_after_refresh(self.stand)

    def do_key(self, key: str) -> None:
        """Scroll, or come back."""
        command = self._keymap.command(Place.TEXT, key)
        pane = self.query_one(ArticlePane)
        match command.name if command else "":
            case "down":
                pane.action_line_down()
            case "up":
                pane.action_line_up()
            case "page_down":
                pane.action_page_down()
            case "page_up":
                pane.action_page_up()
            case "top":
                pane.action_text_start()
            case "bottom":
                pane.action_text_end()
            case "back" | "plain" | "quit":
                self.leave()
