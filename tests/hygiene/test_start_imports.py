"""What each way of starting the program may import: a start is quick because it leaves the rest alone."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

_HEAVY = {
    "textual",
    "whoosh",
    "numpy",
    "trafilatura",
    "lxml",
    "pypdf",
    "pycrfsuite",
    "rich",
    "multiprocessing",
    "concurrent",
    "asyncio",
    "ssl",
    "snowballstemmer",
}


def _imported_by(code: str) -> set[str]:
    script = f"import json, sys\n{code}\nprint(json.dumps(sorted({{name.split('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "module",
    [
        "aipolicy_tui.start",
        "aipolicy_tui.program",
        "aipolicy_tui.cli",
        "aipolicy_tui.cli.add",
        "aipolicy_tui.cli.search",
        "aipolicy_index.library",
    ],
)
def test_a_start_imports_nothing_heavy(module: str) -> None:
    assert not _imported_by(f"import {module}") & _HEAVY


@pytest.mark.parametrize("arguments", [["--help"], ["keys"], ["config"], ["completion", "bash"]])
def test_small_commands_import_nothing_heavy(arguments: list[str]) -> None:
    assert not _imported_by(f"from aipolicy_tui.program import run\nrun({arguments!r})") & _HEAVY


def test_the_command_line_never_imports_textual(tmp_path_factory: pytest.TempPathFactory) -> None:
    library = str(tmp_path_factory.mktemp("library"))
    for arguments in (["search", "Microsoft"], ["show", "1"], ["check"], ["export", "--facts", "1"]):
        code = f"from aipolicy_tui.program import run\nassert run(['--library', {library!r}, *{arguments!r}]) == 0"
        assert "textual" not in _imported_by(code)


def test_the_screen_imports_no_engine_and_no_extractor() -> None:
    imported = _imported_by("import aipolicy_tui.app")
    assert not imported & (_HEAVY - {"textual", "rich", "asyncio", "ssl", "concurrent", "multiprocessing"})


_READER = """
from aipolicy_tui.terminal.importing import leave_out, take_back
leave_out()
from aipolicy_tui.screens.reader_app import ReaderApp
from aipolicy_index.service.client import ServiceClient
"""


def test_the_screen_imports_neither_the_palette_of_textual_nor_tls() -> None:
    """Both can be imported as ever afterwards."""
    code = f"""{_READER}take_back()
assert not {{"ssl", "textual.command", "textual.suggester", "textual.widgets._input"}} & set(sys.modules)
import ssl
from textual.command import CommandPalette
from textual.widgets import Input
assert ssl.create_default_context and Input.BINDINGS and CommandPalette.BINDINGS
"""
    assert {"textual", "asyncio"} <= _imported_by(code)


def test_what_is_put_off_is_not_asked_for_while_the_screen_is_imported() -> None:
    """Else it is imported all the same, in a roundabout way."""
    code = f"""{_READER}
from aipolicy_tui.terminal.importing import PUT_OFF, Later
asked = [name for name in PUT_OFF if not isinstance(sys.modules[name], Later)]
assert not asked, asked
take_back()
left = [name for name, module in sys.modules.items() if isinstance(module, Later)]
assert not left, left
"""
    assert "textual" in _imported_by(code)


def test_what_was_put_off_is_there_when_it_is_asked_for() -> None:
    """By whoever imported it early, whole or in part; and by whoever imports it now."""
    code = f"""{_READER}take_back()
import asyncio, difflib, inspect, subprocess, traceback
from rich.style import Style
from textual import suggestions
assert subprocess.locale.getencoding and inspect.linecache.getline and traceback.format_exc
assert suggestions.get_suggestion("lst", ["list", "text"]) == "list"
assert difflib.get_close_matches("lst", ["list"]) == ["list"]
assert Style(meta={{"a": 1}}).meta == {{"a": 1}}
assert asyncio.base_events.sslproto.SSLProtocol is __import__("asyncio.sslproto").sslproto.SSLProtocol
assert type(sys.modules["difflib"]).__name__ == "module"
"""
    assert {"locale", "linecache", "difflib", "pickle"} <= _imported_by(code)


def test_a_start_defines_few_dataclasses() -> None:
    """Each is written out and compiled when its module is imported: half a millisecond. Named tuples are not."""
    code = f"""
import dataclasses
made, real = [], dataclasses._process_class
def counted(cls, *given):
    made.append(f"{{cls.__module__}}.{{cls.__qualname__}}")
    return real(cls, *given)
dataclasses._process_class = counted
{_READER}
ours = [name for name in made if name.startswith("aipolicy")]
assert len(ours) <= 16, ours
"""
    assert "textual" in _imported_by(code)


def test_the_extractor_imports_no_reader_of_other_formats() -> None:
    """Neither its import nor a first sentence: 10 ms of a start that should take less than 150."""
    others = {"tomllib", "email", "html", "http", "csv", "xml", "pickle", "tempfile", "logging", "sqlite3"}
    code = (
        "from aipolicy_index.facts.extract import extract\nfrom aipolicy_index.model import Article\n"
        "extract(Article(text='La Cnil a sanctionné Google.', source=''), tagging=False)"
    )
    assert not _imported_by(code) & (_HEAVY | others)
