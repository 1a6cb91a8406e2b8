"""An article as it was read: its one text, the stretches of it, and how each field was found."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

ArticleId = int
"""Given by the library, never reused; an article keeps it when its file changes."""


class Span(NamedTuple):
    """A stretch of one text: `text[start:end]`, in characters."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Provenance(StrEnum):
    """How a field of the masthead was found, the surest first."""

    FRONT_MATTER = "front_matter"
    METADATA = "metadata"
    """Stated by the file format (an HTML or PDF property)."""
    TEXT = "text"
    """Stated in the text: a headline, a byline, « Publié le ... »."""
    DATELINE = "dateline"
    FILE_NAME = "file_name"
    FILE_TIME = "file_time"
    """The file's modification time: shown, but never used to resolve a fact."""
    DERIVED = "derived"
    """Made by the program: a title from the first sentence, a language from the words."""


class ZoneKind(StrEnum):
    """What a stretch of an article's text is. What is in no zone is body."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    PUBLICATION = "publication"
    """« Publié le ... », « Mis à jour le ... », a dateline."""
    HEADING = "heading"
    FURNITURE = "furniture"
    """Tags, share counts, « Lire aussi », newsletter invitations, author boxes: shown dimmed, gives no facts."""


class Zone(NamedTuple):
    """One marked stretch of an article's text. Zones are ordered and do not overlap."""

    span: Span
    kind: ZoneKind


class Link(NamedTuple):
    """An address that the article names, with the words that carried it (possibly none)."""

    url: str
    label: str = ""


class Article(NamedTuple):
    """One article as it was read. `text` is cleaned once and never changes: every span indexes it."""

    text: str
    """The whole cleaned text, headline and page furniture included; nothing is deleted."""
    source: str
    """The file's absolute path (later: an address)."""
    title: str | None = None
    """The headline, or None where the text has none."""
    standfirst: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    """ISO 8601 day, or None where nothing tells it."""
    language: str = "fr"
    """`fr` or `en`."""
    provenance: Mapping[str, Provenance] = {}
    """Of `title`, `outlet`, `author`, `published`, `language`: how each was found."""
    zones: tuple[Zone, ...] = ()
    links: tuple[Link, ...] = ()
    derived_title: str = ""
    """What is shown where there is no headline: the first sentence, cut at a word."""

    @property
    def display_title(self) -> str:
        """The headline, else the derived title; never empty."""
        return self.title or self.derived_title or self.source.rsplit("/", 1)[-1] or "?"

    @property
    def anchor(self) -> str | None:
        """The publication day from which relative dates may be resolved: never a file's time."""
        return None if self.provenance.get("published") is Provenance.FILE_TIME else self.published

    def zone_spans(self, *kinds: ZoneKind) -> tuple[Span, ...]:
        """The spans of these kinds of zone, in order."""
        return tuple(zone.span for zone in self.zones if zone.kind in kinds)
