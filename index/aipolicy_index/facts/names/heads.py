"""Bodies that a common noun names: « ministère israélien de la Défense », « tribunal de Lille »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from aipolicy_index.facts.names import lexicon, vocabulary
from aipolicy_index.facts.names.nationalities import adjectives
from aipolicy_index.facts.names.noun_phrases import (
    is_noun,
    matters,
    past_adjectives,
    past_noun,
)
from aipolicy_index.facts.names.powers import ENGLISH_POWERS, POWERS, Body, english_power, power_of
from aipolicy_index.facts.names.runs import is_capital
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.verbs import is_subject_of
from aipolicy_index.facts.names.vocabulary import Head
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_OF = frozenset(("de", "d'", "du", "des"))
_ANY = frozenset(("ce", "cet", "un", "d'", "chaque", "aucun"))
_AGAINST = frozenset(("pour", "contre"))
_FOR = frozenset(("pour", "a", "au", "aux"))
_ARTICLES = frozenset(("la", "l'", "les", "le"))
LONGEST = 16
"""Words that a body's name may have."""


def bodies(scan: Scan) -> Iterator[Body]:
    """The bodies that common nouns name, from the left, without overlaps; in English only powers."""
    openers, homes = _openers(scan.page.language), words("names/grammar_words.txt", "homes")
    position = 0
    for place in scan.places_of(openers | homes):
        body = _of_home(scan, place) if scan.folded[place] in homes else None
        if body is None or body.first < position:
            body = _at(scan, place) if place >= position and scan.folded[place] in openers else None
        if body:
            yield body
            position = body.end


@cache
def _openers(language: str) -> frozenset[str]:
    """The first words of heads, and the powers."""
    if language == "en":
        return frozenset(POWERS) | frozenset(ENGLISH_POWERS)
    return frozenset(POWERS) | vocabulary.heads("fr", "lower", "upper", "group").keys


def _of_home(scan: Scan, last: int) -> Body | None:
    """« Retraite Québec », "Healthwatch England": a noun with a capital before a country is a body of that country."""
    first, word = last - 1, scan.words[last]
    if not scan.same_line(first, last) or scan.flat[word.line] or word.hyphen or not is_capital(word):
        return None
    noun, form = scan.words[first], scan.folded[first]
    if not is_capital(noun) or noun.text.isupper() or noun.kind != "word" or noun.hyphen or len(form) < 4:
        return None
    around = [place for place in (first - 1, last + 1) if scan.same_line(place, first)]
    if any(is_capital(scan.words[place]) and not noun.initial for place in around if place < first):
        return None
    if scan.same_line(last, last + 1) and (is_capital(scan.words[last + 1]) or scan.words[last + 1].hyphen):
        return None
    known = form in adjectives() or form in vocabulary.function_words() or form in vocabulary.first_names()
    if known or form in words("names/grammar_words.txt", "no heads of homes") or lexicon.index().get(form):
        return None
    if noun.initial and not is_subject_of(scan, last + 1):
        return None
    return Body(first, last + 1, "agency", None, "organisation of country")


def _at(scan: Scan, position: int) -> Body | None:
    word = scan.words[position]
    if word.kind != "word":
        return None
    capital = word.text[0].isupper()
    if scan.page.language == "en" and scan.folded[position] in ENGLISH_POWERS:
        return english_power(scan, position)
    power = power_of(scan, position) if not (capital and word.initial) else None
    if power or scan.page.language == "en":
        return power
    found = vocabulary.heads("fr", "lower").at(scan.folded, position)
    if found and (body := _named_in_lower_case(scan, position, *found)):
        return body
    joining = vocabulary.heads("fr", "group").at(scan.folded, position)
    if joining and (body := _named_by_members(scan, position, *joining)):
        return body
    if capital and not scan.flat[word.line] and (found := vocabulary.heads("fr", "upper").at(scan.folded, position)):
        return _named_in_capitals(scan, position, *found)
    return None


def _named_in_lower_case(scan: Scan, position: int, size: int, head: Head) -> Body | None:
    """A complement with a capital makes the noun a name; « le tribunal » alone is none."""
    end = past_adjectives(scan, position + size)
    capital = _capitals_from(scan, end)
    if capital > end and not _is_person(scan, end, capital):
        if head.category == "committee":
            return _body(scan, position, capital, head, "organisation head") if _is_matter(scan, end, capital) else None
        if head.category in ("university", "court", "local", "police"):
            return _body(scan, position, _past_places(scan, capital), head, "organisation head")
        return None
    place = _past_preposition(scan, end)
    if place is None:
        return None
    if head.category in ("ministry", "committee"):
        last = _past_matters(scan, place)
        return _body(scan, position, last, head, "organisation head") if last > place else None
    last = _capitals_from(scan, place)
    if last == place or _is_person(scan, place, last):
        return None
    return _body(scan, position, _past_places(scan, last), head, "organisation head")


def _named_by_members(scan: Scan, position: int, size: int, head: Head) -> Body | None:
    """« comité des pêches du Finistère », « syndicat des pilotes de Bretagne »: whom it joins, and where."""
    place = _past_preposition(scan, past_adjectives(scan, position + size))
    if place is None or scan.words[place].kind != "word" or not scan.words[place].text.islower():
        return None
    where = _past_preposition(scan, past_adjectives(scan, place + 1))
    if where is None or not is_noun(scan, place, after_article=True):
        return None
    last = _capitals_from(scan, where)
    return _body(scan, position, last, head, "organisation head") if _is_place(scan, where, last) else None


def _is_place(scan: Scan, first: int, end: int) -> bool:
    """Whether the lexicon knows the words as a place."""
    known = lexicon.index().get(scan.folded[first]) if end > first else ()
    return any(one.entry.kind is FactKind.PLACE and one.words == scan.folded[first:end] for one in known)


def _is_matter(scan: Scan, first: int, end: int) -> bool:
    """« commission Mobilité », « commission Justice »: what committees are of, no name."""
    return end == first + 1 and (scan.folded[first] in matters() or scan.folded[first] in vocabulary.common_words())


def _body(scan: Scan, first: int, end: int, head: Head, rule: str) -> Body:
    return Body(first, end, head.category, head.gender, rule)


def _past_preposition(scan: Scan, position: int, allowed: frozenset[str] = _OF) -> int | None:
    """Where the complement begins behind « de », « de la », « des »; None when there is none."""
    if not scan.same_line(position - 1, position + 1) or scan.folded[position] not in allowed:
        return None
    if scan.words[position].text in ("a", "A"):
        return None
    position += 1
    if scan.folded[position] in _ARTICLES and scan.words[position].text[0].islower():
        position += 1
    return position if scan.same_line(position - 1, position) else None


def _capitals_from(scan: Scan, position: int) -> int:
    """Where the capitals that begin here end; the position itself when there are none."""
    end = position
    while scan.same_line(position - 1, end) and (
        (is_capital(scan.words[end]) and not scan.words[end].initial)
        or (scan.words[end].hyphen and end > position)
        or (
            end > position
            and scan.words[end].kind == "elision"
            and scan.same_line(end, end + 1)
            and scan.words[end].hyphen
            and is_capital(scan.words[end + 1])
        )
    ):
        end += 1
    return end


def _is_person(scan: Scan, first: int, end: int) -> bool:
    first_name = vocabulary.first_names().get(scan.folded[first])
    if end - first < 2 or first_name is None or first_name.common:
        return False
    if scan.words[first + 1].hyphen:
        return (
            end - first > 2 and scan.folded[first + 1] in vocabulary.first_names() and not scan.words[first + 2].hyphen
        )
    return True


def _past_places(scan: Scan, position: int) -> int:
    """« ... de Californie à Berkeley », « tribunal judiciaire de Paris »."""
    for allowed in (_OF, _FOR):
        place = _past_preposition(scan, position, allowed)
        if place is not None and place == position + 1 and (end := _capitals_from(scan, place)) > place:
            if allowed is _FOR and scan.folded[position] != "a":
                continue
            if not _is_person(scan, place, end) and scan.folded[place] not in vocabulary.function_words():
                return end
            break
    return position


def _past_matters(scan: Scan, position: int) -> int:
    """« l'Économie, des Finances et de la Souveraineté industrielle et numérique »."""
    end = _past_matter(scan, position)
    while end > position and scan.same_line(position, end):
        place = end
        if scan.words[place].text == "," or scan.words[place].text == "et":
            place += 1
        else:
            break
        if not scan.same_line(end, place):
            break
        following = _past_preposition(scan, place)
        if (
            following is None
            or (last := _past_matter(scan, following)) == following
            or scan.words[following].text.islower()
        ):
            break
        end = last
    return end


def _past_matter(scan: Scan, position: int) -> int:
    word = scan.words[position]
    if is_capital(word):
        end = _capitals_from(scan, position)
    elif scan.folded[position] in matters():
        end = position + 1
    else:
        return position
    return past_adjectives(scan, end)


def _named_in_capitals(scan: Scan, position: int, size: int, head: Head) -> Body | None:
    """« Commission nationale de contrôle ... », « Institut Montaigne », « Observatoire des algorithmes publics »."""
    if scan.folded[position] == "etat" and scan.same_line(position - 1, position) and scan.folded[position - 1] in _ANY:
        return None
    start = position + size
    end = past_adjectives(scan, start)
    capitals = _capitals_from(scan, end)
    has_capitals = capitals > end
    if capitals > end and not _is_person(scan, end, capitals):
        end = past_adjectives(scan, capitals)
    complements = 0
    closed = any(
        alias.words == scan.folded[position:end] for alias in lexicon.index().get(scan.folded[position]) if end > start
    )
    while end - position < LONGEST and complements < 4:
        last = _past_complement(scan, end, first=end == start)
        if last == end or (closed and not is_capital(scan.words[last - 1])):
            break
        end, complements = last, complements + 1
    if end == start or (scan.words[position].initial and complements == 0 and not closed and not has_capitals):
        return None
    known = [alias for alias in lexicon.index().get(scan.folded[position]) if alias.entry.category == "regulator"]
    if any(alias.words == scan.folded[position : end - 1] for alias in known):
        end -= scan.folded[end - 1] in adjectives() and scan.words[end - 1].text[0].islower()
    return _body(scan, position, end, head, "organisation head")


def _past_twin(scan: Scan, position: int) -> int:
    """« pour l'évaluation et la sécurité de l'IA »: a second noun that has a complement of its own."""
    if not scan.same_line(position, position + 3) or scan.words[position].text != "et":
        return position
    end = past_noun(scan, position + 1) if scan.folded[position + 1] in _ARTICLES else None
    if scan.words[position + 2].text[0].isupper():
        return position
    return end if end and scan.same_line(position, end) and scan.folded[end] in _OF else position


def _past_complement(scan: Scan, position: int, *, first: bool) -> int:
    place = _past_preposition(scan, position)
    if place is None:
        place = _past_preposition(scan, position, _AGAINST if first else _FOR | _AGAINST)
    if place is None and not first and scan.same_line(position - 1, position) and scan.words[position].text == "et":
        place = _past_preposition(scan, position + 1)
        if place is not None and is_capital(scan.words[place]) and scan.folded[place] not in matters():
            return position
    if place is None:
        return position if first else _past_twin(scan, position)
    word = scan.words[place]
    if is_capital(word):
        end = _capitals_from(scan, place)
        return position if _is_person(scan, place, end) else past_adjectives(scan, end)
    if not is_noun(scan, place, after_article=scan.folded[place - 1] in _ARTICLES | {"des", "du", "aux", "au"}):
        return position
    return past_adjectives(scan, place + 1)
