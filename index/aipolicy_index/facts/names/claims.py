"""The names that the lexicon or their own words make certain, before the capitals around them are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from aipolicy_index.facts.names import acronyms, vocabulary
from aipolicy_index.facts.names.certainty import is_certain
from aipolicy_index.facts.names.entries import Entry
from aipolicy_index.facts.names.families import versions
from aipolicy_index.facts.names.heads import bodies
from aipolicy_index.facts.names.instruments import Instrument, instruments
from aipolicy_index.facts.names.laws import laws
from aipolicy_index.facts.names.lexicon import Match
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.titled import titled
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

FAMILY = "product family"
"""The rule of a product that its family and version tell."""


LONGEST_FOREIGN = 6
"""Letters of an acronym that its full name does not spell."""
_NOT_OTHER_NAMES = frozenset(("party", "company", "medium"))
"""What stands in brackets behind a body without being its other name: « le maire (PS) »."""
_SIZE = re.compile(r"\d{1,4}(?:\.\d)?[BM]\Z")
_INDEFINITE = frozenset(("un", "une", "aucun", "aucune", "toute", "tout", "quelque", "chaque"))
_BARE_LAWS = frozenset(
    ("Act", "Bill", "Law", "Code", "Rule", "Rules", "Regulation", "Directive", "Policy", "Framework")
)


class Named(NamedTuple):
    """One mention of something: words `first` up to, not including, `end`."""

    first: int
    end: int
    kind: FactKind
    rule: str
    category: str | None = None
    gender: str | None = None
    entry: Entry | None = None


def claims(scan: Scan, matches: Iterable[Match]) -> list[Named]:
    """Bodies, instruments, versioned products and certain matches of the lexicon, in order, without overlaps."""
    candidates = [
        *(_in_use(scan, _of_match(match)) for match in matches if is_certain(scan, match)),
        *_of_bodies(scan),
        *_of_titles(scan),
        *_of_families(scan),
        *_of_sizes(scan),
        *_of_instruments(scan),
    ]
    return [*without_overlaps(candidates)]


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


def spelt_out(scan: Scan, named: Sequence[Named]) -> list[tuple[Named, Named]]:
    """Each full name with the acronym beside it, as two mentions of one thing; its kind is that of either, if known."""
    pairs = []
    by_first = {one.first: one for one in named}
    for found in acronyms.expansions(scan):
        full, short = by_first.get(found.first), by_first.get(found.acronym)
        known = next((one for one in (full, short) if one and one.end in (found.end, found.acronym + 1)), None)
        like = known or Named(0, 0, FactKind.ORGANISATION, "")
        like = like._replace(rule=f"{like.kind} spelt out")
        pairs.append(
            (
                like._replace(first=found.first, end=found.end),
                like._replace(first=found.acronym, end=found.acronym + 1),
            )
        )
    return pairs + _in_brackets(scan, named, {short.first for _, short in pairs})


def _in_brackets(scan: Scan, named: Sequence[Named], spelt: AbstractSet[int]) -> list[tuple[Named, Named]]:
    """« la Commission irlandaise pour la protection des données (DPC) »: the acronym in the body's own language."""
    by_end = {one.end: one for one in named if one.rule == "organisation head"}
    known = {one.first: one for one in named}
    pairs = []
    for bracket in scan.places_of({"("}):
        full, place = by_end.get(bracket), bracket + 1
        if full is None or place in spelt or not scan.same_line(bracket, place + 1):
            continue
        short = known.get(place, full._replace(first=place, end=place + 1, entry=None))
        letters = scan.words[place].text
        alone = scan.words[place + 1].text == ")" and 2 <= len(letters) <= LONGEST_FOREIGN and letters.isalpha()
        if alone and letters.isupper() and short.kind is full.kind and short.category not in _NOT_OTHER_NAMES:
            pairs.append((full, short))
    return pairs


def _of_match(match: Match) -> Named:
    entry = match.alias.entry
    return Named(match.first, match.end, entry.kind, f"{entry.kind} lexicon", entry.category, entry.gender, entry)


def _in_use(scan: Scan, named: Named) -> Named:
    """« le logiciel ElevenLabs », "the app TikTok": what a company makes goes by the name of the company."""
    if named.kind is not FactKind.ORGANISATION or named.category not in ("company", "medium") or named.first == 0:
        return named
    if not scan.same_line(named.first - 1, named.first):
        return named
    noun = vocabulary.nouns(scan.page.language, backwards=True).at(scan.folded, named.first - 1)
    made = noun is not None and noun[1].text in words("names/grammar_words.txt", "made by makers")
    return (
        named._replace(kind=FactKind.PRODUCT, rule="product of maker", entry=None, category="product")
        if made
        else named
    )


def _of_bodies(scan: Scan) -> Iterator[Named]:
    for body in bodies(scan):
        if _is_work(scan, body.first, body.end):
            continue
        yield Named(body.first, body.end, FactKind.ORGANISATION, body.rule, body.category, body.gender)


def _is_work(scan: Scan, first: int, end: int) -> bool:
    """« auteur de “L'École des lenteurs” »: a title in quotation marks, with no noun for a body before them."""
    opening = first - 1
    if scan.same_line(opening, first) and scan.folded[opening] in ("l'", "la", "le", "les"):
        opening -= 1
    if (
        not scan.same_line(opening - 1, end)
        or scan.words[opening].text not in '«“"'
        or scan.words[end].text not in '»”"'
    ):
        return False
    return scan.folded[opening - 1] in ("de", "d'", "intitule", "intitulee", "livre", "roman", "film", "essai", "titre")


def _of_titles(scan: Scan) -> Iterator[Named]:
    for first, end, noun in titled(scan):
        yield Named(first, end, FactKind.ORGANISATION, "organisation titled", noun.category, noun.gender)


def _of_families(scan: Scan) -> Iterator[Named]:
    for span in versions(scan):
        first, end = scan.first_at(span.start), scan.first_at(span.end)
        if first < end and scan.words[end - 1].end == span.end:
            yield Named(first, end, FactKind.PRODUCT, FAMILY, "model")


def _of_sizes(scan: Scan) -> Iterator[Named]:
    """« Sequoia-8B »: a capital, a hyphen and the number of a model's parameters, whoever else has the name."""
    for place, word in enumerate(scan.words):
        if word.hyphen and _SIZE.match(word.text) and scan.words[place - 1].text[0].isupper():
            yield Named(place - 1, place + 1, FactKind.PRODUCT, "product version", "model")


def _of_instruments(scan: Scan) -> Iterator[Named]:
    if scan.page.language == "fr":
        for first, end, gender in laws(scan):
            if scan.same_line(first - 1, first) and scan.folded[first - 1] in _INDEFINITE:
                continue
            yield Named(first, end, FactKind.INSTRUMENT, "instrument subject", "law", gender)
    for found in instruments(scan):
        first, end = scan.first_at(found.span.start), scan.first_at(found.span.end)
        while first + 1 < end and scan.folded[first] in vocabulary.function_words() and scan.words[first].text != "IT":
            first += 1
        if scan.folded[end - 1] == "law" and _is_of_school(scan, first, end):
            continue
        if end == first + 1 and scan.words[first].text in _BARE_LAWS:
            continue
        if first < end and scan.words[end - 1].end == found.span.end and not _is_any(scan, first, found):
            yield Named(first, end, FactKind.INSTRUMENT, found.rule, found.category, found.gender)


def _is_of_school(scan: Scan, first: int, end: int) -> bool:
    """ "the Institute for Law", "the School of Law": a body whose matter is law."""
    heads = vocabulary.heads("en", "of")
    return any(heads.at(scan.folded, place) for place in range(first + 1, end))


def _is_any(scan: Scan, first: int, found: Instrument) -> bool:
    """« un code de la route », « une charte éthique »: a kind of thing, not the one that has the name."""
    indefinite = scan.same_line(first - 1, first) and scan.folded[first - 1] in _INDEFINITE
    return indefinite and found.category in ("code", "charter") and scan.words[first].text[0].islower()
