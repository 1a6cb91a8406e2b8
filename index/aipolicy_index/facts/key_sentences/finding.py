"""The choice: the weightiest sentences, each less welcome the more of it has been said by those already chosen."""

from __future__ import annotations

from collections.abc import Sequence

from aipolicy_index.facts.key_sentences.candidates import candidates
from aipolicy_index.facts.key_sentences.features import Surroundings
from aipolicy_index.facts.key_sentences.weighing import weight
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Fact, FactKind, KeySentenceDetails, Span

MOST = 5
REPEATED = 0.7
"""What a sentence loses when all its words stand in one that was chosen."""
AGAIN, MOSTLY = 4.0, 0.6
"""What it loses when most of them do: it says the same again."""
SAME_PARAGRAPH = 0.2
"""What it loses for each chosen sentence of its own paragraph."""


def find(page: Page, others: Sequence[Fact]) -> list[Fact]:
    """The key sentences in the order of their importance, given the facts already found."""
    spans = candidates(page)
    surroundings = Surroundings(page, others, spans)
    scores = [weight(surroundings.features(number)) for number in range(len(spans))]
    chosen = choose(page, spans, surroundings.words, scores)
    return [_fact(page, spans[number], rank) for rank, number in enumerate(chosen, 1)]


def choose(page: Page, spans: Sequence[Span], words: Sequence[frozenset[str]], scores: Sequence[float]) -> list[int]:
    """The numbers of the sentences to be read out, the most important first; no questions."""
    left = [number for number, span in enumerate(spans) if not _asks(page, span)]
    wanted = MOST if len(spans) >= 2 * MOST else max(1, len(spans) // 2)
    lines = [page.paragraph_at(span.start) for span in spans]
    repeated, beside = [0.0] * len(spans), [0] * len(spans)
    chosen: list[int] = []

    def worth(number: int) -> float:
        again = AGAIN if repeated[number] > MOSTLY else 0.0
        return scores[number] - REPEATED * repeated[number] - SAME_PARAGRAPH * beside[number] - again

    while left and len(chosen) < wanted:
        best = max(left, key=worth)
        chosen.append(best)
        left.remove(best)
        for number in left:
            repeated[number] = max(repeated[number], _shared(words[number], words[best]))
            beside[number] += lines[number] == lines[best]
    return chosen


def _asks(page: Page, span: Span) -> bool:
    return page.plain[span.start : span.end].rstrip(' »"”)').endswith("?")


def _shared(words: frozenset[str], others: frozenset[str]) -> float:
    """Which share of the words of the shorter sentence stands in the other."""
    return len(words & others) / (1 + min(len(words), len(others)))


def _fact(page: Page, span: Span, rank: int) -> Fact:
    text = page.text[span.start : span.end]
    value, details = " ".join(text.split()), KeySentenceDetails(rank)
    return Fact(FactKind.KEY_SENTENCE, text, span.start, span.end, value, details, (span,), "key_sentence")
