"""Currencies: how they are written, and which one a shared name means in a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.language.numbers import one_of

DATA = Path(__file__).resolve().parent.parent / "data"

_ENOUGH = 2
"""Words that must speak for a country before its currency is read from a shared name."""
SCALES = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "mio": 1e6, "md": 1e9, "mds": 1e9, "mrd": 1e9, "mrds": 1e9, "mia": 1e9,
    "g": 1e9, "b": 1e9, "bn": 1e9, "bln": 1e9, "t": 1e12, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
"""Abbreviations between a number and its currency."""
_SCALES = one_of(SCALES)
_SCALE = re.compile(rf" ?(?P<scale>{_SCALES})(?![\w-])")
_LONGEST_SIGN = 6


@dataclass(frozen=True, slots=True)
class Written:
    """A currency as written: `mark` is its code, or the mark of a name that several countries share."""

    mark: str
    start: int
    end: int
    scale: float = 1.0
    """A multiplier between the number and the currency; a hundredth for coins."""


def currency_after(lower: str, position: int, end: int) -> Written | None:
    """The currency that follows a number, with what multiplies it: « M€ », « de dollars », « bn euros »."""
    match = _forms().after.match(lower, position, end)
    if match is None:
        return None
    mark, role = _forms().meant[str(match.lastgroup)]
    scale = SCALES[match["scale"]] if match["scale"] else 1.0
    return Written(mark, match.start(), match.end(), scale / 100 if role == "hundredth" else scale)


def currency_before(lower: str, position: int, floor: int) -> Written | None:
    """The currency sign that stands before a number: « $ », « US$ », « CHF »."""
    begin = max(floor, position - _LONGEST_SIGN)
    match = _forms().before.search(lower[begin:position])
    if match is None:
        return None
    mark, _ = _forms().meant[str(match.lastgroup)]
    return Written(mark, begin + match.start(), begin + match.end())


def scale_after(lower: str, position: int, end: int) -> tuple[float, int]:
    """The multiplier abbreviation that follows a number (« bn »), and where it ends; 1 where there is none."""
    match = _SCALE.match(lower, position, end)
    return (SCALES[match["scale"]], match.end()) if match else (1.0, position)


@dataclass(frozen=True)
class _Forms:
    after: re.Pattern[str]
    before: re.Pattern[str]
    meant: dict[str, tuple[str, str]]
    """Mark and role of each group of the patterns."""


@cache
def _forms() -> _Forms:
    listed = [
        (form.replace("_", " "), mark, role)
        for line in data_lines("currencies.tsv", DATA)
        for mark, role, forms in [line.split("\t")]
        for form in forms.split()
    ]
    listed.sort(key=lambda item: -len(item[0]))
    meant = {f"c{index}": (mark, role) for index, (_, mark, role) in enumerate(listed)}
    after = "|".join(f"(?P<c{index}>{_bounded(form)})" for index, (form, _, _) in enumerate(listed))
    signs = [(index, form) for index, (form, _, role) in enumerate(listed) if role == "sign"]
    before = "|".join(f"(?P<c{index}>{form})" for index, form in signs)
    return _Forms(
        re.compile(rf"[ -]?(?:(?P<scale>{_SCALES}) ?)?(?:de |d')?(?:{after})"),
        re.compile(rf"(?<![^\W\d_])(?:{before}) ?$"),
        meant,
    )


def _bounded(form: str) -> str:
    return form if form[-1] in "$€£¥₹₩₽₺₪₦₱₴" else rf"{form}(?!\w)"


@dataclass(frozen=True)
class Regions:
    """What the words of a text say of the currencies whose names are shared."""

    lower: str
    _counted: dict[str, Counter[str]] = field(default_factory=dict)

    def code(self, mark: str, start: int, end: int) -> str | None:
        """The ISO 4217 code that a mark means in the sentence from `start` to `end`; None where nothing tells.

        What one country's words in the sentence say counts when the text speaks of that country more than once; else
        the country of which the text speaks most; else what the name usually means.
        """
        meanings = _meanings().get(mark)
        if meanings is None:
            return mark if len(mark) == 3 else None
        usual = meanings.usual or (mark if len(mark) == 3 else None)
        if mark not in self._counted:
            self._counted[mark] = Counter(meanings.found(self.lower, 0, len(self.lower)))
        counts = self._counted[mark]
        nearby = set(meanings.found(self.lower, start, end))
        if len(nearby) == 1 and ((code := nearby.pop()) == usual or counts[code] >= _ENOUGH):
            return code
        best = max(counts, key=lambda code: counts[code], default=usual)
        if best is None or counts[best] < _ENOUGH or counts[best] <= counts[usual or ""]:
            return usual
        return best


@dataclass(frozen=True)
class _Meanings:
    pattern: re.Pattern[str]
    codes: dict[str, str]
    usual: str | None

    def found(self, lower: str, start: int, end: int) -> Iterator[str]:
        """The codes for which words speak, once for each word."""
        return (self.codes[str(match.lastgroup)] for match in self.pattern.finditer(lower, start, end))


@cache
def _meanings() -> dict[str, _Meanings]:
    listed: dict[str, list[tuple[str, str]]] = {}
    usual: dict[str, str] = {}
    for line in data_lines("currency_regions.tsv", DATA):
        mark, code, forms = line.split("\t")
        if forms == "*":
            usual[mark] = code
        else:
            listed.setdefault(mark, []).append((code, "|".join(form.replace("_", " ") for form in forms.split())))
    return {mark: _meaning(regions, usual.get(mark)) for mark, regions in listed.items()}


def _meaning(regions: list[tuple[str, str]], usual: str | None) -> _Meanings:
    codes = {f"m{index}": code for index, (code, _) in enumerate(regions)}
    groups = "|".join(f"(?P<m{index}>{forms})" for index, (_, forms) in enumerate(regions))
    return _Meanings(re.compile(rf"(?<!\w)(?:{groups})(?!\w)"), codes, usual)
