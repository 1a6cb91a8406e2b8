"""Governments, armies and other powers, named with the adjective of their country: « gouvernement israélien »."""

from __future__ import annotations

from typing import NamedTuple

from aipolicy_index.facts.names import lexicon, vocabulary
from aipolicy_index.facts.names.nationalities import adjectives
from aipolicy_index.facts.names.noun_phrases import is_demonym, past_demonym
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

POWERS = {
    "gouvernement": "government",
    "armee": "army",
    "armees": "army",
    "executif": "government",
    "etat": "government",
    "parlement": "parliament",
    "diplomatie": "ministry",
    "presidence": "government",
    "gendarmerie": "police",
    "parquet": "court",
}
"""French nouns, folded, that the adjective of a country makes a name, with their category."""
ENGLISH_POWERS = {
    "government": "government",
    "administration": "government",
    "military": "army",
    "army": "army",
    "navy": "army",
    "parliament": "parliament",
    "council": "local",
}
"""The same in English, behind the adjective."""


class Body(NamedTuple):
    """A body's name: words `first` up to, not including, `end`."""

    first: int
    end: int
    category: str
    gender: str | None
    rule: str


def power_of(scan: Scan, position: int) -> Body | None:
    """« gouvernement israélien », « armée ukrainienne »."""
    form = scan.folded[position]
    if form not in POWERS or not scan.same_line(position, position + 1) or _ends_office(scan, position):
        return None
    continental = form in ("parlement", "armee", "etat", "police", "parquet") and scan.folded[position + 1].startswith(
        "europeen"
    )
    if form == "gouvernement" and _is_head_of_it(scan, position + 1):
        return Body(position, position + 2, POWERS[form], "m", "organisation power")
    if is_demonym(scan, position + 1) and not continental:
        return Body(
            position,
            past_demonym(scan, position + 1),
            POWERS[form],
            "m" if form in ("gouvernement", "executif") else "f",
            "organisation power",
        )
    return None


def _is_head_of_it(scan: Scan, place: int) -> bool:
    """« le gouvernement Barnier »: one capital word, no country."""
    word = scan.words[place]
    alone = not scan.same_line(place, place + 1) or not scan.words[place + 1].text[0].isupper()
    surname = word.kind == "word" and word.text[0].isupper() and word.text[1:].islower()
    known = (alias for alias in lexicon.index().get(word.folded) if len(alias.words) == 1)
    return (
        surname
        and alone
        and not is_demonym(scan, place)
        and all(alias.entry.kind is FactKind.PERSON for alias in known)
    )


def _ends_office(scan: Scan, position: int) -> bool:
    """« le conseiller d'État vaudois », « la secrétaire d'État française »: no state."""
    found = vocabulary.roles("fr", backwards=True).at(scan.folded, position)
    return found is not None and found[0] > 1


def english_power(scan: Scan, position: int) -> Body | None:
    """« Dutch government », "Israeli military", "the Trump administration"."""
    before = position - 1
    if not scan.same_line(before, position) or not scan.words[before].text[0].isupper():
        return None
    form = scan.folded[position]
    of_person = form == "administration" and scan.folded[before] in lexicon.index()
    known = of_person or scan.folded[before] in adjectives()
    if form == "council":
        known = not known and scan.folded[before] not in words("names/grammar_words.txt", "no places of councils")
    if not known:
        return None
    return Body(before, position + 1, ENGLISH_POWERS[form], None, "organisation power")
