"""The paragraphs of an article as the masthead looks at them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aipolicy_index.language.matching import same_length
from aipolicy_index.language.segmentation import paragraphs
from aipolicy_index.model import Span, Zone, ZoneKind

_BEFORE = re.compile(r"(?:[•●▪◦‣▶►➤➜→✓✔*]|[–—-](?=\s)|[\u2190-\u21ff\u2300-\u2bff\U0001f000-\U0001faff]|\s)+")
_BYLINE_BELOW = re.compile(r"\n\s*(?P<byline>(?:par|by|textes?|propos recueillis par) [^\n!?]{3,60}$)", re.MULTILINE)
_FIRST = 8
"""Paragraphs among which a headline stands."""
_STOPS = ".!?…"
_CLOSERS = "»”\"')] \u00a0\u202f"
_WINDOW = 1500
"""Paragraphs at each end of a very long text that are looked at; what lies between is text."""
_SHORT = 80
_LONG = 200
"""Characters: a line below the first is hardly a paragraph, one above the second is nothing else."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph: what it says in plain signs, and what lies around it."""

    span: Span
    text: str
    """With one apostrophe, space and hyphen; the same length as the span."""
    label: str
    """Without the bullets and pictures before it, blanks made one: what patterns are matched against."""
    blank_before: bool
    blank_after: bool
    given: ZoneKind | None = None
    """What the file's format says that it is."""

    @property
    def ends_in_stop(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.text.rstrip(_CLOSERS)[-1:] in tuple(_STOPS)

    @property
    def is_bullet(self) -> bool:
        """Whether a bullet stands before it."""
        return len(self.label) < len(self.text) and self.text[0] in "•●▪◦‣▶►➤➜→✓✔*-–—"

    @property
    def is_prose(self) -> bool:
        """Whether it is a paragraph of running text, and no headline, caption or button."""
        if self.given is not None:
            return False
        if len(self.text) >= _LONG:
            return True
        last = self.text.rstrip(_CLOSERS)
        return len(last) >= _SHORT and (last.endswith((".", "!", "?")) and not last.endswith(".."))

    @property
    def words(self) -> list[str]:
        """Its words, as written."""
        return self.label.split()


def units_of(text: str, zones: Iterable[Zone]) -> list[Unit]:
    """The paragraphs of the text, with what the format said of them; of a very long text those at both ends."""
    plain = same_length(text)
    given = {zone.span.start: zone.kind for zone in zones}
    spans = _with_furniture_lines(text, _ends(_with_bylines_apart(plain, paragraphs(text))), zones)
    return [_unit(text, plain, spans, place, given) for place in range(len(spans))]


def _with_bylines_apart(plain: str, spans: Sequence[Span]) -> list[Span]:
    """The spans, a byline in small letters right below a headline cut off from it: « par la rédaction »."""
    found: list[Span] = []
    for place, span in enumerate(spans):
        cut = _BYLINE_BELOW.search(plain, span.start, span.end) if place < _FIRST else None
        if cut:
            found += [Span(span.start, cut.start()), Span(cut.start("byline"), span.end)]
        else:
            found.append(span)
    return found


def _ends(spans: Sequence[Span]) -> Sequence[Span]:
    """The first and the last paragraphs of a very long text; all of any other."""
    return spans if len(spans) <= 2 * _WINDOW else (*spans[:_WINDOW], *spans[-_WINDOW:])


def _unit(text: str, plain: str, spans: Sequence[Span], place: int, given: dict[int, ZoneKind]) -> Unit:
    span = spans[place]
    before = text[spans[place - 1].end : span.start] if place else "\n\n"
    after = text[span.end : spans[place + 1].start] if place + 1 < len(spans) else "\n\n"
    written = plain[span.start : span.end].replace("\n", " ")
    label = " ".join(_BEFORE.sub("", written, count=1).split()) if _BEFORE.match(written) else " ".join(written.split())
    return Unit(span, written, label, before.count("\n") > 1, after.count("\n") > 1, given.get(span.start))


def _with_furniture_lines(text: str, spans: Sequence[Span], zones: Iterable[Zone]) -> Sequence[Span]:
    """The spans, without those inside what the format already marked as furniture."""
    marked = [zone.span for zone in zones if zone.kind is ZoneKind.FURNITURE]
    if not marked:
        return spans
    return [span for span in spans if not any(span.overlaps(other) for other in marked)]
