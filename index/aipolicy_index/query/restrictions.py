"""What a field and its value ask for: a language, a state, amounts, days."""

from __future__ import annotations

from datetime import date

from aipolicy_index.language.matching import fold
from aipolicy_index.model import Span
from aipolicy_index.query import values
from aipolicy_index.query.names import language_names, state_names
from aipolicy_index.query.nodes import InLanguage, InState, Mentions, Money, Node, Published


def restriction(target: str, text: str, span: Span, today: date) -> Node | None:
    """What `target:text` asks for; `target` is the field's own name. None where the text is no value of it."""
    match target:
        case "language":
            known = language_names().get(fold(text))
            return InLanguage(known.target, span) if known else None
        case "state":
            known = state_names().get(fold(text))
            return InState(known.target, span) if known else None
        case "money":
            asked = values.amounts(text)
            return Money(asked.least, asked.most, asked.currency, span, asked.inclusive) if asked else None
        case "mentions":
            days = values.day_range(text, today)
            return Mentions(days.first, days.last, span) if days else None
    return _published(target, text, span, today)


def _published(target: str, text: str, span: Span, today: date) -> Published | None:
    if target == "since":
        days = values.since(text, today)
        return Published(days.first, None, span) if days else None
    days = values.day_range(text, today)
    if days is None:
        return None
    if target == "after":
        return Published(days.first, None, span)
    if target == "before":
        return Published(None, days.first and values.shifted(days.first, -1), span)
    return Published(days.first, days.last, span)
