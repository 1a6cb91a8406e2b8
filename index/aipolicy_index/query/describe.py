"""The query as it was understood, in the reader's language: « amende ET cnil SAUF google »."""

from __future__ import annotations

from datetime import date

from aipolicy_index.query.names import Name, field_names, kind_names
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
    Word,
)

_WORDS = {"fr": ("ET", "OU", "SAUF"), "en": ("AND", "OR", "NOT")}
_MARKS = {Form.ANY: "{}", Form.EXACT: "={}", Form.PREFIX: "{}*", Form.FUZZY: "{}~", Form.PARTIAL: "{}…"}


def describe(query: Query, language: str) -> str:
    """The understood query in `fr` or `en`, in the query language itself; empty for nothing."""
    return "" if query.root is None else _shown(query.root, "fr" if language == "fr" else "en", top=True)


def _shown(node: Node, language: str, *, top: bool = False) -> str:
    match node:
        case And(children):
            return _joined(children, language, top)
        case Or(children):
            inner = f" {_WORDS[language][1]} ".join(_shown(child, language) for child in children)
            return inner if top else f"({inner})"
        case Not(child):
            return f"{_WORDS[language][2]} {_shown(child, language)}"
        case Near(left, right, distance):
            return f"{_shown(left, language)} NEAR/{distance} {_shown(right, language)}"
        case Alike(asked, _):
            return _shown(asked, language, top=top)
        case _:
            return _leaf(node, language)


def _joined(children: tuple[Node, ...], language: str, top: bool) -> str:
    both, _, without = _WORDS[language]
    text = ""
    for child in children:
        if isinstance(child, Word) and child.optional:
            continue
        shown = _shown(child, language)
        separator = " " if shown.startswith(f"{without} ") else f" {both} "
        text = f"{text}{separator}{shown}" if text else shown
    return text if top else f"({text})"


def _leaf(node: Node, language: str) -> str:
    match node:
        case Word():
            return _scoped(node.field, _MARKS[node.form].format(node.text), language)
        case Phrase():
            quoted = f"« {node.text} »" if language == "fr" else f"“{node.text}”"
            mark = f"~{node.distance}" if node.distance else "…" if node.partial else ""
            return _scoped(node.field, ("=" if node.exact else "") + quoted + mark, language)
        case FactNear():
            return "@" + _named(kind_names(), node.kind.value, language)
        case InLanguage():
            return f"{_named(field_names(), 'language', language)}:{node.code}"
        case InState():
            return f"{_named(field_names(), 'state', language)}:{node.state}"
        case Money():
            return _named(field_names(), "money", language) + ":" + _amounts(node)
        case Published():
            return _named(field_names(), "published", language) + ":" + _days(node.first, node.last)
        case Mentions():
            return _named(field_names(), "mentions", language) + ":" + _days(node.first, node.last)
        case _:
            return _shown(node, language)


def _scoped(field: Field, text: str, language: str) -> str:
    return text if field is Field.TEXT else f"{_named(field_names(), field.value, language)}:{text}"


def _named(table: dict[str, Name], target: str, language: str) -> str:
    return next(name.shown(language) for name in table.values() if name.target == target)


def _days(first: date | None, last: date | None) -> str:
    if first == last and first is not None:
        return first.isoformat()
    return f"{first.isoformat() if first else ''}..{last.isoformat() if last else ''}"


def _amounts(node: Money) -> str:
    currency = node.currency or ""
    if node.least is not None and node.least == node.most:
        return f"{node.least:.15g}{currency}"
    if node.most is None:
        return f"{'>=' if node.inclusive else '>'}{node.least:.15g}{currency}"
    if node.least is None:
        return f"{'<=' if node.inclusive else '<'}{node.most:.15g}{currency}"
    return f"{node.least:.15g}..{node.most:.15g}{currency}"
