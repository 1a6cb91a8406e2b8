"""Bodies of people that no rule of names knows, where the role or a bracket leaves no doubt: « PDG de Kalvia »."""

from __future__ import annotations

import re

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.lexicon import index
from aipolicy_index.facts.names.role_phrases import Bodies, Position, text_of
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.verbs import says
from aipolicy_index.facts.names.words import Scan, folded, split
from aipolicy_index.model import FactKind

_OTHERS = (FactKind.PLACE, FactKind.PERSON, FactKind.INSTRUMENT)
NEAR = 7
"""Words between a party in brackets and its person."""
LONGEST = 5
"""Words that a group in brackets may have, the brackets included."""
_SEAT = re.compile(r"(?P<body>Commission|Council|Parliament|Treasury|Senate|House|Pentagon|Kremlin) (?P<role>[A-Z].+)")
"""“Commission Vice President”: an institution that goes by one word, before an office with a capital."""
_TAIL = re.compile(
    r"(?P<role>.+?),?\s+(?P<link>de\s|d['’]|chez\s|of\s|at\s|for\s|with\s(?:the\s)?)"
    r"(?P<body>[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,2})(?:\s(?:et|and)\s.+)?"
)


def of_role(position: Position) -> Position:
    """The role with the body that it names cut off as its organisation; the position as it is where there is none."""
    if position.role and (seat := _SEAT.fullmatch(position.role)):
        return Position(seat["role"], seat["body"], position.gender)
    if position.role is None or position.organisation is not None:
        return position
    found = _TAIL.fullmatch(position.role)
    if found is None or not _is_unlisted(found["body"]):
        return position
    working = found["link"].startswith(("at", "with", "chez")) and " " in found["body"].strip()
    if not working and not _leads(found["role"]):
        return position
    return Position(found["role"], found["body"], position.gender)


def _leads(role: str) -> bool:
    """Whether the role is one that companies and associations have, no office of a town or state."""
    parts = [folded(part) for part in split(role)]
    executives = words("names/role_words.txt", "executives", "staff")
    public = words("names/role_words.txt", "local roles", "public posts")
    return not executives.isdisjoint(parts) and public.isdisjoint(parts)


def _is_unlisted(body: str) -> bool:
    first = folded(split(body)[0])
    forms = tuple(folded(part) for part in split(body))
    known = any(alias.words == forms and alias.entry.kind in _OTHERS for alias in index().get(first))
    return not known and first not in vocabulary.common_words() and first not in vocabulary.first_names()


def bracketed(scan: Scan, mention: Named, bodies: Bodies) -> str | None:
    """« le sénateur (LR) X », « X, la maire (PS) de Y », « la sénatrice X (Union centriste) »: the party or group."""
    sentence = scan.sentence_of(mention.first, mention.end)
    for one in bodies.inside(sentence):
        if one.category == "party" and _is_of_role_in_brackets(scan, one):
            ahead = one.end < mention.first and _only_seat(scan, one.end + 1, mention.first)
            behind = mention.end < one.first and one.first - mention.end < NEAR and _only_role(scan, mention.end, one)
            if ahead or behind:
                return text_of(scan, one.first, one.end)
    return _group(scan, mention, bodies)


def _is_of_role_in_brackets(scan: Scan, body: Named) -> bool:
    if not scan.same_line(body.first - 2, body.end) or scan.words[body.first - 1].text != "(":
        return False
    roles = vocabulary.roles(scan.page.language, backwards=True)
    return scan.words[body.end].text == ")" and roles.at(scan.folded, body.first - 2) is not None


def _only_seat(scan: Scan, first: int, end: int) -> bool:
    """Whether only « de Cholet, » stands between the bracket and the name."""
    if end - first >= NEAR or any(scan.words[place].text == "," for place in range(first, end - 1)):
        return False
    return all(
        scan.folded[place] in words("names/role_words.txt", "links")
        or scan.folded[place] in vocabulary.civilities()
        or scan.words[place].text in (".", "'", ",")
        or scan.words[place].text[0].isupper()
        or scan.words[place].hyphen
        for place in range(first, end)
    )


def _only_role(scan: Scan, first: int, body: Named) -> bool:
    """Whether only « , la maire » stands between the name and the bracket."""
    roles = vocabulary.roles(scan.page.language, backwards=True)
    size = roles.at(scan.folded, body.first - 2)
    start = body.first - 1 - (size[0] if size else 0)
    fitting = words("names/role_words.txt", "determiners", "before")
    return scan.words[first].text == "," and all(scan.folded[place] in fitting for place in range(first + 1, start))


def _group(scan: Scan, mention: Named, bodies: Bodies) -> str | None:
    """The bracket right behind an elected person, or behind a full name that speaks, where it names no place."""
    first = mention.end + 1
    if not scan.same_line(mention.first - 1, first + 1) or scan.words[mention.end].text != "(":
        return None
    speaks = mention.end > mention.first + 1 and says(scan, mention.first - 1, within=1)
    if not speaks and scan.folded[mention.first - 1] not in words("names/role_words.txt", "elected"):
        return None
    near = (here for here in range(first, first + LONGEST) if scan.same_line(first, here))
    end = next((here for here in near if scan.words[here].text == ")"), None)
    if end is None or end == first or end in bodies.places_by_end or not scan.words[first].text[0].isupper():
        return None
    plain = all(scan.words[here].kind in ("word", "elision") for here in range(first, end))
    return text_of(scan, first, end) if plain and scan.same_line(first, end) else None


def led(scan: Scan, mention: Named, bodies: Bodies) -> str | None:
    """« X, qui gère la communication de Kalvia », "X, who leads policy at Hartline": capitals that nothing else is."""
    verb = mention.end + 2
    if not scan.same_line(mention.first, verb + 2) or scan.folded[verb - 1] not in ("qui", "who"):
        return None
    if scan.folded[verb] not in words("names/role_words.txt", "heads"):
        return None
    for here in range(verb + 1, verb + NEAR):
        if not scan.same_line(verb, here + 1) or scan.words[here].kind == "mark":
            return None
        if scan.words[here + 1].text[0].isupper():
            tied = scan.folded[here] in ("chez", "at", "de", "d'", "for")
            return _capitals(scan, here + 1, bodies) if tied and here > verb + 1 else None
    return None


def _capitals(scan: Scan, first: int, bodies: Bodies) -> str | None:
    end = first
    while scan.same_line(first, end) and scan.words[end].kind == "word" and scan.words[end].text[0].isupper():
        end += 1
    known = bodies.is_place(first, end)
    name = text_of(scan, first, end)
    return name if not known and end - first < LONGEST and _is_unlisted(name) else None
