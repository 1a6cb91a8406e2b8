"""The search for a masthead under way: what its lines were found to be, and what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from aipolicy_index.language.cleaning import clean_line
from aipolicy_index.language.matching import same_length
from aipolicy_index.model import Provenance, Span, ZoneKind
from aipolicy_index.reading.masthead.claims import Claim, Sign, Strength, may_be_medium
from aipolicy_index.reading.masthead.days import Day
from aipolicy_index.reading.masthead.units import Unit

HEAD, FOOT = 10, 16
"""Lines above and below the article among which its masthead stands."""


@dataclass
class Search:
    """The search under way: units get kinds, fields get values."""

    text: str
    units: Sequence[Unit]
    language: str
    kinds: dict[int, ZoneKind] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    provenance: dict[str, Provenance] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    opening: Span | None = None
    opening_days: list[Day] = field(default_factory=list)

    def set(self, name: str, value: str | None, provenance: Provenance) -> None:
        """Give a field its value, unless a surer one is there."""
        if value and name not in self.values:
            self.values[name] = self._spelt(value) if name in ("author", "outlet") else value
            self.provenance[name] = provenance

    def claim(self, name: str | None, sign: Sign, strength: Strength = Strength.SURE, place: int = 0) -> None:
        """Note what says that the medium bears this name; the claims are weighed when all are known."""
        if name and may_be_medium(name):
            self.claims.append(Claim(name, strength, sign, place))

    def _spelt(self, name: str) -> str:
        """The name with the apostrophes, spaces and hyphens that the text gives it."""
        start = same_length(self.text).find(name)
        return name if start < 0 else clean_line(self.text[start : start + len(name)])

    @property
    def head(self) -> range:
        """The units before the article's second paragraph, a few at most."""
        paragraphs = [
            place for place, unit in enumerate(self.units[:HEAD]) if unit.is_prose and place not in self.kinds
        ]
        return range(min(paragraphs[1] if len(paragraphs) > 1 else HEAD, len(self.units)))

    @property
    def foot(self) -> range:
        """The last units."""
        return range(max(self.head.stop, len(self.units) - FOOT), len(self.units))
