"""Over a real SSH connection: the same screen, the same keys, and nothing lost when it breaks."""

from __future__ import annotations

import getpass
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from harness import PATIENCE, PROGRAMS, Terminal, wait_until
from harness_rest import is_alive

SSHD = shutil.which("sshd") or "/usr/sbin/sshd"
SEPARATION = Path("/run/sshd")
"""The empty folder that sshd wants when root starts it; where no sshd has run yet, it is not there."""

pytestmark = pytest.mark.skipif(
    not (Path(SSHD).exists() and shutil.which("ssh") and (os.getuid() or os.access(SEPARATION.parent, os.W_OK))),
    reason="no sshd can run here",
)


class Server:
    """An sshd that lets one key in, as whoever runs the tests; one is started for each connection, on no port."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in ("host", "user"):
            words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
            subprocess.run(words, check=True, timeout=PATIENCE)
        (folder / "config").write_text(
            f"HostKey {folder}/host\nPidFile none\nUsePAM no\n"
            f"AuthorizedKeysFile {folder}/user.pub\nStrictModes no\nPermitRootLogin prohibit-password\n"
        )
        if not os.getuid():
            SEPARATION.mkdir(mode=0o755, exist_ok=True)

    def command(self, remote: str) -> list[str]:
        """What runs a line at the other end."""
        sshd = shlex.join([SSHD, "-i", "-e", "-f", str(self.folder / "config")])
        options = [
            f"ProxyCommand={sshd} 2>> {shlex.quote(str(self.folder / 'log'))}",
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "LogLevel=ERROR",
        ]
        words = ["ssh", "-F", "none", "-tt", "-i", str(self.folder / "user")]
        return [*words, *(f"-o{option}" for option in options), f"{getpass.getuser()}@here", remote]

    def open(self, command: Sequence[str], **options: object) -> Terminal:
        """A terminal on a command at the other end."""
        remote = "env LANG=C.UTF-8 " + shlex.join(command)
        return Terminal(self.command(remote), home=self.folder, **options)  # type: ignore[arg-type]


@pytest.fixture
def server(tmp_path: Path) -> Server:
    server = Server(tmp_path)
    done = subprocess.run(server.command("true"), stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE)
    if done.returncode:
        pytest.skip("sshd does not run here: " + (tmp_path / "log").read_text())
    return server


def test_keys_sizes_and_the_end_go_through(server: Server) -> None:
    with server.open([sys.executable, str(PROGRAMS / "reader.py")]) as terminal:
        terminal.wait_for("quitter")
        terminal.sync()
        terminal.press("down", "down")
        terminal.wait_for(lambda: terminal.row(2).startswith("›"))
        assert len(terminal.cost("down")) < 60
        terminal.resize(100, 30)
        terminal.wait_for(lambda: terminal.row(29).startswith("q quitter"))
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0


def test_a_connection_that_breaks_leaves_the_state_saved_and_no_process(server: Server, tmp_path: Path) -> None:
    state, number = tmp_path / "state", tmp_path / "number"
    program = shlex.join([sys.executable, str(PROGRAMS / "reader.py"), "--state", str(state)])
    with server.open(["sh", "-c", f"echo $$ > {number}; exec {program}"]) as terminal:
        terminal.wait_for("quitter")
        terminal.sync()
        terminal.press("down", "down", "down")
        terminal.sync()
        terminal.hang_up()
        wait_until(lambda: state.exists() and state.read_text() == "selected 3")
        wait_until(lambda: not is_alive(int(number.read_text())))


def test_the_reader_comes_back_to_its_place_after_a_connection_broke(server: Server, tmp_path: Path) -> None:
    words = ["env", f"HOME={tmp_path}", sys.executable, "-m", "aipolicy_tui", "--lang", "fr"]
    program = [*words, "--library", str(tmp_path / "library")]
    with server.open(program) as terminal:
        terminal.wait_for("5 articles")
        terminal.press("down", "s")
        terminal.wait_for("Étoile mise")
        terminal.press("enter", "space")
        terminal.wait_for("4 non lus")
        terminal.settle(0.4)
        place = [terminal.row(y)[31:] for y in range(1, 22)]
        terminal.press("/", "meta")
        terminal.settle()
        terminal.hang_up()
    with server.open(program) as terminal:
        terminal.wait_for(lambda: [terminal.row(y)[31:] for y in range(1, 22)] == place)
        assert "★" in terminal.text() and "4 non lus" in terminal.row(0)
        terminal.press("q")
        assert terminal.wait_exit() == 0
