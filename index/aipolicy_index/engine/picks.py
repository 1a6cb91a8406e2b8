"""Which terms of a field are meant. A pick is a value, so that what it found can be remembered."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from aipolicy_index.engine import layout
from aipolicy_index.engine.edits import one_edit
from aipolicy_index.engine.postings import Postings, Ranges
from aipolicy_index.engine.stemming import shared_beginning, stem
from aipolicy_index.query.nodes import distinct


class Pick(Protocol):
    """Picks terms of a field in each segment."""

    def ranges(self, postings: Postings) -> Ranges:
        """The terms picked."""
        ...

    def lists(self, field: str) -> list[tuple[str, bytes]] | None:
        """The fields and terms whose lists of documents, none in two of them, are what is picked; None where the
        terms' own lists must be summed."""
        ...

    def __hash__(self) -> int: ...


@distinct
class OneTerm(NamedTuple):
    """This term."""

    term: bytes

    def ranges(self, postings: Postings) -> Ranges:
        """The terms picked."""
        at = postings.find(self.term)
        return [(at, at + 1)] if at >= 0 else []

    def lists(self, field: str) -> list[tuple[str, bytes]] | None:
        """The term's own."""
        return [(field, self.term)]


@distinct
class Beginning(NamedTuple):
    """The terms that begin so."""

    prefix: bytes

    def ranges(self, postings: Postings) -> Ranges:
        """The terms picked."""
        first, last = postings.beginning(self.prefix)
        return [(first, last)] if last > first else []

    def lists(self, field: str) -> list[tuple[str, bytes]] | None:
        """That of the beginning, where it has one."""
        if len(self.prefix) == layout.BEGINNING and field in layout.BEGINNINGS:
            return [(layout.BEGINNINGS[field], self.prefix)]
        return None


@distinct
class Nearly(NamedTuple):
    """The terms within one edit of this one."""

    term: bytes

    def ranges(self, postings: Postings) -> Ranges:
        """The terms picked."""
        found = postings.find_all(one_edit(self.term.decode()))
        return _joined(found[found >= 0].tolist())

    def lists(self, field: str) -> list[tuple[str, bytes]] | None:
        """None of its own."""
        return None


@distinct
class Forms(NamedTuple):
    """The forms of a word: in each article those of its own language."""

    word: str

    def lists(self, field: str) -> list[tuple[str, bytes]] | None:
        """Those of its stems, one in each language."""
        if field not in layout.STEMS:
            return None
        stems = [layout.stem_term(stem(self.word, language), language) for language in layout.LANGUAGES]
        return [(layout.STEMS[field], term) for term in stems]

    def ranges(self, postings: Postings) -> Ranges:
        """The terms picked in either language."""
        return _joined(sorted({*self._forms(postings, "fr"), *self._forms(postings, "en")}))

    def by_language(self, postings: Postings) -> list[tuple[Ranges, int | None]]:
        """The terms picked, with the number of the language in which they are forms of the word (None for both)."""
        french, english = self._forms(postings, "fr"), self._forms(postings, "en")
        found = (
            (french & english, None),
            (french - english, layout.LANGUAGES.index("fr")),
            (english - french, layout.LANGUAGES.index("en")),
        )
        return [(_joined(sorted(terms)), language) for terms, language in found if terms]

    def _forms(self, postings: Postings, language: str) -> set[int]:
        stemmed = stem(self.word, language)
        first, last = postings.beginning(shared_beginning(self.word, language).encode())
        terms = postings.lexicon[first:last].tolist()
        return {first + at for at, term in enumerate(terms) if stem(term.decode(), language) == stemmed}


@distinct
class Amounts(NamedTuple):
    """The amounts from `low` to `high`, of one currency or of any."""

    low: float
    high: float
    currency: str | None

    def ranges(self, postings: Postings) -> Ranges:
        """The terms picked."""
        currencies = [self.currency] if self.currency else self._known(postings)
        found = (
            postings.between(layout.money_term(each, self.low), layout.money_term(each, self.high))
            for each in currencies
        )
        return [(first, last) for first, last in found if last > first]

    def lists(self, field: str) -> list[tuple[str, bytes]] | None:
        """None of its own."""
        return None

    @staticmethod
    def _known(postings: Postings) -> list[str]:
        return sorted({term.partition(b":")[0].decode() for term in postings.lexicon.tolist()})


@distinct
class DaysWithin(NamedTuple):
    """The dates that lie wholly between two ISO days, both included."""

    first: bytes
    last: bytes

    def ranges(self, postings: Postings) -> Ranges:
        """The terms picked."""
        first, last = postings.between(self.first, self.last + b"/\xff")
        terms = postings.lexicon[first:last].tolist()
        return _joined([first + at for at, term in enumerate(terms) if term.partition(b"/")[2] <= self.last])

    def lists(self, field: str) -> list[tuple[str, bytes]] | None:
        """None of its own."""
        return None


def _joined(terms: list[int]) -> Ranges:
    """Ascending terms as stretches."""
    found: Ranges = []
    for term in terms:
        if found and found[-1][1] == term:
            found[-1] = (found[-1][0], term + 1)
        else:
            found.append((term, term + 1))
    return found
