"""Rows as CSV that no spreadsheet runs, text as Markdown that shows what it says, JSON that no terminal obeys."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from aipolicy_tui.cli.output import as_json
from aipolicy_tui.cli.tables import plain_markdown, write_csv

_LINE = st.text(st.characters(min_codepoint=33, max_codepoint=0x2FF, exclude_categories=["Cc", "Zs"]), min_size=1)
_MARKUP = st.sampled_from("- + = # 1. 12) === --- > * _a_ <b> &amp; [x](y) `c` ~~~ | \\".split())
_WORDS = st.lists(st.one_of(_LINE, _MARKUP))


def printed(capsys: pytest.CaptureFixture[str], rows: list[dict[str, object]]) -> list[list[str]]:
    write_csv(("path", "text"), rows)
    return list(csv.reader(io.StringIO(capsys.readouterr().out)))


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＠"])
def test_text_that_a_spreadsheet_would_run_is_told_as_text(capsys: pytest.CaptureFixture[str], sign: str) -> None:
    text = f'{sign}HYPERLINK("http://example.org","x")'
    (_, row) = printed(capsys, [{"path": "a", "text": text}])
    assert row == ["a", "'" + text]


def test_numbers_and_missing_values_stay_what_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    (header, row, missing) = printed(capsys, [{"path": None, "text": -1.5}, {}])
    assert (header, row, missing) == (["path", "text"], ["", "-1.5"], ["", ""])


def test_lines_quotes_and_commas_survive(capsys: pytest.CaptureFixture[str]) -> None:
    text = 'une « citation », "deux",\ntrois'
    assert printed(capsys, [{"path": "a", "text": text}])[1][1] == text


def test_nested_values_are_json(capsys: pytest.CaptureFixture[str]) -> None:
    (_, row) = printed(capsys, [{"path": "a", "text": {"amount": 200, "qualifier": None, "for": "été"}}])
    assert json.loads(row[1]) == {"amount": 200, "qualifier": None, "for": "été"}


def test_a_file_name_cannot_command_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    (_, row) = printed(capsys, [{"path": "/tmp/a\x1b[2J\udce9.txt", "text": ""}])
    assert row[0] == "/tmp/a\ufffd[2J\ufffd.txt"


@given(_WORDS)
def test_markdown_shows_the_text_as_it_is(words: list[str]) -> None:
    text = "\n".join(words)
    (paragraph, *more) = [token for token in MarkdownIt("commonmark").parse(plain_markdown(text)) if token.content] or [
        None
    ]
    assert not more
    assert (_rendered(paragraph.children or []) if paragraph else "") == text


def _rendered(children: list[object]) -> str:
    kinds = {"text": lambda token: token.content, "softbreak": lambda token: "\n"}
    return "".join(kinds[token.type](token) for token in children)  # type: ignore[attr-defined]


@given(st.text(st.characters()))
def test_json_is_the_same_text_and_no_terminal_obeys_it(text: str) -> None:
    made = as_json({"text": text})
    assert json.loads(made) == {"text": text}
    assert not set(made) & set(map(chr, [*range(32), *range(0x7F, 0xA0), 0x202E, 0x2028, 0xFEFF]))
    assert not any("\ud800" <= char <= "\udfff" for char in made)
