"""The reader's settings: one TOML file, read into a typed value. What is wrong in it is named; the rest counts."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from aipolicy_index.errors import system_reason
from aipolicy_tui.messages import LANGUAGES, catalogue, say
from aipolicy_tui.messages.plain_toml import loads

CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "language": ("auto", *LANGUAGES),
        "output": ("lean", "stock"),
        "theme": ("auto", "dark", "light", "contrast", "terminal"),
    }
)
"""The settings that take one of a few words, and the words."""
RANGES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "measure": (30, 200),
        "confidence_line": (0, 1),
        "read_after_seconds": (0, 3600),
    }
)
"""The settings that are numbers, and the least and the most that they take."""

_LINE_OF_TOML_ERROR = re.compile(r"\(at line (\d+), column \d+\)")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_LARGEST = 1_000_000
"""Bytes of a settings file that are read; no reader has written more by hand."""
_LONG = 40
"""Characters of a wrong value that are shown."""


class Settings(NamedTuple):
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
    recency: bool = True
    """Whether the newer of two articles that match a search equally well comes first."""
    library: str = ""
    """The library folder; empty: the platform's data folder."""
    keys: Mapping[str, tuple[str, ...]] = {}
    """Keys of commands by name: `star = ["s", "*"]` under `[keys]`."""


class LoadedSettings(NamedTuple):
    """The settings, and a sentence for everything in the file that could not be used."""

    settings: Settings
    problems: tuple[str, ...] = ()


def settings_file() -> Path:
    """Where the settings lie: `AIPOLICY_SETTINGS`, else the platform's configuration folder."""
    if given := os.environ.get("AIPOLICY_SETTINGS"):
        return from_home(given)
    import platformdirs

    return Path(platformdirs.user_config_dir("aipolicy-tui", appauthor=False)) / "settings.toml"


def kept_language(settings: Settings) -> str | None:
    """The language that was switched to on the screen, unless the setting has been changed since."""
    try:
        then, _, language = _language_file().read_text("ascii").strip().partition(" ")
    except (OSError, ValueError):
        return None
    return language if then == settings.language and language in LANGUAGES else None


def keep_language(settings: Settings, language: str) -> None:
    """Begin in this language from the next start on. OSError where that cannot be written down."""
    file = _language_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{settings.language} {language}\n", "ascii")


def _language_file() -> Path:
    return settings_file().with_name("language")


def from_home(path: str) -> Path:
    """A path in which a leading `~` stands for a home folder; it stays where nobody has that name."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def library_folder(settings: Settings, named: Path | None = None) -> Path:
    """The library folder: named on the command line, by `AIPOLICY_LIBRARY`, by the settings, else the platform's."""
    if given := named or os.environ.get("AIPOLICY_LIBRARY") or settings.library:
        return from_home(str(given)).absolute()
    from aipolicy_index.library import default_folder

    return default_folder()


def load(path: Path) -> LoadedSettings:
    """The settings of a file; the defaults where there is none. A file that cannot be read counts as empty and is
    named, as is everything in it that does not fit."""
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
        if len(raw) > _LARGEST:
            return _unreadable(path, say("settings.too_long"))
        given = loads(raw.decode("utf-8-sig"))
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except OSError as error:
        return _unreadable(path, _in_words(system_reason(error)))
    except UnicodeDecodeError:
        return _unreadable(path, say("settings.not_utf8"))
    except (ValueError, RecursionError) as error:
        return _unreadable(path, _toml_fault(error))
    return _from_table(given, path)


def _unreadable(path: Path, reason: str) -> LoadedSettings:
    return LoadedSettings(Settings(), (say("settings.unreadable", path=_shown(path), reason=reason),))


def _in_words(reason: str) -> str:
    return say(reason) if reason in catalogue("en") else reason


def _toml_fault(error: Exception) -> str:
    found = _LINE_OF_TOML_ERROR.search(str(error))
    return say("settings.not_toml_line", line=found[1]) if found else say("settings.not_toml")


def _from_table(given: Mapping[str, Any], path: Path) -> LoadedSettings:
    known = Settings._fields
    settings, problems = Settings(), []
    for name, value in given.items():
        if name not in known:
            problems.append(_unknown(path, name, known))
        elif (taken := _checked(name, value)) is None:
            problems.append(_wrong(path, name, value))
        else:
            settings = settings._replace(**{name: taken})
    return LoadedSettings(settings, tuple(problems))


def _unknown(path: Path, name: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    values = {"path": _shown(path), "name": _shown(name)}
    if nearest := get_close_matches(name.lower(), known, 1):
        return say("settings.unknown_but_near", nearest=nearest[0], **values)
    return say("settings.unknown", known=", ".join(known), **values)


def _wrong(path: Path, name: str, value: object) -> str:
    return say(
        "settings.wrong_value", path=_shown(path), name=name, value=_shown(_toml(value), _LONG), wanted=wanted(name)
    )


def _shown(name: object, longest: int = 4096) -> str:
    """What was written, on one line that no terminal can misread."""
    from aipolicy_index.language.cleaning import clean_path

    text = clean_path(str(name))
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _checked(name: str, value: Any) -> Any:
    """The value as the setting takes it, or None when it does not fit."""
    default = getattr(Settings(), name)
    match default:
        case bool():
            return value if isinstance(value, bool) else None
        case str():
            fits = isinstance(value, str) and "\0" not in value and value in CHOICES.get(name, (value,))
            return value if fits else None
        case int() | float():
            return _checked_number(name, value, type(default))
        case _:
            return _checked_keys(value)


def _checked_number(name: str, value: Any, kind: type[int] | type[float]) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    low, high = RANGES[name]
    return kind(value) if low <= value <= high and kind(value) == value else None


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


def wanted(name: str) -> str:
    """What a setting takes, in words."""
    if name in CHOICES:
        return say("settings.wants_one_of", choices=", ".join(CHOICES[name]))
    if name in RANGES:
        low, high = RANGES[name]
        whole = isinstance(getattr(Settings(), name), int)
        return say("settings.wants_whole_number" if whole else "settings.wants_number", low=low, high=high)
    if isinstance(getattr(Settings(), name), bool):
        return say("settings.wants_one_of", choices="true, false")
    return say("settings.wants_keys" if name == "keys" else "settings.wants_text")


def as_toml(settings: Settings) -> str:
    """The settings as a file ready to edit, each with what it means in the chosen language."""
    return "\n".join(_toml_lines(settings)) + "\n"


def _toml_lines(settings: Settings) -> Iterator[str]:
    yield from (f"# {say('settings.header')}", "")
    for name in Settings._fields:
        if name != "keys":
            yield f"# {say('settings.about.' + name)}"
            yield f"{name} = {_toml(getattr(settings, name))}"
            yield ""
    yield from (f"# {say('settings.about.keys')}", "[keys]")
    for name, keys in settings.keys.items():
        yield f"{_toml_key(name)} = {_toml(list(keys))}"


def _toml_key(name: str) -> str:
    return name if _BARE_KEY.fullmatch(name) else _toml(name)


def _toml(value: object) -> str:
    """A value as TOML writes it."""
    match value:
        case bool():
            return str(value).lower()
        case list():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case dict():
            return "{" + ", ".join(f"{_toml_key(name)} = {_toml(given)}" for name, given in value.items()) + "}"
        case str():
            import json

            # A JSON string is a TOML basic string, but for what JSON leaves as it is and nobody could see.
            return "".join(map(_visible, json.dumps(value, ensure_ascii=False)))
        case _:
            return str(value)


def _visible(character: str) -> str:
    return character if character.isprintable() else f"\\U{ord(character):08x}"
