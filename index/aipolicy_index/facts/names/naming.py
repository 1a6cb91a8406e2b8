"""One form of a name with all its places in the article, and what speaks for each kind."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.lexicon import Match
from aipolicy_index.facts.names.trimming import Run
from aipolicy_index.facts.names.vocabulary import Clue, first_names
from aipolicy_index.model import FactKind

Key = tuple[str, ...]

ENOUGH = 3.5
"""Weight from which an unknown name of one word gets a kind. These weights are set on WiNER-fr and the open gold."""
ENOUGH_FOR_SEVERAL = 3.0
"""The same for an unknown name of several words."""
ENOUGH_FOR_KNOWN = 4.0
"""The same for a name that the lexicon knows and that is also something else."""
ENOUGH_AT_START = 4.5
"""The same for one word that only ever opens a sentence."""
ENOUGH_OF_ACTING = 5.0
"""Weight from which several words that only act are an organisation."""
WEAK = frozenset(("acting", "speaking", "possessive"))
"""Rules that decide nothing by themselves."""
TAILS = frozenset(("organisation tail", "organisation legal form"))
"""Rules by which the last word of a name tells a company."""
SAID = "person context 2"
"""A verb of saying before one unknown word: a person's last name or a company."""
SURE, SURE_LEAD = 7.0, 4.0
"""Weight of a kind, and its lead over the next, from which the tagger need not be asked."""
KNOWN = 2.5
"""Weight of the lexicon for a name that is also something else."""
LEAD = 0.5
"""By how much the best kind must lead the next."""
AGAIN = 0.5
"""Weight of one more place where the same rule speaks."""
LONGER = {"medium": Clue(FactKind.ORGANISATION, 4.0, "organisation longer", "medium")}
SECTION = Clue(FactKind.ORGANISATION, 4.0, "organisation longer", "ngo")
LONGER_THAN_PLACE = Clue(FactKind.ORGANISATION, 2.5, "organisation of place")
"""What a name is that goes on behind a known one: « The Lancet Digital Health », « Amnesty International Kenya »."""


@dataclass
class Name:
    """All places where one form of a name stands, with what speaks for each kind."""

    key: Key
    runs: list[Run] = field(default_factory=list)
    match: Match | None = None
    """What the lexicon knows by this very form."""
    weights: defaultdict[FactKind, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    categories: dict[FactKind, str] = field(default_factory=dict)

    def add(self, clue: Clue) -> None:
        """Count a clue; the same rule again adds little."""
        rules = self.weights[clue.kind]
        rules[clue.rule] = max(rules[clue.rule], clue.weight) + AGAIN if clue.rule in rules else clue.weight
        if clue.category:
            self.categories.setdefault(clue.kind, clue.category)

    def know(self, match: Match, run: Run) -> None:
        """Take note of what the lexicon knows at the place of the run: the whole name, or its beginning."""
        if match.end >= run.end:
            self.match = match
        elif match.alias.entry.kind is FactKind.PLACE:
            self.add(LONGER_THAN_PLACE)
        elif longer := LONGER.get(match.alias.entry.category):
            self.add(longer)

    def is_settled_against(self, kind: FactKind) -> bool:
        """Whether the tagger has no say: a company by its last word, or with a common word for a name."""
        if kind is FactKind.PERSON and not TAILS.isdisjoint(self.weights[FactKind.ORGANISATION]):
            return True
        if kind is FactKind.PLACE:
            return LONGER_THAN_PLACE.rule in self.weights[FactKind.ORGANISATION]
        return kind is FactKind.ORGANISATION and self.match is not None and self.match.alias.entry.ambiguous

    def weight(self, kind: FactKind) -> float:
        """What speaks for the kind, all in all."""
        return sum(self.weights[kind].values()) if kind in self.weights else 0.0

    def decide(self) -> tuple[FactKind, str] | None:
        """The kind that leads clearly, with its strongest rule."""
        if not self.weights:
            return None
        ranked = sorted(((self.weight(kind), kind) for kind in self.weights), reverse=True)
        weight, kind = ranked[0]
        if weight < self._enough() or (len(ranked) > 1 and weight - ranked[1][0] < LEAD):
            return None
        rules = self.weights[kind]
        rule = max(rules, key=lambda one: rules[one])
        if kind is FactKind.PERSON and len(self.key) == 1 and rule == SAID and self.key[0] not in first_names():
            return None
        return (kind, rule) if rule not in WEAK or self._often_acts(kind) else None

    def _often_acts(self, kind: FactKind) -> bool:
        """Whether several words, again and again, do what a company does."""
        return kind is FactKind.ORGANISATION and len(self.key) > 1 and self.weight(kind) >= ENOUGH_OF_ACTING

    def is_sure(self) -> bool:
        """Whether what speaks for one kind leaves no doubt."""
        weights = sorted((self.weight(kind) for kind in self.weights), reverse=True)
        return bool(weights) and weights[0] >= SURE and (len(weights) == 1 or weights[0] - weights[1] >= SURE_LEAD)

    def _enough(self) -> float:
        if self.match:
            return ENOUGH_FOR_KNOWN
        if len(self.key) > 1:
            return ENOUGH_FOR_SEVERAL
        return ENOUGH_AT_START if all(run.initial for run in self.runs) else ENOUGH

    def mentions(self, kind: FactKind, rule: str) -> list[Named]:
        """The places of the name as mentions of this kind; of a product, the version number included."""
        entry = self.match.alias.entry if self.match and self.match.alias.entry.kind is kind else None
        category = entry.category if entry else self.categories.get(kind)
        gender = entry.gender if entry else None
        numbered = kind is FactKind.PRODUCT or (kind is FactKind.ORGANISATION and self._is_always_numbered())
        return [
            Named(run.first, run.full_end if numbered else run.end, kind, rule, category, gender, entry)
            for run in self.runs
        ]

    def _is_always_numbered(self) -> bool:
        """« Clause 9 », « Article 19 »: the number is part of the name of a body."""
        return self.match is None and all(run.full_end == run.end + 1 for run in self.runs)
