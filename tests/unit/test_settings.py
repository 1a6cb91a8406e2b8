"""The settings file: what is right counts, what is wrong is named in one sentence, and the program starts anyway."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aipolicy_tui import messages
from aipolicy_tui.settings import CHOICES, RANGES, LoadedSettings, Settings, as_toml, load, settings_file, wanted

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
ANY_SETTINGS = st.builds(
    Settings,
    **{name: st.sampled_from(words) for name, words in CHOICES.items()},
    mouse=st.booleans(),
    measure=st.integers(*RANGES["measure"]),
    confidence_line=st.floats(*RANGES["confidence_line"]),
    read_after_seconds=st.floats(*RANGES["read_after_seconds"]),
    library=ANY_TEXT.filter(lambda text: "\0" not in text),
    keys=st.dictionaries(ANY_TEXT, st.lists(ANY_TEXT).map(tuple)),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def written(file: Path, text: str) -> Path:
    file.write_text(text, "utf-8")
    return file


def test_without_a_file_the_defaults_hold_and_nothing_is_said(file: Path) -> None:
    assert load(file).settings == Settings()
    assert load(file).problems == ()


def test_what_the_file_says_counts(file: Path) -> None:
    written(
        file, 'language = "fr"\nmouse = true\nmeasure = 66\nconfidence_line = 1\n[keys]\nstar = "s"\ncopy = ["y", "c"]'
    )
    loaded = load(file)
    assert loaded.problems == ()
    assert loaded.settings == Settings(
        language="fr", mouse=True, measure=66, confidence_line=1.0, keys={"star": ("s",), "copy": ("y", "c")}
    )


def test_an_unknown_setting_is_named_with_the_nearest_and_the_rest_counts(file: Path) -> None:
    loaded = load(written(file, "mesure = 50\nMouse = true\nmeasure = 70\n"))
    assert loaded.settings == Settings(measure=70)
    assert loaded.problems == (
        f"{file}: no setting is called mesure; the nearest is measure.",
        f"{file}: no setting is called Mouse; the nearest is mouse.",
    )


def test_an_unknown_setting_that_is_like_none_is_named_with_all_there_are(file: Path) -> None:
    (problem,) = load(written(file, 'zzz = "x"')).problems
    assert all(name in problem for name in Settings._fields)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ('language = "de"', 'language = "de"'),
        ('mouse = "yes"', 'mouse = "yes"'),
        ("mouse = 1", "mouse = 1"),
        ("measure = 29", "measure = 29"),
        ("measure = 80.5", "measure = 80.5"),
        ("measure = true", "measure = true"),
        ('measure = "80"', 'measure = "80"'),
        ("confidence_line = 1.01", "confidence_line = 1.01"),
        ("confidence_line = nan", "confidence_line = nan"),
        ("read_after_seconds = -1", "read_after_seconds = -1"),
        ("read_after_seconds = inf", "read_after_seconds = inf"),
        ("library = 3", "library = 3"),
        ("library = 2025-06-17", "library = 2025-06-17"),
        ('library = "\\u0000"', 'library = "\\u0000"'),
        ('keys = "s"', 'keys = "s"'),
        ("keys.star = 1", "keys = {star = 1}"),
        ("keys.star = [1]", "keys = {star = [1]}"),
        ("theme = {dark = true}", "theme = {dark = true}"),
    ],
)
def test_a_value_that_does_not_fit_is_named_as_written_with_what_would(file: Path, line: str, shown: str) -> None:
    name = line.partition(" ")[0].partition(".")[0]
    loaded = load(written(file, f"{line}\n"))
    assert loaded.settings == Settings()
    assert loaded.problems == (
        f"{file}: {shown} does not fit; it takes {wanted(name)}. The default is used meanwhile.",
    )


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'language = "fr"\nmouse = yes\n', "line 2 is not TOML"),
        (b"\x00", "line 1 is not TOML"),
        (b"language =", "it is not TOML"),
        (b'language = "fran\xe7ais"', "the file is not in UTF-8"),
        ('language = "fr"'.encode("utf-16"), "the file is not in UTF-8"),
        (b"a = " + b"[" * 5000, "it is not TOML"),
    ],
)
def test_a_file_that_is_no_toml_counts_as_empty_and_says_where(file: Path, raw: bytes, reason: str) -> None:
    file.write_bytes(raw)
    loaded = load(file)
    assert loaded.settings == Settings()
    (problem,) = loaded.problems
    assert problem.startswith(f"The settings in {file} cannot be read: {reason}. ")


def test_a_byte_order_mark_does_no_harm(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbfmouse = true\n")
    assert load(file).settings == Settings(mouse=True)


def test_a_folder_in_place_of_the_file_is_named(tmp_path: Path) -> None:
    (problem,) = load(tmp_path).problems
    assert f"{tmp_path} cannot be read: it is not a file" in problem


def test_a_file_that_may_not_be_read_is_named(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "open", refuse)
    (problem,) = load(file).problems
    assert problem.startswith(f"The settings in {file} cannot be read: you are not allowed to. ")


def test_a_way_to_the_file_that_goes_through_a_file_is_named(file: Path) -> None:
    (problem,) = load(written(file, "") / "settings.toml").problems
    assert "a part of the path is not a folder" in problem


def test_problems_are_told_in_french_too(file: Path) -> None:
    messages.choose("fr")
    (problem,) = load(written(file, "measure = 3")).problems
    assert problem == (
        f"{file}\u00a0: measure = 3 ne convient pas\u00a0; il faut un nombre entier de 30 à 200."
        " La valeur par défaut sert en attendant."
    )


def test_what_a_problem_shows_cannot_command_the_terminal(file: Path) -> None:
    problems = load(written(file, '"\\u001b[2J" = 1\ntheme = "\\u001b[2J\\u009b\\u202e"')).problems
    assert len(problems) == 2
    assert all(problem.isprintable() for problem in problems)


def test_a_long_wrong_value_is_cut(file: Path) -> None:
    (problem,) = load(written(file, f'theme = "{"x" * 9000}"')).problems
    assert len(problem) < len(str(file)) + 250


@given(chosen=ANY_SETTINGS, language=st.sampled_from(messages.LANGUAGES))
def test_what_config_prints_loads_back_to_the_same_settings(
    tmp_path_factory: pytest.TempPathFactory, chosen: Settings, language: str
) -> None:
    file = tmp_path_factory.getbasetemp() / "round.toml"
    messages.choose(language)
    file.write_text(as_toml(chosen), "utf-8", newline="")
    assert load(file) == LoadedSettings(chosen)


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_every_setting_is_explained_in_the_file_that_config_prints(language: str) -> None:
    messages.choose(language)
    lines = as_toml(Settings()).splitlines()
    for name in Settings._fields:
        place = lines.index("[keys]") if name == "keys" else _line_of(lines, name)
        assert lines[place - 1] == f"# {messages.say(f'settings.about.{name}')}"


def _line_of(lines: list[str], name: str) -> int:
    return next(place for place, line in enumerate(lines) if line.startswith(f"{name} = "))


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("name", [*CHOICES, *RANGES])
def test_the_explanation_names_every_value_that_a_setting_takes(name: str, language: str) -> None:
    about = messages.say_in(language, f"settings.about.{name}", {})
    assert all(str(word) in about for word in (CHOICES.get(name) or RANGES[name]))


def test_the_defaults_are_values_that_the_settings_take() -> None:
    for name, words in CHOICES.items():
        assert getattr(Settings(), name) in words
    for name, (low, high) in RANGES.items():
        assert low <= getattr(Settings(), name) <= high


def test_the_file_lies_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("AIPOLICY_SETTINGS", "~/mine.toml")
    assert settings_file() == Path(os.environ["HOME"]) / "mine.toml"
    monkeypatch.delenv("AIPOLICY_SETTINGS")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert settings_file() == tmp_path / "aipolicy-tui" / "settings.toml"
