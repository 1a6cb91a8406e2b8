"""What the words around a capitalised name say of its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    if _is_hyphenated_place(scan, run):
        yield Clue(PLACE, 5, "place form")
    first = vocabulary.first_names().get(_first_name(scan, run))
    tail = vocabulary.heads("en", "last").at(scan.folded, run.end - 1)
    if scan.words[run.end - 1].text in vocabulary.legal_forms():
        yield Clue(ORGANISATION, 9, "organisation legal form", "company")
    elif tail:
        yield Clue(ORGANISATION, 5, "organisation tail", tail[1].category)
    elif forms[-1] in ("ai", "ia"):
        yield Clue(ORGANISATION, 4, "organisation tail", "company")
    elif first:
        yield Clue(PERSON, 1.5 if first.common else 6, "person first name")
    if any(vocabulary.heads("en", "of").at(scan.folded, place) for place in range(run.first + 1, run.end)):
        yield Clue(ORGANISATION, 5, "organisation head")
    if ("." in forms[1:3] and len(forms[0]) == 1) or any(len(form) == 1 and form.isalpha() for form in forms[1:-1]):
        yield Clue(PERSON, 4, "person initial")
    if any(
        word.text in ("van", "von", "der", "den", "ben", "bin", "el", "di", "da", "dos")
        for word in scan.words[run.first + 1 : run.end]
    ):
        yield Clue(PERSON, 2, "person particle")


_PLACE_LINKS = frozenset("sur sous en les lez le la aux de du des d'".split())


def _is_hyphenated_place(scan: Scan, run: Run) -> bool:
    """« Yverdon-les-Bains », « Saint-Rémy-de-Provence », « Aix-en-Provence »."""
    words = scan.words[run.first : run.end]
    linked = [word for word in words[1:-1] if word.hyphen and word.text.islower() and word.folded in _PLACE_LINKS]
    return bool(linked) and all(
        word.hyphen or word.kind == "elision" for word in words[1:] if words[words.index(word) - 1].kind != "elision"
    )


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
        noun = apposed.noun
        yield Clue(noun.kind, noun.weight, f"{noun.kind} noun before", noun.category)
    elif role_before(scan, run.first) is not None:
        yield Clue(PERSON, 5, "person role before")
    elif noun_before_comma := _noun_before_comma(scan, run):
        yield Clue(noun_before_comma.kind, 5, f"{noun_before_comma.kind} noun and comma", noun_before_comma.category)
    elif _is_national(scan, before):
        yield Clue(ORGANISATION, 4, "organisation national", "company")
    if folded[before] in _OF[language]:
        yield from _governed(scan, before - 1)


def _is_national(scan: Scan, before: int) -> bool:
    """« l'allemand X », « le finlandais X »."""
    if scan.page.language != "fr" or not scan.same_line(before - 1, before):
        return False
    word = scan.words[before]
    return (
        word.text[0].islower() and word.folded in adjectives() and scan.folded[before - 1] in ("le", "l'", "du", "au")
    )


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


def _noun_before_comma(scan: Scan, run: Run) -> Noun | None:
    """« son logiciel, X, », "the company's software, X, pushed"."""
    comma = run.first - 1
    if scan.words[comma].text != "," or not scan.same_line(comma - 2, run.full_end):
        return None
    if scan.words[run.full_end].text not in (",", ".", ")", ";", ":"):
        return None
    for place in range(comma - 1, comma - 5, -1):
        found = vocabulary.nouns(scan.page.language, backwards=True).at(scan.folded, place)
        if found and _opens_phrase(scan, place - found[0] + 1) and _gap_is_noun_phrase(scan, place + 1, comma):
            return found[1]
        if not scan.same_line(place - 1, comma) or not _is_gap_word(scan, place):
            return None
    return None


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
    for place in range(position, position - 4, -1):
        if not scan.same_line(place, first):
            return None
        if found := vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, place):
            return place - found[0] + 1, found[1]
        if not _may_qualify(scan, place):
            return None
    return None


def _may_qualify(scan: Scan, place: int) -> bool:
    """Whether the word may stand as an adjective between a role and a name."""
    word = scan.words[place]
    if word.kind != "word" or not word.text[0].islower():
        return False
    return _is_adjective(scan, place) or (word.folded not in vocabulary.function_words() and not is_finite(scan, place))


def _role_before_comma(scan: Scan, comma: int, first: int) -> tuple[int, str | None] | None:
    """« la ministre de l'Économie, X »: back from the comma to the role that opens the phrase."""
    for place in range(comma - 1, max(-1, comma - 16), -1):
        if not scan.same_line(place, first):
            return None
        word = scan.words[place]
        if (word.kind == "mark" and word.text not in "()'’") or word.folded in (
            "que",
            "qui",
            "who",
            "that",
            "et",
            "and",
            "a",
            "est",
        ):
            return None
        if found := vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, place):
            start = place - found[0] + 1
            if _opens_phrase(scan, start):
                return start, found[1]
    return None


def _opens_phrase(scan: Scan, start: int) -> bool:
    """Whether a determiner, a possessive or a sentence's beginning stands before the role (and its modifiers)."""
    for place in range(start - 1, start - 5, -1):
        if not scan.same_line(place, start):
            return True
        word = scan.words[place]
        if word.folded in _DETERMINERS | _OF[scan.page.language] or word.kind == "possessive":
            return True
        if word.kind != "word" or not (word.text[0].islower() or word.folded in adjectives()) or is_finite(scan, place):
            return word.kind == "mark" and place == start - 1
    return False


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
        if language == "en":
            yield from _qualifying(scan, run)
        yield from _acting(scan, position)


def _qualifying(scan: Scan, run: Run) -> Iterator[Clue]:
    """A name right before a noun: "the Meridian models", "Northfield employees"."""
    position, folded = run.full_end, scan.folded
    if not scan.words[position].text[0].islower():
        return
    after_article = run.first > 0 and folded[run.first - 1] in _DETERMINERS
    noun = vocabulary.nouns("en", backwards=False).at(folded, position)
    if noun and noun[1].kind is PRODUCT:
        yield Clue(PRODUCT, 4 if after_article else 2, "product before noun", noun[1].category)
    elif noun and noun[1].kind is ORGANISATION and after_article:
        yield Clue(ORGANISATION, 2, "organisation before noun")
    elif vocabulary.roles("en", backwards=False).at(folded, position) or _is_governed_noun(folded, position):
        yield Clue(ORGANISATION, 4, "organisation before noun")


def _is_governed_noun(folded: Sequence[str], position: int) -> bool:
    found = vocabulary.governors("en").at(folded, position)
    return found is not None and found[1].kind is ORGANISATION and found[1].weight >= 4


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
            if not _belongs_to_next(scan, place + found[0]):
                yield Clue(PERSON, 5, "person role after")
            return
        noun = vocabulary.nouns(language, backwards=False).at(folded, place)
        if noun and (scan.words[place].text[0].islower() or scan.words[place].text.isupper()):
            if _closes_apposition(scan, place + noun[0]):
                yield Clue(noun[1].kind, noun[1].weight, f"{noun[1].kind} noun after", noun[1].category)
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


def _belongs_to_next(scan: Scan, place: int) -> bool:
    """Whether the role is that of a name behind it: « chez X, le (nouveau) directeur, Y », « le conseiller national Y »."""
    for step in range(4):
        if not scan.same_line(place - 1, place + step):
            return False
        word = scan.words[place + step]
        if word.text == ",":
            return _is_next_item(scan, place + step + 1)
        if word.kind != "word" or word.folded in _GAP_PREPOSITIONS or word.folded in vocabulary.function_words():
            return False
        if word.text[0].isupper():
            return True
    return False


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
