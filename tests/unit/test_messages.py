"""The sentences of the program: chosen by language, filled by values, one sentence for each code."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from aipolicy_index.query import parse
from aipolicy_tui.messages import LANGUAGES, catalogue, choose, explain, say, say_in

_REASON = re.compile(r"(?:reason|query|file|library|index|service)\.[a-z_]+")


def test_a_sentence_is_filled_with_its_values() -> None:
    choose("fr")
    assert say("usage.no_such_option", name="--foo") == "L'option --foo n'existe pas."
    choose("en")
    assert say("usage.no_such_option", name="{name}[b]%s") == "There is no option {name}[b]%s."


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [("fr", 0, "0 article trouvé."), ("fr", 2, "2 articles trouvés, 2 affichés."), ("en", 1, "1 article found.")],
)
def test_a_count_chooses_the_form(language: str, count: int, said: str) -> None:
    assert say_in(language, "search.total", {"count": count, "shown": count}) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_written_twice(language: str) -> None:
    """A sentence in two files would be the one of whichever file is read last."""
    keys: Counter[str] = Counter()
    for file in files("aipolicy_tui.messages").joinpath(language).iterdir():
        keys.update(_keys(tomllib.loads(file.read_text("utf-8")), ""))
    assert [key for key, times in keys.items() if times > 1] == []


def _keys(table: dict[str, object], prefix: str) -> list[str]:
    found = []
    for name, value in table.items():
        found += _keys(value, f"{prefix}{name}.") if isinstance(value, dict) else [prefix + name]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_read_one_by_one_say_what_the_files_say(language: str) -> None:
    whole: dict[str, object] = {}
    for file in files("aipolicy_tui.messages").joinpath(language).iterdir():
        whole |= _sentences(tomllib.loads(file.read_text("utf-8")), "")
    assert dict(catalogue(language)) == whole


def _sentences(table: dict[str, object], prefix: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in table.items():
        deeper = isinstance(value, dict) and set(value) != {"one", "other"}
        found |= _sentences(value, f"{prefix}{name}.") if deeper else {prefix + name: value}  # type: ignore[arg-type]
    return found


@pytest.mark.parametrize("name", ["cli", "errors", "query", "reading"])
def test_no_french_line_can_end_before_a_sign_that_belongs_to_its_word(root: Path, name: str) -> None:
    text = (root / f"tui/aipolicy_tui/messages/fr/{name}.toml").read_text("utf-8")
    assert re.findall(r"\S* [:;!?»]|« \S*", text) == []


def test_a_reason_that_is_a_code_is_put_into_words() -> None:
    told = explain("file.unreadable", {"path": "/tmp/a.txt", "reason": "reason.empty"})
    assert told == "/tmp/a.txt was not read: the file is empty."


def test_what_is_near_is_named_where_it_is_known() -> None:
    assert "nearest" not in explain("query.unknown_field", {"field": "zzz", "near": ""})
    assert "“title:”" in explain("query.unknown_field", {"field": "titel", "near": "title"})


def test_an_error_never_hides_behind_another_one() -> None:
    assert explain("file.unreadable", {}) == "? was not read: ?."
    assert explain("no.such_code", {"a": "b"}) == "Something went wrong: no.such_code"


def test_every_code_in_the_library_has_its_sentence(root: Path) -> None:
    """Codes are plain strings in the code: an error's, a failure's reason, a remark's on a query."""
    no_codes = {"library.sqlite", "index.lock", "query.bad_"}
    found = {
        node.value
        for file in (root / "index").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _REASON.fullmatch(node.value)
    }
    assert {"reason.empty", "query.open_quote", "library.store_failed", "index.damaged"} <= found
    assert {code for code in found - no_codes if code not in catalogue("en")} == set()


@pytest.mark.parametrize("name", ["date", "after", "before", "since", "mentions", "money", "lang", "is"])
def test_a_wrong_value_of_every_field_has_its_sentence(name: str) -> None:
    (note,) = parse(f"{name}:zzz").diagnostics
    assert note.code in catalogue("en")
    assert "zzz" in explain(note.code, note.values)
