"""What a query may become when nothing answers it: some of its words, or better ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from aipolicy_index.model import Span
from aipolicy_index.query.lexer import QUOTES
from aipolicy_index.query.nodes import (
    Alike,
    And,
    FactNear,
    Field,
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
_OPERATOR = re.compile(r"\bNEAR(?:/\d{1,4})?(?=[\s(])")
_DISTANCE = re.compile(r"~\d*$")
_NEAR, _FAR = 8, 30
"""Words apart: of a phrase whose words need not follow each other, and of a pair that need not be near."""
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


def looser(query: Query) -> Iterator[str]:
    """The query as it would be typed to ask for less, the nearest first: the words of its phrases and pairs farther
    apart, no word exactly as written; then no phrases and pairs."""
    last = query.text
    for edits in (_farther, _apart):
        text = query.text
        for span, instead in sorted(edits(query.root, query.text), reverse=True):
            text = text[: span.start] + instead + text[span.end :]
        if text != last:
            last = text
            yield text


def _farther(node: Node | None, text: str) -> Iterator[tuple[Span, str]]:
    """Where the text must change for the words to stand farther apart, and what goes there."""
    for leaf, excluded in leaves(node):
        if excluded:
            continue
        if isinstance(leaf, Word) and leaf.form is Form.EXACT:
            yield Span(leaf.span.start - 1, leaf.span.start), ""
        if isinstance(leaf, Phrase) and len(leaf.text.split()) > 1:
            quoted = _DISTANCE.sub("", text[leaf.span.start : leaf.span.end])
            if quoted[-1] in QUOTES:
                instead = f"{quoted}~{max(_NEAR, 2 * leaf.distance)}"
                yield Span(leaf.span.start - int(leaf.exact), leaf.span.end), instead
    for span, apart in _operators(node, text):
        yield span, f"NEAR/{max(_FAR, 2 * apart)}"


def _apart(node: Node | None, text: str) -> Iterator[tuple[Span, str]]:
    """The same for the words to stand anywhere."""
    for leaf, excluded in leaves(node):
        if isinstance(leaf, Word) and leaf.form is Form.EXACT and not excluded:
            yield Span(leaf.span.start - 1, leaf.span.start), ""
        if isinstance(leaf, Phrase) and not excluded:
            words = leaf.text if leaf.field is Field.TEXT else f"({leaf.text})"
            yield Span(leaf.span.start - int(leaf.exact), leaf.span.end), words
    for span, _ in _operators(node, text):
        yield Span(span.start, span.end + 1), ""


def _operators(node: Node | None, text: str) -> Iterator[tuple[Span, int]]:
    """Where NEAR stands in the text, and how many words apart it allows; what is excluded is left alone."""
    match node:
        case And(children) | Or(children):
            for child in children:
                yield from _operators(child, text)
        case Near(left, right, distance):
            yield from _operators(left, text)
            yield from _operators(right, text)
            before, behind = _spans(left), _spans(right)
            if before and behind:
                for operator in _OPERATOR.finditer(text, before[-1].end, behind[0].start):
                    yield Span(*operator.span()), distance


def _spans(node: Node) -> list[Span]:
    return [leaf.span for leaf, _ in leaves(node) if isinstance(leaf, Word | Phrase | FactNear)]


def any_of(words: Sequence[str]) -> str:
    """The query for texts that have any of some words, just as they are."""
    return " OU ".join(f'"{word}"' for word in words)


def _may_slip(word: Word) -> bool:
    return word.form in (Form.ANY, Form.PARTIAL) and not word.optional and word.text.isalpha()
