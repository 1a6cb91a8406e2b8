"""From capitals and clues to kinds: each name of the article gets one kind, by all that its mentions say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from aipolicy_index.facts.names import claims as claiming
from aipolicy_index.facts.names.bare import bare
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.clues import clues
from aipolicy_index.facts.names.lexicon import Match
from aipolicy_index.facts.names.runs import Run, runs
from aipolicy_index.facts.names.vocabulary import Clue
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

Key = tuple[str, ...]

ENOUGH = 4.0
"""Weight from which an unknown name of one word gets a kind."""
ENOUGH_FOR_SEVERAL = 3.0
"""The same for an unknown name of several words."""
KNOWN = 2.5
"""Weight of the lexicon for a name that is also something else."""
LEAD = 0.5
"""By how much the best kind must lead the next."""


@dataclass
class Name:
    """All places where one form of a name stands, with what speaks for each kind."""

    key: Key
    runs: list[Run] = field(default_factory=list)
    match: Match | None = None
    weights: defaultdict[FactKind, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    categories: dict[FactKind, str] = field(default_factory=dict)

    def add(self, clue: Clue) -> None:
        """Count a clue: the same rule again adds little."""
        rules = self.weights[clue.kind]
        rules[clue.rule] = max(rules[clue.rule], clue.weight) + 0.3 if clue.rule in rules else clue.weight
        if clue.category:
            self.categories.setdefault(clue.kind, clue.category)

    def totals(self) -> list[tuple[float, FactKind]]:
        """The kinds by weight, the heaviest first."""
        return sorted(((sum(rules.values()), kind) for kind, rules in self.weights.items()), reverse=True)

    def decide(self) -> tuple[FactKind, str] | None:
        """The kind that leads clearly, with its strongest rule."""
        ranked = self.totals()
        if not ranked:
            return None
        weight, kind = ranked[0]
        runner_up = ranked[1][0] if len(ranked) > 1 else 0.0
        several = len(self.key) > 1
        if weight < (ENOUGH_FOR_SEVERAL if several or self.match else ENOUGH) or weight - runner_up < LEAD:
            return None
        if not several and not self.match and all(run.initial for run in self.runs) and weight < ENOUGH + 1:
            return None
        rules = self.weights[kind]
        return kind, max(rules, key=lambda rule: rules[rule])


@dataclass(frozen=True, slots=True)
class Decision:
    """Every mention whose kind can be told, in order, without overlaps; and which are one by an acronym."""

    named: tuple[Named, ...]
    pairs: tuple[tuple[Named, Named], ...]


def decide(scan: Scan) -> Decision:
    """Find the names of the text and tell their kinds."""
    matches = claiming.matches_of(scan)
    certain = claiming.claims(scan, matches)
    pairs = claiming.spelt_out(scan, certain)
    spelt = [one for pair in pairs for one in pair]
    fixed = [*claiming.without_overlaps([*spelt, *(one for one in certain if not _inside_any(one, spelt))])]
    taken = _taken(scan, [one for one in fixed if not _may_grow(scan, one)])
    names = _gather(scan, taken, matches, {one.first: one.end for one in fixed})
    grown = _judged(scan, names, fixed)
    named = [*claiming.without_overlaps([*grown, *fixed])]
    return Decision(tuple(sorted([*named, *bare(scan, named)], key=lambda one: one.first)), tuple(pairs))


def _inside_any(one: Named, others: Sequence[Named]) -> bool:
    return any(other.first <= one.first and one.end <= other.end for other in others)


def _may_grow(scan: Scan, named: Named) -> bool:
    """Whether capitals around a known name may make a longer one of it: Microsoft, then Microsoft Federal."""
    return named.entry is not None and all(
        scan.words[place].text[0].isupper() for place in range(named.first, named.end)
    )


def _taken(scan: Scan, fixed: Iterable[Named]) -> bytearray:
    taken = bytearray(len(scan.words) + 1)
    for named in fixed:
        for place in range(named.first, named.end):
            taken[place] = 1
    return taken


def _gather(scan: Scan, taken: bytearray, matches: Sequence[Match], known: Mapping[int, int]) -> dict[Key, Name]:
    by_first = {match.first: match for match in matches}
    names: dict[Key, Name] = {}
    for run in runs(scan, taken, known):
        key = scan.folded[run.first : run.end]
        name = names.setdefault(key, Name(key))
        name.runs.append(run)
        match = by_first.get(run.first)
        if match and match.end >= run.end:
            name.match = match
        for clue in clues(scan, run):
            name.add(clue)
    return names


def _judged(scan: Scan, names: dict[Key, Name], fixed: Sequence[Named]) -> list[Named]:
    by_first = {named.first: named for named in fixed}
    found: list[Named] = []
    people: set[str] = set()
    for name in sorted(names.values(), key=lambda one: -len(one.key)):
        known = [by_first.get(run.first) for run in name.runs]
        whole = next((one for run, one in zip(name.runs, known, strict=True) if one and one.end >= run.end), None)
        if whole is not None:
            found += _versions(name, whole)
            continue
        if name.match:
            name.add(Clue(name.match.alias.entry.kind, KNOWN, "lexicon"))
        if len(name.key) == 1 and name.key[0] in people and not _is_product(name):
            found += [Named(run.first, run.end, FactKind.PERSON, "person last name") for run in name.runs]
            continue
        decision = name.decide()
        if decision is None:
            continue
        kind, rule = decision
        if kind is FactKind.PERSON and len(name.key) > 1:
            people.add(name.key[-1])
        found += _mentions(name, kind, rule)
    return found


def _is_product(name: Name) -> bool:
    totals = dict((kind, weight) for weight, kind in name.totals())
    return totals.get(FactKind.PRODUCT, 0) > totals.get(FactKind.PERSON, 0) + 2


def _versions(name: Name, whole: Named) -> list[Named]:
    """A known product with its version number: Gemini 2.5 Pro."""
    if whole.kind is not FactKind.PRODUCT:
        return []
    return [
        Named(run.first, run.full_end, FactKind.PRODUCT, "product version", whole.category, whole.gender, whole.entry)
        for run in name.runs
        if run.full_end > run.end
    ]


def _mentions(name: Name, kind: FactKind, rule: str) -> list[Named]:
    entry = name.match.alias.entry if name.match and name.match.alias.entry.kind is kind else None
    category = entry.category if entry else name.categories.get(kind)
    return [
        Named(
            run.first,
            run.full_end if kind is FactKind.PRODUCT else run.end,
            kind,
            rule,
            category,
            entry.gender if entry else None,
            entry,
        )
        for run in name.runs
    ]
