"""What an addition does and did, in words: a bar while it runs, then a line for each failure and one of counts."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from aipolicy_tui.cli.output import is_terminal, narrate
from aipolicy_tui.messages import explain, say

if TYPE_CHECKING:
    from aipolicy_index.library import AddProgress, AddReport


@contextmanager
def progress_bar() -> Iterator[Callable[[AddProgress], None] | None]:
    """A bar on a terminal that can redraw a line, nothing elsewhere."""
    if not is_terminal(sys.stderr):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    if console.is_dumb_terminal:
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(say("add.progress"), total=None)
        yield lambda step: progress.update(task, completed=step.done, total=step.total)


def tell_report(report: AddReport) -> None:
    """The whole report, on standard error: what failed, what was not read, the counts, what is left to do."""
    from aipolicy_tui.wording.values import number

    tell_failures(report)
    if report.interrupted:
        narrate(say("add.interrupted"))
    counts = {
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "failed": len(report.failures),
        "seconds": round(report.seconds, 1),
    }
    narrate(say("add.counts", **{name: number(count) for name, count in counts.items()}))


def tell_failures(report: AddReport) -> None:
    """The files that failed and why, and the endings that nothing here reads."""
    for failure in report.failures:
        narrate(explain(failure.code, failure.values))
    for ending, count in sorted(report.unread_endings.items()):
        kind = "ending" if ending.startswith(".") else "name" if ending else "no_ending"
        narrate(say(f"add.unread_{kind}", ending=ending, count=count))
