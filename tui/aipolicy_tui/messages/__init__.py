"""Every sentence that the program says, in French and in English, from the data files beside this module.

A sentence is a line of `fr/*.toml` and of `en/*.toml` under the same key; a table with `one` and `other` is chosen
by the value named `count`. `{name}` in a sentence is filled by the value of that name, never interpreted as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

from aipolicy_tui.messages.plain_toml import loads

LANGUAGES = ("fr", "en")

Sentence = str | dict[str, str]

_HEADER = re.compile(r"^\[(\w+)[\w.]*\]$", re.MULTILINE)

_chosen = "en"


def choose(language: str) -> None:
    """Speak this language (`fr` or `en`) from now on; anything else is English."""
    global _chosen
    _chosen = language if language in LANGUAGES else "en"


def chosen() -> str:
    """The language spoken now."""
    return _chosen


def say(key: str, /, **values: object) -> str:
    """The sentence of this key in the chosen language, filled with the values. KeyError for an unknown key."""
    return say_in(_chosen, key, values)


def say_in(language: str, key: str, values: Mapping[str, object]) -> str:
    """The sentence of this key in the language given."""
    sentence = catalogue(language)[key]
    if isinstance(sentence, dict):
        sentence = sentence[_plural_form(language, values["count"])]
    return sentence.format_map(values)


def explain(code: str, values: Mapping[str, object]) -> str:
    """The sentence of an error or of a remark on a query, by its code; a value that is itself a code is put into words.

    Where something near is known (the value `near`), the sentence that names it is said. Never fails: an error must not
    hide behind another one.
    """
    known = catalogue(_chosen)
    filled = {
        name: say(value) if isinstance(value, str) and value in known else value for name, value in values.items()
    }
    if filled.get("near") and f"{code}_near" in known:
        code = f"{code}_near"
    if code not in known:
        return say("error.reason", reason=code)
    return say_in(_chosen, code, _Lenient(filled))


class _Lenient(dict[str, object]):
    """Values where one that is missing is shown as such."""

    def __missing__(self, name: str) -> str:
        return "?"


def _plural_form(language: str, count: object) -> str:
    """CLDR cardinal rules: in French 0 and 1 are singular, in English only 1."""
    number = int(str(count))
    return "one" if number == 1 or (language == "fr" and number == 0) else "other"


@cache
def catalogue(language: str) -> Catalogue:
    """All sentences of a language by key: `table.name`, however deep the tables."""
    return Catalogue(sorted(Path(__file__).with_name(language).glob("*.toml")))


class Catalogue(Mapping[str, Sentence]):
    """The sentences of some files. A table is parsed when the first of its sentences is asked for: all of them take as
    long as the rest of a start, and a start says few."""

    def __init__(self, files: Iterable[Path]) -> None:
        self._unread: dict[str, list[str]] = {}
        """Of every table, and of those under it: the text in each file."""
        self._read: dict[str, Sentence] = {}
        for file in files:
            for table, text in _tables(file.read_text("utf-8")):
                self._unread.setdefault(table, []).append(text)

    def __getitem__(self, key: str) -> Sentence:
        self._parse(key.partition(".")[0])
        return self._read[key]

    def __iter__(self) -> Iterator[str]:
        for table in tuple(self._unread):
            self._parse(table)
        return iter(self._read)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _parse(self, table: str) -> None:
        for text in self._unread.pop(table, ()):
            _gather(loads(text), "", self._read)


def _tables(text: str) -> Iterator[tuple[str, str]]:
    """The top-level tables of a file, each with all that is under it: `[a]`, `[a.b]`, `[a.c]` as one."""
    places = [(match[1], match.start()) for match in _HEADER.finditer(text)]
    ends = [start for _, start in places[1:]] + [len(text)]
    for table, several in groupby(zip(places, ends, strict=True), key=lambda each: each[0][0]):
        parts = list(several)
        yield table, text[parts[0][0][1] : parts[-1][1]]


def _gather(table: Mapping[str, object], prefix: str, found: dict[str, Sentence]) -> None:
    for name, value in table.items():
        if isinstance(value, dict) and set(value) != {"one", "other"}:
            _gather(value, f"{prefix}{name}.", found)
        elif isinstance(value, (str, dict)):
            found[prefix + name] = value
