"""The query tree: frozen nodes that say what is asked, and nothing of how an engine answers it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from aipolicy_index.model import Diagnostic, FactKind, Span

_Kind = TypeVar("_Kind")


def distinct(kind: type[_Kind]) -> type[_Kind]:
    """Makes a kind of named tuple equal to none of another kind that holds the same."""

    def equal(one: tuple[Any, ...], other: Any) -> bool:
        return type(one) is type(other) and tuple.__eq__(one, other)

    def differs(one: tuple[Any, ...], other: Any) -> bool:
        return not equal(one, other)

    kind.__eq__ = equal  # type: ignore[assignment, method-assign]
    kind.__ne__ = differs  # type: ignore[assignment, method-assign]
    kind.__hash__ = tuple.__hash__  # type: ignore[assignment, method-assign]
    return kind


class Field(StrEnum):
    """Where a word or a phrase is looked for."""

    TEXT = "text"
    """Everywhere in the article: title, body, page furniture."""
    TITLE = "title"
    OUTLET = "outlet"
    AUTHOR = "author"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PRODUCT = "product"
    INSTRUMENT = "instrument"
    SOURCE = "source"
    QUOTE = "quote"
    """The words inside quotations."""
    SPEAKER = "speaker"
    TAG = "tag"
    """The reader's tags: what stands there becomes `Tagged`."""


class Form(StrEnum):
    """How closely a word must be matched."""

    ANY = "any"
    """Without case or accents, in any grammatical form, or by a synonym."""
    EXACT = "exact"
    """Exactly as written: case, accents, form."""
    PREFIX = "prefix"
    FUZZY = "fuzzy"
    """With at most one letter added, left out, changed or swapped."""
    PARTIAL = "partial"
    """Still being typed: as ANY, or the beginning of a word."""


@distinct
class Word(NamedTuple):
    """One word, as typed; an engine may find several terms in it (`GPT-4o`)."""

    text: str
    span: Span
    field: Field = Field.TEXT
    form: Form = Form.ANY
    optional: bool = False
    """A stop word among others: it need not match."""


@distinct
class Phrase(NamedTuple):
    """Words that must follow each other; with `distance`, in any order within so many words of each other."""

    text: str
    span: Span
    field: Field = Field.TEXT
    exact: bool = False
    distance: int = 0
    partial: bool = False
    """The last word is still being typed."""


@distinct
class FactNear(NamedTuple):
    """A fact of this kind (`@montant`); stands beside a word in `Near`, or alone: the article has such a fact."""

    kind: FactKind
    span: Span


@distinct
class Near(NamedTuple):
    """Both sides within `distance` words of each other, in either order."""

    left: Node
    right: Node
    distance: int


@distinct
class Published(NamedTuple):
    """Published from `first` to `last`, both included; None leaves a side open."""

    first: date | None
    last: date | None
    span: Span


@distinct
class Mentions(NamedTuple):
    """The text names a date that lies within `first` to `last`, both included."""

    first: date | None
    last: date | None
    span: Span


@distinct
class Money(NamedTuple):
    """The text names an amount from `least` to `most`; the limits themselves count when `inclusive`."""

    least: float | None
    most: float | None
    currency: str | None
    """ISO 4217, or None for any."""
    span: Span
    inclusive: bool = True


@distinct
class InLanguage(NamedTuple):
    """Written in this language: `fr` or `en`."""

    code: str
    span: Span


@distinct
class InState(NamedTuple):
    """What the reader did with the article: `unread`, `read` or `starred`."""

    state: str
    span: Span


@distinct
class Tagged(NamedTuple):
    """The reader put this tag on the article, or with another form than ANY one of which a word begins so."""

    tag: str
    """As typed; case and accents do not count."""
    span: Span
    """Where the tag itself was typed."""
    form: Form = Form.ANY


@distinct
class And(NamedTuple):
    """All of these."""

    children: tuple[Node, ...]


@distinct
class Or(NamedTuple):
    """At least one of these."""

    children: tuple[Node, ...]


@distinct
class Not(NamedTuple):
    """What does not match the child."""

    child: Node


@distinct
class Alike(NamedTuple):
    """What was asked, or other names of the same thing, which count a little less."""

    asked: Node
    others: tuple[Node, ...]


Node = (
    Word
    | Phrase
    | FactNear
    | Near
    | Published
    | Mentions
    | Money
    | InLanguage
    | InState
    | Tagged
    | And
    | Or
    | Not
    | Alike
)


@distinct
class Query(NamedTuple):
    """What was typed, the tree that it means (None for nothing), and what is to be told about it."""

    text: str
    root: Node | None
    diagnostics: tuple[Diagnostic, ...] = ()
    typing: bool = False
    question: bool = False
    """A whole question of three words or more: what has most of them answers it, too."""


def leaves(node: Node | None, negated: bool = False) -> list[tuple[Node, bool]]:
    """The leaves of the tree from left to right, each with whether it is excluded."""
    match node:
        case None:
            return []
        case And(children) | Or(children):
            return [leaf for child in children for leaf in leaves(child, negated)]
        case Not(child):
            return leaves(child, not negated)
        case Near(left, right, _):
            return leaves(left, negated) + leaves(right, negated)
        case Alike(asked, others):
            return [leaf for child in (asked, *others) for leaf in leaves(child, negated)]
        case _:
            return [(node, negated)]
