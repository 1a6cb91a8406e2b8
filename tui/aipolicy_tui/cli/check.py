"""`aipolicy-tui check [--repair]`: whether the library is sound; what is derived can be made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aipolicy_index.deeds import KEPT_DAYS
from aipolicy_tui.cli.context import DONE, FAILED, Context
from aipolicy_tui.cli.helping import LibraryCommand
from aipolicy_tui.cli.output import narrate, put
from aipolicy_tui.messages import explain, say

if TYPE_CHECKING:
    from aipolicy_index.library import CheckReport


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("check", cls=LibraryCommand, help=say("check.help"))
    @click.option("--repair", is_flag=True, help=say("check.repair"))
    @click.pass_obj
    def check(context: Context, repair: bool) -> int:
        with context.library() as library:
            report = library.check(repair=repair)
        for line in _faults(report):
            narrate(line)
        put(say("check.counts", articles=report.articles, with_facts=report.with_facts))
        if report.removed:
            put(say("check.removed", count=report.removed, days=KEPT_DAYS))
        put(say(_verdict(report, asked_to_repair=repair)))
        return DONE if report.sound else FAILED

    return check


def _verdict(report: CheckReport, *, asked_to_repair: bool) -> str:
    if report.sound:
        return "check.repaired" if report.repaired else "check.sound"
    return "check.beyond_repair" if asked_to_repair else "check.unsound"


def _faults(report: CheckReport) -> list[str]:
    lines = [say("check.database_fault", fault=fault) for fault in report.database_faults]
    if report.misplaced_facts:
        lines.append(say("check.misplaced_facts", count=len(report.misplaced_facts)))
    if report.index_fault:
        lines.append(explain(report.index_fault, {}))
    if report.missing_in_index:
        lines.append(say("check.missing_in_index", count=report.missing_in_index))
    if report.unknown_in_index:
        lines.append(say("check.unknown_in_index", count=report.unknown_in_index))
    return lines
