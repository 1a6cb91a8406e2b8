"""Which verbs and nouns make which kind of action, and under which condition."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.lexicon import head_of
from aipolicy_index.facts.grammar.tables import rows
from aipolicy_index.model import ActionKind

_MONEY = (
    r"(?:\b(?:million|milliard|billion|crore|lakh|bn\b|mln\b)|[€$£₹]|\d ?(?:euros?|dollars?|francs?|livres?|pounds?)\b)"
)


class ActionRule(NamedTuple):
    """One reading of a verb as an action."""

    kind: ActionKind
    condition: str
    """What the clause must hold, a regular expression on plain lower-case text; empty for none."""
    weight: int
    """3: a decision by itself; 2: usually; 1: only of a known actor; 0: no action."""
    pronominal: bool


@cache
def _rules(language: str) -> dict[str, tuple[ActionRule, ...]]:
    """Verb -> its rules, those with a condition first."""
    found: defaultdict[str, list[ActionRule]] = defaultdict(list)
    for its_language, kind, verb, condition, weight in rows("action_verbs.tsv"):
        if its_language == language:
            pronominal = verb.startswith(("s'", "se_"))
            lemma = verb if language == "en" else head_of(verb)
            condition = condition.replace("{money}", _MONEY)
            found[lemma].append(ActionRule(ActionKind(kind), condition, int(weight), pronominal))
    return {verb: tuple(sorted(several, key=lambda rule: not rule.condition)) for verb, several in found.items()}


@cache
def _verbs(language: str) -> frozenset[str]:
    asked = ("announcing", "asking", "using")
    return frozenset(_rules(language)).union(*(words_of(name, language) for name in asked))


def may_act(verb: str, language: str) -> bool:
    """Whether any rule asks for the verb."""
    return verb in _verbs(language)


def match(lemma: str, clause: str, language: str, *, reflexive: bool) -> ActionRule | None:
    """The rule of the verb whose condition the clause meets soonest, else its rule without one; None for no action.

    Of two that are met in one place, the longer match decides, then the weight.
    """
    best: tuple[tuple[int, int, int], ActionRule] | None = None
    for rule in _rules(language).get(lemma, ()):
        if language == "fr" and rule.pronominal != reflexive:
            continue
        found = _compiled(rule.condition).search(clause) if rule.condition else None
        if rule.condition and found is None:
            continue
        at, length = (found.start(), found.end() - found.start()) if found else (len(clause), 0)
        order = at, -length, -rule.weight
        if best is None or order < best[0]:
            best = order, rule
    return best[1] if best and best[1].weight else None


@cache
def _compiled(condition: str) -> re.Pattern[str]:
    return re.compile(condition)


@cache
def nouns(language: str) -> dict[str, ActionKind]:
    """Noun or phrase in lower case -> the action that it tells of."""
    return {
        noun: ActionKind(kind)
        for its_language, kind, several in rows("action_nouns.tsv")
        if its_language == language
        for noun in several.split("|")
    }


@cache
def nouns_pattern(language: str) -> str:
    """An alternation of all nouns, the longest first."""
    return "|".join(re.escape(noun) for noun in sorted(nouns(language), key=len, reverse=True))
