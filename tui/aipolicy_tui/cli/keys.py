"""`aipolicy-tui keys`: the keymap in force, as a part of the settings file ready to edit."""

from __future__ import annotations

import json

import click

from aipolicy_tui.cli.context import DONE, Context
from aipolicy_tui.cli.helping import Command
from aipolicy_tui.cli.output import narrate, put, shown_path
from aipolicy_tui.commands import COMMANDS
from aipolicy_tui.keymap import build_keymap
from aipolicy_tui.messages import say
from aipolicy_tui.settings import settings_file


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("keys", cls=Command, help=say("keys.help"))
    @click.pass_obj
    def keys(context: Context) -> int:
        keymap = build_keymap(context.settings.keys)
        for problem in keymap.problems:
            narrate(str(problem))
        narrate(say("keys.place", path=shown_path(settings_file())))
        put("[keys]")
        for known in COMMANDS:
            bound = json.dumps(list(keymap.keys[known.name]), ensure_ascii=False)
            put(f"{known.name} = {bound}  # {known.title}")
        return DONE

    return keys
