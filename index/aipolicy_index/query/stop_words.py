"""Small words beside others may be missing from what is found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aipolicy_index.language.matching import fold
from aipolicy_index.query.lexer import Kind, Lexeme
from aipolicy_index.query.names import question_words, stop_words
from aipolicy_index.query.nodes import And, Field, Form, Near, Node, Or, Phrase, Word

_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST_ASKED = 3
"""Words that follow the first one of a question without a question mark."""
_JOINT = re.compile(r"[-']")
_INVERTED = re.compile(r"[^\W\d_](?:-t)?-(?:ils?|elles?|on|ce)(?![-\w])")


def with_optional_stop_words(root: Node | None, *, question: bool) -> Node | None:
    """The tree in which the small words may be missing; in a question those too that only ask."""
    return _optional(root, stop_words() | question_words().silent if question else stop_words())


def is_question(typed: str, found: Sequence[Lexeme]) -> bool:
    """Whether what was typed is a whole question: it ends as one, begins as one and goes on (« dans quel pays... »), or
    turns a verb and its pronoun round (« Google a-t-il... »). What has operators is none, unless it ends as one."""
    if typed.rstrip().endswith("?"):
        return True
    plain = fold(typed)
    words = _LETTERS.findall(plain)
    if len(words) <= _LEAST_ASKED or any(lexeme.kind is Kind.OPERATOR for lexeme in found):
        return False
    known = question_words()
    asks = words[0] in known.first or (words[0] in known.before and words[1] in known.first)
    return asks or _INVERTED.search(plain) is not None


def _optional(node: Node | None, silent: frozenset[str]) -> Node | None:
    def inside(child: Node) -> Node:
        return _optional(child, silent) or child

    match node:
        case And(children):
            stops = [_is_stop_word(child, silent) for child in children]
            if not any(_says(child) and not stop for child, stop in zip(children, stops, strict=True)):
                return node
            return And(
                tuple(
                    child._replace(optional=True) if stop and isinstance(child, Word) else inside(child)
                    for child, stop in zip(children, stops, strict=True)
                )
            )
        case Or(children):
            return Or(tuple(inside(child) for child in children))
        case _:
            return node


def _is_stop_word(node: Node, silent: frozenset[str]) -> bool:
    if not isinstance(node, Word) or node.form not in (Form.ANY, Form.PARTIAL) or node.field is not Field.TEXT:
        return False
    if node.form is Form.PARTIAL:
        return len(node.text) == 1
    if node.text.isupper() and len(node.text) > 1:
        return False
    return all(part in silent for part in _JOINT.split(fold(node.text)) if part)


def _says(node: Node) -> bool:
    """Whether the node asks for words of its own."""
    return isinstance(node, Word | Phrase | Near | Or | And)
