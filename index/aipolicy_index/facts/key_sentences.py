"""The three to five sentences that one would read out to an editor on the phone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from aipolicy_index.facts.page import Page
from aipolicy_index.language.datelines import dateline
from aipolicy_index.language.matching import fold
from aipolicy_index.model import Fact, FactKind, KeySentenceDetails, Span, ZoneKind

MOST = 5
LEAST_LENGTH = 40
"""In characters: what is shorter tells nothing by itself."""
_TRANSITION = re.compile(
    r"(?:mais|or|donc|en effet|en revanche|en outre|par ailleurs|d'ailleurs|reste|bref|et|ainsi|"
    r"but|however|meanwhile|and|still|that said|in addition)\b",
    re.IGNORECASE,
)
_KIND_WEIGHTS: Mapping[FactKind, float] = MappingProxyType(
    {
        FactKind.MONEY: 0.8,
        FactKind.FIGURE: 0.4,
        FactKind.ORGANISATION: 0.25,
        FactKind.INSTRUMENT: 0.4,
        FactKind.PRODUCT: 0.3,
        FactKind.DATE: 0.1,
    }
)
"""What one fact of each kind adds to a sentence, two at most (chosen on the development half of the gold set)."""
ACTION_WEIGHT = 2.0
LEAD_WEIGHT = 2.5
TITLE_WEIGHT = 1.5
QUOTE_PENALTY = 2.0
STANDFIRST_PENALTY = 1.5
SHORT, LONG = 60, 420


def find(page: Page, others: Sequence[Fact]) -> list[Fact]:
    """The key sentences in the order of their importance, given the facts already found."""
    spans = [span for span in _candidates(page) if span.end - span.start >= LEAST_LENGTH]
    scores = {span: _score(page, span, number, others) for number, span in enumerate(spans)}
    best = sorted((span for span in spans if scores[span] > 0), key=lambda span: -scores[span])
    wanted = MOST if len(spans) >= 2 * MOST else max(1, len(spans) // 2)
    return [_fact(page, span, rank) for rank, span in enumerate(best[:wanted], 1)]


def _candidates(page: Page) -> list[Span]:
    """The sentences of the body, without datelines, headlines and headings."""
    barred = page.article.zone_spans(ZoneKind.TITLE, ZoneKind.HEADING)
    datelines = {line.start: found.end for line in page.paragraphs if (found := dateline(page.text, line))}
    kept: list[Span] = []
    for span in page.sentences:
        start = datelines.get(span.start, span.start)
        while start < span.end and page.text[start].isspace():
            start += 1
        ended = page.plain[span.end - 1] in '.!…»”")' or span.end - span.start > 120
        if start < span.end and ended and not any(span.overlaps(zone) for zone in barred):
            kept.append(Span(start, span.end))
    return kept


def _score(page: Page, span: Span, number: int, others: Sequence[Fact]) -> float:
    text = page.plain[span.start : span.end]
    if text.rstrip(' »"”').endswith("?"):
        return 0.0
    score = LEAD_WEIGHT / (1 + 0.35 * number) + _facts_in(span, others)
    score += TITLE_WEIGHT * _overlap(text, page.article.title or "")
    score -= QUOTE_PENALTY * max(0.0, _quoted(span, others) - 0.4)
    score -= 0.5 if _TRANSITION.match(text) else 0.0
    score -= 0.5 if not SHORT <= len(text) <= LONG else 0.0
    standfirst = any(span.overlaps(zone) for zone in page.article.zone_spans(ZoneKind.STANDFIRST))
    return score - (STANDFIRST_PENALTY if standfirst else 0.0)


def _facts_in(span: Span, others: Sequence[Fact]) -> float:
    """What actions, money, figures and names add."""
    actions = [fact for fact in others if fact.kind is FactKind.ACTION]
    score = sum(ACTION_WEIGHT - 0.1 * order for order, fact in enumerate(actions) if fact.span.overlaps(span))
    for kind, weight in _KIND_WEIGHTS.items():
        inside = sum(
            any(span.holds(mention) for mention in fact.mentions or (fact.span,))
            for fact in others
            if fact.kind is kind
        )
        score += weight * min(2, inside)
    return score


def _quoted(span: Span, others: Sequence[Fact]) -> float:
    """Which share of the sentence is quotation."""
    inside = sum(
        min(fact.end, span.end) - max(fact.start, span.start)
        for fact in others
        if fact.kind is FactKind.QUOTE and fact.span.overlaps(span)
    )
    return inside / (span.end - span.start)


def _overlap(text: str, title: str) -> float:
    """Which share of the longer words of the headline the sentence has."""
    words = set(re.findall(r"\w{4,}", fold(title)))
    return len(words & set(re.findall(r"\w{4,}", fold(text)))) / len(words) if words else 0.0


def _fact(page: Page, span: Span, rank: int) -> Fact:
    text = page.text[span.start : span.end]
    value, details = " ".join(text.split()), KeySentenceDetails(rank)
    return Fact(FactKind.KEY_SENTENCE, text, span.start, span.end, value, details, (span,), "key_sentence")
