"""Which point, question mark, exclamation mark or ellipsis ends a sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from aipolicy_index.language.datafiles import data_lines, data_words

STOP = re.compile(r"[.!?…]+(?:[ \u00a0\u202f]?[!?…]+)*(?:(?:[ \u00a0\u202f]?[»”]|[\"’')\]])+[.!?…]*)?")
"""A mark that may end a sentence, with the closing marks that belong to it."""
_OPENERS = " \t\n\u00a0\u202f«“„\"'‘’(["
_DASHES = "–—-"
_QUOTES = "»”\"’'"
_WORD = re.compile(r"[^\W\d_]+")
_UNIT_BEFORE = re.compile(r"(?:/|\d[ \u00a0\u202f]?)$")
_WORD_BEFORE = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]\.-?)*[^\W\d_]+$")
_NUMBER_OR_ROMAN = re.compile(r"(?:\d|[IVXLC]+\b)")
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")
_SAID = re.compile(
    r"(?:(?:[A-Z][\w’'-]*|[a-z]{1,3}) ){1,4}"
    r"(?:asked|said|wrote|added|told|replied|demanded|tweeted|wondered|posted|exclaimed|says|asks)\b"
)
_ADDRESS = re.compile(r"://|www\.|@|/")
_DOMAIN = frozenset("com org net fr eu ai io gov edu uk us ca be ch de info js tv co".split())
_PARTICLES = frozenset("le la les de du des van von di da del della el al ben st saint ter ten mc o".split())
_ELIDED = re.compile(r"(?:[CDJLMNST]|Qu)['’][^\W\d_]")
_ELIDED_BEFORE_A_COMMON_WORD = re.compile(r"(?:[CDJLMNST]|Qu)['’][a-zà-öø-ÿœ]")
_ALONE = frozenset("ÀAYIÔ")
"""Words of one letter with which a sentence begins."""


class _Place(NamedTuple):
    """A stop in its paragraph: `text[begin:end]` is the mark, the sentence would begin at `start`."""

    text: str
    start: int
    begin: int
    end: int
    limit: int
    language: str

    @property
    def mark(self) -> str:
        return self.text[self.begin : self.end]

    @property
    def point(self) -> bool:
        """Whether the mark is a plain full stop."""
        return self.mark == "."

    @property
    def word_before(self) -> str:
        """The word at which the mark stands, with the initials before it: `Inc`, `U.S`, `J.-C`."""
        found = _WORD_BEFORE.search(self.text, max(self.start, self.begin - 24), self.begin)
        return found.group() if found else ""

    @property
    def next(self) -> int:
        """Where the next words begin, after blanks and opening marks."""
        position, last = self.end, min(self.limit, self.end + 12)
        while position < last and (self.text[position] in _OPENERS or self._is_dash(position)):
            position += 1
        return position

    def _is_dash(self, position: int) -> bool:
        return self.text[position] in _DASHES and self.text[position + 1 : position + 2] in " \u00a0\u202f"

    @property
    def next_word(self) -> str:
        found = _WORD.match(self.text, self.next, min(self.limit, self.next + 30))
        return found.group() if found else ""


def ends_sentence(text: str, stop: re.Match[str], start: int, limit: int, language: str) -> bool:
    """Whether the stop ends the sentence that began at `start`, in the paragraph that ends at `limit`."""
    place = _Place(text, start, stop.start(), stop.end(), limit, language)
    if place.next >= limit:
        return True
    if _is_cut(place):
        return False
    if not text[place.end].isspace():
        return _ends_though_glued(place)
    if not _begins_sentence(place):
        return False
    return not (place.point and _is_abbreviation(place)) and not _is_attributed(place)


def _is_cut(place: _Place) -> bool:
    """Whether the mark only shows that words were left out: `[...]`, `(…)`."""
    return place.begin > place.start and place.text[place.begin - 1] in "[(" and place.text[place.end - 1] in "])"


def _begins_sentence(place: _Place) -> bool:
    first = place.text[place.next]
    if first.islower():
        return place.point and _BRAND.match(place.text, place.next) is not None
    return first not in ",;:.!?…»”)]%/"


def _is_attributed(place: _Place) -> bool:
    """Whether the words after a quoted question say in English who asked it: `"Why?" Smith asked.`"""
    return (
        place.language == "en"
        and place.mark[-1] in _QUOTES
        and _SAID.match(place.text, place.next, min(place.limit, place.next + 80)) is not None
    )


def _is_abbreviation(place: _Place) -> bool:
    word = place.word_before
    if not word:
        return place.text[place.start : place.begin].isdecimal()
    kinds = _kinds(place.language)
    if word in kinds["name"]:
        return True
    if word in kinds["number"] and _NUMBER_OR_ROMAN.match(place.text, place.next):
        return True
    if len(word) == 1 and _UNIT_BEFORE.search(place.text, max(place.start, place.begin - 6), place.begin - 1):
        return False
    if len(word) == 1 or "." in word:
        return not _a_sentence_follows(place)
    return (word in kinds["inner"] or word in kinds["number"]) and place.next_word.lower() not in _grammar()


def _a_sentence_follows(place: _Place) -> bool:
    """Whether what follows an initial or dotted letters is a new sentence, and not the rest of a name."""
    word = place.next_word
    if _ELIDED_BEFORE_A_COMMON_WORD.match(place.text, place.next):
        return True
    if word.lower() not in _grammar():
        return False
    if word.lower() not in _PARTICLES:
        return True
    after = place.text[place.next + len(word) : place.next + len(word) + 2].lstrip("'’ \u00a0")
    return bool(after) and not after[0].isupper()


def _ends_though_glued(place: _Place) -> bool:
    """Whether the mark ends a sentence though no blank follows: `adopté.Le`, but not `OpenAI.com`, `v2.5`, `U.S.A`."""
    text, following = place.text, place.text[place.end]
    before = text[place.begin - 1 : place.begin]
    if following in "«“":
        return before.islower() or before in ')»”"' or before.isdecimal()
    if not following.isupper() or not _is_whole_word(place):
        return False
    if place.mark[-1] in _QUOTES or place.mark[-1] in "!?…":
        return before.isalnum() or before in " \u00a0\u202f"
    if not place.point or _is_address(place):
        return False
    word = place.word_before
    if "." in word or word in _kinds(place.language)["name"]:
        return False
    if len(word) > 1 and before.islower():
        return True
    return (len(word) > 1 or before.isdecimal()) and place.next_word.lower() in _grammar()


def _is_whole_word(place: _Place) -> bool:
    word = place.next_word
    if _ELIDED.match(place.text, place.next, min(place.limit, place.next + 5)):
        return True
    if len(word) == 1:
        return word in _ALONE and place.text[place.next + 1 : place.next + 2] in " \u00a0\u202f"
    return word[1:].islower() and word.lower() not in _DOMAIN


def _is_address(place: _Place) -> bool:
    around = place.text[max(place.start, place.begin - 40) : min(place.limit, place.end + 40)]
    middle = place.begin - max(place.start, place.begin - 40)
    before, after = around[:middle].split(), around[middle + 1 :].split()
    return any(_ADDRESS.search(part) for part in (before[-1:] + after[:1]))


@cache
def _grammar() -> frozenset[str]:
    return data_words("votes.fr.tsv") | data_words("votes.en.tsv") | {"a", "as", "on", "à", "si", "car", "me"}


@cache
def _kinds(language: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {"name": set(), "number": set(), "inner": set()}
    for line in data_lines("abbreviations.tsv"):
        kind, spoken, forms = line.split("\t")
        if spoken in (language, "both"):
            found[kind].update(form for word in forms.split() for form in (word, word[0].upper() + word[1:]))
    return {kind: frozenset(forms) for kind, forms in found.items()}
