"""What the library tells of its work: how far it is, what it did, what it found. Plain values, cheap to import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from aipolicy_index.model import ArticleId


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be made into an article: the sentence's code, and what fills it."""

    path: str
    code: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AddProgress:
    """How far an addition is: files looked at, of how many, and what became of them so far."""

    done: int
    total: int
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class AddReport:
    """What an addition did."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    failures: tuple[Failure, ...] = ()
    unread_endings: Mapping[str, int] = field(default_factory=dict)
    """Files of an ending that nothing here reads: how many of each."""
    interrupted: bool = False
    seconds: float = 0.0


class Stage(StrEnum):
    """What is being prepared."""

    INDEX = "index"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Preparation:
    """How far the background work is."""

    stage: Stage
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class CheckReport:
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
