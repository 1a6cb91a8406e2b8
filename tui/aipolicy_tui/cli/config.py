"""`aipolicy-tui config`: the settings in force, or the names of the same thing, as a file ready to edit."""

from __future__ import annotations

import click

from aipolicy_tui.cli.context import DONE, Context
from aipolicy_tui.cli.helping import Command
from aipolicy_tui.cli.output import narrate, put, shown_path
from aipolicy_tui.messages import say
from aipolicy_tui.settings import as_toml, settings_file
from aipolicy_tui.tuning import synonyms_as_text, synonyms_file


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("config", cls=Command, help=say("config.help"))
    @click.option("--synonyms", is_flag=True, help=say("config.synonyms"))
    @click.pass_obj
    def config(context: Context, synonyms: bool) -> int:
        if synonyms:
            narrate(say("config.synonyms_place", path=shown_path(synonyms_file())))
            put(synonyms_as_text(synonyms_file()), line_end=False)
            return DONE
        narrate(say("config.place", path=shown_path(settings_file())))
        put(as_toml(context.settings), line_end=False)
        return DONE

    return config
