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
from aipolicy_index.facts.stretches import Stretches
from aipolicy_index.language.matching import fold
from aipolicy_index.model import Fact, FactKind, NameDetails


def find(page: Page, entities: Entities, discourse: Discourse) -> list[Fact]:
    """The credited sources in the order of the text, the article's own outlet left out."""
    platforms = list(of_platforms(discourse))
    taken = Stretches(one.span for one in platforms)
    media = [one for one in of_names(discourse) if not any(taken.touching(one.span))]
    documents = list(of_documents(discourse))
    credits = [*_one_each(media, documents), *platforms, *in_lines(page, entities)]
    credited: dict[str, list[Credit]] = {}
    own = fold(page.article.outlet or "")
    for credit in sorted(credits, key=lambda one: one.span):
        key = fold(credit.name)
        if own and (key in own or own in key):
            continue
        credited.setdefault(key, []).append(credit)
    return [_fact(page, several) for several in credited.values()]


def _one_each(media: Sequence[Credit], documents: Sequence[Credit]) -> Iterator[Credit]:
    """A document and who made it are one source: the medium that printed it, else the document with its maker."""
    names = Stretches(one.span for one in media)
    for document in documents:
        printed = document.rule.endswith("_printed") and any(names.touching(document.maker or document.span))
        if not printed and not _lies_in(document, names):
            yield document
    made = Stretches(one.span for one in documents if one.maker and not one.rule.endswith("_printed"))
    yield from (one for one in media if not any(span.holds(one.span) for span in made.touching(one.span)))


def _lies_in(document: Credit, names: Stretches) -> bool:
    """Whether the document is part of a name that is credited, not the other way round."""
    touching = names.touching(document.span)
    return any(document.maker is None or not document.span.holds(span) for span in touching)


def _fact(page: Page, several: Sequence[Credit]) -> Fact:
    first = several[0]
    start, end = first.span
    mentions = tuple(dict.fromkeys(credit.span for credit in several))
    rule, details = f"source.{first.rule}", NameDetails(first.aliases)
    return Fact(FactKind.SOURCE, page.text[start:end], start, end, first.name, details, mentions, rule)
