"""What Textual imports and the reader never uses, left out of the start.

`textual.app` imports Textual's command palette, and with it a dozen widgets (input, tree, select, their validators and
suggesters): a tenth of all that its import does. asyncio imports TLS. The reader has a palette of its own and no
connection; both are left out while Textual is imported, and can be imported as ever afterwards.

    with lean_imports():                     # before anything that imports asyncio or Textual
        from textual.app import App
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

PALETTE = "textual.command"
PALETTE_NAMES = (
    "CommandListItem",
    "CommandPalette",
    "DiscoveryHit",
    "Hit",
    "Hits",
    "Provider",
    "SimpleProvider",
)
"""What the rest of Textual takes from there: to derive from, to name in hints, to open a palette with."""
TLS = "ssl"


@contextmanager
def lean_imports() -> Iterator[None]:
    """Import Textual without its palette and asyncio without TLS; what has been imported already stays as it is."""
    put = [name for name in (PALETTE, TLS) if name not in sys.modules]
    if PALETTE in put:
        sys.modules[PALETTE] = _palette()
    if TLS in put:
        # How the import system is told that there is no such module; asyncio then does without.
        sys.modules[TLS] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        for name in put:
            sys.modules.pop(name, None)


def _palette() -> ModuleType:
    module = ModuleType(PALETTE)
    for name in PALETTE_NAMES:
        setattr(module, name, type(name, (), {}))
    return module
