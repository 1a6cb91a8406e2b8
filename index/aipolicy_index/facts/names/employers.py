"""A body between a role and its person, all in capitals: « la journaliste du Monde Éléonore Castel »."""

from __future__ import annotations

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.lexicon import index
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

LONGEST_OWNER = 5
"""Words that a body between role and name may have, and one."""


def owner_end(scan: Scan, first: int, end: int) -> int | None:
    """Where the body ends that a stretch of capitals begins with, where a role stands before it, a person behind."""
    if scan.page.language != "fr" or end - first < 3 or not _is_of_role(scan, first - 1):
        return None
    size = _known_size(scan, first) or _unknown_size(scan, first, end)
    person = first + size
    if not size or end - person < 2 or scan.words[person].hyphen or scan.folded[person] in index():
        return None
    tails = vocabulary.heads("en", "last")
    return None if any(tails.at(scan.folded, place) for place in range(person, end)) else person


def _unknown_size(scan: Scan, first: int, end: int) -> int:
    """« l'ex-directeur de Kerlab Dorian Lafitte »: the words before the one first name in the stretch."""
    names = vocabulary.first_names()
    role = vocabulary.roles("fr", backwards=True).at(scan.folded, first)
    if scan.folded[first] in names or scan.words[first + 1].hyphen or (role and role[0] > 1):
        return 0
    for place in range(first + 1, end - 1):
        found = names.get(scan.folded[place])
        if found is not None:
            return 0 if found.common or scan.words[place].hyphen else place - first
    return 0


def is_owned(scan: Scan, first: int) -> bool:
    """Whether a body that a role governs stands right before the word: « le conseiller de la Maison Blanche X »."""
    if scan.page.language != "fr":
        return False
    return any(
        scan.same_line(first - size, first)
        and _known_size(scan, first - size) == size
        and _is_of_role(scan, first - size - 1)
        for size in range(1, LONGEST_OWNER)
    )


def _is_of_role(scan: Scan, place: int) -> bool:
    """« journaliste du », « conseiller de la »."""
    if not scan.same_line(place - 1, place + 1):
        return False
    if scan.folded[place] in ("la", "l'"):
        place -= 1
    roles = vocabulary.roles("fr", backwards=True)
    return scan.folded[place] in words("names/grammar_words.txt", "of fr") and (
        roles.at(scan.folded, place - 1) is not None
    )


def _known_size(scan: Scan, first: int) -> int:
    """How many words the body has: « Maison Blanche »; of a medium without its article, « (du) Monde »."""
    for alias in index().get(scan.folded[first]):
        if alias.entry.kind is FactKind.ORGANISATION and alias.words == scan.folded[first : first + len(alias.words)]:
            return len(alias.words)
    if scan.folded[first - 1] == "du" and any(
        alias.words == ("le", scan.folded[first]) and alias.entry.category == "medium" for alias in index().get("le")
    ):
        return 1
    return 0
