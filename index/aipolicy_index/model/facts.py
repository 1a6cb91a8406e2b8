"""Key facts: what each kind says, each tied to its words."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from aipolicy_index.model.articles import Span


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
