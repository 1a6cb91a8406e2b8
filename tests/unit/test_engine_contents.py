"""Which segments there are is read without Whoosh, and as Whoosh reads it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from whoosh.filedb.filestore import FileStorage
from whoosh.util.numeric import byte_to_length

from aipolicy_index.engine.contents import latest_generation, read_contents
from aipolicy_index.engine.document import Document
from aipolicy_index.engine.index import SearchIndex
from aipolicy_index.engine.lengths import read_lengths
from aipolicy_index.errors import IndexDamaged, IndexMissing
from aipolicy_index.model import Article


def _documents(*ids: int) -> list[Document]:
    return [Document.of(id, Article("La Cnil inflige une amende.", f"{id}.txt")) for id in ids]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    index = SearchIndex.create(tmp_path / "index")
    index.write(_documents(*range(1, 9)))
    index.write(_documents(9, 2), removed=[3, 4])
    return tmp_path / "index"


def test_the_segments_and_their_deleted_documents_are_those_that_whoosh_names(folder):
    generation = latest_generation(folder)
    whoosh = FileStorage(str(folder)).open_index()
    theirs = {(each.segment_id(), each.doc_count_all(), frozenset(each.deleted_docs())) for each in whoosh._segments()}
    assert generation == whoosh.latest_generation() == 2
    assert set(read_contents(folder, generation).segments) == theirs
    assert sum(len(each.deleted) for each in read_contents(folder, generation).segments) == 3


def test_a_folder_without_any_commit_holds_no_index(tmp_path):
    (tmp_path / "_MAIN_x.toc").touch()
    with pytest.raises(IndexMissing):
        SearchIndex.open(tmp_path)


class Trap:
    """What runs a command when it is unpickled."""

    def __init__(self, command: str) -> None:
        self.command = command

    def __reduce__(self):
        return os.system, (self.command,)


def test_nothing_in_the_table_of_contents_is_run(folder, tmp_path):
    file = folder / f"_MAIN_{latest_generation(folder)}.toc"
    content, sprung = file.read_bytes(), tmp_path / "sprung"
    segments = content.rindex(b"\x80")
    file.write_bytes(content[:segments] + pickle.dumps([Trap(f"touch {sprung}")]))
    with pytest.raises(IndexDamaged):
        SearchIndex.open(folder)
    assert not sprung.exists()


def test_lengths_are_those_that_whoosh_keeps():
    import numpy as np

    stored = np.arange(256, dtype=np.uint8)
    assert read_lengths(stored).tolist() == [max(1, byte_to_length(byte)) for byte in range(256)]


def test_a_search_imports_neither_whoosh_nor_what_only_writes(folder):
    code = f"""
import sys
from pathlib import Path
from aipolicy_index.library import asking
from aipolicy_index.engine.index import SearchIndex
from aipolicy_index.query import parse
assert len(SearchIndex.open(Path({str(folder)!r})).search(parse("amende"), None, limit=0).ids) == 7
ours = {{f"aipolicy_index.engine.{{name}}" for name in ("codec", "writing", "merging", "building", "likeness")}}
print(sorted(name for name in sys.modules if name in ours or name.split(".")[0] == "whoosh"))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_search_defines_few_dataclasses():
    """Each is written out and compiled when its module is imported: half a millisecond. Named tuples are not."""
    code = """
import dataclasses
made, real = [], dataclasses._process_class
def counted(cls, *given):
    made.append(f"{cls.__module__}.{cls.__qualname__}")
    return real(cls, *given)
dataclasses._process_class = counted
from aipolicy_index.library import asking
print(*(name for name in made if name.startswith("aipolicy")))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert len(done.stdout.split()) <= 6, done.stdout
