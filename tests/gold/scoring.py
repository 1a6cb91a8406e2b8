"""How well extracted facts agree with hand-made gold: a verdict for each fact, and what was missed."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from aipolicy_index.language.matching import fold
from aipolicy_index.model import ActionDetails, Fact, FactKind, FigureValue, MoneyValue, QuoteDetails

Gold = Mapping[str, Any]
NAMES = {
    FactKind.PERSON: "people",
    FactKind.ORGANISATION: "organisations",
    FactKind.PLACE: "places",
    FactKind.PRODUCT: "products",
    FactKind.INSTRUMENT: "instruments",
    FactKind.SOURCE: "sources",
}
OTHERS = {
    FactKind.DATE: "dates",
    FactKind.MONEY: "money",
    FactKind.FIGURE: "figures",
    FactKind.QUOTE: "quotes",
    FactKind.ACTION: "actions",
    FactKind.KEY_SENTENCE: "key_sentences",
}
PARTS = {**NAMES, **OTHERS}
SAME_WORDS = 0.8
"""Which share of words two passages must have in common to be the same quotation."""
SAME_NAME = 0.5
"""Which share of words a described source must have in common with the gold description."""


class Verdict(StrEnum):
    """What gold says of one fact."""

    RIGHT = "right"
    HALF = "half"
    """In the right place, but with a wrong speaker, actor or kind of action."""
    WRONG = "wrong"
    ASIDE = "aside"
    """Optional in gold, or a second mention of what was right already."""


@dataclass
class Judgement:
    """The verdicts on the facts of one article, or of several added up."""

    verdicts: list[tuple[Fact, Verdict]] = field(default_factory=list)
    wanted: Counter[FactKind] = field(default_factory=Counter)
    """How many entries of each kind gold requires."""
    speakers: Counter[bool] = field(default_factory=Counter)
    """Of the quotations that are right and have a speaker in gold: how many speakers are right, how many wrong."""

    def add(self, other: Judgement) -> None:
        """Take in the judgement of a further article."""
        self.verdicts += other.verdicts
        self.wanted += other.wanted
        self.speakers += other.speakers

    def count(self, kind: FactKind, verdict: Verdict) -> int:
        """How many facts of a kind got a verdict."""
        return sum(fact.kind is kind and given is verdict for fact, given in self.verdicts)

    def f1(self, kind: FactKind) -> float:
        """Precision and recall of a kind in one number; for key sentences, recall alone."""
        right = self.count(kind, Verdict.RIGHT) + self.count(kind, Verdict.HALF)
        wrong = self.count(kind, Verdict.WRONG)
        if kind is FactKind.KEY_SENTENCE:
            return right / self.wanted[kind] if self.wanted[kind] else 1.0
        total = right + wrong + self.wanted[kind]
        return 2 * right / total if total else 1.0

    def speaker_share(self) -> float:
        """Which share of the speakers is right."""
        return self.speakers[True] / self.speakers.total() if self.speakers else 1.0


def golds(folder: Path) -> Iterator[tuple[Gold, Path]]:
    """The gold objects of a folder (`gold/*.json` beside `texts/`), each with the file of its text."""
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield gold, folder / "texts" / str(gold.get("file", f"{path.stem}.txt"))


def judge(gold: Gold, text: str, facts: Sequence[Fact]) -> Judgement:
    """The verdict on every fact of one article."""
    found = Judgement()
    for kind, part in PARTS.items():
        if not isinstance(gold.get(part), list):
            continue
        entries = [_Entry(kind, entry) for entry in gold[part]]
        entries += [_Entry(kind, entry, optional=True) for entry in (gold.get("optional") or {}).get(part, [])]
        entries = list(_once(entries))
        found.wanted[kind] += sum(not entry.optional for entry in entries)
        _judge_kind(found, gold, text, entries, [fact for fact in facts if fact.kind is kind])
    return found


def _once(entries: Iterable[_Entry]) -> Iterator[_Entry]:
    """A period, an amount that gold gives again is wanted once: it is one fact with several mentions."""
    given = set[str]()
    for entry in entries:
        value = _value(entry)
        if entry.optional or value is None or value not in given:
            yield entry
        if value is not None and not entry.optional:
            given.add(value)


def _value(entry: _Entry) -> str | None:
    match entry.kind:
        case FactKind.DATE:
            return entry.raw.get("iso") or None
        case FactKind.MONEY:
            return json.dumps([entry.raw.get(part) for part in ("value", "currency", "qualifier")])
    return None


def _judge_kind(found: Judgement, gold: Gold, text: str, entries: list[_Entry], facts: Sequence[Fact]) -> None:
    taken: set[int] = set()
    for fact in facts:
        fitting = [entry for entry in entries if entry.fits(fact, text)]
        free = [entry for entry in fitting if id(entry) not in taken and not entry.optional]
        verdict = Verdict.ASIDE if fitting or _elsewhere(gold, fact) else Verdict.WRONG
        if free:
            taken.add(id(free[0]))
            verdict = _verdict(found, gold, free[0], fact)
        found.verdicts.append((fact, verdict))


def _verdict(found: Judgement, gold: Gold, entry: _Entry, fact: Fact) -> Verdict:
    """Right or half right: who speaks, who does what."""
    if isinstance(fact.details, QuoteDetails) and (wanted := entry.raw.get("speaker")):
        names = [name for one in (wanted, *entry.raw.get("speaker_alt", [])) for name in _aliases(gold, one)]
        right = _is_one_of(fact.details.speaker, names)
        found.speakers[right] += 1
        return Verdict.RIGHT if right else Verdict.HALF
    if isinstance(fact.details, ActionDetails):
        kinds = (entry.raw["kind"], *entry.raw.get("kind_alt", []))
        names = [name for one in entry.raw["actor"].split(", ") for name in _aliases(gold, one)]
        right = fact.details.action.value in kinds and _is_one_of(fact.details.actor, names)
        return Verdict.RIGHT if right else Verdict.HALF
    return Verdict.RIGHT


def _is_one_of(said: str | None, names: Iterable[str]) -> bool:
    """Whether the words of a name are those of one of the names, or contained in them, or the other way round."""
    words = _words(said or "")
    return any(words and (words <= _words(name) or _words(name) <= words) for name in names)


def _aliases(gold: Gold, name: str) -> list[str]:
    """All forms of a name that gold knows."""
    forms = name.split("|")
    for part in ("people", "organisations", "places"):
        for entry in gold.get(part, []):
            known = _forms(entry)
            if set(map(fold, forms)) & set(map(fold, known)):
                forms += known
    return forms


def _elsewhere(gold: Gold, fact: Fact) -> bool:
    """Whether an organisation is gold's source or outlet: counted there, if at all."""
    if fact.kind not in (FactKind.ORGANISATION, FactKind.PERSON, FactKind.SOURCE):
        return False
    asides = [form for entry in gold.get("sources", []) for form in _forms(entry)]
    asides += [str(gold.get("outlet") or ""), str(gold.get("author") or "")]
    return bool(_key(str(fact.value))) and _key(str(fact.value)) in {_key(name) for name in asides}


class _Entry:
    """One entry of gold."""

    def __init__(self, kind: FactKind, raw: Any, *, optional: bool = False) -> None:
        self.kind, self.raw = kind, raw
        self.optional = optional or (isinstance(raw, dict) and bool(raw.get("optional")))

    def fits(self, fact: Fact, text: str) -> bool:
        """Whether the fact is this entry."""
        if self.kind in NAMES:
            return self._names(fact)
        match fact.value:
            case MoneyValue(amount, currency):
                wanted = self.raw.get("value")
                return wanted is None or (_close(amount, wanted) and currency == self.raw.get("currency", currency))
            case FigureValue(amount, unit):
                wanted = self.raw.get("value")
                percent = self.raw.get("unit") == "ratio" and unit == "%"
                return wanted is None or _close(amount, 100 * wanted if percent else wanted)
        if self.kind is FactKind.DATE:
            periods = (self.raw.get("iso"), *self.raw.get("alt", ()))
            return _touches(self.raw["text"], fact, text) and (None in periods or fact.value in periods)
        if self.kind is FactKind.QUOTE:
            return _shared(_list(str(fact.value)), _list(self._passage(text))) >= SAME_WORDS
        start = self.raw if isinstance(self.raw, str) else self.raw["sentence_start"]
        return any(fact.start <= place + 2 and place < fact.end for place in _places(start, text))

    def _names(self, fact: Fact) -> bool:
        forms = _forms(self.raw)
        if _key(str(fact.value)) in set(map(_key, forms)) or _key(fact.text) in set(map(_key, forms)):
            return True
        described = [form for form in forms if form[:1].islower()]
        return self.kind is FactKind.SOURCE and any(
            _shared(_list(str(fact.value)), _list(form)) >= SAME_NAME for form in described
        )

    def _passage(self, text: str) -> str:
        starts, ends = _places(self.raw["start"], text), _places(self.raw["end"], text)
        for start in starts:
            for end in ends:
                if end + len(self.raw["end"]) > start:
                    return text[start : end + len(self.raw["end"])]
        return f"{self.raw['start']} {self.raw['end']}"


def _forms(entry: Any) -> list[str]:
    if isinstance(entry, str):
        return entry.split("|")
    return [*str(entry.get("name", "")).split("|"), *entry.get("aliases", [])]


def _list(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def _words(text: str) -> set[str]:
    return set(_list(text)) - {"le", "la", "les", "l", "de", "du", "des", "d", "the", "of", "un", "une", "a"}


def _key(name: str) -> str:
    words = _list(re.sub(r"['’]s\b", "", name))
    while len(words) > 1 and words[0] in ("le", "la", "les", "l", "the", "un", "une", "des", "du", "de", "d", "a"):
        words.pop(0)
    return "".join(words)


def _shared(one: Iterable[str], other: Iterable[str]) -> float:
    """Overlap of two bags of words (Dice), 0 to 1."""
    first, second = Counter(one), Counter(other)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


def _close(one: float, other: float) -> bool:
    return abs(one - float(other)) <= 0.005 * max(abs(one), abs(float(other)))


def _places(words: str, text: str) -> list[int]:
    """Where words occur, whatever the blanks and line breaks between them."""
    pattern = r"\W+".join(re.escape(word) for word in re.findall(r"\w+", words))
    return [match.start() for match in re.finditer(pattern, text)]


def _touches(words: str, fact: Fact, text: str) -> bool:
    return any(
        span.start < place + len(words) and place < span.end
        for place in _places(words, text)
        for span in fact.mentions or (fact.span,)
    )
