"""tmux and screen for tests: each test has a server of its own, which is gone at its end."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from harness import PROGRAMS, Terminal


class Tmux:
    """A tmux server on a private socket with one session, seen through a test terminal."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "tmux"
        self.home = folder

    def __enter__(self) -> Tmux:
        return self

    def __exit__(self, *_: object) -> None:
        self.run("kill-server", check=False)

    def command(self, *words: str | Path) -> list[str]:
        """A tmux command line for this server."""
        return ["tmux", "-S", str(self.socket), "-f", "/dev/null", *map(str, words)]

    def run(self, *words: str, check: bool = True) -> str:
        """What a tmux command prints."""
        done = subprocess.run(self.command(*words), capture_output=True, text=True, check=check, timeout=20)
        return done.stdout

    def open(self, name: str, *arguments: str, columns: int = 80, rows: int = 24, **options: object) -> Terminal:
        """A terminal on a new session that runs one of the test programs."""
        inside = shlex.join([sys.executable, str(PROGRAMS / f"{name}.py"), *arguments])
        command = self.command("-u", "new-session", "-s", "reader", inside)
        return Terminal(command, columns=columns, rows=rows, home=self.home, **options)  # type: ignore[arg-type]

    def open_shell(self) -> Terminal:
        """A terminal on a new session that runs a shell with job control."""
        environment = {"PS1": "$ ", "ENV": None}
        command = self.command("-u", "new-session", "-s", "reader", "env PS1='$ ' bash --norc --noprofile -i")
        return Terminal(command, home=self.home, environment=environment)

    def attach(self, *, columns: int, rows: int) -> Terminal:
        """Another terminal on the same session."""
        return Terminal(self.command("-u", "attach"), columns=columns, rows=rows, home=self.home)

    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, as tmux counts them."""
        column, row = self.run("display", "-t", "reader", "-p", "#{cursor_x} #{cursor_y}").split()
        return int(column), int(row)

    def columns_of(self, sign: str) -> list[int]:
        """The columns, as tmux counts them, in which a sign that stands once on a row is found, from the top down."""
        rows = [row for row in self.screen() if sign in row]
        columns: list[int] = []
        self.run("copy-mode", "-t", "reader")
        self.run("send-keys", "-t", "reader", "-X", "top-line")
        self.run("send-keys", "-t", "reader", "-X", "start-of-line")
        for _ in rows:
            self.run("send-keys", "-t", "reader", "-X", "search-forward", sign)
            columns.append(int(self.run("display", "-t", "reader", "-p", "#{copy_cursor_x}")))
        self.run("send-keys", "-t", "reader", "-X", "cancel")
        return columns

    def screen(self) -> list[str]:
        """What tmux itself thinks the program shows."""
        return self.screen_of("reader")

    def screen_of(self, pane: str) -> list[str]:
        """What tmux thinks that one of its panes shows."""
        return self.run("capture-pane", "-p", "-t", pane).splitlines()


def inside_screen(folder: Path, words: Sequence[str], **options: object) -> Terminal:
    """A terminal on a GNU screen session that runs a command, and that ends with the terminal."""
    folder.chmod(0o700)
    settings = folder / "screenrc"
    settings.write_text("autodetach off\nstartup_message off\n")
    environment = {"SCREENDIR": str(folder), "LANG": "C.UTF-8"}
    command = ["screen", "-U", "-c", str(settings), *words]
    return Terminal(command, environment=environment, home=folder, **options)  # type: ignore[arg-type]


HAS_TMUX = shutil.which("tmux") is not None
HAS_SCREEN = shutil.which("screen") is not None
