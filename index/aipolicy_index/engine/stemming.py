"""Which words are forms of one word: plural, feminine and verb endings of folded French and English words.

Inflection only: derivation (`régulateur` from `réguler`) would bring in other subjects. The rules work on folded words,
so that a word typed without accents has the same forms. French endings are those of the first conjugation (third
persons, participles, infinitive) and the regular plurals and feminines; what is irregular is in `fr.inflections.txt`.
English ones follow step 1 of Porter's algorithm (Program 14(3), 1980).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

_VERB_ENDING = re.compile(r"(?:eraient|erait|eront|erent|aient|antes?|entes?|ants?|(?<!m)ents?|era|ait|ees?|er|es?)$")
_NOUN_ENDINGS = (
    (re.compile(r"eaux$"), "eau"),
    (re.compile(r"(?<=...)aux$"), "al"),
    (re.compile(r"(?<=[aeo])ux$"), "u"),
    (re.compile(r"euses?$"), "eu"),
    (re.compile(r"ives?$"), "if"),
    (re.compile(r"trices?$"), "teur"),
    (re.compile(r"([ao])ises?$"), r"\1is"),
    (re.compile(r"(?<![aos]i)(?<!s)s$"), ""),
)
_VOWEL = re.compile(r"[aeiouy]")
_SHORTEST = 4
_SHORTEST_INFLECTED = 3


def _sections() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    name = ""
    for line in Path(__file__).with_name("fr.inflections.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            sections.setdefault(name, []).append(line)
    return sections


@cache
def _irregular() -> dict[str, str]:
    """Form -> what stands for all forms of its word."""
    sections = _sections()
    known: dict[str, str] = {}
    for form, word in _conjugated(sections):
        known.setdefault(form, word)
    for line in sections["mer"]:
        known.update((f"{verb}ent", verb) for verb in line.split())
    for line in sections["forms"]:
        first, *others = line.split()
        known.update((form, first) for form in (first, *others))
    for line in sections["unchanged"]:
        known.update((word, word) for word in line.split())
    return known


def _conjugated(sections: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    endings = {}
    for line in sections["conjugations"]:
        model, _, found = line.partition(": ")
        endings[model] = ["" if ending == "-" else ending for ending in found.split()]
    for line in sections["verbs"]:
        model, _, verbs = line.partition(": ")
        for verb in verbs.split():
            yield from ((verb + ending, verb + endings[model][0]) for ending in endings[model])


@lru_cache(maxsize=131072)
def french_stem(word: str) -> str:
    """What the forms of a folded French word share."""
    if (known := _irregular().get(word)) is not None:
        return known
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    for pattern, instead in _NOUN_ENDINGS:
        plain, changed = pattern.subn(instead, word)
        if changed:
            word = plain
            break
    if ending := _VERB_ENDING.search(word):
        kept = word[: ending.start()]
        if len(kept) >= _SHORTEST - 1 and _VOWEL.search(kept):
            word = kept.removesuffix("e") if kept.endswith("ge") else kept
    return _smoothed(word)


def _smoothed(word: str) -> str:
    """Without what changes before an ending: a doubled consonant, y for i."""
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] in "lnt":
        return word[:-1]
    return f"{word[:-1]}i" if word.endswith("y") else word


@lru_cache(maxsize=131072)
def english_stem(word: str) -> str:
    """What the forms of a folded English word share."""
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith("sses"):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        kept = word.removesuffix(ending)
        if kept != word and len(kept) >= _SHORTEST - 1 and _VOWEL.search(kept):
            word = kept[:-1] if kept[-1] == kept[-2] and kept[-1] not in "lsz" else kept
            break
    if word.endswith("e") and len(word) >= _SHORTEST:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") else word


def is_inflected(word: str) -> bool:
    """Whether a word can have other forms."""
    return len(word) >= _SHORTEST_INFLECTED and word.isalpha()


def stem(word: str, language: str) -> str:
    """What the forms of a folded word share, in `fr` or `en`."""
    return english_stem(word) if language == "en" else french_stem(word)


@lru_cache(maxsize=4096)
def shared_beginning(word: str, language: str) -> str:
    """A beginning that every form of a folded word has."""
    stemmed = stem(word, language)
    irregular = [form for form, first in _irregular().items() if first == stemmed] if language == "fr" else []
    beginning = stemmed[: max(3, len(stemmed) - 2)]
    for form in (*irregular, word):
        while not form.startswith(beginning):
            beginning = beginning[:-1]
    return beginning


def shared_of_both(word: str) -> str:
    """A beginning that every form of a folded word has, whatever the language."""
    french, english = shared_beginning(word, "fr"), shared_beginning(word, "en")
    while not english.startswith(french):
        french = french[:-1]
    return french
