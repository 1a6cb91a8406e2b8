"""Which files are read: those named and those inside folders, each once, in order; what is not read is counted."""

import os
from pathlib import Path

import pytest

from aipolicy_index.errors import UnreadableFile, UnsupportedFormat
from aipolicy_index.reading import find_files, known_endings, read_article


def write(path: Path, text: str = "Un texte assez long pour être lu.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_formats_of_the_press_are_known() -> None:
    assert {".txt", ".md", ".html", ".htm", ".pdf"} <= known_endings()


def test_folders_are_searched_and_sorted(tmp_path: Path) -> None:
    second, first, inner = write(tmp_path / "b.txt"), write(tmp_path / "a.TXT"), write(tmp_path / "b/c.md")
    assert find_files([tmp_path]).files == (first, inner, second)


def test_paths_keep_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    second, first = write(tmp_path / "b.txt"), write(tmp_path / "a.txt")
    assert find_files([second, first]).files == (second, first)


def test_hidden_files_are_read_only_when_named(tmp_path: Path) -> None:
    hidden = write(tmp_path / ".notes/.a.txt")
    assert find_files([tmp_path]).files == ()
    assert find_files([hidden]).files == (hidden,)


def test_each_file_comes_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a/a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    (tmp_path / "a/loop").symlink_to(tmp_path)
    assert find_files([tmp_path, path, tmp_path / "a"]).files == (path,)


def test_unknown_endings_are_counted(tmp_path: Path) -> None:
    for name in ("a.ann", "b.ANN", "c.docx", "README", "d.txt"):
        write(tmp_path / name)
    found = find_files([tmp_path])
    assert [path.name for path in found.files] == ["d.txt"]
    assert found.unread_endings == {".ann": 2, ".docx": 1, "": 1}


def test_a_file_without_ending_is_read_when_named(tmp_path: Path) -> None:
    path = write(tmp_path / "depeche")
    assert find_files([path]).files == (path,)
    assert read_article(path).text == "Un texte assez long pour être lu."


def test_a_missing_path_is_named_with_its_reason(tmp_path: Path) -> None:
    (failure,) = find_files([tmp_path / "absent.txt"]).failures
    assert failure.values == {"path": str(tmp_path / "absent.txt"), "reason": "reason.not_found"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_closed_folder_does_not_stop_the_search(tmp_path: Path) -> None:
    path = write(tmp_path / "b.txt")
    closed = tmp_path / "a"
    closed.mkdir(mode=0)
    found = find_files([tmp_path])
    closed.chmod(0o700)
    assert found.files == (path,)
    assert [failure.values["reason"] for failure in found.failures] == ["reason.permission"]


def test_a_link_to_nothing_inside_a_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "absent")
    assert find_files([tmp_path]).failures == ()


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.txt", b"", "reason.empty"),
        ("a.txt", b" \n\t\n ", "reason.empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "reason.binary"),
        ("a.md", b"%PDF-1.7\n...", "reason.binary"),
        ("a.txt", b"\x1b[2J\x1b[0m\n", "reason.no_text"),
        ("a.md", b"---\ntitle: Seul\n---\n", "reason.no_text"),
        ("a.pdf", b"%PDF-1.7\nfin", "reason.pdf_damaged"),
    ],
)
def test_a_file_that_is_no_article_says_why(tmp_path: Path, name: str, raw: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(UnreadableFile) as raised:
        read_article(path)
    assert raised.value.values == {"path": str(path), "reason": reason}


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    for name, reason in (("absent.txt", "reason.not_found"), ("folder.txt", "reason.not_a_file")):
        with pytest.raises(UnreadableFile) as raised:
            read_article(tmp_path / name)
        assert raised.value.values["reason"] == reason


def test_an_unknown_ending_is_its_own_error(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormat) as raised:
        read_article(write(tmp_path / "a.docx"))
    assert raised.value.values["ending"] == ".docx"


def test_bytes_that_were_read_already_are_not_read_again(tmp_path: Path) -> None:
    assert read_article(tmp_path / "absent.txt", b"Un texte donn\xe9.").text == "Un texte donné."


def test_what_tells_of_a_folder_is_no_article_unless_it_is_named(tmp_path: Path) -> None:
    for name in ("README.md", "article.md", "LICENSE.txt"):
        (tmp_path / name).write_text("Un texte.", "utf-8")
    found = find_files([tmp_path])
    assert [file.name for file in found.files] == ["article.md"]
    assert dict(found.unread_endings) == {"README.md": 1, "LICENSE.txt": 1}
    assert [file.name for file in find_files([tmp_path / "README.md"]).files] == ["README.md"]
