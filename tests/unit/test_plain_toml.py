"""Files of names and texts are read as tomllib reads them, and without it."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aipolicy_tui.messages
from aipolicy_tui.messages.plain_toml import loads

_FILES = sorted(Path(aipolicy_tui.messages.__file__).parent.glob("*/*.toml"))
_LINES = st.sampled_from(
    [
        "", "# words", "#\x01", "[a]", "[a.b]", "[a.b.c]", "[b]", "[[c]]", "a = 1", 'b = "word"', 'b = "é « x » #"',
        'c = "a\\nb"', "d = 'x'", 'e = """', '"""', "f = true", "f = false", "g = 0", "g = 07", "g = 0.5", "h = [1, 2]",
        'a.b = "x"', 'a = "x" # y', 'b ="x"', "x = 9223372036854775808", '"q" = 1', 'b = "\t"', 'b = "\x00"', "é = 1",
        "\r", "a = 1\r", 'c = "x"\u2028d = 1', "[a.b] # c", "[ a ]", "b = 1979-05-27", "= 1", 'a = "x',
        '"q" = "x"', '"a b" = 1', '"" = 1', 'r = """\nx\n"""', 'r = """\nx "y" \'z\'"""',
        'r = """\nx""""', 's = """x"""',
        'r = """\n\\\n x"""', 't = "\\"x\\""', 't = "\\\\"', 't = "\\\\\\""', 't = "\\u00e9"', 't = ""', 't = """""',
    ]
)  # fmt: skip


@pytest.mark.parametrize("file", _FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_the_sentences_are_read_as_tomllib_reads_them(file: Path) -> None:
    text = file.read_text("utf-8")
    assert loads(text) == tomllib.loads(text)


@given(st.lists(_LINES, max_size=8).map("\n".join))
def test_any_file_is_read_as_tomllib_reads_it(text: str) -> None:
    try:
        wanted = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        with pytest.raises(tomllib.TOMLDecodeError, match=r".*") as raised:
            loads(text)
        assert str(raised.value) == str(error)
    else:
        found = loads(text)
        assert found == wanted
        assert repr(found) == repr(wanted)


def test_plain_lines_need_no_tomllib() -> None:
    code = (
        "import sys\nfrom aipolicy_tui.messages.plain_toml import loads\n"
        "assert loads('# x\\nlanguage = \"fr\"\\nmouse = true\\n[keys]\\nopen = \"o\"\\n')['keys'] == {'open': 'o'}\n"
        "assert 'tomllib' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
