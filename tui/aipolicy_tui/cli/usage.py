"""Click's own words, in the reader's language: what was wrong with a command line, and the list of commands."""

from __future__ import annotations

import difflib

import click

from aipolicy_tui.messages import say


def explain(error: click.UsageError) -> str:
    """One sentence: what was wrong, and where help is."""
    command = error.ctx.command_path if error.ctx is not None else "aipolicy-tui"
    return f"{_what(error)} {say('usage.help', command=command)}"


def _what(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            nearest = difflib.get_close_matches(error.option_name, error.possibilities or (), 1)
            hint = " " + say("usage.did_you_mean", name=nearest[0]) if nearest else ""
            return say("usage.no_such_option", name=error.option_name) + hint
        case click.MissingParameter():
            return say("usage.missing", name=_name_of(error))
        case click.BadParameter():
            return say("usage.bad_value", name=_name_of(error), wanted=_wanted(error))
        case click.BadOptionUsage():
            return say("usage.bad_option", name=error.option_name)
        case _:
            return say("usage.wrong", reason=error.format_message())


def _name_of(error: click.BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return ""
    return parameter.opts[0] if isinstance(parameter, click.Option) else (parameter.metavar or "")


def _wanted(error: click.BadParameter) -> str:
    """What the parameter takes."""
    match error.param.type if error.param is not None else None:
        case click.IntRange(min=low, max=high):
            return say("usage.wants_number_between", low=low, high=high)
        case click.types.IntParamType():
            return say("usage.wants_number")
        case click.Choice(choices=choices):
            return ", ".join(str(choice) for choice in choices)
        case click.Path():
            return say("usage.wants_path")
        case _:
            return error.message


def format_group(group: click.Group, context: click.Context, formatter: click.HelpFormatter) -> None:
    """The help of the program: how it is called, the commands, the options."""
    formatter.write_usage("aipolicy-tui", say("cli.usage"), prefix=say("usage.prefix") + " ")
    formatter.write_paragraph()
    formatter.write_text(say("cli.help"))
    with formatter.section(say("usage.commands")):
        formatter.write_dl([(name, say(f"{name}.help")) for name in group.list_commands(context)])
    with formatter.section(say("usage.options")):
        formatter.write_dl(_option_records(group, context))


def _option_records(command: click.Command, context: click.Context) -> list[tuple[str, str]]:
    options = (option for option in command.get_params(context) if isinstance(option, click.Option))
    return [record for option in options if (record := option.get_help_record(context)) is not None]


class Command(click.Command):
    """A command whose help speaks the reader's language."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what it does, its options."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), say("usage.prefix") + " ")
        formatter.write_paragraph()
        formatter.write_text(self.help or "")
        with formatter.section(say("usage.options")):
            formatter.write_dl(_option_records(self, ctx))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained in the reader's language."""
        return explained(super().get_help_option(ctx))


def explained(option: click.Option | None) -> click.Option | None:
    """Click's help option with our words."""
    if option is not None:
        option.help = say("usage.show_help")
    return option
