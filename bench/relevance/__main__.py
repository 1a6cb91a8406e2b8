"""Prints how well each engine answers, by kind of question; `--misses` names the questions that ours answers badly."""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from bench.relevance.collection import Asked, collection
from bench.relevance.engines import Engine, Fts5, Ours
from bench.relevance.measures import ndcg, scores

_BAD = 0.75
Answers = Sequence[Sequence[int]]


def main() -> None:
    """Asks every engine every question."""
    parser = argparse.ArgumentParser(prog="python -m bench.relevance", description=__doc__)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    asked = collection()
    with tempfile.TemporaryDirectory() as folder:
        engines: list[Engine] = [
            Ours(asked, Path(folder) / "index"),
            Fts5("fts5", "unicode61 remove_diacritics 2", asked),
            Fts5("fts5 stemmed", "porter unicode61 remove_diacritics 2", asked),
        ]
        answers = {engine.name: [engine.answer(question.text) for question in asked.asked] for engine in engines}
    print(f"{len(asked.articles)} articles, {len(asked.asked)} questions; MRR@10 / nDCG@10 / found nothing\n")
    print("| kind | " + " | ".join(answers) + " |\n|---|" + "---|" * len(answers))
    groups: dict[str, list[int]] = defaultdict(list)
    for at, question in enumerate(asked.asked):
        groups[question.kind].append(at)
    every = list(range(len(asked.asked)))
    halves = [("half that weights were chosen on", every[::2]), ("other half", every[1::2])]
    for kind, places in [*sorted(groups.items()), *halves, ("all", every)]:
        print(
            f"| {kind} ({len(places)}) | "
            + " | ".join(_cell(answers[name], asked.asked, places) for name in answers)
            + " |"
        )
    if given.misses:
        _print_misses(answers["aipolicy"], asked.asked)


def _cell(answers: Answers, asked: Sequence[Asked], places: Sequence[int]) -> str:
    found = scores([(answers[at], asked[at].grades) for at in places])
    return f"{found.mrr:.3f} / {found.ndcg:.3f} / {found.zero:.0%}"


def _print_misses(answers: Answers, asked: Sequence[Asked]) -> None:
    print()
    for answer, question in zip(answers, asked, strict=True):
        gained = ndcg(answer, question.grades)
        if gained < _BAD:
            found = [question.grades.get(id, 0) for id in answer[:10]]
            print(f"{gained:.2f} {question.kind}: {question.text} -> {len(answer)} found, grades {found}")


if __name__ == "__main__":
    main()
