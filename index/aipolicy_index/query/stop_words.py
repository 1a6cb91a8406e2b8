"""Small words beside others may be missing from what is found."""

from __future__ import annotations

import re

from aipolicy_index.language.matching import fold
from aipolicy_index.query.names import question_words, stop_words
from aipolicy_index.query.nodes import And, Field, Form, Near, Node, Or, Phrase, Word

_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST_ASKED = 3
"""Words that follow the first one of a question without a question mark."""
_JOINT = re.compile(r"[-']")


def with_optional_stop_words(root: Node | None, typed: str) -> Node | None:
    """The tree in which the small words of what was typed may be missing; those of a question too where it is one."""
    silent = stop_words() | question_words()[1] if _is_question(typed) else stop_words()
    return _optional(root, silent)


def _is_question(typed: str) -> bool:
    """Whether the text is a whole question: it ends as one, or begins as one and goes on."""
    first, *others = _LETTERS.findall(fold(typed)) or [""]
    return typed.rstrip().endswith("?") or (first in question_words()[0] and len(others) >= _LEAST_ASKED)


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
