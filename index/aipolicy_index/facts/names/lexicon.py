"""What the program knows by name, sought in a text: companies, authorities, media, products, laws, places, people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.names.entries import Entry, lines
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.words import Scan, Word, as_words, folded, split

SHORT_ACRONYM = 4
"""Capital letters up to which an acronym is only known in capitals: AP is an agency, Ap is nothing."""


class Alias(NamedTuple):
    """One way to write an entry, as folded words, with the capitals that it must have."""

    words: tuple[str, ...]
    capitals: tuple[str, ...]
    """For each word: what the text must show: `` nothing, `A` a capital first letter, else the very form."""
    entry: Entry
    text: str


class Match(NamedTuple):
    """An alias found in a scan: words `first` up to, not including, `end`."""

    first: int
    end: int
    alias: Alias


class Index:
    """The aliases by their first folded word; those of a word are made when it is first asked for."""

    def __init__(self) -> None:
        self._lines = lines()
        self._numbers = _by_first_word(line for line, _ in self._lines)
        self._entries: dict[int, Entry] = {}
        self._aliases: dict[str, tuple[Alias, ...]] = {}
        self._by_second: dict[str, dict[str, list[Alias]]] = {}

    @property
    def first_words(self) -> AbstractSet[str]:
        """The folded words with which the aliases begin."""
        return self._numbers.keys()

    def __contains__(self, word: str) -> bool:
        return word in self._numbers

    def get(self, word: str) -> tuple[Alias, ...]:
        """The aliases that begin with the folded word, the longest first; none when there is none."""
        found = self._aliases.get(word)
        if found is None and word in self._numbers:
            entries = [self._entry(number) for number in dict.fromkeys(self._numbers[word])]
            texts = ((text, entry) for entry in entries for text in (entry.name, *entry.aliases))
            several = [_alias(text, entry) for text, entry in texts if _first_word(text) == word]
            found = self._aliases[word] = tuple(sorted(several, key=lambda alias: -len(alias.words)))
        return found or ()

    def at(self, word: str, following: str) -> Sequence[Alias]:
        """The aliases that begin with the two folded words or are the first alone, the longest first."""
        by_second = self._by_second.get(word)
        if by_second is None:
            by_second = self._by_second[word] = {}
            for alias in self.get(word):
                by_second.setdefault(alias.words[1] if len(alias.words) > 1 else "", []).append(alias)
        alone = by_second.get("", ())
        return [*several, *alone] if (several := by_second.get(following)) else alone

    def _entry(self, number: int) -> Entry:
        """The entry of a line, always the same object."""
        if number not in self._entries:
            line, make = self._lines[number]
            self._entries[number] = make(line)
        return self._entries[number]


def _by_first_word(written: Iterable[str]) -> dict[str, list[int]]:
    """First folded word of a name or alias -> the numbers of the lines that have it."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(written):
        name, _, rest = line.partition("\t")
        aliases = rest.partition("\t")[0]
        for text in (name, *aliases.split("|")) if aliases else (name,):
            first = text.partition(" ")[0]
            word = first.lower() if first.isascii() and first.isalnum() else _first_word(text)
            found.setdefault(word, []).append(number)
    return found


@cache
def index() -> Index:
    """The lexicon, ready to be sought in a text."""
    return Index()


def entries() -> Iterator[Entry]:
    """Everything that the lexicon knows."""
    return (make(line) for line, make in lines())


def matches(scan: Scan) -> Iterator[Match]:
    """The aliases that stand in the text, from the left, the longest first, without overlaps."""
    known, forms, written = index(), scan.folded, scan.words
    past = 0
    for place in scan.places_of(known.first_words):
        if place >= past:
            form = forms[place]
            following = forms[place + 1] if place + 1 < len(forms) else ""
            for alias in known.at(form, following):
                if _fits(alias, written, forms, place):
                    past = place + len(alias.words)
                    yield Match(place, past, alias)
                    break


def _fits(alias: Alias, written: tuple[Word, ...], forms: tuple[str, ...], position: int) -> bool:
    size = len(alias.words)
    if size > 1 and forms[position : position + size] != alias.words:
        return False
    if written[position].line != written[position + size - 1].line:
        return False
    return all(_shows(written[position + offset].text, want) for offset, want in enumerate(alias.capitals) if want)


def _shows(text: str, want: str) -> bool:
    return text[0].isupper() if want == "A" else text == want


def _first_word(text: str) -> str:
    first = text.replace("-", " ").partition(" ")[0]
    return folded(first) if first.isalnum() else split(text)[0]


def _alias(text: str, entry: Entry) -> Alias:
    written = [word.text for word in as_words(text)]
    capitals = tuple([_capital(word, entry.exact) for word in written])
    if len(written) > 1 and capitals[0] == "A" and not entry.exact and written[0].lower() in _common_heads():
        capitals = ("", *capitals[1:])
    return Alias(tuple([folded(word) for word in written]), capitals, entry, text)


@cache
def _common_heads() -> frozenset[str]:
    """First words of bodies and laws that papers write with a capital or without: « département de la Défense »."""
    return words("names/lower_heads.txt", "heads")


def _capital(word: str, exact: bool) -> str:
    if exact or (word.isupper() and len(word) <= SHORT_ACRONYM):
        return word
    return "A" if word[:1].isupper() else ""
