"""What a sentence says that its subject is: « X est une entreprise lyonnaise », "X is one of the biggest makers"."""

from __future__ import annotations

from collections.abc import Iterator

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.beside import is_adjective
from aipolicy_index.facts.names.deeds import Predicate, is_subject, may_be_thing
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.trimming import Run
from aipolicy_index.facts.names.verbs import is_participle
from aipolicy_index.facts.names.vocabulary import Clue, Noun
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_KINDS = (FactKind.ORGANISATION, FactKind.PRODUCT, FactKind.PLACE)
REACH = 7
"""Words behind the copula within which the noun of the definition stands."""
NEVER_OF_PERSON = 7
"""Weight of a noun that is never said of a person."""


def defined(scan: Scan, run: Run, predicate: Predicate | None) -> Iterator[Clue]:
    """The clue of the noun by which the sentence, of which the name is the subject, defines it."""
    start = _behind_copula(scan, run, predicate) if run.civility is None else None
    noun = None if start is None else _noun_at(scan, start)
    if noun is None or noun.kind not in _KINDS:
        return
    yield Clue(noun.kind, noun.weight, f"{noun.kind} defined", noun.category)
    if noun.weight >= NEVER_OF_PERSON:
        yield Clue(FactKind.PERSON, -4, "defined as a thing")


def owning(scan: Scan, run: Run) -> Iterator[Clue]:
    """« X et ses salariés », « X, dont le siège », "X (300 employees)": who has such things is a body."""
    place = run.full_end
    if not scan.same_line(run.first, place + 2) or not may_be_thing(scan, run):
        return
    link = place + (scan.words[place].text == ",")
    if scan.words[place].text == "(" and scan.folded[place + 1][0].isdigit():
        near = [place + 2, place + 3]
    elif scan.folded[link] in ("dont", "whose") or scan.words[place].kind == "possessive":
        near = [link + 1, link + 2]
    elif scan.folded[place] in ("et", "and") and scan.folded[place + 1] in ("ses", "son", "sa", "its"):
        near = [place + 2, place + 3]
    else:
        return
    owned = words("names/governing_verbs.txt", "owned")
    if any(scan.same_line(place, here) and scan.folded[here] in owned for here in near):
        yield Clue(FactKind.ORGANISATION, 5, "organisation owning")
        yield Clue(FactKind.PERSON, -3, "owning what bodies own")


def _behind_copula(scan: Scan, run: Run, predicate: Predicate | None) -> int | None:
    """Where the predicate noun begins behind « est », « n'est pas », « est devenu », "was then", « , c'est »."""
    place = run.full_end
    if predicate is None:
        presented = scan.same_line(run.first, place) and scan.folded[place : place + 3] == (",", "c'", "est")
        return place + 3 if presented and is_subject(scan, run) else None
    if words("names/governing_verbs.txt", f"copulas {scan.page.language}").isdisjoint(predicate.lemmas):
        return None
    behind = predicate.place + 1
    negations = words("names/governing_verbs.txt", "between copula and noun")
    while scan.same_line(place, behind + 1) and scan.folded[behind] in negations:
        behind += 1
    return behind


def _noun_at(scan: Scan, start: int) -> Noun | None:
    opening = words("names/governing_verbs.txt", "before definition")
    if not scan.same_line(start - 1, start) or scan.folded[start] not in opening:
        return None
    return _french(scan, start) if scan.page.language == "fr" else _english(scan, start)


def _french(scan: Scan, start: int) -> Noun | None:
    """The first noun: only determiners, « l'un des », adjectives of size stand before it."""
    fitting = words("names/governing_verbs.txt", "before definition", "before noun fr")
    fitting |= words("names/grammar_words.txt", "sizes")
    nouns, roles = vocabulary.nouns("fr", backwards=False), vocabulary.roles("fr", backwards=False)
    for place in range(start, start + REACH):
        if not scan.same_line(start, place):
            return None
        if found := nouns.at(scan.folded, place):
            role = roles.at(scan.folded, place)
            return None if role and found[1].weight < NEVER_OF_PERSON else found[1]
        if scan.folded[place] not in fitting:
            return None
    return None


def _english(scan: Scan, start: int) -> Noun | None:
    """The last noun of the phrase, where nothing but a mark or another phrase follows it."""
    nouns, roles = vocabulary.nouns("en", backwards=False), vocabulary.roles("en", backwards=False)
    opening = words("names/governing_verbs.txt", "before definition")
    place = start
    while scan.same_line(start, place) and place < start + REACH:
        if found := nouns.at(scan.folded, place):
            if _ends_phrase(scan, place + found[0]):
                role = roles.at(scan.folded, place)
                return None if role and found[1].weight < NEVER_OF_PERSON else found[1]
            place += found[0]
        elif scan.folded[place] in opening or scan.words[place].kind == "possessive":
            place += 1
        elif scan.words[place].kind == "mark" or scan.folded[place] in vocabulary.function_words():
            return None
        else:
            place += 1
    return None


def _ends_phrase(scan: Scan, place: int) -> bool:
    """Whether the noun before the place is the last word of its phrase: no possessive, no further noun follows."""
    if not scan.same_line(place - 1, place) or scan.words[place].kind == "mark":
        return True
    return scan.folded[place] in vocabulary.function_words() or is_participle(scan, place) or is_adjective(scan, place)
