"""Names of the same thing: a small file that the reader can edit, and what it adds to a query tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from aipolicy_index.language.matching import fold
from aipolicy_index.model import Span
from aipolicy_index.query.names import acronyms
from aipolicy_index.query.nodes import Alike, And, Field, Form, Near, Node, Not, Or, Phrase, Word, leaves

_ELIDED = re.compile(r"^(?:l|d|qu|n|s|j|m|t|c|jusqu|lorsqu|puisqu)'")
_BREAK = re.compile(r"[\s'’-]+")
_ARTICLE = re.compile(r"^[^\W\d_]{1,8}['’]")
_SHORT = 3
"""Letters up to which an acronym is always written in capitals: ONU, but Otan."""
_LONGEST = 12
"""Words of the longest name that is recognised in a query."""
_LARGEST = 1_000_000
"""Bytes of a reader's file that are read."""

Key = tuple[str, ...]


Names = tuple[str, ...]
"""The names of one thing."""


class BadLine(NamedTuple):
    """A line of a reader's file that names nothing; `code` is that of the sentence that says why."""

    number: int
    code: str
    text: str


class Synonyms(NamedTuple):
    """Names of things: folded words of a name -> the other names, as written."""

    others: dict[Key, Names]

    @classmethod
    def of(cls, lines: Iterable[str]) -> Synonyms:
        """The synonyms of a file's lines: `IA = AI = intelligence artificielle`; # begins a comment."""
        return cls.among(names for _, names in _names_of(lines))

    @classmethod
    def among(cls, things: Iterable[Names]) -> Synonyms:
        """The synonyms of some things, each with its names."""
        others: dict[Key, Names] = {}
        for names in things:
            for name in names if len(names) > 1 else ():
                known = others.get(_key(name), ())
                others[_key(name)] = tuple(dict.fromkeys((*known, *(each for each in names if each != name))))
        return cls(others)

    def with_others(self, node: Node | None) -> Node | None:
        """The tree, with every name in it that has others joined by them."""
        match node:
            case And(children):
                return And(tuple(self._together(children)))
            case Or(children):
                return Or(tuple(self._inside(child) for child in children))
            case Not(child):
                return Not(self._inside(child))
            case Near(left, right, distance):
                return Near(self._inside(left), self._inside(right), distance)
            case Word() if _plain(node):
                return self._alike(node, _key(node.text), node)
            case Phrase() if node.text.isupper() and fold(node.text) in acronyms():
                return node._replace(exact=True)
            case _:
                return node

    def _inside(self, node: Node) -> Node:
        return self.with_others(node) or node

    def _alike(self, node: Node, key: Key, first: Word) -> Node:
        names = self.others.get(key, ())
        asked = _in_capitals(node) if isinstance(node, Word) else node
        return Alike(asked, tuple(_named(name, first) for name in names)) if names else asked

    def _together(self, children: tuple[Node, ...]) -> Iterable[Node]:
        """The children, neighbouring words that make one name taken as one."""
        at = 0
        while at < len(children):
            words = _words_from(children, at)
            length = next((n for n in range(len(words), 1, -1) if self._key_of(words[:n]) in self.others), 0)
            if length:
                yield self._named_together(words[:length])
                at += length
            else:
                yield self._inside(children[at])
                at += 1

    def _named_together(self, words: list[Word]) -> Node:
        """A name of several words: articles that have it as it was typed count more than those that have its words."""
        name = And(tuple(word._replace(optional=False) for word in words))
        alike = self._alike(name, self._key_of(words), words[0])
        text, span = " ".join(word.text for word in words), Span(words[0].span.start, words[-1].span.end)
        whole = Phrase(text, span, words[0].field)
        return alike._replace(others=(whole, *alike.others)) if isinstance(alike, Alike) else alike

    @staticmethod
    def _key_of(words: list[Word]) -> Key:
        return _key(" ".join(word.text for word in words))


@lru_cache(maxsize=4096)
def _key(name: str) -> Key:
    return tuple(part for part in _BREAK.split(_ELIDED.sub("", fold(name))) if part)


def _plain(node: Node) -> bool:
    return isinstance(node, Word) and node.form in (Form.ANY, Form.PARTIAL) and node.field in (Field.TEXT, Field.TITLE)


def _words_from(children: tuple[Node, ...], at: int) -> list[Word]:
    words: list[Word] = []
    for child in children[at : at + _LONGEST]:
        if not isinstance(child, Word) or not _plain(child) or (words and child.field is not words[0].field):
            break
        words.append(child)
    return words


def _named(name: str, typed: Word) -> Node:
    if len(_key(name)) > 1:
        return Phrase(name, typed.span, typed.field)
    in_capitals = name.isupper() and len(name) <= _SHORT
    return Word(name, typed.span, typed.field, Form.EXACT if in_capitals else Form.ANY)


def _in_capitals(word: Word) -> Word:
    """The word wanted in capitals only, where it was typed so and would be another word otherwise."""
    text = _ARTICLE.sub("", word.text)
    return word._replace(text=text, form=Form.EXACT) if text.isupper() and fold(text) in acronyms() else word


def searched_besides(node: Node | None) -> tuple[Names, ...]:
    """What synonyms added to a tree: each name that was typed, with the other names behind it."""
    match node:
        case Alike(asked, others):
            typed = " ".join(leaf.text for leaf, _ in leaves(asked) if isinstance(leaf, Word))
            names = (each.text for each in others if isinstance(each, Word | Phrase))
            return ((typed, *(name for name in names if name != typed)),)
        case And(children) | Or(children):
            return tuple(names for child in children for names in searched_besides(child))
        case Near(left, right, _):
            return (*searched_besides(left), *searched_besides(right))
        case _:
            return ()


def _names_of(lines: Iterable[str]) -> Iterator[tuple[int, Names]]:
    """The number of each line that is not empty, and the names on it."""
    for number, line in enumerate(lines, 1):
        told = "".join(char if char.isprintable() else " " for char in line.partition("#")[0]).strip()
        if told:
            yield number, tuple(dict.fromkeys(name.strip() for name in told.split("=") if name.strip()))


def own_lines(lines: Iterable[str]) -> tuple[list[Names], list[BadLine]]:
    """The things that a reader's lines name, and the lines that cannot be used. A name alone before `=` stands for
    that it shall have no others."""
    things: list[Names] = []
    bad: list[BadLine] = []
    for number, text in enumerate(lines, 1):
        for _, names in _names_of([text]):
            code = _fault(names, text)
            if code:
                bad.append(BadLine(number, code, text.strip()))
            else:
                things.append(names)
    return things, bad


def _fault(names: Names, text: str) -> str:
    """Why a line cannot be used; empty where it can."""
    if not names or not all(_key(name) and any(char.isalnum() for char in name) for name in names):
        return "synonyms.no_name"
    if len(names) == 1 and (_key(names[0]) not in default_synonyms().others or "=" not in text):
        return "synonyms.one_name"
    return "synonyms.long_name" if any(len(_key(name)) > _LONGEST for name in names) else ""


def with_own(things: Sequence[Names]) -> tuple[Names, ...]:
    """The things of the program and a reader's, which take the place of those that have their first name."""
    replaced = {_key(names[0]) for names in things}
    kept = (names for names in things_of_program() if not replaced & {_key(name) for name in names})
    return (*kept, *things)


@cache
def things_of_program() -> tuple[Names, ...]:
    """The things whose names come with the program."""
    text = Path(__file__).with_name("fr.synonyms.txt").read_text(encoding="utf-8")
    return tuple(names for _, names in _names_of(text.splitlines()))


@cache
def default_synonyms() -> Synonyms:
    """The synonyms that come with the program."""
    return Synonyms.among(things_of_program())


class OwnSynonyms(NamedTuple):
    """All things with a reader's file, and what in it cannot be used."""

    things: tuple[Names, ...]
    bad: tuple[BadLine, ...] = ()

    @property
    def synonyms(self) -> Synonyms:
        """What they make of a query."""
        return Synonyms.among(self.things)


def read_own(path: Path) -> OwnSynonyms:
    """The things with a reader's file, which need not exist. OSError, UnicodeDecodeError when it cannot be read."""
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8-sig")
    except FileNotFoundError:
        return OwnSynonyms(things_of_program())
    things, bad = own_lines(text.splitlines())
    return OwnSynonyms(with_own(things), tuple(bad))
