"""Products and bodies whose name stands in quotation marks: « un dispositif baptisé "visa malin" »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.verbs import is_finite
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_OPENING, _CLOSING = frozenset('«"“‘'), frozenset("»\"”’'")
_CALLED = frozenset(
    "baptise baptisee dubbed called named nomme nommee appele appelee surnomme surnommee denomme".split()
)
_JOINING = frozenset(("ngo", "party", "trade_union"))
"""Sorts of bodies whose names papers set in quotation marks."""
LONGEST = 4
"""Words that such a name may have."""
ANTECEDENT = 6
"""Words back from « baptisé » within which the noun must stand that says what is named."""


def quoted_bodies(scan: Scan) -> Iterator[Named]:
    """« le collectif "Voix libres" »: the name in quotation marks right behind the noun of a body."""
    nouns = vocabulary.nouns(scan.page.language, backwards=True)
    for opening in scan.places_of(_OPENING):
        first = opening + 1
        if not scan.same_line(opening - 1, first) or not scan.words[first].text[0].isupper():
            continue
        found = nouns.at(scan.folded, opening - 1)
        end = _closing(scan, first) if found and found[1].category in _JOINING else None
        if found and end and scan.words[end - 1].text not in (".", ",", "!", "?"):
            yield Named(first, end, FactKind.ORGANISATION, "organisation quoted", found[1].category, found[1].gender)


def quoted_products(scan: Scan, named: Sequence[Named]) -> Iterator[Named]:
    """The names in quotation marks behind « baptisé », where a noun for a product stands before it."""
    taken = {place for one in named for place in range(one.first, one.end)}
    for place in scan.places_of(_CALLED):
        if not scan.same_line(place, place + 3):
            continue
        first = place + 2
        end = _closing(scan, first) if scan.words[place + 1].text in _OPENING else None
        if end and _is_product(scan, place) and taken.isdisjoint(range(first, end)):
            yield Named(first, end, FactKind.PRODUCT, "product quoted", "product")


def _closing(scan: Scan, first: int) -> int | None:
    for end in range(first + 1, first + LONGEST + 1):
        if not scan.same_line(first, end) or is_finite(scan, end - 1):
            return None
        if scan.words[end].text in _CLOSING:
            return end
    return None


def _is_product(scan: Scan, place: int) -> bool:
    nouns = vocabulary.nouns(scan.page.language, backwards=True)
    for here in range(place - 1, place - ANTECEDENT, -1):
        if scan.same_line(here, place) and (found := nouns.at(scan.folded, here)):
            return found[1].kind is FactKind.PRODUCT
    return False
