"""Whether programs have come to rest. On a busy machine a program that is silent may just not have had its turn yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

PROCESSES = Path("/proc")
AT_WORK = {"R", "D"}
"""States of a thread that runs or could run, and of one that waits for a disk."""
ENDED = {"Z", "X"}
"""States of what has ended."""


def at_rest(pid: int, home: Path | None) -> bool:
    """Whether a program, and with it all processes of its home (services, a tmux server), wait for something to come.
    Where the system does not tell, they always do."""
    processes = [PROCESSES / str(pid)] if home is None else _at_home(home)
    return not any(AT_WORK & set(_states(process)) for process in processes)


def is_alive(pid: int) -> bool:
    """Whether a process has not ended; one that has may stay in the list, where nobody strikes orphans out."""
    return any(state not in ENDED for state in _states(PROCESSES / str(pid)))


def _at_home(home: Path) -> Iterator[Path]:
    wanted = f"HOME={home}".encode()
    for process in PROCESSES.glob("[0-9]*"):
        try:
            if wanted in (process / "environ").read_bytes().split(b"\0"):
                yield process
        except OSError:  # it has ended, or is somebody else's
            continue


def _states(process: Path) -> Iterator[str]:
    for thread in process.glob("task/*/stat"):
        try:
            yield thread.read_text().rpartition(")")[2].split()[0]
        except (OSError, IndexError):  # it has ended
            continue
