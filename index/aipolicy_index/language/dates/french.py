"""The date grammar of French."""

from __future__ import annotations

import re
from functools import cache

from aipolicy_index.language.dates import rules as r
from aipolicy_index.language.dates.expressions import Expression, Shape
from aipolicy_index.language.dates.rules import EDGE, YEAR, Rule, Source
from aipolicy_index.language.dates.vocabulary import abbreviated, vocabulary
from aipolicy_index.language.numbers import one_of, small_words

_LAST_NEXT = r"dernier|dernière|passé|passée|prochain|prochaine"
_ABOUT = r"(?:(?:environ|déjà|à peine|presque|quelque|bientôt|exactement|maintenant|tout juste|au moins) |(?:un peu )?(?:plus|moins) d(?:e |')|près d(?:e |')|pas loin d(?:e |'))*"
_QUANTITY = r"(?P<n>\d{1,3}|une [a-zéè]+aine(?= d)|[a-zà-ÿ]+(?:-[a-zà-ÿ]+){0,3})(?: d')?(?: de)? "
_PART_OF_MONTH = r"(?:(?:tout )?(?:début|fin|courant|milieu|mi)(?: du mois)?(?: de |-| d'| )|mois (?:de |d'))"
_PREPOSITIONS = (
    "en",
    "depuis",
    "fin",
    "début",
    "mi",
    "dès",
    "d'ici",
    "jusqu'en",
    "jusqu'à",
    "mois de",
    "mois d",
    "avant",
    "après",
    "courant",
    "partir de",
    "de",
    "entre",
    "pour",
    "et",
    "ou",
    "à",
)
_ARRIVING_YEAR = (
    "en",
    "depuis",
    "d'ici",
    "d'ici à",
    "d'ici fin",
    "dès",
    "jusqu'en",
    "jusqu'à",
    "fin",
    "début",
    "mi",
    "courant",
    "avant",
    "après",
    "horizon",
    "année",
    "l'an",
    "entre",
    "de",
    "et",
    "à",
    "pour",
    "vers",
    "partir de",
)
_NO_YEAR_BEFORE = re.compile(
    r"(?:[\d$€£#°–]|n°|numéro|n\.|vision|agenda|horizon|plan|iso|article|années|page|p\.|version|an|www\.\S*|©|bug de l') ?-?$"
)
_QUANTITY_BEFORE = re.compile(
    r"(?:plus|près|moins|moyenne|total|maximum|minimum|jusqu'à|environ|quelque|quelques|aux|les|ses|leurs|nos|ces|compte|emploie|employant) (?:de |d'|que )?$"
)
_YEAR_BEFORE = re.compile(
    r"(?:^|[\s('])(?:en|depuis|dès|jusqu'en|fin|début|mi|courant|avant|année|en fin|d'ici|d'ici à) ?-?$"
)
_PLURAL_AFTER = re.compile(
    r" (?!dans|sans|sous|mais|puis|pas|plus|vers|chez|très|après|alors|depuis|ces|ses|les|des|dès|aux|nous|vous|ils|elles|leurs|nos|vos|tous|toutes|jusqu|fois)[a-zà-ÿ'-]{2,}[sx]\b|(?:ans|euros|dollars|francs|personnes)\b| ?[€$£%]"
)


def _month(match: re.Match[str], source: Source) -> Expression | None:
    """A month without its year: in lower case, or after a word that leads to a date."""
    start = match.start("mo")
    step = r.step_of(match["st"])
    if source.is_capital(start) and step is None and match["half"] is None:
        if not source.before(start).rstrip().endswith(_PREPOSITIONS):
            return None
        if re.match(r" [A-ZÀ-Þ][a-zà-ÿ]", source.plain[match.end() : match.end() + 3]):
            return None
    month = source.words.month(match["mo"])
    return Expression(match.start(), match.end(), Shape.MONTH, "date.month", month=month, step=step)


def _month_year(match: re.Match[str], source: Source) -> Expression | None:
    year, month = int(match["y"]), source.words.month(match["mo"])
    return r.fixed(match, "date.month_year", r.periods.month(year, month))


def _months(match: re.Match[str], source: Source) -> Expression | None:
    between = match["sep"].strip() in ("et", "à")
    lead = source.before(match.start(), 8)
    if between and not lead.endswith(("entre ", "de ", "d'", "du ")):
        return None
    if match["sep"].strip() == "et" and not lead.endswith("entre "):
        return None
    return r.months(match, source)


def _years(match: re.Match[str], source: Source) -> Expression | None:
    separator, lead = match["sep"].strip(), source.before(match.start(), 8)
    if separator == "et" and not lead.endswith("entre "):
        return None
    if separator in ("à", "au") and not lead.endswith(("de ", "d'", "entre ", "depuis ")):
        return None
    return r.years(match, source)


def _year(match: re.Match[str], source: Source) -> Expression | None:
    start, end = match.start("y"), match.end("y")
    year = int(match["y"])
    if not 1700 <= year <= 2100:
        return None
    before, after = source.before(start), source.lower[end : end + 24]
    if _NO_YEAR_BEFORE.search(before) or re.match(r"[-/°.,]\d|-\w|°| ?[$€£%°]", after):
        return None
    leads = _YEAR_BEFORE.search(before) is not None
    if not leads and not _stands_as_year(source, start, year, before, after):
        return None
    return r.fixed(match, "date.year", match["y"])


def _stands_as_year(source: Source, start: int, year: int, before: str, after: str) -> bool:
    if before.endswith(("« ", "«", '"', "“", "‹")) and after.lstrip().startswith(("»", '"', "”", "›")):
        return False
    if _PLURAL_AFTER.match(after) and (_QUANTITY_BEFORE.search(before) or year % 50 == 0 or not 1990 <= year <= 2035):
        return False
    last_word = re.search(r"([\w'-]+) $", source.plain[max(0, start - 30) : start])
    if last_word and last_word[1][0].isupper():
        return not _is_name(source, start - len(last_word[0]))
    return True


def _is_name(source: Source, position: int) -> bool:
    """Whether a capital word stands inside its sentence, where it is a name."""
    lead = source.plain[max(0, position - 2) : position].strip()
    return bool(lead) and lead[-1] not in '.!?:;«"“(–—-•'


def _week(match: re.Match[str], source: Source) -> Expression | None:
    step = r.step_of(match["st"])
    return r.away(match, "date.week", step or 0, "w")


def _week_of(match: re.Match[str], source: Source) -> Expression | None:
    day = r.a_day(match, source, rule="date.week_of")
    if day is None or day.iso is None:
        return day
    first = r.periods.as_day(day.iso)
    return r.fixed(match, "date.week_of", r.periods.week(first)) if first else None


def _away(unit: str, rule: str) -> r.Build:
    def build(match: re.Match[str], source: Source) -> Expression | None:
        word = r.group(match, "st") or ""
        if word.startswith(("suivant", "précédent")):
            return r.away(match, rule, 1 if word.startswith("s") else -1, unit, Shape.SHIFT)
        return r.away(match, rule, r.step_of(word) or 0, unit)

    return build


def _ago(sign: int, shape: Shape = Shape.AWAY) -> r.Build:
    def build(match: re.Match[str], source: Source) -> Expression | None:
        said = r.quantity(match, source)
        return r.away(match, "date.distance", sign * said[0], said[1], shape) if said else None

    return build


def _shift(match: re.Match[str], source: Source) -> Expression | None:
    sign = -1 if match["way"] in ("plus tôt", "auparavant") else 1
    return _ago(sign, Shape.SHIFT)(match, source)


def _relative_day(match: re.Match[str], source: Source) -> Expression | None:
    return r.away(match, "date.relative_day", source.words.days[match["day"]], "d")


def _today(match: re.Match[str], source: Source) -> Expression | None:
    return r.away(match, "date.today", 0, "d")


def _hanging(match: re.Match[str], source: Source) -> Expression | None:
    return r.away(match, "date.hanging", source.words.hanging[match["day"]], "d", Shape.SHIFT)


def _weekday(match: re.Match[str], source: Source) -> Expression | None:
    before = source.before(match.start(), 10)
    if before.endswith(("tous les ", "chaque ")):
        return None
    if before.endswith(("le ", "les ")) and not match["st"]:
        return None
    number = int(match["d"]) if match["d"] else 0
    step = 0 if match["this"] else r.step_of(match["st"])
    return Expression(
        match.start(),
        match.end(),
        Shape.WEEKDAY,
        "date.weekday",
        day=number,
        step=step,
        weekday=source.words.weekday(match["w"]),
    )


def _weekend(match: re.Match[str], source: Source) -> Expression | None:
    return Expression(match.start(), match.end(), Shape.WEEKEND, "date.weekend", step=r.step_of(match["st"]))


@cache
def rules() -> tuple[Rule, ...]:
    """The forms of French dates; of two that match at one place, the first counts."""
    words = vocabulary("fr")
    month = rf"(?:{one_of(words.months)}|(?:{one_of(words.short_months)})(?:\.|(?= \d)))(?![^\W\d_])"
    full = rf"(?:{one_of(words.months)})(?![\w])"
    weekday = rf"(?:{one_of(words.weekdays)})"
    day = rf"(?:1 ?er\b|{r.DAY}|(?:premier|{one_of(small_words('fr'))})(?= (?:{one_of(words.months)})\b))"
    unit = rf"(?P<u>{one_of(words.units)}){EDGE}"
    ordinal = one_of(words.ordinals)
    of_year = rf"(?: (?:de |d')?(?:l'(?:année|exercice) )?(?P<y>{YEAR}))?(?: (?P<st>{_LAST_NEXT})\b)?"
    half = r"(?P<half> et demie?)?"
    part_of_day = r"(?: (?:matin|soir|midi|après-midi|dans la (?:nuit|soirée|matinée)))?"
    return (
        Rule("iso", r"(?P<y>\d{4})-(?P<mo>[01]\d)-(?P<d>[0-3]\d)(?![\w-])", r.iso_day),
        Rule("iso week", r"(?P<y>\d{4})-w(?P<n>\d\d)(?!\d)", r.iso_week),
        Rule(
            "numeric",
            rf"(?:{weekday} )?(?P<d>\d{{1,2}})(?P<s>[./-])(?P<mo>\d{{1,2}})(?P<s2>[./-])(?P<y>\d{{4}}|\d\d)(?![\w/-]|\.\d)",
            r.numeric,
        ),
        Rule(
            "days",
            rf"(?:{weekday} )?(?P<d>{day})(?: (?P<mo>{month}))?(?: (?P<y>{YEAR}))?(?: au | à |-| - |–| – | et | ou )(?:(?:le )?(?P<w2>{weekday}) )?(?P<d2>{day}) (?P<mo2>{month})(?: (?P<y2>{YEAR}))?",
            _days,
        ),
        Rule(
            "day",
            rf"(?:(?P<w>{weekday}),? (?:le )?)?(?P<d>{day}) (?P<mo>{month})(?:,? (?P<y>\d{{4}})(?!\d))?(?: (?P<st>{_LAST_NEXT})\b)?",
            r.a_day,
        ),
        Rule(
            "months",
            rf"(?P<mo>{full})(?: (?P<y>{YEAR}))?(?P<sep> à | et |-| - |–| – )(?:fin |début |mi-)?(?P<mo2>{full})(?: (?P<y2>{YEAR}))?",
            _months,
        ),
        Rule("month year", rf"{_PART_OF_MONTH}?(?P<mo>{month}) (?:de l'année )?(?P<y>{YEAR})", _month_year),
        Rule("month", rf"(?P<half>{_PART_OF_MONTH})?(?P<mo>{full})(?: (?P<st>{_LAST_NEXT})\b)?", _month),
        Rule("quarter", rf"(?P<p>{ordinal}) trimestre{of_year}", r.part(Shape.QUARTER)),
        Rule(
            "half",
            rf"(?P<p>{ordinal}) (?:semestre|moitié d(?:e |')l'année|moitié(?= de {YEAR})){of_year}",
            r.part(Shape.HALF),
        ),
        Rule("short quarter", rf"[tq](?P<p>[1-4]) (?P<y>{YEAR})", r.part(Shape.QUARTER)),
        Rule("short half", rf"[sh](?P<p>[12]) (?P<y>{YEAR})", r.part(Shape.HALF)),
        Rule("season", rf"(?:(?:cet |ce |cette )?(?P<p>{one_of(words.seasons)})(?: de)? (?P<y>{YEAR}))", r.season),
        Rule("season said", rf"(?P<p>{one_of(words.seasons)}){EDGE}(?: (?P<st>{_LAST_NEXT})\b)?", _season),
        Rule("years", rf"(?P<y>{YEAR})(?P<sep>-|–| - | – | et | à )(?P<y2>{YEAR}|\d\d(?![\d/-]))", _years),
        Rule("week of", rf"semaine du (?:{weekday} )?(?P<d>{day}) (?P<mo>{month})(?: (?P<y>{YEAR}))?", _week_of),
        Rule(
            "week",
            rf"(?:(?:début|fin|milieu) de (?:la |cette )?semaine|cette semaine(?!-là)|semaine (?=prochaine|dernière|passée|en cours|à venir))(?: ?(?P<st>{_LAST_NEXT}|en cours|à venir)\b)?",
            _week,
        ),
        Rule("week hanging", r"semaine (?P<st>suivante|précédente)\b", _away("w", "date.hanging")),
        Rule("weekend", rf"(?:ce week-end|ce weekend|(?:week-end|weekend) (?P<st>{_LAST_NEXT}))\b", _weekend),
        Rule(
            "month said",
            rf"(?:mois (?P<st>{_LAST_NEXT}|suivant|précédent|en cours)\b|ce mois(?:-ci)?(?! de| d'|[\w-])|(?:fin|début|milieu) (?:du|de) mois(?! de| d'))",
            _away("m", "date.this_month"),
        ),
        Rule(
            "year said",
            rf"(?:(?:an|année) (?P<st>{_LAST_NEXT}|suivante?|précédente?|en cours)\b|(?:plus t(?:ôt|ard) )?cette année(?!-là)|(?:fin|début|milieu|courant|cours|mi)[ -](?:de l'|d'|de cette )?année)",
            _year_said,
        ),
        Rule("quarter said", rf"(?:ce trimestre|trimestre (?P<st>{_LAST_NEXT}))\b", _away("q", "date.quarter")),
        Rule("ago", rf"il y a {_ABOUT}{_QUANTITY}{unit}{half}", _ago(-1)),
        Rule("ahead", rf"(?:dans|d'ici(?: à)?) {_ABOUT}{_QUANTITY}{unit}{half}", _ago(1)),
        Rule("shift", rf"{_ABOUT}{_QUANTITY}{unit}{half} (?P<way>plus tôt|plus tard|auparavant)\b", _shift),
        Rule("relative day", rf"(?P<day>{one_of(words.days)}){EDGE}{part_of_day}", _relative_day),
        Rule(
            "hanging",
            rf"(?P<day>{one_of(words.hanging)})(?= (?:au soir|par|à|dans|lors|que?|sur|devant|et|pour|en|avec|chez|il|elle)\b| ?[.,;:!?)»]|$)(?: au soir)?",
            _hanging,
        ),
        Rule(
            "weekday",
            rf"(?P<this>ce )?(?P<w>{weekday}){EDGE}(?: (?P<d>{r.DAY})(?! ?(?:h\b|heures|%|€|\$|[^\W\d]{{3,}}[sx]\b)))?{part_of_day}(?: (?P<st>{_LAST_NEXT})\b)?",
            _weekday,
        ),
        Rule("today", r"aujourd'hui\b", _today),
        Rule("year", rf"(?:(?:fin|début|courant|horizon|année|mi)[ -])?(?P<y>{YEAR})(?![\w])", _year),
    )


def _days(match: re.Match[str], source: Source) -> Expression | None:
    if r.group(match, "mo") and re.search(r" (?:et|ou) ", match.group()):
        return None
    return r.days(match, source)


def _year_said(match: re.Match[str], source: Source) -> Expression | None:
    if source.before(match.start(), 8).endswith(("par ", "chaque ")):
        return None
    return _away("y", "date.this_year")(match, source)


def _season(match: re.Match[str], source: Source) -> Expression | None:
    """A season said with its article: « l'été », « au printemps », « cet hiver »; « a été » is none."""
    before = source.before(match.start(), 10)
    if not re.search(r"(?:\bl'|\bcet |\bce |\bau |\bà l')$", before):
        return None
    found = r.season(match, source)
    if found and found.step is None and re.search(r"\bcet? $", before):
        return Expression(found.start, found.end, found.shape, found.rule, part=found.part, step=0)
    return found
