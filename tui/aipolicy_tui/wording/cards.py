"""Facts in words: value first, then what it is about, then who said it."""

from __future__ import annotations

from typing import NamedTuple

from aipolicy_index.model import (
    ActionDetails,
    DateDetails,
    Fact,
    FactKind,
    FigureDetails,
    FigureValue,
    Modality,
    MoneyDetails,
    MoneyValue,
    NameDetails,
    PersonDetails,
    QuoteDetails,
)
from aipolicy_tui.messages import say
from aipolicy_tui.wording.values import figure, full_date, money, qualifier


class Card(NamedTuple):
    """One fact in words."""

    value: str
    aside: str = ""
    """A word or two beside the value: « jusqu'à », the date as written."""
    about: str = ""
    who: str = ""


def card(fact: Fact) -> Card:
    """One fact in the words of the chosen language."""
    match fact.value, fact.details:
        case MoneyValue() as value, MoneyDetails(purpose):
            return Card(money(value), qualifier(value), purpose or "")
        case FigureValue() as value, FigureDetails(measures):
            return Card(figure(value), "", measures or "")
        case str(words), QuoteDetails() as details:
            return Card(say("facts.quoted", words=words), who=details.speaker or details.speaker_text or "")
        case str(line), ActionDetails(modality=modality):
            return Card(line, "" if modality is Modality.DONE else say(f"modality.{modality.value}"))
        case str(name), PersonDetails(role, organisation):
            return Card(name, about=", ".join(part for part in (role, organisation) if part))
        case str(name), NameDetails(aliases):
            return Card(name, about=", ".join(aliases[:3]))
        case _:
            return _date_card(fact) if fact.kind is FactKind.DATE else Card(str(fact.value or fact.text))


def _date_card(fact: Fact) -> Card:
    as_written = say("facts.quoted", words=fact.text)
    if not isinstance(fact.value, str):
        return Card(as_written, say("facts.unresolved"))
    worded = full_date(fact.value)
    relative = isinstance(fact.details, DateDetails) and fact.details.resolved_from is not None
    return Card(worded, as_written if relative and fact.text.casefold() not in worded.casefold() else "")


def kind_name(kind: FactKind) -> str:
    """The heading of a kind."""
    return say(f"kind.{kind.value}")
