"""Settings that no person would write: the program starts, names what it cannot use, and obeys nothing in them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aipolicy_tui.cli.context import Context
from aipolicy_tui.keymap import build_keymap
from aipolicy_tui.program import run
from aipolicy_tui.settings import LoadedSettings, Settings, as_toml, load

_COMMANDS_A_TERMINAL = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff]")
_NAMES = st.sampled_from(Settings._fields) | st.text(max_size=8)
_VALUES = st.recursive(
    st.text() | st.integers() | st.floats() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def _written(value: object) -> str:
    """A value as TOML; what TOML cannot say comes out as nonsense, which is as good."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_written(name)} = {_written(given)}" for name, given in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(char):08x}" for char in value) + '"'
    return str(value).lower()


def _loaded(raw: bytes, folder: Path) -> LoadedSettings:
    file = folder / "settings.toml"
    file.write_bytes(raw)
    return load(file)


@settings(max_examples=300)
@given(raw=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_can_be_the_file(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    loaded = _loaded(raw, tmp_path_factory.getbasetemp())
    assert not any(map(_COMMANDS_A_TERMINAL.search, loaded.problems))


@settings(max_examples=300)
@given(table=st.dictionaries(_NAMES, _VALUES, max_size=5))
def test_any_values_can_stand_in_it_and_those_that_fit_count(
    tmp_path_factory: pytest.TempPathFactory, table: dict[str, object]
) -> None:
    lines = "".join(f"{_written(name)} = {_written(value)}\n" for name, value in table.items())
    loaded = _loaded(lines.encode(), tmp_path_factory.getbasetemp())
    assert not any(map(_COMMANDS_A_TERMINAL.search, loaded.problems))
    again = _loaded(as_toml(loaded.settings).encode(), tmp_path_factory.getbasetemp())
    assert again == LoadedSettings(loaded.settings)
    assert as_toml(loaded.settings).replace("\n", "").isprintable()
    assert build_keymap(loaded.settings.keys).keys
    assert Context(None, loaded.settings, lambda folder, temporary: 0).folder.is_absolute()


@pytest.mark.parametrize(
    "text", ['[keys]\n"\\u001b[2J" = "s"\nstar = "\\u009b"\n', '"\\u001b]0;x\\u0007" = 1\n', "a\x1b[2J"]
)
@pytest.mark.parametrize("command", ["keys", "config"])
def test_nothing_in_it_commands_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, command: str
) -> None:
    (tmp_path / "settings.toml").write_text(text, "utf-8")
    monkeypatch.setenv("AIPOLICY_SETTINGS", str(tmp_path / "settings.toml"))
    assert run([command]) == 0
    captured = capsys.readouterr()
    assert (captured.out + captured.err).replace("\n", "").isprintable()


@pytest.mark.parametrize("place", ["/dev/zero", "/dev/null", "/", "~nobody-has-this-name/settings.toml", "x" * 300])
def test_the_file_may_be_anything(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("AIPOLICY_SETTINGS", place)
    assert run(["keys"]) == 0
    assert "Traceback" not in capsys.readouterr().err


def test_a_link_to_itself_is_named(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (problem,) = load(tmp_path / "loop").problems
    assert "the links go round in a circle" in problem


def test_without_a_home_the_program_starts(tmp_path: Path) -> None:
    bare = {"PATH": os.environ["PATH"], "LANG": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "aipolicy_tui", "--library", str(tmp_path / "library"), "search", "openai"],
        env=bare,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_library_of_nobody_is_a_folder_of_that_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["--library", "~nobody-has-this-name", "check"]) == 0
    assert (tmp_path / "~nobody-has-this-name" / "library.sqlite").exists()
