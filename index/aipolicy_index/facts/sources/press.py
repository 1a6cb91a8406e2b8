"""What the name of a medium looks like (data/press_titles.tsv): its typical words, known titles, platforms."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.grammar.function_words import any_of
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.tables import rows
from aipolicy_index.facts.grammar.words import Word, words
from aipolicy_index.language.matching import same_length
from aipolicy_index.model import FactKind, Span

LONGEST_TITLE = 7
"""How many words the title of a medium may have."""
_ARTICLES = frozenset(("le", "la", "les", "l'", "the", "du", "au", "aux"))

_NUMBERED = frozenset(("radio", "channel", "tv"))
_STATION = frozenset(("tv", "fm", "am"))
"""What ends the call sign of a station: WKZT-TV."""


class Stretch(NamedTuple):
    """Words `first` to `last` of a sentence."""

    first: int
    last: int


class Listed(NamedTuple):
    """A name of the list as words: in lower case, and which of them begin with a capital."""

    lower: tuple[str, ...]
    capitals: tuple[bool, ...]


@cache
def looks(sort: str, language: str) -> frozenset[str]:
    """The words of one sort (`first`, `last`, `strong`) in a language, those of every language included."""
    return frozenset(
        word
        for its_sort, its_language, listed in rows("press_titles.tsv")
        if its_sort == sort and its_language in (language, "*")
        for word in listed.split("|")
    )


@cache
def names(sort: str) -> dict[str, tuple[Listed, ...]]:
    """First word -> the names of one sort (`title`, `platform`, `agency`), the longest first."""
    found: dict[str, list[Listed]] = {}
    for its_sort, _, listed in rows("press_titles.tsv"):
        for name in listed.split("|") if its_sort == sort else ():
            plain = same_length(name)
            cut = words(plain, Span(0, len(plain)))
            listed_name = Listed(tuple(word.lower for word in cut), tuple(word.capital for word in cut))
            found.setdefault(listed_name.lower[0], []).append(listed_name)
    return {
        first: tuple(sorted(several, key=lambda one: len(one.lower), reverse=True)) for first, several in found.items()
    }


@cache
def programmes() -> frozenset[str]:
    """Broadcasts that go by their title alone: « Envoyé spécial »."""
    return frozenset(
        name for sort, _, listed in rows("press_titles.tsv") if sort == "programme" for name in listed.split("|")
    )


def name_at(sentence: Sentence, index: int, sort: str) -> Stretch | None:
    """The listed name that begins at a capital word."""
    several = names(sort).get(sentence.lower[index])
    if several is None or not (sentence.words[index].capital or sentence.lower[index][0].isdigit()):
        return None
    for name in several:
        last = index + len(name.lower) - 1
        if tuple(sentence.lower[index : last + 1]) == name.lower and _in_case(sentence, index, name):
            on = _goes_on(sentence, last)
            if on == last or len(name.lower) > 1:
                return Stretch(index, on if sentence.lower[index] == "france" else last)
    return None


def _in_case(sentence: Sentence, index: int, name: Listed) -> bool:
    """Whether every word that has a capital in the list has one in the text, too; articles may do without."""
    here = sentence.words[index : index + len(name.lower)]
    return all(word.capital or not capital or word.lower in _ARTICLES
               for word, capital in zip(here, name.capitals, strict=True))  # fmt: skip


def _goes_on(sentence: Sentence, last: int) -> int:
    """The last of the capital words behind: « Marianne Dupont » is no magazine, « France Bleu Gironde » one title."""
    after = last + 1
    while after < len(sentence.words) and sentence.words[after].capital and sentence.lower[after][0].isalpha():
        after += 1
    return after - 1


def may_tell_title(word: Word, language: str) -> bool:
    """Whether a title may be told by the word: a listed one that begins with it, or one that has its shape from it."""
    if word.lower in names("title"):
        return True
    shaping = word.lower in looks("last", language) or word.lower in looks("first", language)
    return word.capital and (shaping or "-" in word.lower)


def shaped(sentence: Sentence, index: int) -> Stretch | None:
    """The title around a word that media bear in their names: “Denver Gazette”, « Le Courrier de l'Ouest », WKZT-TV."""
    if not sentence.words[index].capital:
        return None
    word, language = sentence.lower[index], sentence.language
    if word.partition("-")[2] in _STATION:
        return Stretch(index, index)
    if (word in looks("last", language) or _is_double(word, language)) and (found := _ending_at(sentence, index)):
        return found
    if word in looks("first", language):
        return _beginning_at(sentence, index)
    return None


def _is_double(word: str, language: str) -> bool:
    """Whether two titles were made one: “Courier-Journal”."""
    before, _, after = word.rpartition("-")
    return bool(before) and after in looks("strong", language)


def _ending_at(sentence: Sentence, index: int) -> Stretch | None:
    """The capital words before one that ends a title."""
    last = index
    while last + 1 < len(sentence.words) and _is_part(sentence, last + 1, "last"):
        last += 1
    first = index
    while first > 0 and index - first < LONGEST_TITLE and _joins(sentence, first - 1):
        first -= 1
    if last + 1 < len(sentence.words) and sentence.lower[last] in _NUMBERED and sentence.lower[last + 1].isdigit():
        last += 1
    if sentence.lower[first] in _ARTICLES and first == 0:
        first += 1
    if first == last:
        behind_article = first > 0 and sentence.lower[first - 1] in _ARTICLES
        strong = sentence.lower[first] in looks("strong", "en") or _is_double(sentence.lower[first], "en")
        return Stretch(first, last) if behind_article and strong else None
    if last == first + 1 and sentence.lower[first] == "the" and sentence.lower[last] not in looks("strong", "en"):
        return None
    return Stretch(first, last)


def _is_part(sentence: Sentence, index: int, sort: str) -> bool:
    return sentence.words[index].capital and sentence.lower[index] in looks(sort, sentence.language)


def _joins(sentence: Sentence, index: int) -> bool:
    """Whether the word may belong to a title that goes on behind it: a capital, no person, no opening of a sentence."""
    word = sentence.words[index]
    if not word.capital or not word.lower[0].isalpha():
        return False
    name = sentence.names[index]
    if name and name.entity.kind is FactKind.PERSON and name.last == index:
        return False
    small = ("prepositions", "subordinators", "conjoining", "determiners", "adverbs")
    if word.lower in ("sunday", "saturday", "daily"):
        return True
    return word.lower in ("the", "daily") or word.lower not in any_of(sentence.language, *small)


def _beginning_at(sentence: Sentence, index: int) -> Stretch | None:
    """The words behind one that begins a title, its article before it."""
    first, last = index, title_end(sentence, index)
    before = sentence.lower[index - 1] if index else ""
    article = before in _ARTICLES
    if article and sentence.words[index - 1].capital and index - 1 > 0 and before not in ("du", "au", "aux"):
        first = index - 1
    everywhere = sentence.lower[index] in looks("first", "*")
    if last == index and not (article and sentence.lower[index] in looks("strong", sentence.language)):
        return Stretch(first, last) if first < index else None
    return Stretch(first, last) if article or everywhere else None


def title_end(sentence: Sentence, first: int) -> int:
    """The last word of a title: capitalised words, small words between them."""
    last = first
    small = any_of(sentence.language, "of", "articles")
    for index in range(first + 1, min(first + LONGEST_TITLE, len(sentence.words))):
        if sentence.words[index].capital:
            last = index
        elif sentence.lower[index] not in small:
            break
    return last
