"""Where in an article's text a query matches: the same rules as the index, on the words of one text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from aipolicy_index.engine import layout
from aipolicy_index.engine.analysis import Token, composed, tokens
from aipolicy_index.engine.edits import one_edit
from aipolicy_index.engine.fact_terms import days_of
from aipolicy_index.engine.stemming import stem
from aipolicy_index.engine.wording import Wording, phrase_terms, word_terms
from aipolicy_index.model import Article, Fact, FactKind, MoneyValue, QuoteDetails, Span, ZoneKind
from aipolicy_index.query.nodes import (
    Alike,
    And,
    FactNear,
    Field,
    Form,
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


@dataclass(frozen=True, slots=True)
class Place:
    """A match: its words' positions, first and last, and its characters."""

    first: int
    last: int
    span: Span


@dataclass(frozen=True)
class Marker:
    """Finds the places of a query's words in texts of one language."""

    language: str
    _accepts: dict[Node, list[Callable[[Token, str], bool]]] = field(default_factory=dict)

    def places(self, node: Node, words: Sequence[Token], text: str) -> list[Place]:
        """The places of one word or phrase among the words of a text."""
        if isinstance(node, Phrase) and node.distance:
            return _close_together(self._each_word(node, words, text), node.distance)
        accepts = self._tests(node)
        if not accepts:
            return []
        by_position: dict[int, list[Token]] = {}
        if len(accepts) > 1:
            for token in words:
                by_position.setdefault(token.position, []).append(token)
        found = [
            place
            for token in words
            if accepts[0](token, text) and (place := _follow(token, accepts, by_position, text))
        ]
        return found + self._joined(node, words)

    def _joined(self, node: Node, words: Sequence[Token]) -> list[Place]:
        joined = set(word_terms(node).joined) if isinstance(node, Word) and node.form is not Form.EXACT else set()
        return [_place(token) for token in words if token.term in joined] if joined else []

    def _each_word(self, phrase: Phrase, words: Sequence[Token], text: str) -> list[list[Place]]:
        return [[_place(token) for token in words if test(token, text)] for test in self._tests(phrase)]

    def _tests(self, node: Node) -> list[Callable[[Token, str], bool]]:
        if node not in self._accepts:
            self._accepts[node] = self._made_tests(node)
        return self._accepts[node]

    def _made_tests(self, node: Node) -> list[Callable[[Token, str], bool]]:
        if isinstance(node, Phrase):
            wording, exact = phrase_terms(node), node.exact
        elif isinstance(node, Word):
            wording, exact = word_terms(node), node.form is Form.EXACT
        else:
            return []
        tests = [_is(term) for term in wording.terms]
        if exact:
            return [_is_written(term, surface) for term, surface in wording.written()]
        if tests:
            tests[-1] = self._last_test(wording, tests[-1])
        return tests

    def _last_test(self, wording: Wording, plain: Callable[[Token, str], bool]) -> Callable[[Token, str], bool]:
        term = wording.terms[-1]
        match wording.form:
            case Form.PREFIX | Form.PARTIAL:
                return lambda token, text: token.term.startswith(term)
            case Form.FUZZY:
                near = one_edit(term.decode())
                return lambda token, text: token.term in near
            case Form.ANY if wording.forms():
                stemmed = stem(term.decode(), self.language)
                start = term[:3]
                return lambda token, text: (
                    token.term == term
                    or (token.term.startswith(start) and stem(token.term.decode(), self.language) == stemmed)
                )
        return plain


def _is(term: bytes) -> Callable[[Token, str], bool]:
    return lambda token, text: token.term == term


def _is_written(term: bytes, surface: bytes) -> Callable[[Token, str], bool]:
    return lambda token, text: token.term == term and composed(text[token.start : token.end]).encode() == surface


def _follow(
    token: Token, accepts: Sequence[Callable[[Token, str], bool]], by_position: dict[int, list[Token]], text: str
) -> Place | None:
    last = token
    for offset, test in enumerate(accepts[1:], start=1):
        following = next((each for each in by_position.get(token.position + offset, ()) if test(each, text)), None)
        if following is None:
            return None
        last = following
    return Place(token.position, last.position, Span(token.start, last.end))


def _place(token: Token) -> Place:
    return Place(token.position, token.position, Span(token.start, token.end))


def _close_together(sides: Sequence[Sequence[Place]], distance: int) -> list[Place]:
    """Those places that have one of every other side within the distance."""
    if not all(sides):
        return []
    found = []
    for at, side in enumerate(sides):
        others = [other for number, other in enumerate(sides) if number != at]
        found += [
            place
            for place in side
            if all(any(_apart(place, each) <= distance + len(sides) - 2 for each in other) for other in others)
        ]
    return found


def _apart(left: Place, right: Place) -> int:
    return max(right.first - left.last, left.first - right.last, 0)


def marks(query: Query, article: Article, facts: Iterable[Fact]) -> tuple[Span, ...]:
    """Every stretch of the article's text that the query matches, in order, none overlapping another."""
    page = _Page(article, tuple(facts))
    found = [place.span for node in _asked(query.root) for place in page.places(node)]
    return merged(found)


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
        self._text, self._facts = article.text, facts
        self._words = list(tokens(article.text))
        self._headline = article.zone_spans(ZoneKind.TITLE)
        self._marker = Marker(article.language)

    def places(self, node: Node) -> list[Place]:
        """The places of one leaf or pair."""
        match node:
            case Word() | Phrase():
                return self._worded(node, node.field)
            case Near(left, right, distance):
                return _close_together([self._side(left), self._side(right)], distance)
            case FactNear(kind, _):
                return self._mentions(lambda fact: fact.kind is kind)
            case Money():
                return self._mentions(lambda fact: _in_range(fact, node))
            case Mentions():
                return self._mentions(lambda fact: _in_days(fact, node))
            case _:
                return []

    def _side(self, node: Node) -> list[Place]:
        return [place for leaf, excluded in leaves(node) if not excluded for place in self.places(leaf)]

    def _worded(self, node: Word | Phrase, asked: Field) -> list[Place]:
        match asked:
            case Field.TEXT:
                return self._marker.places(node, self._words, self._text)
            case Field.TITLE:
                return self._within(node, self._headline)
            case Field.QUOTE:
                return self._within(node, [fact.span for fact in self._facts if fact.kind is FactKind.QUOTE])
            case Field.SPEAKER:
                return self._mentions(lambda fact: self._speaks(fact, node))
            case _ if asked.value in _KINDS:
                return self._mentions(lambda fact: fact.kind is _KINDS[asked.value] and self._is_named(fact, node))
        return []

    def _within(self, node: Node, spans: Sequence[Span]) -> list[Place]:
        inside = [word for word in self._words if any(s.start <= word.start and word.end <= s.end for s in spans)]
        return self._marker.places(node, inside, self._text)

    def _mentions(self, wanted: Callable[[Fact], bool]) -> list[Place]:
        spans = [span for fact in self._facts if wanted(fact) for span in fact.mentions or (fact.span,)]
        return [self._place_of(span) for span in spans]

    def _place_of(self, span: Span) -> Place:
        inside = [word.position for word in self._words if span.start <= word.start < span.end]
        return Place(min(inside, default=-1_000_000), max(inside, default=-1_000_000), span)

    def _is_named(self, fact: Fact, node: Node) -> bool:
        aliases: tuple[str, ...] = getattr(fact.details, "aliases", ())
        shown = fact.value if isinstance(fact.value, str) else fact.text
        return any(self._says(name, node) for name in (shown, *aliases))

    def _speaks(self, fact: Fact, node: Node) -> bool:
        match fact.details:
            case QuoteDetails(speaker=speaker, speaker_text=written):
                return any(self._says(name, node) for name in (speaker, written) if name)
        return False

    def _says(self, name: str, node: Node) -> bool:
        return bool(self._marker.places(node, list(tokens(name)), name))


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
