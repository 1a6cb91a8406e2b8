"""Currencies: how they are written, and which one a shared name means in a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.patterns import DATA
from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.language.numbers import one_of, scale_abbreviations

_ENOUGH = 2
"""Words that must speak for a country before its currency is read from a shared name."""
_LONGEST_SIGN = 6


class Written(NamedTuple):
    """A currency as written: `mark` is its code, or the mark of a name that several countries share."""

    mark: str
    start: int
    end: int
    scale: float = 1.0
    """A multiplier between the number and the currency; a hundredth for coins."""


def currency_after(lower: str, position: int, end: int) -> Written | None:
    """The currency that follows a number, with what multiplies it: « M€ », « de dollars », « bn euros »."""
    lead = _lead().match(lower, position, end)
    if lead is None or lead.end() >= end:
        return None
    forms = _forms_by_initial().get(lower[lead.end()])
    match = forms.pattern.match(lower, lead.end(), end) if forms else None
    if match is None or forms is None:
        return None
    mark, role = forms.meant[str(match.lastgroup)]
    scale = scale_abbreviations()[lead["scale"]] if lead["scale"] else 1.0
    return Written(mark, position, match.end(), scale / 100 if role == "hundredth" else scale)


def currency_before(lower: str, position: int, floor: int) -> Written | None:
    """The currency sign that stands before a number: « $ », « US$ », « CHF »."""
    begin = max(floor, position - _LONGEST_SIGN)
    before = lower[begin:position]
    if not before.rstrip().endswith(_last_of_signs()):
        return None
    match = _signs().pattern.search(before)
    if match is None:
        return None
    mark, _ = _signs().meant[str(match.lastgroup)]
    return Written(mark, begin + match.start(), begin + match.end())


class _Forms(NamedTuple):
    pattern: re.Pattern[str]
    meant: dict[str, tuple[str, str]]
    """Mark and role of each group of the pattern."""


@cache
def _lead() -> re.Pattern[str]:
    """What may stand between a number and its currency; a multiplier is glued to signs and codes only."""
    scales = one_of(scale_abbreviations())
    return re.compile(
        rf"[ -]?(?:(?P<scale>{scales})(?:(?![^\W\d_])|(?=eur\b|usd\b|chf\b)) ?)?(?:de (?:nos |vos |leurs )?|d' ?)?"
    )


@cache
def _listed() -> tuple[tuple[str, str, str], ...]:
    """Form, mark and role of each line, the longest forms first."""
    listed = [
        (form.replace("_", " "), mark, role)
        for line in data_lines("currencies.tsv", DATA)
        for mark, role, forms in [line.split("\t")]
        for form in forms.split()
    ]
    return tuple(sorted(listed, key=lambda item: -len(item[0])))


@cache
def _forms_by_initial() -> dict[str, _Forms]:
    initials: dict[str, list[tuple[str, str, str]]] = {}
    for form, mark, role in _listed():
        initials.setdefault(form.lstrip("\\")[0], []).append((_bounded(form), mark, role))
    return {initial: _compiled(forms, "{}") for initial, forms in initials.items()}


@cache
def _signs() -> _Forms:
    signs = [item for item in _listed() if item[2] == "sign"]
    return _compiled(signs, r"(?<![^\W\d_])(?:{}) ?$")


@cache
def _last_of_signs() -> tuple[str, ...]:
    """The characters with which a sign before a number may end."""
    return tuple({re.sub(r"\(\?.*?\)|[?\\]", "", form)[-1] for form, _, role in _listed() if role == "sign"} | {"."})


def _compiled(forms: list[tuple[str, str, str]], frame: str) -> _Forms:
    groups = "|".join(f"(?P<c{index}>{form})" for index, (form, _, _) in enumerate(forms))
    meant = {f"c{index}": (mark, role) for index, (_, mark, role) in enumerate(forms)}
    return _Forms(re.compile(frame.replace("{}", groups)), meant)


def _bounded(form: str) -> str:
    return form if form[-1] in "$€£¥₹₩₽₺₪₦₱₴" else rf"{form}(?!\w)"


@dataclass(frozen=True)
class Regions:
    """What the words of a text say of the currencies whose names are shared."""

    lower: str
    _counted: dict[tuple[str, int, int], Counter[str]] = field(default_factory=dict)

    def code(self, mark: str, start: int, end: int) -> str | None:
        """The ISO 4217 code that a mark means in the sentence from `start` to `end`; None where nothing tells.

        What one country's words in the sentence say counts when the text speaks of that country more than once; else
        the country of which the text speaks most; else what the name usually means.
        """
        meanings = _meanings().get(mark)
        if meanings is None:
            return mark if len(mark) == 3 else None
        usual = meanings.usual or (mark if len(mark) == 3 else None)
        counts = self._counts(mark, meanings, 0, len(self.lower))
        nearby = self._counts(mark, meanings, start, end)
        if len(nearby) == 1 and ((code := next(iter(nearby))) == usual or counts[code] >= meanings.enough):
            return code
        best = max(counts, key=lambda code: counts[code], default=usual)
        if best is None or (usual and (counts[best] < meanings.enough or counts[best] <= counts[usual])):
            return usual
        return best

    def _counts(self, mark: str, meanings: _Meanings, start: int, end: int) -> Counter[str]:
        place = (mark, start, end)
        if place not in self._counted:
            self._counted[place] = Counter(meanings.found(self.lower, start, end))
        return self._counted[place]


class _Meanings(NamedTuple):
    pattern: re.Pattern[str]
    codes: dict[str, str]
    usual: str | None
    enough: int
    """Words that must speak for another country than the usual one."""

    def found(self, lower: str, start: int, end: int) -> Iterator[str]:
        """The codes for which words speak, once for each word."""
        return (self.codes[str(match.lastgroup)] for match in self.pattern.finditer(lower, start, end))


@cache
def _meanings() -> dict[str, _Meanings]:
    listed: dict[str, list[tuple[str, str]]] = {}
    usual: dict[str, tuple[str, int]] = {}
    for line in data_lines("currency_regions.tsv", DATA):
        mark, code, forms = line.split("\t")
        if forms.startswith("*"):
            usual[mark] = code, int(forms[1:]) if forms[1:] else _ENOUGH
        else:
            listed.setdefault(mark, []).append((code, "|".join(form.replace("_", " ") for form in forms.split())))
    return {mark: _meaning(regions, *usual.get(mark, (None, _ENOUGH))) for mark, regions in listed.items()}


def _meaning(regions: list[tuple[str, str]], usual: str | None, enough: int) -> _Meanings:
    codes = {f"m{index}": code for index, (code, _) in enumerate(regions)}
    groups = "|".join(f"(?P<m{index}>{forms})" for index, (_, forms) in enumerate(regions))
    return _Meanings(re.compile(rf"(?<!\w)(?:{groups})(?!\w)"), codes, usual, enough)
