"""Facts and articles to and from plain JSON-ready data: the command line's contract, and what the store keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from aipolicy_index.model import (
    ActionDetails,
    ActionKind,
    Article,
    DateDetails,
    Fact,
    FactDetails,
    FactKind,
    FactValue,
    FigureDetails,
    FigureValue,
    KeySentenceDetails,
    Link,
    Modality,
    MoneyDetails,
    MoneyValue,
    NameDetails,
    PersonDetails,
    Provenance,
    Qualifier,
    QuoteDetails,
    Span,
    Zone,
    ZoneKind,
)

Record = dict[str, Any]
"""JSON-ready data."""


def fact_record(fact: Fact) -> Record:
    """One fact as the command line prints it: kind, text, start, end, value, confidence, attributes."""
    attributes = _attributes(fact.details)
    attributes["mentions"] = [[span.start, span.end] for span in fact.mentions or (fact.span,)]
    return {
        "kind": fact.kind.value,
        "text": fact.text,
        "start": fact.start,
        "end": fact.end,
        "value": _value_record(fact.value),
        "confidence": round(fact.confidence, 3),
        "rule": fact.rule,
        "attributes": attributes,
    }


def fact_from_record(record: Mapping[str, Any]) -> Fact:
    """The fact that `fact_record` made the record of."""
    kind = FactKind(record["kind"])
    attributes = record["attributes"]
    return Fact(
        kind=kind,
        text=record["text"],
        start=record["start"],
        end=record["end"],
        value=_value_from_record(kind, record["value"]),
        details=_details_from_record(kind, attributes),
        mentions=tuple(Span(start, end) for start, end in attributes["mentions"]),
        rule=record.get("rule", ""),
        confidence=record["confidence"],
    )


def masthead_record(article: Article) -> Record:
    """The `article` block of the `facts` command."""
    return {
        "title": article.title,
        "display_title": article.display_title,
        "standfirst": article.standfirst,
        "language": article.language,
        "published": article.anchor,
        "outlet": article.outlet,
        "author": article.author,
        "provenance": {name: how.value for name, how in article.provenance.items()},
    }


def article_record(article: Article) -> Record:
    """A whole article."""
    return {
        "text": article.text,
        "source": article.source,
        "title": article.title,
        "standfirst": article.standfirst,
        "author": article.author,
        "outlet": article.outlet,
        "published": article.published,
        "language": article.language,
        "provenance": {name: how.value for name, how in article.provenance.items()},
        "zones": [[zone.span.start, zone.span.end, zone.kind.value] for zone in article.zones],
        "links": [[link.url, link.label] for link in article.links],
        "derived_title": article.derived_title,
    }


def article_from_record(record: Mapping[str, Any]) -> Article:
    """The article that `article_record` made the record of."""
    return Article(
        text=record["text"],
        source=record["source"],
        title=record["title"],
        standfirst=record["standfirst"],
        author=record["author"],
        outlet=record["outlet"],
        published=record["published"],
        language=record["language"],
        provenance={name: Provenance(how) for name, how in record["provenance"].items()},
        zones=tuple(Zone(Span(start, end), ZoneKind(kind)) for start, end, kind in record["zones"]),
        links=tuple(Link(url, label) for url, label in record["links"]),
        derived_title=record["derived_title"],
    )


def span_records(spans: Sequence[Span]) -> list[list[int]]:
    """Spans as `[start, end]` pairs."""
    return [[span.start, span.end] for span in spans]


def _value_record(value: FactValue) -> Any:
    match value:
        case MoneyValue(amount, currency, qualifier):
            return {
                "amount": _plain(amount),
                "currency": currency,
                "qualifier": qualifier.value if qualifier else None,
            }
        case FigureValue(amount, unit):
            return {"amount": _plain(amount), "unit": unit}
        case _:
            return value


def _plain(amount: float) -> float | int:
    return int(amount) if float(amount).is_integer() else amount


def _value_from_record(kind: FactKind, value: Any) -> FactValue:
    if kind is FactKind.MONEY:
        qualifier = value["qualifier"]
        return MoneyValue(float(value["amount"]), value["currency"], Qualifier(qualifier) if qualifier else None)
    if kind is FactKind.FIGURE:
        return FigureValue(float(value["amount"]), value["unit"])
    return value  # type: ignore[no-any-return]


def _attributes(details: FactDetails) -> Record:
    match details:
        case PersonDetails(role, organisation, aliases):
            return {"role": role, "organisation": organisation, "aliases": list(aliases)}
        case NameDetails(aliases):
            return {"aliases": list(aliases)}
        case DateDetails(resolved_from):
            return {"resolved_from": resolved_from}
        case MoneyDetails(purpose):
            return {"for": purpose}
        case FigureDetails(measures):
            return {"of": measures}
        case QuoteDetails(speaker, speaker_text, cue, partial):
            return {"speaker": speaker, "speaker_text": speaker_text, "cue": cue, "partial": partial}
        case ActionDetails(actor, action, acted_on, modality):
            return {
                "actor": actor,
                "action": action.value,
                "object": acted_on,
                "modality": modality.value,
            }
        case KeySentenceDetails(rank):
            return {"rank": rank}


def _details_from_record(kind: FactKind, given: Mapping[str, Any]) -> FactDetails:
    match kind:
        case FactKind.PERSON:
            return PersonDetails(given["role"], given["organisation"], tuple(given["aliases"]))
        case FactKind.DATE:
            return DateDetails(given["resolved_from"])
        case FactKind.MONEY:
            return MoneyDetails(given["for"])
        case FactKind.FIGURE:
            return FigureDetails(given["of"])
        case FactKind.QUOTE:
            return QuoteDetails(given["speaker"], given["speaker_text"], given["cue"], given["partial"])
        case FactKind.ACTION:
            return ActionDetails(
                given["actor"], ActionKind(given["action"]), given["object"], Modality(given["modality"])
            )
        case FactKind.KEY_SENTENCE:
            return KeySentenceDetails(given["rank"])
        case _:
            return NameDetails(tuple(given["aliases"]))
