"""Numbers in digits and in words, in French and English: where they stand and what they are worth."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.language.scanning import words_of

_GROUPS = (
    r"\d{1,3}(?: \d{3})+(?! ?\d)(?:[.,]\d+)?"
    r"|\d{1,3}(?:'\d{3})+(?!\d)(?:[.,]\d+)?"
    r"|\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d+)?"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d+[.,]\d+|\d+"
)
_DIGITS = rf"(?:(?<![\w/])|{{glued}})(?<!\d[.,'])(?<![^\W\d]-)(?P<digits>(?:{_GROUPS})(?![.,]?\d)[½¼¾]?)"
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_COUNTED = re.compile(
    r" (?!(?:millions?|milliards?|euros?|dollars?|francs?|secondes|mètres|heures|ans)\b)[^\W\d]{3,}[sx]\b"
)
_ASCII_DIGITS = frozenset("0123456789")
_LARGEST = 1e24
_KEPT, _KEPT_TEXTS = 2048, 4
"""Sentences of which the last numbers are kept, as money and figures both ask for them, and texts of which the places
are where numbers may begin."""


class Number(NamedTuple):
    """A number of a text: `text[start:end]` holds its words or digits, multiplier included."""

    start: int
    end: int
    value: float
    in_words: bool = False
    approximate: bool = False
    """« une dizaine », "a dozen"."""
    scale: float = 1.0
    """The multiplier word that ends it: « millions », or 1."""


@lru_cache(maxsize=_KEPT)
def find_numbers(lower: str, language: str, start: int, end: int) -> tuple[Number, ...]:
    """The numbers between two places of a lower-case text (see `scanning`), in order; years and versions among them."""
    known = _vocabulary(language)
    found: list[Number] = []
    position = start
    places = _openings(lower, language)
    for begin in places[bisect_left(places, start) : bisect_left(places, end)]:
        if begin < position:
            continue
        match = known.pattern.match(lower, begin, end)
        if match and (number := _read(match, lower, language, known)) is not None:
            position = match.end()
            joined = _joined(found[-1], number, lower) if found else None
            found[-1 if joined else len(found) :] = [joined or number]
    return tuple(found)


@lru_cache(maxsize=_KEPT_TEXTS)
def _openings(lower: str, language: str) -> list[int]:
    """Where numbers may begin in a text: at digits, at words for numbers, at articles before such a word."""
    known = _vocabulary(language)
    words = words_of(lower)
    found = []
    for begin, word, following in zip(words.starts, words.texts, (*words.texts[1:], ""), strict=False):
        article = following in known.behind_articles and word in known.articles
        if article or word in known.openings or word[0] in _ASCII_DIGITS:
            found.append(begin)
    return found


def _joined(larger: Number, smaller: Number, lower: str) -> Number | None:
    """« 3 milliards 100 millions » is one number."""
    if lower[larger.end : smaller.start] != " " or not larger.scale > max(smaller.value, 1000 - 1):
        return None
    return smaller._replace(start=larger.start, value=larger.value + smaller.value)


def number_value(text: str, language: str) -> float | None:
    """What a number alone is worth, in digits or words; None when it is none."""
    words = _vocabulary(language)
    if (simple := words.small.get(text)) is not None:
        return float(simple)
    match = words.pattern.fullmatch(text)
    number = _read(match, text, language, words) if match else None
    return number.value if number else None


def scale_after(lower: str, position: int, end: int) -> tuple[float, int]:
    """The multiplier abbreviation that follows digits (« bn »), and where it ends; 1 where there is none."""
    match = _abbreviation().match(lower, position, end)
    return (scale_abbreviations()[match[1]], match.end()) if match else (1.0, position)


@cache
def scale_abbreviations() -> dict[str, float]:
    """The abbreviations of multipliers: « k », « Md », "bn"."""
    lines = (line.split("\t") for line in data_lines("numbers.tsv"))
    return {form: float(value) for _, role, value, forms in lines if role == "abbreviation" for form in forms.split()}


@cache
def _abbreviation() -> re.Pattern[str]:
    return re.compile(rf" ?({one_of(scale_abbreviations())})(?!\w)")


def part_value(word: str, language: str) -> float | None:
    """What the name of a fraction is worth: « tiers » is a third."""
    return _vocabulary(language).parts.get(word)


def part_words(language: str) -> tuple[str, ...]:
    """The names of fractions."""
    return tuple(_vocabulary(language).parts)


def small_words(language: str) -> tuple[str, ...]:
    """The words of the numbers under a hundred."""
    return tuple(_vocabulary(language).small)


class _Vocabulary(NamedTuple):
    small: dict[str, int]
    multipliers: dict[str, float]
    groups: dict[str, float]
    parts: dict[str, float]
    openings: frozenset[str]
    """The words with which a number may begin, wherever they stand."""
    articles: frozenset[str]
    """The words with which a number may begin where one of these words follows:"""
    behind_articles: frozenset[str]
    pattern: re.Pattern[str]


@cache
def _vocabulary(language: str) -> _Vocabulary:
    roles: dict[str, dict[str, float]] = {}
    for line in data_lines("numbers.tsv"):
        of, role, value, forms = line.split("\t")
        if of in (language, "both"):
            roles.setdefault(role, {}).update(dict.fromkeys(forms.split(), float(value)))
    parts = {word: 1 / value for word, value in roles["part"].items()}
    small = {word: int(value) for word, value in roles["small"].items()}
    multipliers = {**roles["hundred"], **roles["thousand"], **roles["scale"]}
    pattern = re.compile(_pattern(small, multipliers, roles, language))
    french = language == "fr"
    openings = {word for word, value in small.items() if value > 1}
    openings |= {"demi", "cent", "cents", "mille"} if french else {"one", "half"}
    articles = {"un", "une", "la", "le", "cette", "ce"} if french else {"a", "an"}
    sizes = {"bonne", "petite", "grosse", "bon", "petit", "gros", "demi"} if french else set[str]()
    behind = {re.split("[ -]", form)[0] for form in (*multipliers, *roles["group"])} | sizes
    behind |= {f"{form}s" for form in behind}
    begins = frozenset(openings), frozenset(articles), frozenset(behind)
    return _Vocabulary(small, multipliers, roles["group"], parts, *begins, pattern)


def _pattern(
    small: dict[str, int], multipliers: dict[str, float], roles: dict[str, dict[str, float]], language: str
) -> str:
    several = one_of(word for word, value in small.items() if value > 1)
    scale = one_of([*roles["scale"], *roles["thousand"], *(roles["hundred"] if language == "en" else ())])
    group = one_of(roles["group"])
    many = one_of(multipliers)
    word = one_of([*small, *multipliers])
    if language == "fr":
        first = rf"(?:{several}|(?:cents?|mille)|une?(?= (?:{one_of(roles['scale'])})\b))"
        chain = rf"{first}(?:(?:-et-| et )(?:une?|onze)(?!\w)|[ -](?:{word})(?![\w'])){{0,12}}"
        bag = rf"(?:une?|la|le|cette|ce|{several}) (?:bonne |petite |grosse |bon |petit |gros )?(?:demi-)?(?:{group})s?"
        bag += rf"|(?:un )?demi-?(?:{one_of(roles['scale'])})"
    else:
        first = rf"(?:{several}|(?:an?|one)(?=[ -](?:{many})\b)|one(?= and a half\b))"
        joint = r"(?:(?<=hundred)|(?<=thousand)|(?<=illion))[ -]and[ -]"
        chain = rf"{first}(?:(?:{joint}|[ -])(?:{word})\b){{0,12}}"
        bag = rf"(?:an?|half an?|half-a|{several}) (?:{group})|half (?:an? )?(?:{scale})|half-a?-?(?:{scale})"
    glued = "|".join(rf"(?<=(?<!\w){re.escape(form)})" for form in roles["glued"])
    digits = _DIGITS.replace("{glued}", glued)
    half = "et demie?" if language == "fr" else "and a half"
    return (
        rf"(?:{digits}|(?<![\w-])(?:(?P<group>(?:{bag}))|(?P<words>{chain}))(?!\w))"
        rf"(?P<half_first> {half}(?= (?:{scale})\b))?"
        rf"(?P<scales>(?:(?:[ -]|(?<=aine) de )(?:{scale})\b){{0,2}})(?P<half> {half}\b)?"
    )


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))


def _read(match: re.Match[str], lower: str, language: str, words: _Vocabulary) -> Number | None:
    value: float | None
    scale = 1.0
    if digits := match["digits"]:
        value = _digits_value(digits, language, counts=_COUNTED.match(lower, match.end()) is not None)
    elif match["words"]:
        value, scale = _chain_value(re.split("[ -]", match["words"]), words)
    else:
        value, scale = _group_value(re.split("[ -]", match["group"]), words)
    if value is None:
        return None
    if match["half_first"]:
        value += 0.5
    for word in re.findall("[^ -]+", match["scales"].replace(" de ", " ")):
        value, scale = value * words.multipliers[word], scale * words.multipliers[word]
    if match["half"]:
        value += scale / 2
    if value > _LARGEST:
        return None
    return Number(match.start(), match.end(), value, not digits, _is_collective(match["group"], words), scale)


def _is_collective(group: str | None, words: _Vocabulary) -> bool:
    return group is not None and any(word.removesuffix("s") in words.groups for word in re.split("[ -]", group))


def _digits_value(digits: str, language: str, counts: bool) -> float:
    """What digits are worth: a comma is decimal in French and groups in English, a point the other way round."""
    fraction = _VULGAR.get(digits[-1], 0.0)
    plain = digits.rstrip("½¼¾").replace(" ", "").replace("'", "")
    marks = [char for char in plain if char in ".,"]
    if not marks:
        return float(plain) + fraction
    grouped = len(marks) > 1 or _is_grouping(plain, marks[0], language, counts)
    grouping = marks[0] if grouped else ""
    return float(plain.replace(grouping, "").replace(",", ".")) + fraction


def _is_grouping(plain: str, mark: str, language: str, counts: bool) -> bool:
    whole, _, rest = plain.partition(mark)
    if len(rest) != 3 or len(whole) > 3 or whole.startswith("0"):
        return False
    return mark == "." if language == "fr" and not counts else mark == "," or language == "fr"


def _chain_value(tokens: list[str], words: _Vocabulary) -> tuple[float | None, float]:
    """What words of a number say together, and the multiplier that ends them; None when they are no one number."""
    total, part, room, scale, before = 0.0, 0.0, 1000.0, 1.0, ""
    for token in tokens:
        scale = 1.0
        if token in ("et", "and"):
            continue
        if token in ("a", "an"):
            part = 1.0
        elif (small := words.small.get(token)) is not None:
            if before == "quatre" and token in ("vingt", "vingts"):
                part, room = part + 76, 20.0
            elif small >= room:
                return None, 1.0
            else:
                part, room = part + small, _room_after(small)
        else:
            scale = words.multipliers[token]
            if scale == 100:
                part, room, scale = (part or 1) * 100, 100.0, 1.0
            elif scale == 1000:
                total, part, room = total + (part or 1) * 1000, 0.0, 1000.0
            else:
                total, part, room = (total + part or 1) * scale, 0.0, 1000.0
        before = token
    return total + part, scale


def _room_after(small: int) -> float:
    """What may still be added after a number under a hundred: nothing after units and teens."""
    if small < 20:
        return 10.0 if small == 10 else 0.0
    return 20.0 if small == 60 else 10.0


def _group_value(tokens: list[str], words: _Vocabulary) -> tuple[float | None, float]:
    """What a collective is worth: « une demi-douzaine » is six, « deux dizaines » twenty."""
    value, scale = 1.0, 1.0
    for token in tokens:
        if token in ("demi", "half"):
            value *= 0.5
        elif (size := words.groups.get(token) or words.groups.get(token.removesuffix("s"))) is not None:
            value *= size
        elif (multiplier := words.multipliers.get(token)) is not None:
            value, scale = value * multiplier, multiplier
        elif (small := words.small.get(token)) is not None:
            value *= small
    return value, scale
