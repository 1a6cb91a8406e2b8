"""What an addition did, in words: one line of counts, one for each failure, one for each ending that is not read."""

from __future__ import annotations

from aipolicy_index.library import AddReport
from aipolicy_tui.cli.context import narrate, sentence
from aipolicy_tui.messages import say


def tell_report(report: AddReport) -> None:
    """The whole report, on standard error."""
    tell_failures(report)
    if report.interrupted:
        narrate(say("add.interrupted"))
    narrate(
        say(
            "add.counts",
            added=report.added,
            updated=report.updated,
            unchanged=report.unchanged,
            failed=len(report.failures),
            seconds=f"{report.seconds:.1f}",
        )
    )


def tell_failures(report: AddReport) -> None:
    """The files that failed and why, and the endings that nothing here reads."""
    for failure in report.failures:
        narrate(sentence(failure.code, dict(failure.values)))
    for ending, count in sorted(report.unread_endings.items()):
        narrate(say("add.unread_ending", ending=ending or say("add.no_ending"), count=count))
