"""Measure the precision of every extraction rule on gold articles, and write it where the extractor reads it.

    python bench/confidence.py [--write] FOLDER...

A folder holds `gold/*.json` and `texts/`. Without --write the table is only printed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from aipolicy_index.facts.grammar.tables import DATA
from aipolicy_index.model import Fact
from gold import ROOT, judgements, scoring

LEAST = 4
"""A rule seen less often is not listed: it takes the precision of its family."""
HEADER = """\
# The measured precision of each extraction rule, `kind`, `kind/family` or `kind/rule`: the confidence of its facts.
# Made by bench/confidence.py from the development half of the gold set; not edited by hand.
# Columns, separated by tabs: name, precision, right, judged. The precision is (right + 1) / (judged + 2), so that a few
# lucky facts do not make a rule certain (Laplace).
"""


def main() -> None:
    """Print the table, and write it when told to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[ROOT / "tests" / "gold" / "open"])
    parser.add_argument("--write", action="store_true", help="write data/confidence.tsv")
    arguments = parser.parse_args()
    lines = _table(arguments.folders or [ROOT / "tests" / "gold" / "open"])
    print("\n".join(lines))
    if arguments.write:
        (DATA / "confidence.tsv").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


def _table(folders: Iterable[Path]) -> list[str]:
    right: Counter[str] = Counter()
    judged: Counter[str] = Counter()
    for fact, correct in _verdicts(folders):
        for name in _families(fact):
            judged[name] += 1
            right[name] += correct
    return [
        f"{name}\t{(right[name] + 1) / (count + 2):.3f}\t{right[name]}\t{count}"
        for name, count in sorted(judged.items())
        if count >= LEAST
    ]


def _families(fact: Fact) -> list[str]:
    """The kind, the rule and every family between: quote, quote/quote.after, quote/quote.after.paragraph."""
    parts = fact.rule.split(".")
    rules = [".".join(parts[:length]) for length in range(1, len(parts) + 1)]
    return [fact.kind.value, *(f"{fact.kind.value}/{rule}" for rule in rules if rule)]


def _verdicts(folders: Iterable[Path]) -> Iterable[tuple[Fact, bool]]:
    """Every fact that gold says something about, and whether it is right."""
    aside, right = scoring().Verdict.ASIDE, scoring().Verdict.RIGHT
    for folder in folders:
        for judgement in judgements(folder):
            yield from ((fact, verdict is right) for fact, verdict in judgement.verdicts if verdict is not aside)


if __name__ == "__main__":
    main()
