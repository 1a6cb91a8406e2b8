"""What is sent to a terminal arrives whole and in order, however fast it is taken, and whoever sends it never waits."""

from __future__ import annotations

import os
import threading
import tty
from collections.abc import Iterator

import pytest

from aipolicy_tui.terminal import writer
from aipolicy_tui.terminal.writer import Writer

_PIECES = [f"{number:05} " + "é" * (number % 7) * 200 for number in range(200)]


@pytest.fixture
def pair() -> Iterator[tuple[int, int]]:
    """The program's side of a terminal, and the side of whoever looks at it."""
    master, slave = os.openpty()
    tty.setraw(slave)
    yield slave, master
    for descriptor in (slave, master):
        try:
            os.close(descriptor)
        except OSError:
            continue


def _read(master: int, size: int) -> bytes:
    data = b""
    while len(data) < size:
        data += os.read(master, 65536)
    return data


@pytest.mark.parametrize("direct", [True, False])
def test_everything_arrives_in_order_when_the_terminal_begins_to_read_late(
    pair: tuple[int, int], monkeypatch: pytest.MonkeyPatch, direct: bool
) -> None:
    if not direct:
        monkeypatch.setattr(writer, "_never_blocking", lambda _: None)
    carrier = Writer(pair[0], "utf-8", lambda: None)
    for piece in _PIECES:
        carrier.write(piece)
    wanted = "".join(_PIECES).encode()
    assert _read(pair[1], len(wanted)) == wanted
    carrier.write("the end")
    assert _read(pair[1], 7) == b"the end"
    carrier.stop()


def test_a_small_frame_is_on_its_way_when_the_call_returns(pair: tuple[int, int]) -> None:
    carrier = Writer(pair[0], "utf-8", lambda: None)
    os.set_blocking(pair[1], False)
    carrier.write("a key was answered")
    assert os.read(pair[1], 100) == b"a key was answered"
    carrier.stop()


def test_a_terminal_that_takes_nothing_is_told_of(pair: tuple[int, int]) -> None:
    carrier = Writer(pair[0], "utf-8", lambda: None)
    assert not carrier.behind
    carrier.write("x" * 1_000_000)
    late = threading.Event()
    while not carrier.behind:
        late.wait(0.001)
    assert len(_read(pair[1], 1_000_000)) == 1_000_000
    carrier.stop()


def test_what_a_terminal_did_not_take_in_time_is_not_mixed_into_what_comes_later(
    pair: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "LAST_WORDS", 0.2)
    first = Writer(pair[0], "utf-8", lambda: None)
    first.write("a" * 1_000_000)
    first.write("left")
    first.stop()
    assert not first._thread.is_alive()
    second = Writer(pair[0], "utf-8", lambda: None)
    second.write("entered")
    read = b""
    while not read.endswith(b"entered"):
        read += os.read(pair[1], 65536)
    assert set(read.removesuffix(b"entered")) == set(b"a") and len(read) < 1_000_000
    second.stop()
    os.set_blocking(pair[1], False)
    with pytest.raises(BlockingIOError):
        os.read(pair[1], 1)


def test_that_the_other_side_is_gone_is_told_once(pair: tuple[int, int]) -> None:
    gone = threading.Event()
    times: list[int] = []

    def tell() -> None:
        times.append(1)
        gone.set()

    carrier = Writer(pair[0], "utf-8", tell)
    os.close(pair[1])
    carrier.write("nobody")
    carrier.write("reads this")
    assert gone.wait(20)
    carrier.stop()
    assert times == [1]
