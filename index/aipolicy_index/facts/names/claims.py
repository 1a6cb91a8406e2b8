"""The names that the lexicon or their own words make certain, before the capitals around them are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from aipolicy_index.facts.names import acronyms, lexicon, vocabulary
from aipolicy_index.facts.names.heads import bodies
from aipolicy_index.facts.names.instruments import instruments
from aipolicy_index.facts.names.laws import laws
from aipolicy_index.facts.names.lexicon import Entry, Match
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind


class Named(NamedTuple):
    """One mention of something: words `first` up to, not including, `end`."""

    first: int
    end: int
    kind: FactKind
    rule: str
    category: str | None = None
    gender: str | None = None
    entry: Entry | None = None
    full_name: int | None = None
    """Of an acronym: the first word of the full name that it stands beside."""


def claims(scan: Scan, matches: Iterable[Match]) -> list[Named]:
    """Bodies, instruments, spelt-out acronyms and certain matches of the lexicon, in order, without overlaps."""
    candidates = [
        *(_of_match(match) for match in matches if is_certain(scan, match)),
        *(_of_bodies(scan)),
        *(_of_instruments(scan)),
    ]
    return [*without_overlaps(candidates)]


def is_certain(scan: Scan, match: Match) -> bool:
    """Whether the match needs no evidence: a name of several words, or one that is nothing else."""
    entry = match.alias.entry
    if entry.no_article and _after_article(scan, match.first):
        return False
    if _in_hyphenated(scan, match):
        return False
    return not entry.ambiguous or (match.end - match.first > 1 and match.alias.text != entry.name)


def _in_hyphenated(scan: Scan, match: Match) -> bool:
    """Whether the match is a part of a longer hyphenated name: « Ecolo-Groen », « Val-d'Isère », « Lille-Sud »."""
    words, after, before = scan.words, match.end, match.first - 1
    if scan.same_line(match.first, after) and words[after].hyphen and words[after].text[0].isupper():
        return match.alias.entry.kind is FactKind.PLACE or words[after].folded not in lexicon.index()
    if not scan.same_line(before, match.first):
        return False
    if words[before].kind == "elision":
        return words[before].hyphen
    if not words[match.first].hyphen:
        return False
    if words[before].text[0].islower():
        return words[before].hyphen
    return match.alias.entry.kind is FactKind.PLACE or words[before].folded not in lexicon.index()


def _after_article(scan: Scan, position: int) -> bool:
    return scan.same_line(position - 1, position) and scan.folded[position - 1] in (
        "le",
        "la",
        "l'",
        "un",
        "une",
        "the",
        "du",
    )


def of_match(match: Match, rule: str = "lexicon") -> Named:
    """The mention that a match of the lexicon makes."""
    entry = match.alias.entry
    return Named(match.first, match.end, entry.kind, f"{entry.kind} {rule}", entry.category, entry.gender, entry)


_of_match = of_match


def _of_bodies(scan: Scan) -> Iterator[Named]:
    if scan.page.language == "fr":
        for body in bodies(scan):
            yield Named(body.first, body.end, FactKind.ORGANISATION, body.rule, body.category, body.gender)


def _of_instruments(scan: Scan) -> Iterator[Named]:
    for start, stop, gender in laws(scan) if scan.page.language == "fr" else ():
        yield Named(start, stop, FactKind.INSTRUMENT, "instrument subject", "law", gender)
    for found in instruments(scan):
        first, end = scan.first_at(found.span.start), scan.first_at(found.span.end)
        while first + 1 < end and scan.folded[first] in vocabulary.function_words():
            first += 1
        if first < end and scan.words[end - 1].end == found.span.end:
            yield Named(first, end, FactKind.INSTRUMENT, found.rule, found.category, found.gender)


def without_overlaps(candidates: Iterable[Named]) -> Iterator[Named]:
    """The longest of those that overlap; of two that are the same words, the one that the lexicon knows."""
    kept: list[Named] = []
    held = set[int]()
    for named in sorted(candidates, key=lambda one: (one.first - one.end, one.entry is None, one.first)):
        places = range(named.first, named.end)
        if held.isdisjoint(places):
            kept.append(named)
            held.update(places)
    yield from sorted(kept, key=lambda one: one.first)


def spelt_out(scan: Scan, named: list[Named]) -> list[tuple[Named, Named]]:
    """Each full name with the acronym beside it, as two mentions of one thing; its kind is that of either, if known."""
    pairs = []
    at_first = {one.first: one for one in named}
    for found in acronyms.expansions(scan):
        full, short = at_first.get(found.first), at_first.get(found.acronym)
        known = next((one for one in (full, short) if one and one.end in (found.end, found.acronym + 1)), None)
        kind = known.kind if known else FactKind.ORGANISATION
        about = (
            kind,
            f"{kind} spelt out",
            known.category if known else None,
            known.gender if known else None,
            known.entry if known else None,
        )
        pairs.append((Named(found.first, found.end, *about), Named(found.acronym, found.acronym + 1, *about)))
    return pairs


def matches_of(scan: Scan) -> tuple[Match, ...]:
    """What the lexicon knows in this text."""
    return tuple(lexicon.matches(scan))
