"""`aipolicy-tui` and `aipolicy-tui PATH...`: the reader on the library, or on these files with nothing kept."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import click

from aipolicy_tui.cli.context import COMMANDS, FAILED, INTERRUPTED, WRONG_USAGE, Context
from aipolicy_tui.cli.helping import LibraryCommand
from aipolicy_tui.cli.output import is_terminal, narrate, shown_path
from aipolicy_tui.cli.report import progress_bar, tell_failures
from aipolicy_tui.cli.stopping import stop_asked
from aipolicy_tui.messages import say


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("open", cls=LibraryCommand, help=say("open.help"), hidden=True)
    @click.argument("paths", nargs=-1, metavar=say("metavar.some_paths"), type=click.Path(path_type=Path))
    @click.pass_obj
    def open_reader(context: Context, paths: tuple[Path, ...]) -> int:
        if refusal := _refusal(paths):
            from aipolicy_tui.terminal.crash import tell

            tell(refusal, wrapped=True, stream=sys.stderr)
            return WRONG_USAGE
        return _read_paths(context, paths) if paths else context.open_reader(context.folder, False)

    return open_reader


def _refusal(paths: tuple[Path, ...]) -> str | None:
    """Why the reader cannot be opened, in one sentence."""
    for path in paths:
        if not os.path.lexists(path):
            return _no_such_path(path)
    from aipolicy_tui.terminal.capabilities import Refusal, refusal

    refused = refusal(os.environ) or (None if is_terminal(sys.stdout) else Refusal.NO_SCREEN)
    return say(f"refused.{refused.value}", term=os.environ.get("TERM", "")) if refused else None


def _no_such_path(path: Path) -> str:
    """A word that is neither a file nor a command: it may be a command mistyped."""
    from difflib import get_close_matches

    if nearest := get_close_matches(str(path), COMMANDS, 1):
        return say("open.no_such_command", word=shown_path(path), name=nearest[0])
    return say("open.no_such_path", path=shown_path(path))


def _read_paths(context: Context, paths: tuple[Path, ...]) -> int:
    """A library for this one time, in a folder that goes when the reader is closed."""
    from aipolicy_index.library import Library

    with tempfile.TemporaryDirectory(prefix="aipolicy-tui-") as folder:
        with Library.open(Path(folder), seeds=False) as library, stop_asked() as stopped, progress_bar() as shown:
            report = library.add(paths, defer_facts=True, report=shown, stopped=stopped)
        tell_failures(report)
        if report.interrupted:
            return INTERRUPTED
        if not report.added:
            narrate(say("open.nothing_to_read"))
            return FAILED
        return context.open_reader(Path(folder), True)
