"""Which mentions are of one thing: acronyms, short forms, versions, numbers of bills, places that mean a body."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from aipolicy_index.facts.names.acronyms import spells
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.metonyms import METONYM, powers
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

Key = tuple[str, ...]
Group = list[Named]

_LEADING = frozenset(("le", "la", "les", "l'", "the"))
_NUMBER = re.compile(r"[A-Z]{1,2}-\d+|\d+/\d+|\d{4}-\d+|\b1\d{4}\b")
LONGEST_INITIALS = 6
"""Letters of an acronym that is made of nothing but first letters."""
SHORTENED_HEADS = frozenset(
    "institut fondation observatoire centre laboratoire agence collectif club groupe cercle forum reseau".split()
)
"""Nouns that a name of two words begins with, and that papers leave out later."""
_LONGER = (FactKind.ORGANISATION, FactKind.PRODUCT)


def groups(scan: Scan, named: Iterable[Named], pairs: Iterable[tuple[Named, Named]]) -> list[Group]:
    """The mentions of things (people left out), those of one thing together, each group in order."""
    found: dict[Key, Group] = {}
    for one in named:
        if one.kind is not FactKind.PERSON:
            found.setdefault(_key(scan, one), []).append(one)
    joined = _Joined(found)
    for full, short in (*pairs, *_spelt_behind(scan, found)):
        joined.join(_key(scan, full), _key(scan, short))
    _join_initials(scan, found, joined)
    _join_short_forms(scan, found, joined)
    _join_bare(scan, found, joined)
    _join_powers(scan, found, joined)
    _join_instruments(scan, found, joined)
    return [sorted(group, key=lambda one: one.first) for group in joined.groups()]


def _spelt_behind(scan: Scan, found: dict[Key, Group]) -> list[tuple[Named, Named]]:
    """« l'Inesia, l'Institut national pour ... »: an acronym and, behind a comma, what it stands for."""
    named = [one for group in found.values() for one in group]
    by_first = {one.first: one for one in named if one.end - one.first > 2}
    pairs = []
    for one in named:
        if one.end == one.first + 1 and scan.same_line(one.first, one.end + 2) and scan.words[one.end].text == ",":
            full = by_first.get(one.end + 1) or by_first.get(one.end + 2)
            if full and full.kind is one.kind and spells(scan, full.first, full.end, scan.folded[one.first]):
                pairs.append((full, one))
    return pairs


class _Joined:
    """Which keys stand for one thing."""

    def __init__(self, found: dict[Key, Group]) -> None:
        self._found = found
        self._parent = {key: key for key in found}

    def root(self, key: Key) -> Key:
        while self._parent[key] != key:
            key = self._parent[key]
        return key

    def join(self, one: Key, other: Key) -> None:
        if one in self._parent and other in self._parent and self.root(one) != self.root(other):
            self._parent[self.root(other)] = self.root(one)

    def groups(self) -> list[Group]:
        together: defaultdict[Key, Group] = defaultdict(list)
        for key, group in self._found.items():
            together[self.root(key)] += group
        return list(together.values())


def _key(scan: Scan, one: Named) -> Key:
    if one.entry and one.rule != METONYM:
        return (one.kind, "=", one.entry.name)
    return (one.kind, *_words(scan, one))


def _words(scan: Scan, one: Named) -> Key:
    words = scan.folded[one.first : one.end]
    return words[1:] if len(words) > 1 and words[0] in _LEADING else words


def _join_initials(scan: Scan, found: dict[Key, Group], joined: _Joined) -> None:
    """« DBP » and « Department for Benefits and Pensions »: unknown letters that one long name spells, all of it."""
    spelt: defaultdict[str, list[Key]] = defaultdict(list)
    for key, group in found.items():
        if key[0] == FactKind.ORGANISATION and group[0].end - group[0].first > 2:
            spelt[_initials(scan, group[0])].append(key)
    for key, group in found.items():
        one = group[0]
        unknown = key[0] == FactKind.ORGANISATION and one.entry is None and one.end == one.first + 1
        text = scan.words[one.first].text
        if unknown and _is_initials(text) and len(spelt[text.lower()]) == 1:
            joined.join(spelt[text.lower()][0], key)


def _is_initials(text: str) -> bool:
    return 3 <= len(text) <= LONGEST_INITIALS and text.isupper() and text.isalpha()


def _initials(scan: Scan, body: Named) -> str:
    return "".join(
        scan.folded[place][0] for place in range(body.first, body.end) if scan.words[place].text[0].isupper()
    )


def _join_short_forms(scan: Scan, found: dict[Key, Group], joined: _Joined) -> None:
    """« Boréalis » and « Boréalis Données inc. »; « police de Charleroi » and « zone de police de Charleroi »."""
    forms = [(key, {_words(scan, one) for one in group if one.rule != METONYM}) for key, group in found.items()]
    free = _Longer((key, words) for key, several in forms if key[0] in _LONGER and key[1] != "=" for words in several)
    for key, several in forms:
        if key[0] not in _LONGER or found[key][0].rule.startswith("organisation bare"):
            continue
        longer = [other for other in free.than(several) if other[0] == key[0] and other != key]
        known = key[1] == "="
        if not longer or (len(longer) > 1 and (known or key[0] != FactKind.ORGANISATION)):
            continue
        if not known or found[longer[0]][0].rule == "organisation head":
            joined.join(longer[0], key)


class _Longer:
    """Forms of names with their keys, found by the shorter forms that may stand for them."""

    def __init__(self, forms: Iterable[tuple[Key, Key]]) -> None:
        self._forms = list(forms)
        self._numbers: defaultdict[Key, list[int]] = defaultdict(list)
        for number, (_, words) in enumerate(self._forms):
            for short in set(_shortened(words)):
                self._numbers[short].append(number)

    def than(self, shorts: Iterable[Key]) -> list[Key]:
        """The keys of those for which one of the shorter forms may stand, in order."""
        numbers = sorted({number for short in shorts for number in self._numbers.get(short, ())})
        return [self._forms[number][0] for number in numbers]


def _shortened(words: Key) -> Iterator[Key]:
    """What a name may be called again: the words with which it begins, or two and more with which it ends."""
    for size in range(1, len(words)):
        yield words[:size]
        if size > 1:
            yield words[-size:]
    if len(words) == 2 and words[0] in SHORTENED_HEADS:
        yield words[1:]


def _join_bare(scan: Scan, found: dict[Key, Group], joined: _Joined) -> None:
    """« la Commission »: the longer name in the article that begins so, the nearest before it by preference."""
    bare = {key: group for key, group in found.items() if group[0].rule.startswith("organisation bare")}
    beginning: defaultdict[str, list[tuple[Key, Named]]] = defaultdict(list)
    for key, group in found.items() if bare else ():
        if key[0] == FactKind.ORGANISATION:
            for one in group:
                beginning[_words(scan, one)[0]].append((key, one))
    for key, group in bare.items():
        words, first = _words(scan, group[0]), group[0].first
        longer = [
            (one.first > first, abs(one.first - first), other)
            for other, one in beginning.get(words[0], ())
            if other != key and _begins(_words(scan, one), words)
        ]
        if longer:
            joined.join(min(longer)[2], key)


def _begins(long: Key, short: Key) -> bool:
    return len(long) > len(short) and long[: len(short)] == short


def _join_powers(scan: Scan, found: dict[Key, Group], joined: _Joined) -> None:
    """« Bruxelles » that acts, « Bercy », and the body that they stand for, where the article names both."""
    for key, group in found.items():
        if key[0] != FactKind.ORGANISATION:
            continue
        for name in powers().get(" ".join(scan.folded[group[0].first : group[0].end]), ()):
            target = (FactKind.ORGANISATION, "=", name)
            if target in found and key != target:
                joined.join(target, key)
                break
        else:
            _join_bare_power(found, group, key, joined)


def _join_bare_power(found: dict[Key, Group], group: Group, key: Key, joined: _Joined) -> None:
    """« Bruxelles » and « la Commission », « Dakar » and « le gouvernement », where no longer name stands there."""
    if group[0].rule != METONYM or group[0].entry is None:
        return
    if group[0].entry.name == "Bruxelles":
        joined.join((FactKind.ORGANISATION, "commission"), key)
    elif sum(other[0].rule == METONYM for other in found.values()) == 1:
        joined.join((FactKind.ORGANISATION, "gouvernement"), key)
        joined.join((FactKind.ORGANISATION, "government"), key)


def _join_instruments(scan: Scan, found: dict[Key, Group], joined: _Joined) -> None:
    """The bill or regulation of one number; all terms of use; the code of conduct, however it is written."""
    seen: dict[str, Key] = {}
    for key, group in found.items():
        if key[0] != FactKind.INSTRUMENT:
            continue
        for one in group:
            for mark in _marks(scan, one):
                joined.join(seen.setdefault(mark, key), key)


def _marks(scan: Scan, one: Named) -> Sequence[str]:
    span = scan.span(one.first, one.end)
    marks = _NUMBER.findall(scan.plain[span.start : span.end])
    if one.category == "terms" or (
        one.category == "code" and scan.folded[one.first + 2 : one.first + 3] == ("conduite",)
    ):
        marks.append(scan.folded[one.first])
    return marks
