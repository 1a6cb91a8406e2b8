"""From mentions to entities: acronyms, short forms, versions and aliases joined to one thing each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from aipolicy_index.facts.entities import Entities, Entity, Mention
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.metonyms import powers
from aipolicy_index.facts.names.people import Person, people
from aipolicy_index.facts.names.roles import Bodies, bodies_of, position_of
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind, Span

Group = list[Named]
_LEADING = frozenset(("le", "la", "les", "l'", "the"))


def assemble(scan: Scan, named: Sequence[Named], pairs: Iterable[tuple[Named, Named]]) -> Entities:
    """The entities of the article, in the order of their first mention."""
    persons = people(scan, [one for one in named if one.kind is FactKind.PERSON])
    bodies = bodies_of(named)
    found = [_person(scan, person, bodies) for person in persons]
    found += [_thing(scan, group) for group in _groups(scan, named, pairs)]
    return Entities(tuple(sorted(found, key=lambda entity: entity.mentions[0].span)))


def _person(scan: Scan, person: Person, bodies: Bodies) -> Entity:
    position = position_of(scan, person, bodies)
    entry = next((one.entry for one in person.mentions if one.entry), None)
    texts = _texts(scan, person.mentions)
    name = max(texts, key=lambda text: (len(text.split()), len(text)))
    return Entity(
        FactKind.PERSON,
        name,
        tuple(Mention(scan.span(one.first, one.end), one.rule) for one in person.mentions),
        tuple(text for text in texts if text != name),
        role=position.role,
        organisation=position.organisation,
        gender=person.gender or position.gender or (entry.gender if entry else None),
        known_as=entry.name if entry else None,
        descriptors=(position.role,) if position.role else (),
        category="person",
    )


def _texts(scan: Scan, mentions: Iterable[Named]) -> list[str]:
    """The different ways in which the mentions are written, in order."""
    spans = (scan.span(one.first, one.end) for one in mentions)
    return list(dict.fromkeys(scan.page.text[span.start : span.end] for span in spans))


def _groups(scan: Scan, named: Sequence[Named], pairs: Iterable[tuple[Named, Named]]) -> list[Group]:
    """The mentions of things, those of one thing together."""
    groups: dict[tuple[str, ...], Group] = {}
    for one in named:
        if one.kind is not FactKind.PERSON:
            groups.setdefault(_key(scan, one), []).append(one)
    joined = _Joined(groups)
    for full, short in pairs:
        joined.join(_key(scan, full), _key(scan, short))
    _join_short_forms(groups, joined)
    _join_powers(scan, groups, joined)
    return [sorted(group, key=lambda one: one.first) for group in joined.groups()]


class _Joined:
    """Which groups are one."""

    def __init__(self, groups: dict[tuple[str, ...], Group]) -> None:
        self._groups = groups
        self._parent = {key: key for key in groups}

    def root(self, key: tuple[str, ...]) -> tuple[str, ...]:
        while self._parent[key] != key:
            key = self._parent[key]
        return key

    def join(self, one: tuple[str, ...], other: tuple[str, ...]) -> None:
        if one in self._parent and other in self._parent and self.root(one) != self.root(other):
            self._parent[self.root(other)] = self.root(one)

    def groups(self) -> list[Group]:
        found: defaultdict[tuple[str, ...], Group] = defaultdict(list)
        for key, group in self._groups.items():
            found[self.root(key)] += group
        return list(found.values())


def _key(scan: Scan, one: Named) -> tuple[str, ...]:
    if one.entry and one.rule != "organisation metonym":
        return (one.kind, "=", one.entry.name)
    words = scan.folded[one.first : one.end]
    return (one.kind, *(words[1:] if len(words) > 1 and words[0] in _LEADING else words))


def _join_short_forms(groups: dict[tuple[str, ...], Group], joined: _Joined) -> None:
    """« Boréalis » and « Boréalis Données inc. »: a form that begins exactly one longer one."""
    free = [key for key in groups if key[1] != "="]
    for key in free:
        if key[0] not in (FactKind.ORGANISATION, FactKind.PRODUCT):
            continue
        longer = [other for other in free if len(other) > len(key) and other[: len(key)] == key]
        if longer and (key[0] == FactKind.ORGANISATION or len(longer) == 1):
            joined.join(longer[0], key)


def _join_powers(scan: Scan, groups: dict[tuple[str, ...], Group], joined: _Joined) -> None:
    """« Bruxelles » that acts, and the Commission, where the article names both."""
    for key, group in groups.items():
        if group[0].rule != "organisation metonym" and group[0].entry is None:
            continue
        for name in powers().get(" ".join(scan.folded[group[0].first : group[0].end]), ()):
            target = (FactKind.ORGANISATION, "=", name)
            if target in groups and key != target and key[0] == FactKind.ORGANISATION:
                joined.join(target, key)
                break


def _thing(scan: Scan, group: Group) -> Entity:
    entry = next((one.entry for one in group if one.entry and one.rule != "organisation metonym"), None)
    texts = _texts(scan, [one for one in group if one.rule != "organisation metonym"] or group)
    name = max(texts, key=len)
    category = entry.category if entry else next((one.category for one in group if one.category), None)
    return Entity(
        group[0].kind,
        name,
        tuple(Mention(scan.span(one.first, one.end), one.rule) for one in group),
        tuple(text for text in _texts(scan, group) if text != name),
        gender=next((one.gender for one in group if one.gender), None),
        known_as=entry.name if entry else None,
        descriptors=entry.descriptors if entry else (),
        category=category,
        metonyms=tuple(scan.span(one.first, one.end) for one in group if one.rule == "organisation metonym"),
        country=entry.country if entry else None,
    )


def spans_of(entity: Entity) -> tuple[Span, ...]:
    """Where the entity stands."""
    return tuple(mention.span for mention in entity.mentions)
