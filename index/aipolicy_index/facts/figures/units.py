"""What a number counts or measures: the unit that follows it, or that its sentence gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from aipolicy_index.facts.figures.labels import Context, is_label
from aipolicy_index.facts.figures.words import words
from aipolicy_index.language.numbers import Number

_VOTES_BEFORE = re.compile(
    r"\b(?P<unit>voix|votes?|suffrages)(?: (?:pour|favorables|in favou?r))?,? (?:contre|à|to|against) $"
)
_VOTE_AFTER = re.compile(r" (?:voix )?(?:contre|pour|against|in favou?r)(?= ?[,.;)]| et | and )")
_FACTOR = re.compile(
    r"(?:multipli|divis|multiply|divid)\w* (?:[\w']+ ){0,2}?(?:par|by) (?:(?:au moins|environ|près de|presque|plus de|quasiment|"
    r"nearly|about|almost|more than|a factor of) )?$|(?:facteur|factor)(?: de| d'| of)? ?$"
)
_HALF = re.compile(r" et demie?\b| and a half\b")
_AGE_AFTER = re.compile(r"[,)]")
_AGE_BEFORE = re.compile(r"[A-ZÀ-Ý][\w'-]+,? [A-ZÀ-Ý][\w'-]+, $|\baged $")
_FOLD = re.compile(r"-?fold\b|x(?![\w-])")
_ELLIPSIS_BEFORE = re.compile(r"\ben (?:[\w'-]+ ){1,2}$")
_ENDS_CLAUSE = re.compile(r"(?: de plus| de moins)?(?: ?[.;:!?)]|, |$)")
_NUMBER_OF_AFTER = re.compile(
    r" (?:le nombre|the number)(?: total| moyen| annuel)? (?:de |des |d'|of )(?P<unit>[\w'-]+)"
)
_NUMBER_OF_BEFORE = re.compile(
    r"\b(?:nombre(?: total| moyen)? (?:de |des |d')|number of )(?P<unit>(?:[\w'-]+ )?[\w'-]+s)\b[^.;:\d]{0,60}\b(?:à|de|est|atteint|atteindre|to|at|is|was|reached|from) $"
)
_COUNTED_FR = re.compile(r"[ -](?P<of>de |d')?(?P<noun>[^\W\d][\w'-]*)(?: (?P<next>[^\W\d][\w'-]*))?")
_WORD_EN = re.compile(r"[ -]([^\W\d][\w'-]*)")
_LONGEST_NOUN = 4
"""Words from an English number to the noun that it counts."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, where it ends, and what it adds to the number (« deux ans et demi »)."""

    text: str
    end: int
    rule: str
    more: float = 0.0


def unit_of(context: Context, number: Number, last: Unit | None) -> Unit | None:
    """The unit of a number; None for a number that is no figure. `last` is the unit counted before."""
    if context.lower.startswith("/", number.end):
        return None
    if (unit := _measure(context, number)) is not None:
        return unit
    if _FACTOR.search(context.before(number.start, 48)):
        return Unit("fois" if context.language == "fr" else "times", number.end, "figure.factor")
    if is_label(context, number):
        return None
    return (
        _vote(context, number) or _count(context, number) or _age(context, number) or _elliptic(context, number, last)
    )


def _measure(context: Context, number: Number) -> Unit | None:
    """A percentage, a duration, a weight: units that need no plural."""
    position = number.end
    if context.language == "fr" and (match := _COUNTED_FR.match(context.lower, position)):
        if match["noun"] in words("fr").adjective:
            position = match.end("noun")
    elif fold := _FOLD.match(context.lower, position):
        return Unit("times", fold.end(), "figure.factor")
    match = words(context.language).measures.match(context.lower, position, context.paragraph.end)
    if match is None:
        return None
    kind = next(name for name, said in match.groupdict().items() if said and name != "unit")
    if kind == "percent":
        return Unit("%", match.end(), "figure.percent")
    if kind == "times":
        return Unit("fois" if context.language == "fr" else "times", match.end(), "figure.times")
    if kind == "duration" and _is_clock(context, number, match):
        return None
    if kind == "points" and number.in_words and " " not in match["unit"]:
        return None
    half = _HALF.match(context.lower, match.end())
    unit = Unit(match["unit"], half.end() if half else match.end(), f"figure.{kind}", 0.5 if half else 0.0)
    return unit


def _is_clock(context: Context, number: Number, match: re.Match[str]) -> bool:
    """Whether hours tell the time of day: « à 17 heures »."""
    if not match["unit"].startswith("h") or number.value > 24:
        return False
    if re.match(r" ?\d", context.lower[match.end() : match.end() + 2]):
        return True
    return (
        context.last_word(number.start) in words(context.language).clock
        and " par" not in context.lower[match.end() : match.end() + 5]
    )


def _vote(context: Context, number: Number) -> Unit | None:
    """« 52 voix contre 41 », "523 in favour, 46 against"."""
    if match := _VOTES_BEFORE.search(context.before(number.start)):
        unit = match["unit"] if match["unit"] != "vote" else "votes"
        return Unit(unit, number.end, "figure.votes")
    if not number.in_words and (match := _VOTE_AFTER.match(context.lower, number.end)):
        return Unit("voix" if context.language == "fr" else "votes", number.end, "figure.votes")
    return None


def _count(context: Context, number: Number) -> Unit | None:
    if number.value < 2:
        return None
    small = number.in_words and number.value < 10
    if small and context.last_word(number.start).rsplit("'", 1)[-1] in words(context.language).definite:
        return None
    return _french_count(context, number) if context.language == "fr" else _english_count(context, number)


def _french_count(context: Context, number: Number) -> Unit | None:
    """A plural noun, after « de » where the number is a noun itself (« millions de »)."""
    known = words("fr")
    match = _COUNTED_FR.match(context.plain, number.end, context.paragraph.end)
    if match is None or bool(match["of"]) != (number.scale >= 1e6 or number.approximate):
        return None
    noun, start, end = match["noun"], match.start("noun"), match.end("noun")
    if noun.lower() in known.adjective:
        if not match["next"]:
            return None
        noun, end = match["next"], match.end("next")
    if not _is_french_plural(noun) or noun.lower() in known.stop or noun.lower() in known.rhetorical:
        return None
    if number.in_words and noun[0].isupper() and context.plain[number.start].isupper():
        return None
    return Unit(context.plain[start:end], end, "figure.count")


def _is_french_plural(noun: str) -> bool:
    lower = noun.lower()
    if lower in words("fr").plural or (len(noun) > 1 and noun.isupper()):
        return True
    return len(noun) > 3 and lower.endswith(("s", "x")) and "'" not in lower


def _english_count(context: Context, number: Number) -> Unit | None:
    """The first plural noun within a few words, with its adjectives; no grammar between."""
    known, position = words("en"), number.end
    start = 0
    for _ in range(_LONGEST_NOUN):
        match = _WORD_EN.match(context.plain, position, context.paragraph.end)
        if match is None:
            return None
        word = match[1].lower().removesuffix("'s")
        if word in known.stop or word in known.rhetorical:
            return None
        start, position = start or match.start(1), match.end()
        if not match[1].endswith("'s") and _is_english_plural(word):
            if number.in_words and match[1][0].isupper() and context.plain[number.start].isupper():
                return None
            return Unit(context.plain[start:position], position, "figure.count")
    return None


def _is_english_plural(word: str) -> bool:
    if word in words("en").plural:
        return True
    return len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous", "ics", "'s"))


def _age(context: Context, number: Number) -> Unit | None:
    """« June Castellano, 34, »."""
    if number.in_words or number.scale > 1 or not 10 <= number.value <= 110 or number.value != int(number.value):
        return None
    before = context.plain[max(context.paragraph.start, number.start - 40) : number.start]
    if _AGE_BEFORE.search(before) and _AGE_AFTER.match(context.lower, number.end):
        return Unit("ans" if context.language == "fr" else "years", number.end, "figure.age")
    return None


def _elliptic(context: Context, number: Number, last: Unit | None) -> Unit | None:
    """A number whose noun stands elsewhere: « en voudrait 300 », « à plus de 60.000 le nombre de passants »."""
    if match := _NUMBER_OF_AFTER.match(context.lower, number.end):
        return Unit(match["unit"], number.end, "figure.number_of")
    if match := _NUMBER_OF_BEFORE.search(context.before(number.start, 120)):
        return Unit(match["unit"], number.end, "figure.number_of")
    if (
        last
        and last.rule == "figure.count"
        and number.value >= 2
        and _ELLIPSIS_BEFORE.search(context.before(number.start))
    ):
        if context.language == "fr" and _ENDS_CLAUSE.match(context.lower, number.end):
            return replace(last, end=number.end, rule="figure.ellipsis", more=0.0)
    return None
