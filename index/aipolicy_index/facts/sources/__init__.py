"""Sources: the media, reports, studies and leaks that an article credits."""

from __future__ import annotations

from aipolicy_index.facts.entities import Entities
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.sources.credits import Credit, in_list, of_names
from aipolicy_index.facts.sources.documents import of_documents
from aipolicy_index.language.matching import fold
from aipolicy_index.model import Fact, FactKind, NameDetails


def find(page: Page, entities: Entities, discourse: Discourse) -> list[Fact]:
    """The credited sources in the order of the text, the article's own outlet left out."""
    credits = [*of_names(discourse), *of_documents(discourse), *in_list(page, entities)]
    facts: dict[str, Fact] = {}
    own = fold(page.article.outlet or "")
    named = [one.span for one in credits if not one.rule.startswith("document")]
    for credit in sorted(credits, key=lambda one: one.span):
        key = fold(credit.name)
        inside = credit.rule.startswith("document") and any(span.overlaps(credit.span) for span in named)
        if inside or (own and (key in own or own in key)):
            continue
        known = facts.get(key)
        spans = known.mentions if known else ()
        if credit.span not in spans:
            facts[key] = _fact(page, credit, known)
    return list(facts.values())


def _fact(page: Page, credit: Credit, known: Fact | None) -> Fact:
    if known:
        mentions = (*known.mentions, credit.span)
        return Fact(known.kind, known.text, known.start, known.end, known.value, known.details, mentions, known.rule)
    start, end = credit.span.start, credit.span.end
    details = NameDetails(credit.aliases)
    text = page.text[start:end]
    return Fact(FactKind.SOURCE, text, start, end, credit.name, details, (credit.span,), f"source.{credit.rule}")
