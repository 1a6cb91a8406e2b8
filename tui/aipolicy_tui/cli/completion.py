"""`aipolicy-tui completion SHELL`: the script that completes commands and options in bash, zsh or fish."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from aipolicy_tui.cli.context import DONE
from aipolicy_tui.cli.usage import Command
from aipolicy_tui.messages import say

SHELLS = ("bash", "zsh", "fish")


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("completion", cls=Command, help=say("completion.help"))
    @click.argument("shell", type=click.Choice(SHELLS), metavar="|".join(SHELLS))
    @click.pass_context
    def completion(context: click.Context, shell: str) -> int:
        script = get_completion_class(shell)
        assert script is not None
        root = context.find_root()
        click.echo(script(root.command, {}, "aipolicy-tui", "_AIPOLICY_TUI_COMPLETE").source())
        return DONE

    return completion
