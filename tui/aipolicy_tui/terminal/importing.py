"""What a start imports and does not use, put off until it is used, or left out where it never is.

Of what Textual, Rich and asyncio import, a part is never asked for before the first screen stands: the source code for
traces, the names of platforms, kinds of files, tables. In its place stands a module that imports the real one when it
is asked for something. Textual's command palette, with the dozen widgets behind it, its notices and TLS are left out
altogether: the reader has a palette and notices of its own and no connection. All of it can be imported as ever
afterwards.

    leave_out()                              # before anything is imported
    from textual.app import App
    take_back()                              # when the screen stands
"""

from __future__ import annotations

import sys
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

PUT_OFF: Mapping[str, tuple[str, ...]] = {
    "asyncio.sslproto": (),
    "asyncio.staggered": (),
    "difflib": ("get_close_matches",),
    "ipaddress": (),
    "linecache": (),
    "locale": (),
    "mimetypes": (),
    "pickle": ("dumps", "loads"),
    "platform": (),
    "platformdirs": ("user_downloads_path",),
    "rich.table": ("Table",),
    "rich.tree": ("Tree",),
    "shutil": (),
    "tempfile": ("gettempdir",),
    "textual.pilot": ("Pilot",),
    "textwrap": (),
    "tokenize": (),
    "traceback": ("extract_stack",),
    "uuid": ("uuid4",),
}
"""Modules, each with what is taken from it by name, to be called later."""

LEFT_OUT: Mapping[str, tuple[str, ...]] = {
    "textual.command": (
        "CommandListItem",
        "CommandPalette",
        "DiscoveryHit",
        "Hit",
        "Hits",
        "Provider",
        "SimpleProvider",
    ),
    "textual.widgets._toast": ("ToastRack",),
}
"""Modules of Textual, each with the classes that the rest of it takes from there: to derive from, to name in hints, to
open what the reader has not."""
TLS = "ssl"
HINTS = "typing_extensions"
"""Names for hints that Python itself has by now; what it has not is taken from there."""


class Later(ModuleType):
    """Stands for a module until it is asked for something."""

    def __init__(self, name: str, called: tuple[str, ...] = (), first: ModuleType | None = None) -> None:
        """`called`: what is only called, also where it was taken by name; `first` is asked before the real module."""
        super().__init__(name)
        self.__dict__.update({each: _forwarding(self, each) for each in called})
        self._first = first

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if self._first is not None and hasattr(self._first, name):
            return getattr(self._first, name)
        return getattr(_real(self.__name__), name)


_put: dict[str, ModuleType | None] = {}
"""What stands in place of modules now."""


def leave_out() -> None:
    """From now on import without what a start does not use; what has been imported already stays as it is."""
    import typing

    stand_ins: dict[str, ModuleType | None] = {name: Later(name, called) for name, called in PUT_OFF.items()}
    # None is how the import system is told that there is no such module; asyncio then does without.
    stand_ins |= {HINTS: Later(HINTS, first=typing), TLS: None}
    stand_ins |= {name: _empty(name, classes) for name, classes in LEFT_OUT.items()}
    for name, module in stand_ins.items():
        if name not in sys.modules:
            _put[name] = sys.modules[name] = module  # type: ignore[assignment]


def take_back() -> None:
    """From now on import as ever."""
    for name in tuple(_put):
        _remove(name)


def _remove(name: str) -> None:
    if name in _put and sys.modules.get(name) is _put.pop(name):
        sys.modules.pop(name, None)


def _real(name: str) -> ModuleType:
    """The module itself."""
    from importlib import import_module

    _remove(name)
    return import_module(name)


def _forwarding(module: Later, name: str) -> Callable[..., Any]:
    def call(*given: Any, **named: Any) -> Any:
        return getattr(_real(module.__name__), name)(*given, **named)

    return call


def _empty(name: str, classes: tuple[str, ...]) -> ModuleType:
    module = ModuleType(name)
    for each in classes:
        setattr(module, each, type(each, (), {}))
    return module
