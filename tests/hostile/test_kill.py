"""Additions that are killed, interrupted, doubled: nothing that was seen is lost, and adding again ends."""

from __future__ import annotations

import json
import os
import random
import re
import select
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from aipolicy_index.errors import LibraryError
from aipolicy_index.library import Library

PROGRAM = [sys.executable, "-m", "aipolicy_tui"]
FILES = 60
TRIES = 20


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Small articles, each with a word of its own."""
    folder = tmp_path_factory.mktemp("press")
    for number in range(FILES):
        text = (
            f"Affaire {_word(number)} : la commission tranche\n\n"
            f"La société {_word(number).capitalize()} a signé un contrat de {number + 2} millions d'euros.\n\n"
            "« Nous en sommes heureux », a déclaré sa présidente, Ana Roy, devant la presse réunie à Paris.\n"
        )
        (folder / f"article-{number:02}.txt").write_text(text, "utf-8")
    return folder


def _word(number: int) -> str:
    return "vr" + "aeiou"[number % 5] + "bcdfglmnprst"[number // 5] + "ix"


@pytest.fixture
def running() -> Iterator[list[subprocess.Popen[str]]]:
    """Programs that the test started: none outlives it."""
    started: list[subprocess.Popen[str]] = []
    yield started
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture(autouse=True)
def no_signal_ignored() -> Iterator[None]:
    """What is ignored here would be ignored by what is started here."""
    signals = (signal.SIGINT, signal.SIGHUP)
    before = [signal.signal(name, signal.default_int_handler) for name in signals]
    yield
    for name, handler in zip(signals, before, strict=True):
        signal.signal(name, handler)


@pytest.fixture
def start(running: list[subprocess.Popen[str]]) -> Start:
    """Start the program in a process group of its own, as a shell does."""

    def begin(library: Path, *arguments: object) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [*PROGRAM, "--library", str(library), *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        running.append(process)
        return process

    return begin


def wait_until(condition: Callable[[], object], what: str) -> None:
    """Look again and again; fails after a long while."""
    for _ in range(20_000):
        if condition():
            return
        select.select([], [], [], 0.005)
    raise AssertionError(f"never: {what}")


def titles(library: Path) -> set[str]:
    """What a reader would see in the library now."""
    try:
        with Library.open(library, seeds=False) as opened:
            return {row.display_title for row in opened.rows(opened.listing())}
    except LibraryError:
        return set()


def found(library: Path, word: str) -> list[str]:
    with Library.open(library, seeds=False) as opened:
        return [row.display_title for row in opened.rows(opened.search(word).ids)]


def group_is_gone(process: subprocess.Popen[str]) -> bool:
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return True
    # What has ended may stay in the list of processes: not every machine has somebody who strikes orphans out.
    states = [state for state, group in map(_state_and_group, Path("/proc").glob("[0-9]*")) if group == process.pid]
    return bool(states) and set(states) == {"Z"}


def _state_and_group(process: Path) -> tuple[str, int]:
    try:
        state, _, group = (process / "stat").read_text().rpartition(")")[2].split()[:3]
    except (OSError, ValueError):  # it has just ended
        return "", 0
    return state, int(group)


def children(process: subprocess.Popen[str]) -> list[str]:
    """The processes that a program has started."""
    tasks = Path(f"/proc/{process.pid}/task")
    if not tasks.exists():
        pytest.skip("no /proc to see processes in")
    return [child for task in tasks.iterdir() for child in (task / "children").read_text().split()]


@contextmanager
def held(library: Path) -> Iterator[None]:
    """A library that nobody can write into meanwhile: an addition to it gets no further than its first articles."""
    Library.open(library, seeds=False).close()
    database = sqlite3.connect(library / "library.sqlite", isolation_level=None)
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        database.rollback()
        database.close()


def check(library: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, "--library", str(library), "check"], capture_output=True, text=True, check=False)


MOMENTS = ("folder", "database", "index", "rows", "rows")
WAYS = (["--jobs", "1", "--defer-facts"], ["--jobs", "2", "--defer-facts"], ["--jobs", "1"], ["--defer-facts"])


@pytest.mark.parametrize("attempt", range(TRIES))
def test_a_killed_addition_loses_nothing_that_was_seen(start: Start, press: Path, tmp_path: Path, attempt: int) -> None:
    chance = random.Random(attempt)
    library = tmp_path / "library"
    adding = start(library, "add", *WAYS[attempt % len(WAYS)], press)
    seen = _wait_for(MOMENTS[attempt % len(MOMENTS)], library, adding, chance.randrange(1, FILES))
    adding.kill()
    adding.wait()
    wait_until(lambda: group_is_gone(adding), "its workers end with it")

    kept = titles(library)
    assert seen <= kept
    for title in chance.sample(sorted(kept), min(3, len(kept))):
        assert title in found(library, title.split()[1])
    with Library.open(library, seeds=False) as opened:
        again = opened.add([press], defer_facts=True, jobs=1)
        assert (again.added, again.updated, again.unchanged, again.failures) == (FILES - len(kept), 0, len(kept), ())
        assert opened.check().sound
    assert len(titles(library)) == FILES


def _wait_for(moment: str, library: Path, adding: subprocess.Popen[str], count: int) -> set[str]:
    """Wait for a moment of the addition (or its end); what could be seen in the library then."""
    seen: set[str] = set()

    def come() -> bool:
        match moment:
            case "folder":
                return library.exists()
            case "database":
                return (library / "library.sqlite").exists()
            case "index":
                return (library / "index.lock").exists()
        if (library / "library.sqlite").exists():
            seen.update(titles(library))
        return len(seen) >= count

    wait_until(lambda: come() or adding.poll() is not None, f"the moment of the {moment}")
    return seen


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupted_addition_says_what_it_did_and_goes_on_from_there(
    start: Start, press: Path, tmp_path: Path, number: signal.Signals
) -> None:
    library = tmp_path / "library"
    with held(library):
        adding = start(library, "add", "--jobs", "2", press)
        wait_until(lambda: len(children(adding)) > 1, "its workers are being started")
        if number is signal.SIGTERM:
            adding.send_signal(number)
        else:
            os.killpg(adding.pid, number)
    _, said = adding.communicate()
    wait_until(lambda: group_is_gone(adding), "its workers end with it")
    assert "Traceback" not in said
    kept = len(titles(library))
    assert 0 < kept < FILES
    assert adding.returncode == 130, said
    assert said.splitlines()[-2:] == [
        "Stopped. What was added so far is kept; the same command goes on from there.",
        f"Added: {kept}, updated: 0, unchanged: 0, failed: 0 ({said.rpartition('(')[2].strip()}",
    ]
    again = start(library, "add", *WAYS[0], press)
    _, said = again.communicate()
    assert again.returncode == 0, said
    assert len(titles(library)) == FILES
    assert check(library).returncode == 0


def test_an_addition_under_nohup_outlives_a_hangup(start: Start, press: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    with held(library):
        hangup = signal.signal(signal.SIGHUP, signal.SIG_IGN)
        try:
            adding = start(library, "add", "--jobs", "2", "--defer-facts", press)
        finally:
            signal.signal(signal.SIGHUP, hangup)
        wait_until(lambda: len(children(adding)) > 1, "its workers are being started")
        os.killpg(adding.pid, signal.SIGHUP)
    _, said = adding.communicate()
    assert adding.returncode == 0, said
    assert len(titles(library)) == FILES


def test_two_additions_at_once_add_each_article_once(start: Start, press: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    both = [start(library, "add", "--defer-facts", press) for _ in range(2)]
    said = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert sum(int(count) for text in said for count in re.findall(r"Added: (\d+)", text)) == FILES
    with Library.open(library, seeds=False) as opened:
        assert opened.counts().total == len(titles(library)) == FILES
    assert check(library).returncode == 0


def test_searching_while_articles_are_added_finds_what_is_there(start: Start, press: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    adding = start(library, "add", "--defer-facts", press)
    totals = [0]
    while adding.poll() is None:
        searching = start(library, "search", "commission")
        out, said = searching.communicate()
        assert searching.returncode in (0, 1), said
        totals.append(json.loads(out)["total"])
    assert adding.returncode == 0, adding.communicate()[1]
    assert totals == sorted(totals)
    assert len(found(library, "commission")) == FILES
    assert check(library).returncode == 0
