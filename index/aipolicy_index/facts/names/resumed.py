"""What a list or the next sentence calls a name: « avec X. L'outil ... », « des rivaux comme X et Y »."""

from __future__ import annotations

from collections.abc import Iterator

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.lexicon import index
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.trimming import Run
from aipolicy_index.facts.names.verbs import is_subject_of
from aipolicy_index.facts.names.vocabulary import Clue, Noun
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

LISTED_WITHIN = 8
"""Words from the name back to « comme », « tels que » within which other names of the list may stand."""
NEVER_OF_PERSON = 7
"""Weight of a noun that is never said of a person."""
RESUMED = 3.5
"""Weight of what the next sentence calls the one name of this one."""


def resumed(scan: Scan, run: Run) -> Iterator[Clue]:
    """What the next sentence calls the one unknown name of this one."""
    end = scan.sentence_of(run.first, run.end).stop
    if not scan.same_line(run.first, end + 1):
        return
    if scan.folded[end] in words("names/role_words.txt", "possessives"):
        yield from _led_next(scan, run, end + 1)
        return
    if scan.folded[end] not in words("names/grammar_words.txt", "resuming"):
        return
    noun = vocabulary.nouns(scan.page.language, backwards=False).at(scan.folded, end + 1)
    if noun is None or noun[1].category not in ("product", "chatbot", "model", "company"):
        return
    following = end + 1 + noun[0]
    if not scan.same_line(end, following) or not _is_alone(scan, run):
        return
    if not is_subject_of(scan, following) and not _goes_on(scan, following):
        return
    before = scan.folded[run.first - 1] if scan.same_line(run.first - 1, run.first) else ""
    if before not in words("names/grammar_words.txt", f"not resumed as {noun[1].kind}"):
        yield Clue(noun[1].kind, RESUMED, f"{noun[1].kind} called so next", noun[1].category)


def _goes_on(scan: Scan, comma: int) -> bool:
    """« L'entreprise, qui emploie 63 personnes, », « L'outil, conçu ici, »; not « Le fournisseur, la firme Y »."""
    if not scan.same_line(comma, comma + 1) or scan.words[comma].text != ",":
        return False
    return scan.folded[comma + 1] not in words("names/grammar_words.txt", "determiners")


def _led_next(scan: Scan, run: Run, place: int) -> Iterator[Clue]:
    """« X conteste. Son président, », "X denies it. Its chief executive": who has a chief is a body."""
    role = vocabulary.roles(scan.page.language, backwards=False).at(scan.folded, place)
    if role is None or not is_subject_of(scan, run.full_end) or not run.initial:
        return
    chief = scan.folded[place : place + role[0]]
    if not words("names/role_words.txt", "executives").isdisjoint(chief) and _is_alone(scan, run):
        yield Clue(FactKind.ORGANISATION, RESUMED + 1, "organisation led next", "company")


def _is_alone(scan: Scan, run: Run) -> bool:
    """Whether no other unknown name stands in the sentence, and the name is not that of a person."""
    if scan.folded[run.first] in vocabulary.first_names():
        return False
    sentence = scan.sentence_of(run.first, run.end)
    others = (scan.words[place] for place in sentence if not run.first <= place < run.full_end)
    return not any(
        word.kind == "word" and word.text[0].isupper() and not word.initial and word.folded not in index()
        for word in others
    )


def listed(scan: Scan, run: Run) -> Iterator[Clue]:
    """What the noun before « comme », « tels que », "such as" calls each name of the list behind it."""
    for place in range(run.first - 1, run.first - LISTED_WITHIN, -1):
        if not scan.same_line(place, run.first):
            return
        if scan.words[place].text == "," and (noun := _counted(scan, place - 1)):
            yield from _examples_of(noun)
            return
        if size := _example_words(scan, place):
            if noun := _plural_before(scan, place - size):
                yield from _examples_of(noun)
            return
        word = scan.words[place]
        lists = word.text == "," or word.folded in words("names/grammar_words.txt", "list links")
        if not lists and (word.kind != "word" or word.text[0].islower()):
            return


def _examples_of(noun: Noun) -> Iterator[Clue]:
    yield Clue(noun.kind, 5, f"{noun.kind} in list", noun.category)
    if noun.weight >= NEVER_OF_PERSON:
        yield Clue(FactKind.PERSON, -3, "in list")


def _example_words(scan: Scan, place: int) -> int:
    """How many words, up to this one, open a list of examples; 0 where none does."""
    two = f"{scan.folded[place - 1]} {scan.folded[place]}" if scan.same_line(place - 1, place) else ""
    if two in words("names/grammar_words.txt", "examples"):
        return 2
    return int(scan.folded[place] in words("names/grammar_words.txt", "examples"))


def _counted(scan: Scan, last: int) -> Noun | None:
    """« deux logiciels, X et Y »: the noun before the comma, where a small number counts it."""
    found = vocabulary.nouns(scan.page.language, backwards=True).at(scan.folded, last)
    if found is None or not scan.same_line(last - found[0], last):
        return None
    counted = scan.folded[last - found[0]] in words("names/grammar_words.txt", "small numbers")
    return found[1] if counted and found[1].kind in (FactKind.PRODUCT, FactKind.ORGANISATION) else None


def _plural_before(scan: Scan, last: int) -> Noun | None:
    """The noun in the plural that the examples are of: « des concurrents (américains) comme »."""
    if scan.same_line(last, last + 1) and scan.words[last].text == ",":
        last -= 1
    for place in range(last, last - 3, -1):
        if not scan.same_line(place, last + 1) or not scan.words[place].text[0].isalpha():
            return None
        found = vocabulary.nouns(scan.page.language, backwards=True).at(scan.folded, place)
        plural = scan.folded[place - found[0] + 1].endswith(("s", "x")) if found else False
        if found:
            known = plural and found[1].kind in (FactKind.PRODUCT, FactKind.ORGANISATION)
            return found[1] if known else None
    return None
