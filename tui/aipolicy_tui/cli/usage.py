"""What was wrong with a command line, in the reader's language: click's errors, and our own."""

from __future__ import annotations

import click

from aipolicy_tui.cli.output import shown_path
from aipolicy_tui.messages import say


class WrongUsage(click.UsageError):
    """A command line that cannot be meant; the message is a sentence of ours."""


def explain_usage(error: click.UsageError) -> str:
    """One sentence on what was wrong, and where help is."""
    path = error.ctx.command_path.removesuffix(" open") if error.ctx is not None else "aipolicy-tui"
    return f"{_what(error)} {say('usage.help', command=path)}"


def _what(error: click.UsageError) -> str:
    match error:
        case WrongUsage():
            return error.message
        case click.NoSuchOption():
            return _no_such_option(error)
        case click.MissingParameter():
            return say("usage.missing", name=_name_of(error))
        case click.BadParameter():
            return say("usage.bad_value", name=_name_of(error), wanted=_wanted(error))
        case click.BadOptionUsage():
            return say("usage.no_value" if _is_flag(error) else "usage.needs_value", name=error.option_name)
        case _:
            return say("error.reason", reason=error.format_message())


def _no_such_option(error: click.NoSuchOption) -> str:
    from difflib import get_close_matches

    name = shown_path(error.option_name)
    known = [name for option in _options(error.ctx) for name in option.opts if name.startswith("--")]
    nearest = get_close_matches(name, known, 1)
    return say("usage.no_such_option_near", name=name, near=nearest[0]) if nearest else say(
        "usage.no_such_option", name=name
    )  # fmt: skip


def _options(context: click.Context | None) -> list[click.Option]:
    if context is None:
        return []
    return [option for option in context.command.get_params(context) if isinstance(option, click.Option)]


def _is_flag(error: click.BadOptionUsage) -> bool:
    return any(option.is_flag for option in _options(error.ctx) if error.option_name in option.opts)


def _name_of(error: click.BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return ""
    return parameter.opts[-1] if isinstance(parameter, click.Option) else (parameter.metavar or "").rstrip(".")


def _wanted(error: click.BadParameter) -> str:
    """What the parameter takes."""
    match error.param.type if error.param is not None else None:
        case click.IntRange(min=low, max=high):
            return say("usage.wants_number_between", low=low, high=high)
        case click.types.IntParamType():
            return say("usage.wants_number")
        case click.Choice(choices=choices):
            return ", ".join(str(choice) for choice in choices)
        case click.Path(file_okay=False):
            return say("usage.wants_folder")
        case click.Path():
            return say("usage.wants_file")
        case _:
            return error.message
