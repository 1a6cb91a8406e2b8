"""What the words behind a name say of its kind: « X commercialise », "X's chatbot", « X et autres ONG »."""

from __future__ import annotations

from collections.abc import Iterator

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.appositions import clues_of_apposition
from aipolicy_index.facts.names.lexicon import index
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.trimming import Run
from aipolicy_index.facts.names.verbs import is_business, is_subject_of, says
from aipolicy_index.facts.names.vocabulary import Clue, Noun
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_OPENING_QUOTES, _CLOSING_QUOTES = frozenset('«“"‹'), frozenset('»”"›')
_THEIR = frozenset(("her", "his", "son", "sa", "ses"))


def clues_behind(scan: Scan, run: Run) -> Iterator[Clue]:
    """The clues of the words behind the name."""
    place = run.full_end
    if scan.same_line(run.first - 1, place + 1) and scan.words[place].text in _CLOSING_QUOTES:
        place += scan.words[run.first - 1].text in _OPENING_QUOTES
    if not scan.same_line(place - 1, place):
        return
    for phrases in vocabulary.contexts_by(scan.folded[place], scan.page.language, "after"):
        if (found := phrases.at(scan.folded, place)) and not _is_void(scan, run, found[1]):
            yield found[1]
    word, goes_on = scan.words[place], scan.same_line(place, place + 1)
    if word.kind == "possessive" and goes_on:
        yield from _possessed(scan, place + 1)
    elif word.text in (",", "(") and goes_on and _is_region(scan, run, place + 1):
        yield Clue(FactKind.PLACE, 5, "place and region")
    elif word.text == "," and goes_on and _opens_plural(scan, run, place + 1):
        return
    elif word.text in (",", "(") and goes_on and not (word.text == "," and _is_opening_place(scan, run)):
        yield from clues_of_apposition(scan, run, place + 1)
    elif word.folded in ("qui", "who"):
        yield Clue(FactKind.PERSON, 1, "person relative")
    elif word.text in ("et", "and") and goes_on:
        yield from _coordinated(scan, run, place + 1)
    elif word.folded in ("of", "from", "at") and _has_first_name(scan, run):
        yield Clue(FactKind.PERSON, 2, "person belonging")
    else:
        if scan.page.language == "en":
            yield from _qualifying(scan, run)
        if not _is_governed(scan, run):
            yield from _acting(scan, place)


def _is_void(scan: Scan, run: Run, clue: Clue) -> bool:
    """ "Firm says it ...", « le maire de X a remporté ... »: a noun that opens the sentence, or no subject."""
    if clue.kind is FactKind.ORGANISATION and _is_governed(scan, run):
        return True
    noun = vocabulary.nouns(scan.page.language, backwards=False).at(scan.folded, run.first)
    return noun is not None and run.initial and run.end == run.first + 1


def _coordinated(scan: Scan, run: Run, place: int) -> Iterator[Clue]:
    """« X et onze autres ONG », « X et Jeanne Martin »."""
    if run.end > run.first + 1 and _is_full_name(scan, place):
        yield Clue(FactKind.PERSON, 2, "person beside person")
    relations = words("names/role_words.txt", "relations")
    if scan.folded[place] in _THEIR and scan.same_line(place, place + 1) and scan.folded[place + 1] in relations:
        yield Clue(FactKind.PERSON, 4, "person of relation")
    others = next(
        (here for here in range(place, place + 3) if scan.same_line(place, here + 1) and _is_other(scan, here)), None
    )
    nouns = vocabulary.nouns(scan.page.language, backwards=False)
    if others is not None and (noun := nouns.at(scan.folded, others + 1)):
        yield Clue(noun[1].kind, 6, f"{noun[1].kind} and others", noun[1].category)


def _is_other(scan: Scan, place: int) -> bool:
    return scan.folded[place] in ("autre", "autres", "other")


def _is_governed(scan: Scan, run: Run) -> bool:
    """Whether a preposition before the name makes another word the subject: « le maire de X refuse »."""
    before = run.first - 1
    if scan.same_line(before, run.first) and scan.folded[before] in words("names/grammar_words.txt", "articles"):
        before -= 1
    prepositions = words("names/grammar_words.txt", "prepositions")
    return scan.same_line(before, run.first) and scan.folded[before] in prepositions


def _is_region(scan: Scan, run: Run, place: int) -> bool:
    """« Plano, Texas », « Abilene (Texas) »: a region or a country behind the name, and a mark behind that."""
    found = [alias for alias in index().get(scan.folded[place]) if alias.entry.category in ("region", "country")]
    alias = next((one for one in found if one.words == scan.folded[place : place + len(one.words)]), None)
    if alias is None or not scan.words[place].text[0].isupper():
        return False
    end = place + len(alias.words)
    closed = scan.same_line(place, end) and scan.words[end].text in (",", ")", ".", ";")
    return closed and (scan.words[place - 1].text == "(" or not _is_listed(scan, run))


def _is_listed(scan: Scan, run: Run) -> bool:
    """« Google, France, »: only « of », « in », « from », « à » before the name make a town of it."""
    before = run.first - 1
    if not scan.same_line(before, run.first):
        return True
    located = scan.folded[before] in words("names/grammar_words.txt", "opening places")
    return not (located or scan.folded[before] in ("of", "from", "near", "de", "pres", "outside"))


def _is_opening_place(scan: Scan, run: Run) -> bool:
    """« Au CHUM, un algorithme ... »: behind the comma a new subject begins."""
    before = run.first - 1
    if scan.same_line(before - 1, run.first) and scan.folded[before] in words("names/grammar_words.txt", "articles"):
        before -= 1
    return (
        scan.same_line(before, run.first)
        and scan.words[before].initial
        and scan.folded[before] in words("names/grammar_words.txt", "opening places")
    )


def _opens_plural(scan: Scan, run: Run, place: int) -> bool:
    """« Grâce à X, les agents ... »: a plural is no apposition to one name."""
    plural = scan.folded[place] in words("names/grammar_words.txt", "plural determiners")
    return plural and not (scan.same_line(run.first - 1, run.first) and scan.folded[run.first - 1] in ("et", "ou"))


def _has_first_name(scan: Scan, run: Run) -> bool:
    return run.end > run.first + 1 and scan.folded[run.first] in vocabulary.first_names()


def _possessed(scan: Scan, place: int) -> Iterator[Clue]:
    language = scan.page.language
    if scan.folded[place] in words("names/role_words.txt", "before") and scan.same_line(place, place + 1):
        place += 1
    if _is_full_name(scan, place):
        yield Clue(FactKind.ORGANISATION, 5, "organisation of person")
    elif _is_versioned(scan, place):
        yield Clue(FactKind.ORGANISATION, 4, "organisation of version")
    elif scan.folded[place] in words("names/role_words.txt", "relations"):
        yield Clue(FactKind.PERSON, 4, "person of relation")
    elif vocabulary.roles(language, backwards=False).at(scan.folded, place):
        yield Clue(FactKind.ORGANISATION, 5, "organisation of role")
    elif noun := vocabulary.nouns(language, backwards=False).at(scan.folded, place):
        owner = _owner_of(noun[1], scan.folded[place])
        weight = 5 if owner is FactKind.PRODUCT else 4.5 if noun[1].kind is FactKind.PRODUCT else 3
        yield Clue(owner, weight, f"{owner} of thing")
    else:
        yield Clue(FactKind.ORGANISATION, 1, "possessive")
        yield Clue(FactKind.PERSON, 1, "possessive")


def _is_versioned(scan: Scan, place: int) -> bool:
    """ "Corvid's Nimbus 2": a capital word and a version number."""
    return scan.has_capital(place) and scan.same_line(place, place + 1) and scan.words[place + 1].text[0].isdigit()


def _owner_of(noun: Noun, form: str) -> FactKind:
    """« X's maker » makes a product of X, « X's parent » a company, « X's startup » a person."""
    if form in words("names/grammar_words.txt", "makers"):
        return FactKind.PRODUCT
    if noun.kind is not FactKind.ORGANISATION or form in words("names/grammar_words.txt", "kin"):
        return FactKind.ORGANISATION
    return FactKind.PERSON


def _is_full_name(scan: Scan, place: int) -> bool:
    """« Zephyrine's Dana Kowal »: a first name and a capital."""
    first_name = vocabulary.first_names().get(scan.folded[place])
    return first_name is not None and scan.has_capital(place) and scan.has_capital(place + 1)


def _qualifying(scan: Scan, run: Run) -> Iterator[Clue]:
    """A name right before a noun: "the Meridian models", "Northfield employees"."""
    place = run.full_end
    if not scan.words[place].text[0].islower():
        return
    determined = run.first > 0 and scan.folded[run.first - 1] in words("names/grammar_words.txt", "determiners")
    noun = vocabulary.nouns("en", backwards=False).at(scan.folded, place)
    if noun and noun[1].kind is FactKind.PRODUCT:
        yield Clue(FactKind.PRODUCT, 4 if determined else 2, "product before noun", noun[1].category)
    elif noun and noun[1].kind is FactKind.ORGANISATION and determined:
        yield Clue(FactKind.ORGANISATION, 4 if scan.folded[run.first - 1] == "the" else 2, "organisation before noun")
    elif _begins_role(scan, run, place):
        return
    elif vocabulary.roles("en", backwards=False).at(scan.folded, place) or _is_of_company(scan, place):
        yield Clue(FactKind.ORGANISATION, 5, "organisation before noun")


def _begins_role(scan: Scan, run: Run, place: int) -> bool:
    """ "Chief constable X": the capital is part of the role."""
    role = vocabulary.roles("en", backwards=False).at(scan.folded, run.first)
    return role is not None and run.first + role[0] > place


def _is_of_company(scan: Scan, place: int) -> bool:
    found = vocabulary.governors("en").at(scan.folded, place)
    return found is not None and found[1].kind is FactKind.ORGANISATION and found[1].weight >= 4


def _acting(scan: Scan, place: int) -> Iterator[Clue]:
    if is_subject_of(scan, place):
        if is_business(scan, place):
            yield Clue(FactKind.ORGANISATION, 2, "organisation business")
        if _goes_on_as_company(scan, place):
            yield Clue(FactKind.ORGANISATION, 4, "organisation called so next")
        speaking = says(scan, place)
        for kind in (FactKind.ORGANISATION, FactKind.PERSON):
            yield Clue(kind, 1.5, "acting")
            if speaking:
                yield Clue(kind, 1, "speaking")
        if speaking:
            yield Clue(FactKind.PLACE, -2, "speaking")


def _goes_on_as_company(scan: Scan, place: int) -> bool:
    """« X conteste l'amende. La start-up emploie ... »: how the next sentence calls the subject of this one."""
    end = scan.sentence_of(place, place + 1).stop
    if not scan.same_line(place, end + 1) or scan.folded[end] not in ("la", "le", "l'", "the"):
        return False
    noun = vocabulary.nouns(scan.page.language, backwards=False).at(scan.folded, end + 1)
    if noun is None or noun[1].kind is not FactKind.ORGANISATION or noun[1].category not in ("company", "ngo"):
        return False
    return scan.same_line(end, end + 1 + noun[0]) and is_subject_of(scan, end + 1 + noun[0])
