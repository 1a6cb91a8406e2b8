"""What a reader has set about the search."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from aipolicy_index.engine.index import SearchIndex
    from aipolicy_index.query.synonyms import Synonyms


class Tuning(NamedTuple):
    """How to search; the defaults are those of the program."""

    recency: bool = True
    """Whether the newer of two articles that match as well comes first."""
    synonyms: Path | None = None
    """The reader's own file of synonyms."""

    def own_synonyms(self) -> Synonyms:
        """The synonyms with the reader's file; those of the program alone where it cannot be read."""
        from aipolicy_index.query.synonyms import default_synonyms, read_own

        if self.synonyms is None:
            return default_synonyms()
        try:
            return read_own(self.synonyms).synonyms
        except (OSError, UnicodeDecodeError):
            return default_synonyms()

    def apply(self, index: SearchIndex) -> None:
        """Have an index search so."""
        index.synonyms = self.own_synonyms()
        if not self.recency:
            index.scoring = index.scoring._replace(recency=0.0)
