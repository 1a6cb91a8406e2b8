"""Learn the weights of the features of key sentences from gold articles, measured by cross-validation.

    python bench/train_key_sentences.py [--write] [FOLDER...]

A folder holds `gold/*.json` and `texts/`; without one, the development half of the gold set. Logistic regression with a
ridge, solved by Newton's steps. Printed is the recall among the five sentences that the program would choose, of
articles that the weights have not seen (ten folds, by article), beside that of the weights in use.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from aipolicy_index.facts.extract import extract
from aipolicy_index.facts.grammar.tables import DATA
from aipolicy_index.facts.key_sentences.candidates import candidates
from aipolicy_index.facts.key_sentences.features import Surroundings
from aipolicy_index.facts.key_sentences.finding import choose
from aipolicy_index.facts.key_sentences.weighing import WEIGHTS, weights
from aipolicy_index.facts.page import Page
from aipolicy_index.model import FactKind, Provenance, Span
from aipolicy_index.reading import read_article
from gold import GOLD, scoring

RIDGE = 2.0
FOLDS = 10
STEPS = 12
HEADER = """\
# What each feature of a sentence (facts/key_sentences/features.py) adds to the log odds that an editor reads it out.
# Columns: feature, weight. Learned by bench/train_key_sentences.py from {count} gold articles; not edited by hand.
# Recall at five on articles not seen in training, {folds} folds by article: {recall:.3f}.
"""


@dataclass(frozen=True)
class Lesson:
    """One article: its candidate sentences, and which gold sentences each of them holds."""

    page: Page
    spans: list[Span]
    words: list[frozenset[str]]
    names: list[str]
    features: np.ndarray
    holds: list[list[int]]
    wanted: int


def main() -> None:
    """Print the recalls, and write the weights when told to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write facts/data/{WEIGHTS}")
    arguments = parser.parse_args()
    lessons = [lesson for folder in arguments.folders or [GOLD / "open"] for lesson in _lessons(folder)]
    in_use = [np.array([weights().get(name, 0.0) for name in lesson.names]) for lesson in lessons]
    unseen = recall(lessons, _held_out(lessons))
    print(f"{len(lessons)} articles; weights in use {recall(lessons, in_use):.3f}; not seen in training {unseen:.3f}")
    learned = fit(lessons)
    for name, value in zip(lessons[0].names, learned, strict=True):
        print(f"{name:16}{value:7.2f}")
    if arguments.write:
        lines = (f"{name}\t{value:.2f}\n" for name, value in zip(lessons[0].names, learned, strict=True))
        header = HEADER.format(count=len(lessons), folds=FOLDS, recall=unseen)
        (DATA / WEIGHTS).write_text(header + "".join(lines), encoding="utf-8")


def _lessons(folder: Path) -> list[Lesson]:
    return [_lesson(gold, path) for gold, path in scoring().golds(folder)]


def _lesson(gold: dict[str, Any], path: Path) -> Lesson:
    article = read_article(path)
    if gold.get("published"):
        dated = {**article.provenance, "published": Provenance.METADATA}
        article = article._replace(published=str(gold["published"]), provenance=dated)
    page = Page(article)
    others = [fact for fact in extract(article) if fact.kind is not FactKind.KEY_SENTENCE]
    spans = candidates(page)
    surroundings = Surroundings(page, others, spans)
    rows = [surroundings.features(number) for number in range(len(spans))]
    picked = [_starts(words, article.text) for words in gold["key_sentences"]]
    holds = [
        [number for number, places in enumerate(picked) if any(span.start <= place + 2 < span.end for place in places)]
        for span in spans
    ]
    matrix = np.array([list(row.values()) for row in rows])
    return Lesson(page, spans, surroundings.words, list(rows[0]), matrix, holds, len(picked))


def _starts(words: str, text: str) -> list[int]:
    """Where the first words of a gold sentence stand, whatever the blanks and marks between them."""
    pattern = r"\W+".join(map(re.escape, re.findall(r"\w+", words)))
    return [match.start() for match in re.finditer(pattern, text)]


def fit(lessons: Sequence[Lesson]) -> np.ndarray:
    """The weights: one for each feature, the first that of the constant."""
    features = np.vstack([lesson.features for lesson in lessons])
    picked = np.array([float(bool(held)) for lesson in lessons for held in lesson.holds])
    ridge = RIDGE * np.eye(features.shape[1])
    ridge[0, 0] = 1e-3
    learned = np.zeros(features.shape[1])
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-features @ learned))
        slope = features.T @ (odds - picked) + ridge @ learned
        curve = (features.T * (odds * (1 - odds))) @ features + ridge
        learned -= np.linalg.solve(curve, slope)
    return learned


def _held_out(lessons: Sequence[Lesson]) -> list[np.ndarray]:
    """For each article the weights that were learned without it."""
    by_fold = [fit([lesson for place, lesson in enumerate(lessons) if place % FOLDS != fold]) for fold in range(FOLDS)]
    return [by_fold[place % FOLDS] for place in range(len(lessons))]


def recall(lessons: Sequence[Lesson], learned: Sequence[np.ndarray]) -> float:
    """The share of the gold sentences among the five that would be chosen."""
    found = 0
    for lesson, its in zip(lessons, learned, strict=True):
        scores = [float(row @ its) for row in lesson.features]
        held: set[int] = set()
        for number in choose(lesson.page, lesson.spans, lesson.words, scores):
            held.update(next(([one] for one in lesson.holds[number] if one not in held), []))
        found += len(held)
    return found / sum(lesson.wanted for lesson in lessons)


if __name__ == "__main__":
    main()
