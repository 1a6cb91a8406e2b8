"""`aipolicy-tui read`: the reader line by line, for screen readers, scripts, and terminals that cannot draw."""

from __future__ import annotations

import click

from aipolicy_tui.cli.context import DONE, FAILED, Context
from aipolicy_tui.cli.helping import LibraryCommand
from aipolicy_tui.messages import say


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("read", cls=LibraryCommand, help=say("read.help"))
    @click.pass_obj
    def read(context: Context) -> int:
        from aipolicy_tui.cli.read.asking import Conversation
        from aipolicy_tui.cli.read.session import Session

        conversation = Conversation(context.settings.measure)
        with context.library() as library:
            session = Session(library, conversation)
            session.begin()
            for line in conversation.lines():
                if not session.obey(line):
                    break
        return DONE if conversation.is_with_person or not session.failures else FAILED

    return read
