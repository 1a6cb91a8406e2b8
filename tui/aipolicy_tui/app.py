"""Where the reader on the screen begins: the terminal is looked at before Textual is imported."""

from __future__ import annotations

import os
from pathlib import Path

from aipolicy_index.journal import log_file
from aipolicy_tui.messages import say
from aipolicy_tui.settings import LoadedSettings, settings_file
from aipolicy_tui.terminal import first_frame
from aipolicy_tui.terminal.capabilities import capabilities_of, prepare, refusal, theme_for
from aipolicy_tui.terminal.importing import leave_out
from aipolicy_tui.tuning import tuning

_WRONG_USAGE = 2


def run(folder: Path, loaded: LoadedSettings, *, temporary: bool = False) -> int:
    """Open the reader on a library folder; the exit status. `temporary`: the library goes when the reader is closed."""
    with first_frame.current():
        return _run(folder, loaded, temporary)


def _run(folder: Path, loaded: LoadedSettings, temporary: bool) -> int:
    settings = loaded.settings
    if refused := refusal(os.environ):
        from aipolicy_tui.terminal.crash import tell

        tell(say(f"refused.{refused.value}", term=os.environ.get("TERM", "")), wrapped=True)
        return _WRONG_USAGE
    terminal = capabilities_of(os.environ)
    prepare(os.environ, terminal, theme_for(settings.theme, terminal))
    leave_out()
    from aipolicy_index.library import Library
    from aipolicy_index.service.client import ServiceClient
    from aipolicy_tui.keymap import build_keymap
    from aipolicy_tui.screens.desk import Tools
    from aipolicy_tui.screens.reader_app import ReaderApp

    log, tuned = log_file(), tuning(settings)
    with Library.open(folder, seeds=not temporary, tuning=tuned) as library:
        service = ServiceClient(folder, tuned)
        keymap = build_keymap(settings.keys)
        tools = Tools(library, service, settings, keymap, os.environ, log.parent, loaded.problems)
        app = ReaderApp(tools, log)
        status = app.run_to_end(mouse=settings.mouse)
    if app.last_screen and not temporary:
        database = library.folder / "library.sqlite"
        files = [str(database), f"{database}-wal", str(settings_file())]
        first_frame.keep(first_frame.kept_at(), app.last_screen, files)
    return status
