"""How well key facts are found: F1 of every kind on the two halves of the gold set, as the table of docs/facts.md.

python bench/quality.py [--floors]      --floors writes tests/gold/floors.toml, four points under what is measured
"""

from __future__ import annotations

import argparse

from aipolicy_index.model import FactKind
from gold import GOLD, judgements, scoring

HALVES = ("open", "frozen")
MARGIN = 0.04
HEADER = """\
# No kind of fact may fall below these scores (F1; key sentences: recall; speaker: share) on a half of the gold set.
# Four points under what was measured, so that a new article in the set does not fail a test by itself.
# Made by bench/quality.py --floors.
"""


def main() -> None:
    """Print the table, and write the floors when told to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--floors", action="store_true", help="write tests/gold/floors.toml")
    scores = {half: _scores(half) for half in HALVES}
    print("| | open half | frozen half |\n|---|---|---|")
    for name in scores["open"]:
        print(f"| {name} | {scores['open'][name]:.2f} | {scores['frozen'][name]:.2f} |")
    if parser.parse_args().floors:
        (GOLD / "floors.toml").write_text(HEADER + "\n".join(map(_table, HALVES, scores.values())), "utf-8")


def _scores(half: str) -> dict[str, float]:
    total = scoring().Judgement()
    for judgement in judgements(GOLD / half):
        total.add(judgement)
    return {kind.value: total.f1(kind) for kind in FactKind} | {"speaker": total.speaker_share()}


def _table(half: str, scores: dict[str, float]) -> str:
    return f"[{half}]\n" + "".join(f"{name} = {max(0.0, score - MARGIN):.2f}\n" for name, score in scores.items())


if __name__ == "__main__":
    main()
