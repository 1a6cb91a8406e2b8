"""The reader's settings: one TOML file, read into a typed value. What is wrong in it is named; the rest counts."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from aipolicy_tui.messages import LANGUAGES, say

_CHOICES = {
    "language": ("auto", *LANGUAGES),
    "output": ("lean", "stock"),
    "theme": ("auto", "dark", "light", "contrast", "terminal"),
}
_RANGES: dict[str, tuple[float, float]] = {
    "measure": (30, 200),
    "confidence_line": (0, 1),
    "read_after_seconds": (0, 3600),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a reader can change. Each field is a key of the settings file."""

    language: str = "auto"
    """`auto` follows the locale; `fr`, `en`."""
    theme: str = "auto"
    """`auto`, `dark`, `light`, `contrast`, or `terminal`: the terminal's own colours."""
    output: str = "lean"
    """`lean` sends only what changed on the screen; `stock` leaves the output to Textual."""
    mouse: bool = False
    """Whether the mouse is the program's; off, the terminal selects text as usual."""
    measure: int = 80
    """The widest line of text, in columns."""
    confidence_line: float = 0.5
    """Facts less sure than this are folded away in the panel, 0 to 1."""
    read_after_seconds: float = 2.0
    """How long an article stays in the text before it counts as read."""
    library: str = ""
    """The library folder; empty: the platform's data folder."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys of commands by name: `star = ["s", "*"]` under `[keys]`."""


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings, and a sentence for everything in the file that could not be used."""

    settings: Settings
    problems: tuple[str, ...] = ()


def settings_file() -> Path:
    """Where the settings lie: `AIPOLICY_SETTINGS`, else the platform's configuration folder."""
    if given := os.environ.get("AIPOLICY_SETTINGS"):
        return Path(given).expanduser()
    import platformdirs

    return Path(platformdirs.user_config_dir("aipolicy-tui", appauthor=False)) / "settings.toml"


def log_file() -> Path:
    """Where the program logs what it did not expect; the folder is made."""
    import platformdirs

    folder = Path(platformdirs.user_log_dir("aipolicy-tui", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "aipolicy-tui.log"


def load(path: Path) -> LoadedSettings:
    """The settings of a file; the defaults where there is none. A file that is no TOML counts as empty and is named."""
    try:
        given = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return LoadedSettings(Settings(), (say("settings.unreadable", path=path, reason=error),))
    return _from_table(given, path)


def _from_table(given: Mapping[str, Any], path: Path) -> LoadedSettings:
    known = {entry.name for entry in fields(Settings)}
    settings, problems = Settings(), []
    for name, value in given.items():
        if name not in known:
            nearest = difflib.get_close_matches(name, known, 1)
            hint = say("settings.did_you_mean", name=nearest[0]) if nearest else ""
            problems.append(say("settings.unknown", path=path, name=name, hint=hint).strip())
        elif (taken := _checked(name, value)) is None:
            problems.append(say("settings.wrong_value", path=path, name=name, value=value, wanted=_wanted(name)))
        else:
            settings = replace(settings, **{name: taken})
    return LoadedSettings(settings, tuple(problems))


def _checked(name: str, value: Any) -> Any:
    """The value as the setting takes it, or None when it does not fit."""
    if name == "keys":
        return _checked_keys(value)
    default = getattr(Settings(), name)
    if isinstance(default, bool):
        return value if isinstance(value, bool) else None
    if isinstance(default, str):
        return value if isinstance(value, str) and value in _CHOICES.get(name, (value,)) else None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    low, high = _RANGES[name]
    return type(default)(value) if low <= value <= high else None


def _checked_keys(value: Any) -> dict[str, tuple[str, ...]] | None:
    if not isinstance(value, dict):
        return None
    bound: dict[str, tuple[str, ...]] = {}
    for command, keys in value.items():
        several = [keys] if isinstance(keys, str) else keys
        if not isinstance(several, list) or not all(isinstance(key, str) for key in several):
            return None
        bound[command] = tuple(several)
    return bound


def _wanted(name: str) -> str:
    if name in _CHOICES:
        return ", ".join(_CHOICES[name])
    if name in _RANGES:
        return f"{_RANGES[name][0]}-{_RANGES[name][1]}"
    return {"mouse": "true, false", "keys": 'star = ["s"]'}.get(name, '"..."')


def as_toml(settings: Settings) -> str:
    """The settings as a file ready to edit, each with what it means in the chosen language."""
    lines = [f"# {say('settings.header')}", ""]
    for entry in fields(Settings):
        if entry.name != "keys":
            lines += [
                f"# {say('settings.about.' + entry.name)}",
                f"{entry.name} = {_toml(getattr(settings, entry.name))}",
                "",
            ]
    lines += [f"# {say('settings.about.keys')}", "[keys]"]
    lines += [f"{name} = {_toml(list(keys))}" for name, keys in settings.keys.items()]
    return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, str):
        import json

        return json.dumps(value, ensure_ascii=False)
    return str(value)
