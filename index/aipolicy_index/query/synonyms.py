"""Names of the same thing: a small file that the reader can edit, and what it adds to a query tree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from aipolicy_index.language.matching import fold
from aipolicy_index.query.nodes import Alike, And, Field, Form, Near, Node, Not, Or, Phrase, Word

_ELIDED = re.compile(r"^(?:l|d|qu|n|s|j|m|t|c|jusqu|lorsqu|puisqu)'")
_BREAK = re.compile(r"[\s'’-]+")
_LONGEST = 8
"""Words of the longest name that is recognised in a query."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Names of things: folded words of a name -> the other names, as written."""

    others: dict[Key, tuple[str, ...]]

    @classmethod
    def of(cls, lines: Iterable[str]) -> Synonyms:
        """The synonyms of a file's lines: `IA = AI = intelligence artificielle`; # begins a comment."""
        others: dict[Key, tuple[str, ...]] = {}
        for line in lines:
            names = [name.strip() for name in line.partition("#")[0].split("=") if name.strip()]
            for name in names:
                if len(names) > 1:
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
            case _:
                return node

    def _inside(self, node: Node) -> Node:
        return self.with_others(node) or node

    def _alike(self, node: Node, key: Key, first: Word) -> Node:
        names = self.others.get(key, ())
        return Alike(node, tuple(_named(name, first) for name in names)) if names else node

    def _together(self, children: tuple[Node, ...]) -> Iterable[Node]:
        """The children, neighbouring words that make one name taken as one."""
        at = 0
        while at < len(children):
            words = _words_from(children, at)
            length = next((n for n in range(len(words), 1, -1) if self._key_of(words[:n]) in self.others), 0)
            if length:
                name = tuple(replace(word, optional=False) for word in words[:length])
                yield self._alike(And(name), self._key_of(words[:length]), words[0])
                at += length
            else:
                yield self._inside(children[at])
                at += 1

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
    return Word(name, typed.span, typed.field, Form.EXACT if name.isupper() and len(name) <= 4 else Form.ANY)


@cache
def default_synonyms() -> Synonyms:
    """The synonyms that come with the program."""
    return Synonyms.of(Path(__file__).with_name("fr.synonyms.txt").read_text(encoding="utf-8").splitlines())
