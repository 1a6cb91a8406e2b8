"""The towns inside the names of local bodies: « police de Charleroi » also tells where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.lexicon import Match
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind


def seats(scan: Scan, named: Sequence[Named], matches: Sequence[Match]) -> Iterator[Named]:
    """The known places inside the names of police forces and town halls; courts say where they sit, not where it is."""
    for one in named:
        if one.kind is not FactKind.ORGANISATION or one.entry is not None:
            continue
        if one.category == "police" or scan.folded[one.first] in ("mairie", "prefecture"):
            for match in matches:
                entry = match.alias.entry
                if one.first < match.first and match.end <= one.end and entry.kind is FactKind.PLACE:
                    yield Named(match.first, match.end, FactKind.PLACE, "place of body", entry.category, None, entry)
