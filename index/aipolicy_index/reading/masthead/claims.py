"""What a page says of the medium that it is from, each a claim of some strength, and the name that they agree on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from functools import cache

from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.language.matching import fold
from aipolicy_index.reading.masthead.names import starts_with_article
from aipolicy_index.reading.masthead.patterns import DATA, has_media_word, is_rubric

_LONGEST, _WORDS = 60, 8
_SHORT = 4
"""Letters of a label that may be anybody's."""
_ARTICLE = re.compile(r"(?:the|les?|la) |l'")
_NOT_ALNUM = re.compile(r"[\W_]+")


class Strength(IntEnum):
    """How much a claim says by itself; what is `SURE` needs no other."""

    FAINT = 1
    LIKELY = 2
    SURE = 3


class Sign(StrEnum):
    """What a claim rests on; two of the same sign say no more than one."""

    PLATE = "plate"
    REPEATED = "repeated"
    BESIDE = "beside"
    SUFFIX = "suffix"
    STATED = "stated"
    ADDRESS = "address"
    ISSUER = "issuer"
    VOICE = "voice"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True)
class Claim:
    """A name that may be the medium's."""

    name: str
    strength: Strength
    sign: Sign
    place: int = 0
    """The number of the unit that bears it."""


def agreed_claim(claims: Iterable[Claim], addresses: Collection[str]) -> Claim | None:
    """The claim whose name has most for it, if enough has; `addresses` are the labels of the page's own domains.

    A known medium, a word that media bear and an address of the same letters add to a claim. What a page lets its
    sources say to a medium adds nothing to the medium's fame: other media are credited so too. Of names with the same
    weight the first is taken.
    """
    by_name: dict[str, list[Claim]] = {}
    for claim in claims:
        if may_be_medium(claim.name):
            by_name.setdefault(bare(claim.name), []).append(claim)
    same = max(by_name.values(), key=lambda same: _weight(same, addresses), default=[])
    if not same or _weight(same, addresses) < Strength.SURE:
        return None
    known = next((replace(claim, name=name) for claim in same if (name := known_name(claim.name))), same[0])
    return replace(known, name=known.name.strip(" ®™"))


def _weight(same: Collection[Claim], addresses: Collection[str]) -> int:
    strongest: dict[Sign, int] = {}
    for claim in same:
        strongest[claim.sign] = max(claim.strength, strongest.get(claim.sign, 0))
    names = {claim.name for claim in same}
    weight = sum(strongest.values())
    if any(label in addresses for name in names for label in labels_of(name)):
        weight += Strength.LIKELY
    if set(strongest) == {Sign.VOICE}:
        return weight
    return weight + Strength.LIKELY * any(map(is_known, names)) + Strength.FAINT * any(map(_sounds_so, names))


def _sounds_so(name: str) -> bool:
    return has_media_word(name) or starts_with_article(name) or " & " in name


def may_be_medium(name: str) -> bool:
    """Whether the words could be a medium's name: no section, day, platform or role, and not too long."""
    if not 1 < len(name) <= _LONGEST or len(name.split()) > _WORDS or is_rubric(name):
        return False
    folded = fold(name).strip(" .")
    words = folded.split()
    if is_rubric(name.partition(" & ")[0]) and not is_known(name):
        return False
    return bool(words) and folded not in _listed("word", "place") and words[0] not in _listed("first")


def bare(name: str) -> str:
    """The name's letters without its article, by which two spellings are the same."""
    return _NOT_ALNUM.sub("", _ARTICLE.sub("", fold(name), count=1))


def labels_of(name: str) -> tuple[str, str]:
    """The labels of the domains that a medium of this name would have: « lesoir », « soir »."""
    return _NOT_ALNUM.sub("", fold(name)), bare(name)


def is_known(name: str) -> bool:
    """Whether it is the name of a known medium, as it writes it."""
    return known_name(name) is not None


def known_name(name: str) -> str | None:
    """The known medium of this name, whatever the case and accents; in capitals it needs no article (« PUNCH »)."""
    name = name.rstrip("+®™ ")
    folded = fold(name)
    if folded in _known():
        return name
    return _known().get(f"the {folded}") if name.isupper() else None


def known_at(label: str) -> str | None:
    """The known medium whose domain has the label: « lemonde »."""
    return _known_labels().get(label)


@cache
def _known() -> dict[str, str]:
    return {fold(name): name for name in _known_names()}


@cache
def _known_labels() -> dict[str, str]:
    """The media by the labels of their domains: « lesoir », “theguardian”, “independent”."""
    found = {bare(name): name for name in _known_names() if name.startswith("The ") and len(bare(name)) > _SHORT}
    return found | {labels_of(name)[0]: name for name in reversed(_known_names())}


@cache
def _known_names() -> tuple[str, ...]:
    return tuple(name for line in data_lines("known_media.tsv", DATA) for name in line.split("\t")[1].split("|"))


def is_agency(name: str) -> bool:
    """Whether it is an agency, whose texts others print."""
    return fold(name) in _listed("agency") or name in data_lines("agencies.tsv")


@cache
def _listed(*sorts: str) -> frozenset[str]:
    rows = (line.split("\t") for line in data_lines("no_medium_names.tsv", DATA))
    return frozenset(fold(word) for sort, words in rows if sort in sorts for word in words.split("|"))
