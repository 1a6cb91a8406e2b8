"""What a person is and for whom, as the words around the name say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.clues import is_finite, role_before
from aipolicy_index.facts.names.lexicon import adjectives
from aipolicy_index.facts.names.people import Person
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_DETERMINERS = frozenset(
    "un une le la l' les des son sa ses leur leurs notre cette ce the a an its his her their".split()
)
_POSSESSIVES = frozenset("son sa ses leur leurs its their".split())
_TO_ORGANISATION = frozenset(
    "de d' du des chez a au aux pour of at for with from l' la le les the dans en in et and".split()
)
_ENDS = frozenset(
    "depuis jusque jusqu lors pendant durant dont qui que qu' ou where who which whose that since until during when quand lorsque apres avant selon car mais but".split()
)
_HEADED = {"fr": ("dirige", "dirigee", "preside", "presidee", "fonde", "fondee", "cofonde", "cofondee", "pilote", "pilotee", "cree", "creee"),
           "en": ("led", "headed", "founded", "chaired", "run", "founded")}  # fmt: skip
_HEADS = frozenset("dirige preside pilote fonde cofonde heads leads runs chairs founded cofounded directs".split())
_EXECUTIVE = frozenset("pdg dg ceo cto coo cfo president presidente directeur directrice fondateur fondatrice cofondateur cofondatrice patron patronne "
                       "porte president dirigeant dirigeante chief chair chairman chairwoman executive founder cofounder spokesman spokeswoman spokesperson".split())  # fmt: skip
LONGEST = 22
"""Words that a role with its organisation may have."""


@dataclass(frozen=True, slots=True)
class Position:
    """What a person is: role and organisation as written, gender of the role."""

    role: str | None = None
    organisation: str | None = None
    gender: str | None = None


class Bodies(NamedTuple):
    """The organisations of the article, by their first and by their last word."""

    by_first: dict[int, Named]
    by_end: dict[int, Named]
    ordered: Sequence[Named]


def bodies_of(named: Iterable[Named]) -> Bodies:
    """The organisations among the mentions."""
    found = [one for one in named if one.kind is FactKind.ORGANISATION]
    return Bodies({one.first: one for one in found}, {one.end: one for one in found}, found)


def position_of(scan: Scan, person: Person, bodies: Bodies) -> Position:
    """The best that any mention says of the person: a role with its organisation, else either."""
    best = Position()
    for mention in person.mentions:
        found = _at(scan, mention, bodies)
        best = Position(best.role or found.role, best.organisation or found.organisation, best.gender or found.gender)
        if best.role and best.organisation:
            break
    return best


def _at(scan: Scan, mention: Named, bodies: Bodies) -> Position:
    after = _after(scan, mention, bodies)
    before = _before(scan, mention, bodies)
    if after.role:
        return Position(after.role, after.organisation or before.organisation, after.gender or before.gender)
    return Position(before.role, before.organisation or after.organisation, before.gender)


# Behind the name.


def _after(scan: Scan, mention: Named, bodies: Bodies) -> Position:
    place = mention.end
    if not scan.same_line(mention.first, place + 1):
        return Position()
    opening = scan.words[place].text
    if opening == "(" and (body := bodies.by_first.get(place + 1)):
        return Position(None, _text(scan, body.first, body.end))
    if opening not in (",", "(", "–", "—", "-"):
        return _plainly_of(scan, place, bodies)
    place = _past_age(scan, place + 1)
    if scan.folded[place] in ("qui", "who"):
        return _relative(scan, place + 1, bodies)
    start = _role_start(scan, place)
    if start is None:
        return _plainly_of(scan, place, bodies)
    return _parsed(scan, start, bodies)


def _past_age(scan: Scan, place: int) -> int:
    """Behind « 43 ans, », "43, "."""
    if scan.folded[place].isdigit() and scan.same_line(place, place + 2):
        place += 2 if scan.folded[place + 1] == "ans" else 1
        if scan.same_line(place - 1, place + 1) and scan.words[place].text in (",", ")"):
            place += 1
    return place


def _plainly_of(scan: Scan, place: int, bodies: Bodies) -> Position:
    """« X, de l'Université Laval », « X (chez Y) », "X of Y"."""
    if scan.folded[place] in ("de", "d'", "du", "chez", "of", "from", "with", "at"):
        for body_place in (place + 1, place + 2):
            if body := bodies.by_first.get(body_place):
                return Position(None, _text(scan, body.first, body.end))
            if not scan.same_line(place, body_place) or scan.folded[body_place] not in _DETERMINERS:
                break
    elif (body := bodies.by_first.get(place)) and scan.words[place - 1].text in (",", "("):
        if scan.same_line(place, body.end) and scan.words[body.end].text in (")",):
            return Position(None, _text(scan, body.first, body.end))
    return Position()


def _relative(scan: Scan, place: int, bodies: Bodies) -> Position:
    if scan.same_line(place - 1, place) and scan.folded[place] in _HEADS:
        for ahead in range(place + 1, place + 5):
            if body := bodies.by_first.get(ahead):
                return Position(None, _text(scan, body.first, body.end))
    return Position()


def _role_start(scan: Scan, place: int) -> int | None:
    """Where a role begins at the place or within the next three words, determiner and adjectives before it."""
    roles = vocabulary.roles(scan.page.language, backwards=False)
    start: int | None = None
    for step in range(5):
        if not scan.same_line(place, place + step) or scan.words[place + step].kind == "mark":
            return None
        if scan.folded[place + step] in _DETERMINERS and start is None:
            continue
        start = place + step if start is None else start
        if roles.at(scan.folded, place + step):
            return start
        if (
            scan.words[place + step].text[0].isupper()
            and scan.page.language == "fr"
            and scan.folded[place + step] not in roles_capitals()
        ):
            return None
    return None


def roles_capitals() -> frozenset[str]:
    """Folded words that may stand with a capital inside a role."""
    return vocabulary.common_words()


# Before the name.


def _before(scan: Scan, mention: Named, bodies: Bodies) -> Position:
    place = mention.first - 1
    if not scan.same_line(place, mention.first):
        return Position()
    if place > 0 and scan.words[place].text == "." and scan.folded[place - 1] in vocabulary.civilities():
        place -= 2
    elif scan.folded[place] in vocabulary.civilities() and len(scan.folded[place]) <= 4:
        place -= 1
    if place < 0:
        return Position()
    found = role_before(scan, place + 1)
    if found is None:
        return _with_body_before(scan, place, bodies) or _headed(scan, place, bodies)
    start = _leftmost(scan, found[0])
    end = place + 1 if scan.words[place].text != "," else place
    position = _parsed(scan, start, bodies, end)
    organisation = position.organisation or _owner(scan, start, bodies, position)
    return Position(position.role, organisation, found[1] or position.gender)


def _leftmost(scan: Scan, start: int) -> int:
    """Over what belongs to the role on its left: « ancien », « vice- », and in English the words before the noun."""
    while scan.same_line(start - 1, start):
        word = scan.words[start - 1]
        joined = scan.words[start].hyphen
        if (
            joined
            or word.folded
            in (
                "ancien",
                "ancienne",
                "ex",
                "former",
                "deputy",
                "acting",
                "senior",
                "interim",
                "premier",
                "premiere",
            )
            or (
                scan.page.language == "en"
                and word.kind == "word"
                and (
                    (
                        word.text[0].islower()
                        and word.folded not in vocabulary.function_words()
                        and not is_finite(scan, start - 1)
                    )
                    or word.folded in adjectives()
                )
            )
        ):
            start -= 1
        else:
            break
    return start


def _owner(scan: Scan, start: int, bodies: Bodies, position: Position) -> str | None:
    """« OpenAI's chief executive », "OpenAI CEO", « son directeur », and « le PDG » after the company was named."""
    place = start - 1
    if scan.same_line(place, start):
        if scan.words[place].kind == "possessive":
            place -= 1
        if body := bodies.by_end.get(place + 1):
            return _text(scan, body.first, body.end)
    possessive = scan.folded[start - 1] in _POSSESSIVES if start else False
    executive = scan.folded[start] in _EXECUTIVE
    if possessive or executive:
        recent = [one for one in bodies.ordered if one.first < start and _may_own(one, possessive=possessive)]
        if recent and scan.words[start].line - scan.words[recent[-1].first].line <= 1:
            body = recent[-1]
            return _text(scan, body.first, body.end)
    return None


def _may_own(body: Named, *, possessive: bool) -> bool:
    return body.category not in ("medium", "court", "parliament", "government", "union")


def _with_body_before(scan: Scan, place: int, bodies: Bodies) -> Position | None:
    """« le député de Québec solidaire Ludovic April », « la directrice de X, Anne Y »."""
    end = place + 1 if scan.words[place].text != "," else place
    body = bodies.by_end.get(end)
    if body is None:
        return None
    before = body.first
    while scan.same_line(before - 1, body.first) and scan.folded[before - 1] in _TO_ORGANISATION:
        before -= 1
    if before == body.first or before == 0:
        return None
    found = vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, before - 1)
    if not found:
        return None
    start = _leftmost(scan, before - found[0])
    return Position(_text(scan, start, before), _text(scan, body.first, body.end), found[1])


def _headed(scan: Scan, place: int, bodies: Bodies) -> Position:
    """« Meta, dirigé par X »."""
    if (
        scan.folded[place] in ("par", "by")
        and scan.same_line(place - 1, place)
        and scan.folded[place - 1] in _HEADED[scan.page.language]
    ):
        recent = [one for one in bodies.ordered if one.end < place and scan.same_line(one.first, place)]
        if recent and place - recent[-1].end < 14:
            return Position(None, _text(scan, recent[-1].first, recent[-1].end))
    return Position()


# The role itself.


def _parsed(scan: Scan, start: int, bodies: Bodies, limit: int | None = None) -> Position:
    """The role that begins at `start`, cut before the organisation that it names."""
    end = _phrase_end(scan, start, limit)
    found = vocabulary.roles(scan.page.language, backwards=False).at(scan.folded, start)
    gender = found[1] if found else None
    for place in range(start + 1, end):
        body = bodies.by_first.get(place)
        if body and body.end <= end + (limit is None) * 12:
            cut = _before_organisation(scan, start, place)
            if cut > start:
                return Position(_text(scan, start, cut), _text(scan, body.first, body.end), gender)
    while end > start and (scan.folded[end - 1] in _TO_ORGANISATION or scan.words[end - 1].kind == "mark"):
        end -= 1
    return Position(_text(scan, start, end) if end > start else None, None, gender)


def _phrase_end(scan: Scan, start: int, limit: int | None) -> int:
    end = start + 1
    while end - start < LONGEST and scan.same_line(start, end) and (limit is None or end < limit):
        word = scan.words[end]
        if (word.kind == "mark" and word.text not in ("&", "'")) or word.folded in _ENDS:
            break
        if limit is None and _is_verb(scan, end):
            break
        end += 1
    return end


def _is_verb(scan: Scan, place: int) -> bool:
    before = scan.folded[place - 1]
    if (
        before in _TO_ORGANISATION
        or before in _DETERMINERS
        or scan.words[place].hyphen
        or not scan.words[place].text[0].islower()
    ):
        return False
    return (scan.folded[place] in ("a", "ont", "est", "has", "is", "was") and scan.words[place].text != "à") or (
        scan.words[place].kind == "word" and scan.folded[place] not in vocabulary.function_words() and is_finite(scan, place)
        and not vocabulary.roles(scan.page.language, backwards=False).at(scan.folded, place)
    )  # fmt: skip


def _before_organisation(scan: Scan, start: int, place: int) -> int:
    """Where the role ends before the organisation at `place`: its prepositions and « de l'entreprise » left out."""
    cut = place
    while cut > start + 1 and scan.folded[cut - 1] in _TO_ORGANISATION:
        cut -= 1
    nouns = vocabulary.nouns(scan.page.language, backwards=False)
    for inner in range(start + 1, cut):
        if (
            scan.folded[inner - 1] in _TO_ORGANISATION
            and (found := nouns.at(scan.folded, inner))
            and found[1].kind is FactKind.ORGANISATION
        ):
            cut = inner
            break
    while cut > start + 1 and scan.folded[cut - 1] in _TO_ORGANISATION:
        cut -= 1
    return cut


def _text(scan: Scan, first: int, end: int) -> str:
    span = scan.span(first, end)
    return scan.page.text[span.start : span.end]
