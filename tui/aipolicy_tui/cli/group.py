"""The group of commands: finds the command, else opens the reader on what was named; tells errors in one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

import click

from aipolicy_index import __version__
from aipolicy_index.errors import AipolicyError
from aipolicy_tui.cli import helping
from aipolicy_tui.cli.context import COMMANDS, DONE, FAILED, INTERRUPTED, WRONG_USAGE, Context, OpenReader
from aipolicy_tui.cli.output import abandon, narrate
from aipolicy_tui.cli.usage import explain_usage
from aipolicy_tui.messages import explain, say
from aipolicy_tui.settings import Settings

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

PROGRAM = "aipolicy-tui"
COMPLETE_VARIABLE = "_AIPOLICY_TUI_COMPLETE"
"""Set by the completion scripts: says what a shell wants to know."""

_READ = "open"
"""The command behind `aipolicy-tui` and `aipolicy-tui PATH...`."""
_HELP = {"help_option_names": ["-h", "--help"]}
_GLOBAL_VALUES = ("--library", "--lang")


class _Commands(click.Group):
    """Commands that are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in (*COMMANDS, _READ):
            return None
        command: click.Command = import_module(f"aipolicy_tui.cli.{cmd_name}").command()
        command.context_settings = {**_HELP, **command.context_settings}
        return command

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return helping.explained(super().get_help_option(ctx))

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        helping.format_group(self, ctx, formatter)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options; where none begins so, files."""
        from click.shell_completion import CompletionItem

        return super().shell_complete(ctx, incomplete) or [CompletionItem(incomplete, type="file")]


def build() -> click.Group:
    """The whole command line, in the chosen language."""
    version = click.version_option(__version__, message="%(prog)s %(version)s", help=say("cli.version"))
    group = click.group(
        cls=_Commands,
        name=PROGRAM,
        context_settings=_HELP,
        params=[helping.library_option(), helping.language_option()],
    )
    return group(version(lambda: None))


def main(arguments: Sequence[str], settings: Settings, open_reader: OpenReader) -> int:
    """Run the command line; the exit status: 0 done, 1 failed, 2 wrong usage, 130 interrupted."""
    group = build()
    if instruction := os.environ.get(COMPLETE_VARIABLE):
        from click.shell_completion import shell_complete

        return shell_complete(group, {}, PROGRAM, COMPLETE_VARIABLE, instruction)
    try:
        return _run(group, _with_command(list(arguments)), Context(None, settings, open_reader))
    except click.UsageError as error:
        narrate(explain_usage(error))
        return WRONG_USAGE
    except AipolicyError as error:
        narrate(explain(error.code, error.values))
        return FAILED
    except BrokenPipeError:
        # Whoever read the pipe has seen enough: `| head` is no failure.
        abandon(sys.stdout)
        return DONE
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED


def _run(group: click.Group, arguments: list[str], given: Context) -> int:
    try:
        with group.make_context(PROGRAM, arguments, obj=given) as context:
            status = group.invoke(context)
    except click.exceptions.Exit as ended:
        status = ended.exit_code
    return status if isinstance(status, int) else DONE


def _with_command(arguments: list[str]) -> list[str]:
    """The arguments with `open` put before the first word that names no command."""
    place = 0
    while place < len(arguments) and arguments[place].startswith("-") and arguments[place] != "-":
        if arguments[place] in ("-h", "--help", "--version"):
            return arguments
        if arguments[place] == "--":
            break
        place += 2 if arguments[place] in _GLOBAL_VALUES else 1
    if place < len(arguments) and arguments[place] in COMMANDS:
        return arguments
    return [*arguments[:place], _READ, *arguments[place:]]
