"""What an empty list says: why it is empty and what to do about it. Knows no Textual."""

from __future__ import annotations

import shlex
from pathlib import Path

from aipolicy_index.library import default_folder
from aipolicy_tui.commands import Place
from aipolicy_tui.keymap import Keymap
from aipolicy_tui.messages import say
from aipolicy_tui.screens.listing import Listing, filter_words
from aipolicy_tui.screens.searching import Search
from aipolicy_tui.terminal.charset import charset
from aipolicy_tui.widgets.drawing import terminal_ruler
from aipolicy_tui.widgets.fitting import Part, Parts, wrap_at_most
from aipolicy_tui.wording.queries import looser

_MOST_LINES = 6


def empty_lines(search: Search | None, listing: Listing, keymap: Keymap, folder: Path, width: int) -> list[Parts]:
    """The words of an empty list, wrapped: paragraphs with a style, empty lines between them."""
    if search is not None and search.lists_hits:
        paragraphs = _nothing_found(search, listing, keymap)
    elif listing.is_narrowed:
        key = keymap.shown("show_all")
        paragraphs = [(say("empty.filtered"), "strong"), (say("empty.filtered_how", key=key), "")]
    else:
        paragraphs = [
            (say("empty.library"), "strong"),
            (say("empty.library_how"), ""),
            (_command_to_add(folder), "accent"),
        ]
    lines: list[Parts] = [()]
    for words, style in paragraphs:
        wrapped = wrap_at_most(words, max(1, width - 1), _MOST_LINES, charset().glyphs.ellipsis, terminal_ruler())
        lines += [(Part(line, style),) for line in wrapped]
        lines.append(())
    return lines


def _command_to_add(folder: Path) -> str:
    """The command that adds to the library that is open."""
    if folder == default_folder():
        return say("empty.library_command")
    return say("empty.library_command_elsewhere", library=shlex.quote(str(folder)))


def _nothing_found(search: Search, listing: Listing, keymap: Keymap) -> list[tuple[str, str]]:
    if search.like is not None:
        return [(say("search.none.like"), "strong")]
    paragraphs = [(say("search.none.title", query=search.query.strip()), "strong")]
    if listing.is_narrowed:
        keys = {"back": keymap.shown("back"), "key": keymap.shown("show_all")}
        paragraphs.append((say("search.none.narrowed", filters=", ".join(filter_words(listing.narrowed)), **keys), ""))
    if correction := search.results.correction if search.results else None:
        key = keymap.shown("correct", Place.SEARCH)
        paragraphs.append((say("search.none.correction", query=correction, key=key), "accent"))
    if looser(search.query):
        paragraphs.append((say("search.none.one_edit", key=keymap.shown("one_edit", Place.SEARCH)), ""))
    return [*paragraphs, (say("search.none.advice"), "")]
