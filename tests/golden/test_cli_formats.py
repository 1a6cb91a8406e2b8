"""What search, show, export, check and config print, in every format, of two articles that try to do harm."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from aipolicy_index.deeds import DeedKind
from aipolicy_index.library import Library
from aipolicy_tui.messages import LANGUAGES

FILES = {
    "formula\x1b[2J.md": (
        "---\ntitle: '=2+3 *Veridia* <b>paie</b>'\noutlet: Le Relais\ndate: 2025-06-17\nauthor: Ana Roy\n---\n\n"
        "La société Veridia paie une amende que la commission lui avait infligée en janvier.\n\n"
        "- Elle conteste la somme, qu'elle trouve trop élevée pour une entreprise de sa taille.\n"
    ),
    "llama.txt": (
        "Llama s'ouvre aux armées\n\nLe contrat court sur trois ans, selon l'entreprise, qui n'en dit pas plus.\n\n"
        "Il peut être prolongé une fois, si les deux parties en sont d'accord avant son terme.\n"
    ),
}
TAGS = ["à *relire*", "=cloud"]
SEARCH = [("text", "txt"), ("json", "json"), ("jsonl", "jsonl"), ("csv", "csv"), ("md", "md")]
EXPORT = [("json", "json"), ("jsonl", "jsonl"), ("csv", "csv"), ("md", "md")]


@pytest.fixture
def library(tmp_path: Path, cli: Callable[..., object]) -> Path:
    """A library with the two articles, in a folder whose name the golden files know."""
    press = tmp_path / "press"
    press.mkdir()
    for name, text in FILES.items():
        (press / name).write_text(text, "utf-8")
        os.utime(press / name, (1_700_000_000, 1_700_000_000))
    folder = tmp_path / "seeds0" / "library"
    assert cli("--library", folder, "add", press).status == 0
    with Library.open(folder) as opened:
        (veridia,) = (row.id for row in opened.rows(opened.listing()) if "Veridia" in row.display_title)
        opened.set_tags(veridia, TAGS)
    return folder


@pytest.fixture
def steady(tmp_path: Path) -> Callable[[str], str]:
    """What varies with the place and with how hits are scored, named."""
    return lambda text: re.sub(r'("score": |,)\d+\.\d+', r"\1SCORE", text.replace(str(tmp_path / "press"), "PRESS"))


@pytest.mark.parametrize(("format_", "ending"), SEARCH)
def test_search(
    cli: Callable[..., object],
    golden: Callable[..., None],
    steady: Callable[[str], str],
    library: Path,
    format_: str,
    ending: str,
) -> None:
    done = cli("--library", library, "search", "--format", format_, "--sort", "date", "veridia")
    assert done.status == 0
    golden(f"search.{ending}", steady(done.out))


@pytest.mark.parametrize(("format_", "ending"), EXPORT)
def test_export(
    cli: Callable[..., object],
    golden: Callable[..., None],
    steady: Callable[[str], str],
    library: Path,
    format_: str,
    ending: str,
) -> None:
    done = cli("--library", library, "export", "--format", format_)
    assert (done.status, done.err) == (0, "")
    golden(f"export.{ending}", steady(done.out))


@pytest.mark.parametrize(("format_", "ending"), [("text", "txt"), ("json", "json")])
def test_show(
    cli: Callable[..., object], golden: Callable[..., None], steady: Callable[[str], str], library: Path,
    format_: str, ending: str,
) -> None:  # fmt: skip
    done = cli("--library", library, "show", "--format", format_, _id_of(cli, library, "veridia"))
    assert (done.status, done.err) == (0, "")
    golden(f"show.{ending}", steady(done.out))


def _id_of(cli: Callable[..., object], library: Path, query: str) -> int:
    (hit,) = json.loads(cli("--library", library, "search", query).out)["hits"]
    return int(hit["id"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_config(cli: Callable[..., object], golden: Callable[..., None], language: str) -> None:
    done = cli("--lang", language, "config")
    golden(f"config.{language}.toml", done.out)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_on_the_way(
    cli: Callable[..., object],
    golden: Callable[..., None],
    steady: Callable[[str], str],
    library: Path,
    tmp_path: Path,
    language: str,
) -> None:
    """Counts, failures, remarks on a query: the whole of standard error, and what `check` prints."""
    press = tmp_path / "press"
    (press / "empty\x1b]0;x\x07.txt").write_bytes(b"")
    (press / "photo.jpg").write_bytes(b"\xff")
    (press / "other.jpg").write_bytes(b"\xff")
    (press / "README.md").write_text("Ce que contient ce dossier.", "utf-8")
    (press / "llama.txt").write_text(FILES["llama.txt"] + "\nUne phrase de plus, assez longue pour compter.\n", "utf-8")
    said = []
    for arguments in (
        ["add", press, tmp_path / "nowhere"],
        ["search", "--format", "text", "veridia"],
        ["search", "--format", "text", "titel:llama (amende"],
        ["search", "--format", "text", "qwxyz"],
        ["search", "--format", "text", "tag:clod"],
        ["search", "--format", "text", "-tag:qwxyz veridia"],
        ["export", "--tag", "qwxyz"],
        ["export", "--starred"],
        ["show", 99],
        ["export", 99],
        ["check"],
    ):
        done = cli("--lang", language, "--library", library, *arguments)
        words = " ".join(map(str, arguments)).replace(str(tmp_path), "TMP")
        out = done.out if arguments == ["check"] else ""
        said.append(f"$ aipolicy-tui {words}   # status {done.status}\n{done.err}{out}")
    golden(f"said.{language}.txt", steady("".join(said)).replace(str(tmp_path), "TMP"))


def test_tags_choose_what_is_exported_and_searched(cli: Callable[..., object], library: Path) -> None:
    for arguments in (["--tag", "À *RELIRE*"], ["--query", 'tag:"a *relire*"'], ["--tag", "=cloud", "--unread"]):
        (article,) = json.loads(cli("--library", library, "export", "--format", "json", *arguments).out)
        assert article["tags"] == ["=cloud", "à *relire*"]
    assert len(json.loads(cli("--library", library, "export", "--format", "json", "--query", "-tag:*").out)) == 1
    (hit,) = json.loads(cli("--library", library, "search", "étiquette:*").out)["hits"]
    assert hit["tags"] == ["=cloud", "à *relire*"]
    facts = cli("--library", library, "export", "--facts", "--tag", "=cloud", "--format", "csv").out
    assert {row["tags"] for row in csv.DictReader(io.StringIO(facts))} == {"'=cloud, à *relire*"}


def test_check_tells_of_the_removed_articles(cli: Callable[..., object], library: Path) -> None:
    with Library.open(library) as opened:
        opened.do(DeedKind.REMOVED, opened.listing()[0])
    done = cli("--lang", "fr", "--library", library, "check")
    assert done.status == 0
    assert "1 article retiré peut revenir pendant 30 jours" in done.out.replace("\u00a0", " ")


def test_no_cell_is_a_formula_and_no_byte_an_order(cli: Callable[..., object], library: Path) -> None:
    for format_, _ in EXPORT:
        assert "\x1b" not in cli("--library", library, "export", "--format", format_).out
    rows = list(csv.DictReader(io.StringIO(cli("--library", library, "export", "--format", "csv").out)))
    assert {row["title"][0] for row in rows} == {"'", "L"}
    assert {Path(row["path"]).name for row in rows} == {"formula\ufffd[2J.md", "llama.txt"}
