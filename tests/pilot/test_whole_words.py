"""No word is cut at any width: every word on the screen is one of the articles, of the program or of what was typed."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from importlib.resources import files

import pytest
from stage import Start, screen_of, shown, until

from aipolicy_index.library import Library
from aipolicy_tui import messages
from aipolicy_tui.commands import COMMANDS
from aipolicy_tui.keymap import build_keymap

WORD = re.compile(r"[^\W\d_]{2,}")
QUERY = "reconnaissance faciale police"

SCENES: dict[str, tuple[str, ...]] = {
    "list": (),
    "text": ("enter",),
    "facts": ("enter", "enter", "j"),
    "text alone": ("enter", "z"),
    "plain view": ("enter", "Y"),
    "starred": ("s",),
    "nothing to undo": ("U",),
    "no jump": ("backspace",),
    "help": ("?",),
    "palette": (":",),
    "orders": ("S",),
    "tags": ("t",),
    "outlets": ("M",),
    "nothing starred": ("e",),
    "search line": ("/",),
    "hits": ("/", *QUERY),
    "what was understood": ("/", *QUERY, "ctrl+x"),
    "nothing found": ("/", *"zzzzz"),
    "nothing in the article": ("enter", "/", *"zzzzz"),
    "open quote": ("/", '"', *"nordik"),
    "more like this": ("m",),
}
"""What is pressed in the list."""

WIDEST, NARROWEST, STEP = 130, 40, 7
"""Columns; one scene begins a column after the other, so that all widths are seen."""


@pytest.fixture
def known(library: Library) -> set[str]:
    """Every word that a screen may show."""
    texts = [QUERY, "zzzzz"]
    for row in library.rows(library.listing()):
        article = library.article(row.id)
        texts += [row.display_title, row.outlet or "", article.text, article.author or "", str(library.facts(row.id))]
    for language in messages.LANGUAGES:
        for source in files("aipolicy_tui.messages").joinpath(language).iterdir():
            texts += _sentences(tomllib.loads(source.read_text(encoding="utf-8")))
        messages.choose(language)
        texts += [build_keymap().all_shown(command.name) for command in COMMANDS]
    return {word for text in texts for word in words(text)} | {"usd"}


def _sentences(table: object) -> Iterator[str]:
    if isinstance(table, dict):
        for value in table.values():
            yield from _sentences(value)
    else:
        yield str(table)


def words(text: str) -> set[str]:
    """The words of a text, whatever their case."""
    return set(WORD.findall(unicodedata.normalize("NFC", text).casefold()))


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize(("language", "rows"), [("fr", 24), ("en", 12)])
async def test_every_word_is_whole_at_every_width(
    start: Start, known: set[str], scene: str, language: str, rows: int
) -> None:
    messages.choose(language)
    app = start()
    async with app.run_test(size=(WIDEST, rows)) as pilot:
        await pilot.press(*SCENES[scene])
        search = screen_of(app).search
        await until(pilot, lambda: search is None or not search.waiting)
        first = WIDEST - list(SCENES).index(scene) % STEP
        for columns in (*range(first, NARROWEST, -STEP), NARROWEST):
            await pilot.resize_terminal(columns, rows)
            await pilot.pause()
            cut = words(shown(app)) - known
            assert not cut, f"{columns} columns: {cut}\n{shown(app)}"
