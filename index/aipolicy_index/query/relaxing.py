"""What a query may become when nothing answers it: some of its words, or better ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aipolicy_index.query.nodes import (
    Alike,
    And,
    FactNear,
    Form,
    InLanguage,
    InState,
    Mentions,
    Money,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Published,
    Query,
    Tagged,
    Word,
    leaves,
)

_LOOSE = (Word, Phrase, Alike, Near, Or, FactNear)
_FIRM = (Published, InLanguage, InState, Tagged, Money, Mentions, Not)


def relaxed(root: Node | None) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The parts of which most may do when nothing has all (words, phrases, alternatives), and what must hold all the
    same (dates, amounts, states, what is excluded). No parts where the query is another than these side by side.
    """
    children = root.children if isinstance(root, And) else (root,) if isinstance(root, Word | Alike) else ()
    words = tuple(child for child in children if isinstance(child, _LOOSE) and not _is_optional(child))
    firm = tuple(child for child in children if isinstance(child, _FIRM))
    known = len(words) + len(firm) + sum(_is_optional(child) for child in children)
    return (words, firm) if known == len(children) else ((), ())


def _is_optional(node: Node) -> bool:
    return isinstance(node, Word) and node.optional


def replaced(node: Node | None, better: Mapping[Word, str]) -> Node | None:
    """The tree with some of its words replaced."""
    return None if node is None else _replaced(node, better)


def _replaced(node: Node, better: Mapping[Word, str]) -> Node:
    match node:
        case Word() if node in better:
            return node._replace(text=better[node], form=Form.ANY)
        case And(children):
            return And(tuple(_replaced(child, better) for child in children))
        case Or(children):
            return Or(tuple(_replaced(child, better) for child in children))
        case Not(child):
            return Not(_replaced(child, better))
        case Near(left, right, distance):
            return Near(_replaced(left, better), _replaced(right, better), distance)
        case _:
            return node


def within_one_edit(query: Query) -> str:
    """The query as it would be typed to match its plain words within one edit: `Altmann` becomes `Altmann~`."""
    text = query.text
    words = [node for node, _ in leaves(query.root) if isinstance(node, Word) and _may_slip(node)]
    for word in sorted(words, key=lambda word: word.span, reverse=True):
        behind = text[word.span.end :]
        # The colon of a name that is no field would make the word the beginning of another.
        behind = f" {behind[1:]}" if behind.startswith(":") else behind
        text = f"{text[: word.span.start]}{word.text}~{behind}"
    return text


def any_of(words: Sequence[str]) -> str:
    """The query for texts that have any of some words, just as they are."""
    return " OU ".join(f'"{word}"' for word in words)


def _may_slip(word: Word) -> bool:
    return word.form in (Form.ANY, Form.PARTIAL) and not word.optional and word.text.isalpha()
