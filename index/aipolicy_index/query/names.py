"""The names of fields and kinds, and the words that a query does not insist on: read from the data files beside it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from aipolicy_index.language.matching import fold


class Name(NamedTuple):
    """What one name stands for, and how it is shown in each language."""

    target: str
    english: str
    french: str

    def shown(self, language: str) -> str:
        """The name in `fr` or `en`."""
        return self.french if language == "fr" else self.english


def _lines(name: str) -> list[str]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _names(name: str) -> dict[str, Name]:
    table = {}
    for line in _lines(name):
        target, *names = line.split("\t")
        for each in names:
            table[fold(each)] = Name(target, names[0], names[1])
    return table


@cache
def field_names() -> dict[str, Name]:
    """Folded name -> field, for what stands before a colon."""
    return _names("fields.tsv")


@cache
def kind_names() -> dict[str, Name]:
    """Folded name -> kind of fact, for what stands after @."""
    return _names("kinds.tsv")


@cache
def state_names() -> dict[str, Name]:
    """Folded name -> what the reader did, for what stands after `is:`."""
    return _names("states.tsv")


@cache
def language_names() -> dict[str, Name]:
    """Folded name -> language of an article, for what stands after `lang:`."""
    return _names("languages.tsv")


@cache
def stop_words() -> frozenset[str]:
    """Folded words that are optional beside others."""
    return frozenset(fold(word) for line in _lines("fr.stopwords.txt") for word in line.split())


@cache
def acronyms() -> frozenset[str]:
    """Folded acronyms that are other words when they are not in capitals."""
    return frozenset(fold(word) for line in _lines("acronyms.txt") for word in line.split())


class QuestionWords(NamedTuple):
    """Folded words of questions."""

    first: frozenset[str]
    """They begin one ..."""
    before: frozenset[str]
    """... these may stand before them ..."""
    silent: frozenset[str]
    """... and on these it does not insist."""


@cache
def question_words() -> QuestionWords:
    """How questions are typed."""
    first, before, silent = _sections("questions.txt", QuestionWords._fields)
    return QuestionWords(first, before, silent | first)


class Auxiliaries(NamedTuple):
    """Folded forms of avoir, and the participles behind them that are small words."""

    avoir: frozenset[str]
    participles: frozenset[str]


@cache
def auxiliaries() -> Auxiliaries:
    """What makes « eu » and « été » small words."""
    return Auxiliaries(*_sections("auxiliaries.txt", Auxiliaries._fields))


def _sections(name: str, wanted: Iterable[str]) -> list[frozenset[str]]:
    sections: dict[str, set[str]] = {}
    for line in _lines(name):
        if line.startswith("["):
            words = sections.setdefault(line.strip("[]"), set())
        else:
            words.update(map(fold, line.split()))
    return [frozenset(sections[each]) for each in wanted]


@cache
def untelling_words() -> frozenset[str]:
    """Folded words that say nothing of what an article is about."""
    from aipolicy_index.language.datafiles import data_words

    own = {fold(word) for line in _lines("untelling.txt") for word in line.split()}
    grammar = {fold(word) for name in ("votes.fr.tsv", "votes.en.tsv") for word in data_words(name)}
    return frozenset(own | grammar | stop_words())


def nearest_field(name: str, language: str) -> str | None:
    """The known field name most like this one, if any is, as it is shown in `fr` or `en`."""
    return _nearest(name, field_names(), language)


def nearest_kind(name: str, language: str) -> str | None:
    """The kind of fact whose name is most like this one, if any is, as it is shown in `fr` or `en`."""
    return _nearest(name.lstrip("@"), kind_names(), language)


def _nearest(name: str, known: dict[str, Name], language: str) -> str | None:
    from difflib import get_close_matches

    close = get_close_matches(fold(name), known, n=1, cutoff=0.6)
    return known[close[0]].shown(language) if close else None
