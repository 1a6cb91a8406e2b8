"""A stretch of capitals cut down to the name: without titles, roles, words of the sentence; with its version number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.lexicon import index
from aipolicy_index.facts.names.nationalities import adjectives
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.verbs import is_finite, is_participle
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_VERSION = re.compile(r"v?\d{1,3}(?:[.,]\d+)*[a-z]{0,2}\Z", re.IGNORECASE)
_UNITS = "%€$°£"
_OF = frozenset(("of", "for"))
LONGEST_ACRONYM = 6
"""Letters from which a role may be written in capitals."""


class Run(NamedTuple):
    """Words `first` up to, not including, `end`; a version number behind it reaches to `full_end`."""

    first: int
    end: int
    full_end: int
    initial: bool
    """Its first capital may be that of a sentence."""
    civility: str | None
    """The title before it, folded."""


def trimmed(scan: Scan, first: int, end: int) -> Iterator[Run]:
    """The names in a stretch of capitals: two where a role stands in the middle, « OpenAI CEO Sam Altman »."""
    civility = _title_before(scan, first)
    start = first
    while start < end and (size := _lead(scan, start, end)):
        form = scan.folded[start]
        civility = form if form in vocabulary.civilities() else civility if form == "." else None
        start += size
    roles = vocabulary.roles(scan.page.language, backwards=False)
    middles = range(0) if _has_possessive(scan, start, end) else range(start + 1, end - 1)
    for middle in middles:
        if scan.folded[middle - 1] in _OF or _has_tail(scan, end):
            continue
        if not scan.words[middle].hyphen and roles.at(scan.folded, middle) and not _is_acronym(scan.words[middle].text):
            if not _is_of_matter(scan, start, middle):
                yield from _cut(scan, start, middle, civility)
            yield from trimmed(scan, middle, end)
            return
    yield from _cut(scan, start, end, civility)


def _has_tail(scan: Scan, end: int) -> bool:
    """« Screen Actors Guild »: the last word says that the whole is a body."""
    tail = vocabulary.heads("en", "last").at(scan.folded, end - 1)
    return scan.page.language == "en" and tail is not None and tail[1].category in ("ngo", "university", "regulator")


def _is_of_matter(scan: Scan, start: int, role: int) -> bool:
    """« Information Technology Minister Devika Rao »: the capitals before the role are its matter, no body."""
    known = any(alias.words == scan.folded[start:role] for alias in index().get(scan.folded[start]))
    return not known and scan.folded[role] in words("names/role_words.txt", "of matters")


def _title_before(scan: Scan, first: int) -> str | None:
    """« Sen. April Wynn »: the title before a stretch that its full stop cut off."""
    place = first - 1
    if scan.same_line(place, first) and scan.words[place].text == ".":
        place -= 1
    if scan.same_line(place, first) and scan.folded[place] in vocabulary.civilities():
        return scan.folded[place] if scan.words[place].text[0].isupper() else None
    return None


def _lead(scan: Scan, start: int, end: int) -> int:
    """How many words at the start are no part of the name: a title, a role, an adjective, a word of the sentence."""
    word, form, alone = scan.words[start], scan.folded[start], start + 1 == end
    if form == "." or (form == "ex" and not alone) or (not alone and _is_party_letter(scan, start)):
        return 1
    if word.initial and (size := _opening_noun(scan, start, end)):
        return size
    if not alone and (scan.words[start + 1].hyphen or scan.words[start + 1].text == "'"):
        return 0
    if len(word.text) == 1 and not alone and scan.words[start + 1].text == "." and form not in vocabulary.civilities():
        return 0
    if form in words("names/grammar_words.txt", "peerage") and not alone:
        return 0
    if _has_possessive(scan, start, end):
        return int(form in vocabulary.function_words())
    titled = form in vocabulary.civilities() and not _has_tail(scan, end)
    if titled and (not alone or word.initial or _is_abbreviated(scan, end)):
        return 1
    if not alone and not _has_tail(scan, end) and (size := _calling(scan, start)):
        return size
    if not alone and _ends_role(scan, start):
        return 1
    if not alone and _may_be_first_name(scan, start):
        return 0
    if not alone and not word.initial and form in _articles():
        return 0
    if form in vocabulary.function_words() and not _is_foreign(word.text):
        return int(alone or word.kind != "elision" or word.initial)
    if form in ("u.s.", "us", "uk") and any(word.text in ("Court", "Courts") for word in scan.words[start:end]):
        return 0
    if alone and form in adjectives() and not word.text.isupper() and _is_last_name(scan, start):
        return 0
    if form in adjectives() or form in vocabulary.calendar_words():
        return 1
    if form in vocabulary.common_words():
        return int(alone or word.initial or _is_people(scan, start, end))
    if _is_opening_participle(scan, start):
        return int(alone or vocabulary.heads("en", "last").at(scan.folded, end - 1) is None)
    return int(not alone and _is_people(scan, start, end))


def _is_last_name(scan: Scan, place: int) -> bool:
    """« Breton » of whom the article first says « Thierry Breton »."""
    known = vocabulary.first_names().get(scan.last_names.get(scan.folded[place], ""))
    return known is not None and not known.common


def _is_party_letter(scan: Scan, start: int) -> bool:
    """« Sen. June Castellanos, D-Eugene »."""
    before, word = start - 1, scan.words[start]
    return (
        scan.page.language == "en"
        and word.text in ("D", "R", "I")
        and scan.words[start + 1].hyphen
        and scan.same_line(before, start)
        and scan.words[before].text in (",", "(")
    )


def _is_abbreviated(scan: Scan, end: int) -> bool:
    """« State Sen. »: a full stop behind a title."""
    return (
        scan.same_line(end - 1, end)
        and scan.words[end].text == "."
        and scan.words[end].start == scan.words[end - 1].end
    )


def _may_be_first_name(scan: Scan, start: int) -> bool:
    """« Avril Fontaine », "Will Marsh", but not "Will Google"."""
    form, following = scan.folded[start], scan.folded[start + 1]
    if form not in vocabulary.first_names() and not _is_calendar_name(scan, start):
        return False
    if form in vocabulary.calendar_words() and scan.folded[start - 1] in words("names/grammar_words.txt", "of time"):
        return False
    if following in vocabulary.function_words() and following not in words(
        "names/grammar_words.txt", "french particles"
    ):
        return False
    return not scan.words[start].initial or following not in index()


def _is_foreign(text: str) -> bool:
    """« Lê Thi Hoa »: an accent that the small word does not have."""
    return not text.isascii() and text.lower() not in words("names/stops.txt", "function") and text[0].isascii()


def _is_calendar_name(scan: Scan, start: int) -> bool:
    """« le professeur Janvier Nkurunziza »: French days and months have no capital inside a sentence."""
    return (
        scan.page.language == "fr"
        and not scan.words[start].initial
        and scan.folded[start] in vocabulary.calendar_words()
        and not scan.words[start - 1].text.isdigit()
    )


def _has_possessive(scan: Scan, start: int, end: int) -> bool:
    """« Attorney General's Office »: the role belongs to the name."""
    forms = scan.folded[start:end]
    return "'s" in forms or "'" in forms


def _articles() -> frozenset[str]:
    return words("names/grammar_words.txt", "articles")


def _calling(scan: Scan, start: int) -> int:
    """The size of a role, or of a noun in capitals, before its name: « PDG X », « ONG X », "Director X"."""
    language = scan.page.language
    found = vocabulary.roles(language, backwards=False).at(scan.folded, start)
    if found and not _is_acronym(scan.words[start].text):
        return found[0]
    if scan.words[start].text.isupper() and (
        noun := vocabulary.nouns(language, backwards=False).at(scan.folded, start)
    ):
        return noun[0]
    return 0


def _opening_noun(scan: Scan, start: int, end: int) -> int:
    """The size of a noun that opens the sentence before its name: « Start-up Vellum », "Chatbot Thistle"."""
    noun = vocabulary.nouns(scan.page.language, backwards=False).at(scan.folded, start)
    if noun is None or noun[1].text not in words("names/grammar_words.txt", "opening nouns"):
        return 0
    inside = start + noun[0] < end and scan.words[start + noun[0] - 1].hyphen == (noun[0] > 1)
    return noun[0] if inside and not scan.words[start + noun[0]].hyphen else 0


def _is_acronym(text: str) -> bool:
    """« AMI Labs »: capitals that are no role, although they spell one."""
    return text.isupper() and 1 < len(text) < LONGEST_ACRONYM and text not in vocabulary.capital_roles()


def _ends_role(scan: Scan, start: int) -> bool:
    """« la conseillère d'État X », « le garde des Sceaux X »: the capital ends a role."""
    found = vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, start)
    return found is not None and found[0] > 1


def _is_people(scan: Scan, start: int, end: int) -> bool:
    """« la Suissesse Daniela Ryf »: behind an article, an unknown word before a first name and a last name."""
    before = scan.folded[start - 1] if scan.same_line(start - 1, start) else ""
    if start + 2 >= end or before not in _articles() | {"du", "des"}:
        return False
    names = vocabulary.first_names()
    first_name = names.get(scan.folded[start + 1])
    return first_name is not None and not first_name.common and scan.folded[start] not in names


def _is_opening_participle(scan: Scan, start: int) -> bool:
    """« Baptisé Thémis », « Interrogée par », "Leaked minutes": a participle that opens the sentence."""
    form = scan.folded[start]
    if not scan.words[start].initial or form in vocabulary.first_names():
        return False
    ending = scan.page.language == "en" and form.endswith(("ed", "ing", "ly")) and form not in index()
    return ending or is_participle(scan, start)


def _cut(scan: Scan, first: int, end: int, civility: str | None) -> Iterator[Run]:
    while end > first and _is_stray(scan, end - 1):
        end -= 1
    if end <= first or all(len(scan.words[place].text) == 1 for place in range(first, end)):
        return
    if all(form in vocabulary.common_words() for form in scan.folded[first:end]) or _is_broken(scan, end):
        return
    if end == first + 2 and scan.words[first + 1].hyphen and scan.folded[first + 1] in adjectives():
        return
    yield Run(first, end, _with_version(scan, end), scan.words[first].initial, civility)


def _is_stray(scan: Scan, place: int) -> bool:
    text = scan.words[place].text
    return text in ("&", "No") or (text == "." and len(scan.words[place - 1].text) > 1)


def _is_broken(scan: Scan, end: int) -> bool:
    """Whether a hyphen goes on in lower case: « Rendez-nous »."""
    if not scan.same_line(end - 1, end):
        return False
    word = scan.words[end]
    if not word.hyphen or not word.text.isalpha() or word.folded in words("names/grammar_words.txt", "suffixes"):
        return False
    return (
        word.folded in vocabulary.function_words() or not scan.words[end - 1].text[0].isupper() or _is_alone(scan, end)
    )


def _is_alone(scan: Scan, end: int) -> bool:
    """Whether the hyphened word before the hyphen is the whole stretch: « Portes-ouvertes »."""
    return not scan.same_line(end - 2, end) or not scan.words[end - 2].text[0].isupper()


def _with_version(scan: Scan, end: int) -> int:
    """Where the name ends with the version number behind it: « Nerval 3 », « Lumi-70B », « Gemini 2.5 Pro »."""
    if not scan.same_line(end - 1, end) or not _VERSION.match(scan.words[end].text):
        return end
    if scan.folded[end - 1] in words("names/grammar_words.txt", "numbered classes"):
        return end
    if not scan.words[end].hyphen and scan.same_line(end, end + 1) and not _ends_version(scan, end + 1):
        return end
    end += 1
    while scan.same_line(end - 1, end) and _is_edition(scan, end):
        end += 1
    return end


def _ends_version(scan: Scan, place: int) -> bool:
    """Whether what follows a number says that it counts nothing: a mark, a small word, a verb, « Pro »."""
    word = scan.words[place]
    if word.kind == "mark":
        return word.text not in _UNITS
    if word.folded in vocabulary.calendar_words():
        return False
    if word.folded in vocabulary.function_words() or _is_edition(scan, place) or is_finite(scan, place):
        return True
    noun = vocabulary.nouns("en", backwards=False).at(scan.folded, place) if scan.page.language == "en" else None
    return noun is not None and noun[1].kind is FactKind.PRODUCT and not scan.folded[place].endswith("s")


def _is_edition(scan: Scan, place: int) -> bool:
    word = scan.words[place]
    return word.text[0].isupper() and word.folded in words("names/grammar_words.txt", "editions")
