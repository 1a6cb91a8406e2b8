"""Which word forms belong to which verb, and which verbs report speech: built once a language from data files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from aipolicy_index.facts.grammar.conjugation import (
    ENGLISH_SLOTS,
    FRENCH_SLOTS,
    NO_FORM,
    Slot,
    Tense,
    english_paradigm,
    english_stem,
    french_paradigm,
    french_stem,
)
from aipolicy_index.facts.grammar.tables import DATA, rows

Paradigm = Callable[[str], tuple[str, ...]]
_KEPT = 65536
"""Forms of which the readings are kept."""


class Reading(NamedTuple):
    """One way to read a word form: of which verb, in which tense."""

    lemma: str
    tense: Tense
    plural: bool
    first_person: bool = False


class VerbForms:
    """The verbs of a language, by which any word form is read; forms and lemmas in lower case.

    A verb is found by what all its forms begin with, and its forms are compared when a word begins so: a text needs
    the forms of few of the verbs.
    """

    def __init__(self, by_stem: Mapping[str, Sequence[str]], paradigm: Paradigm, slots: Sequence[Slot]) -> None:
        self._by_stem, self._paradigm, self._slots = by_stem, paradigm, slots
        self.read = lru_cache(maxsize=_KEPT)(self._compared)
        """The readings of a form as a verb, by lemma; none when it is none."""

    def get(self, form: str, otherwise: tuple[Reading, ...] = ()) -> tuple[Reading, ...]:
        """The readings of a form as a verb, by lemma; `otherwise` when it is none."""
        return self.read(form) or otherwise

    def __getitem__(self, form: str) -> tuple[Reading, ...]:
        return self.read(form)

    def __contains__(self, form: str) -> bool:
        return bool(self.read(form))

    def _compared(self, form: str) -> tuple[Reading, ...]:
        stems = (form[:size] for size in range(len(form) + 1))
        lemmas = sorted(lemma for stem in stems for lemma in self._by_stem.get(stem, ()))
        found = (
            Reading(lemma, *slot)
            for lemma in lemmas
            for one, slot in zip(self._paradigm(lemma), self._slots, strict=True)
            if one == form != NO_FORM
        )
        return tuple(dict.fromkeys(found))


@cache
def readings(language: str) -> VerbForms:
    """Word form -> its readings as a verb, particles and pronouns left out."""
    if language == "fr":
        return VerbForms(_by_stem(language, french_stem), cache(french_paradigm), FRENCH_SLOTS)
    return VerbForms(_by_stem(language, english_stem), cache(english_paradigm), ENGLISH_SLOTS)


def _by_stem(language: str, stem_of: Callable[[str], str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for lemma in _lemmas(language):
        found[stem_of(lemma)].append(lemma)
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
