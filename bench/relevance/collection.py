"""The articles and the judged questions of the relevance benchmark."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

from aipolicy_index.model import Article, Span, Zone, ZoneKind

_HERE = Path(__file__).parent
_ROOT = _HERE.parent.parent
_SEED = 4
_FULL, _FOLLOW_UP, _PASSING = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, and how well each article answers it: 3 tells the story, 2 follows it up, 1 mentions it."""

    kind: str
    text: str
    grades: dict[int, int]


@dataclass(frozen=True)
class Collection:
    """Numbered articles and the questions about them."""

    articles: dict[int, Article]
    asked: tuple[Asked, ...]


def collection() -> Collection:
    """The whole collection; the same at every call."""
    made = _Maker()
    for name in ("stories.toml", "twins.toml"):
        for story in tomllib.loads((_HERE / name).read_text(encoding="utf-8"))["story"]:
            made.tell(story)
    made.vary()
    made.judge(tomllib.loads((_HERE / "judgements.toml").read_text(encoding="utf-8"))["question"])
    return Collection(made.articles, tuple(made.asked))


class _Maker:
    def __init__(self) -> None:
        self.articles: dict[int, Article] = {}
        self.asked: list[Asked] = []
        self._random = random.Random(_SEED)
        self._background = _background()
        self._names = {file.stem: self._add(*_file(file)) for file in _files()}

    def _add(self, title: str, body: str, language: str = "fr") -> int:
        id = len(self.articles) + 1
        self.articles[id] = Article(
            text=f"{title}\n\n{body}",
            source=f"{id}.txt",
            title=title,
            language=language,
            published=f"2025-{id % 12 + 1:02d}-{id % 28 + 1:02d}",
            zones=(Zone(Span(0, len(title)), ZoneKind.TITLE),),
        )
        return id

    def _filled(self, sentences: list[str], language: str, count: int) -> str:
        """The sentences in their order, among others that any article may hold."""
        filling = self._random.sample(self._background[language], min(count, len(self._background[language])))
        places = sorted(self._random.randint(0, len(filling)) for _ in sentences)
        for offset, (place, sentence) in enumerate(zip(places, sentences, strict=True)):
            filling.insert(place + offset, sentence)
        return " ".join(filling)

    def tell(self, story: dict[str, Any]) -> None:
        """The story, its follow-up, an article that mentions it, two that do not, and the questions."""
        language = story.get("language", "fr")
        full = f"{story['lead']} {self._filled(story['facts'], language, 8)}"
        grades = {
            self._add(story["title"], full, language): _FULL,
            self._add(story["follow_title"], self._filled([story["follow"]], language, 9), language): _FOLLOW_UP,
            self._add(self._plain_title(), self._filled([story["passing"]], language, 10), language): _PASSING,
        }
        for _ in range(2):
            self._add(self._plain_title(), self._filled([], language, 11), language)
        self.asked += [Asked(kind, text, grades) for kind, text in story["asked"]]

    def vary(self) -> None:
        """Every third question again as it comes from someone in a hurry, in the three ways in turn."""
        for number, asked in enumerate(self.asked[::3]):
            kind = ("typing errors in two words", "without accents", "in capitals")[number % 3]
            text = asked.text
            if kind == "in capitals":
                text = text.upper()
            elif kind == "without accents":
                text = "".join(char for char in normalize("NFD", text) if not combining(char))
            else:
                text = self._mistyped(text)
            if text != asked.text and '"' not in text:
                self.asked.append(Asked(kind, text, asked.grades))

    def _mistyped(self, text: str) -> str:
        """Two of the longer words with a letter left out, doubled, or swapped with the next."""
        words = text.split(" ")
        longer = [at for at, word in enumerate(words) if word.isalpha() and len(word) > 5]
        for at in self._random.sample(longer, min(2, len(longer))):
            word = words[at]
            place = self._random.randrange(2, len(word) - 1)
            slips = (
                word[:place] + word[place + 1 :],
                word[:place] + word[place] + word[place:],
                word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :],
            )
            words[at] = self._random.choice(slips)
        return " ".join(words)

    def _plain_title(self) -> str:
        return f"{self._random.choice(self._background['fr']).rstrip('.')} ({len(self.articles) + 1})"

    def judge(self, questions: list[dict[str, Any]]) -> None:
        """The questions about articles that are files."""
        for question in questions:
            best = {self._names[name]: _FULL for name in question["best"]}
            good = {self._names[name]: _PASSING for name in question.get("good", ())}
            self.asked.append(Asked(question["kind"], question["text"], {**good, **best}))


def _background() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    for line in (_HERE / "fr.background.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            section.append(line)
    return sections


def _files() -> list[Path]:
    seeds = [file for file in sorted((_ROOT / "seeds").glob("*.md")) if file.stem != "README"]
    return seeds + sorted((_ROOT / "tests" / "gold" / "open" / "texts").glob("*.txt"))


def _file(file: Path) -> tuple[str, str]:
    """Title and body of a seed or of a text of the gold set."""
    text = file.read_text(encoding="utf-8")
    if text.startswith("---\n"):
        head, _, text = text.removeprefix("---\n").partition("\n---\n")
        title = next(line.partition(":")[2].strip() for line in head.splitlines() if line.startswith("title:"))
        return title, text.strip()
    title, _, body = text.strip().partition("\n")
    return title.strip(), body.strip()
