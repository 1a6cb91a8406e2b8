"""The date grammar of a language, as read from its data file: rules, the words that open them, and their contexts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from aipolicy_index.language.datafiles import Patterns, data_lines
from aipolicy_index.language.dates.expressions import Expression
from aipolicy_index.language.dates.vocabulary import Vocabulary, vocabulary
from aipolicy_index.language.numbers import one_of, small_words

DIGITS = "digits"
"""Stands for any number in digits among the words that open a rule."""
_PLACEHOLDER = re.compile(r"\{([a-zA-Z_]+)\}")
_FIRST_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Source:
    """The text that is read: `lower` is matched, `plain` tells capitals; both have the same length."""

    lower: str
    plain: str
    language: str
    day_first: bool = True
    """Whether 3/4 is the third of April."""

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of months that are people in this text: « May Oduya », « Theresa May »."""
        found = grammar(self.language).contexts["cased_names"].findall(self.plain)
        return frozenset(word.lower() for pair in found for word in pair if word)

    @property
    def words(self) -> Vocabulary:
        """The words of the language."""
        return vocabulary(self.language)

    def before(self, position: int, length: int = 28) -> str:
        """What stands just before a position."""
        return self.lower[max(0, position - length) : position]

    def is_capital(self, position: int) -> bool:
        """Whether the character is a capital."""
        return self.plain[position : position + 1].isupper()

    def precedes(self, context: str, position: int) -> bool:
        """Whether a context of the grammar stands just before a position."""
        return grammar(self.language).contexts[context].search(self.before(position)) is not None

    def follows(self, context: str, position: int) -> bool:
        """Whether a context of the grammar stands just after a position."""
        return grammar(self.language).contexts[context].match(self.lower, position) is not None


Build = Callable[[re.Match[str], Source], "Expression | tuple[Expression, ...] | None"]
"""From the words of a match to what they say; None where they are no date after all."""


@dataclass(frozen=True)
class Rule:
    """One form of date: the builder that reads it, the words with which it begins, its pattern."""

    builder: str
    openings: frozenset[str]
    written: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first needs it."""
        return re.compile(self.written)


@dataclass(frozen=True)
class Grammar:
    """The rules of one language, in the order in which they are tried."""

    rules: tuple[Rule, ...]
    contexts: Mapping[str, re.Pattern[str]]

    @cached_property
    def by_opening(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules that may begin with a word."""
        words = {word for rule in self.rules for word in rule.openings}
        return {word: tuple(rule for rule in self.rules if word in rule.openings) for word in words}


@cache
def grammar(language: str) -> Grammar:
    """The grammar of `fr` or `en`."""
    known = vocabulary(language)
    macros, classes = _macros(known, language), _classes(known, language)
    rules: list[Rule] = []
    contexts: dict[str, str] = {}
    for line in data_lines(f"date_rules.{language}.tsv"):
        kind, name, *cells = line.split("\t")
        if kind == "macro":
            macros[name] = _expanded(cells[0], macros)
        elif kind == "context":
            contexts[name] = _expanded(cells[0], macros)
        else:
            openings = {word for cell in cells[0].split() for word in classes.get(cell, (cell,))}
            rules.append(Rule(name, frozenset(openings), _expanded(cells[1], macros)))
    return Grammar(tuple(rules), Patterns(contexts))


def _expanded(pattern: str, macros: Mapping[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda match: f"(?:{macros[match[1]]})" if match[1] != "Y" else macros["Y"], pattern)


def _macros(known: Vocabulary, language: str) -> dict[str, str]:
    """What the placeholders of the tables of words stand for."""
    short, days = one_of(known.short_months), one_of(known.short_weekdays)
    after_short = r"(?:\.|(?= \d))" if language == "fr" else r"\.?"
    return {
        "full": rf"(?:{one_of(known.months)})(?!\w)",
        "month": rf"(?:{one_of(known.months)}|(?:{short}){after_short})(?![^\W\d_])",
        "full_weekday": one_of(known.weekdays),
        "weekday": one_of(known.weekdays) + (rf"|(?:{days})\.?" if days else ""),
        "season": one_of(known.seasons),
        "ordinal": one_of(known.ordinals),
        "unit": one_of(known.units),
        "days": one_of(known.days),
        "hang": one_of(known.hanging),
        "feast": one_of(known.feasts),
        "small": one_of(small_words(language)),
    }


def _classes(known: Vocabulary, language: str) -> dict[str, frozenset[str]]:
    """The first words of each class of words."""
    listed: dict[str, Mapping[str, object] | tuple[str, ...]] = {
        "month": {**known.months, **known.short_months},
        "weekday": {**known.weekdays, **known.short_weekdays},
        "season": known.seasons,
        "ordinal": known.ordinals,
        "day_word": known.days,
        "hang": known.hanging,
        "feast": known.feasts,
        "number": small_words(language),
    }
    classes = {
        name: frozenset(match[0] for word in words if (match := _FIRST_WORD.match(word)))
        for name, words in listed.items()
    }
    classes["ordinal"] = frozenset(word for word in classes["ordinal"] if not word[0].isdigit())
    return classes
