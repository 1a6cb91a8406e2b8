"""`aipolicy-tui config`: the settings in force, as a file ready to edit."""

from __future__ import annotations

import click

from aipolicy_tui.cli.context import DONE, Context
from aipolicy_tui.cli.helping import Command
from aipolicy_tui.cli.output import narrate, put, shown_path
from aipolicy_tui.messages import say
from aipolicy_tui.settings import as_toml, settings_file


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("config", cls=Command, help=say("config.help"))
    @click.pass_obj
    def config(context: Context) -> int:
        narrate(say("config.place", path=shown_path(settings_file())))
        put(as_toml(context.settings), line_end=False)
        return DONE

    return config
