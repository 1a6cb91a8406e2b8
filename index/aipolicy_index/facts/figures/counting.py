"""What a number counts: the plural noun that follows it."""

from __future__ import annotations

import re

from aipolicy_index.facts.figures.labels import Context
from aipolicy_index.facts.figures.unit import Unit
from aipolicy_index.facts.figures.words import words
from aipolicy_index.language.numbers import Number, scale_after

_FRENCH = re.compile(r" (?P<of>de |d' ?)?(?P<noun>[^\W\d][\w'-]*)(?: (?P<next>[^\W\d][\w'-]*))?")
_PARTS = {
    "fr": re.compile(r" (?:de (?:ses|leurs|nos|vos|ces|mes)|des) (?P<noun>[^\W\d][\w'-]*)"),
    "en": re.compile(r" of (?:(?:the|its|their|our|his|her|these|those) )?(?P<noun>[^\W\d][\w'-]*)"),
}
"""What a number is a part of: « onze de ses centres », "40 of the decisions", "212 of them"."""
_ENGLISH = re.compile(r"[ -]([^\W\d][\w'-]*)")
_ACRONYMS = re.compile(r"[A-Z]{2,}s")
"""« GPUs », « NGOs »."""
_GLUED = frozenset(("m", "M", "mn", "bn", "B", "Md", "Mds", "k"))
_RULE = "figure.count"
_SMALL = 10
"""A smaller number in words after an article points back: « ces deux pays »."""
_LARGE = 1e6
_YEARS = range(1900, 2100)
_MANY = 1000
"""So many lines or words are counted, not mentioned in passing."""
_LONG_SCALE_TRILLION = 1e18
_SHORT_SCALE_NOUNS = frozenset(("tokens", "jetons", "paramètres"))
"""What French counts in English trillions: no model has a million million million of them."""
_ALSO_NOUNS = frozenset(("jeunes", "vieux", "grands", "petits", "anciens", "anciennes"))
"""Adjectives that stand for people: « 5 300 jeunes »."""
_LONGEST_NOUN = 4
"""Words from an English number to the noun that it counts."""


def counted(context: Context, number: Number) -> Unit | None:
    """The unit of a number that counts, None where no plural noun follows."""
    if number.value < 2 and number.scale == 1 and not _abbreviated(context, number)[0] > 1:
        return None
    if number.in_words and number.value < _SMALL and _points_back(context, number):
        return None
    return (_french if context.language == "fr" else _english)(context, number) or _part(context, number)


def _part(context: Context, number: Number) -> Unit | None:
    """The noun of the whole of which a number counts some, where it is no year and nothing mentioned in passing."""
    match = _PARTS[context.language].match(context.plain, number.end, context.sentence.end)
    small = number.in_words and number.value < _SMALL
    if match is None or small or number.scale > 1 or number.value in _YEARS or number.approximate:
        return None
    if context.last_word(number.start) in ("pour", "per"):
        return None
    noun = match["noun"].lower()
    known = words(context.language)
    if context.language == "en" and noun == "them":
        return Unit(match["noun"], match.end(), _RULE)
    plural = _is_french_plural(noun) if context.language == "fr" else _is_english_plural(noun)
    if not plural or noun in known.stop or noun in known.rhetorical or match["noun"][0].isupper():
        return None
    return Unit(match["noun"], match.end(), _RULE)


def _points_back(context: Context, number: Number) -> bool:
    """« ces deux pays », "the firm's two plants"."""
    word = context.last_word(number.start)
    return word.endswith("'s") or word.rsplit("'", 1)[-1] in words(context.language).definite


def _french(context: Context, number: Number) -> Unit | None:
    """A noun after « de » where the number is a noun itself (« millions de »)."""
    known = words("fr")
    times, position = _abbreviated(context, number)
    match = _FRENCH.match(context.plain, position, context.sentence.end)
    noun_itself = number.scale * times >= _LARGE or number.approximate
    if match is None or (bool(match["of"]) != noun_itself and times == 1):
        return None
    noun, start, end = match["noun"], match.start("noun"), match.end("noun")
    if noun.lower() in known.adjective and match["next"] and _is_french_plural(match["next"]):
        noun, end = match["next"], match.end("next")
    elif noun.lower() in known.adjective - _ALSO_NOUNS:
        return None
    if not _is_french_plural(noun) or noun.lower() in known.stop or noun.lower() in known.rhetorical:
        return None
    if noun[0].isupper() and _is_name(context, number):
        return None
    if number.scale == _LONG_SCALE_TRILLION and noun.lower() in _SHORT_SCALE_NOUNS:
        times = 1e-6
    return Unit(context.plain[start:end], end, _RULE, times=times)


def _is_french_plural(noun: str) -> bool:
    lower = noun.lower()
    if lower in words("fr").plural or (len(noun) > 1 and noun.isupper()):
        return True
    return len(noun) > 3 and lower.endswith(("s", "x")) and "'" not in lower


def _english(context: Context, number: Number) -> Unit | None:
    """The first plural noun within a few words, with its adjectives; no grammar between."""
    known = words("en")
    times, position = _abbreviated(context, number)
    start = 0
    for _ in range(_LONGEST_NOUN):
        match = _ENGLISH.match(context.plain, position, context.sentence.end)
        if match is None:
            return None
        word = match[1].lower().removesuffix("'s")
        if word in known.stop or (word in known.rhetorical and number.value < _MANY):
            return None
        start, position = start or match.start(1), match.end()
        if match[1].endswith("'s") or not (
            _is_english_plural(word) or _ACRONYMS.fullmatch(match[1]) or _is_compound(context, number, match)
        ):
            continue
        if match[1][0].isupper() and _is_name(context, number):
            return None
        return Unit(context.plain[start:position], position, _RULE, times=times)
    return None


def _is_compound(context: Context, number: Number, match: re.Match[str]) -> bool:
    """« a 120-page report », « a 70B-parameter model »: a singular noun tied to digits."""
    tied = match.group().startswith("-") and match.start() <= number.end + 2
    return tied and match[1].islower() and len(match[1]) > 3 and "-" not in match[1] and not number.in_words


def _is_english_plural(word: str) -> bool:
    if word in words("en").plural:
        return True
    return len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous", "ics", "'s"))


def _abbreviated(context: Context, number: Number) -> tuple[float, int]:
    """The multiplier glued to digits, « 70B parameters », and where it ends; not in « 5G networks », « 100m haies »."""
    if number.in_words or number.scale > 1:
        return 1.0, number.end
    scale, end = scale_after(context.lower, number.end, context.sentence.end)
    written = context.plain[number.end : end]
    if written not in _GLUED or (written == "m" and context.language == "fr"):
        return 1.0, number.end
    return scale, end


def _is_name(context: Context, number: Number) -> bool:
    """Whether number and noun are a name, « les Cinq Yeux »: both with a capital inside the sentence."""
    return number.in_words and context.plain[number.start].isupper() and number.start > context.sentence.start
