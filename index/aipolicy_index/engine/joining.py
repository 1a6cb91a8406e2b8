"""Names that are written as one word and typed as two: « open ai », "deep seek", « chat gpt »."""

from __future__ import annotations

from collections.abc import Iterator

from aipolicy_index.engine import layout
from aipolicy_index.engine.analysis import folded
from aipolicy_index.engine.snapshot import Snapshot
from aipolicy_index.model import Span
from aipolicy_index.query.nodes import Alike, And, Field, Form, Node, Or, Word

_SHORTEST = 2
_SHORTEST_JOINED = 6
"""Letters: shorter ones are too often words of their own."""


def with_joined(snapshot: Snapshot, node: Node | None) -> Node | None:
    """The tree in which two words side by side may also be the one word of the articles that they make together."""
    match node:
        case And(children):
            return _all(tuple(_joined(snapshot, children)))
        case Or(children):
            return Or(tuple(with_joined(snapshot, child) or child for child in children))
        case _:
            return node


def _all(children: tuple[Node, ...]) -> Node:
    return children[0] if len(children) == 1 else And(children)


def _joined(snapshot: Snapshot, children: tuple[Node, ...]) -> Iterator[Node]:
    at = 0
    while at < len(children):
        pair = children[at : at + 2]
        one = _one_word(snapshot, *pair) if len(pair) == 2 else None
        if one is not None:
            yield Alike(one, (And(pair),))
            at += 2
        else:
            yield with_joined(snapshot, children[at]) or children[at]
            at += 1


def _one_word(snapshot: Snapshot, *pair: Node) -> Word | None:
    """The word that two make, if any article has it."""
    left, right = map(_plain, pair)
    if left is None or right is None or left.form is Form.PARTIAL:
        return None
    text = left.text + right.text
    if len(text) < _SHORTEST_JOINED or not _is_known(snapshot, text, right.form):
        return None
    form = Form.PARTIAL if right.form is Form.PARTIAL else Form.ANY
    return Word(text, Span(left.span.start, right.span.end), Field.TEXT, form)


def _plain(node: Node) -> Word | None:
    """The word of a node that is one, synonyms apart; none that is wanted exactly, may be missing, or is a number."""
    is_name = isinstance(node, Alike)
    word = node.asked if isinstance(node, Alike) else node
    if not isinstance(word, Word) or word.field is not Field.TEXT or word.optional:
        return None
    if not (is_name or word.form in (Form.ANY, Form.PARTIAL)):
        return None
    return word if word.text.isalpha() and len(word.text) >= _SHORTEST else None


def _is_known(snapshot: Snapshot, text: str, form: Form) -> bool:
    term = folded(text)
    for field in (layout.TITLE, layout.BODY):
        for postings in snapshot.fields(field):
            first, last = postings.beginning(term)
            if last > first and (form is Form.PARTIAL or postings.find(term) >= 0):
                return True
    return False
