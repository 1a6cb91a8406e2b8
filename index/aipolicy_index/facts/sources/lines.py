"""Lines and brackets that only name sources: « Sources : A, B », « Avec AFP », “Reuters contributed to this report.”"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from aipolicy_index.facts.entities import Entities
from aipolicy_index.facts.grammar.standing import MEDIUM
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.sources.credits import Credit
from aipolicy_index.facts.sources.press import names
from aipolicy_index.language.matching import fold
from aipolicy_index.language.segmentation import paragraphs
from aipolicy_index.model import FactKind, Span

MAX_LIST = 200
MAX_CREDIT = 120
_LIST = re.compile(r"(?:^\s*|\()(?:sources?|crédits?|d'après|via)\s*:\s*(?=\S)", re.IGNORECASE)
_WITH = re.compile(
    r"(?:^\s*|\(|, ?|- ?| )(?:[Aa]vec|[Ww]ith(?: reporting (?:from|by))?)\s+(?:l'|la |le |the )?(?=[A-Z])"
)
_GAVE = re.compile(r"\b(?:contributed|ont contribué|a contribué)\b")
_OTHERS = ("files", "dépêches", "agences", "agencies")


def in_lines(page: Page, entities: Entities) -> Iterator[Credit]:
    """The names of « Sources : A, B », and the agencies of a credit line, wherever on the page that stands."""
    readable = set(page.paragraphs)
    head = len(page.text) // 3
    for line in paragraphs(page.text):
        text = page.plain[line.start : line.end]
        if (
            line.start > head
            and len(text) <= MAX_CREDIT
            and (match := _WITH.search(text))
            and _only_names(text[match.end() :])
        ):
            yield from _agencies(page, Span(line.start + match.end(), line.end))
        elif line not in readable:
            continue
        elif ":" in text and (match := _LIST.search(text)) and len(text) - match.start() <= MAX_LIST:
            end = text.find(")", match.end()) if match[0].startswith("(") else len(text)
            yield from _organisations(entities, Span(line.start + match.end(), line.start + max(end, match.end())))
        elif len(text) <= MAX_CREDIT and _GAVE.search(text):
            yield from _media(entities, line)


def _organisations(entities: Entities, span: Span) -> Iterator[Credit]:
    """Each organisation of a list of sources."""
    for place, entity in entities.within(span, FactKind.ORGANISATION):
        yield Credit(place, entity.name, "list", entity.aliases)


def _media(entities: Entities, span: Span) -> Iterator[Credit]:
    """Each known medium of a credit line."""
    for place, entity in entities.within(span, FactKind.ORGANISATION):
        if entity.category == MEDIUM:
            yield Credit(place, entity.name, "list", entity.aliases)


def _only_names(text: str) -> bool:
    """Whether nothing but names follows: « AFP et Reuters »."""
    words = re.findall(r"[\w-]+", text)
    small = ("et", "and", "l", "la", *_OTHERS)
    return len(words) <= 6 and all(word[0].isupper() or fold(word) in small for word in words)


def _agencies(page: Page, span: Span) -> Iterator[Credit]:
    """Each wire service of a credit line."""
    for match in _agency().finditer(page.plain, span.start, span.end):
        yield Credit(Span(*match.span()), page.text[match.start() : match.end()], "list")


@cache
def _agency() -> re.Pattern[str]:
    listed = sorted((" ".join(one.lower) for several in names("agency").values() for one in several), key=len)
    escaped = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in reversed(listed))
    return re.compile(rf"\b(?:{escaped})\b", re.IGNORECASE)
