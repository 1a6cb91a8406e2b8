"""Every name of the article and its kind: what is certain first, then other capitals by what speaks for a kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from aipolicy_index.facts.names import claims as claiming
from aipolicy_index.facts.names import lexicon, vocabulary
from aipolicy_index.facts.names.bare import bare
from aipolicy_index.facts.names.certainty import is_barred
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.clues import clues
from aipolicy_index.facts.names.judging import Judge
from aipolicy_index.facts.names.lexicon import Match
from aipolicy_index.facts.names.naming import SECTION, Key, Name
from aipolicy_index.facts.names.papers import papers
from aipolicy_index.facts.names.parties import parties
from aipolicy_index.facts.names.platform_x import network_x
from aipolicy_index.facts.names.quoted import quoted_bodies, quoted_products
from aipolicy_index.facts.names.runs import runs
from aipolicy_index.facts.names.seats import seats
from aipolicy_index.facts.names.trimming import Run
from aipolicy_index.facts.names.vocabulary import Clue
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.facts.tagger.tagging import probabilities, tagger_available
from aipolicy_index.model import FactKind

TAGGER_WEIGHTS = {FactKind.PERSON: 5.5, FactKind.PLACE: 4.5, FactKind.ORGANISATION: 3.0}
"""Weight of a kind of which the tagger is certain."""
LONE = 0.6
"""Share of that weight for the person of one unknown word: the tagger's press names people by their last names."""
DOUBT = 0.3
"""Probability under which the tagger's opinion is not counted."""


class Decision(NamedTuple):
    """Every mention whose kind can be told, in order; and which are one by an acronym."""

    named: tuple[Named, ...]
    pairs: tuple[tuple[Named, Named], ...]


def decide(scan: Scan, *, tagging: bool = True) -> Decision:
    """Find the names of the text and tell their kinds; `tagging` asks the trained tagger too, where there is one."""
    matches = tuple(lexicon.matches(scan))
    certain = [*claiming.without_overlaps([*claiming.claims(scan, matches), *quoted_bodies(scan)])]
    pairs = claiming.spelt_out(scan, certain)
    spelt = [one for pair in pairs for one in pair]
    inside = _Covering(spelt)
    fixed = [*claiming.without_overlaps([*spelt, *(one for one in certain if not inside.holds(one.first, one.end))])]
    names = _gather(scan, fixed, matches)
    if tagging and scan.page.language == "fr" and tagger_available():
        known = _Covering(fixed)
        _ask_tagger(scan, [name for name in names.values() if not _is_settled(name, known)])
    named = [
        *claiming.without_overlaps([*Judge(scan, fixed, [short for _, short in pairs]).judge(names.values()), *fixed])
    ]
    for more in (papers, network_x, parties, quoted_products, bare):
        named += more(scan, named)
    named += seats(scan, named, matches)
    return Decision(tuple(sorted(named, key=lambda one: one.first)), tuple(pairs))


class _Covering:
    """Which words mentions cover."""

    def __init__(self, named: Iterable[Named]) -> None:
        self._ends: dict[int, int] = {}
        for one in named:
            for place in range(one.first, one.end):
                self._ends[place] = max(one.end, self._ends.get(place, 0))

    def holds(self, first: int, end: int) -> bool:
        """Whether one of the mentions has all these words."""
        return self._ends.get(first, 0) >= end


def _taken(scan: Scan, fixed: Iterable[Named]) -> bytearray:
    """Which words capitals cannot make a longer name of; a known name may grow: Microsoft, then Microsoft Federal."""
    taken = bytearray(len(scan.words) + 1)
    for named in fixed:
        if named.entry is None or not scan.words[named.first].text[0].isupper() or named.rule == claiming.FAMILY:
            taken[named.first : named.end] = b"\1" * (named.end - named.first)
    return taken


def _gather(scan: Scan, fixed: Sequence[Named], matches: Sequence[Match]) -> dict[Key, Name]:
    by_first = {match.first: match for match in matches}
    names: dict[Key, Name] = {}
    for run in runs(scan, _taken(scan, fixed), {one.first: one.end for one in fixed}):
        if _is_tiled(scan, run, by_first):
            continue
        key = scan.folded[run.first : run.end]
        name = names.setdefault(key, Name(key))
        name.runs.append(run)
        if (match := by_first.get(run.first)) and not is_barred(scan, match):
            name.know(match, run)
        if _is_section(run, by_first):
            name.add(SECTION)
        for clue in clues(scan, run):
            name.add(clue)
    return names


def _is_tiled(scan: Scan, run: Run, by_first: Mapping[int, Match]) -> bool:
    """Whether the run is nothing but several names that the lexicon knows: « OpenAI-Microsoft »."""
    place = run.first
    while place < run.end and place in by_first:
        place = by_first[place].end
    first_name = scan.folded[run.first] in vocabulary.first_names()
    hyphened = run.end > run.first + 1 and scan.words[run.first + 1].hyphen
    if place == run.end and hyphened and by_first[run.first].alias.entry.kind is FactKind.PLACE:
        return False
    if place != run.end or by_first[run.first].end >= run.end or first_name:
        return False
    if _is_section(run, by_first):
        return False
    national = by_first[run.first].alias.entry.kind is FactKind.PLACE and scan.page.language == "en"
    return not (national and vocabulary.heads("en", "last").at(scan.folded, run.end - 1))


def _is_section(run: Run, by_first: Mapping[int, Match]) -> bool:
    """« Amnesty International Kenya », « Greenpeace France »: the association of a country."""
    body = by_first.get(run.first)
    home = by_first.get(body.end) if body else None
    if body is None or home is None or home.end != run.end or body.alias.entry.category != "ngo":
        return False
    return home.alias.entry.category == "country"


def _is_settled(name: Name, known: _Covering) -> bool:
    """Whether the tagger need not be asked: the lexicon knows the name, or the rules are sure of its kind."""
    return known.holds(name.runs[0].first, name.runs[0].end) or name.is_sure()


def _ask_tagger(scan: Scan, names: Iterable[Name]) -> None:
    """Add what the tagger thinks of each capitalised name, sentence by sentence."""
    by_sentence: defaultdict[range, list[tuple[Name, Run]]] = defaultdict(list)
    for name in names:
        for run in name.runs:
            by_sentence[scan.sentence_of(run.first, run.end)].append((name, run))
    for places, several in by_sentence.items():
        wanted = {place for _, run in several for place in range(run.first, run.end)}
        thought = probabilities(scan, places, wanted)
        for name, run in several:
            _hear(name, [thought[place] for place in range(run.first, run.end)])


def _hear(name: Name, inside: Sequence[Mapping[FactKind, float]]) -> None:
    for kind, weight in TAGGER_WEIGHTS.items():
        mean = sum(one[kind] for one in inside) / len(inside)
        if mean > DOUBT and not name.is_settled_against(kind):
            lone = kind is FactKind.PERSON and len(name.key) == 1 and name.key[0] not in vocabulary.first_names()
            name.add(Clue(kind, weight * mean * (LONE if lone else 1), f"{kind} tagger"))
