"""What the words around a capitalised name say of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from aipolicy_index.facts.grammar.conjugation import FINITE
from aipolicy_index.facts.grammar.lexicon import readings, saying
from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.lexicon import adjectives
from aipolicy_index.facts.names.runs import Run
from aipolicy_index.facts.names.vocabulary import Clue, Noun
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

PERSON, ORGANISATION = FactKind.PERSON, FactKind.ORGANISATION
PLACE, PRODUCT = FactKind.PLACE, FactKind.PRODUCT

_OPENING = frozenset("«“\"‘'(‹")
_DETERMINERS = frozenset(
    "un une le la l' les des son sa ses leur leurs notre cette ce cet the a an its his her their another autre".split()
)
_OF = {"fr": frozenset(("de", "d'", "du", "des")), "en": frozenset(("of", "at", "for", "from"))}
_GAP_PREPOSITIONS = frozenset(
    ("de", "d'", "du", "des", "en", "la", "l'", "les", "a", "aux", "et", "pour", "sur", "open")
)
_ENDS_OPEN = frozenset(
    ("de", "d'", "du", "des", "en", "la", "l'", "les", "a", "aux", "et", "pour", "sur", "avec", "par")
)
_AGE = re.compile(r"\d{2}\Z")
_RELATIVE = frozenset(("qui", "who"))
GAP = 6
"""How many words may stand between a noun and the name that it is apposed to."""


class Apposition(NamedTuple):
    """A noun that says what the name is, and where it begins."""

    noun: Noun
    first: int


def clues(scan: Scan, run: Run) -> Iterator[Clue]:
    """All that speaks for a kind at this place."""
    yield from _inside(scan, run)
    before = _before_quote(scan, run.first - 1)
    if scan.same_line(before, run.first):
        yield from _before(scan, run, before)
    if scan.same_line(run.full_end - 1, run.full_end):
        yield from _after(scan, run)


def _before_quote(scan: Scan, position: int) -> int:
    if position >= 0 and scan.words[position].text in _OPENING:
        return position - 1
    return position


# The name itself.


def _inside(scan: Scan, run: Run) -> Iterator[Clue]:
    words, forms = scan.words[run.first : run.end], scan.folded[run.first : run.end]
    if run.civility is not None:
        yield Clue(PERSON, 6, "person title")
    if run.full_end > run.end:
        yield Clue(PRODUCT, 4, "product version", "model")
    if len(words) > 1:
        yield from _several_words(scan, run, forms)
    elif words[0].text.isupper() and 2 <= len(words[0].text) <= 6:
        yield Clue(ORGANISATION, 1.5, "organisation acronym")
    if re.search(r"[a-zà-ÿ][A-ZÀ-Ý]", words[0].text) and not words[0].text.startswith(
        ("Mc", "Mac", "De", "Le", "La", "Di")
    ):
        yield Clue(PERSON, -3, "camel case")
        yield Clue(PLACE, -3, "camel case")


def _several_words(scan: Scan, run: Run, forms: tuple[str, ...]) -> Iterator[Clue]:
    first = vocabulary.first_names().get(_first_name(scan, run))
    tail = vocabulary.heads("en", "last").at(scan.folded, run.end - 1)
    if tail:
        yield Clue(ORGANISATION, 5, "organisation tail", tail[1].category)
    elif forms[-1] in ("ai", "ia"):
        yield Clue(ORGANISATION, 4, "organisation tail", "company")
    elif first:
        yield Clue(PERSON, 1.5 if first.common else 4, "person first name")
    if any(vocabulary.heads("en", "of").at(scan.folded, place) for place in range(run.first + 1, run.end)):
        yield Clue(ORGANISATION, 5, "organisation head")
    if ("." in forms[1:3] and len(forms[0]) == 1) or any(len(form) == 1 and form.isalpha() for form in forms[1:-1]):
        yield Clue(PERSON, 4, "person initial")
    if any(
        word.text in ("van", "von", "der", "den", "ben", "bin", "el", "di", "da", "dos")
        for word in scan.words[run.first + 1 : run.end]
    ):
        yield Clue(PERSON, 2, "person particle")


def _first_name(scan: Scan, run: Run) -> str:
    """The first name as one folded word: both halves of Jean-Marc, or the first alone when only that is known."""
    name = scan.folded[run.first]
    if run.end - run.first > 2 and scan.words[run.first + 1].hyphen:
        other = scan.folded[run.first + 1]
        return name if name in vocabulary.first_names() else other
    return name


# The words before it.


def _before(scan: Scan, run: Run, before: int) -> Iterator[Clue]:
    language, folded = scan.page.language, scan.folded
    for phrases in vocabulary.contexts(language, "before"):
        if found := phrases.at(folded, before):
            yield found[1]
    if apposed := apposition_before(scan, run.first):
        yield Clue(apposed.noun.kind, 6, f"{apposed.noun.kind} noun before", apposed.noun.category)
    elif role_before(scan, run.first) is not None:
        yield Clue(PERSON, 5, "person role before")
    if folded[before] in _OF[language]:
        yield from _governed(scan, before - 1)


def _governed(scan: Scan, position: int) -> Iterator[Clue]:
    """« salariés (français) de X », « maire de X »."""
    for place in (position, position - 1):
        if not scan.same_line(place, position):
            return
        if found := vocabulary.governors(scan.page.language).at(scan.folded, place):
            yield found[1]
            return
        if vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, place):
            yield Clue(ORGANISATION, 4, "organisation of role")
            return
        if scan.folded[place] not in adjectives():
            return


def apposition_before(scan: Scan, first: int) -> Apposition | None:
    """The noun to which the name is apposed: « la start-up française de robotique X », "the startup X"."""
    position = _before_quote(scan, first - 1)
    language, folded = scan.page.language, scan.folded
    phrases = vocabulary.nouns(language, backwards=True)
    if not scan.same_line(position, first) or (language == "fr" and folded[position] in _ENDS_OPEN):
        return None
    for place in range(position, max(-1, position - GAP), -1):
        if scan.words[place].line != scan.words[first].line or scan.words[place].kind == "mark":
            return None
        found = phrases.at(folded, place)
        if found and _gap_is_noun_phrase(scan, place + 1, position + 1):
            return Apposition(found[1], place - found[0] + 1)
        if (language == "en" and not _is_gap_word(scan, place)) or not _is_gap_word(scan, place):
            return None
        if language == "en":
            return None
    return None


def _is_gap_word(scan: Scan, place: int) -> bool:
    word = scan.words[place]
    if word.folded in _GAP_PREPOSITIONS:
        return True
    lower = word.text[0].islower() or word.folded in ("ia", "ai")
    return lower and word.kind == "word" and word.folded not in vocabulary.function_words()


def _gap_is_noun_phrase(scan: Scan, first: int, end: int) -> bool:
    """Whether the words between noun and name can belong to the noun: adjectives, « de robotique », no verb."""
    if first == end:
        return True
    if scan.folded[first] not in _GAP_PREPOSITIONS and not _is_adjective(scan, first):
        return False
    return not any(
        scan.folded[place - 1] not in _GAP_PREPOSITIONS and is_finite(scan, place) and not _is_adjective(scan, place)
        for place in range(first, end)
    )


def _is_adjective(scan: Scan, place: int) -> bool:
    form = scan.folded[place]
    return form in adjectives() or form.endswith(
        ("ien", "ienne", "iens", "iennes", "ais", "aise", "ois", "oise", "al", "ale", "ique", "iques", "if", "ive", "aire", "el", "elle")
    ) or form in ("specialise", "specialisee", "cote", "cotee", "basee", "base", "dedie", "dediee", "maison", "phare", "tricolore",
                  "concurrent", "concurrente", "privee", "prive", "public", "publique", "open", "source", "ouvert", "ouverte")  # fmt: skip


def role_before(scan: Scan, first: int) -> tuple[int, str | None] | None:
    """Where a role that ends right before the name begins, with its gender: « le chercheur (français) X », "analyst X"."""
    position = _before_quote(scan, first - 1)
    if scan.same_line(position, first) and scan.words[position].text == ",":
        return _role_before_comma(scan, position, first)
    for place in (position, position - 1):
        if not scan.same_line(place, first):
            return None
        if found := vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, place):
            return place - found[0] + 1, found[1]
        if not _is_adjective(scan, place):
            return None
    return None


def _role_before_comma(scan: Scan, comma: int, first: int) -> tuple[int, str | None] | None:
    """« la ministre de l'Économie, X »: back from the comma to the role that opens the phrase."""
    for place in range(comma - 1, max(-1, comma - 16), -1):
        if not scan.same_line(place, first):
            return None
        word = scan.words[place]
        if (
            (word.kind == "mark"
            and word.text not in "()'’")
            or word.folded in ("que", "qui", "who", "that", "et", "and", "a", "est")
        ):
            return None
        if found := vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, place):
            start = place - found[0] + 1
            if start > 0 and scan.folded[start - 1] in _DETERMINERS | _OF[scan.page.language]:
                return start, found[1]
    return None


def is_finite(scan: Scan, place: int) -> bool:
    """Whether the word can be a verb in a person."""
    form = scan.words[place].text.lower()
    return any(reading.tense in FINITE for reading in readings(scan.page.language).get(form, ()))


# The words behind it.


def _after(scan: Scan, run: Run) -> Iterator[Clue]:
    language, position = scan.page.language, run.full_end
    for phrases in vocabulary.contexts(language, "after"):
        if found := phrases.at(scan.folded, position):
            yield found[1]
    word = scan.words[position]
    if word.kind == "possessive" and scan.same_line(position, position + 1):
        yield from _possessed(scan, position + 1)
    elif word.text in (",", "(") and scan.same_line(position, position + 1):
        yield from _apposed_after(scan, position + 1, word.text)
    elif word.folded in _RELATIVE:
        yield Clue(PERSON, 1, "person relative")
    else:
        yield from _acting(scan, position)


def _possessed(scan: Scan, position: int) -> Iterator[Clue]:
    language = scan.page.language
    if vocabulary.roles(language, backwards=False).at(scan.folded, position):
        yield Clue(ORGANISATION, 5, "organisation of role")
    elif vocabulary.nouns(language, backwards=False).at(scan.folded, position):
        yield Clue(ORGANISATION, 3, "organisation of thing")
    else:
        yield Clue(ORGANISATION, 1, "possessive")
        yield Clue(PERSON, 1, "possessive")


def _apposed_after(scan: Scan, position: int, mark: str) -> Iterator[Clue]:
    """« X, PDG de ... », « X, 43 ans », « X, une start-up », "X, who heads"."""
    folded, language = scan.folded, scan.page.language
    if folded[position] in ("who", "qui"):
        yield Clue(PERSON, 4 if folded[position] == "who" else 0.5, "person relative")
        return
    if (
        _AGE.match(folded[position])
        and scan.same_line(position, position + 1)
        and folded[position + 1] in ("ans", ",", ")")
    ):
        yield Clue(PERSON, 6, "person age")
        return
    place = position
    while scan.same_line(position, place) and place < position + 4:
        if found := vocabulary.roles(language, backwards=False).at(folded, place):
            if not _is_next_item(scan, place + found[0]):
                yield Clue(PERSON, 5, "person role after")
            return
        noun = vocabulary.nouns(language, backwards=False).at(folded, place)
        if noun:
            if _closes_apposition(scan, place + noun[0]):
                yield Clue(noun[1].kind, 5, f"{noun[1].kind} noun after", noun[1].category)
            return
        if folded[place] not in _DETERMINERS and not _is_adjective(scan, place) and folded[place] not in _SIZES:
            return
        place += 1


_SIZES = frozenset(
    "premier premiere principal principale grand grande petit petite jeune ancien ancienne ex nouveau nouvelle ia ai new former largest biggest leading small".split()
)


def _is_next_item(scan: Scan, place: int) -> bool:
    """Whether the noun already has a name of its own: « X, le ministre Y »."""
    return scan.same_line(place - 1, place) and scan.words[place].kind == "word" and scan.words[place].text[0].isupper()


def _closes_apposition(scan: Scan, place: int) -> bool:
    """Whether what follows the noun goes on with it, and is not another name or a verb of the main clause."""
    while scan.same_line(place - 1, place) and _is_adjective(scan, place):
        place += 1
    if not scan.same_line(place - 1, place):
        return True
    return not _is_next_item(scan, place) and not (is_finite(scan, place) and scan.words[place].kind == "word")


def _acting(scan: Scan, position: int) -> Iterator[Clue]:
    if not is_subject_of(scan, position):
        return
    yield Clue(ORGANISATION, 1.5, "acting")
    yield Clue(PERSON, 1.5, "acting")
    if says(scan, position):
        yield Clue(ORGANISATION, 1, "speaking")
        yield Clue(PERSON, 1, "speaking")


_CLITICS = frozenset(("ne", "n'", "se", "s'", "y", "en", "lui", "le", "la", "l'", "les", "also", "has", "had", "never"))


def is_subject_of(scan: Scan, position: int) -> bool:
    """Whether a finite verb stands at the position, small words before it left out."""
    while (
        scan.same_line(position, position + 1)
        and scan.folded[position] in _CLITICS
        and scan.words[position].text.islower()
    ):
        position += 1
    return scan.words[position].kind == "word" and scan.words[position].text[0].islower() and is_finite(scan, position)


def says(scan: Scan, position: int) -> bool:
    """Whether one of the next words is a form of a verb of saying."""
    language = scan.page.language
    verbs = saying(language).get("say", frozenset())
    for place in range(position, position + 4):
        if not scan.same_line(position, place):
            return False
        if any(reading.lemma in verbs for reading in readings(language).get(scan.words[place].text.lower(), ())):
            return True
    return False
