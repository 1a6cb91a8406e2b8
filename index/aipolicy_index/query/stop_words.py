"""Small words beside others may be missing from what is found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from aipolicy_index.language.matching import fold
from aipolicy_index.query.lexer import Kind, Lexeme
from aipolicy_index.query.names import auxiliaries, question_words, stop_words
from aipolicy_index.query.nodes import And, Field, Form, Near, Node, Or, Phrase, Word

_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST_ASKED = 3
"""Words that follow the first one of a question without a question mark."""
_LEAST_SHOUTED = 3
"""Words in capitals alone that are a text in capitals, and no acronyms."""
_BEFORE = 2
"""Words before a participle among which its auxiliary is."""
_JOINT = re.compile(r"[-'°]")
_INVERTED = re.compile(r"[^\W\d_](?:-t)?-(?:ils?|elles?|on|ce)(?![-\w])")


class _Small(NamedTuple):
    """Which words are small ones."""

    words: frozenset[str]
    in_capitals: bool = False
    """In capitals too: where all is typed so, capitals say nothing."""


def with_optional_stop_words(root: Node | None, found: Sequence[Lexeme], *, question: bool) -> Node | None:
    """The tree in which the small words may be missing; in a question those too that only ask."""
    typed = [each.text for each in found if each.kind is Kind.WORD and _LETTERS.search(each.text)]
    shouted = len(typed) >= _LEAST_SHOUTED and all(map(str.isupper, typed))
    words = stop_words() | question_words().silent if question else stop_words()
    return _optional(root, _Small(words, shouted))


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


def _optional(node: Node | None, small: _Small) -> Node | None:
    def inside(child: Node) -> Node:
        return _optional(child, small) or child

    match node:
        case And(children):
            stops = [
                _is_small(child, small) or _is_participle(child, children[max(0, at - _BEFORE) : at])
                for at, child in enumerate(children)
            ]
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


def _is_small(node: Node, small: _Small) -> bool:
    if not isinstance(node, Word) or node.form not in (Form.ANY, Form.PARTIAL) or node.field is not Field.TEXT:
        return False
    if node.form is Form.PARTIAL:
        return len(node.text) == 1
    if node.text.isupper() and len(node.text) > 1 and not small.in_capitals:
        return False
    return all(part in small.words for part in _JOINT.split(fold(node.text)) if part)


def _is_participle(node: Node, before: Sequence[Node]) -> bool:
    """« eu », « été » behind a form of avoir, a « pas » or « déjà » between them at most."""
    if not _is_small(node, _Small(auxiliaries().participles)):
        return False
    parts = (part for word in before if isinstance(word, Word) for part in _JOINT.split(fold(word.text)))
    return not auxiliaries().avoir.isdisjoint(parts)


def _says(node: Node) -> bool:
    """Whether the node asks for words of its own."""
    return isinstance(node, Word | Phrase | Near | Or | And)
