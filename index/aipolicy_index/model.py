"""The values that travel between rooms: articles, facts, spans, hits. All are frozen; none knows where it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

ArticleId = int
"""Given by the library, never reused; an article keeps it when its file changes."""


class Span(NamedTuple):
    """A stretch of one text: `text[start:end]`, in characters."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


# ---- articles


class Provenance(StrEnum):
    """How a field of the masthead was found, the surest first."""

    FRONT_MATTER = "front_matter"
    METADATA = "metadata"
    """Stated by the file format (an HTML or PDF property)."""
    TEXT = "text"
    """Stated in the text: a headline, a byline, « Publié le ... »."""
    DATELINE = "dateline"
    FILE_NAME = "file_name"
    FILE_TIME = "file_time"
    """The file's modification time: shown, but never used to resolve a fact."""
    DERIVED = "derived"
    """Made by the program: a title from the first sentence, a language from the words."""


class ZoneKind(StrEnum):
    """What a stretch of an article's text is. What is in no zone is body."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    PUBLICATION = "publication"
    """« Publié le ... », « Mis à jour le ... », a dateline."""
    HEADING = "heading"
    FURNITURE = "furniture"
    """Tags, share counts, « Lire aussi », newsletter invitations, author boxes: shown dimmed, gives no facts."""


class Zone(NamedTuple):
    """One marked stretch of an article's text. Zones are ordered and do not overlap."""

    span: Span
    kind: ZoneKind


class Link(NamedTuple):
    """An address that the article names, with the words that carried it (possibly none)."""

    url: str
    label: str = ""


class Article(NamedTuple):
    """One article as it was read. `text` is cleaned once and never changes: every span indexes it."""

    text: str
    """The whole cleaned text, headline and page furniture included; nothing is deleted."""
    source: str
    """The file's absolute path (later: an address)."""
    title: str | None = None
    """The headline, or None where the text has none."""
    standfirst: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    """ISO 8601 day, or None where nothing tells it."""
    language: str = "fr"
    """`fr` or `en`."""
    provenance: Mapping[str, Provenance] = {}
    """Of `title`, `outlet`, `author`, `published`, `language`: how each was found."""
    zones: tuple[Zone, ...] = ()
    links: tuple[Link, ...] = ()
    derived_title: str = ""
    """What is shown where there is no headline: the first sentence, cut at a word."""

    @property
    def display_title(self) -> str:
        """The headline, else the derived title; never empty."""
        return self.title or self.derived_title or self.source.rsplit("/", 1)[-1] or "?"

    @property
    def anchor(self) -> str | None:
        """The publication day from which relative dates may be resolved: never a file's time."""
        return None if self.provenance.get("published") is Provenance.FILE_TIME else self.published

    def zone_spans(self, *kinds: ZoneKind) -> tuple[Span, ...]:
        """The spans of these kinds of zone, in order."""
        return tuple(zone.span for zone in self.zones if zone.kind in kinds)


# ---- facts


class FactKind(StrEnum):
    """The kinds of key fact, in the order in which a reporter needs them."""

    KEY_SENTENCE = "key_sentence"
    QUOTE = "quote"
    MONEY = "money"
    ACTION = "action"
    DATE = "date"
    PERSON = "person"
    ORGANISATION = "organisation"
    FIGURE = "figure"
    INSTRUMENT = "instrument"
    PRODUCT = "product"
    PLACE = "place"
    SOURCE = "source"


class ActionKind(StrEnum):
    """What an actor does in an action."""

    BAN = "ban"
    ALLOW = "allow"
    RESTRICT = "restrict"
    LIFT = "lift"
    SIGN = "sign"
    LAUNCH = "launch"
    PROPOSE = "propose"
    ADOPT = "adopt"
    SUE = "sue"
    FINE = "fine"
    INVEST = "invest"
    FIRE = "fire"
    DENY = "deny"
    ANNOUNCE = "announce"
    INVESTIGATE = "investigate"
    OTHER = "other"


class Modality(StrEnum):
    """Whether an action is told as done."""

    DONE = "done"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    NEGATED = "negated"
    DENIED = "denied"


class Qualifier(StrEnum):
    """What the text says around an amount."""

    UP_TO = "up_to"
    AT_LEAST = "at_least"
    ABOUT = "about"
    MORE_THAN = "more_than"


class MoneyValue(NamedTuple):
    """An amount of money."""

    amount: float
    currency: str
    """ISO 4217."""
    qualifier: Qualifier | None = None


class FigureValue(NamedTuple):
    """A measured number."""

    amount: float
    unit: str
    """As written; `%` for percentages, `ratio` for shares between 0 and 1."""


FactValue = str | MoneyValue | FigureValue | None
"""A canonical name, an ISO 8601 date, the words of a quote; an amount; None for a date that nothing resolves."""


class NameDetails(NamedTuple):
    """Of an organisation, place, product, instrument or source."""

    aliases: tuple[str, ...] = ()


class PersonDetails(NamedTuple):
    """Of a person."""

    role: str | None = None
    organisation: str | None = None
    aliases: tuple[str, ...] = ()


class DateDetails(NamedTuple):
    """Of a date: the day from which a relative expression was resolved, where it was."""

    resolved_from: str | None = None


class MoneyDetails(NamedTuple):
    """Of an amount of money: what it is for, in the text's words."""

    purpose: str | None = None


class FigureDetails(NamedTuple):
    """Of a figure: what it measures, in the text's words."""

    measures: str | None = None


class QuoteDetails(NamedTuple):
    """Of a quotation."""

    speaker: str | None = None
    """The speaker resolved to a full name."""
    speaker_text: str | None = None
    """The speaker as written at the quotation."""
    cue: str | None = None
    """The words that attribute it: « a déclaré »."""
    partial: bool = False
    """A fragment inside the author's sentence."""


class ActionDetails(NamedTuple):
    """Of a policy action."""

    actor: str | None
    action: ActionKind
    object: str | None = None
    modality: Modality = Modality.DONE


class KeySentenceDetails(NamedTuple):
    """Of a key sentence: 1 for the most important."""

    rank: int


FactDetails = (
    NameDetails
    | PersonDetails
    | DateDetails
    | MoneyDetails
    | FigureDetails
    | QuoteDetails
    | ActionDetails
    | KeySentenceDetails
)


class Fact(NamedTuple):
    """One key fact, tied to its words: `article.text[start:end] == text`."""

    kind: FactKind
    text: str
    start: int
    end: int
    value: FactValue
    details: FactDetails
    mentions: tuple[Span, ...] = ()
    """Every place where the fact stands, the main one (start, end) included, in order."""
    rule: str = ""
    """The rule that found it."""
    confidence: float = 1.0
    """The rule's measured precision, 0 to 1."""

    @property
    def span(self) -> Span:
        """Where the fact's own words stand."""
        return Span(self.start, self.end)


# ---- what the reader did


class ReaderState(NamedTuple):
    """What the reader did with one article."""

    read: bool = False
    starred: bool = False
    position: int = 0
    """The first character that was on top of the text pane."""
    tags: frozenset[str] = frozenset()
    """The reader's own words for it."""


class Row(NamedTuple):
    """What one line of the article list shows."""

    id: ArticleId
    display_title: str
    title_derived: bool
    outlet: str | None
    published: str | None
    published_from: Provenance | None
    language: str
    read: bool
    starred: bool
    tags: tuple[str, ...] = ()
    """In alphabetical order."""


class Sort(StrEnum):
    """The orders of the list."""

    DATE = "date"
    """Newest first."""
    RELEVANCE = "relevance"
    """Best match first; without a query, newest first."""
    TITLE = "title"
    OUTLET = "outlet"


class ListFilter(NamedTuple):
    """What the list is narrowed to; the default narrows nothing."""

    unread: bool = False
    starred: bool = False
    language: str | None = None
    outlet: str | None = None
    tag: str | None = None


class Counts(NamedTuple):
    """How many articles there are."""

    total: int
    unread: int
    starred: int
    without_facts: int = 0


# ---- search


class Diagnostic(NamedTuple):
    """Something to tell about a query, at its place in what was typed. `code` names a translated sentence."""

    code: str
    span: Span
    values: Mapping[str, str] = {}


class Snippet(NamedTuple):
    """The best passage of a hit. `marks` index `text` of the snippet; `start` is where it stands in the article."""

    text: str
    marks: tuple[Span, ...]
    start: int


class Hit(NamedTuple):
    """One article that answers a query."""

    id: ArticleId
    score: float
    snippet: Snippet
    shared: tuple[str, ...] = ()
    """The words that it shares with the article that it is like, the most telling first."""


class Results(NamedTuple):
    """The answer to a query: `ids` holds the whole order, `hits` a window of it with snippets."""

    query: str
    understood: str
    diagnostics: tuple[Diagnostic, ...]
    total: int
    ids: Sequence[ArticleId]
    hits: tuple[Hit, ...]
    offset: int = 0
    seconds: float = 0.0
    relaxed: str | None = None
    """`any` when nothing had all the words and these have most of them."""
    correction: str | None = None
    """A query that would find something (« did you mean »)."""
    also: tuple[tuple[str, ...], ...] = ()
    """Other names that were searched too, each after the name that was typed."""
