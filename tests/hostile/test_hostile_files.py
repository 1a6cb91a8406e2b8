"""Files made to harm are refused with a reason or read to their end, in time that grows with their size alone."""

import os
import time
import zlib
from pathlib import Path

import pytest

from aipolicy_index.errors import UnreadableFile
from aipolicy_index.model import Article
from aipolicy_index.reading import find_files, read_article


def outcome(path: Path, raw: bytes) -> Article | str:
    """The article, or the reason why there is none; anything else is a failure of the test."""
    try:
        return read_article(path, raw)
    except UnreadableFile as error:
        return error.values["reason"]


REPEATED = [
    "[", "(", "<", "<!--", "![", "[a](", "**", "__", "> ", "# ", "\n---\n", "«", ". ", ".»", "A.", "1 ", "1/1/1 ",
    "Publié le ", "par A", "e\u0301\u0301\u0301\u0301", "\x9d", "\x1b]", "\x1b[", "\x93a", "[[", "|", "Lire aussi\n",
    "12 mars 2017 . – ", "PARIS (AFP) - ", "@", "©", " ", "\n", "\t\n", "a", "é", "»", "-\n", "Aa-\n",
]  # fmt: skip


@pytest.mark.parametrize("ending", [".txt", ".md"])
@pytest.mark.parametrize("piece", REPEATED, ids=ascii)
def test_time_grows_with_size_alone(tmp_path: Path, piece: str, ending: str) -> None:
    small, large = (seconds_for(tmp_path / f"a{ending}", piece * (size // len(piece))) for size in (20_000, 320_000))
    assert large < 16 * 6 * max(small, 0.01)


def seconds_for(path: Path, text: str) -> float:
    started = time.process_time()
    outcome(path, text.encode("utf-8", "surrogatepass"))
    return time.process_time() - started


def test_ten_megabytes_of_brackets_are_a_text(tmp_path: Path) -> None:
    article = outcome(tmp_path / "a.txt", b"[" * 10_000_000)
    assert isinstance(article, Article) and len(article.text) == 10_000_000
    assert len(article.display_title) <= 90


def test_a_few_zero_bytes_go_and_many_make_a_binary_file(tmp_path: Path) -> None:
    article = outcome(
        tmp_path / "a.txt", b"Un texte\x00 avec un \x00z\xc3\xa9ro, long comme il faut pour en \xc3\xaatre un."
    )
    assert isinstance(article, Article) and "\x00" not in article.text
    assert outcome(tmp_path / "a.txt", bytes(10_000)) == "reason.binary"
    assert outcome(tmp_path / "a.txt", bytes(range(256)) * 40) == "reason.binary"


def test_a_title_cannot_carry_a_command(tmp_path: Path) -> None:
    raw = "\x1b]0;volé\x07Un titre \x1b[31mrouge\u202e qui ment\n\nLe texte de l’article commence ici, et il est sage."
    article = outcome(tmp_path / "a.txt", raw.encode())
    assert isinstance(article, Article) and article.title == "Un titre rouge qui ment"


@pytest.mark.parametrize("field", ["title", "author", "outlet", "date", "lang", "link"])
def test_front_matter_cannot_carry_a_command(tmp_path: Path, field: str) -> None:
    raw = f'---\n{field}: "a\x1b]52;c;eA==\x07b\\nc \x9b2J"\n---\nLe texte.'.encode()
    article = outcome(tmp_path / "a.md", raw)
    assert isinstance(article, Article)
    shown = f"{article.title} {article.author} {article.outlet} {article.published} {article.language} {article.links}"
    assert shown.isprintable()


@pytest.mark.parametrize(
    "name", [b"a\x1b[2Jb.txt", b"caf\xe9.txt", b"a\nb.txt", b"\xe2\x80\xaeb.txt", "Été.txt".encode()]
)
def test_a_file_name_cannot_carry_a_command(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    path.write_bytes("Le texte de l’article, qui est long.".encode())
    (found,) = find_files([tmp_path]).files
    article = read_article(found)
    assert article.source.isprintable() and article.display_title.isprintable()
    article.source.encode()


def test_a_name_that_cannot_be_a_path_is_a_failure_and_no_crash() -> None:
    (failure,) = find_files([Path("a\x00b.txt")]).failures
    assert failure.values["path"].isprintable()
    with pytest.raises(UnreadableFile):
        read_article(Path("a\x00b.txt"))


@pytest.mark.parametrize(
    "raw",
    [
        b"<div>" * 100_000 + b"texte",
        b"<p>" * 100_000 + b"texte",
        b"<a href='" + b"x" * 1_000_000,
        b"<" * 200_000,
        b"&amp;" * 200_000,
        b"<html><body><p>\x1b]0;x\x07texte \x9b31m</p></body></html>",
        b"<?xml version='1.0' encoding='utf-7'?><html><body><p>+ADw-texte</p></body></html>",
        b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><html><p>&b;&b;</p></html>",
        b"<meta charset='unicode_escape'><p>\\x1b[31m texte assez long pour un paragraphe</p>",
    ],
    ids=["divs", "paragraphs", "attribute", "brackets", "entities", "controls", "utf-7", "entity-bomb", "codec"],
)
def test_a_hostile_web_page_is_read_or_refused(tmp_path: Path, raw: bytes) -> None:
    article = outcome(tmp_path / "a.html", raw)
    if isinstance(article, Article):
        assert article.text.replace("\n", "").isprintable()


def stream_pdf(content: bytes, declared: int | None = None) -> bytes:
    """A PDF file of one page drawn by a compressed stream."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (declared or len(content), content),
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, part) for n, part in enumerate(parts, 1))
    return body + b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n0\n%%EOF"


@pytest.mark.parametrize(
    "raw",
    [
        stream_pdf(zlib.compress(bytes(200_000_000), 9)),
        stream_pdf(zlib.compress(b"BT (texte) Tj ET")[:-3]),
        stream_pdf(zlib.compress(b"BT (texte) Tj ET"), declared=2**40),
        stream_pdf(zlib.compress(b"q " * 500_000)),
        stream_pdf(zlib.compress(b"[" * 100_000)),
        stream_pdf(zlib.compress(b"BT (texte) Tj ET"))[:200],
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] >>\nendobj\ntrailer\n<< /Root 1 0 R >>",
        b"%PDF-1.7\n" + os.urandom(5000),
        b"%PDF-1.7\n" + b"<<" * 50_000,
    ],
    ids=["bomb", "cut-stream", "length", "states", "arrays", "cut-file", "own-parent", "noise", "dictionaries"],
)
def test_a_hostile_pdf_is_read_or_refused(tmp_path: Path, raw: bytes) -> None:
    article = outcome(tmp_path / "a.pdf", raw)
    assert isinstance(article, Article) or article.startswith("reason.")
