"""What the form of a name says of its kind: its title, first name, legal form, tail, particles, version number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.lexicon import index
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.trimming import Run
from aipolicy_index.facts.names.vocabulary import Clue, FirstName
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_CAMEL = re.compile(r"[a-zà-ÿ][A-ZÀ-Ý]")
_MADE = re.compile(r"[a-zà-ÿ](?:Bot|GPT|LM|LLM|OCR|Scan|Cam|Score|Chat|Eye)\Z")
_SUFFIXES = frozenset(("Bot", "GPT", "LM", "LLM", "OCR", "Net", "Chat"))
_ROMAN = re.compile(r"[IVXLC]+\Z")
_SCHOOLS = frozenset(("college", "university", "institute", "polytechnic", "academy"))
LONGEST_ACRONYM = 6


def clues_inside(scan: Scan, run: Run) -> Iterator[Clue]:
    """The clues of the name itself."""
    first = scan.words[run.first]
    if run.civility is not None or (run.end > run.first + 1 and first.folded in _peerage()):
        yield Clue(FactKind.PERSON, 6, "person title")
    if run.full_end > run.end:
        yield Clue(FactKind.PRODUCT, 4, "product version", "model")
        if run.end == run.first + 1:
            yield Clue(FactKind.PERSON, -4, "version")
    if first.hyphen and run.first > 0 and scan.words[run.first - 1].text in ("D", "R", "I"):
        yield Clue(FactKind.PLACE, 6, "place of lawmaker")
    if run.end > run.first + 1:
        yield from _of_several(scan, run)
    elif _is_acronym(first.text):
        yield Clue(FactKind.ORGANISATION, 1.5, "organisation acronym")
        yield Clue(FactKind.PERSON, -2, "acronym")
    last = scan.words[run.end - 1]
    if _MADE.search(last.text) or (last.hyphen and last.text in _SUFFIXES):
        yield Clue(FactKind.PRODUCT, 4, "product form")
    if _CAMEL.search(first.text) and not first.folded.startswith(_surname_beginnings()):
        yield Clue(FactKind.PERSON, -3, "camel case")
        yield Clue(FactKind.PLACE, -3, "camel case")


def _peerage() -> frozenset[str]:
    return words("names/grammar_words.txt", "peerage")


def _is_acronym(text: str) -> bool:
    """Two to six capital letters that are no Roman number."""
    return text.isupper() and text.isalpha() and 2 <= len(text) <= LONGEST_ACRONYM and not _ROMAN.match(text)


def _surname_beginnings() -> tuple[str, ...]:
    return tuple(words("names/grammar_words.txt", "surname beginnings"))


def _of_several(scan: Scan, run: Run) -> Iterator[Clue]:
    if _is_hyphenated_town(scan, run):
        yield Clue(FactKind.PLACE, 5, "place form")
    if _is_part_of_town(scan, run):
        yield Clue(FactKind.PLACE, 5, "place and district")
    if scan.folded[run.end - 1] in words("names/grammar_words.txt", "place tails"):
        yield Clue(FactKind.PLACE, 5, "place tail")
    if scan.folded[run.end - 1] in words("names/grammar_words.txt", "telling editions"):
        yield Clue(FactKind.PRODUCT, 4, "product edition")
    yield from _of_ends(scan, run)
    heads = vocabulary.heads("en", "of")
    inside = range(run.first + 1, run.end)
    headed = not heads.keys.isdisjoint(scan.folded[run.first + 1 : run.end])
    if headed and any(heads.at(scan.folded, place) for place in inside):
        yield Clue(FactKind.ORGANISATION, 5, "organisation head")
    if _has_initial(scan.folded[run.first : run.end]):
        yield Clue(FactKind.PERSON, 4, "person initial")
    texts = {word.text for word in scan.words[run.first + 1 : run.end]}
    if run.end == run.first + 2 and _is_branch(scan, run):
        yield Clue(FactKind.ORGANISATION, 4, "organisation acronym")
    if "&" in texts:
        yield Clue(FactKind.ORGANISATION, 3, "organisation ampersand", "company")
    if "o'" in scan.folded[run.first : run.end]:
        yield Clue(FactKind.PERSON, 4, "person particle")
    if not texts.isdisjoint(words("names/grammar_words.txt", "telling particles")):
        yield Clue(FactKind.PERSON, 2, "person particle")


def _is_branch(scan: Scan, run: Run) -> bool:
    """« le Snes-FSU »: behind an article, a name with the acronym of the body to which it belongs."""
    last = scan.words[run.end - 1]
    determined = scan.same_line(run.first - 1, run.first) and scan.folded[run.first - 1] in (
        "le",
        "la",
        "du",
        "au",
        "l'",
    )
    known = any(alias.entry.kind is FactKind.ORGANISATION for alias in index().get(last.folded))
    return determined and known and last.hyphen and _is_acronym(last.text)


def _of_ends(scan: Scan, run: Run) -> Iterator[Clue]:
    """The last word of a company, else the first name of a person."""
    tail = vocabulary.heads("en", "last").at(scan.folded, run.end - 1)
    if scan.words[run.end - 1].text in vocabulary.legal_forms():
        yield Clue(FactKind.ORGANISATION, 9, "organisation legal form", "company")
    elif tail:
        yield Clue(FactKind.ORGANISATION, 5, "organisation tail", tail[1].category)
    elif any(scan.folded[place] in _SCHOOLS for place in range(run.first + 1, run.end)):
        yield Clue(FactKind.ORGANISATION, 5, "organisation school", "university")
    elif scan.folded[run.end - 1] in ("ai", "ia"):
        yield Clue(FactKind.ORGANISATION, 4, "organisation tail", "company")
    elif first_name := vocabulary.first_names().get(_first_name(scan, run)):
        yield Clue(FactKind.PERSON, _weight(scan, run, first_name), "person first name")


def _weight(scan: Scan, run: Run, first_name: FirstName) -> float:
    """What a first name weighs: less when it is a common word too, unless its capital stands inside a sentence."""
    if not first_name.common:
        return 6
    known = any(scan.folded[place] in index() for place in range(run.first, run.end))
    return 1.5 if known or run.initial else 3.5


def _first_name(scan: Scan, run: Run) -> str:
    """The first name, folded: of Jean-Marc the half that is known."""
    form = scan.folded[run.first]
    hyphened = run.end - run.first > 2 and scan.words[run.first + 1].hyphen
    return scan.folded[run.first + 1] if hyphened and form not in vocabulary.first_names() else form


def _has_initial(forms: tuple[str, ...]) -> bool:
    """« J. D. Vance », « John F. Kennedy »."""
    return (len(forms[0]) == 1 and "." in forms[1:3]) or any(len(form) == 1 and form.isalpha() for form in forms[1:-1])


def _is_part_of_town(scan: Scan, run: Run) -> bool:
    """« Bruxelles-Midi », « Liège-Guillemins »: a known town, a hyphen and another capital."""
    if run.end != run.first + 2 or not scan.words[run.first + 1].hyphen:
        return False
    towns = [alias for alias in index().get(scan.folded[run.first]) if len(alias.words) == 1]
    return bool(towns) and all(alias.entry.kind is FactKind.PLACE for alias in towns)


def _is_hyphenated_town(scan: Scan, run: Run) -> bool:
    """« Yverdon-les-Bains », « Saint-Rémy-de-Provence », « Villeneuve-d'Ascq »."""
    links, linked = words("names/grammar_words.txt", "town links"), False
    for place in range(run.first + 1, run.end):
        word = scan.words[place]
        if not word.hyphen and scan.words[place - 1].kind != "elision":
            return False
        linked = linked or (word.hyphen and word.text.islower() and word.folded in links)
    return linked
