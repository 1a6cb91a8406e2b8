"""What a person is and for whom, as the words around each of the name's mentions say."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.described import described
from aipolicy_index.facts.names.framed import framed, now_heading
from aipolicy_index.facts.names.offices import named_to
from aipolicy_index.facts.names.people import Person, Placed
from aipolicy_index.facts.names.role_phrases import Bodies, Position, text_of
from aipolicy_index.facts.names.roles_ahead import role_ahead
from aipolicy_index.facts.names.roles_behind import role_behind
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.unlisted import bracketed, led, of_role
from aipolicy_index.facts.names.words import Scan


def position_of(scan: Scan, person: Person, bodies: Bodies, people: Placed) -> Position:
    """The first role that a mention gives, with its organisation; what is missing comes from the other mentions."""
    role, organisation, gender = None, None, None
    for mention in person.mentions:
        found = _at(scan, mention, bodies, people.by_end)
        if found.role and (role is None or (organisation is None and found.organisation)):
            role, gender = found.role, found.gender or gender
        organisation = organisation or found.organisation
        if role and organisation:
            break
    if organisation is None and (tied := _tied(scan, person, bodies)):
        role, organisation = role or tied.role, tied.organisation
    if role is None or organisation is None:
        called = _called(scan, person, bodies, gender or person.gender or person.first_name_gender, people)
        role, organisation = role or called.role, organisation or called.organisation
    return of_role(Position(role, organisation, gender))


def _tied(scan: Scan, person: Person, bodies: Bodies) -> Position | None:
    """The body that the first of the mentions has which the words around its clause tie to one."""
    for mention in person.mentions:
        if found := framed(scan, mention, bodies):
            return found
        if body := bracketed(scan, mention, bodies) or led(scan, mention, bodies):
            return Position(None, body)
    return None


def _called(scan: Scan, person: Person, bodies: Bodies, gender: str | None, people: Placed) -> Position:
    """What the text goes on to call the person, behind any of the mentions."""
    is_other = partial(people.is_other, person=person)
    for mention in person.mentions:
        if found := described(scan, mention, bodies, gender, is_other):
            return found
    return Position()


def _at(scan: Scan, mention: Named, bodies: Bodies, people_by_end: Mapping[int, Named]) -> Position:
    """What stands before the name and what stands behind it; a role before it wins, a body that is named wins."""
    if told := named_to(scan, mention, bodies):
        return told
    before, after = role_ahead(scan, mention, bodies, people_by_end), role_behind(scan, mention, bodies)
    named_behind = after.role and after.organisation and not (before.organisation or before.owner)
    first, second = (before, after) if before.role and not named_behind else (after, before)
    if after.role and _is_now(scan, mention):
        first, second = after, before
    elif not first.role or (_is_former(first.role) and second.organisation and not _is_former(second.role)):
        first, second = second, first
    left_behind = first.role is not None and _is_former(second.role)
    named = first.organisation or (None if left_behind else second.organisation)
    role = first.role or second.role
    seeming = None if _is_of_state(mention, role) else first.owner or (None if left_behind else second.owner)
    organisation = named or seeming
    if _was(scan, mention, before, after):
        organisation = now_heading(scan, mention, bodies) or organisation
    title = _title(scan, mention)
    if title and not (role and title.lower() in role.lower()):
        role = title
    return Position(role, organisation, first.gender or second.gender)


def _is_of_state(mention: Named, role: str | None) -> bool:
    """« le président X » of whom every paper knows that X heads a state."""
    return mention.entry is not None and (role or "").lower() in ("président", "présidente", "president", "chancelier")


def _is_now(scan: Scan, mention: Named) -> bool:
    """« le chercheur X, aujourd'hui directeur scientifique »."""
    now = scan.same_line(mention.first, mention.end + 1) and scan.words[mention.end].text == ","
    return now and scan.folded[mention.end + 1] in words("names/role_words.txt", "now heading")


def _was(scan: Scan, mention: Named, before: Position, after: Position) -> bool:
    """Whether what is said of the person was once: « Ancien de Y, X », "former Y engineer X", "X, formerly of Y"."""
    if _is_former(before.role) or _is_former(after.role):
        return True
    past = words("names/role_words.txt", "past")
    sentence = scan.sentence_of(mention.first, mention.end)
    behind = scan.same_line(mention.first, mention.end + 1) and scan.folded[mention.end + 1] in past
    return behind or scan.folded[sentence.start] in past or scan.folded[max(0, sentence.start + 1)] in past


def _is_former(role: str | None) -> bool:
    """« ancien cadre », "former executive"."""
    return role is not None and role.lower().startswith(("ancien", "ex-", "former", "ex ", "alumn"))


def _title(scan: Scan, mention: Named) -> str | None:
    """« Sen. Ron Wyden », "Sheriff Calhoun": a title that is an office."""
    place = mention.first - 1
    stop = place > 0 and scan.words[place].text == "."
    place -= stop
    if not scan.same_line(place, mention.first) or scan.folded[place] not in words("names/role_words.txt", "offices"):
        return None
    return text_of(scan, place, mention.first) if scan.words[place].text[0].isupper() else None
