"""The network X, whose name is one letter: believed only where the article makes plain that it speaks of networks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_FORMERLY = frozenset(("ex", "anciennement", "formerly", "rebaptise", "previously"))
_CALLED = frozenset(("social", "plateforme", "platform", "network", "reseau"))
_NETWORKS = frozenset(
    "Facebook Instagram TikTok YouTube Snap Reddit LinkedIn WhatsApp Twitter Telegram Bluesky Meta".split()
)
_POSTED = frozenset(
    "ecrit ecrivait poste postee publie publiee message messages compte tweet tweete reagi replique "
    "posted wrote post posts account tweeted".split()
)
OTHERS = 2
"""How many other networks the article must name."""


def network_x(scan: Scan, named: Sequence[Named]) -> Iterator[Named]:
    """The places where X stands for the network."""
    places = [place for place in scan.places_of({"x"}) if scan.words[place].text == "X" and _stands_alone(scan, place)]
    networks = {one.entry.name for one in named if one.entry} & _NETWORKS
    if len(networks) >= OTHERS or any(_is_told(scan, place) for place in places):
        for place in places:
            yield Named(place, place + 1, FactKind.ORGANISATION, "organisation network", "company")


def _stands_alone(scan: Scan, place: int) -> bool:
    """No initial, no number, no part of a hyphenated or longer name."""
    for other in (place - 1, place + 1):
        if scan.same_line(place, other):
            word = scan.words[other]
            if (
                word.text == "."
                and other > place
                and scan.same_line(place, other + 1)
                and word.start == scan.words[place].end
            ):
                following = scan.words[other + 1]
                return following.initial
            if word.kind == "word" and (word.text[0].isupper() or word.text[0].isdigit()) and not word.initial:
                return False
    after = scan.words[place + 1] if scan.same_line(place, place + 1) else None
    return not scan.words[place].hyphen and not (after and after.hyphen)


def _is_told(scan: Scan, place: int) -> bool:
    """« X (ex-Twitter) », « le réseau social X », "the platform X"."""
    before = place - 1
    if scan.same_line(before, place) and scan.folded[before] in _CALLED:
        return True
    if scan.same_line(before - 3, place) and scan.folded[before] in ("sur", "on") and _is_posted(scan, before):
        return True
    ahead = [scan.folded[other] for other in range(place + 1, place + 4) if scan.same_line(place, other)]
    return bool(_FORMERLY & set(ahead))


def _is_posted(scan: Scan, place: int) -> bool:
    """« a écrit Y sur X », « son compte sur X », "posted on X"."""
    return any(scan.folded[here] in _POSTED for here in range(place - 4, place) if scan.same_line(here, place))
