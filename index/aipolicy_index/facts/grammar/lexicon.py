"""Which word forms belong to which verb, and which verbs report speech: built once a language from data files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.grammar.conjugation import (
    ENGLISH_SLOTS,
    FRENCH_SLOTS,
    NO_FORM,
    Tense,
    english_paradigm,
    french_paradigm,
)
from aipolicy_index.facts.grammar.tables import DATA, rows


class Reading(NamedTuple):
    """One way to read a word form: of which verb, in which tense."""

    lemma: str
    tense: Tense
    plural: bool
    first_person: bool = False


@cache
def readings(language: str) -> dict[str, tuple[Reading, ...]]:
    """Word form -> its readings as a verb; forms and lemmas in lower case, particles and pronouns left out."""
    found: dict[str, tuple[Reading, ...]] = {}
    paradigm, slots = (french_paradigm, FRENCH_SLOTS) if language == "fr" else (english_paradigm, ENGLISH_SLOTS)
    for lemma in sorted(_lemmas(language)):
        for form, slot in zip(paradigm(lemma), slots, strict=True):
            if form == NO_FORM:
                continue
            reading, known = Reading(lemma, *slot), found.get(form)
            if known is None:
                found[form] = (reading,)
            elif reading not in known:
                found[form] = (*known, reading)
    return found


@cache
def saying(language: str) -> dict[str, frozenset[str]]:
    """Class of report (`say`, `inquit`, `stance`) -> its verbs, without pronouns."""
    classes: defaultdict[str, set[str]] = defaultdict(set)
    name = ""
    for word in _words(f"verbs_of_saying.{language}.txt"):
        if word.startswith("["):
            name = word.strip("[]")
        else:
            classes[name].add(head_of(word))
    return {name: frozenset(lemmas) for name, lemmas in classes.items()}


@cache
def inquit(language: str) -> frozenset[str]:
    """The verbs that may follow a quotation, with their subject behind them."""
    return frozenset().union(*saying(language).values())


@cache
def interrupting(language: str) -> frozenset[str]:
    """The verbs that may interrupt a quotation inside its marks."""
    classes = saying(language)
    return classes["say"] | classes["inquit"]


def head_of(entry: str) -> str:
    """The verb itself of an entry of a list: `s'inquiéter`, `se_dire`, `mettre_en_garde`, `point_out`."""
    bare = entry.removeprefix("s'").removeprefix("se_")
    return bare.replace("_", " ").split(" ")[0]


def _lemmas(language: str) -> set[str]:
    found = {lemma for lemmas in saying(language).values() for lemma in lemmas}
    found |= {head_of(word) for word in _words(f"plain_verbs.{language}.txt")}
    found |= {head_of(cells[2]) for cells in rows("action_verbs.tsv") if cells[0] == language}
    return found


def _words(name: str) -> Iterator[str]:
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield from line.split()
