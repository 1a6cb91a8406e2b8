"""The help of the program and of each command, in the reader's language: click lays it out, the words are ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from aipolicy_tui.cli.context import Context
from aipolicy_tui.cli.output import shown_path
from aipolicy_tui.cli.usage import WrongUsage
from aipolicy_tui.messages import LANGUAGES, catalogue, say


class Command(click.Command):
    """A command whose help and errors speak the reader's language; it takes `--lang` too."""

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self.params += self.common_options()
        self.allow_extra_args = True

    def common_options(self) -> list[click.Parameter]:
        """Options that may stand before the command or after it."""
        return [language_option()]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Click's parsing, with words too many told in our own words."""
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        if ctx.args and not ctx.resilient_parsing:
            raise WrongUsage(say("usage.too_many", words=shown_path(" ".join(map(str, ctx.args)))), ctx)
        return rest

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what it does, its options, examples."""
        words = " ".join(["[OPTIONS]", *_arguments(self, ctx)])
        formatter.write_usage(ctx.command_path, words, say("usage.prefix") + " ")
        formatter.write_paragraph()
        formatter.write_text(self.help or "")
        for paragraph in _lines(f"{self.name}.about"):
            formatter.write_paragraph()
            formatter.write_text(paragraph)
        with formatter.section(say("usage.options")):
            formatter.write_dl(list(_records(self, ctx)))
        _write_examples(formatter, _lines(f"{self.name}.examples"))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained in the reader's language."""
        return explained(super().get_help_option(ctx))


class LibraryCommand(Command):
    """A command that works on a library: it takes `--library` too."""

    def common_options(self) -> list[click.Parameter]:
        """Options that may stand before the command or after it."""
        return [library_option(), *super().common_options()]


def format_group(group: click.Group, context: click.Context, formatter: click.HelpFormatter) -> None:
    """The help of the program: how it is called, the commands, the options."""
    formatter.write_usage(context.command_path, say("cli.usage"), say("usage.prefix") + " ")
    formatter.write_paragraph()
    formatter.write_text(say("cli.help"))
    with formatter.section(say("usage.commands")):
        formatter.write_dl([(name, say(f"{name}.help")) for name in group.list_commands(context)])
    with formatter.section(say("usage.options")):
        formatter.write_dl(list(_records(group, context)))
    _write_examples(formatter, _lines("cli.examples"))


def explained(option: click.Option | None) -> click.Option | None:
    """Click's help option with our words."""
    if option is not None:
        option.help = say("usage.show_help")
    return option


def library_option() -> click.Option:
    """`--library`: which folder to work on."""
    return click.Option(
        ["--library"],
        metavar=say("metavar.folder"),
        type=click.Path(file_okay=False, path_type=Path),
        help=say("cli.library"),
        callback=_use_library,
        expose_value=False,
    )


def language_option() -> click.Option:
    """`--lang`, which was read before the command line was built."""
    return click.Option(["--lang"], type=click.Choice(LANGUAGES), help=say("cli.lang"), expose_value=False)


def _use_library(context: click.Context, parameter: click.Parameter, folder: Path | None) -> None:
    if folder is not None and isinstance(context.obj, Context):
        context.obj = replace(context.obj, named_folder=folder)


def _arguments(command: click.Command, context: click.Context) -> list[str]:
    return [given.metavar or "" for given in command.get_params(context) if isinstance(given, click.Argument)]


def _records(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    """How each option is written, and what it does. Click's own records add English words."""
    for option in command.get_params(context):
        if isinstance(option, click.Option):
            yield _written(option), option.help or ""


def _written(option: click.Option) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    if option.is_flag:
        return names
    taken = "|".join(map(str, option.type.choices)) if isinstance(option.type, click.Choice) else option.metavar
    return f"{names} {taken}"


def _lines(key: str) -> list[str]:
    """The lines of a sentence that not every command has."""
    return say(key).strip().splitlines() if key in catalogue("en") else []


def _write_examples(formatter: click.HelpFormatter, examples: Iterable[str]) -> None:
    """Lines to copy: never wrapped."""
    if lines := list(examples):
        with formatter.section(say("usage.examples")):
            for line in lines:
                formatter.write(f"{' ' * formatter.current_indent}{line}\n")
