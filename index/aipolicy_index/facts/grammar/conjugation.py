"""The forms of a verb, made by rule: what a newspaper uses of it (third persons, participles, infinitive)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.tables import rows


class Tense(IntEnum):
    """What a form tells by itself."""

    PRESENT = 0
    IMPERFECT = 1
    PAST = 2
    FUTURE = 3
    CONDITIONAL = 4
    SUBJUNCTIVE = 5
    PARTICIPLE = 6
    """The past participle."""
    GERUND = 7
    """The present participle."""
    INFINITIVE = 8


class Form(NamedTuple):
    """One form of a verb."""

    text: str
    tense: Tense
    plural: bool = False
    first_person: bool = False


class _Parts(NamedTuple):
    present: str
    presents: str
    imperfect: str
    past: str
    pasts: str
    future: str
    participle: str
    gerund: str
    subjunctive: str


FINITE = frozenset({Tense.PRESENT, Tense.IMPERFECT, Tense.PAST, Tense.FUTURE, Tense.CONDITIONAL, Tense.SUBJUNCTIVE})


def french_forms(infinitive: str) -> Iterator[Form]:
    """The third persons and the first plural of all tenses, the participles in all agreements, the infinitive."""
    parts = _irregular(infinitive) or (
        _first_group(infinitive)
        if infinitive.endswith("er")
        else _second_group(infinitive)
        if infinitive.endswith(("ir", "ïr"))
        else _third_group(infinitive)
    )
    yield Form(infinitive, Tense.INFINITIVE)
    yield Form(parts.present, Tense.PRESENT)
    yield Form(parts.presents, Tense.PRESENT, True)
    yield Form(parts.past, Tense.PAST)
    yield Form(parts.pasts, Tense.PAST, True)
    yield Form(parts.subjunctive, Tense.SUBJUNCTIVE)
    yield Form(parts.gerund, Tense.GERUND)
    for ending, plural in (("ait", False), ("aient", True)):
        yield Form(_soften(parts.imperfect, "a") + ending, Tense.IMPERFECT, plural)
        yield Form(parts.future + ending, Tense.CONDITIONAL, plural)
    for ending, plural in (("a", False), ("ont", True)):
        yield Form(parts.future + ending, Tense.FUTURE, plural)
    for text, plural in _agreements(parts.participle):
        yield Form(text, Tense.PARTICIPLE, plural)
    yield from _first_persons(parts)


def _first_persons(parts: _Parts) -> Iterator[Form]:
    """« nous proposons, nous proposerons »; « je » mostly shares the third person's form."""
    yield Form(_soften(parts.imperfect, "o") + "ons", Tense.PRESENT, True, True)
    yield Form(parts.imperfect + "ions", Tense.IMPERFECT, True, True)
    yield Form(parts.future + "ons", Tense.FUTURE, True, True)
    yield Form(parts.future + "ai", Tense.FUTURE, False, True)
    irregular = {"a": ("ai", ""), "est": ("suis", "sommes"), "va": ("vais", "")}.get(parts.present, ("", ""))
    for text, plural in zip(irregular, (False, True), strict=True):
        if text:
            yield Form(text, Tense.PRESENT, plural, True)


def _agreements(participle: str) -> Iterator[tuple[str, bool]]:
    base = participle.replace("û", "u") if participle in ("dû", "mû") else participle
    yield participle, False
    yield base + "e", False
    yield base + "es", True
    yield (base if base.endswith("s") else base + "s"), True


@cache
def _endings() -> dict[str, _Parts]:
    return {ending: _Parts(*cells) for ending, *cells in rows("conjugation.tsv")}


def _irregular(infinitive: str) -> _Parts | None:
    for start in range(len(infinitive)):
        if (parts := _endings().get(infinitive[start:])) and (start == 0 or infinitive[start:] != "aller"):
            stem = infinitive[:start]
            return _Parts(*(stem + part for part in parts))
    return None


def _first_group(infinitive: str) -> _Parts:
    stem = infinitive[:-2]
    strong = _strong(stem, infinitive)
    future = (strong if strong != stem and "é" not in stem[-3:] else stem) + "er"
    return _Parts(
        strong + "e", strong + "ent", stem, _soften(stem, "a") + "a", stem + "èrent", future, stem + "é",
        _soften(stem, "a") + "ant", strong + "e",
    )  # fmt: skip


def _strong(stem: str, infinitive: str) -> str:
    """The stem before a silent ending: lève, révèle, appelle, emploie."""
    if infinitive.endswith(("oyer", "uyer")):
        return stem[:-1] + "i"
    if infinitive.endswith(("appeler", "rappeler", "jeter", "renouveler", "épeler", "étinceler")):
        return stem + stem[-1]
    for width in (1, 2):
        vowel = stem[-1 - width : -width]
        if vowel in ("é", "e") and all(char not in "aeiouyéèêâîôû" for char in stem[-width:]) and _opens(stem, width):
            return stem[: -1 - width] + "è" + stem[-width:]
    return stem


def _opens(stem: str, width: int) -> bool:
    return width == 1 or stem[-2:] in {
        "gn",
        "gr",
        "gl",
        "br",
        "bl",
        "cr",
        "cl",
        "dr",
        "tr",
        "pr",
        "pl",
        "vr",
        "gu",
        "qu",
        "ch",
    }


def _soften(stem: str, following: str) -> str:
    """c and g keep their sound before a: annonça, exigea."""
    if stem.endswith("g"):
        return stem + "e"
    return stem[:-1] + "ç" if stem.endswith("c") else stem


def _second_group(infinitive: str) -> _Parts:
    stem = infinitive[:-1]
    future, inchoative = infinitive, stem + "ss"
    return _Parts(
        stem + "t",
        inchoative + "ent",
        inchoative,
        stem + "t",
        stem + "rent",
        future,
        stem,
        inchoative + "ant",
        inchoative + "e",
    )


def _third_group(infinitive: str) -> _Parts:
    stem = infinitive[:-2]
    return _Parts(
        stem, stem + "ent", stem, stem + "it", stem + "irent", infinitive[:-1], stem + "u", stem + "ant", stem + "e"
    )  # fmt: skip


@cache
def _english_irregular() -> dict[str, list[str]]:
    return {base: cells for base, *cells in rows("english_verbs.tsv")}


def english_forms(base: str) -> Iterator[Form]:
    """Base (present plural and infinitive alike), third person, past, participle, -ing; particles stay behind."""
    head, _, particle = base.partition(" ")
    tail = f" {particle}" if particle else ""
    past, participle, *third = _english_irregular().get(head, ["", ""])
    yield Form(head + tail, Tense.INFINITIVE)
    yield Form((third[0] if third else _third_person(head)) + tail, Tense.PRESENT)
    yield Form((past or _with_ending(head, "ed")) + tail, Tense.PAST)
    yield Form((participle or past or _with_ending(head, "ed")) + tail, Tense.PARTICIPLE)
    yield Form(_with_ending(head, "ing") + tail, Tense.GERUND)


def _third_person(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _with_ending(base: str, ending: str) -> str:
    if base.endswith("e") and not (ending == "ing" and base.endswith(("ee", "ye", "oe"))):
        return base + "d" if ending == "ed" else (base[:-2] + "ying" if base.endswith("ie") else base[:-1] + "ing")
    if ending == "ed" and base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"
    return (base + base[-1] if _doubles(base) else base) + ending


def _doubles(base: str) -> bool:
    """Whether the last consonant is doubled: banned, planned, submitted."""
    if base in words_of("doubling", "en"):
        return True
    vowels = sum(char in "aeiou" for char in base)
    return vowels == 1 and len(base) > 2 and base[-1] not in "aeiouwxyh" and base[-2] in "aeiou"
