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


Slot = tuple[Tense, bool, bool]
"""Tense, plural, first person."""

FRENCH_SLOTS: tuple[Slot, ...] = (
    (Tense.INFINITIVE, False, False),
    (Tense.PRESENT, False, False),
    (Tense.PRESENT, True, False),
    (Tense.PAST, False, False),
    (Tense.PAST, True, False),
    (Tense.SUBJUNCTIVE, False, False),
    (Tense.GERUND, False, False),
    (Tense.IMPERFECT, False, False),
    (Tense.IMPERFECT, True, False),
    (Tense.CONDITIONAL, False, False),
    (Tense.CONDITIONAL, True, False),
    (Tense.FUTURE, False, False),
    (Tense.FUTURE, True, False),
    (Tense.PARTICIPLE, False, False),
    (Tense.PARTICIPLE, False, False),
    (Tense.PARTICIPLE, True, False),
    (Tense.PARTICIPLE, True, False),
    (Tense.PRESENT, True, True),
    (Tense.IMPERFECT, True, True),
    (Tense.FUTURE, True, True),
    (Tense.FUTURE, False, True),
    (Tense.PRESENT, False, True),
    (Tense.PRESENT, True, True),
)
"""What each form of a French paradigm tells; the order of `french_paradigm`."""
_FIRST_PERSONS = {"a": ("ai", "-"), "est": ("suis", "sommes"), "va": ("vais", "-")}
"""First persons of the present that are no third person's form and no « -ons »."""
ENGLISH_SLOTS: tuple[Slot, ...] = (
    (Tense.INFINITIVE, False, False),
    (Tense.PRESENT, False, False),
    (Tense.PAST, False, False),
    (Tense.PARTICIPLE, False, False),
    (Tense.GERUND, False, False),
)
"""What each form of an English paradigm tells; the order of `english_paradigm`."""
NO_FORM = "-"
_ONE_SOUND = frozenset("gn gr gl br bl cr cl dr tr pr pl vr gu qu ch".split())
_VOWELS = frozenset("aeiouyéèêâîôû")


def french_paradigm(infinitive: str) -> tuple[str, ...]:
    """The infinitive, third persons, participles in all agreements and first persons; `-` for a form not used.

    The first person singular mostly shares the third person's form and is not listed twice.
    """
    parts = _parts(infinitive)
    imperfect, future, agreed = _soften(parts.imperfect), parts.future, _agreeing(parts.participle)
    return (
        infinitive,
        parts.present,
        parts.presents,
        parts.past,
        parts.pasts,
        parts.subjunctive,
        parts.gerund,
        imperfect + "ait",
        imperfect + "aient",
        future + "ait",
        future + "aient",
        future + "a",
        future + "ont",
        parts.participle,
        agreed + "e",
        agreed + "es",
        agreed if agreed.endswith("s") else agreed + "s",
        imperfect + "ons",
        parts.imperfect + "ions",
        future + "ons",
        future + "ai",
        *_FIRST_PERSONS.get(parts.present, (NO_FORM, NO_FORM)),
    )


def french_stem(infinitive: str) -> str:
    """What all forms of a French verb begin with; nothing for « aller »."""
    if infinitive.endswith("er") and infinitive != "aller":
        stem = infinitive[:-2]
        return _shared(stem, _strong(stem, infinitive), _soften(stem))
    if (start := _irregular_from(infinitive)) is not None:
        return infinitive[:start] + _common(infinitive[start:])
    return infinitive[:-1] if infinitive.endswith(("ir", "ïr")) else infinitive[:-2]


@cache
def _common(ending: str) -> str:
    """What the forms of an irregular ending have in common."""
    return _shared(ending, *_endings()[ending])


def _shared(*forms: str) -> str:
    """What all of them begin with."""
    first, last = min(forms), max(forms)
    return first[: next((size for size, char in enumerate(first) if last[size] != char), len(first))]


def french_forms(infinitive: str) -> Iterator[Form]:
    """The forms of a French verb, each with what it tells."""
    return _forms(french_paradigm(infinitive), FRENCH_SLOTS)


def _forms(paradigm: tuple[str, ...], slots: tuple[Slot, ...]) -> Iterator[Form]:
    return (Form(text, *slot) for text, slot in zip(paradigm, slots, strict=True) if text != NO_FORM)


def _parts(infinitive: str) -> _Parts:
    if infinitive.endswith("er") and infinitive != "aller":
        return _first_group(infinitive)
    if found := _irregular(infinitive):
        return found
    return _second_group(infinitive) if infinitive.endswith(("ir", "ïr")) else _third_group(infinitive)


def _agreeing(participle: str) -> str:
    """The participle before an ending: « dû », « due »."""
    return participle.replace("û", "u") if participle in ("dû", "mû") else participle


@cache
def _endings() -> dict[str, _Parts]:
    return {ending: _Parts(*cells) for ending, *cells in rows("conjugation.tsv")}


def _irregular(infinitive: str) -> _Parts | None:
    start = _irregular_from(infinitive)
    if start is None:
        return None
    return _Parts(*(infinitive[:start] + part for part in _endings()[infinitive[start:]]))


def _irregular_from(infinitive: str) -> int | None:
    """Where the longest irregular ending of the verb begins."""
    endings = _endings()
    for start in range(len(infinitive)):
        if infinitive[start:] in endings and (start == 0 or infinitive[start:] != "aller"):
            return start
    return None


def _first_group(infinitive: str) -> _Parts:
    stem = infinitive[:-2]
    strong = _strong(stem, infinitive)
    future = (strong if strong != stem and "é" not in stem[-3:] else stem) + "er"
    return _Parts(
        strong + "e", strong + "ent", stem, _soften(stem) + "a", stem + "èrent", future, stem + "é",
        _soften(stem) + "ant", strong + "e",
    )  # fmt: skip


def _strong(stem: str, infinitive: str) -> str:
    """The stem before a silent ending: lève, révèle, appelle, emploie."""
    if infinitive.endswith(("oyer", "uyer")):
        return stem[:-1] + "i"
    if infinitive.endswith(("appeler", "rappeler", "jeter", "renouveler", "épeler", "étinceler")):
        return stem + stem[-1]
    for width in (1, 2):
        vowel = stem[-1 - width : -width]
        if vowel in ("é", "e") and _VOWELS.isdisjoint(stem[-width:]) and _opens(stem, width):
            return stem[: -1 - width] + "è" + stem[-width:]
    return stem


def _opens(stem: str, width: int) -> bool:
    return width == 1 or stem[-2:] in _ONE_SOUND


def _soften(stem: str) -> str:
    """c and g keep their sound before a and o: annonça, exigeons."""
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


def english_paradigm(base: str) -> tuple[str, ...]:
    """Base, third person, past, participle, -ing; a particle stays behind."""
    head, _, particle = base.partition(" ")
    tail = f" {particle}" if particle else ""
    past, participle, *third = _english_irregular().get(head, ["", ""])
    past = past or _with_ending(head, "ed")
    return (
        base,
        (third[0] if third else _third_person(head)) + tail,
        past + tail,
        (participle or past) + tail,
        _with_ending(head, "ing") + tail,
    )


def english_stem(base: str) -> str:
    """What all forms of an English verb begin with."""
    return _shared(*english_paradigm(base))


def english_forms(base: str) -> Iterator[Form]:
    """The forms of an English verb, each with what it tells."""
    return _forms(english_paradigm(base), ENGLISH_SLOTS)


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
