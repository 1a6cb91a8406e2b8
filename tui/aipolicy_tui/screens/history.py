"""Where the reader was: the place to come back to, the jumps. No Textual."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from aipolicy_index.model import ArticleId, ListFilter, Sort
from aipolicy_tui.commands import Place
from aipolicy_tui.widgets.wrapping import View

if TYPE_CHECKING:
    from aipolicy_index.library import Library

_KEY = "place"
_MOST_JUMPS = 100


class Spot(NamedTuple):
    """A place in an article."""

    article: ArticleId | None = None
    view: View = View()
    pane: Place = Place.LIST


class LastVisit(NamedTuple):
    """What the next start comes back to."""

    article: ArticleId | None = None
    pane: Place = Place.LIST
    sort: Sort = Sort.DATE
    narrowed: ListFilter = ListFilter()
    top: int = 0
    """The row of the list that was at the top."""

    def keep(self, library: Library) -> None:
        """Write it into the library."""
        narrowed = self.narrowed
        kept = {
            "article": self.article,
            "pane": self.pane,
            "sort": self.sort,
            "unread": narrowed.unread,
            "starred": narrowed.starred,
            "language": narrowed.language,
            "outlet": narrowed.outlet,
            "tag": narrowed.tag,
            "top": self.top,
        }
        library.remember(_KEY, json.dumps(kept))


def last_visit(library: Library) -> LastVisit:
    """The last visit, or a first one where nothing usable was kept."""
    try:
        kept = json.loads(library.recall(_KEY) or "{}")
        return LastVisit(
            article=kept.get("article"),
            pane=Place(kept.get("pane", Place.LIST)),
            sort=Sort(kept.get("sort", Sort.DATE)),
            narrowed=ListFilter(
                unread=bool(kept.get("unread")),
                starred=bool(kept.get("starred")),
                language=kept.get("language"),
                outlet=kept.get("outlet"),
                tag=kept.get("tag"),
            ),
            top=int(kept.get("top", 0)),
        )
    except (ValueError, TypeError, AttributeError):
        return LastVisit()


class JumpList:
    """The spots that were left by a jump, the latest last."""

    def __init__(self) -> None:
        self._spots: list[Spot] = []

    def __bool__(self) -> bool:
        return bool(self._spots)

    def leave(self, spot: Spot) -> None:
        """Remember a spot; the same one twice in a row counts once."""
        if spot.article is not None and (not self._spots or self._spots[-1] != spot):
            self._spots.append(spot)
            del self._spots[:-_MOST_JUMPS]

    def back(self) -> Spot | None:
        """The spot left last, taken off the list."""
        return self._spots.pop() if self._spots else None
