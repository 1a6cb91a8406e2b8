"""Prints the table: the reader on a terminal of 80 columns and 24 rows, beside newsboat, less and stock Textual."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.terminal import measures
from bench.terminal.material import Material
from bench.terminal.measures import Measure
from bench.terminal.subjects import Subjects

LETTERS = "reglement europeen donnees"


def main() -> None:
    """Measure and print, a line as soon as it is known."""
    parser = argparse.ArgumentParser(prog="python -m bench.terminal", description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "aipolicy-bench-terminal")
    parser.add_argument("--rows", type=int, default=100_000, help="articles of the long library")
    parser.add_argument("--rounds", type=int, default=11, help="starts that are timed; keys are thrice that")
    parser.add_argument("--only", nargs="+", help="names of measures: " + " ".join(sorted(_groups(None, None))))
    given = parser.parse_args()
    material = Material(given.folder)
    material.prepare()
    subjects = Subjects(material)
    for name in ("newsboat", "less"):
        if getattr(subjects, name) is None:
            print(f"{name} is not installed: what is compared with it is left open")
    print(f"{'measure':38}{'reader':>10}  {'peer':>22}{'ratio':>8}{'must':>7}{'aim':>7}")
    for name, group in _groups(subjects, given).items():
        if not given.only or name in given.only:
            for measure in group():
                print(_line(measure), flush=True)


def _groups(subjects: Subjects | None, given: argparse.Namespace | None) -> dict[str, Callable[[], Iterator[Measure]]]:
    """The measures by name."""
    return {
        "list": lambda: measures.list_bytes(subjects),
        "article": lambda: measures.article_bytes(subjects),
        "idle": lambda: measures.idle_bytes(subjects),
        "latency": lambda: measures.latency(subjects, 3 * given.rounds),
        "slow": lambda: measures.slow_link(subjects),
        "start": lambda: measures.starting(subjects, given.rows, given.rounds),
        "memory": lambda: measures.memory(subjects, given.rows),
        "echo": lambda: measures.echo(subjects, LETTERS, given.rounds),
    }


def _line(measure: Measure) -> str:
    theirs = "-" if measure.theirs is None else f"{measure.theirs:.0f}"
    ratio = "-" if measure.ratio is None else f"{measure.ratio:.2f}"
    met = "" if measure.ratio is None or measure.ratio <= measure.must else "  above"
    return (
        f"{measure.name:38}{measure.ours:>8.0f} {measure.unit:2}"
        f"{theirs:>10} {measure.peer:12}{ratio:>8}{measure.must:>7}{measure.aim:>7}{met}"
    )


if __name__ == "__main__":
    main()
