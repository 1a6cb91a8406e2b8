"""What an apposition behind a name says of its kind: « X, PDG de Y », « X (une start-up) », « X, 43 ans »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.beside import is_adjective
from aipolicy_index.facts.names.lexicon import index
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.trimming import Run
from aipolicy_index.facts.names.verbs import is_business, is_finite, is_participle, is_subject_of, says
from aipolicy_index.facts.names.vocabulary import Clue
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_AGE = re.compile(r"\d{2}\Z")
_BEHIND_PARTICIPLES = frozenset("by in at of for from with on as to".split())

APPOSITION = 4
"""Words behind a comma within which the noun of an apposition is sought."""


def clues_of_apposition(scan: Scan, run: Run, place: int) -> Iterator[Clue]:
    """« X, PDG de ... », « X, 43 ans », « X (une start-up) », "X, who heads"."""
    if scan.folded[place] in words("names/role_words.txt", "once") and scan.same_line(place, place + 1):
        place += 1
    form = scan.folded[place]
    if form in ("who", "qui"):
        if scan.same_line(place, place + 1) and is_business(scan, place + 1) and run.end == run.first + 1:
            yield Clue(FactKind.ORGANISATION, 5, "organisation business")
        else:
            yield Clue(FactKind.PERSON, 4 if form == "who" else 0.5, "person relative")
    elif _is_age(scan, place):
        yield Clue(FactKind.PERSON, 6, "person age")
    else:
        yield from _participle(scan, place)
        if form in words("names/grammar_words.txt", "belonging") and run.end > run.first + 1:
            yield Clue(FactKind.PERSON, 2, "person belonging")
        yield from _apposed_noun(scan, run, place)


def _participle(scan: Scan, place: int) -> Iterator[Clue]:
    """« X, développé par », « X, valorisée 800 millions », "X, based in"."""
    form, following = scan.folded[place], scan.folded[place + 1] if scan.same_line(place, place + 1) else ""
    if following in ("par", "by") and form in words("names/grammar_words.txt", "made"):
        yield Clue(FactKind.PRODUCT, 5, "product made")
    elif form in words("names/grammar_words.txt", "opens organisation") - {"lancee"}:
        weight = 4 if form in ("based", "basee") else 5
        yield Clue(FactKind.ORGANISATION, weight, "organisation participle")
    elif form == "which" and scan.same_line(place, place + 2) and _is_settled(scan, place + 1):
        yield Clue(FactKind.ORGANISATION, 5, "organisation relative")


def _is_settled(scan: Scan, place: int) -> bool:
    """« which is based in », "which employs"."""
    based = words("names/grammar_words.txt", "opens organisation")
    return is_business(scan, place) or scan.folded[place + 1] in based


def _is_age(scan: Scan, place: int) -> bool:
    return (
        _AGE.match(scan.folded[place]) is not None
        and scan.same_line(place, place + 1)
        and scan.folded[place + 1] in ("ans", ",", ")")
    )


def _apposed_noun(scan: Scan, run: Run, first: int) -> Iterator[Clue]:
    roles = vocabulary.roles(scan.page.language, backwards=False)
    nouns = vocabulary.nouns(scan.page.language, backwards=False)
    lead = words("names/grammar_words.txt", "determiners", "sizes")
    place, limit = first - 1, first + APPOSITION
    while (place := place + 1) < limit:
        if not scan.same_line(first, place):
            return
        role, noun = roles.at(scan.folded, place), nouns.at(scan.folded, place)
        if role and _is_owner(scan, place + role[0]):
            place, limit = place + role[0], limit + 2
            continue
        lone = run.end == run.first + 1 and scan.folded[run.first] not in vocabulary.first_names()
        if role and not _is_verb(scan, place) and not (noun and lone):
            if not _has_other_name(scan, place + role[0]) and not _tells(scan, place + role[0]):
                either = scan.folded[place] in words("names/role_words.txt", "either")
                yield Clue(FactKind.PERSON, 2 if either else 5, "person role after")
            return
        text = scan.words[place].text
        if noun and (text[0].islower() or text.isupper()):
            if _qualifies_next(scan, place + noun[0]):
                continue
            if _is_possessive(scan, place + noun[0]):
                place, limit = place + noun[0], limit + 2
                continue
            if _closes(scan, place + noun[0]):
                yield Clue(noun[1].kind, noun[1].weight, f"{noun[1].kind} noun after", noun[1].category)
            return
        if past := _past_owner(scan, place):
            place, limit = past, limit + past - place
        elif _is_based(scan, place):
            place, limit = place + 1, limit + 2
        elif scan.folded[place] not in lead and not is_adjective(scan, place) and not _is_modifier(scan, place):
            return


def _past_owner(scan: Scan, place: int) -> int | None:
    """« X, Northgate Labs' chief scientist », "X, OpenAI's head of policy": where the possessive of a name stands."""
    here = place
    while scan.has_capital(here) and here < place + APPOSITION:
        here += 1
    if here == place or not scan.same_line(place, here + 1):
        return None
    return here if scan.words[here].kind == "possessive" or _is_owner(scan, here) else None


def _is_based(scan: Scan, place: int) -> bool:
    """« a Leeds-based charity »."""
    if not scan.same_line(place, place + 1) or not scan.words[place + 1].hyphen:
        return False
    return scan.page.language == "en" and scan.folded[place + 1] in words("names/grammar_words.txt", "hyphened tails")


def _is_owner(scan: Scan, place: int) -> bool:
    """« X, the plaintiffs' lawyer », "Mother's Day": the role only owns the next word."""
    if not scan.same_line(place - 1, place):
        return False
    plural = scan.words[place].text == "'" and scan.folded[place - 1].endswith("s")
    return plural or scan.words[place].kind == "possessive"


def _is_possessive(scan: Scan, place: int) -> bool:
    """« X, the company's cofounder »."""
    return scan.same_line(place - 1, place) and scan.words[place].kind == "possessive"


def _is_verb(scan: Scan, place: int) -> bool:
    """« X, juge la décision », « X, jugé trop cher »: a verb where a role could stand."""
    following = scan.folded[place + 1] if scan.same_line(place, place + 1) else ""
    if is_participle(scan, place) and following in ("trop", "tres", "peu", "moins", "plus", "comme"):
        return True
    if not is_finite(scan, place) or not scan.same_line(place, place + 1):
        return False
    return following in words("names/grammar_words.txt", "determiners") or following in ("que", "qu'")


def _qualifies_next(scan: Scan, place: int) -> bool:
    """Whether another English noun follows: "the state comptroller"."""
    return scan.same_line(place - 1, place) and _is_modifier(scan, place)


def _is_modifier(scan: Scan, place: int) -> bool:
    """An English noun before another: "a bus driver"."""
    word = scan.words[place]
    if scan.page.language != "en" or word.kind != "word":
        return False
    if word.text[0].isupper():
        return any(alias.entry.kind is FactKind.PLACE and len(alias.words) == 1 for alias in index().get(word.folded))
    return word.folded not in vocabulary.function_words() and not is_finite(scan, place)


def _has_other_name(scan: Scan, first: int) -> bool:
    """Whether the role is that of a name behind it: « chez X, le directeur, Y », « le conseiller national Y »."""
    shut = words("names/grammar_words.txt", "gap")
    for place in range(first, first + APPOSITION):
        if not scan.same_line(first - 1, place):
            return False
        word = scan.words[place]
        if word.text == ",":
            return scan.has_capital(place + 1)
        if word.kind != "word" or word.folded in shut or word.folded in vocabulary.function_words():
            return False
        if word.text[0].isupper():
            return True
    return False


def _tells(scan: Scan, place: int) -> bool:
    """« X, the plaintiffs' lawyer said »: the role is the subject of a verb of saying, and no apposition."""
    return scan.page.language == "en" and scan.same_line(place - 1, place) and says(scan, place, within=1)


def _closes(scan: Scan, place: int) -> bool:
    """Whether what follows the noun goes on with it, and is not another name or a verb of the main clause."""
    while scan.same_line(place - 1, place) and is_adjective(scan, place):
        place += 1
    if not scan.same_line(place - 1, place):
        return True
    following = scan.folded[place + 1] if scan.same_line(place, place + 1) else ""
    if scan.page.language == "en" and following in _BEHIND_PARTICIPLES:
        return not scan.has_capital(place)
    return not scan.has_capital(place) and not is_subject_of(scan, place)
