"""What the reader does to an article and may undo, on this visit or a later one."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from aipolicy_index.model import ArticleId

KEPT_DAYS = 30
"""How long a deed can be undone; an article that was removed is gone for good after it."""


class DeedKind(StrEnum):
    """What was done."""

    STARRED = "starred"
    UNSTARRED = "unstarred"
    READ = "read"
    """Marked as read by a key, not by reading."""
    UNREAD = "unread"
    TAGGED = "tagged"
    UNTAGGED = "untagged"
    REMOVED = "removed"


class Deed(NamedTuple):
    """Something that the reader did to an article."""

    kind: DeedKind
    article: ArticleId
    title: str
    """The article's, as the list shows it."""
    tag: str = ""
    """The tag that was put or taken off."""


class Undone(NamedTuple):
    """The deed that was undone last."""

    deed: Deed
    worked: bool
    """False where there is nothing to undo it on: the article is gone, or it has come back by itself."""
