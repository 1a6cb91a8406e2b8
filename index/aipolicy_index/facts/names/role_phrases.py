"""A role as a phrase: where it begins, where it ends, and the organisation inside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.beside import is_further_matter
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.nationalities import adjectives
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.verbs import is_finite
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

LONGEST = 22
"""Words that a role with its organisation may have."""
MODIFIERS = 5
"""Words, determiner included, that may stand before the noun of a role: « l'ancienne », "a former senior"."""


class Position(NamedTuple):
    """What a person is: role and organisation as written, gender of the role."""

    role: str | None = None
    organisation: str | None = None
    gender: str | None = None
    owner: str | None = None
    """The body that the text seems to speak of, where the role names none."""


class Bodies(NamedTuple):
    """The organisations of the article, by their first word and by the word behind them; where places end."""

    by_first: dict[int, Named]
    by_end: dict[int, Named]
    ordered: Sequence[Named]
    places_by_end: dict[int, Named]

    def before(self, place: int) -> Iterator[Named]:
        """The organisations that begin before the word, the nearest first."""
        for number in range(bisect_left(self.ordered, place, key=_first) - 1, -1, -1):
            yield self.ordered[number]

    def inside(self, places: range) -> Sequence[Named]:
        """The organisations that begin at one of these words."""
        first, end = (bisect_left(self.ordered, place, key=_first) for place in (places.start, places.stop))
        return self.ordered[first:end]

    def is_place(self, first: int, end: int) -> bool:
        """Whether a place ends behind the first of these words or a later one."""
        return any(place in self.places_by_end for place in range(first + 1, end + 1))


def _first(named: Named) -> int:
    return named.first


def bodies_of(named: Iterable[Named]) -> Bodies:
    """The organisations and places among the mentions."""
    mentions = list(named)
    found = [one for one in mentions if one.kind is FactKind.ORGANISATION]
    places = {one.end: one for one in mentions if one.kind is FactKind.PLACE}
    return Bodies({one.first: one for one in found}, {one.end: one for one in found}, found, places)


def text_of(scan: Scan, first: int, end: int) -> str:
    """The text's own words from `first` up to, not including, `end`."""
    span = scan.span(first, end)
    return on_one_line(scan.page.text[span.start : span.end])


def on_one_line(text: str) -> str:
    """The words with one space between them, where the text wraps its lines."""
    return " ".join(text.split()) if "\n" in text else text


def role_start(scan: Scan, place: int) -> int | None:
    """Where a role begins whose determiner or modifiers stand at the place; None when no role follows."""
    roles = vocabulary.roles(scan.page.language, backwards=False)
    start: int | None = None
    for here in range(place, place + MODIFIERS):
        if not scan.same_line(place, here) or (scan.words[here].kind == "mark" and scan.words[here].text != "'"):
            return None
        form = scan.folded[here]
        if form.isdigit() or (start is None and form in ("year", "old")):
            continue
        if scan.words[here].kind == "possessive":
            start = None
            continue
        if scan.words[here].text == "'" and scan.folded[here - 1].endswith("s"):
            start = None
            continue
        if form == "a" and scan.page.language == "fr":
            return None
        if form in words("names/role_words.txt", "determiners") and start is None:
            continue
        start = here if start is None else start
        if roles.at(scan.folded, here) or (here == start and (_ends_like_role(scan, here) or _is_charged(scan, here))):
            return start
        if (is_finite(scan, here) and form not in adjectives()) or form in words(
            "names/role_words.txt", "no_modifiers"
        ):
            return None
        if scan.words[here].text[0].isupper() and not _may_be_capital(scan, here):
            return None
    return None


def _may_be_capital(scan: Scan, place: int) -> bool:
    """Whether a capitalised word may stand before a role: « a Conservative peer »."""
    form = scan.folded[place]
    return scan.page.language == "en" or form in adjectives() or form in vocabulary.common_words()


def _is_charged(scan: Scan, place: int) -> bool:
    """« X, chargé du numérique à Y »."""
    return (
        scan.folded[place] in ("charge", "chargee")
        and scan.same_line(place, place + 1)
        and scan.folded[place + 1] in words("names/grammar_words.txt", "of fr")
    )


def _ends_like_role(scan: Scan, place: int) -> bool:
    """« urgentiste à l'hôpital X »: a noun with the ending of one, before its complement or a mark."""
    word = scan.words[place]
    if scan.page.language != "fr" or not word.text[0].islower() or not scan.same_line(place, place + 1):
        return False
    if vocabulary.nouns("fr", backwards=False).at(scan.folded, place):
        return False
    following = scan.words[place + 1]
    belongs = following.folded in words("names/role_words.txt", "belonging") or following.folded in ("a", "au")
    closed = following.text in (",", ")") or belongs
    return closed and word.folded.endswith(tuple(words("names/grammar_words.txt", "role endings")))


def leftmost(scan: Scan, start: int, bodies: Bodies) -> int:
    """Over what belongs to the role on its left: « ancien », « vice- », and in English the words before the noun."""
    before_role = words("names/role_words.txt", "before")
    while scan.same_line(start - 1, start) and start not in bodies.by_end:
        word = scan.words[start - 1]
        if not (scan.words[start].hyphen or word.folded in before_role or _qualifies(scan, start - 1)):
            break
        start -= 1
    return start


def _qualifies(scan: Scan, place: int) -> bool:
    word = scan.words[place]
    if scan.page.language != "en" or word.kind != "word" or word.folded in vocabulary.function_words():
        return False
    if word.text[0].isupper():
        return word.folded in adjectives() or scan.words[place + 1].text[0].isupper()
    infinitive = scan.same_line(place - 1, place) and scan.folded[place - 1] == "to"
    return not infinitive and not is_finite(scan, place)


def parsed(scan: Scan, start: int, bodies: Bodies, limit: int | None = None) -> Position:
    """The role that begins at `start`, cut before the organisation that it names; it ends at `limit` at the latest."""
    end = phrase_end(scan, start, limit)
    gender = _gender(scan, start, end)
    owner = bodies.by_first.get(start) if scan.page.language == "en" else None
    if owner and owner.end < end:
        behind = parsed(scan, owner.end, Bodies({}, {}, (), {}), limit)
        return Position(behind.role, text_of(scan, owner.first, owner.end), behind.gender)
    roles = vocabulary.roles(scan.page.language, backwards=False)
    found = roles.at(scan.folded, start)
    for place in range(start + (found[0] if found else 1), end):
        body = bodies.by_first.get(place)
        if body and (limit is None or body.end <= limit) and not _is_of_matter(scan, body):
            cut = _before_organisation(scan, start, place)
            if cut > start and is_stake(scan, start, place):
                return Position(text_of(scan, start, cut), None, gender)
            if cut > start:
                return Position(text_of(scan, start, cut), text_of(scan, body.first, body.end), gender)
    last, end = end, _before_organisation(scan, start, end)
    if end <= start:
        return Position(None, None, gender)
    return Position(text_of(scan, start, end), _workplace(scan, end, last, bodies), gender)


def _is_of_matter(scan: Scan, body: Named) -> bool:
    """« (la juge) du procès Y », "(the judge in) the Y case": the body only names a matter."""
    matters = words("names/role_words.txt", "cases")
    behind = scan.same_line(body.first, body.end) and scan.folded[body.end] in matters
    return behind or (scan.same_line(body.first - 1, body.first) and scan.folded[body.first - 1] in matters)


def _workplace(scan: Scan, first: int, end: int, bodies: Bodies) -> str | None:
    """« (chercheuse) au laboratoire d'informatique de Grenoble », « (fondatrice) de l'agence Bonne Pioche »."""
    links = words("names/role_words.txt", "links")
    while first < end and scan.folded[first] in links:
        first += 1
    if end - first < 2:
        return None
    if scan.words[first + 1].text[0].isupper():
        return _called(scan, first, end, bodies)
    if scan.folded[first] == "conseil" and scan.folded[first + 1] in words("names/role_words.txt", "councils"):
        return text_of(scan, first, first + 2)
    named = end - first > 2 and scan.words[end - 1].text[0].isupper()
    return (
        text_of(scan, first, end)
        if named and scan.folded[first] in words("names/role_words.txt", "workplaces")
        else None
    )


def _called(scan: Scan, noun: int, end: int, bodies: Bodies) -> str | None:
    """The capitals behind « l'agence », "the nonprofit", no place."""
    found = vocabulary.nouns(scan.page.language, backwards=False).at(scan.folded, noun)
    if found is None or found[0] > 1 or found[1].kind is not FactKind.ORGANISATION:
        return None
    last = noun + 1
    while last < end and scan.words[last].kind == "word" and scan.words[last].text[0].isupper():
        last += 1
    is_place = bodies.is_place(noun, last)
    return None if is_place else text_of(scan, noun + 1, last)


def is_stake(scan: Scan, start: int, place: int) -> bool:
    """« investisseur dans Y », "a critic of Y": a role that only deals with the body at the place."""
    before = place - 1 - (scan.folded[place - 1] in words("names/grammar_words.txt", "articles"))
    owns = scan.folded[before] in words("names/grammar_words.txt", f"of {scan.page.language}")
    dealing = owns or scan.folded[before] in ("dans", "in")
    return dealing and not words("names/role_words.txt", "stakes").isdisjoint(scan.folded[start:before])


def opens_clause(scan: Scan, start: int) -> bool:
    """Whether the role is the subject of a verb: « ..., la maire a saisi le juge » says nothing of the name before."""
    end = phrase_end(scan, start, None)
    return scan.same_line(start, end) and scan.words[end].kind == "word" and _is_verb(scan, end)


def _gender(scan: Scan, start: int, end: int) -> str | None:
    roles = vocabulary.roles(scan.page.language, backwards=False)
    for place in range(start, min(end, start + MODIFIERS)):
        if found := roles.at(scan.folded, place):
            return found[1]
    return None


def phrase_end(scan: Scan, start: int, limit: int | None) -> int:
    """Where the words end that may belong to the role, its organisation included."""
    end, ends = start + 1, words("names/role_words.txt", "ends")
    while end - start < LONGEST and scan.same_line(start, end) and (limit is None or end < limit):
        word = scan.words[end]
        if word.text == "," and limit is not None and is_further_matter(scan, end + 1):
            end += 1
            continue
        if (word.kind == "mark" and word.text not in ("&", "'")) or word.folded in ends:
            break
        if limit is None and _is_verb(scan, end):
            break
        end += 1
    return end


def _is_verb(scan: Scan, place: int) -> bool:
    before, word = scan.folded[place - 1], scan.words[place]
    links = words("names/role_words.txt", "links")
    if before in links or word.hyphen or word.kind != "word" or not word.text[0].islower() or word.text == "à":
        return False
    nouns = vocabulary.nouns(scan.page.language, backwards=True)
    if (noun := nouns.at(scan.folded, place)) and noun[0] > 1:
        return False
    if word.folded in words("names/role_words.txt", "auxiliaries"):
        return True
    if word.folded in words("names/role_words.txt", "cuts"):
        return False
    roles = vocabulary.roles(scan.page.language, backwards=False)
    return (
        word.folded not in vocabulary.function_words()
        and is_finite(scan, place)
        and not roles.at(scan.folded, place)
        and word.folded not in adjectives()
    )


def _before_organisation(scan: Scan, start: int, place: int) -> int:
    """Where the role ends before the organisation at `place`: prepositions and « de l'entreprise » left out."""
    links = words("names/role_words.txt", "links")
    cut = _without_links(scan, start, place, links)
    nouns = vocabulary.nouns(scan.page.language, backwards=False)
    role = vocabulary.roles(scan.page.language, backwards=False).at(scan.folded, start)
    for inner in range(start + (role[0] if role else 1), cut):
        if scan.folded[inner] in words("names/role_words.txt", "cuts"):
            return _without_links(scan, start, inner, links)
        found = nouns.at(scan.folded, inner)
        if found and found[1].kind is FactKind.ORGANISATION and scan.folded[inner - 1] in links:
            return _without_links(scan, start, inner, links)
    return cut


def _without_links(scan: Scan, start: int, cut: int, links: frozenset[str]) -> int:
    while cut > start + 1 and (scan.folded[cut - 1] in links or scan.words[cut - 1].kind in ("mark", "possessive")):
        cut -= 1
    return cut


def adjacent(scan: Scan, start: int, bodies: Bodies) -> str | None:
    """« OpenAI's chief executive », "OpenAI CEO"."""
    end = start - 1 if start and _is_possessive(scan, start - 1) else start
    body = bodies.by_end.get(end)
    return text_of(scan, body.first, body.end) if body and scan.same_line(body.first, start) else None


def _is_possessive(scan: Scan, place: int) -> bool:
    """« OpenAI's », « Verity Labs' »."""
    word = scan.words[place]
    plural = word.text == "'" and place > 0 and word.start == scan.words[place - 1].end
    return word.kind == "possessive" or (plural and scan.folded[place - 1].endswith("s"))
