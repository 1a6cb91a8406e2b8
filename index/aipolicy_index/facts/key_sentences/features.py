"""What can be told of a sentence's weight: where it stands, which facts it holds, how it speaks, what it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from aipolicy_index.facts.page import Page
from aipolicy_index.facts.quotes.finding import INTERVIEW_RULE
from aipolicy_index.facts.stretches import Stretches
from aipolicy_index.language.matching import fold
from aipolicy_index.language.remembered import remembered
from aipolicy_index.model import ActionDetails, ActionKind, Fact, FactKind, Span, ZoneKind

STEM = 6
"""Letters of a word that are compared: « suspendu », « suspension »."""
SHORT, FULL = 60, 250
"""Characters: what is shorter tells little by itself, what is longer tells no more."""
DECAY = 0.35
"""How fast the weight of the place falls from one sentence to the next."""
_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*")
_ANAPHORS = MappingProxyType(
    {
        "fr": re.compile(
            r"(?:ils?|elles?|celui-ci|celle-ci|cela|ça|ce(?:tte|s|t)?|c'est|on|y|son|sa|ses|leurs?|lui)\b",
            re.IGNORECASE,
        ),
        "en": re.compile(r"(?:he|she|it|they|his|her|its|their|this|that|these|those)\b", re.IGNORECASE),
    }
)
"""The words with which a sentence leans on the one before."""
_OPENERS = '"«“‘'
_LESS_NEWS = (ActionKind.DENY, ActionKind.ANNOUNCE, ActionKind.OTHER)
_COUNTED: Mapping[FactKind, int] = MappingProxyType(
    {FactKind.MONEY: 2, FactKind.FIGURE: 2, FactKind.ORGANISATION: 3, FactKind.SOURCE: 1}
)
"""How many facts of a kind count in one sentence."""


class Surroundings:
    """What the sentences of a page are weighed by: the facts in them, the headline, the standfirst."""

    def __init__(self, page: Page, others: Sequence[Fact], spans: Sequence[Span]) -> None:
        self.page, self.spans = page, spans
        actions = enumerate(fact for fact in others if fact.kind is FactKind.ACTION)
        self.actions = sorted((fact.start, order, fact) for order, fact in actions)
        quotes = (fact for fact in others if fact.kind is FactKind.QUOTE and fact.rule != INTERVIEW_RULE)
        self.quotes = Stretches(fact.span for fact in quotes)
        self.placed = sorted(
            (mention, order, fact.kind)
            for order, fact in enumerate(others)
            if fact.kind in _COUNTED
            for mention in fact.mentions or (fact.span,)
        )
        self.starts = [mention.start for mention, _, _ in self.placed]
        self.titled = stems(page.article.title or "")
        self.words = [stems(page.plain[span.start : span.end]) for span in spans]

    @remembered
    def places(self) -> dict[int, int]:
        """Of the sentences of the body, the standfirst left out: how many stand before each."""
        body = [number for number, standfirst in enumerate(self.in_standfirst) if not standfirst]
        return {number: place for place, number in enumerate(body)}

    @remembered
    def in_standfirst(self) -> list[bool]:
        """Of each sentence whether it stands above the article."""
        return [bool(self.page.touching(span, ZoneKind.STANDFIRST)) for span in self.spans]

    def features(self, number: int) -> dict[str, float]:
        """The features of a sentence by name, each between 0 and 1."""
        span = self.spans[number]
        text = self.page.plain[span.start : span.end]
        title = len(self.titled & self.words[number]) / len(self.titled) if self.titled else 0.0
        facts, actions = self._facts(span), self._actions(span)
        telling = title > 0 or any(facts.values()) or bool(actions["action"])
        return {
            "bias": 1.0,
            "title": title,
            "telling": float(telling),
            **self._place(number, span, telling=telling),
            **facts,
            **actions,
            **self._wording(span, text),
        }

    def _place(self, number: int, span: Span, *, telling: bool) -> dict[str, float]:
        """Where it stands; the first places count only for what tells something: an anecdote is no lead."""
        place = self.places.get(number, 0)
        paragraph = self.page.paragraph_at(span.start)
        return {
            "standfirst": float(self.in_standfirst[number]),
            "place_second": float(telling and place == 1),
            "place_third": float(telling and place == 2),
            "place_near": float(telling) / (1 + DECAY * place),
            "place_share": place / max(1, len(self.places)),
            "opens_paragraph": float(number == 0 or self.page.paragraph_at(self.spans[number - 1].start) != paragraph),
        }

    def _facts(self, span: Span) -> dict[str, float]:
        """How many facts of each kind, each once; and whether a number is credited to a source."""
        first, end = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        inside = {(order, kind) for mention, order, kind in self.placed[first:end] if mention.end <= span.end}
        kinds = [kind for _, kind in inside]
        shares = {kind: min(most, kinds.count(kind)) / most for kind, most in _COUNTED.items()}
        return {
            "figure": shares[FactKind.FIGURE],
            "money": shares[FactKind.MONEY],
            "organisation": shares[FactKind.ORGANISATION],
            "finding": shares[FactKind.FIGURE] * shares[FactKind.SOURCE],
        }

    def _actions(self, span: Span) -> dict[str, float]:
        inside = self.actions[bisect_left(self.actions, (span.start,)) : bisect_left(self.actions, (span.end,))]
        here = [(order, fact.details) for _, order, fact in inside if isinstance(fact.details, ActionDetails)]
        return {
            "action": float(bool(here)),
            "action_first": max((1 / (1 + order) for order, _ in here), default=0.0),
            "action_less": float(any(details.action in _LESS_NEWS for _, details in here)),
        }

    def _wording(self, span: Span, text: str) -> dict[str, float]:
        quotes = self.quotes.touching(span)
        quoted = sum(min(one.end, span.end) - max(one.start, span.start) for one in quotes)
        return {
            "quoted": quoted / len(text),
            "opens_quoted": float(text[0] in _OPENERS),
            "length": min(1.0, len(text) / FULL),
            "short": float(len(text) < SHORT),
            "anaphor": float(_ANAPHORS[self.page.language].match(text) is not None),
        }


def stems(text: str) -> frozenset[str]:
    """The beginnings of the long words of a text, and its numbers."""
    return frozenset(word[:STEM] for word in _WORD.findall(fold(text)))
