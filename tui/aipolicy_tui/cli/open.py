"""`aipolicy-tui` and `aipolicy-tui PATH...`: the reader on the library, or on these files with nothing kept."""

from __future__ import annotations

import difflib
import sys
import tempfile
from pathlib import Path

import click

from aipolicy_tui.cli.context import COMMANDS, DONE, WRONG_USAGE, Context, narrate
from aipolicy_tui.cli.report import tell_failures
from aipolicy_tui.cli.usage import Command
from aipolicy_tui.messages import say


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("open", cls=Command, help=say("open.help"), hidden=True)
    @click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
    @click.pass_obj
    def open_reader(context: Context, paths: tuple[Path, ...]) -> int:
        if missing := next((path for path in paths if not path.exists()), None):
            narrate(_no_such_path(missing))
            return WRONG_USAGE
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            narrate(say("open.no_terminal"))
            return WRONG_USAGE
        return _read_paths(context, paths) if paths else context.open_reader(context.folder, False)

    return open_reader


def _no_such_path(path: Path) -> str:
    """A word that is neither a file nor a command: it may be a command mistyped."""
    nearest = difflib.get_close_matches(str(path), COMMANDS, 1)
    if nearest:
        return say("open.no_such_command", word=path, name=nearest[0])
    return say("open.no_such_path", path=path)


def _read_paths(context: Context, paths: tuple[Path, ...]) -> int:
    """A library for this one time, in a folder that goes when the reader is closed."""
    from aipolicy_index.library import Library

    with tempfile.TemporaryDirectory(prefix="aipolicy-tui-") as folder:
        with Library.open(Path(folder), seeds=False) as library:
            report = library.add(paths, defer_facts=True)
        tell_failures(report)
        if not report.added:
            narrate(say("open.nothing_to_read"))
            return 1
        context.open_reader(Path(folder), True)
    return DONE
