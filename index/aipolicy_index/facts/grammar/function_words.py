"""The small words of both languages, by the set that a rule asks for (data/function_words.tsv)."""

from __future__ import annotations

from functools import cache

from aipolicy_index.facts.grammar.tables import rows


@cache
def words_of(name: str, language: str) -> frozenset[str]:
    """The words of a set in a language; empty where the language has none."""
    return frozenset(_sets().get((name, language), "").split())


@cache
def any_of(language: str, *names: str) -> frozenset[str]:
    """The words of several sets in a language."""
    return frozenset().union(*(words_of(name, language) for name in names))


@cache
def phrasal_verbs() -> frozenset[str]:
    """English verbs with their particle: `roll out`."""
    return frozenset(entry.replace("_", " ") for entry in words_of("phrasal", "en"))


@cache
def adverbials(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word -> the adverbs of several words that begin with it: « par ailleurs », “in turn”."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for entry in sorted(words_of("adverbials", language)):
        words = tuple(entry.split("_"))
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


@cache
def _sets() -> dict[tuple[str, str], str]:
    return {(name, language): words for name, language, words in rows("function_words.tsv")}


@cache
def is_adverb(word: str, language: str) -> bool:
    """Whether the word may stand between an auxiliary and its verb."""
    if word in words_of("adverbs", language):
        return True
    return len(word) > 5 and word.endswith("ment" if language == "fr" else "ly")
