"""From mentions to entities: acronyms, short forms, versions and aliases joined to one thing each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aipolicy_index.facts.entities import Entities, Entity, Mention
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.joining import Group, groups
from aipolicy_index.facts.names.metonyms import METONYM
from aipolicy_index.facts.names.people import Person, Placed, people, placed
from aipolicy_index.facts.names.role_phrases import Bodies, bodies_of, on_one_line
from aipolicy_index.facts.names.roles import position_of
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_TITLES = {
    "me": "avocat avocate",
    "dr": "médecin docteur docteure doctor",
    "pr": "professeur professeure",
    "prof": "professeur professor",
}
"""What somebody of a folded title may be called."""


def assemble(scan: Scan, named: Sequence[Named], pairs: Iterable[tuple[Named, Named]]) -> Entities:
    """The entities of the article, in the order of their first mention."""
    mentions = [one for one in named if one.kind is FactKind.PERSON]
    persons, bodies = people(scan, mentions), bodies_of(named)
    places = placed(persons, mentions)
    found = [_person(scan, person, bodies, places) for person in persons]
    found += [_thing(scan, group) for group in groups(scan, named, pairs)]
    return Entities(tuple(sorted(found, key=lambda entity: entity.mentions[0].span)))


def _person(scan: Scan, person: Person, bodies: Bodies, places: Placed) -> Entity:
    position = position_of(scan, person, bodies, places)
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
        gender=person.gender or position.gender or (entry.gender if entry else None) or person.first_name_gender,
        known_as=entry.name if entry else None,
        descriptors=tuple(_called(scan, person, position.role)),
        category="person",
    )


def _called(scan: Scan, person: Person, role: str | None) -> Iterator[str]:
    """What the text may call the person: the role, and what « Me », « Pr » before a mention say."""
    if role:
        yield role
    for mention in person.mentions:
        title = mention.first - 1 - (scan.words[mention.first - 1].text == "." if mention.first else 0)
        if scan.same_line(title, mention.first) and scan.folded[title] in _TITLES:
            yield _TITLES[scan.folded[title]]
            return


def _texts(scan: Scan, mentions: Iterable[Named]) -> list[str]:
    """The different ways in which the mentions are written, in order."""
    words, text = scan.words, scan.page.text
    written = dict.fromkeys(text[words[one.first].start : words[one.end - 1].end] for one in mentions)
    return list(dict.fromkeys(map(on_one_line, written)))


def _thing(scan: Scan, group: Group) -> Entity:
    plain = [one for one in group if one.rule != METONYM]
    entry = next((one.entry for one in plain if one.entry), None)
    every = _texts(scan, group)
    texts = _texts(scan, plain) if plain and len(plain) < len(group) else every
    name = max(texts, key=len)
    if group[0].kind is FactKind.PRODUCT:
        name = _without_version(scan, group, name)
    category = entry.category if entry else next((one.category for one in group if one.category), None)
    return Entity(
        group[0].kind,
        name,
        tuple(Mention(scan.span(one.first, one.end), one.rule) for one in group),
        tuple(text for text in every if text != name),
        gender=next((one.gender for one in group if one.gender), None),
        known_as=entry.name if entry else None,
        descriptors=entry.descriptors if entry else (),
        category=category,
        metonyms=tuple(scan.span(one.first, one.end) for one in group if one.rule == METONYM),
        country=entry.country if entry else None,
    )


def _without_version(scan: Scan, group: Group, name: str) -> str:
    """« ExamHawk », said again and again, and « ExamHawk 5 » once: the name by which the article begins."""
    written = [scan.page.text[span.start : span.end] for span in (scan.span(one.first, one.end) for one in group)]
    first = written[0]
    return first if name.startswith(f"{first} ") and written.count(first) > written.count(name) else name
