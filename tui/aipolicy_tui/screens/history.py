"""Where the reader was and what was done: the place to come back to, the jumps, what can be undone. No Textual."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from aipolicy_index.model import ArticleId, ListFilter, ReaderState, Sort
from aipolicy_tui.commands import Place
from aipolicy_tui.widgets.wrapping import View

if TYPE_CHECKING:
    from aipolicy_index.library import Library
    from aipolicy_index.store.taking import Taken

_KEY = "place"
_MOST_JUMPS = 100


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in an article."""

    article: ArticleId | None = None
    view: View = field(default_factory=View)
    pane: Place = Place.LIST


@dataclass(frozen=True, slots=True)
class LastVisit:
    """What the next start comes back to."""

    article: ArticleId | None = None
    pane: Place = Place.LIST
    sort: Sort = Sort.DATE
    narrowed: ListFilter = field(default_factory=ListFilter)
    top: int = 0
    """The line of the list that was at the top."""

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

    def leave(self, spot: Spot) -> None:
        """Remember a spot; the same one twice in a row counts once."""
        if spot.article is not None and (not self._spots or self._spots[-1] != spot):
            self._spots.append(spot)
            del self._spots[:-_MOST_JUMPS]

    def back(self) -> Spot | None:
        """The spot left last, taken off the list."""
        return self._spots.pop() if self._spots else None


class Undo:
    """What the reader did to articles, to be undone one step at a time."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._steps: list[dict[ArticleId, ReaderState] | Taken] = []

    def before(self, *ids: ArticleId) -> None:
        """Remember the states of articles that are about to change."""
        self._steps.append({id_: self._library.state(id_) for id_ in ids})

    def took_out(self, taken: Taken) -> None:
        """Remember an article that was taken out of the library."""
        self._steps.append(taken)

    def undo(self) -> list[ArticleId]:
        """Bring the last step's states back, reading positions apart, or its article; the articles that changed."""
        if not self._steps:
            return []
        step = self._steps.pop()
        if not isinstance(step, dict):
            return [step.id] if self._library.put_back(step) else []
        now = {id_: self._library.state(id_) for id_ in step}
        self._library.set_states({id_: replace(state, position=now[id_].position) for id_, state in step.items()})
        return list(step)
