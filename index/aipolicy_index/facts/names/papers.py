"""Papers named behind « du » and « au », where their article is part of the name: « une enquête du Monde »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.entries import Entry
from aipolicy_index.facts.names.lexicon import index
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.verbs import says
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_CERTAIN = frozenset(("monde", "figaro", "parisien", "devoir"))
"""What papers alone are called when a capital follows « du »."""


def papers(scan: Scan, named: Sequence[Named]) -> Iterator[Named]:
    """The media of the lexicon whose name begins with « Le », behind « du » or « au »."""
    if scan.page.language != "fr":
        return
    taken = {place for one in named for place in range(one.first, one.end)}
    known = _without_article()
    for place in scan.places_of(known.keys()):
        if place not in taken and _is_named(scan, place):
            entry = known[scan.folded[place]]
            yield Named(place, place + 1, FactKind.ORGANISATION, "organisation paper", "medium", "m", entry)


def _is_named(scan: Scan, place: int) -> bool:
    word = scan.words[place]
    if not word.text[0].isupper() or word.initial or scan.flat[word.line] or not scan.same_line(place - 2, place):
        return False
    if scan.words[place - 1].text not in ("du", "au") or scan.folded[place - 2] in _no_papers():
        return False
    if word.folded not in _CERTAIN and not _is_press(scan, place):
        return False
    following = scan.words[place + 1] if scan.same_line(place, place + 1) else None
    goes_on = following is not None and (following.hyphen or following.folded in ("de", "d'"))
    return not goes_on and not (following and following.text[0].isupper() and not following.initial)


def _is_press(scan: Scan, place: int) -> bool:
    """« la journaliste du Soir », « a confié au Temps »."""
    press = words("names/grammar_words.txt", "press words")
    near = [here for here in range(place - 4, place - 1) if scan.same_line(here, place)]
    return any(scan.folded[here] in press or says(scan, here, within=1) for here in near)


def _no_papers() -> frozenset[str]:
    """« Coupe du Monde », « tour du Monde »."""
    return words("names/grammar_words.txt", "no papers")


@cache
def _without_article() -> dict[str, Entry]:
    """Folded name without its article -> the medium."""
    return {
        alias.words[1]: alias.entry
        for alias in index().get("le")
        if len(alias.words) == 2 and alias.entry.category == "medium"
    }
