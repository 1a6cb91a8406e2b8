"""What the facts panel shows: the facts by kind, those beyond the first few and the unsure folded. Knows no Textual."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from aipolicy_index.model import Fact, FactKind
from aipolicy_tui.messages import say

_SHOWN_AT_FIRST = {
    FactKind.KEY_SENTENCE: 5,
    FactKind.QUOTE: 5,
    FactKind.MONEY: 6,
    FactKind.ACTION: 5,
    FactKind.DATE: 5,
    FactKind.PERSON: 6,
    FactKind.ORGANISATION: 5,
}
_OTHERS_SHOWN_AT_FIRST = 4


class Fold(NamedTuple):
    """A part of a group that is hidden until the reader asks for it."""

    kind: FactKind
    unsure: bool
    """The facts under the confidence line, else those beyond the first few."""


class Heading(NamedTuple):
    """The name of a kind and how many facts of it there are."""

    kind: FactKind
    facts: int


class FactEntry(NamedTuple):
    """A fact that can be chosen."""

    fact: Fact
    unsure: bool = False


class MoreEntry(NamedTuple):
    """« n more » that can be chosen, to unfold."""

    fold: Fold
    facts: int


Entry = Heading | FactEntry | MoreEntry


def outline(facts: Sequence[Fact], confidence_line: float, unfolded: Collection[Fold] = ()) -> list[Entry]:
    """The entries of the panel, kinds in the order in which a reporter needs them; kinds without facts are left out."""
    entries: list[Entry] = []
    for kind in FactKind:
        if group := [fact for fact in facts if fact.kind is kind]:
            entries.append(Heading(kind, len(group)))
            entries.extend(_group(kind, group, confidence_line, unfolded))
    return entries


def _group(kind: FactKind, group: list[Fact], confidence_line: float, unfolded: Collection[Fold]) -> list[Entry]:
    sure = [fact for fact in group if fact.confidence >= confidence_line]
    unsure = [fact for fact in group if fact.confidence < confidence_line]
    limit = _SHOWN_AT_FIRST.get(kind, _OTHERS_SHOWN_AT_FIRST)
    entries: list[Entry] = [FactEntry(fact) for fact in sure]
    if len(sure) > limit + 1 and (fold := Fold(kind, unsure=False)) not in unfolded:
        entries = [*entries[:limit], MoreEntry(fold, len(sure) - limit)]
    if unsure and (fold := Fold(kind, unsure=True)) not in unfolded:
        return [*entries, MoreEntry(fold, len(unsure))]
    return [*entries, *(FactEntry(fact, unsure=True) for fact in unsure)]


def more_words(entry: MoreEntry) -> str:
    """« 7 more », « 2 more, unsure »."""
    return say("facts.more_unsure" if entry.fold.unsure else "facts.more", count=entry.facts)
