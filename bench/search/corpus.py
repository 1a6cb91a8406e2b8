"""Articles that nobody wrote: a seeded generator with the statistics of French press archives.

Content words follow a Zipf-Mandelbrot law over more than 60,000 forms, function words make up 44 %, words that begin
with a vowel are elided with either apostrophe, 12 % of the articles are English, lengths are log-normal around 600
words, and every article has a topic whose words and phrases come back in it. The first 1,000 are always the same.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from aipolicy_index.language.matching import fold
from aipolicy_index.model import Article, Fact, FactKind, PersonDetails, Span, Zone, ZoneKind

SEED = 20260321
_FORMS = 64_000
_TOPICS = 60
_DAYS = 3650
_LAST_DAY = np.datetime64("2026-03-01")


@dataclass(frozen=True, slots=True)
class Made:
    """One generated article, with the people that it names."""

    id: int
    title: str
    body: str
    outlet: str
    published: str
    language: str
    people: tuple[str, ...]

    @property
    def text(self) -> str:
        """Headline and body."""
        return f"{self.title}\n\n{self.body}"

    def article(self) -> Article:
        """As the library holds it."""
        return Article(
            text=self.text,
            source=f"/generated/{self.id}.txt",
            title=self.title,
            outlet=self.outlet,
            published=self.published,
            language=self.language,
            zones=(Zone(Span(0, len(self.title)), ZoneKind.TITLE),),
        )

    def facts(self) -> tuple[Fact, ...]:
        """Its people, each at its first mention."""
        text = self.text
        found = ((name, text.find(name)) for name in self.people)
        spans = ((name, Span(start, start + len(name))) for name, start in found if start >= 0)
        return tuple(
            Fact(FactKind.PERSON, name, span.start, span.end, name, PersonDetails(), (span,)) for name, span in spans
        )


@cache
def _sections() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    name = ""
    for line in Path(__file__).with_name("fr.words.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            sections.setdefault(name, []).extend(line.split("|") if "|" in line else line.split())
    return sections


def topics() -> list[str]:
    """The phrases of the topics."""
    return _sections()["topics"]


@cache
def vocabulary() -> list[str]:
    """The French content forms, the most frequent first."""
    parts = _sections()
    prefixes = ["" if prefix == "-" else prefix for prefix in parts["prefixes"]]
    forms = sorted({p + root + end for p in prefixes for root in parts["roots"] for end in parts["endings"]})
    order = np.random.default_rng(SEED).permutation(len(forms))
    plain = [forms[at] for at in order]
    plain.sort(key=lambda form: any(prefix and form.startswith(prefix) for prefix in prefixes))
    mixed = np.argsort(np.arange(len(plain)) * np.random.default_rng(SEED + 1).uniform(0.6, 1.4, len(plain)))
    return [plain[at] for at in mixed[:_FORMS]]


class _Law:
    """Zipf-Mandelbrot over so many words."""

    def __init__(self, size: int, shift: float, slope: float) -> None:
        weights = 1.0 / np.power(np.arange(size) + shift, slope)
        self._cumulated = np.cumsum(weights / weights.sum())

    def draw(self, random: np.random.Generator, count: int) -> np.ndarray:
        """So many ranks."""
        return np.searchsorted(self._cumulated, random.random(count))


class _Writer:
    """Writes article after article."""

    def __init__(self) -> None:
        self._random = np.random.default_rng(SEED)
        parts = _sections()
        self._content = np.array(vocabulary(), object)
        self._vowel = np.array([fold(word)[0] in "aeiouy" for word in self._content])
        self._function = np.array(parts["function"], object)
        self._english = np.array(parts["english"], object)
        self._laws = (_Law(len(self._content), 8.0, 1.05), _Law(len(self._function), 2.0, 0.9), _Law(90, 2.0, 0.8))
        self._topic_words = self._random.integers(50, len(self._content), (_TOPICS, 40))
        self._names = parts["names"]

    def write(self, id: int) -> Made:
        """The next article."""
        random = self._random
        english = random.random() < 0.12
        topic = int(random.integers(_TOPICS))
        length = int(np.clip(random.lognormal(6.25, 0.55), 80, 6000))
        people = tuple(self._person() for _ in range(int(random.integers(0, 4))))
        words = self._words(length, topic, english)
        self._sprinkle(words, topic, people, english)
        day = _LAST_DAY - np.timedelta64(int(_DAYS * random.random() ** 1.5), "D")
        return Made(
            id=id,
            title=_sentence(self._words(int(random.integers(6, 12)), topic, english))[:-1],
            body=_paragraphs(words, random),
            outlet=str(random.choice(_sections()["outlets"])),
            published=str(day),
            language="en" if english else "fr",
            people=people,
        )

    def _person(self) -> str:
        names = self._names
        first, last = self._random.integers(0, 52), self._random.integers(52, len(names))
        return f"{names[first]} {names[last]}"

    def _words(self, length: int, topic: int, english: bool) -> list[str]:
        random = self._random
        if english:
            kinds = random.random(length) < 0.85
            common = self._english[self._laws[2].draw(random, length) % len(self._english)]
            return np.where(kinds, common, self._content[self._laws[0].draw(random, length)]).tolist()
        ranks = self._laws[0].draw(random, length)
        bursts = random.random(length) < 0.12
        ranks[bursts] = self._topic_words[topic][random.integers(0, 40, int(bursts.sum()))]
        words = self._content[ranks]
        function = random.random(length) < 0.44
        elided = ~function & self._vowel[ranks] & (random.random(length) < 0.35)
        marks = random.choice(np.array(["l'", "l’", "d'", "d’", "qu'", "qu’"], object), length)
        words = np.where(elided, marks + words, words)
        return np.where(function, self._function[self._laws[1].draw(random, length)], words).tolist()

    def _sprinkle(self, words: list[str], topic: int, people: tuple[str, ...], english: bool) -> None:
        random, phrases = self._random, _sections()["topics"]
        chosen = [*people, *([] if english else [phrases[topic % len(phrases)]] * int(random.integers(0, 4)))]
        chosen += [] if english else [str(random.choice(phrases))]
        chosen += [f"{random.integers(1, 999)} millions d’euros", f"{random.integers(1, 99)},{random.integers(1, 9)} %"]
        for phrase in chosen:
            words[int(random.integers(len(words)))] = phrase


def _sentence(words: list[str]) -> str:
    line = " ".join(words).replace("' ", "'")
    return f"{line[:1].upper()}{line[1:]}."


def _paragraphs(words: list[str], random: np.random.Generator) -> str:
    sentences, at = [], 0
    for length in random.integers(8, 30, len(words) // 8 + 1).tolist():
        if at >= len(words):
            break
        sentences.append(_sentence(words[at : at + length]))
        at += length
    return "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))


def articles(count: int, cache_folder: Path) -> Iterator[Made]:
    """So many articles; written once into the cache folder, read from there afterwards."""
    file = cache_folder / f"articles-{SEED}-{count}.jsonl.z"
    if not file.exists():
        cache_folder.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        writer = _Writer()
        with part.open("wb") as out:
            for start in range(0, count, 500):
                made = [writer.write(id) for id in range(start + 1, min(start + 500, count) + 1)]
                block = zlib.compress("\n".join(json.dumps(_plain(each)) for each in made).encode(), 1)
                out.write(len(block).to_bytes(4, "little") + block)
        part.rename(file)
    with file.open("rb") as source:
        while size := source.read(4):
            for line in zlib.decompress(source.read(int.from_bytes(size, "little"))).decode().split("\n"):
                fields = json.loads(line)
                yield Made(**{**fields, "people": tuple(fields["people"])})


def _plain(made: Made) -> dict[str, object]:
    return {name: getattr(made, name) for name in Made.__slots__}
