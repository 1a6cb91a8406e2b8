"""A word or a phrase -> the lists of documents that it stands for, and how much each counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aipolicy_index.engine import layout
from aipolicy_index.engine.picks import Pick
from aipolicy_index.engine.postings import Holders
from aipolicy_index.engine.scoring import Scoring
from aipolicy_index.engine.snapshot import Snapshot
from aipolicy_index.engine.wording import Wording, phrase_terms, word_terms
from aipolicy_index.query.nodes import Phrase, Word


class Listed(NamedTuple):
    """Terms of an index field that count as one."""

    field: str
    lists: tuple[Holders, ...]
    factor: float
    """What a document's saturated frequency is multiplied with; 0 where nothing is scored."""
    covered: bool
    """Whether the documents of other lists of the word hold all of these."""

    @property
    def size(self) -> int:
        """In how many documents they stand."""
        return sum(len(held.docs) for held in self.lists)


class Sequence(NamedTuple):
    """Terms of an index field that must follow each other, or stand in a stretch `reach` positions long."""

    field: str
    picks: tuple[Pick, ...]
    weight: float
    reach: int | None = None


class Resolved(NamedTuple):
    """All that a word or a phrase stands for."""

    listed: tuple[Listed, ...]
    sequences: tuple[Sequence, ...]
    size: int
    """In about how many documents some of it stands, at most."""


def resolved(snapshot: Snapshot, scoring: Scoring, node: Word | Phrase) -> Resolved:
    """What a word or a phrase stands for."""
    wording = phrase_terms(node) if isinstance(node, Phrase) else word_terms(node)
    listed, sequences, size = [], [], 0
    for field, weight in scoring.fields(node.field):
        if not snapshot.has(field):
            continue
        if len(wording.picks) > 1:
            sequences.append(Sequence(field, wording.picks, weight, _reach(node, wording)))
            size += min(_frequency(snapshot, field, pick) for pick in wording.picks)
        for pick, factor, covered in _alone(node, wording, field, scoring):
            lists = snapshot.holders(field, pick)
            if lists:
                found = Listed(field, lists, scoring.factor(snapshot, field, pick, lists, weight * factor), covered)
                listed.append(found)
                size += 0 if covered else found.size
    return Resolved(tuple(listed), tuple(sequences), size)


def _reach(node: Word | Phrase, wording: Wording) -> int | None:
    return node.distance + len(wording.picks) - 2 if isinstance(node, Phrase) and node.distance else None


def _frequency(snapshot: Snapshot, field: str, pick: Pick) -> int:
    return sum(len(held.docs) for held in snapshot.holders(field, pick))


def _alone(node: Word | Phrase, wording: Wording, field: str, scoring: Scoring) -> Iterator[tuple[Pick, float, bool]]:
    """The picks that count by themselves in a field, how much, and whether the forms of the word cover them."""
    is_word = isinstance(node, Word)
    if len(wording.picks) == 1:
        yield wording.picks[0], 1.0, is_word and wording.forms is not None
    if not is_word:
        return
    for pick, factor in wording.also:
        yield pick, factor, False
    if field != layout.BODY and (letter := wording.headline_only):
        yield letter, 1.0, False
    if wording.forms:
        yield wording.forms, scoring.other_forms, False
