"""What a format's reader hands on: the text of a page, and what the file states about it."""

from __future__ import annotations

from dataclasses import dataclass

from aipolicy_index.model import Link, Provenance, Zone


@dataclass(frozen=True, slots=True)
class Stated:
    """What a file says of its article beside the text, as written there."""

    provenance: Provenance = Provenance.METADATA
    title: str | None = None
    standfirst: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    """A date in any form."""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class RawPage:
    """The text of one file, before the masthead is looked for."""

    text: str
    """Cleaned already where there are zones, since those index it; otherwise as the file has it."""
    stated: Stated = Stated()
    zones: tuple[Zone, ...] = ()
    """What the format itself tells apart: headings, repeated page headers."""
    links: tuple[Link, ...] = ()
    made: str | None = None
    """The ISO day on which the file says it was made: as good as a file's time, no better."""
