"""The three to five sentences that one would read out to an editor on the phone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from aipolicy_index.facts.page import Page
from aipolicy_index.facts.quotes.finding import INTERVIEW_RULE
from aipolicy_index.language.datelines import dateline
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
        FactKind.SOURCE: 0.0,
    }
)
"""What one fact of each kind adds to a sentence, two at most (chosen on the development half of the gold set)."""
ACTION_WEIGHT = 2.0
FINDING_WEIGHT = 0.8
"""For a number that a credited source gives."""
LEAD_WEIGHT = 2.5
TITLE_WEIGHT = 1.5
QUOTE_PENALTY = 2.0
STANDFIRST_PENALTY = 1.5
SHORT, LONG = 60, 420


def find(page: Page, others: Sequence[Fact]) -> list[Fact]:
    """The key sentences in the order of their importance, given the facts already found."""
    spans = [span for span in _candidates(page) if span.end - span.start >= LEAST_LENGTH]
    surroundings = _Surroundings(page, others)
    scores: dict[Span, float] = {}
    place = 0
    for span in spans:
        scores[span] = surroundings.score(span, place)
        place += not surroundings.in_standfirst(span)
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


class _Surroundings:
    """What the sentences of a page are weighed by: the facts in them, the headline, the standfirst."""

    def __init__(self, page: Page, others: Sequence[Fact]) -> None:
        self.page = page
        self.title = _long_words(page.article.title or "")
        self.standfirst = page.article.zone_spans(ZoneKind.STANDFIRST)
        self.actions = [fact.span for fact in others if fact.kind is FactKind.ACTION]
        self.quotes = [fact.span for fact in others if fact.kind is FactKind.QUOTE and fact.rule != INTERVIEW_RULE]
        self.weighty = sorted(
            (mention, order, fact.kind)
            for order, fact in enumerate(others)
            if fact.kind in _KIND_WEIGHTS
            for mention in fact.mentions or (fact.span,)
        )
        self.starts = [mention.start for mention, _, _ in self.weighty]

    def in_standfirst(self, span: Span) -> bool:
        """Whether the sentence stands above the article."""
        return any(span.overlaps(zone) for zone in self.standfirst)

    def score(self, span: Span, place: int) -> float:
        """How much a sentence tells that is the `place`th of the body."""
        text = self.page.plain[span.start : span.end]
        if text.rstrip(' »"”').endswith("?"):
            return 0.0
        score = LEAD_WEIGHT / (1 + 0.35 * place) + self.facts(span)
        if self.title:
            score += TITLE_WEIGHT * len(self.title & _long_words(text)) / len(self.title)
        score -= QUOTE_PENALTY * max(0.0, self.quoted(span) - 0.4)
        score -= 0.5 if _TRANSITION.match(text) else 0.0
        score -= 0.5 if not SHORT <= len(text) <= LONG else 0.0
        return score - (STANDFIRST_PENALTY if self.in_standfirst(span) else 0.0)

    def facts(self, span: Span) -> float:
        """What actions, money, figures and names add: each fact once, two of a kind at most."""
        score = sum(ACTION_WEIGHT - 0.1 * order for order, one in enumerate(self.actions) if one.overlaps(span))
        first, end = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        inside = {(order, kind) for mention, order, kind in self.weighty[first:end] if mention.end <= span.end}
        counts = Counter(kind for _, kind in inside)
        numbers = counts[FactKind.FIGURE] + counts[FactKind.MONEY] > 0
        score += FINDING_WEIGHT if numbers and counts[FactKind.SOURCE] else 0.0
        return score + sum(_KIND_WEIGHTS[kind] * min(2, count) for kind, count in counts.items())

    def quoted(self, span: Span) -> float:
        """Which share of the sentence is quotation."""
        inside = (min(one.end, span.end) - max(one.start, span.start) for one in self.quotes if one.overlaps(span))
        return sum(inside) / (span.end - span.start)


def _long_words(text: str) -> set[str]:
    return set(re.findall(r"\w{4,}", text.lower()))


def _fact(page: Page, span: Span, rank: int) -> Fact:
    text = page.text[span.start : span.end]
    value, details = " ".join(text.split()), KeySentenceDetails(rank)
    return Fact(FactKind.KEY_SENTENCE, text, span.start, span.end, value, details, (span,), "key_sentence")
