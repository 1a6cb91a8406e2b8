"""What may be typed next where no article need be asked: names of fields and of kinds, states, languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from aipolicy_index.language.matching import fold
from aipolicy_index.model import Span
from aipolicy_index.query.names import Name, field_names, kind_names, language_names, state_names

_LAST = re.compile(r"(?:([^\W\d]+):)?(?:[\"«“]\s?)?([^\s:\"«»“”()]*|(?<=[\"«“])[^\"»”]*)$")
_SHORTEST = 2
"""Letters from which a word is taken for the beginning of a field's name."""


@dataclass(frozen=True, slots=True)
class Completion:
    """`text` may replace `span` of what was typed; `count` articles hold it (0 for what is not of the articles)."""

    text: str
    span: Span
    count: int = 0


class Begun(NamedTuple):
    """What stands where the typed text ends: a word, or a value after a field's name."""

    text: str
    span: Span
    field: str = ""
    """What the name before the colon means; empty where there is none."""


def begun(typed: str) -> Begun | None:
    """What is being typed at the end of a text; None after a name that is no field."""
    match = _LAST.search(typed)
    if match is None:
        return None
    name, text = match.groups()
    if name is None:
        return Begun(text, Span(match.start(2), match.end(2)))
    known = field_names().get(fold(name))
    return Begun(text, Span(match.end(1) + 1, match.end()), known.target) if known else None


def completions_without_articles(typed: str, language: str) -> tuple[Completion, ...] | None:
    """What may stand where the typed text ends, in `fr` or `en`; None where the articles must be asked."""
    last = begun(typed)
    if last is None:
        return ()
    match last.field:
        case "":
            return _names_beginning(last, language)
        case "state":
            return _values(last, [name.shown(language) for name in dict.fromkeys(state_names().values())])
        case "language":
            return _values(last, [name.shown(language) for name in dict.fromkeys(language_names().values())])
        case "published" | "after" | "before" | "since" | "mentions" | "money":
            return ()
    return None


def _names_beginning(last: Begun, language: str) -> tuple[Completion, ...]:
    text = last.text.lstrip("-=")
    start = last.span.start + len(last.text) - len(text)
    if text.startswith("@"):
        return tuple(
            Completion(f"@{name}", Span(start, last.span.end)) for name in _beginning(text[1:], kind_names(), language)
        )
    if len(text) < _SHORTEST:
        return ()
    found = _beginning(text, field_names(), language)
    return tuple(Completion(f"{name}:", Span(start, last.span.end)) for name in found)


def _beginning(text: str, table: dict[str, Name], language: str) -> list[str]:
    """The names that begin so, in the reader's language, whichever of the two languages they are typed in."""
    folded, other = fold(text), "en" if language == "fr" else "fr"
    names = dict.fromkeys(table.values())
    own = [name.shown(language) for name in names if fold(name.shown(language)).startswith(folded)]
    return own or [name.shown(other) for name in names if fold(name.shown(other)).startswith(folded)]


def _values(last: Begun, values: list[str]) -> tuple[Completion, ...]:
    folded = fold(last.text)
    return tuple(Completion(value, last.span) for value in values if value.startswith(folded) and value != folded)
