"""`aipolicy-tui completion SHELL`: the script that completes commands and options in bash, zsh or fish."""

from __future__ import annotations

import click

from aipolicy_tui.cli.context import DONE
from aipolicy_tui.cli.helping import Command
from aipolicy_tui.cli.output import put
from aipolicy_tui.messages import say

SHELLS = ("bash", "zsh", "fish")


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("completion", cls=Command, help=say("completion.help"))
    @click.argument("shell", type=click.Choice(SHELLS), metavar="SHELL")
    def completion(shell: str) -> int:
        put(script(shell))
        return DONE

    return completion


def script(shell: str) -> str:
    """The completion script for this shell."""
    from click.shell_completion import get_completion_class

    from aipolicy_tui.cli.group import COMPLETE_VARIABLE, PROGRAM, build

    made_for = get_completion_class(shell)
    assert made_for is not None
    return made_for(build(), {}, PROGRAM, COMPLETE_VARIABLE).source()
