"""The kind of every capitalised name of the article: the longest names first, then the short forms they explain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.beside import apposition_before
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.joining import SHORTENED_HEADS
from aipolicy_index.facts.names.lexicon import index
from aipolicy_index.facts.names.naming import KNOWN, Name
from aipolicy_index.facts.names.vocabulary import Clue
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_LINKS = frozenset(("et", "ou", ",", "and", "or", "/", "&"))
_SMALL = frozenset(("de", "d'", "du", "le", "la", "l'", "à", "the", "of", "comme", "like"))
BESIDE = 2.0
"""Weight of a certain name of the same kind in the same list."""
_SHORTENED = (FactKind.ORGANISATION, FactKind.PRODUCT)
PRODUCT_OVER_PERSON = 2.0
"""By how much a product must outweigh the person whose last name it shares."""


class Judge:
    """Decides name after name, and remembers what the decided ones explain."""

    def __init__(self, scan: Scan, fixed: Sequence[Named], acronyms: Iterable[Named]) -> None:
        self._scan = scan
        self._fixed = {named.first: named for named in fixed}
        self._ends = {named.end: named for named in fixed}
        self._acronyms = {scan.folded[one.first]: one for one in acronyms}
        people = [one for one in fixed if one.kind is FactKind.PERSON and one.end > one.first + 1]
        self._last_names = {scan.folded[one.end - 1] for one in people}
        self._first_names: list[str] = []
        self._shorts = {scan.folded[one.first + 1]: one for one in fixed if _may_be_shortened(scan, one)}

    def judge(self, names: Iterable[Name]) -> list[Named]:
        """The mentions of all names whose kind can be told."""
        ordered = sorted(names, key=lambda one: (-len(one.key), self._is_pair(one)))
        return [one for name in ordered for one in self._mentions(name)]

    def _is_pair(self, name: Name) -> bool:
        """« le duo Kessler-Oumarou »: two words and a hyphen, read after the full names."""
        return len(name.key) == 2 and self._scan.words[name.runs[0].first + 1].hyphen

    def _mentions(self, name: Name) -> list[Named]:
        if len(name.key) == 1 and (spelt := self._acronyms.get(name.key[0])):
            return [spelt._replace(first=run.first, end=run.end) for run in name.runs]
        if known := self._known(name):
            return _versions(name, known)
        if name.match:
            kind = name.match.alias.entry.kind
            name.add(Clue(kind, KNOWN, "lexicon"))
            if any(self._is_beside(run.first, run.end, kind) for run in name.runs):
                name.add(Clue(kind, BESIDE, f"{kind} beside another"))
        for kind in (FactKind.ORGANISATION, FactKind.PLACE):
            if name.match is None and any(self._is_beside(run.first, run.end, kind) for run in name.runs):
                name.add(Clue(kind, BESIDE, f"{kind} beside another"))
        if len(name.key) == 2 and self._last_names.issuperset(name.key):
            return []
        if self._is_first_name(name):
            return name.mentions(FactKind.PERSON, "person first name alone")
        if self._is_last_name(name):
            return name.mentions(FactKind.PERSON, "person last name")
        decision = name.decide()
        if short := self._short_for(name, decision):
            return [short._replace(first=run.first, end=run.full_end) for run in name.runs]
        if decision is None:
            return []
        mentions = _sited(self._scan, name.mentions(*decision))
        self._remember(name, decision[0], mentions)
        return mentions

    def _is_beside(self, first: int, end: int, kind: FactKind) -> bool:
        """« GPT-4 ou de Gemini », « Google, Orange et Meta »: a certain name of this kind in the same list."""
        before, after = _past_link(self._scan, first - 1, -1), _past_link(self._scan, end, 1)
        one = before is not None and self._ends.get(before + 1)
        other = after is not None and self._fixed.get(after)
        return any(named and named.kind is kind for named in (one, other))

    def _known(self, name: Name) -> Named | None:
        """The certain name that the whole of this one is."""
        for run in name.runs:
            known = self._fixed.get(run.first)
            if known and known.end >= run.end:
                return known
        return None

    def _is_last_name(self, name: Name) -> bool:
        if len(name.key) > 1 or name.key[0] not in self._last_names:
            return False
        return name.weight(FactKind.PRODUCT) <= max(name.weight(FactKind.PERSON), 0) + PRODUCT_OVER_PERSON

    def _is_first_name(self, name: Name) -> bool:
        """« Noémie ne regrette rien »: the first name alone of one person of the article, where it acts."""
        if len(name.key) > 1 or self._first_names.count(name.key[0]) != 1 or name.match:
            return False
        return name.weight(FactKind.PERSON) > 0 and name.weight(FactKind.PRODUCT) == 0

    def _short_for(self, name: Name, decision: tuple[FactKind, str] | None) -> Named | None:
        """The longer name that one word is the beginning of: Ashdown, of Ashdown Analytics."""
        word = name.key[0]
        long = self._shorts.get(word)
        if long is None or len(name.key) > 1 or name.match:
            return None
        if word in vocabulary.first_names() or word in vocabulary.common_words():
            return None
        return long if decision is None or decision[0] is long.kind else None

    def _remember(self, name: Name, kind: FactKind, mentions: Sequence[Named]) -> None:
        if len(name.key) == 1 or not mentions:
            return
        if kind is FactKind.PERSON:
            self._last_names.add(name.key[-1])
            first_name = vocabulary.first_names().get(name.key[0])
            if first_name is not None and not first_name.common:
                self._first_names.append(name.key[0])
        elif kind in _SHORTENED:
            self._shorts.setdefault(name.key[0], mentions[0]._replace(rule=f"{kind} short form"))


def _may_be_shortened(scan: Scan, body: Named) -> bool:
    """« Institut Lumen », later « Lumen »."""
    if body.rule != "organisation head" or body.end != body.first + 2 or body.kind is not FactKind.ORGANISATION:
        return False
    if scan.folded[body.first] not in SHORTENED_HEADS or not scan.words[body.first + 1].text[0].isupper():
        return False
    form = scan.folded[body.first + 1]
    return form not in index() and form not in vocabulary.first_names() and form not in vocabulary.common_words()


def _past_link(scan: Scan, place: int, step: int) -> int | None:
    """The first word behind (before) « et », « ou », a comma and small words; None where nothing links."""
    linked = False
    while scan.same_line(place, place + step) and scan.words[place].text in _LINKS | _SMALL:
        linked = linked or scan.words[place].text in _LINKS
        place += step
    return place if linked else None


def _versions(name: Name, known: Named) -> list[Named]:
    """A known product with its version number: Gemini 2.5 Pro."""
    if known.kind is not FactKind.PRODUCT:
        return []
    return [
        known._replace(first=run.first, end=run.full_end, rule="product version")
        for run in name.runs
        if run.full_end > run.end
    ]


def _sited(scan: Scan, mentions: list[Named]) -> list[Named]:
    """The mentions of a place with the noun that is part of its name (« gare Saint-Charles »); streets left out."""
    kept = []
    for one in mentions:
        apposed = apposition_before(scan, one.first) if one.kind is FactKind.PLACE else None
        if apposed is None or apposed.noun.category not in ("street", "site"):
            kept.append(one)
        elif apposed.noun.category == "site":
            kept.append(one._replace(first=apposed.first))
    return kept
