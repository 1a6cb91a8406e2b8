"""Where words go: data to standard output, narration to standard error, whatever the encoding and whoever listens."""

from __future__ import annotations

import codecs
import io
import json
import os
import re
import sys
from typing import IO, Any

import click

from aipolicy_index.errors import AipolicyError, system_reason

_LEGIBLE = "aipolicy-legible"
_NEVER_SHOWN = re.compile(
    # What a terminal could take for an order, or a parser for a line's end: DEL, C1, separators, bidi, lone halves.
    "[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
)
_CONTROL = re.compile("[\x00-\x1f]")


class OutputFailed(AipolicyError):
    """Standard output took no more: `reason`."""

    code = "error.output"


def prepare_streams() -> None:
    """Let both streams write what their encoding, or their terminal, cannot carry in signs that it has."""
    codecs.register_error(_LEGIBLE, _legible)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            in_ascii = is_terminal(stream) and codecs.lookup(stream.encoding).name == "utf-8" and _terminal_is_ascii()
            stream.reconfigure(encoding="ascii" if in_ascii else None, errors=_LEGIBLE)


def _terminal_is_ascii() -> bool:
    """Whether the locale promises no more: Python itself writes UTF-8 in the C locale (PEP 538, 540)."""
    from aipolicy_tui.terminal.charset import ASCII, charset_of, original_environment

    return charset_of(original_environment()) is ASCII


def _legible(error: UnicodeError) -> tuple[str, int]:
    from aipolicy_tui.wording.ascii import transliterated

    assert isinstance(error, UnicodeEncodeError)
    return transliterated(error.object[error.start : error.end]), error.end


def narrate(text: str) -> None:
    """One line for the person at the terminal, never mixed with data. It does not matter if nobody listens."""
    try:
        click.echo(shown_path(text), file=sys.stderr)
    except OSError:
        abandon(sys.stderr)


def put(text: str, *, line_end: bool = True) -> None:
    """Data, as it is. OutputFailed when it cannot be written; BrokenPipeError when nobody listens any more."""
    try:
        # The stream is named: click takes one in ASCII for a mistake, and would write UTF-8 beside it.
        click.echo(text, file=sys.stdout, nl=line_end)
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon(sys.stdout)
        raise OutputFailed(reason=system_reason(error)) from error


def put_json(record: Any) -> None:
    """One value as JSON on a line of its own."""
    put(as_json(record))


def as_json(value: Any) -> str:
    """A value as JSON that any parser reads and no terminal obeys; in ASCII where the output is not in UTF-8."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    text = json.dumps(value, ensure_ascii=codecs.lookup(encoding).name != "utf-8")
    return _NEVER_SHOWN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def shown_path(path: object) -> str:
    """A path for people: what a terminal could take for an order is replaced."""
    text = str(path)
    if not (_CONTROL.search(text) or _NEVER_SHOWN.search(text)):
        return text
    from aipolicy_index.language.cleaning import clean_path

    return clean_path(text)


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether a person is at the other end."""
    return stream is not None and stream.isatty()


def abandon(stream: IO[str] | None) -> None:
    """Nothing more can be written here: what still waits goes nowhere, and Python does not complain of it at exit."""
    if stream is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
