"""The query as it was understood, in the reader's language: « amende ET cnil SAUF google »."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from aipolicy_index.query.lexer import CLOSING, QUOTES, Kind, lexemes
from aipolicy_index.query.names import Name, field_names, kind_names, language_names, state_names
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
)

_WORDS = {"fr": ("ET", "OU", "SAUF"), "en": ("AND", "OR", "NOT")}
_MARKS = {Form.ANY: "{}", Form.EXACT: "={}", Form.PREFIX: "{}*", Form.FUZZY: "{}~", Form.PARTIAL: "{}…"}


def describe(query: Query, language: str) -> str:
    """The understood query in `fr` or `en`, in the query language itself; empty for nothing."""
    language = "fr" if language == "fr" else "en"
    if query.question and isinstance(query.root, And):
        return _asked(query.root.children, language)
    return "" if query.root is None else _shown(query.root, language, top=True)


def _asked(children: tuple[Node, ...], language: str) -> str:
    """A question: its words need not all be there."""
    asked = [child for child in children if not (isinstance(child, Word) and child.optional)]
    text = _shown(asked[0], language)
    for before, child in pairwise(asked):
        together = _is_plain(before) and _is_plain(child)
        text += _joint(_shown(child, language), " " if together else f" {_WORDS[language][0]} ", language)
    gap = "\u00a0" if language == "fr" else "" if isinstance(asked[-1], Word) and text[-1].isalpha() else " "
    return f"{text}{gap}?"


def _is_plain(node: Node) -> bool:
    """Whether nothing that stands beside it could be read as one thing with it: numbers, amounts, days could be."""
    return isinstance(node, Word | Phrase) and node.text[:1].isalpha()


def _joint(shown: str, separator: str, language: str) -> str:
    """A part behind others."""
    return f" {shown}" if shown.startswith(f"{_WORDS[language][2]} ") else f"{separator}{shown}"


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
            first, second = _side(left, language), _side(right, language, last=True)
            return f"{first} NEAR/{distance} {second}"
        case Alike(asked, _):
            return _shown(asked, language, top=top)
        case _:
            return _leaf(node, language)


def _side(node: Node, language: str, *, last: bool = False) -> str:
    """A side of NEAR, in parentheses where its own words would be read otherwise."""
    shown = _shown(node, language)
    return f"({shown})" if isinstance(node, Not) or (last and isinstance(node, Near)) else shown


def _joined(children: tuple[Node, ...], language: str, top: bool) -> str:
    text = ""
    for child in children:
        if isinstance(child, Word) and child.optional:
            continue
        shown = _shown(child, language)
        text = f"{text}{_joint(shown, f' {_WORDS[language][0]} ', language)}" if text else shown
    return text if top else f"({text})"


def _leaf(node: Node, language: str) -> str:
    match node:
        case Word():
            return _scoped(node.field, _MARKS[node.form].format(_word(node)), language)
        case Phrase():
            quoted = _quoted(node.text, language)
            mark = f"~{node.distance}" if node.distance else "…" if node.partial else ""
            return _scoped(node.field, ("=" if node.exact else "") + quoted + mark, language)
        case FactNear():
            return "@" + _named(kind_names(), node.kind.value, language)
        case InLanguage():
            code = _named(language_names(), node.code, language)
            return f"{_named(field_names(), 'language', language)}:{code}"
        case InState():
            state = _named(state_names(), node.state, language)
            return f"{_named(field_names(), 'state', language)}:{state}"
        case Tagged():
            return _named(field_names(), "tag", language) + ":" + _MARKS[node.form].format(_tag(node, language))
        case Money():
            return _named(field_names(), "money", language) + ":" + _amounts(node)
        case Published():
            return _named(field_names(), "published", language) + ":" + _days(node.first, node.last)
        case Mentions():
            return _named(field_names(), "mentions", language) + ":" + _days(node.first, node.last)
        case _:
            return _shown(node, language)


def _word(node: Word) -> str:
    """The word; one that would be read as something else, after a backslash."""
    read = lexemes(node.text)
    plain = len(read) == 1 and read[0].kind is Kind.WORD and read[0].text == node.text
    return node.text if plain and not node.text.startswith("@") else f"\\{node.text}"


def _tag(node: Tagged, language: str) -> str:
    return node.tag if node.form is Form.PREFIX else tag_as_typed(node.tag, language)


def tag_as_typed(tag: str, language: str) -> str:
    """A tag as it stands behind `tag:` in a query; in quotes where it would be read as something else without. Quotes
    of its own are left out: they do not tell two tags apart, and no others could hold them all."""
    read = lexemes(f"tag:{tag}")
    plain = [lexeme.kind for lexeme in read] == [Kind.FIELD, Kind.WORD] and read[1].text == tag
    if plain and not tag.endswith(("*", ",", ";", "…")):
        return tag
    return _quoted(" ".join("".join(" " if sign in QUOTES else sign for sign in tag).split()), language)


def _quoted(text: str, language: str) -> str:
    """The words in the quotes of the language, or in those that they do not hold themselves."""
    own = ("« ", " »") if language == "fr" else ("“", "”")
    for opening, closing in (own, ("« ", " »"), ('"', '"'), ("“", "”")):
        if not set(text) & set(CLOSING[opening.strip()]):
            return f"{opening}{text}{closing}"
    return f"„{text}“"


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
        return f"{_plain(node.least)}{currency}"
    if node.most is None:
        return f"{'>=' if node.inclusive else '>'}{_plain(node.least)}{currency}"
    if node.least is None:
        return f"{'<=' if node.inclusive else '<'}{_plain(node.most)}{currency}"
    return f"{_plain(node.least)}..{_plain(node.most)}{currency}"


def _plain(amount: float | None) -> str:
    """The amount in digits, without an exponent."""
    from decimal import Decimal

    text = format(Decimal(repr(amount or 0.0)), "f")
    return text.removesuffix(".0")
