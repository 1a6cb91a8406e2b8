"""`aipolicy-tui add PATH...`: files and folders into the library."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aipolicy_tui.cli.context import DONE, FAILED, INTERRUPTED, Context
from aipolicy_tui.cli.report import tell_report
from aipolicy_tui.cli.usage import Command
from aipolicy_tui.messages import say

if TYPE_CHECKING:
    from aipolicy_index.library import AddProgress


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("add", cls=Command, help=say("add.help"))
    @click.option("--defer-facts", is_flag=True, help=say("add.defer_facts"))
    @click.option("--jobs", type=click.IntRange(1, 64), metavar="N", help=say("add.jobs"))
    @click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
    @click.pass_obj
    def add(context: Context, defer_facts: bool, jobs: int | None, paths: tuple[Path, ...]) -> int:
        with context.library(seeds=False) as library, _ended_by_hangup(), _progress_bar() as shown:
            report = library.add(paths, defer_facts=defer_facts, report=shown, jobs=jobs)
        tell_report(report)
        if report.interrupted:
            return INTERRUPTED
        return FAILED if report.failures else DONE

    return add


@contextmanager
def _progress_bar() -> Iterator[Callable[[AddProgress], None] | None]:
    """A bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(say("add.progress"), total=None)
        yield lambda step: progress.update(task, completed=step.done, total=step.total)


@contextmanager
def _ended_by_hangup() -> Iterator[None]:
    """A hang-up or a polite kill ends the addition as Ctrl-C does: with what was added so far."""

    def interrupt(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    before = {name: signal.signal(name, interrupt) for name in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
