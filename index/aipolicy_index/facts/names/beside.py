"""The noun or role before a name that says what it is: « la start-up X », « la ministre de l'Économie, X »."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.nationalities import adjectives
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.verbs import is_finite, is_participle
from aipolicy_index.facts.names.vocabulary import Noun
from aipolicy_index.facts.names.words import Scan

_OPENING = frozenset("«“\"‘'(‹")
_CLOSING = frozenset(",.);:")
GAP = 6
"""Words that may stand between a noun and the name that it is apposed to."""
ROLE_BEFORE_COMMA = 16
"""Words from a comma back within which the role is sought that the name behind it has."""


class Apposition(NamedTuple):
    """A noun that says what the name is, and where it begins."""

    noun: Noun
    first: int
    is_next: bool = False
    """No word stands between the noun and the name."""


def before_quote(scan: Scan, place: int) -> int:
    """The place, or the one before it when an opening quotation mark stands there."""
    return place - 1 if place >= 0 and scan.words[place].text in _OPENING else place


def apposition_before(scan: Scan, first: int) -> Apposition | None:
    """The noun to which the name is apposed: « la start-up française de robotique X », "the startup X"."""
    last = before_quote(scan, first - 1)
    french = scan.page.language == "fr"
    if not scan.same_line(last, first) or (french and scan.folded[last] in words("names/grammar_words.txt", "gap end")):
        return None
    phrases = vocabulary.nouns(scan.page.language, backwards=True)
    nearest: Apposition | None = None
    for place in range(last, last - GAP if french else last - 1, -1):
        if not scan.same_line(place, first) or scan.words[place].kind == "mark":
            break
        if (found := phrases.at(scan.folded, place)) and is_noun_phrase(scan, place + 1, last + 1):
            apposed = Apposition(found[1], place - found[0] + 1, place == last)
            if not _is_complement(scan, apposed.first):
                return apposed
            nearest = nearest or apposed
        elif not is_gap_word(scan, place):
            break
    return nearest


def _is_complement(scan: Scan, first: int) -> bool:
    """Whether a bare preposition makes the noun part of another: « le fabricant de puces X »."""
    return scan.same_line(first - 1, first) and scan.folded[first - 1] in ("de", "d'", "en")


def noun_before_comma(scan: Scan, first: int, end: int) -> Noun | None:
    """« son logiciel, X, », "the company's software, X, pushed"."""
    comma = first - 1
    if not scan.same_line(comma - 1, end) or scan.words[comma].text != "," or scan.words[end].text not in _CLOSING:
        return None
    phrases = vocabulary.nouns(scan.page.language, backwards=True)
    for place in range(comma - 1, comma - 5, -1):
        if not scan.same_line(place, comma):
            return None
        found = phrases.at(scan.folded, place)
        if found and opens_phrase(scan, place - found[0] + 1) and is_noun_phrase(scan, place + 1, comma):
            return found[1]
        if not is_gap_word(scan, place):
            return None
    return None


def role_before(scan: Scan, first: int) -> tuple[int, str | None] | None:
    """Where the role before the name begins, with its gender: « le chercheur (français) X », "analyst X"."""
    last = before_quote(scan, first - 1)
    if scan.same_line(last - 2, first) and _is_compatriot(scan, last):
        last -= 2
    if scan.same_line(last, first) and scan.words[last].text == ",":
        return _role_before_comma(scan, last)
    for place in range(last, last - (4 if scan.page.language == "fr" else 1), -1):
        if not scan.same_line(place, first):
            return None
        if found := vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, place):
            start = place - found[0] + 1
            if _is_compound_tense(scan, start):
                return None
            return _with_role_before(scan, start) or (start, found[1])
        if not _may_qualify(scan, place):
            return None
    return None


def _governing(scan: Scan, start: int) -> tuple[int, str | None] | None:
    """« le directeur de cabinet du ministre, X »: the role of which the one found is only the complement."""
    place = start - 1
    while scan.same_line(place, start) and scan.folded[place] in ("la", "l'", "le", "les", "the"):
        place -= 1
    last = place - 1 - (scan.same_line(place - 2, start) and is_adjective(scan, place - 1))
    if not scan.same_line(place - 1, start) or scan.folded[place] not in words(
        "names/grammar_words.txt", f"of {scan.page.language}"
    ):
        return None
    found = vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, last)
    outer = last + 1 - found[0] if found else 0
    return (outer, found[1]) if found and opens_phrase(scan, outer) else None


def _with_role_before(scan: Scan, start: int) -> tuple[int, str | None] | None:
    """« directeur adjoint », « délégué général »: a role of which the one found is only the end."""
    if not scan.same_line(start - 1, start):
        return None
    found = vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, start - 1)
    return (start - found[0], found[1]) if found else None


def _is_compatriot(scan: Scan, place: int) -> bool:
    """« la vice-présidente de Y, la Britannique X »."""
    word = scan.words[place]
    determined = scan.folded[place - 1] in words("names/grammar_words.txt", "articles")
    return determined and word.text[0].isupper() and word.folded in adjectives() and scan.words[place - 2].text == ","


def _is_compound_tense(scan: Scan, place: int) -> bool:
    """« a prévenu X », « avait délégué X »: a participle, no role."""
    auxiliary = scan.same_line(place - 1, place) and scan.words[place - 1].text in (
        "a",
        "ont",
        "avait",
        "aurait",
        "has",
    )
    return auxiliary and is_participle(scan, place)


def _role_before_comma(scan: Scan, comma: int) -> tuple[int, str | None] | None:
    """« la ministre de l'Économie, X »: back from the comma to the role that opens the phrase."""
    if relative := _role_with_relative(scan, comma):
        return relative
    listed = False
    for place in range(comma - 1, comma - ROLE_BEFORE_COMMA, -1):
        if not scan.same_line(place, comma):
            return None
        word = scan.words[place]
        if word.text == "," and is_further_matter(scan, place + 1):
            listed = True
            continue
        if (
            _opens_clause(scan, place)
            or (word.kind == "mark" and word.text not in "()'’")
            or (place < comma - 1 and is_verb(scan, place))
        ):
            return None
        if found := vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, place):
            start = place - found[0] + 1
            if listed and scan.folded[start] not in words("names/role_words.txt", "of matters"):
                return None
            if opens_phrase(scan, start):
                return _governing(scan, start) or _with_role_before(scan, start) or (start, found[1])
    return None


def is_further_matter(scan: Scan, place: int) -> bool:
    """« (ministre de la Culture), de la Jeunesse (et des Sports) »: a further matter with a capital, behind a comma."""
    if not scan.same_line(place, place + 2) or scan.folded[place] not in words("names/grammar_words.txt", "of fr"):
        return False
    noun = place + 1 + (scan.folded[place + 1] in ("la", "l'"))
    return scan.page.language == "fr" and scan.words[noun].text[0].isupper()


def _opens_clause(scan: Scan, place: int) -> bool:
    """« ..., a dit », « ... et » before another clause; « européen à la Concurrence », « et de la Culture » go on."""
    word = scan.words[place]
    if word.text == "à" or (word.text in ("et", "and") and _goes_on(scan, place + 1)):
        return False
    return word.folded in words("names/grammar_words.txt", "clause")


def _goes_on(scan: Scan, place: int) -> bool:
    """Whether another complement follows « et »: « de la Culture et de la Communication »."""
    form = scan.folded[place] if place < len(scan.folded) else ""
    return form in words("names/grammar_words.txt", f"of {scan.page.language}") or form == "a"


def _role_with_relative(scan: Scan, comma: int) -> tuple[int, str | None] | None:
    """« l'ingénieure qui l'a conçu, X »: the role before a relative clause."""
    for place in range(comma - 1, comma - ROLE_BEFORE_COMMA, -1):
        if not scan.same_line(place - 1, comma) or scan.words[place].kind == "mark":
            return None
        if scan.folded[place] in ("qui", "who"):
            found = vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, place - 1)
            start = place - found[0] if found else 0
            return (start, found[1]) if found and opens_phrase(scan, start) else None
    return None


def is_verb(scan: Scan, place: int) -> bool:
    """Whether the word is a verb where it stands: no determiner or preposition makes a noun of it."""
    if not is_finite(scan, place) or is_adjective(scan, place) or not scan.same_line(place - 1, place):
        return False
    nominal = words("names/grammar_words.txt", "determiners", "gap")
    before = scan.words[place - 1]
    if before.folded in nominal or before.kind == "possessive" or scan.words[place].hyphen:
        return False
    return not vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, place)


def opens_phrase(scan: Scan, start: int) -> bool:
    """Whether a determiner, a possessive or a sentence's beginning stands before the noun (and its modifiers)."""
    opening = words("names/grammar_words.txt", "determiners", f"of {scan.page.language}")
    for place in range(start - 1, start - 5, -1):
        if not scan.same_line(place, start):
            return True
        word = scan.words[place]
        if word.folded in opening or word.kind == "possessive":
            return True
        english = scan.page.language == "en"
        modifier = word.kind == "word" and (english or word.text[0].islower() or word.folded in adjectives())
        if not modifier or is_finite(scan, place):
            return word.kind == "mark" and place == start - 1
    return False


def is_gap_word(scan: Scan, place: int) -> bool:
    """Whether the word may stand between a noun and the name apposed to it."""
    word = scan.words[place]
    if word.folded in words("names/grammar_words.txt", "gap"):
        return True
    lower = word.text[0].islower() or word.folded in ("ia", "ai")
    return lower and word.kind == "word" and word.folded not in vocabulary.function_words()


def is_noun_phrase(scan: Scan, first: int, end: int) -> bool:
    """Whether the words behind a noun can belong to it: adjectives, « de robotique », no verb."""
    if first == end:
        return True
    gap = words("names/grammar_words.txt", "gap")
    if scan.folded[first] not in gap and not is_adjective(scan, first) and not is_participle(scan, first):
        return False
    return not any(
        scan.folded[place - 1] not in gap
        and is_finite(scan, place)
        and not is_adjective(scan, place)
        and not (place == first and is_participle(scan, place))
        for place in range(first, end)
    )


def is_adjective(scan: Scan, place: int) -> bool:
    """Whether the word is an adjective by a list or by its ending."""
    return _is_adjectival(scan.folded[place])


@lru_cache(maxsize=8192)
def _is_adjectival(form: str) -> bool:
    listed = form in adjectives() or form in words("names/grammar_words.txt", "adjectives")
    return listed or form.endswith(tuple(words("names/grammar_words.txt", "adjective endings")))


def _may_qualify(scan: Scan, place: int) -> bool:
    """Whether the word may stand as an adjective between a role and a name."""
    word = scan.words[place]
    if word.kind != "word" or not word.text[0].islower():
        return False
    return is_adjective(scan, place) or (word.folded not in vocabulary.function_words() and not is_finite(scan, place))
