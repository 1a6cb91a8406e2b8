"""A query tree -> the documents that match it, scored. Everything is done on whole arrays.

First it is told which documents can match at all, by the rarest part; then every part is worked out for these alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Sequence as Several
from dataclasses import dataclass, field
from itertools import islice, pairwise
from math import log
from typing import TYPE_CHECKING

import numpy as np

from aipolicy_index.engine import layout
from aipolicy_index.engine.answers import Answer
from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.filtering import filtered
from aipolicy_index.engine.narrowing import Narrowing
from aipolicy_index.engine.picks import Beginning, OneTerm, Pick
from aipolicy_index.engine.proximity import near, ordered
from aipolicy_index.engine.resolving import Listed, Resolved, Sequence, resolved
from aipolicy_index.engine.scopes import Found, Scope, Tally
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
    InState,
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

if TYPE_CHECKING:
    from aipolicy_index.engine.document import Sources

_ELSEWHERE = (Field.OUTLET, Field.AUTHOR)
"""Fields whose words need not stand in the text, where it is known how words are written."""
_MOST_PAIRS = 4
"""Pairs of words that are looked for side by side: a sentence has more, and says no more by it."""
_MOST_TOLD = 0.4
"""Where none has all the words, documents are listed that tell this part of what the best of them does: measured."""
_MOST_ASKED = 0.3
"""The same where some do, and the words are those of a question: measured too."""
_LEAST_TOLD = 2.5
"""What must be told then at least ..."""
_FEW_HOLD = 5
"""... where a word counts as if so many more documents held it: of a few documents, none is rare."""
_FEW = 12
"""Documents are told beforehand where less than one in so many can match; else all are gone through."""


@dataclass(frozen=True)
class Evaluation:
    """Answers one query on one snapshot."""

    snapshot: Snapshot
    sources: Sources
    scoring: Scoring
    cancelled: Callable[[], bool]
    _placed: dict[Sequence, Array] = field(default_factory=dict)
    """Where terms stand in order, or near each other, in any document: found out once."""
    _known: dict[int, Resolved] = field(default_factory=dict)
    """What the words of the query stand for, by their identity."""

    def matches(self, root: Node | None) -> Answer:
        """The live documents that match; `Overtaken` when nobody wants to know any more."""
        scope = self._scope(root)
        found = self._everything(scope) if root is None else self._found(root, scope)
        return self._living(scope, found)

    def most_of(self, words: Iterable[Node], firm: tuple[Node, ...], *, asked: bool = False) -> Answer:
        """The documents that match most of the words, or most of what they tell, and all that is firm: a rare word
        tells more than a common one. Those with all words come first, then those that tell more.

        `asked`: these are the words of a question that some documents answer; how many of them a document has says
        nothing then, and what is listed must tell something by itself.
        """
        scope = Scope(None, self.snapshot.size)
        if firm:
            scope = scope.narrowed(self._all(firm, scope).held.nonzero()[0])
        each = [self._found(word, scope) for word in words]
        total, counts, told = Found(np.zeros(len(scope), bool)), np.zeros(len(scope)), np.zeros(len(scope))
        for found in each:
            total |= found
            counts += found.held
            holders = max(1, int(np.count_nonzero(found.held))) + (_FEW_HOLD if asked else 0)
            told += found.held * log(1 + len(scope) / holders)
        complete = counts == len(each)
        if total.scores is not None:
            total.scores *= told
            total.scores += complete * total.scores.max(initial=0.0)
        if asked:
            enough = told >= max(_LEAST_TOLD, _MOST_ASKED * told.max(initial=0.0))
        else:
            most = min((len(each) + 1) // 2, counts.max(initial=0))
            enough = (counts >= most) | (told >= _MOST_TOLD * told.max(initial=0.0))
        total.held &= enough | complete
        return self._living(scope, total)

    def neighbours(self, root: Node | None) -> Callable[[Array], Array] | None:
        """Tells of some documents (ascending) which part of the words typed side by side stand so in the text."""
        pairs = list(islice(_side_by_side(root), _MOST_PAIRS))
        terms = list(dict.fromkeys(term for pair in pairs for term in pair))
        numbers = [[terms.index(term) for term in pair] for pair in pairs]

        def held(docs: Array) -> Array:
            return self.snapshot.following(layout.BODY, terms, numbers, docs) / len(pairs)

        return held if pairs else None

    def _scope(self, root: Node | None) -> Scope:
        docs = None if root is None else self._proposed(root)
        return Scope(docs, self.snapshot.size)

    def _living(self, scope: Scope, found: Found) -> Answer:
        if self.snapshot.live is not None:
            found.held &= scope.values(self.snapshot.live)
        return Answer.of(scope, found)

    @staticmethod
    def _everything(scope: Scope) -> Found:
        return Found(np.ones(len(scope), bool))

    def _proposed(self, node: Node) -> Array | None:
        """The only documents that can match, ascending; None where they are many, or not soon told."""
        match node:
            case And(children):
                required = [child for child in children if not isinstance(child, Not) and not _is_optional(child)]
                return self._proposed(min(required, key=self._size)) if required else None
            case Or(children):
                return self._union([self._proposed(child) for child in children])
            case Alike(asked, others):
                return self._union([self._proposed(child) for child in (asked, *others)])
            case Near(left, right, _):
                return self._proposed(min(left, right, key=self._size))
            case Word() | Phrase():
                return self._listed(self._resolved(node))
            case _:
                return None

    def _union(self, found: Several[Array | None]) -> Array | None:
        if any(docs is None for docs in found):
            return None
        lists = [docs for docs in found if docs is not None and len(docs)]
        if sum(map(len, lists)) * _FEW > self.snapshot.size:
            return None
        if len(lists) < 2:
            return lists[0] if lists else np.zeros(0, np.uint32)
        docs = np.concatenate(lists)
        docs.sort()
        return np.concatenate((docs[:1], docs[1:][docs[1:] != docs[:-1]]))

    def _listed(self, asked: Resolved) -> Array | None:
        """The documents of everything that a word or a phrase stands for."""
        if asked.size * _FEW > self.snapshot.size and not asked.sequences:
            return None
        found = [held.docs for listed in asked.listed if not listed.covered for held in listed.lists]
        return self._union([*found, *(self._in_place(each, None) for each in asked.sequences)])

    def _resolved(self, node: Word | Phrase) -> Resolved:
        found = self._known.get(id(node))
        if found is None:
            found = self._known[id(node)] = resolved(self.snapshot, self.scoring, node)
        return found

    def _found(self, node: Node, scope: Scope) -> Found:
        """Which documents of the scope match."""
        if self.cancelled():
            raise Overtaken
        match node:
            case And(children):
                return self._all(children, scope)
            case Or(children):
                return self._any([self._found(child, scope) for child in children])
            case Alike(asked, others):
                alike = [self._found(other, scope).times(self.scoring.synonym) for other in others]
                return self._any([self._found(asked, scope), *alike])
            case Not(child):
                return Found(~self._found(child, scope).held)
            case Word() | Phrase():
                return self._worded(node, scope)
            case Near(left, right, distance):
                return self._near(left, right, distance, scope)
            case FactNear(kind, _):
                tally = Tally(scope)
                for name in (layout.TITLE, layout.BODY):
                    for held in self.snapshot.holders(name, OneTerm(layout.kind_term(kind))):
                        tally.mark(held.docs)
                return tally.found()
            case _:
                return Found(filtered(self.snapshot, self.sources, node, scope))

    @staticmethod
    def _any(found: list[Found]) -> Found:
        total = found[0]
        for each in found[1:]:
            total |= each
        return total

    def _all(self, children: tuple[Node, ...], scope: Scope) -> Found:
        required = [child for child in children if not isinstance(child, Not) and not _is_optional(child)]
        left = Narrowing(scope)
        for asked in sorted(required, key=self._size) if len(required) > 1 else required:
            if left.scope.docs is None and (docs := self._proposed(asked)) is not None:
                left.narrow(docs)
            if not left.keep(self._found(asked, left.scope)):
                return left.found()
        for child in children:
            if isinstance(child, Not):
                left.drop(self._found(child.child, left.scope))
            elif not required and _is_optional(child):
                left.boost(self._found(child, left.scope))
        return left.found()

    def _size(self, node: Node) -> int:
        """About how many documents match: the rarest part is asked first."""
        match node:
            case Published() | InLanguage() | InState() | Money() | Mentions():
                return self.snapshot.size
            case Word() | Phrase():
                return self._resolved(node).size
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

    def _worded(self, node: Word | Phrase, scope: Scope) -> Found:
        asked, tally = self._resolved(node), Tally(scope)
        for each in asked.sequences:
            self._sequence(each, tally)
        for listed in asked.listed:
            self._add(listed, tally)
        found = tally.found()
        exact = node.exact if isinstance(node, Phrase) else node.form is Form.EXACT
        if exact and node.field not in _ELSEWHERE:
            wording = phrase_terms(node) if isinstance(node, Phrase) else word_terms(node)
            found.held &= self._as_written(wording, scope)
        return found

    def _add(self, listed: Listed, tally: Tally) -> None:
        for held in listed.lists:
            if listed.factor:
                tally.add(held, self.scoring.norms(self.snapshot, listed.field), listed.factor)
            elif not listed.covered:
                tally.mark(held.docs)

    def _as_written(self, wording: Wording, scope: Scope) -> Array:
        held = np.ones(len(scope), bool)
        for term, written in wording.written():
            held &= self._one_as_written(term, written, scope)
        return held

    def _one_as_written(self, term: bytes, written: bytes, scope: Scope) -> Array:
        """The documents in which the term is written so: where all its other spellings do not account for it."""
        if term != written:
            return self._often([layout.FORMS], OneTerm(term + b"\0" + written), scope) > 0
        total = self._often(layout.TEXT_FIELDS, OneTerm(term), scope)
        return total > self._often([layout.FORMS], Beginning(term + b"\0"), scope)

    def _often(self, fields: Several[str], pick: Pick, scope: Scope) -> Array:
        total = np.zeros(len(scope))
        for name in fields:
            for held in self.snapshot.holders(name, pick):
                total += scope.frequencies(held)
        return total

    def _sequence(self, asked: Sequence, tally: Tally) -> None:
        """Terms that stand together: the score of each added, where they do."""
        docs = self._in_place(asked, tally.scope)
        everywhere = docs is tally.scope.docs
        there = tally if everywhere else Tally(Scope(docs, self.snapshot.size))
        for pick in asked.picks if len(docs) else ():
            lists = self.snapshot.holders(asked.field, pick)
            factor = self.scoring.factor(self.snapshot, asked.field, pick, lists, asked.weight)
            self._add(Listed(asked.field, lists, factor, covered=False), there)
        if len(docs) and not everywhere:
            tally.put(docs, there.found().scores)

    def _in_place(self, asked: Sequence, scope: Scope | None) -> Array:
        """The documents of a scope (None for all) in which the terms follow each other, or stand in one stretch."""
        docs = None if scope is None else scope.docs
        known = self._placed.get(asked)
        if known is not None:
            return known if docs is None or docs is known else known[Scope(known, self.snapshot.size).mask_of(docs)]
        if asked.reach is None:
            found = self.snapshot.in_order(asked.field, asked.picks, docs)
        else:
            found = self._near_each(asked, docs)
        if docs is None:
            self._placed[asked] = found
        return found

    def _near_each(self, asked: Sequence, docs: Array | None) -> Array:
        together = self._together(asked, docs)
        assert asked.reach is not None
        if not len(together):
            return together
        places = [self.snapshot.occurrences(asked.field, pick, together) for pick in asked.picks]
        return near(places, asked.reach).astype(np.uint32)

    def _together(self, asked: Sequence, docs: Array | None) -> Array:
        """The documents that have a term of every pick."""
        for pick in asked.picks:
            scope = Scope(docs, self.snapshot.size)
            held = np.zeros(len(scope), bool)
            for each in self.snapshot.holders(asked.field, pick):
                held |= scope.mask_of(each.docs)
            docs = scope.documents(held)
        return np.zeros(0, np.uint32) if docs is None else docs

    def _near(self, left: Node, right: Node, distance: int, scope: Scope) -> Found:
        found = self._all((left, right), scope)
        docs = scope.documents(found.held)
        held = []
        for name in layout.TEXT_FIELDS:
            places = [self._places(name, side, docs) for side in (left, right)]
            held.append(near(places, distance))
        found.held &= scope.mask_of(np.unique(np.concatenate(held)).astype(np.uint32))
        return found

    def _places(self, name: str, node: Node, wanted: Array) -> Array:
        """Where the words of a side of NEAR stand."""
        match node:
            case Word():
                wording = word_terms(node)
                picks = [*(pick for pick, _ in wording.also), *([wording.forms] if wording.forms else [])]
                found = [self.snapshot.occurrences(name, pick, wanted) for pick in picks]
                return _merged([*found, self._starts(name, wording, wanted)])
            case Phrase():
                return self._starts(name, phrase_terms(node), wanted)
            case FactNear(kind, _):
                return self.snapshot.occurrences(name, OneTerm(layout.kind_term(kind)), wanted)
            case Alike(asked, others):
                return _merged([self._places(name, child, wanted) for child in (asked, *others)])
            case Or(children) | And(children):
                return _merged([self._places(name, child, wanted) for child in children])
            case Near(left, right, _):
                return _merged([self._places(name, left, wanted), self._places(name, right, wanted)])
            case _:
                return np.zeros(0, np.int64)

    def _starts(self, name: str, wording: Wording, wanted: Array) -> Array:
        places = [self.snapshot.occurrences(name, pick, wanted) for pick in wording.picks]
        return ordered(places, whole=True) if places else np.zeros(0, np.int64)


def _side_by_side(root: Node | None) -> Iterator[list[bytes]]:
    """The terms of every two plain words that were typed one after the other."""
    match root:
        case And(children):
            words = [child.asked if isinstance(child, Alike) else child for child in children]
            for left, right in pairwise(words):
                if isinstance(left, Word) and isinstance(right, Word) and left.field is right.field is Field.TEXT:
                    picks = word_terms(left).picks + word_terms(right).picks
                    terms = [pick.term for pick in picks if isinstance(pick, OneTerm)]
                    if len(terms) == len(picks) > 1:
                        yield terms
                yield from _side_by_side(left) if isinstance(left, And) else ()
            yield from _side_by_side(words[-1]) if words and isinstance(words[-1], And) else ()
        case Alike(asked, _):
            yield from _side_by_side(asked)


def _is_optional(node: Node) -> bool:
    return isinstance(node, Word) and node.optional


def _merged(places: list[Array]) -> Array:
    return np.unique(np.concatenate(places)) if places else np.zeros(0, np.int64)
