"""The group of commands: finds the command, else opens the reader on what was named; tells errors in one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from aipolicy_index.errors import AipolicyError
from aipolicy_tui.cli import usage
from aipolicy_tui.cli.context import (
    COMMANDS,
    INTERRUPTED,
    WRONG_USAGE,
    Context,
    OpenReader,
    error_sentence,
    narrate,
)
from aipolicy_tui.messages import LANGUAGES, say
from aipolicy_tui.settings import Settings

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
        return usage.explained(super().get_help_option(ctx))

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        usage.format_group(self, ctx, formatter)


def build(settings: Settings, open_reader: OpenReader) -> click.Group:
    """The whole command line, in the chosen language."""

    @click.group(
        cls=_Commands,
        name="aipolicy-tui",
        help=say("cli.help"),
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    @click.option(
        "--library", "folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help=say("cli.library")
    )
    @click.option("--lang", "language", type=click.Choice(LANGUAGES), help=say("cli.lang"))
    @click.version_option(package_name="aipolicy-tui", message="%(prog)s %(version)s", help=say("cli.version"))
    @click.pass_context
    def group(context: click.Context, folder: Path | None, language: str | None) -> None:
        context.obj = Context(folder or _default_folder(settings), settings, open_reader)

    assert isinstance(group, click.Group)
    return group


def main(arguments: Sequence[str], settings: Settings, open_reader: OpenReader) -> int:
    """Run the command line; the exit status: 0 done, 1 failed, 2 wrong usage."""
    group = build(settings, open_reader)
    try:
        status = group.main(_with_command(list(arguments)), prog_name="aipolicy-tui", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.UsageError as error:
        narrate(usage.explain(error))
        return WRONG_USAGE
    except click.Abort:
        return INTERRUPTED
    except AipolicyError as error:
        narrate(error_sentence(error))
        return 1
    except BrokenPipeError:
        # The reader of the pipe has seen enough; Python must not complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status if isinstance(status, int) else 0


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


def _default_folder(settings: Settings) -> Path:
    if given := os.environ.get("AIPOLICY_LIBRARY") or settings.library:
        return Path(given).expanduser()
    from aipolicy_index.library import default_folder

    return default_folder()
