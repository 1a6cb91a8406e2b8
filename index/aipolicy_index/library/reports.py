"""What the library tells of its work: how far it is, what it did, what it found. Plain values, cheap to import."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from aipolicy_index.model import ArticleId


class Failure(NamedTuple):
    """A file that could not be made into an article: the sentence's code, and what fills it."""

    path: str
    code: str
    values: Mapping[str, str]


class AddProgress(NamedTuple):
    """How far an addition is: files looked at, of how many, and what became of them so far."""

    done: int
    total: int
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    failed: int = 0


class AddReport(NamedTuple):
    """What an addition did."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    failures: tuple[Failure, ...] = ()
    unread_endings: Mapping[str, int] = {}
    """Files of an ending that nothing here reads: how many of each."""
    interrupted: bool = False
    seconds: float = 0.0


class Stage(StrEnum):
    """What is being prepared."""

    INDEX = "index"
    FACTS = "facts"


class Preparation(NamedTuple):
    """How far the background work is."""

    stage: Stage
    done: int
    total: int


class CheckReport(NamedTuple):
    """What a check found."""

    articles: int
    with_facts: int
    database_faults: tuple[str, ...] = ()
    """SQLite's own words."""
    misplaced_facts: tuple[ArticleId, ...] = ()
    """Articles with a fact whose words are not where it says."""
    index_fault: str | None = None
    """Why the index cannot be used: the code of an error."""
    missing_in_index: int = 0
    unknown_in_index: int = 0
    repaired: bool = False
    removed: int = 0
    """Articles that were removed and can be brought back."""

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not (
            self.database_faults
            or self.misplaced_facts
            or self.index_fault
            or self.missing_in_index
            or self.unknown_in_index
        )
