"""What a reader did to articles, to be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aipolicy_index.model import ArticleId, ReaderState

if TYPE_CHECKING:
    from aipolicy_index.library.door import Library
    from aipolicy_index.store.taking import Taken


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
        self._library.set_states({id_: state._replace(position=now[id_].position) for id_, state in step.items()})
        return list(step)
