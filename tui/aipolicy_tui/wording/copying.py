"""What is copied: words of an article, with where they come from."""

from __future__ import annotations

from typing import NamedTuple

from aipolicy_index.model import Article, Fact, FactKind, QuoteDetails, Span
from aipolicy_tui.messages import say
from aipolicy_tui.wording.blocks import blocks
from aipolicy_tui.wording.references import reference


class Copied(NamedTuple):
    """A text for the clipboard, and what to call it in the notice."""

    text: str
    what: str


def copied_passage(article: Article, span: Span, what: str) -> Copied:
    """These words of the article, quoted, with title, outlet and date."""
    words = " ".join(article.text[span.start : span.end].split())
    return Copied(f"{say('copy.quoted', words=words)}\n{_reference_line(article)}\n", what)


def copied_fact(article: Article, fact: Fact) -> Copied:
    """A fact's words with title, outlet and date; a quotation also with who said it."""
    words = " ".join(fact.text.split())
    speaker = ""
    if fact.kind is FactKind.QUOTE:
        speaker = _speaker(fact)
        words = fact.value if isinstance(fact.value, str) else words
    lines = [say("copy.quoted", words=words), _reference_line(article, speaker)]
    return Copied("\n".join(lines) + "\n", say(f"kind_one.{fact.kind.value}"))


def _speaker(fact: Fact) -> str:
    details = fact.details
    return (details.speaker or details.speaker_text or "") if isinstance(details, QuoteDetails) else ""


def _reference_line(article: Article, speaker: str = "") -> str:
    known = reference(article)
    named = ", ".join((say("copy.title", title=known.title), *known.rest))
    return say("copy.said", speaker=speaker, reference=named) if speaker else say("copy.reference", reference=named)


def sentence_at(article: Article, offset: int) -> Span:
    """The sentence that holds a character of the article."""
    from aipolicy_index.language.segmentation import sentences

    found = [span for span in sentences(article.text, article.language) if span.start <= offset < span.end]
    return found[0] if found else paragraph_at(article, offset)


def paragraph_at(article: Article, offset: int) -> Span:
    """The paragraph that holds a character, or the first one after it."""
    last = Span(0, len(article.text))
    for block in blocks(article.text, article.zones):
        last = Span(block.start, block.end)
        if block.end > offset:
            break
    return last
