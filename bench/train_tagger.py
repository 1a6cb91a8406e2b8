"""Train the tagger for people and places on WiNER-fr, measure it on articles held out, write model and scores.

    python bench/train_tagger.py FOLDER [--keep PATH]

FOLDER holds the corpus as brat standoff (`.txt` beside `.ann`, in any depth). Every fifth article is held out for the
scores; the model that is written learns from all of them. The features are those of the program itself.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from aipolicy_index.facts.names.words import Scan, scan
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.tagger.features import features
from aipolicy_index.facts.tagger.tagging import MODEL
from aipolicy_index.model import Article

TAGS = {"Person": "PER", "Location": "LOC", "Organization": "ORG"}
HELD_OUT = 5
SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 120, "feature.minfreq": 1, "feature.possible_transitions": True}


@dataclass(frozen=True)
class Line:
    """One paragraph: the features and the labels of its words."""

    seen: list[list[str]]
    labels: list[str]


def main() -> None:
    """Train, measure, train again on all, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", type=Path, help="also keep the model that has not seen the held-out articles")
    args = parser.parse_args()
    articles = [list(lines_of(path)) for path in sorted(args.folder.rglob("*.txt"))]
    held_out = [line for article in articles[::HELD_OUT] for line in article]
    others = [line for place, article in enumerate(articles) if place % HELD_OUT for line in article]
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        model = args.keep or Path(folder) / "held_out.crfsuite"
        train(others, model)
        report = scores(model, held_out, len(articles))
    train(others + held_out, MODEL)
    report += f"\ntrained twice in {time.perf_counter() - began:.0f} s; model {MODEL.stat().st_size / 1e6:.2f} MB\n"
    MODEL.with_name("scores.txt").write_text(report, encoding="utf-8")
    print(report)


def lines_of(path: Path) -> Iterator[Line]:
    """The paragraphs of one article of the corpus."""
    text = path.read_text(encoding="utf-8")
    seen = scan(Page(Article(text=text, source=path.name, language="fr")))
    labels = labels_of(seen, path.with_suffix(".ann"))
    first = 0
    while first < len(seen.words):
        end = first
        while end < len(seen.words) and seen.words[end].line == seen.words[first].line:
            end += 1
        yield Line(features(seen, range(first, end)), labels[first:end])
        first = end


def labels_of(seen: Scan, annotation: Path) -> list[str]:
    """The label of each word in the BIO scheme."""
    labels = ["O"] * len(seen.words)
    for line in annotation.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        kind, *offsets = cells[1].split() if line.startswith("T") else ("",)
        if kind in TAGS:
            begin = True
            for place in range(seen.first_at(int(offsets[0])), seen.first_at(int(offsets[-1]))):
                if begin and seen.folded[place] in ("l'", "le", "la", "les"):
                    continue
                labels[place] = ("B-" if begin else "I-") + TAGS[kind]
                begin = False
    return labels


def train(lines: list[Line], model: Path) -> None:
    """Train a model on these lines and write it."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for line in lines:
        trainer.append(line.seen, line.labels)
    trainer.set_params(SETTINGS)
    trainer.train(str(model))


def scores(model: Path, lines: list[Line], articles: int) -> str:
    """Precision, recall and F1 of whole names, by kind, and words a second."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    found, gold, right = Counter[str](), Counter[str](), Counter[str]()
    began, words = time.perf_counter(), 0
    for line in lines:
        predicted = names(tagger.tag(line.seen))
        words += len(line.seen)
        wanted = names(line.labels)
        for kind in TAGS.values():
            found[kind] += sum(name[2] == kind for name in predicted)
            gold[kind] += sum(name[2] == kind for name in wanted)
            right[kind] += sum(name[2] == kind for name in predicted & wanted)
    speed = words / (time.perf_counter() - began)
    rows = [f"{articles} articles, every {HELD_OUT}th held out; {speed:,.0f} words a second (features made before)"]
    for kind in TAGS.values():
        precision, recall = right[kind] / max(1, found[kind]), right[kind] / max(1, gold[kind])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        rows.append(f"{kind}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  ({gold[kind]} names)")
    return "\n".join(rows)


def names(labels: list[str]) -> set[tuple[int, int, str]]:
    """Where names stand in a sequence of labels: first word, end, kind."""
    found, first = set(), 0
    for place, label in enumerate([*labels, "O"]):
        if place and labels[place - 1] != "O" and (label == "O" or label.startswith("B-")):
            found.add((first, place, labels[place - 1][2:]))
        if label.startswith("B-") or (label != "O" and (place == 0 or labels[place - 1] == "O")):
            first = place
    return found


if __name__ == "__main__":
    main()
