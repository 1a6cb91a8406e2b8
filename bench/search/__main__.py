"""Prints the table: this program's search beside SQLite FTS5 and tantivy, in one run."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from bench.search import measuring
from bench.search.kinds import Kind
from bench.search.measuring import Bench, Timings, p95
from bench.search.starting import Start

_TYPED = (
    "amende cnil",
    "intelligence artificielle",
    "régulation des plateformes",
    '"données personnelles"',
    "l'accord",
)
_ENGINES = ("aipolicy", "fts5", "tantivy")


def main() -> None:
    """Measures each size and prints what it found."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000], help="articles (100000 takes minutes)")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "aipolicy-bench")
    parser.add_argument("--questions", type=int, default=8, help="questions of each kind")
    parser.add_argument("--rounds", type=int, default=4, help="times each is asked; the first is told apart")
    parser.add_argument("--starts", type=int, default=3, help="fresh processes of each kind and engine")
    parser.add_argument("--rebuild", action="store_true", help="build every index again")
    parser.add_argument("--cpu", action="store_true", help="CPU time, for a machine that does other work meanwhile")
    parser.add_argument("--opening", choices=_ENGINES, help=argparse.SUPPRESS)
    given = parser.parse_args()
    for size in given.sizes:
        bench = Bench(size, given.folder, process_time if given.cpu else perf_counter)
        if given.opening:
            print(measuring.measure_opening(bench, given.opening))
        else:
            _print_all(bench, given)


def _print_all(bench: Bench, given: argparse.Namespace) -> None:
    print(f"\n## {bench.count:,} articles\n")
    rates = measuring.build(bench, again=given.rebuild)
    _print_questions(measuring.asked(bench, given.questions, given.rounds))
    _print_starts(measuring.first_ever(bench, given.starts))
    typed = measuring.typed(bench, _TYPED * 2)
    print(f"\nletter typed -> hits with passages: p50 {_ms(median(typed))}, p95 {_ms(p95(typed))}")
    print("\n| | " + " | ".join(_ENGINES) + " | to fts5 |\n|---|" + "---|" * 4)
    _row("articles indexed per CPU second", rates, "{:,.0f}")
    openings = {name: measuring.opening(bench, name) for name in _ENGINES}
    _row("open, ms", {name: 1000 * each.open for name, each in openings.items()}, "{:.1f}")
    _row("first search, ms", {name: 1000 * each.first for name, each in openings.items()}, "{:.1f}")
    _row("resident, MB", {name: each.megabytes for name, each in openings.items()}, "{:.0f}")
    _row("of these private, MB", {name: each.private for name, each in openings.items()}, "{:.0f}")
    _row("on disk, MB", {engine.name: engine.size() / 1e6 for engine in bench.engines()}, "{:.0f}")
    more = measuring.one_more(bench)
    _row("one more article until found, ms", {name: 1000 * each for name, each in more.items()}, "{:.1f}")


def _row(name: str, values: dict[str, float], shape: str) -> None:
    shown = " | ".join(shape.format(values[engine]) for engine in _ENGINES)
    print(f"| {name} | {shown} | {_ratio(values['aipolicy'], values['fts5'])} |")


def _print_questions(table: dict[Kind, dict[str, Timings]]) -> None:
    print("| p50/p95 ms, warm (first) | aipolicy | fts5 | tantivy | to fts5 | to tantivy | first to fts5 |")
    print("|---|---|---|---|---|---|---|")
    for kind, row in table.items():
        ours, fts5, tantivy = (row.get(name) for name in _ENGINES)
        assert ours is not None
        assert tantivy is not None
        cells = [_cell(each) for each in (ours, fts5, tantivy)]
        ratios = [
            _ratio(median(ours.warm), median(fts5.warm)) if fts5 else "-",
            _ratio(median(ours.warm), median(tantivy.warm)),
            _ratio(median(ours.first), median(fts5.first)) if fts5 else "-",
        ]
        print(f"| {kind} | " + " | ".join(cells + ratios) + " |")


def _print_starts(table: dict[Kind, dict[str, Start]]) -> None:
    print(f"\n| first search of a fresh process, ms (import and open) | {' | '.join(_ENGINES)} | to fts5 |")
    print("|---|---|---|---|---|")
    for kind, row in table.items():
        cells = [
            f"{1000 * row[name].search:.1f} ({1000 * row[name].ready:.0f})" if name in row else "-" for name in _ENGINES
        ]
        ratio = _ratio(row["aipolicy"].search, row["fts5"].search) if "fts5" in row else "-"
        print(f"| {kind} | " + " | ".join([*cells, ratio]) + " |")


def _cell(timings: Timings | None) -> str:
    if timings is None:
        return "-"
    warm = f"{1000 * median(timings.warm):.2f}/{1000 * p95(timings.warm):.2f}"
    return f"{warm} ({1000 * median(timings.first):.2f})"


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:.1f} ms"


def _ratio(left: float, right: float) -> str:
    return f"{left / right:.2f}x"


if __name__ == "__main__":
    main()
