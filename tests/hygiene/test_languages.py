"""Every sentence exists in French and in English, with the same values, and every sentence that is asked for exists."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from aipolicy_index import errors
from aipolicy_tui.messages import LANGUAGES, Sentence, catalogue, choose, say, say_in

_ASKED = re.compile(r"""\bsay\(\s*(?:message_id=)?["']([a-z_]+(?:\.[a-z_0-9]+)+)["']""")
_ENGLISH_ONLY = {"money.trillion"}
"""A French reader counts on in milliards."""
_MAY_BE_EMPTY = (".takes", ".words")
"""What a command takes after its name, and further words for it: often nothing."""


def _forms(sentence: Sentence) -> list[str]:
    return [sentence] if isinstance(sentence, str) else list(sentence.values())


def _values(sentence: Sentence) -> set[str]:
    return {name for form in _forms(sentence) for _, name, _, _ in string.Formatter().parse(form) if name}


def test_both_languages_say_the_same_things() -> None:
    french, english = catalogue("fr"), catalogue("en")
    assert set(french) == set(english) - _ENGLISH_ONLY
    assert {key for key in french if _values(french[key]) != _values(english[key])} == set()


def test_no_sentence_is_empty_and_no_french_sentence_is_left_in_english() -> None:
    french, english = catalogue("fr"), catalogue("en")
    empty = {key for language in LANGUAGES for key, said in catalogue(language).items() if not all(_forms(said))}
    assert not {key for key in empty if not key.endswith(_MAY_BE_EMPTY)}
    same = [key for key in french if french[key] == english[key] and len(_forms(french[key])[0].split()) > 3]
    same = [key for key in same if not key.endswith(".examples")]
    assert not same


def test_every_sentence_that_the_code_asks_for_exists(root: Path) -> None:
    asked = {
        (key, file.name)
        for folder in ("index", "tui")
        for file in (root / folder).rglob("*.py")
        for key in _ASKED.findall(file.read_text("utf-8"))
    }
    assert asked
    assert {(key, name) for key, name in asked if key not in catalogue("en")} == set()


def test_every_error_has_its_sentence() -> None:
    classes = [
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.AipolicyError)
    ]
    assert {kind.code for kind in classes} <= set(catalogue("en"))


@pytest.mark.parametrize(
    ("language", "count", "said"), [("fr", 0, "0 article trouvé."), ("en", 0, "0 articles found, 0 shown.")]
)
def test_zero_is_singular_in_french_and_plural_in_english(language: str, count: int, said: str) -> None:
    assert say_in(language, "search.total", {"count": count, "shown": 0}) == said


def test_an_unknown_language_is_english() -> None:
    choose("xx")
    assert say("kind.quote") == "Quotes"
