"""Places that speak and decide: « Bruxelles ouvre une enquête », "Beijing denied"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.entries import powers_seats
from aipolicy_index.facts.names.tables import rows
from aipolicy_index.facts.names.verbs import is_subject_of
from aipolicy_index.facts.names.words import Scan, folded
from aipolicy_index.model import FactKind

METONYM = "organisation metonym"
"""The rule of a mention that names a place and means a body."""
_SPEAKING = frozenset(("selon", "apres", "par", "by"))
_ASIDES = frozenset(
    (
        "de son cote", "lui", "elle", "quant a lui", "quant a elle", "a son tour", "en revanche", "en retour",
        "pour sa part", "for its part", "in turn", "meanwhile", "however", "by contrast",
    )
)  # fmt: skip
_LOCATIVE = frozenset(("a", "en", "in", "at", "vers", "pres", "near", "depuis", "to"))


@cache
def powers() -> dict[str, tuple[str, ...]]:
    """Folded place -> the bodies that it may mean, the likeliest first."""
    return {
        folded(place): tuple(part for part in bodies.split("|") if part)
        for place, bodies in rows("names/metonyms.tsv", 2)
    }


def with_powers(scan: Scan, named: Sequence[Named]) -> list[Named]:
    """The mentions, those of places that act as organisations; one that acts once also where nothing locates it."""
    read = [as_power(scan, one) for one in named]
    acting = {one.entry for one in read if one.rule == METONYM}
    return [_as_organisation(one) if one.entry in acting and not _is_located(scan, one) else one for one in read]


def _is_located(scan: Scan, named: Named) -> bool:
    """Whether a word before the place governs it: « à Washington », « le sommet de Washington »."""
    before = named.first - 1
    return named.kind is FactKind.PLACE and scan.same_line(before, named.first) and scan.words[before].kind != "mark"


def _as_organisation(named: Named) -> Named:
    return named._replace(kind=FactKind.ORGANISATION, rule=METONYM, category="government", gender=None)


def as_power(scan: Scan, named: Named) -> Named:
    """The mention as an organisation where the place acts, else as it was."""
    if named.kind is not FactKind.PLACE or named.entry is None:
        return named
    powerful = named.entry.stands_for_power or _is_listed(scan, named)
    return _as_organisation(named) if powerful and _acts(scan, named) else named


def _is_listed(scan: Scan, named: Named) -> bool:
    return bool(powers().get(" ".join(scan.folded[named.first : named.end])))


def _acts_with_another(scan: Scan, place: int, named: Named) -> bool:
    """« Paris et Berlin signeront »: behind a capital that opens the sentence or a clause."""
    word = scan.words[place]
    opens = word.initial or not scan.same_line(place - 1, place) or scan.words[place - 1].text == ","
    follows = scan.same_line(named.first, named.end) and is_subject_of(scan, named.end)
    return opens and follows and " ".join((word.folded,)) in _seats()


@cache
def _seats() -> frozenset[str]:
    """Folded places of one word that may act."""
    listed = {place for place in powers() if " " not in place}
    return frozenset(listed | {folded(name) for name in powers_seats()})


def _aside_end(scan: Scan, comma: int) -> int | None:
    """Where « , de son côté, », ", for its part," ends behind a name; None where nothing of the sort stands there."""
    if not scan.same_line(comma, comma + 2) or scan.words[comma].text != ",":
        return None
    for size in (1, 2, 3):
        closed = scan.same_line(comma, comma + size + 2) and scan.words[comma + size + 1].text == ","
        if closed and " ".join(scan.folded[comma + 1 : comma + size + 1]) in _ASIDES:
            return comma + size + 2
    return None


def _acts(scan: Scan, named: Named) -> bool:
    before = named.first - 1
    if scan.same_line(before, named.first):
        if scan.words[before].text in ("«", '"', "“"):
            before -= 1
        if scan.folded[before] in _LOCATIVE or scan.words[before].hyphen:
            return False
        if scan.folded[before] in _SPEAKING:
            return True
        if scan.folded[before] in ("et", "and"):
            return _acts_with_another(scan, before - 1, named)
        if scan.folded[before] in ("de", "d'", "du", "of", ","):
            return False
    if aside := _aside_end(scan, named.end):
        return is_subject_of(scan, aside)
    if scan.same_line(named.first, named.end + 2) and scan.words[named.end].text in ("et", "and"):
        return scan.words[named.end + 1].text[0].isupper() and is_subject_of(scan, named.end + 2)
    return (
        scan.same_line(named.first, named.end) and scan.words[named.end].text != "," and is_subject_of(scan, named.end)
    )
