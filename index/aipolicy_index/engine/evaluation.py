"""A query tree -> the documents that match it, scored. Everything is done on whole arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from aipolicy_index.engine import layout
from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.document import Sources
from aipolicy_index.engine.matches import Matches, added, boosted, both, either, without
from aipolicy_index.engine.proximity import near, ordered
from aipolicy_index.engine.scoring import Scoring
from aipolicy_index.engine.snapshot import Pick, Snapshot, one_term
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


@dataclass(frozen=True)
class Evaluation:
    """Answers one query on one snapshot."""

    snapshot: Snapshot
    sources: Sources
    scoring: Scoring
    cancelled: Callable[[], bool]

    def matches(self, node: Node | None) -> Matches:
        """The live documents that match; `Overtaken` when nobody wants to know any more."""
        found = self.everything() if node is None else self._matches(node)
        live = self.snapshot.live
        return found if live is None else found.only(live[found.docs])

    def everything(self) -> Matches:
        """All documents."""
        return Matches.unscored(np.arange(self.snapshot.size))

    def most_of(self, children: Iterable[Node]) -> Matches:
        """The documents that match most of these: those with more of them first, whatever the scores."""
        found = [self._matches(child) for child in children]
        size = self.snapshot.size
        counts = added([(each.docs, np.ones(len(each.docs))) for each in found], size)
        total = either(found, size)
        wanted = max(1, (len(found) + 1) // 2)
        enough = counts.scores >= min(wanted, counts.scores.max(initial=0))
        ceiling = float(total.scores.max(initial=0.0)) + 1.0
        ranked = Matches(total.docs, total.scores + ceiling * counts.scores).only(enough)
        live = self.snapshot.live
        return ranked if live is None else ranked.only(live[ranked.docs])

    def _matches(self, node: Node) -> Matches:
        if self.cancelled():
            raise Overtaken
        match node:
            case And(children):
                return self._all(children)
            case Or(children):
                return either([self._matches(child) for child in children], self.snapshot.size)
            case Alike(asked, others):
                alike = [self._matches(other).times(self.scoring.synonym) for other in others]
                return either([self._matches(asked), *alike], self.snapshot.size)
            case Not(child):
                return without(self.everything(), self._matches(child))
            case Word():
                return self._word(node)
            case Phrase():
                return self._phrase(node)
            case Near(left, right, distance):
                return self._near(left, right, distance)
            case FactNear(kind, _):
                return self._group(layout.BODY, one_term(layout.kind_term(kind)), 0.0)
            case _:
                return self._filter(node)

    def _all(self, children: tuple[Node, ...]) -> Matches:
        found: Matches | None = None
        required = [child for child in children if not isinstance(child, Not) and not _is_optional(child)]
        for asked in required:
            matches = self._matches(asked)
            found = matches if found is None else both(found, matches)
            if not len(found.docs):
                return found
        found = self.everything() if found is None else found
        for child in children:
            if isinstance(child, Not):
                found = without(found, self._matches(child.child))
            elif _is_optional(child) and not required:
                found = boosted(found, self._matches(child))
        return found

    def _word(self, word: Word) -> Matches:
        wording = word_terms(word)
        if word.field is Field.TEXT and word.form is Form.EXACT:
            return self._exact(wording)
        found: list[Matches] = []
        for field, weight in self.scoring.fields(word.field):
            found.append(self._sequence(field, wording, weight))
            found += [self._group(field, pick, weight * factor) for pick, factor in wording.also(self.snapshot)]
            found += [
                self._in_language(self._group(field, pick, weight * self.scoring.other_forms), language)
                for pick, language in wording.forms()
            ]
        return either(found, self.snapshot.size)

    def _in_language(self, found: Matches, language: str | None) -> Matches:
        if language is None or not len(found.docs):
            return found
        return found.only(self.snapshot.languages[found.docs] == layout.LANGUAGES.index(language))

    def _exact(self, wording: Wording) -> Matches:
        found: Matches | None = None
        for field_found in (self._one_exact(term, written) for term, written in wording.written()):
            found = field_found if found is None else both(found, field_found)
        plain = either([self._sequence(f, wording, w) for f, w in self.scoring.fields(Field.TEXT)], self.snapshot.size)
        return both(plain, found) if found is not None else plain

    def _one_exact(self, term: bytes, written: bytes) -> Matches:
        """The documents in which the term is written so: where all its other spellings do not account for it."""
        if term != written:
            return Matches.unscored(self._sum(layout.FORMS, one_term(term + b"\0" + written)).docs)
        size = self.snapshot.size
        total = either([self._sum(field, one_term(term)) for field in layout.TEXT_FIELDS], size)
        spelt = self._sum(layout.FORMS, wording_prefix(term + b"\0"))
        rest = boosted(total, Matches(spelt.docs, -spelt.scores))
        return Matches.unscored(rest.docs[rest.scores > 0.5])

    def _sum(self, field: str, pick: Pick) -> Matches:
        docs, freqs, _ = self.snapshot.picked(field, pick)
        return added([(docs, freqs)], self.snapshot.size)

    def _sequence(self, field: str, wording: Wording, weight: float) -> Matches:
        picks = wording.picks
        if len(picks) == 1:
            return self._group(field, picks[0], weight)
        found: Matches | None = None
        for pick in picks:
            each = self._group(field, pick, weight)
            found = each if found is None else both(found, each)
            if not len(found.docs):
                return found
        if found is None:
            return Matches.none()
        places = [self.snapshot.occurrences(field, pick, found.docs) for pick in picks]
        return _restricted(found, ordered(places))

    def _group(self, field: str, pick: Pick, weight: float) -> Matches:
        docs, freqs, single = self.snapshot.picked(field, pick)
        return self.scoring.group(self.snapshot, field, docs, freqs, single, weight)

    def _phrase(self, phrase: Phrase) -> Matches:
        wording = phrase_terms(phrase)
        found = []
        for field, weight in self.scoring.fields(phrase.field):
            if phrase.distance:
                found.append(self._within(field, wording, weight, phrase.distance))
            else:
                found.append(self._sequence(field, wording, weight))
        matches = either(found, self.snapshot.size)
        if phrase.exact:
            for term, written in wording.written():
                matches = both(matches, self._one_exact(term, written))
        return matches

    def _within(self, field: str, wording: Wording, weight: float, distance: int) -> Matches:
        found: Matches | None = None
        for pick in wording.picks:
            each = self._group(field, pick, weight)
            found = each if found is None else both(found, each)
        if found is None or len(wording.picks) < 2:
            return found or Matches.none()
        places = [self.snapshot.occurrences(field, pick, found.docs) for pick in wording.picks]
        return _restricted(found, near(places, distance + len(places) - 2))

    def _near(self, left: Node, right: Node, distance: int) -> Matches:
        found = both(self._matches(left), self._matches(right))
        docs = []
        for field in layout.TEXT_FIELDS:
            places = [self._places(field, side, found.docs) for side in (left, right)]
            docs.append(near(places, distance))
        return _restricted(found, np.unique(np.concatenate(docs)))

    def _places(self, field: str, node: Node, wanted: Array) -> Array:
        """Where the words of a side of NEAR stand."""
        match node:
            case Word():
                wording = word_terms(node)
                picks = [*(pick for pick, _ in wording.also(self.snapshot)), *(pick for pick, _ in wording.forms())]
                found = [self.snapshot.occurrences(field, pick, wanted) for pick in picks]
                return _merged([*found, self._starts(field, wording, wanted)])
            case Phrase():
                return self._starts(field, phrase_terms(node), wanted)
            case FactNear(kind, _):
                return self.snapshot.occurrences(field, one_term(layout.kind_term(kind)), wanted)
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

    def _filter(self, node: Node) -> Matches:
        snapshot = self.snapshot
        match node:
            case Published(first, last, _):
                kept = snapshot.days != layout.UNDATED
                if first is not None:
                    kept &= snapshot.days >= first.toordinal()
                if last is not None:
                    kept &= snapshot.days <= last.toordinal()
                return Matches.unscored(np.flatnonzero(kept))
            case InLanguage(code, _):
                return Matches.unscored(np.flatnonzero(snapshot.languages == layout.LANGUAGES.index(code)))
            case InState(state, _):
                ids = self.sources.ids_in_state(state)
                return Matches.unscored(np.flatnonzero(snapshot.documents_of(ids)))
            case Money():
                return Matches.unscored(self._sum(layout.MONEY, money_pick(node)).docs)
            case Mentions():
                return Matches.unscored(self._sum(layout.MENTIONS, mentions_pick(node)).docs)
            case _:
                return Matches.none()


def _is_optional(node: Node) -> bool:
    return isinstance(node, Word) and node.optional


def _restricted(found: Matches, docs: Array) -> Matches:
    return found.only(np.isin(found.docs, docs, assume_unique=True))


def _merged(places: list[Array]) -> Array:
    return np.unique(np.concatenate(places)) if places else np.zeros(0, np.int64)


def wording_prefix(prefix: bytes) -> Pick:
    """Picks the terms that begin so."""
    from aipolicy_index.engine.snapshot import beginning

    return beginning(prefix)


def money_pick(node: Money) -> Pick:
    """Picks the amounts in a range, of one currency or of any."""
    from aipolicy_index.engine.postings import Postings

    low = 0.0 if node.least is None else node.least + (0 if node.inclusive else 0.01)
    high = 1e15 if node.most is None else node.most - (0 if node.inclusive else 0.01)

    def pick(postings: Postings) -> list[tuple[int, int]]:
        known = sorted({bytes(term).partition(b":")[0].decode() for term in postings.lexicon.tolist()})
        currencies = [node.currency] if node.currency else known
        ranges = [postings.between(layout.money_term(c, low), layout.money_term(c, high)) for c in currencies]
        return [(first, last) for first, last in ranges if last > first]

    return pick


def mentions_pick(node: Mentions) -> Pick:
    """Picks the dates that lie wholly within a stretch of days."""
    from aipolicy_index.engine.postings import Postings

    low = (node.first.isoformat() if node.first else "0000").encode()
    high = (node.last.isoformat() if node.last else "9999-12-31").encode()

    def pick(postings: Postings) -> list[tuple[int, int]]:
        first, last = postings.between(low, high + b"/\xff")
        terms = postings.lexicon[first:last].tolist()
        return [(first + at, first + at + 1) for at, term in enumerate(terms) if term.partition(b"/")[2] <= high]

    return pick
