"""What scripts rely on: exit statuses, pipes that close early, one line for what is wrong, many files in order."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

TEXT = (
    "Veridia signe un contrat\n\nLa société Veridia a signé mardi un contrat de 12 millions d'euros."
    " « C'est une étape », a déclaré Ana Roy, sa présidente, lundi dernier.\n"
)


@pytest.fixture
def press(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    for name in ("b.txt", "a.txt", "2025-06-17-c.txt"):
        (folder / name).write_text(TEXT.replace("Veridia", f"Veridia{name[-5].upper()}"), "utf-8")
    return folder


def dates(record: dict[str, object]) -> list[object]:
    return [fact["value"] for fact in record["facts"] if fact["kind"] == "date"]  # type: ignore[attr-defined]


# ---- facts


def test_facts_of_one_file_are_one_object_with_exact_places(cli: Callable[..., object], press: Path) -> None:
    done = cli("facts", press / "a.txt")
    assert (done.status, done.err) == (0, "")
    record = json.loads(done.out)
    assert set(record) == {"path", "article", "text", "facts"}
    assert {"title", "language", "published", "outlet", "author"} <= set(record["article"])
    assert {fact["kind"] for fact in record["facts"]} >= {"money", "quote", "person", "date"}
    for fact in record["facts"]:
        assert set(fact) == {"kind", "text", "start", "end", "value", "confidence", "rule", "attributes"}
        assert record["text"][fact["start"] : fact["end"]] == fact["text"]
        assert [fact["start"], fact["end"]] in fact["attributes"]["mentions"]


def test_facts_of_many_files_come_one_a_line_in_their_order_each_with_its_path(
    cli: Callable[..., object], press: Path
) -> None:
    paths = [press / "b.txt", press / "nowhere.txt", press / "a.txt"]
    done = cli("facts", "--format", "jsonl", *paths)
    assert done.status == 1
    assert done.err == f"{press}/nowhere.txt was not read: nothing has this name.\n"
    assert [json.loads(line)["path"] for line in done.out.splitlines()] == [str(paths[0]), str(paths[2])]


def test_facts_of_many_files_are_a_list_in_json(cli: Callable[..., object], press: Path) -> None:
    records = json.loads(cli("facts", press).out)
    assert [Path(record["path"]).name for record in records] == ["2025-06-17-c.txt", "a.txt", "b.txt"]
    assert len(json.loads(cli("facts", press / "a.txt", press / "b.txt").out)) == 2


def test_a_file_time_never_dates_a_fact_and_a_given_day_does(cli: Callable[..., object], press: Path) -> None:
    undated = json.loads(cli("facts", press / "a.txt").out)
    assert undated["article"]["published"] is None
    assert set(dates(undated)) == {None}
    dated = json.loads(cli("facts", "--published", "2025-06-18", press / "a.txt").out)
    assert dated["article"]["published"] == "2025-06-18"
    assert "2025-06-17" in dates(dated)


def test_days_of_many_files_come_from_a_map_by_their_names(cli: Callable[..., object], press: Path) -> None:
    days = press.parent / "days.json"
    days.write_text(json.dumps({"a": "2025-06-18", "b.txt": "2024-01-03", "2025-06-17-c": None}))
    lines = cli("facts", "--format", "jsonl", "--published-from", days, press).out.splitlines()
    published = {Path(record["path"]).name: record["article"]["published"] for record in map(json.loads, lines)}
    assert published == {"a.txt": "2025-06-18", "b.txt": "2024-01-03", "2025-06-17-c.txt": "2025-06-17"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[1]", 'gives no dates: it must be a JSON object like {"article": "2025-06-17"}.'),
        ("{", 'gives no dates: it must be a JSON object like {"article": "2025-06-17"}.'),
        ('{"a": "hier"}', "hier is no date; write it as 2025-06-17."),
        ('{"a": 3}', "3 is no date; write it as 2025-06-17."),
    ],
)
def test_a_map_that_gives_no_days_is_wrong_usage(cli: Callable[..., object], press: Path, text: str, said: str) -> None:
    days = press.parent / "days.json"
    days.write_text(text)
    done = cli("facts", "--published-from", days, press)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize("format_", ["text", "md", "csv"])
def test_facts_for_people_name_every_kind_that_there_is(cli: Callable[..., object], press: Path, format_: str) -> None:
    done = cli("--lang", "fr", "facts", "--format", format_, press / "a.txt", press / "b.txt")
    assert done.status == 0
    for word in ("money", "quote") if format_ == "csv" else ("Montants", "Citations", "12 M EUR", "Ana Roy"):
        assert done.out.count(word) >= 2
    assert not done.out.startswith("\n")


def test_explain_names_rule_confidence_and_place(cli: Callable[..., object], press: Path) -> None:
    lines = cli("facts", "--explain", press / "a.txt").out.splitlines()
    facts = [line for line in lines if line.startswith("  ")]
    assert facts
    assert all(line.endswith("]") and line.count(":") for line in facts)


def test_a_name_that_is_no_utf8_is_told_and_can_be_found_again(cli: Callable[..., object], press: Path) -> None:
    odd = os.fsdecode(os.fsencode(press) + b"/caf\xe9\x1b[2J.txt")
    Path(odd).write_text(TEXT, "utf-8")
    record = json.loads(cli("facts", odd).out)
    assert record["path"] == odd
    assert "\x1b" not in cli("facts", "--format", "text", odd, press / "a.txt").out
    Path(odd).write_text("", "utf-8")
    assert cli("facts", odd).err == f"{press}/caf\ufffd\ufffd[2J.txt was not read: the file is empty.\n"


# ---- search


def test_queries_are_answered_one_a_line(cli: Callable[..., object], press: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    cli("--library", library, "add", press)
    queries = tmp_path / "queries.txt"
    queries.write_bytes("\ufeffveridiaa\r\n\nveridia*\x0b\u2028\n(veridiab".encode())
    done = cli("--library", library, "search", "--limit", "2", "--queries", queries)
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert (done.status, done.err) == (0, "")
    assert [(answer["total"], len(answer["hits"])) for answer in answers if answer["query"]] == [(1, 1), (3, 2), (1, 1)]
    assert [answer["query"] for answer in answers] == ["veridiaa", "", "veridia*\x0b\u2028", "(veridiab"]
    assert [note["code"] for note in answers[3]["diagnostics"]] == ["query.open_parenthesis"]


def test_queries_may_come_from_standard_input_and_are_answered_at_once(
    program: Callable[..., object], seeds_library: Path
) -> None:
    done = program("--library", seeds_library, "search", "--queries", "-", typed="andreessen\nqwxyz\n")
    assert [json.loads(line)["total"] for line in done.out.splitlines()] == [1, 0]


def test_queries_that_cannot_be_read_are_told(cli: Callable[..., object], tmp_path: Path) -> None:
    (tmp_path / "latin").write_bytes(b"am\xe9nde\n")
    for name, reason in (("none", "nothing has this name"), ("latin", "the file is not in UTF-8")):
        done = cli("--library", tmp_path / "library", "search", "--queries", tmp_path / name)
        assert (done.status, done.err) == (1, f"{tmp_path / name} was not read: {reason}.\n")


def test_words_that_begin_with_a_dash_are_words_of_the_query(cli: Callable[..., object], seeds_library: Path) -> None:
    for words in (["openai", "-andreessen"], ["--", "-andreessen", "openai"], ["openai -andreessen"], ["-h", "openai"]):
        done = cli("--library", seeds_library, "search", *words)
        assert json.loads(done.out)["query"] == " ".join(word for word in words if word != "--")


# ---- pipes and terminals


@pytest.mark.parametrize(
    "command", ["export --format jsonl", "search --format jsonl openai", "show 1", "--help", "keys"]
)
def test_a_pipe_that_closes_early_leaves_no_trace(
    shell: Callable[[str], object], seeds_library: Path, command: str
) -> None:
    done = shell(f"set -o pipefail; aipolicy-tui --library '{seeds_library}' {command} 2>err | head -1; cat err >&2")
    assert len(done.out.splitlines()) == 1
    assert "Error" not in done.err
    assert "Traceback" not in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_a_full_disk_is_told_in_one_sentence(shell: Callable[[str], object], seeds_library: Path) -> None:
    done = shell(f"aipolicy-tui --library '{seeds_library}' export > /dev/full")
    assert (done.status, done.err) == (1, "The output could not be written: the disk is full.\n")


def test_closed_outputs_do_no_harm(shell: Callable[[str], object], seeds_library: Path) -> None:
    for closing in (">&-", "2>&-", ">&- 2>&-"):
        done = shell(f"aipolicy-tui --library '{seeds_library}' search openai {closing}; echo $?")
        assert done.out.splitlines()[-1] == "0"
        assert "Traceback" not in done.err


@pytest.mark.parametrize("arguments", ["", "press", "--lang en"])
def test_without_a_terminal_the_reader_says_in_one_line_what_to_use(
    shell: Callable[[str], object], press: Path, arguments: str
) -> None:
    for closing in ("", "< /dev/null", "| cat", "2>&1 | cat"):
        done = shell(f"set -o pipefail; aipolicy-tui {arguments} {closing}")
        (line,) = (done.out + done.err).splitlines()
        assert done.status == 2
        assert "aipolicy-tui search" in line and "aipolicy-tui facts" in line


def test_a_word_that_is_neither_file_nor_command_is_told(cli: Callable[..., object]) -> None:
    assert cli("nosuchfile") == type(cli("nosuchfile"))(
        2, "", "There is no nosuchfile; name a file, a folder or a command (see aipolicy-tui --help).\n"
    )


# ---- libraries


def test_a_library_that_cannot_be_used_is_told(cli: Callable[..., object], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "library.sqlite").write_bytes(b"no database at all" * 100)
    told = {
        "file/library": "a part of the path is not a folder. Choose another folder with --library.",
        "broken": "library.sqlite is not a database; choose another folder with --library.",
    }
    for name, said in told.items():
        done = cli("--library", tmp_path / name, "check")
        assert (done.status, done.out) == (1, "")
        assert done.err.rstrip("\n").endswith(said)
        assert len(done.err.splitlines()) == 1


def test_the_library_is_the_one_named_last(
    cli: Callable[..., object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, press: Path
) -> None:
    def count(*options: object) -> int:
        return len(json.loads(cli(*options, "export", "--format", "json").out))

    (tmp_path / "settings.toml").write_text(f'library = "{tmp_path / "settings"}"')
    monkeypatch.setenv("AIPOLICY_SETTINGS", str(tmp_path / "settings.toml"))
    cli("--library", tmp_path / "settings", "add", press / "a.txt")
    cli("--library", tmp_path / "variable", "add", press / "a.txt", press / "b.txt")
    cli("add", "--library", tmp_path / "option", press)
    assert count() == 1
    monkeypatch.setenv("AIPOLICY_LIBRARY", str(tmp_path / "variable"))
    assert count() == 2
    assert count("--library", tmp_path / "option") == 3


def test_nothing_that_can_be_read_is_a_failure(cli: Callable[..., object], tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "none").mkdir()
    for path in (tmp_path / "photo.jpg", tmp_path / "none"):
        assert cli("--library", tmp_path / "library", "add", path).status == 1


def test_a_library_that_was_just_made_is_sound_and_one_whose_index_is_gone_is_not(
    cli: Callable[..., object], tmp_path: Path
) -> None:
    library = tmp_path / "library"
    assert cli("--library", library, "check").status == 0
    cli("--library", library, "search", "openai")
    shutil.rmtree(library / "index")
    done = cli("--library", library, "check")
    assert (done.status, done.err.splitlines()) == (
        1,
        [
            "The search index is missing; it will be made again at the next search.",
            "5 articles are missing in the search index.",
        ],
    )


def test_an_exact_repair_is_told(cli: Callable[..., object], tmp_path: Path, press: Path) -> None:
    library = tmp_path / "library"
    cli("--library", library, "add", press)
    for file in (library / "index").iterdir():
        file.write_bytes(b"")
    assert cli("--library", library, "check").status == 1
    assert cli("--library", library, "check", "--repair").out.endswith("The library was repaired; it is sound.\n")
    assert cli("--library", library, "check").status == 0
