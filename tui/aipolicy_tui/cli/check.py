"""`aipolicy-tui check [--repair]`: whether the library is sound; what is derived can be made again."""

from __future__ import annotations

import click

from aipolicy_index.library import CheckReport
from aipolicy_tui.cli.context import DONE, FAILED, Context, narrate, sentence
from aipolicy_tui.cli.usage import Command
from aipolicy_tui.messages import say


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("check", cls=Command, help=say("check.help"))
    @click.option("--repair", is_flag=True, help=say("check.repair"))
    @click.pass_obj
    def check(context: Context, repair: bool) -> int:
        with context.library() as library:
            report = library.check(repair=repair)
        for line in _faults(report):
            narrate(line)
        click.echo(say("check.counts", articles=report.articles, with_facts=report.with_facts))
        click.echo(say("check.sound" if report.sound else "check.unsound"))
        return DONE if report.sound else FAILED

    return check


def _faults(report: CheckReport) -> list[str]:
    lines = [say("check.database_fault", fault=fault) for fault in report.database_faults]
    if report.misplaced_facts:
        lines.append(say("check.misplaced_facts", count=len(report.misplaced_facts)))
    if report.index_fault:
        lines.append(sentence(report.index_fault, {"reason": "", "path": ""}))
    if report.missing_in_index:
        lines.append(say("check.missing_in_index", count=report.missing_in_index))
    if report.unknown_in_index:
        lines.append(say("check.unknown_in_index", count=report.unknown_in_index))
    return lines
