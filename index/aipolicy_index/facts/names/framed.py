"""The body that the words around a person's clause tie to the person: « Du côté de Y, X juge », "Led by X, Y makes"."""

from __future__ import annotations

from functools import cache

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.attached import at_work, defending, gone_to, hired, on_behalf, seated, together
from aipolicy_index.facts.names.beside import role_before
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.complements import role_with_complement
from aipolicy_index.facts.names.fronted import fronted
from aipolicy_index.facts.names.offices import founding_with, of_office, of_whom
from aipolicy_index.facts.names.owners import body_noun
from aipolicy_index.facts.names.phrases import Phrases
from aipolicy_index.facts.names.role_phrases import Bodies, Position, parsed, role_start, text_of
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.tied import by_pronoun, by_pronoun_ahead, chairing, headed_by_possessive, owning, there
from aipolicy_index.facts.names.verbs import is_subject_of, says
from aipolicy_index.facts.names.words import Scan

_LEADING = frozenset(("a", "has", "vient", "de", "just"))
FRAME_TAIL = 6
"""Words that may stand between the body and the comma: « À la tête de Y depuis trois ans, X »."""
FOUND_WITHIN = 8
"""Words behind « Fondée par X » within which the comma before the body stands."""
LEFT_WITHIN = 8
"""Words behind a name within which « pour fonder Y » is sought."""


def framed(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """What ties a body to the person where no role does."""
    own = (_opening, fronted, _opening_headed, _whose_role, _whose_firm, _left_for, _one_of, _by_voice, _representing)
    offices = (of_whom, of_office, founding_with)
    ties = (by_pronoun, by_pronoun_ahead, chairing, owning, there, headed_by_possessive)
    attachments = (hired, on_behalf, defending, seated, gone_to, together, at_work)
    for rule in (*offices, *own, *ties, *attachments):
        if found := rule(scan, mention, bodies):
            return found
    return None


def now_heading(scan: Scan, mention: Named, bodies: Bodies) -> str | None:
    """« X dirige désormais Y », "X now runs Y", "X, formerly of Z, has joined Y": where the person is now."""
    place, now = mention.end, words("names/role_words.txt", "now heading")
    if scan.same_line(mention.first, place) and scan.words[place].text == ",":
        place = next(
            (here + 1 for here in range(place + 1, place + FOUND_WITHIN) if _is(scan, place, here, ",")), place
        )
    while scan.same_line(mention.first, place + 1) and scan.folded[place] in _LEADING | now:
        place += 1
    if not scan.same_line(mention.first, place + 1):
        return None
    if scan.folded[place] not in words("names/role_words.txt", "heads", "founding", "to head", "advises"):
        return None
    for here in range(place + 1, place + 6):
        if not scan.same_line(place, here):
            return None
        if body := bodies.by_first.get(here):
            return text_of(scan, body.first, body.end)
        if (
            scan.folded[here] not in now
            and scan.words[here].text not in ("'", "’")
            and scan.folded[here] not in words("names/role_words.txt", "determiners")
        ):
            return _unknown(scan, here)
    return None


def _is(scan: Scan, start: int, here: int, mark: str) -> bool:
    return scan.same_line(start, here) and scan.words[here].text == mark


def _unknown(scan: Scan, first: int) -> str | None:
    """The words in capitals that begin at the place, where no list knows them."""
    end = first
    while scan.same_line(first, end) and end - first < 4 and _is_name(scan, end):
        end += 1
    return text_of(scan, first, end) if end > first else None


def _is_name(scan: Scan, place: int) -> bool:
    word = scan.words[place]
    return word.kind == "word" and word.text[0].isupper() and word.folded not in vocabulary.common_words()


def _first_of_sentence(scan: Scan, place: int) -> int:
    sentence = scan.page.sentence_at(scan.words[place].start)
    return scan.first_at(sentence.start) if sentence else place


def _comma_before(scan: Scan, mention: Named) -> int | None:
    """The comma before the name, over « Me », « le docteur », « l'ancien syndicaliste »."""
    place = mention.first - 1
    if not _is(scan, mention.first, place, ",") and (
        role := role_before(scan, mention.first) or role_with_complement(scan, mention.first)
    ):
        place = role[0] - 1
    while scan.same_line(place, mention.first) and (
        scan.words[place].text == "."
        or scan.folded[place] in vocabulary.civilities()
        or scan.folded[place] in _articles()
        or scan.folded[place] in words("names/grammar_words.txt", "sizes")
    ):
        place -= 1
    return place if _is(scan, mention.first, place, ",") else None


def _articles() -> frozenset[str]:
    return words("names/grammar_words.txt", "articles")


def _opening(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« Du côté de Y, X », « À la tête de Y depuis 2022, X », "Hired by Y in May, X", « Pour Y, X explique »."""
    comma = _comma_before(scan, mention)
    if comma is None:
        return None
    place = _behind_frame(scan, mention, bodies)
    if place is None:
        return None
    while (
        place < comma and place not in bodies.by_first and (scan.folded[place] in _articles() or body_noun(scan, place))
    ):
        place += 1
    body = bodies.by_first.get(place)
    if body is None or body.end > comma or comma - body.end > FRAME_TAIL:
        return None
    if any(scan.words[here].kind == "mark" or here in bodies.by_first for here in range(body.end, comma)):
        return None
    if body.end < comma and scan.folded[body.end] not in words("names/role_words.txt", "frame tails"):
        return None
    return Position(None, text_of(scan, body.first, body.end))


def _behind_frame(scan: Scan, mention: Named, bodies: Bodies) -> int | None:
    """The place behind the words that open the sentence and may tie its first body to the person."""
    first = _first_of_sentence(scan, mention.first)
    if found := _frames().at(scan.folded, first):
        return first + found[0]
    if _speaks(scan, mention) and (found := _speaking_for().at(scan.folded, first)):
        return first + found[0]
    host = bodies.by_first.get(first + 1) or bodies.by_first.get(first + 2)
    if host and scan.folded[first] in ("au", "a") and host.category in words("names/role_words.txt", "hosts"):
        return first + 1
    return None


def _speaks(scan: Scan, mention: Named) -> bool:
    return scan.same_line(mention.first, mention.end) and says(scan, mention.end, within=2)


@cache
def _frames() -> Phrases[None]:
    return Phrases((frame, None) for frame in words("names/role_words.txt", "frames"))


@cache
def _speaking_for() -> Phrases[None]:
    return Phrases((frame, None) for frame in words("names/role_words.txt", "speaking for"))


def _opening_headed(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« Fondée par X en 2020, Y vend », "Led by X, Y makes"."""
    first = _first_of_sentence(scan, mention.first)
    if not scan.same_line(first, mention.end) or scan.folded[first] not in words("names/role_words.txt", "headed"):
        return None
    if not any(scan.folded[here] in ("par", "by") for here in range(first, mention.first)):
        return None
    for here in range(mention.end, mention.end + FOUND_WITHIN):
        if _is(scan, mention.first, here, ",") and scan.same_line(here, here + 2):
            place = here + 1 + (scan.folded[here + 1] in _articles())
            while body_noun(scan, place) and place not in bodies.by_first and scan.same_line(here, place + 1):
                place += 1
            body = bodies.by_first.get(place)
            if body and any(is_subject_of(scan, at) for at in range(first + 1, mention.first)):
                return None
            if body:
                return Position(None, text_of(scan, body.first, body.end))
    return None


def _whose_role(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« Y, dont X est le directeur technique », "Y, of which X is chair"."""
    link, verb = mention.first - 1, mention.end
    if not scan.same_line(link - 2, verb + 1) or scan.folded[verb] not in ("est", "is", "etait", "was"):
        return None
    if scan.folded[link] != "dont" and scan.folded[link - 1 : link + 1] != ("of", "which"):
        return None
    end = link - (scan.folded[link] == "which")
    body = bodies.by_end.get(end - (scan.words[end - 1].text == ","))
    start = role_start(scan, verb + 1)
    if body is None or start is None:
        return None
    position = parsed(scan, start, bodies)
    return Position(position.role, position.organisation or text_of(scan, body.first, body.end), position.gender)


def _whose_firm(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """ "X, whose company Y sells", « X, dont l'entreprise Y vend »."""
    place = mention.end + 1
    if not scan.same_line(mention.first, place + 2) or scan.folded[place] not in ("whose", "dont"):
        return None
    place += 1 + (scan.folded[place + 1] in _articles())
    if not body_noun(scan, place):
        return None
    body = bodies.by_first.get(place + 1) or bodies.by_first.get(place)
    return Position(None, text_of(scan, body.first, body.end)) if body else None


def _left_for(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« X a quitté Z pour fonder Y », "X left Z to start Y"."""
    for here in range(mention.end, mention.end + LEFT_WITHIN):
        if not scan.same_line(mention.first, here + 2) or scan.words[here].kind == "mark":
            return None
        if scan.folded[here] in ("pour", "to") and scan.folded[here + 1] in words("names/role_words.txt", "to head"):
            place = here + 2 + (scan.folded[here + 2] in _articles())
            body = bodies.by_first.get(place)
            name = text_of(scan, body.first, body.end) if body else _unknown(scan, place)
            return Position(None, name) if name else None
    return None


def _one_of(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« les avocats de Y, dont X », "Lawyers for Y, including X": one of those who act for the body."""
    comma = mention.first - 2
    if not scan.same_line(comma - 3, mention.first) or scan.folded[comma + 1] not in ("dont", "including"):
        return None
    body = bodies.by_end.get(comma) if scan.words[comma].text == "," else None
    if body is None:
        return None
    place = body.first - 1 - (scan.folded[body.first - 1] in _articles())
    if scan.folded[place] not in words("names/role_words.txt", "links"):
        return None
    found = vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, place - 1)
    return Position(None, text_of(scan, body.first, body.end), found[1]) if found else None


def _by_voice(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« Y, par la voix de son président X », "Y, through its lawyer X"."""
    for here in range(mention.first - 1, mention.first - FOUND_WITHIN, -1):
        if not scan.same_line(here - 1, mention.first) or scan.words[here].kind == "mark":
            return None
        if scan.folded[here : here + 3] in (("par", "la", "voix"), ("par", "la", "bouche")) or (
            scan.folded[here : here + 2] in (("through", "its"), ("via", "its"))
        ):
            body = bodies.by_end.get(here - (scan.words[here - 1].text == ","))
            return Position(None, text_of(scan, body.first, body.end)) if body else None
    return None


def _representing(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« X, représentant Y, », "X, representing Y,"."""
    place = mention.end + 1
    if not scan.same_line(mention.first, place + 2) or scan.words[mention.end].text != ",":
        return None
    if scan.folded[place] not in ("representant", "representing"):
        return None
    place += 1 + (scan.folded[place + 1] in _articles())
    body = bodies.by_first.get(place)
    return Position(None, text_of(scan, body.first, body.end)) if body else None
