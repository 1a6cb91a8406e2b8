"""The library behind a pipe: answers, progress, the newest question, a process that dies."""

from __future__ import annotations

import asyncio
import os
import signal
import struct
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from aipolicy_index.deeds import DeedKind
from aipolicy_index.errors import NoSuchArticle, Overtaken, ServiceError
from aipolicy_index.library import AddReport, Library, Preparation, Stage
from aipolicy_index.service.client import ServiceClient


def _head(message: int, ids: int) -> bytes:
    return struct.pack("!II", message, ids)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "library"):
        return tmp_path / "library"


@pytest.fixture
async def client(folder: Path) -> AsyncIterator[ServiceClient]:
    asked = ServiceClient(folder)
    await asked.start()
    yield asked
    await asked.stop()


def process_of(client: ServiceClient) -> asyncio.subprocess.Process:
    """The process that answers searches."""
    running = client._searching._running
    assert running is not None
    return running.process


async def test_a_search_comes_back_with_its_passages(client: ServiceClient, folder: Path) -> None:
    results = await client.search("microsoft azure")
    assert results.total == len(results.ids) > 0
    hit = results.hits[0]
    marked = {hit.snippet.text[mark.start : mark.end].lower() for mark in hit.snippet.marks}
    assert marked & {"microsoft", "azure"}
    with Library.open(folder) as library:
        text = library.article(hit.id).text
        spans = await client.marks("microsoft azure", hit.id)
        assert spans
        assert all(text[span.start : span.end].lower() in {"microsoft", "azure"} for span in spans)


async def test_a_tag_that_the_reader_puts_completes_and_is_found_at_once(client: ServiceClient, folder: Path) -> None:
    assert await client.suggest("tag:clo") == ()
    with Library.open(folder) as library:
        first = library.listing()[0]
        library.do(DeedKind.TAGGED, first, "cloud")
    (completion,) = await client.suggest("étiquette:clo")
    assert (completion.text, completion.count) == ("cloud", 1)
    assert list((await client.search("tag:clo", typing=True)).ids) == [first]
    assert (await client.search("tag:clod")).diagnostics[0].values["near"] == "cloud"
    with Library.open(folder) as library:
        assert library.undo() is not None
    assert (await client.search("tag:cloud")).total == 0


async def test_a_newer_search_overtakes_an_older_one(client: ServiceClient) -> None:
    older = asyncio.create_task(client.search("m", typing=True))
    await asyncio.sleep(0)
    newer = asyncio.create_task(client.search("llama"))
    with pytest.raises(Overtaken):
        await older
    assert (await newer).query == "llama"


async def test_preparing_extracts_every_fact_and_then_has_nothing_left_to_do(
    client: ServiceClient, folder: Path
) -> None:
    steps = [step async for step in client.prepare()]
    assert {step.stage for step in steps if isinstance(step, Preparation)} >= {Stage.FACTS}
    with Library.open(folder) as library:
        assert library.counts().without_facts == 0
    assert [step async for step in client.prepare()] == []


async def test_facts_are_answered_while_a_long_task_runs(client: ServiceClient, folder: Path) -> None:
    with Library.open(folder) as library:
        last = library.listing()[-1]
    task = client.prepare()
    await anext(task)
    facts = await client.facts(last)
    assert facts
    async for _ in task:
        pass


async def test_files_are_added_with_a_report_at_last(client: ServiceClient, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Un titre\n\nUn corps de texte avec le mot quetsche.\n", "utf-8")
    steps = [step async for step in client.add([tmp_path / "one.txt", tmp_path / "none.txt"])]
    report = steps[-1]
    assert isinstance(report, AddReport)
    assert (report.added, len(report.failures)) == (1, 1)
    assert (await client.search("quetsche")).total == 1


async def test_an_error_keeps_its_kind_and_its_values(client: ServiceClient) -> None:
    with pytest.raises(NoSuchArticle) as told:
        await client.facts(4711)
    assert told.value.values == {"id": "4711"}


async def test_a_process_that_dies_fails_what_was_asked_and_comes_back(client: ServiceClient) -> None:
    await client.search("llama")
    process = process_of(client)
    os.kill(process.pid, signal.SIGSTOP)
    pending = asyncio.create_task(client.search("azure"))
    await asyncio.sleep(0)
    os.kill(process.pid, signal.SIGKILL)
    with pytest.raises(ServiceError):
        await pending
    assert (await client.search("llama")).total > 0


async def test_what_the_next_process_is_asked_does_not_fail_with_the_one_before(client: ServiceClient) -> None:
    await client.search("llama")
    process = process_of(client)
    transport = process._transport.get_pipe_transport(1)  # type: ignore[attr-defined]
    transport.pause_reading()  # that it is gone is known before its pipe is seen to end
    process.kill()
    while process.returncode is None:
        await asyncio.sleep(0)
    asked = asyncio.create_task(client.search("llama"))
    await asyncio.sleep(0)
    transport.resume_reading()
    assert (await asked).total > 0


@pytest.mark.parametrize(
    "answer",
    [
        b"Traceback (most recent call last):\n",
        _head(4, 0) + b"nope",
        _head(2, 0) + b"[]",
        _head(2, 0) + b"{}",
        _head(12, 3) + b'{"number":1}' + b"abc",
        _head(25, 0) + b'{"number":1,"error":"bad"}'[:25],
        _head(1, 0) + b"\xff",
    ],
)
async def test_an_answer_that_cannot_be_understood_ends_the_wait_with_an_error(folder: Path, answer: bytes) -> None:
    asked = ServiceClient(folder)
    program = f"import sys; sys.stdout.buffer.write({answer!r}); sys.stdout.flush(); sys.stdin.read()"
    asked._searching._command = (sys.executable, "-c", program)
    with pytest.raises(ServiceError) as told:
        await asyncio.wait_for(asked.search("nordik"), 60)
    assert told.value.values["reason"]
    assert process_of(asked).returncode is not None
    await asked.stop()


async def test_a_process_that_cannot_be_started_fails_what_was_asked(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "gone"))
    asked = ServiceClient(folder)
    with pytest.raises(ServiceError):
        await asked.search("nordik")
    await asked.stop()


async def test_the_processes_end_with_the_screen(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aipolicy_index.service.client._END_SECONDS", 60)
    client = ServiceClient(folder)
    await client.search("llama")
    process = process_of(client)
    await client.stop()
    assert process.returncode == 0
