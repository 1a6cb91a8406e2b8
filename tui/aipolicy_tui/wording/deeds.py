"""What is said when something that the reader did is undone."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from aipolicy_tui.messages import say

if TYPE_CHECKING:
    from aipolicy_index.deeds import Undone

_TITLE = 48
"""Characters of a title: what was undone stands before it and has to be read first."""


def undone_words(undone: Undone) -> str:
    """What was undone, and of which article."""
    deed = undone.deed
    title = shorten(deed.title, _TITLE, placeholder="…") or deed.title[:_TITLE]
    return say(f"undone.{deed.kind.value if undone.worked else 'gone'}", title=title, tag=deed.tag)
