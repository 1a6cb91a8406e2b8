"""`aipolicy-tui add PATH...`: files and folders into the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from aipolicy_tui.cli.context import DONE, FAILED, INTERRUPTED, Context
from aipolicy_tui.cli.helping import LibraryCommand
from aipolicy_tui.cli.output import narrate
from aipolicy_tui.cli.report import progress_bar, tell_report
from aipolicy_tui.cli.stopping import stop_asked
from aipolicy_tui.messages import say

if TYPE_CHECKING:
    from aipolicy_index.library import AddReport


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("add", cls=LibraryCommand, help=say("add.help"))
    @click.option("--defer-facts", is_flag=True, help=say("add.defer_facts"))
    @click.option("--jobs", type=click.IntRange(1, 64), metavar=say("metavar.number"), help=say("add.jobs"))
    @click.argument("paths", nargs=-1, required=True, metavar=say("metavar.paths"), type=click.Path(path_type=Path))
    @click.pass_obj
    def add(context: Context, defer_facts: bool, jobs: int | None, paths: tuple[Path, ...]) -> int:
        with context.library(seeds=False) as library, stop_asked() as stopped, progress_bar() as shown:
            report = library.add(paths, defer_facts=defer_facts, report=shown, jobs=jobs, stopped=stopped)
        tell_report(report)
        if defer_facts and report.added + report.updated:
            narrate(say("add.facts_follow"))
        return _status(report)

    return add


def _status(report: AddReport) -> int:
    if report.interrupted:
        return INTERRUPTED
    held = report.added + report.updated + report.unchanged
    return FAILED if report.failures or not held else DONE
