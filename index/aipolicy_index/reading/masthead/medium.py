"""The medium of an article, by the weight of all that its page says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aipolicy_index.model import Provenance, Span, ZoneKind
from aipolicy_index.reading.masthead import outlets
from aipolicy_index.reading.masthead.claims import Claim, Sign, Strength, agreed_claim, is_agency, may_be_medium
from aipolicy_index.reading.masthead.evidence import addresses_of, claims_of_lines
from aipolicy_index.reading.masthead.nameplates import nameplate
from aipolicy_index.reading.masthead.search import HEAD, Search

_OPENING = 600
"""Characters in which a dateline names its agency."""


def find_outlet(search: Search) -> None:
    """Set the medium that the claims agree on, unless the file states it."""
    title = next((place for place, kind in search.kinds.items() if kind is ZoneKind.TITLE), None)
    plates = list(_plates(search, title))
    for claim in plates:
        search.kinds.setdefault(claim.place, ZoneKind.FURNITURE)
    claims = [*search.claims, *plates, *_others(search, title)]
    agreed = agreed_claim((*claims, *claims_of_lines(search, title)), addresses_of(search))
    if agreed is not None:
        provenance = Provenance.DATELINE if agreed.sign is Sign.DATELINE else Provenance.TEXT
        search.set("outlet", _short_for(search, agreed.name), provenance)


def _plates(search: Search, title: int | None) -> Iterator[Claim]:
    """The name on a line above the headline or beside the day."""
    dates = [place for place, kind in search.kinds.items() if kind is ZoneKind.PUBLICATION]
    plate = nameplate(search.units, title or 0, dates, search.text, search.language)
    above = plate or outlets.named_above(search.units, title, search.text)
    if above is not None and may_be_medium(above[1]):
        yield Claim(above[1], Strength.SURE, Sign.PLATE, above[0])


def _others(search: Search, title: int | None) -> Iterator[Claim]:
    """What the lines below the headline, the foot and the sentences say, the surest first."""
    units = search.units
    dates = [place for place, kind in search.kinds.items() if kind is ZoneKind.PUBLICATION]
    metas = {place for place, kind in search.kinds.items() if kind in (ZoneKind.BYLINE, ZoneKind.PUBLICATION)}
    foot = outlets.stated_in_foot([units[place] for place in search.foot])
    below = outlets.named_below(units[: search.head.stop], title, metas) if title is not None else None
    found = [
        (below, Sign.BESIDE),
        (outlets.published_by(units, dates), Sign.STATED),
        *((outlets.shortened_name(name, search.text), Sign.STATED) for name in foot),
        (outlets.interviewer(units[: HEAD * 2]), Sign.VOICE),
        (outlets.agency_of(search.text, search.opening), Sign.DATELINE),
        (outlets.named_by_itself(search.text), Sign.VOICE),
        (outlets.credited_photo(units[: search.head.stop]), Sign.BESIDE),
    ]
    yield from (Claim(name, Strength.SURE, sign) for name, sign in found if name and may_be_medium(name))


def _short_for(search: Search, name: str) -> str:
    """« (AFP) » in the dateline, « Agence France-Presse » in the foot: an agency goes by what its datelines say."""
    agency = outlets.agency_of(search.text, search.opening or Span(0, min(_OPENING, len(search.text))))
    letters = "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
    begins_so = agency == name.split()[0] and is_agency(agency)
    return agency if agency and (agency == letters or begins_so) else name
