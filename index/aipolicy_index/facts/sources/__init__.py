"""Sources: the media, reports, studies and leaks that an article credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aipolicy_index.facts.entities import Entities
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.sources.credits import Credit, of_names
from aipolicy_index.facts.sources.documents import of_documents
from aipolicy_index.facts.sources.lines import in_lines
from aipolicy_index.facts.sources.platforms import of_platforms
from aipolicy_index.language.matching import fold
from aipolicy_index.model import Fact, FactKind, NameDetails


def find(page: Page, entities: Entities, discourse: Discourse) -> list[Fact]:
    """The credited sources in the order of the text, the article's own outlet left out."""
    platforms = list(of_platforms(discourse))
    media = [one for one in of_names(discourse) if not any(one.span.overlaps(other.span) for other in platforms)]
    documents = list(of_documents(discourse))
    credits = [*_one_each(media, documents), *platforms, *in_lines(page, entities)]
    facts: dict[str, Fact] = {}
    own = fold(page.article.outlet or "")
    for credit in sorted(credits, key=lambda one: one.span):
        key = fold(credit.name)
        if own and (key in own or own in key):
            continue
        known = facts.get(key)
        if credit.span not in (known.mentions if known else ()):
            facts[key] = _fact(page, credit, known)
    return list(facts.values())


def _one_each(media: Sequence[Credit], documents: Sequence[Credit]) -> Iterator[Credit]:
    """A document and who made it are one source: the medium that printed it, else the document with its maker."""
    for document in documents:
        names = [one for one in media if one.span.overlaps(document.maker or document.span)]
        if not (names and document.rule.endswith("_printed")) and not _lies_in(document, media):
            yield document
    for one in media:
        of_one = [document for document in documents if document.maker and not document.rule.endswith("_printed")]
        if not any(document.span.holds(one.span) for document in of_one):
            yield one


def _lies_in(document: Credit, media: Sequence[Credit]) -> bool:
    """Whether the document is part of a name that is credited, not the other way round."""
    return any(one.span.overlaps(document.span) and not document.span.holds(one.span) for one in media) or (
        document.maker is None and any(one.span.overlaps(document.span) for one in media)
    )


def _fact(page: Page, credit: Credit, known: Fact | None) -> Fact:
    if known:
        mentions = (*known.mentions, credit.span)
        return Fact(known.kind, known.text, known.start, known.end, known.value, known.details, mentions, known.rule)
    start, end = credit.span.start, credit.span.end
    details = NameDetails(credit.aliases)
    text = page.text[start:end]
    return Fact(FactKind.SOURCE, text, start, end, credit.name, details, (credit.span,), f"source.{credit.rule}")
