"""Where in an article's text a query matches: the same rules as the index, on the words of one text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from aipolicy_index.engine import layout
from aipolicy_index.engine.analysis import Token, tokens
from aipolicy_index.engine.fact_terms import days_of
from aipolicy_index.engine.scanning import Place, Scanner, close_together
from aipolicy_index.model import Article, Fact, FactKind, MoneyValue, QuoteDetails, Span, ZoneKind
from aipolicy_index.query.nodes import (
    Alike,
    And,
    FactNear,
    Field,
    Mentions,
    Money,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Query,
    Word,
    leaves,
)

_KINDS = {field_name: kind for kind, field_name in layout.NAMED_KINDS.items()}
_NOWHERE = -1_000_000
"""The position of a fact whose words are no words of the text."""


def marked_parts(query: Query, article: Article, facts: Iterable[Fact]) -> tuple[tuple[Span, ...], ...]:
    """The stretches that each part of the query matches: its words, phrases, pairs, facts."""
    page = _Page(article, tuple(facts))
    return tuple(tuple(page.spans(node)) for node in _asked(query.root))


def asks_of_facts(node: Node | None) -> bool:
    """Whether a query asks of what only the article's facts and zones tell: where these words stand, no text says."""
    match node:
        case And(children) | Or(children):
            return any(asks_of_facts(child) for child in children)
        case Alike(asked, _):
            return asks_of_facts(asked)
        case Word() | Phrase():
            return node.field is not Field.TEXT
        case FactNear() | Near() | Money() | Mentions():
            return True
        case _:
            return False


def _asked(node: Node | None) -> Iterator[Node]:
    """The parts of the tree that have places: its words, phrases and pairs, the excluded ones apart."""
    match node:
        case None | Not():
            return
        case Alike(asked, others):
            for child in (asked, *others):
                yield from _asked(child)
        case And(children) | Or(children):
            for child in children:
                yield from _asked(child)
        case Word(optional=True):
            return
        case _:
            yield node


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


class _Page:
    """One article's words and facts."""

    def __init__(self, article: Article, facts: tuple[Fact, ...]) -> None:
        self._article, self._facts = article, facts
        self._text = article.text

    def spans(self, node: Node) -> list[Span]:
        """The stretches of one leaf or pair."""
        match node:
            case Near(left, right, distance):
                return [place.span for place in close_together([self._side(left), self._side(right)], distance)]
            case Word() | Phrase():
                return self._worded(node, node.field)
            case FactNear(kind, _):
                return self._mentions(lambda fact: fact.kind is kind)
            case Money():
                return self._mentions(lambda fact: _in_range(fact, node))
            case Mentions():
                return self._mentions(lambda fact: _in_days(fact, node))
            case _:
                return []

    def _side(self, node: Node) -> list[Place]:
        """The places of a side of NEAR: words by their positions, facts by those of their words."""
        found: list[Place] = []
        for leaf, excluded in leaves(node):
            if excluded:
                continue
            if isinstance(leaf, Word | Phrase) and leaf.field is Field.TEXT:
                found += self._in_text(leaf)
            else:
                found += [self._place_of(span) for span in self.spans(leaf)]
        return found

    def _worded(self, node: Word | Phrase, asked: Field) -> list[Span]:
        match asked:
            case Field.TEXT:
                return [place.span for place in self._in_text(node)]
            case Field.OUTLET | Field.AUTHOR:
                return self._within(node, self._credits)
            case Field.TITLE:
                return self._within(node, self._article.zone_spans(ZoneKind.TITLE))
            case Field.QUOTE:
                return self._within(node, [fact.span for fact in self._facts if fact.kind is FactKind.QUOTE])
            case Field.SPEAKER:
                return self._mentions(lambda fact: self._speaks(fact, node))
            case _ if asked.value in _KINDS:
                return self._mentions(lambda fact: fact.kind is _KINDS[asked.value] and self._is_named(fact, node))
        return []

    def _in_text(self, node: Word | Phrase) -> list[Place]:
        scanner = Scanner([node], self._article.language)
        return scanner.places(0, list(scanner.scan(self._text)))

    @property
    def _credits(self) -> list[Span]:
        """Where outlet and author are named: bylines, datelines, page furniture."""
        kinds = (ZoneKind.BYLINE, ZoneKind.PUBLICATION, ZoneKind.FURNITURE)
        return [span for kind in kinds for span in self._article.zone_spans(kind)]

    def _within(self, node: Word | Phrase, spans: Sequence[Span]) -> list[Span]:
        return [place.span for place in self._in_text(node) if any(span.holds(place.span) for span in spans)]

    def _mentions(self, wanted: Callable[[Fact], bool]) -> list[Span]:
        return [span for fact in self._facts if wanted(fact) for span in fact.mentions or (fact.span,)]

    @cached_property
    def _words(self) -> list[Token]:
        return list(tokens(self._text))

    def _place_of(self, span: Span) -> Place:
        inside = [word.position for word in self._words if span.start <= word.start < span.end]
        return Place(min(inside, default=_NOWHERE), max(inside, default=_NOWHERE), span)

    def _is_named(self, fact: Fact, node: Word | Phrase) -> bool:
        aliases: tuple[str, ...] = getattr(fact.details, "aliases", ())
        shown = fact.value if isinstance(fact.value, str) else fact.text
        return any(self._says(name, node) for name in (shown, *aliases))

    def _speaks(self, fact: Fact, node: Word | Phrase) -> bool:
        match fact.details:
            case QuoteDetails(speaker=speaker, speaker_text=written):
                return any(self._says(name, node) for name in (speaker, written) if name)
        return False

    def _says(self, name: str, node: Word | Phrase) -> bool:
        scanner = Scanner([node], self._article.language)
        return bool(scanner.places(0, list(scanner.scan(name))))


def _in_range(fact: Fact, asked: Money) -> bool:
    value = fact.value
    if not isinstance(value, MoneyValue) or (asked.currency and value.currency != asked.currency):
        return False
    low = asked.least is None or value.amount > asked.least or (asked.inclusive and value.amount == asked.least)
    high = asked.most is None or value.amount < asked.most or (asked.inclusive and value.amount == asked.most)
    return low and high


def _in_days(fact: Fact, asked: Mentions) -> bool:
    days = days_of(fact.value) if fact.kind is FactKind.DATE and isinstance(fact.value, str) else None
    if days is None:
        return False
    return (asked.first is None or days[0] >= asked.first) and (asked.last is None or days[1] <= asked.last)
