"""A query tree -> the documents that match it, scored. Everything is done on whole arrays.

Where all of several parts must match, the rarest is looked up first, and only the documents that are left are scored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

import numpy as np

from aipolicy_index.engine import layout
from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.document import Sources
from aipolicy_index.engine.filtering import filtered
from aipolicy_index.engine.matches import Candidates, Matches, added, boosted, both, either, mask_of, without
from aipolicy_index.engine.picks import Beginning, OneTerm, Pick
from aipolicy_index.engine.proximity import near, ordered
from aipolicy_index.engine.scoring import Scoring
from aipolicy_index.engine.snapshot import Snapshot
from aipolicy_index.engine.wording import Wording, phrase_terms, word_terms
from aipolicy_index.errors import Overtaken
from aipolicy_index.query.nodes import (
    Alike,
    And,
    FactNear,
    Field,
    Form,
    InLanguage,
    Mentions,
    Money,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Published,
    Word,
)

_ELSEWHERE = (Field.OUTLET, Field.AUTHOR)
"""Fields whose words need not stand in the text, where it is known how words are written."""
_MOST_PAIRS = 4
"""Pairs of words that are looked for side by side: a sentence has more, and says no more by it."""


@dataclass(frozen=True)
class Evaluation:
    """Answers one query on one snapshot."""

    snapshot: Snapshot
    sources: Sources
    scoring: Scoring
    cancelled: Callable[[], bool]

    def matches(self, node: Node | None) -> Matches:
        """The live documents that match; `Overtaken` when nobody wants to know any more."""
        live = self.snapshot.candidates
        return self._everything(live) if node is None else self._matches(node, live).among(live)

    def most_of(self, words: Iterable[Node], firm: tuple[Node, ...]) -> Matches:
        """The documents that match most of the words, and all that is firm: those with more words first."""
        live, size = self.snapshot.candidates, self.snapshot.size
        if firm:
            live = Candidates(self._all(firm, live).docs, size)
        found = [self._matches(word, live) for word in words]
        if not found:
            return Matches.none()
        counts = added([(each.docs, np.ones(len(each.docs))) for each in found], size)
        total = either(found, size)
        wanted = max(1, (len(found) + 1) // 2)
        enough = counts.scores >= min(wanted, counts.scores.max(initial=0))
        ceiling = float(total.scores.max(initial=0.0)) + 1.0
        return Matches(total.docs, total.scores + ceiling * counts.scores).only(enough)

    def neighbours(self, root: Node | None, docs: Array) -> Array:
        """Of some documents (ascending): which part of the words typed side by side stand so in the text."""
        pairs = list(islice(_side_by_side(root), _MOST_PAIRS))
        picks = dict.fromkeys(pick for pair in pairs for pick in pair)
        places = {pick: self.snapshot.occurrences(layout.BODY, pick, docs) for pick in picks}
        held = np.zeros(len(docs))
        for pair in pairs:
            held += np.isin(docs, ordered([places[pick] for pick in pair]), assume_unique=True)
        return held / max(1, len(pairs))

    def _everything(self, wanted: Candidates | None) -> Matches:
        return Matches.unscored(np.arange(self.snapshot.size) if wanted is None else wanted.docs)

    def _matches(self, node: Node, wanted: Candidates | None) -> Matches:
        """The matches among the documents that can still be an answer (None for all)."""
        if self.cancelled():
            raise Overtaken
        match node:
            case And(children):
                return self._all(children, wanted)
            case Or(children):
                return either([self._matches(child, wanted) for child in children], self.snapshot.size)
            case Alike(asked, others):
                alike = [self._matches(other, wanted).times(self.scoring.synonym) for other in others]
                return either([self._matches(asked, wanted), *alike], self.snapshot.size)
            case Not(child):
                return without(self._everything(wanted), self._matches(child, wanted))
            case Word():
                return self._word(node, wanted)
            case Phrase():
                return self._phrase(node, wanted)
            case Near(left, right, distance):
                return self._near(left, right, distance, wanted)
            case FactNear(kind, _):
                pick = OneTerm(layout.kind_term(kind))
                found = [self._group(field, pick, 0.0, wanted) for field in (layout.TITLE, layout.BODY)]
                return either(found, self.snapshot.size)
            case _:
                kept = filtered(self.snapshot, self.sources, node)
                return Matches.unscored(np.flatnonzero(kept)).among(wanted)

    def _all(self, children: tuple[Node, ...], wanted: Candidates | None) -> Matches:
        required = [child for child in children if not isinstance(child, Not) and not _is_optional(child)]
        optional = [child for child in children if _is_optional(child)]
        found: Matches | None = None
        for asked in sorted(required, key=self._size):
            matches = self._matches(asked, wanted)
            found = matches if found is None else both(found, matches)
            if not len(found.docs):
                return found
            wanted = Candidates(found.docs, self.snapshot.size)
        found = self._everything(wanted) if found is None else found
        for child in children:
            if isinstance(child, Not):
                found = without(found, self._matches(child.child, wanted))
        for child in optional if not required else ():
            found = boosted(found, self._matches(child, wanted))
        return found

    def _size(self, node: Node) -> int:
        """About how many documents match: the rarest part is asked first."""
        match node:
            case Published() | InLanguage() | Money() | Mentions():
                return -1
            case Word():
                return self._least(word_terms(node))
            case Phrase():
                return self._least(phrase_terms(node))
            case And(children):
                return min(map(self._size, children), default=0)
            case Or(children):
                return sum(map(self._size, children))
            case Near(left, right, _):
                return min(self._size(left), self._size(right))
            case Alike(asked, others):
                return self._size(asked) + sum(map(self._size, others))
            case _:
                return self.snapshot.size

    def _least(self, wording: Wording) -> int:
        return min((self.snapshot.document_frequency(layout.BODY, term) for term in wording.terms), default=0)

    def _word(self, word: Word, wanted: Candidates | None) -> Matches:
        wording = word_terms(word)
        if word.field is Field.TEXT and word.form is Form.EXACT:
            return self._exact(wording, wanted)
        found: list[Matches] = []
        for field, weight in self.scoring.fields(word.field):
            found.append(self._sequence(field, wording.picks, weight, wanted))
            found += [self._group(field, pick, weight * factor, wanted) for pick, factor in wording.also]
            if field != layout.BODY and (letter := wording.headline_only):
                found.append(self._group(field, letter, weight, wanted))
            if forms := wording.forms:
                found.append(self._group(field, forms, weight * self.scoring.other_forms, wanted))
        matches = either(found, self.snapshot.size)
        written = word.form is Form.EXACT and word.field not in _ELSEWHERE
        return self._as_written(matches, wording) if written else matches

    def _exact(self, wording: Wording, wanted: Candidates | None) -> Matches:
        weighed = self.scoring.fields(Field.TEXT)
        found = [self._sequence(field, wording.picks, weight, wanted) for field, weight in weighed]
        return self._as_written(either(found, self.snapshot.size), wording)

    def _as_written(self, found: Matches, wording: Wording) -> Matches:
        for term, written in wording.written():
            found = both(found, self._one_as_written(term, written))
        return found

    def _one_as_written(self, term: bytes, written: bytes) -> Matches:
        """The documents in which the term is written so: where all its other spellings do not account for it."""
        if term != written:
            return Matches.unscored(self._often(layout.FORMS, OneTerm(term + b"\0" + written)).docs)
        total = either([self._often(field, OneTerm(term)) for field in layout.TEXT_FIELDS], self.snapshot.size)
        spelt = self._often(layout.FORMS, Beginning(term + b"\0"))
        rest = boosted(total, Matches(spelt.docs, -spelt.scores))
        return Matches.unscored(rest.docs[rest.scores > 0.5])

    def _often(self, field: str, pick: Pick) -> Matches:
        return self.snapshot.picked(field, pick)

    def _group(self, field: str, pick: Pick, weight: float, wanted: Candidates | None) -> Matches:
        return self.scoring.group(self.snapshot, field, pick, weight, wanted)

    def _sequence(self, field: str, picks: list[Pick], weight: float, wanted: Candidates | None) -> Matches:
        """Terms that follow each other, the score of each added."""
        if len(picks) == 1:
            return self._group(field, picks[0], weight, wanted)
        return self._placed(field, picks, weight, wanted)

    def _placed(
        self, field: str, picks: list[Pick], weight: float, wanted: Candidates | None, distance: int | None = None
    ) -> Matches:
        """Terms that all stand in a document: one after the other, or in a stretch so many positions long."""
        docs = self._together(field, picks, wanted)
        if len(docs) and distance is None:
            docs = self.snapshot.in_order(field, picks, docs)
        elif len(docs) and distance is not None:
            docs = near([self.snapshot.occurrences(field, pick, docs) for pick in picks], distance)
        if not len(docs):
            return Matches.none()
        held = Candidates(docs, self.snapshot.size)
        return either([self._group(field, pick, weight, held) for pick in picks], self.snapshot.size)

    def _together(self, field: str, picks: list[Pick], wanted: Candidates | None) -> Array:
        """The documents that have a term of every pick."""
        found = sorted((self.snapshot.picked(field, pick) for pick in picks), key=lambda each: len(each.docs))
        for each in found:
            if wanted is not None and not len(wanted.docs):
                break
            wanted = Candidates(each.among(wanted).docs, self.snapshot.size)
        return np.zeros(0, np.int64) if wanted is None else wanted.docs

    def _phrase(self, phrase: Phrase, wanted: Candidates | None) -> Matches:
        wording = phrase_terms(phrase)
        picks = wording.picks
        found = []
        for field, weight in self.scoring.fields(phrase.field):
            if phrase.distance and len(picks) > 1:
                reach = phrase.distance + len(picks) - 2
                found.append(self._placed(field, picks, weight, wanted, reach))
            elif picks:
                found.append(self._sequence(field, picks, weight, wanted))
        matches = either(found, self.snapshot.size)
        return self._as_written(matches, wording) if phrase.exact and phrase.field not in _ELSEWHERE else matches

    def _near(self, left: Node, right: Node, distance: int, wanted: Candidates | None) -> Matches:
        found = self._all((left, right), wanted)
        docs = []
        for field in layout.TEXT_FIELDS:
            places = [self._places(field, side, found.docs) for side in (left, right)]
            docs.append(near(places, distance))
        return found.only(mask_of(np.concatenate(docs), self.snapshot.size)[found.docs])

    def _places(self, field: str, node: Node, wanted: Array) -> Array:
        """Where the words of a side of NEAR stand."""
        match node:
            case Word():
                wording = word_terms(node)
                picks = [*(pick for pick, _ in wording.also), *([wording.forms] if wording.forms else [])]
                found = [self.snapshot.occurrences(field, pick, wanted) for pick in picks]
                return _merged([*found, self._starts(field, wording, wanted)])
            case Phrase():
                return self._starts(field, phrase_terms(node), wanted)
            case FactNear(kind, _):
                return self.snapshot.occurrences(field, OneTerm(layout.kind_term(kind)), wanted)
            case Alike(asked, others):
                return _merged([self._places(field, child, wanted) for child in (asked, *others)])
            case Or(children) | And(children):
                return _merged([self._places(field, child, wanted) for child in children])
            case Near(left, right, _):
                return _merged([self._places(field, left, wanted), self._places(field, right, wanted)])
            case _:
                return np.zeros(0, np.int64)

    def _starts(self, field: str, wording: Wording, wanted: Array) -> Array:
        places = [self.snapshot.occurrences(field, pick, wanted) for pick in wording.picks]
        return ordered(places, whole=True) if places else np.zeros(0, np.int64)


def _side_by_side(root: Node | None) -> Iterator[list[Pick]]:
    """The picks of every two plain words that were typed one after the other."""
    match root:
        case And(children):
            words = [child.asked if isinstance(child, Alike) else child for child in children]
            for left, right in pairwise(words):
                if isinstance(left, Word) and isinstance(right, Word) and left.field is right.field is Field.TEXT:
                    picks = word_terms(left).picks + word_terms(right).picks
                    if len(picks) > 1:
                        yield picks
                yield from _side_by_side(left) if isinstance(left, And) else ()
            yield from _side_by_side(words[-1]) if words and isinstance(words[-1], And) else ()
        case Alike(asked, _):
            yield from _side_by_side(asked)


def _is_optional(node: Node) -> bool:
    return isinstance(node, Word) and node.optional


def _merged(places: list[Array]) -> Array:
    return np.unique(np.concatenate(places)) if places else np.zeros(0, np.int64)
