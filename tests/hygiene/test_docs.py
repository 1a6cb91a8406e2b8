"""The documents agree with the program: generated parts, examples, links, and no word of where they were made."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from aipolicy_index.reading.registry import known_endings

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("seeds/*.md"), *ROOT.glob("tests/**/*.md")])
PRESS = {
    "2024-05-03-cnil.txt": (
        "La Cnil inflige une amende à Veridia\n\n« La sécurité des données l'exigeait », a déclaré Ana Roy, présidente"
        " de la commission. Veridia conteste la décision, rendue lundi, et annonce un recours.\n"
    ),
    "2025-01-10-llama.txt": (
        "Llama s'ouvre aux armées\n\nLe contrat de la société Orféo vaut 12 millions d'euros. Il court sur trois ans,"
        " selon l'entreprise.\n"
    ),
}
_LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")
_FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
_CONSOLE = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
_MADE_ELSEWHERE = re.compile(
    r"index-ur[l]|registry *= *.?http|resolved\"?: *\"?http|/wor[k]/|/far[m]/|\.\./share[d]|/tmp/tea[m]|"
    r"(?:pypi|pythonhosted|npmjs|crates)\.(?:org|io|com)"
)


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_parts_are_as_the_program_would_write_them() -> None:
    generator = _generator()
    for document in generator.DOCUMENTS:
        text = document.read_text("utf-8")
        assert text == generator.rewritten(text), "python docs/generate.py"


def test_every_part_that_can_be_generated_stands_in_a_document() -> None:
    generator = _generator()
    texts = "".join(document.read_text("utf-8") for document in generator.DOCUMENTS)
    assert [name for name in generator.PARTS if f"<!-- generated: {name} -->" not in texts] == []


def test_the_manual_names_every_ending_that_can_be_read() -> None:
    manual = (ROOT / "docs" / "manual.md").read_text("utf-8")
    assert [ending for ending in known_endings() if f"`{ending}`" not in manual] == []


# ---- examples


def _examples(text: str) -> Iterator[tuple[str, list[str]]]:
    """The commands of a document, each with the lines that it should print."""
    for block in _CONSOLE.findall(text):
        lines = block.splitlines()
        starts = [place for place, line in enumerate(lines) if line.startswith("$ ")]
        assert starts[:1] == [0]
        for start, end in pairwise([*starts, len(lines)]):
            yield lines[start].removeprefix("$ "), lines[start + 1 : end]


def _pattern(expected: list[str]) -> str:
    """`...` stands for anything in a line, and alone for any lines."""
    lines = (
        r"(?:.*\n)*" if line == "..." else ".*".join(map(re.escape, line.split("..."))) + r"\n" for line in expected
    )
    return "".join(lines)


def _bash(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "80", "HOME": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """A folder with two articles in `press`, as the documents suppose."""
    (tmp_path / "press").mkdir()
    for name, text in PRESS.items():
        (tmp_path / "press" / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize("document", [path for path in DOCUMENTS if "```console" in path.read_text("utf-8")], ids=str)
def test_every_example_does_what_the_document_says(document: Path, press: Path) -> None:
    for command, expected in _examples(document.read_text("utf-8")):
        if "jq" in command and shutil.which("jq") is None:
            continue
        printed = _bash(command, press).stdout
        assert re.fullmatch(_pattern(expected), printed), f"$ {command}\n{printed}"


def test_the_commands_of_the_readme_can_be_typed(press: Path) -> None:
    (press / "article.txt").write_text(PRESS["2025-01-10-llama.txt"], "utf-8")
    (press / "press" / "today.html").write_text("<html><body><p>Une phrase entière.</p></body></html>", "utf-8")
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = [line.strip() for line in readme.splitlines() if line.startswith("    aipolicy-tui")]
    assert len(commands) > 3
    for command in commands:
        done = _bash(command, press)
        opens_reader = re.match(r"aipolicy-tui( ~|$| +#)", command)
        assert done.returncode in ((2,) if opens_reader else (0,)), f"$ {command}\n{done.stdout}"
        assert not opens_reader or "needs a terminal" in done.stdout


# ---- links and words


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    pictures = (ROOT / "docs" / "pictures.py").exists()
    for link in _LINK.findall(_FENCED.sub("", document.read_text("utf-8"))):
        place, _, heading = link.partition("#")
        if "://" in link or (pictures and place.endswith(".svg") and not (document.parent / place).exists()):
            continue
        target = document.parent / place if place else document
        assert target.exists(), link
        assert not heading or heading in _headings(target), link


def _headings(document: Path) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    text = _FENCED.sub("", document.read_text("utf-8"))
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_nothing_says_where_it_was_made(root: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    found = []
    for name in filter(None, listed.stdout.decode().split("\0")):
        file = root / name
        if file.is_file() and b"\0" not in (raw := file.read_bytes())[:1000]:
            found += [f"{name}: {hit.group()}" for hit in _MADE_ELSEWHERE.finditer(raw.decode("utf-8", "replace"))]
    assert found == []
