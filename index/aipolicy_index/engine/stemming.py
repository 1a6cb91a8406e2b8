"""Which words are forms of one word: plural, feminine and verb endings of folded French and English words.

Inflection only: derivation (`régulateur` from `réguler`) would bring in other subjects. The rules work on folded
words, so that a word typed without accents has the same forms. French endings follow the regular conjugations of the
first group (third persons, participles, infinitive) and the regular plurals and feminines; English ones follow
step 1 of Porter's algorithm (Program 14(3), 1980).
"""

from __future__ import annotations

import re
from functools import lru_cache

_FRENCH_ENDINGS = re.compile(r"(?:eraient|erait|eront|erent|aient|antes?|entes?|ants?|ents?|era|ait|ees?|er|es?)$")
_FRENCH_PLURALS = ((re.compile(r"(?<=[aeo])ux$"), "u"), (re.compile(r"s$"), ""))
_VOWEL = re.compile(r"[aeiouy]")


@lru_cache(maxsize=131072)
def french_stem(word: str) -> str:
    """What the forms of a folded French word share."""
    if len(word) < 4 or not word.isalpha():
        return word
    if word.endswith("aux") and not word.endswith("eaux") and len(word) > 5:
        word = word[:-3] + "al"
    elif word.endswith(("eux", "euse", "euses")):
        word = re.sub(r"eu(?:x|ses?)$", "eu", word)
    elif word.endswith(("eaux", "oux", "eux")):
        word = word[:-1]
    elif word.endswith(("ives", "ive")):
        word = re.sub(r"ives?$", "if", word)
    elif word.endswith(("trices", "trice")):
        word = re.sub(r"trices?$", "teur", word)
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    ending = _FRENCH_ENDINGS.search(word)
    if ending:
        kept = word[: ending.start()]
        if len(kept) >= 3 and _VOWEL.search(kept):
            word = kept
    return _without_double(word)


def _without_double(word: str) -> str:
    if len(word) > 4 and word[-1] == word[-2] and word[-1] in "lnt":
        return word[:-1]
    return word


@lru_cache(maxsize=131072)
def english_stem(word: str) -> str:
    """What the forms of a folded English word share."""
    if len(word) < 4 or not word.isalpha():
        return word
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith("sses"):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        kept = word.removesuffix(ending)
        if kept != word and len(kept) >= 3 and _VOWEL.search(kept):
            word = kept[:-1] if kept[-1] == kept[-2] and kept[-1] not in "lsz" else kept
            break
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") else word


def stem(word: str, language: str) -> str:
    """What the forms of a folded word share, in `fr` or `en`."""
    return english_stem(word) if language == "en" else french_stem(word)


def shared_beginning(stemmed: str) -> str:
    """A beginning that every form with this stem has."""
    return stemmed[: max(3, len(stemmed) - 2)]


def shared_of_both(word: str) -> str:
    """A beginning that every form of a word has, whatever the language."""
    french, english = (shared_beginning(stem(word, language)) for language in ("fr", "en"))
    return french if english.startswith(french) else english if french.startswith(english) else french[:3]
