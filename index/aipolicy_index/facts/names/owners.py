"""Whose role it is where the role itself names no body: « son directeur », « le PDG du groupe »."""

from __future__ import annotations

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.role_phrases import Bodies, text_of
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.verbs import is_subject_of
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_BEFORE_BARE = frozenset("replace replaced replacing succeed succeeded by with as and for from told said".split())
"""Words behind which an English role needs no article: "to replace founder X"."""
_THEN = frozenset(("then", "former", "longtime", "current", "outgoing"))
_PRESIDING = frozenset(("president", "presidente", "greffier", "greffiere", "procureur", "procureure"))
_OF_THE_BAR = frozenset(("batonnier", "batonniere"))
ASIDE_FROM = 3
"""Words of a sentence behind « L'entreprise » from which a body is only spoken of beside it."""
ANY = "any"
"""What a noun means that may be said of every sort of body."""


def owner_of(scan: Scan, start: int, end: int, bodies: Bodies, *, apposed: bool = False) -> str | None:
    """The body whose role it seems to be: « son directeur », « le PDG du groupe », « le PDG » alone.

    `apposed`: the role alone stands behind a name, « dit X, porte-parole. »
    """
    place = start - 1
    if place < 0:
        return None
    while scan.same_line(place - 1, start) and scan.folded[place] in _THEN:
        place -= 1
    possessive = scan.same_line(place, start) and scan.words[place].kind == "possessive"
    if possessive and (called := body_noun(scan, place - 1)):
        return recent_body(scan, start, bodies, called) or _of_that_noun(scan, place - 1, bodies)
    for inner in range(start + 1, end):
        called = body_noun(scan, inner)
        if called and scan.folded[inner - 1] in words("names/role_words.txt", "links"):
            return recent_body(scan, start, bodies, called) or _of_that_noun(scan, inner, bodies)
    if possessive or scan.folded[place] in words("names/role_words.txt", "possessives"):
        presiding = scan.folded[start] in _PRESIDING
        return recent_body(scan, start, bodies, also="court" if presiding else None)
    if scan.folded[start] in _OF_THE_BAR:
        return None
    executive = is_executive(scan, start, end + 1)
    english = (
        scan.words[start].text[0].isupper() or scan.words[place].kind == "mark" or scan.folded[place] in _BEFORE_BARE
    )
    bare = apposed or (scan.page.language == "en" and english)
    if executive and (bare or scan.folded[place] in words("names/role_words.txt", "determiners")):
        return (
            _host(scan, start, bodies)
            or recent_body(scan, start, bodies, "company")
            or recent_body(scan, start, bodies)
        )
    return None


def is_executive(scan: Scan, start: int, end: int) -> bool:
    """Whether one of these words is a post of which a body has one."""
    return not words("names/role_words.txt", "executives").isdisjoint(scan.folded[start:end])


def _of_that_noun(scan: Scan, noun: int, bodies: Bodies) -> str | None:
    """ "the council's leader": the one body so far that has the noun in its name, « Powys council »."""
    form = scan.folded[noun]
    named = {
        text_of(scan, one.first, one.end)
        for one in bodies.before(noun)
        if form in (scan.folded[one.first], scan.folded[one.end - 1])
    }
    return named.pop() if len(named) == 1 else None


def _host(scan: Scan, place: int, bodies: Bodies) -> str | None:
    """« À Bercy, le sous-directeur X », « Chez Y, le PDG X »: the body with which the sentence opens."""
    sentence = scan.page.sentence_at(scan.words[place].start)
    first = scan.first_at(sentence.start) if sentence else place
    if scan.folded[first] not in ("a", "chez", "au", "at"):
        return None
    body = bodies.by_first.get(first + 1) or bodies.by_first.get(first + 2)
    return text_of(scan, body.first, body.end) if body and body.end < place else None


def recent_body(
    scan: Scan, place: int, bodies: Bodies, called: str | None = None, also: str | None = None
) -> str | None:
    """The body that the text speaks of before the place: of the last sentence that names one of this sort.

    There the last that is the subject of a verb wins, else the first. What is no owner by its sort, a court or a
    party, is one only of the sort `also`.
    """
    shut = words("names/role_words.txt", "never_owners")
    here = scan.page.sentence_at(scan.words[place].start)
    sentence, chosen, subject = None, None, None
    for one in bodies.before(place):
        if scan.words[place].line - scan.words[one.first].line > 1:
            break
        if ((one.category or "") in shut and one.category != also) or (called and not _is_sort(one.category, called)):
            continue
        where = scan.page.sentence_at(scan.words[one.first].start)
        if (where == here and _is_told(scan, one)) or _is_aside(scan, one):
            continue
        if sentence is not None and where != sentence:
            break
        sentence, chosen = where, one
        subject = subject or (one if is_subject_of(scan, one.end) else None)
    chosen = subject or chosen
    return text_of(scan, chosen.first, chosen.end) if chosen else None


def _is_sort(category: str | None, called: str | None) -> bool:
    """Whether a body of this category may be called so: an NGO « association », a lab « entreprise »."""
    if called == ANY:
        return True
    if category == called:
        return True
    sections = (words("names/role_words.txt", f"sort {sort}") for sort in ("company", "ngo", "regulator", "medium"))
    return any((category or "company") in section and (called or "company") in section for section in sections)


def _is_aside(scan: Scan, body: Named) -> bool:
    """« L'entreprise est en concurrence avec Y », "It competes with Y": of whom the sentence speaks stood before it."""
    first = scan.sentence_of(body.first, body.end).start
    if body.first - first < ASIDE_FROM or not scan.same_line(first, body.first):
        return False
    pronoun = scan.folded[first] == "it"
    if pronoun:
        end = first + 1
    elif scan.folded[first] in ("l'", "le", "la", "the") and body_noun(scan, first + 1):
        noun = vocabulary.nouns(scan.page.language, backwards=False).at(scan.folded, first + 1)
        end = first + 1 + (noun[0] if noun else 1)
    else:
        return False
    before = body.first - 1 - (scan.folded[body.first - 1] in words("names/grammar_words.txt", "articles"))
    governed = scan.folded[before] in words("names/grammar_words.txt", "prepositions")
    return governed and (pronoun or is_subject_of(scan, end)) and before > end


def _is_told(scan: Scan, body: Named) -> bool:
    """Whether the body is spoken to: « a-t-il assuré à l'AFP »."""
    before = body.first - 1
    if scan.same_line(before, body.first) and scan.folded[before] in words("names/grammar_words.txt", "articles"):
        before -= 1
    return scan.same_line(before, body.first) and scan.words[before].text in ("à", "au", "to")


def body_noun(scan: Scan, place: int) -> str | None:
    """The sort of body that a noun at the place means: « l'entreprise », « l'ONG »; "group" may mean any."""
    noun = vocabulary.nouns(scan.page.language, backwards=False).at(scan.folded, place)
    if noun is None or noun[1].kind is not FactKind.ORGANISATION:
        return None
    return ANY if scan.folded[place] in ("group", "organization", "organisation", "body") else noun[1].category
