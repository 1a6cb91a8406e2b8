"""Write the parts of the documents that the program itself knows: keys, settings, commands. `python docs/generate.py`

Such a part stands between `<!-- generated: NAME -->` and `<!-- end -->`. With `--check` nothing is written, and the
status says whether something would be.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click

from aipolicy_tui import messages
from aipolicy_tui.cli.group import PROGRAM, build
from aipolicy_tui.cli.read import words
from aipolicy_tui.commands import COMMANDS, Command, Group
from aipolicy_tui.keymap import build_keymap
from aipolicy_tui.messages import say, say_in
from aipolicy_tui.settings import Settings, as_toml

DOCUMENTS = (Path(__file__).with_name("manual.md"),)
_PART = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_WIDTH = 90


def keys_table() -> Iterator[str]:
    """Every command of the screen with its keys, what it does, and the name that the settings know it by."""
    keymap = build_keymap()
    yield "| keys | what it does | in French | name |"
    yield "|---|---|---|---|"
    for group in Group:
        yield f"| **{say(f'group.{group.value}')}** | | | |"
        for known in COMMANDS:
            if known.group is group:
                yield _key_row(known, keymap.keys[known.name])


def _key_row(known: Command, keys: tuple[str, ...]) -> str:
    shown = " ".join(f"`{_cell(key)}`" for key in keys) or "—"
    french = say_in("fr", f"command.{known.name}.title", {})
    return f"| {shown} | {_cell(known.help)} | {_cell(french)} | `{known.name}` |"


def settings_table() -> Iterator[str]:
    """Every setting with what it means and what it is unless the file says otherwise."""
    yield "| setting | what it means | default |"
    yield "|---|---|---|"
    for name in Settings._fields:
        default = "none" if name == "keys" else f"`{_default(name)}`"
        yield f"| `{name}` | {_cell(say('settings.about.' + name))} | {default} |"


def _default(name: str) -> str:
    return next(line.partition(" = ")[2] for line in as_toml(Settings()).splitlines() if line.startswith(f"{name} = "))


def command_help() -> Iterator[str]:
    """The help of the program and of each of its commands."""
    group = build()
    with _context(group, PROGRAM) as context:
        yield from _block(group.get_help(context))
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command is not None
            with _context(command, name, context) as inner:
                yield from ("", f"### {name}", "")
                yield from _block(command.get_help(inner))


def _context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    return command.make_context(name, [], parent, resilient_parsing=True, terminal_width=_WIDTH)


def _block(text: str) -> Iterator[str]:
    yield from ("```text", *text.replace("\u00a0", " ").splitlines(), "```")


def line_commands_table() -> Iterator[str]:
    """The words of the linear mode in both languages."""
    yield "| English | French | what it does |"
    yield "|---|---|---|"
    for known in words.COMMANDS:
        english, french = (f"`{_cell(known.shown_in(language))}`" for language in ("en", "fr"))
        yield f"| {english} | {french} | {_cell(known.help[:1].upper() + known.help[1:])} |"


def _cell(text: str) -> str:
    """Text that stays in its cell of a table."""
    return text.replace("|", "\\|")


PARTS: Mapping[str, Callable[[], Iterator[str]]] = {
    "keys": keys_table,
    "settings": settings_table,
    "commands": command_help,
    "line_commands": line_commands_table,
}


def rewritten(text: str) -> str:
    """A document with its generated parts as they should be."""
    messages.choose("en")
    return _PART.sub(lambda part: part[1] + "\n".join(PARTS[part[2]]()) + "\n" + part[3], text)


def main() -> int:
    """Rewrite the documents, or only compare; 1 when `--check` finds a difference."""
    stale = 0
    for document in DOCUMENTS:
        text = document.read_text("utf-8")
        made = rewritten(text)
        stale += made != text
        if "--check" not in sys.argv[1:]:
            document.write_text(made, "utf-8")
    return 1 if stale and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
