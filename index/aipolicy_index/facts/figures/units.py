"""What a number counts or measures: the unit that follows it, or that its sentence gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aipolicy_index.facts.figures.counting import counted
from aipolicy_index.facts.figures.labels import Context, is_clock, is_label
from aipolicy_index.facts.figures.unit import Unit
from aipolicy_index.facts.figures.words import words
from aipolicy_index.facts.patterns import compiled
from aipolicy_index.language.numbers import Number
from aipolicy_index.model import Span

_COUNTS = ("figure.count", "figure.ellipsis")
_TIMES = {"fr": "fois", "en": "times"}
_VOTES = {"fr": "voix", "en": "votes"}
_YEARS = {"fr": "ans", "en": "years"}
_ADJECTIVE = re.compile(r"[ -]([^\W\d][\w'-]*)")
_YOUNGEST, _OLDEST = 10, 110
_LARGE = 1e6
_FEWEST_ELLIPTIC = 10
"""A smaller number without its noun may be anything: « elle en a trois »."""


def unit_of(context: Context, number: Number, last: Unit | None) -> Unit | None:
    """The unit of a number; None for a number that is no figure. `last` is the unit counted before."""
    if context.lower.startswith(("/", "^"), number.end) or is_clock(context, number):
        return None
    if context.lower.startswith("^", number.start - 1):
        return None
    if (unit := _measure(context, number)) is not None:
        return unit
    if context.precedes("factor_before", number.start):
        return Unit(_TIMES[context.language], number.end, "figure.factor")
    vote = _vote(context, number)
    if vote is None and is_label(context, number):
        return None
    return counted(context, number) or vote or _age(context, number) or _told(context, number, last)


def half_measures(context: Context) -> Iterator[tuple[Span, Unit]]:
    """« un demi-hectare », "half an hour": half of a unit of measure."""
    lower, sentence = context.lower, context.sentence
    for lead in compiled("figure_patterns.tsv", context.language)["half_lead"].finditer(
        lower, sentence.start, sentence.end
    ):
        match = words(context.language).measures.match(lower, lead.end(), sentence.end)
        if match and not match["percent"]:
            unit = context.plain[match.start("unit") : match.end("unit")]
            yield Span(lead.start(), match.end()), Unit(unit, match.end(), "figure.half")


def _measure(context: Context, number: Number) -> Unit | None:
    """A percentage, a duration, a weight: units that need no plural."""
    position, language = number.end, context.language
    if fold := context.follows("fold_after", position):
        return Unit(_TIMES[language], fold.end(), "figure.factor")
    adjective = _ADJECTIVE.match(context.lower, position) if language == "fr" else None
    if adjective and adjective[1] in words("fr").adjective:
        position = adjective.end()
    match = words(language).measures.match(context.lower, position, context.sentence.end)
    if match is None:
        return None
    kind = next(name for name, said in match.groupdict().items() if said and name != "unit")
    if kind == "percent":
        return Unit("%", match.end(), "figure.percent")
    if kind == "times":
        return _multiple(context, number, match.end())
    bare_points = kind == "points" and number.in_words and " " not in match["unit"]
    if bare_points and not context.precedes("points_before", number.start):
        return None
    if old := context.follows("years_old_after", match.end()):
        return Unit(_YEARS[language], old.end(), "figure.age")
    half = context.follows("half_after", match.end())
    written = context.plain[match.start("unit") : match.end("unit")]
    return Unit(written, half.end() if half else match.end(), f"figure.{kind}", 0.5 if half else 0.0)


def _multiple(context: Context, number: Number, end: int) -> Unit | None:
    """« quatre fois plus »; not « il est venu trois fois », which is no comparison."""
    if number.in_words and not context.follows("multiple_after", end):
        return None
    return Unit(_TIMES[context.language], end, "figure.times")


def _vote(context: Context, number: Number) -> Unit | None:
    """« 52 voix contre 41 », "523 in favour, 46 against", "voted 52-41"."""
    votes = _VOTES[context.language]
    if match := context.precedes("votes_before", number.start):
        return Unit(match["unit"] if match["unit"] != "vote" else votes, number.end, "figure.votes")
    if number.in_words:
        return None
    if context.follows("votes_after", number.end) or context.precedes("score_before", number.start):
        return Unit(votes, number.end, "figure.votes")
    if context.follows("score_after", number.end) and context.precedes("voted_before", number.start):
        return Unit(votes, number.end, "figure.votes")
    ruled = context.precedes("ruling_before", number.start) and context.follows("named_ruling_after", number.end)
    if ruled or context.follows("ruling_after", number.end):
        return Unit(votes, number.end, "figure.votes")
    return None


def _age(context: Context, number: Number) -> Unit | None:
    """« June Castellano, 34, »."""
    if number.in_words or number.scale > 1 or not _YOUNGEST <= number.value <= _OLDEST or number.value % 1:
        return None
    if context.precedes("cased_age_before", number.start) and context.follows("age_after", number.end):
        return Unit(_YEARS[context.language], number.end, "figure.age")
    lone = context.precedes("cased_lone_age_before", number.start) and context.follows("lone_age_after", number.end)
    return Unit(_YEARS[context.language], number.end, "figure.age") if lone else None


def _told(context: Context, number: Number, last: Unit | None) -> Unit | None:
    """A number whose noun stands elsewhere: « en voudrait 300 », « à plus de 60.000 le nombre de passants »."""
    if match := context.follows("number_of_after", number.end):
        return Unit(match["unit"], number.end, "figure.number_of")
    if match := context.precedes("number_of_before", number.start, 120):
        return Unit(match["unit"], number.end, "figure.number_of")
    if last is None or last.rule not in _COUNTS:
        return None
    of_them = context.follows("of_them_after", number.end) is not None
    opens = number.start == context.sentence.start and context.follows("subject_after", number.end) is not None
    if number.value > 1 and (of_them or opens):
        return last._replace(end=number.end, rule="figure.ellipsis", more=0.0, times=1.0)
    if number.value < _FEWEST_ELLIPTIC:
        return None
    if _leaves_noun_out(context, number):
        return last._replace(end=number.end, rule="figure.ellipsis", more=0.0, times=1.0)
    return None


def _leaves_noun_out(context: Context, number: Number) -> bool:
    """« 42 000 de plus », « contre 300 millions en 2023 », « la RATP en voudrait 300. »."""
    if context.follows("more_after", number.end):
        return True
    if context.follows("subject_after", number.end) and context.last_word(number.start) not in ("de", "of", "en", "in"):
        return True
    if context.precedes("among_before", number.start) and context.follows("bare_after", number.end):
        return True
    if number.scale >= _LARGE or context.precedes("whole_before", number.start):
        return context.follows("bare_after", number.end) is not None
    if context.language == "en" or not context.precedes("ellipsis_before", number.start, 40):
        return False
    return context.follows("clause_end_after", number.end) is not None
