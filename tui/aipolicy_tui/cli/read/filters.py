"""What follows `list`: words like `unread`, and outlets and tags as in a query (`tag:cloud`, `média:"Le Monde"`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

from aipolicy_index.errors import AipolicyError
from aipolicy_index.language.matching import fold
from aipolicy_index.model import ListFilter
from aipolicy_index.query.lexer import Kind, Lexeme, lexemes
from aipolicy_index.query.names import field_names, language_names, state_names
from aipolicy_tui.messages import LANGUAGES, say, say_in

_FILTERS: dict[str, dict[str, Any]] = {
    "all": {},
    "unread": {"unread": True},
    "starred": {"starred": True},
    "fr": {"language": "fr"},
    "en": {"language": "en"},
}


class NoSuchFilter(AipolicyError):
    """Words that do not narrow the list: `words`; or a tag or an outlet that no article has, with the one `near`."""

    code = "read.no_filter"


def filter_named(words: str, tags: Sequence[str] = (), outlets: Sequence[str] = ()) -> ListFilter:
    """The filter that words name, in either language. NoSuchFilter when one of them names none."""
    named: dict[str, Any] = {}
    left = iter(lexemes(words))
    for lexeme in left:
        if lexeme.kind is Kind.FIELD:
            named |= _in_field(lexeme, next(left, None), tags, outlets)
        elif lexeme.text.startswith("#"):
            named["tag"] = _known("query.unknown_tag", "tag", lexeme.text.lstrip("#"), tags)
        else:
            named |= _in_words(lexeme.text)
    return ListFilter(**named)


def _in_words(word: str) -> dict[str, Any]:
    known = {fold(each): name for name in _FILTERS for each in _words_of(name)}
    if fold(word) not in known:
        raise NoSuchFilter(words=word)
    return _FILTERS[known[fold(word)]]


def _words_of(name: str) -> Iterator[str]:
    for language in LANGUAGES:
        yield from say_in(language, f"read.filter.{name}", {}).split()


def _in_field(field: Lexeme, value: Lexeme | None, tags: Sequence[str], outlets: Sequence[str]) -> dict[str, Any]:
    name, text = field_names().get(fold(field.text)), value.text if value else ""
    match name.target if name else "":
        case "tag":
            return {"tag": _known("query.unknown_tag", "tag", text.lstrip("#"), tags)}
        case "outlet":
            return {"outlet": _known("read.no_outlet", "outlet", text, outlets)}
        case "language" if fold(text) in language_names():
            return {"language": language_names()[fold(text)].target}
        case "state" if fold(text) in state_names() and state_names()[fold(text)].target in ("unread", "starred"):
            return {state_names()[fold(text)].target: True}
    raise NoSuchFilter(words=f"{field.text}:{text}")


def _known(code: str, name: str, asked: str, known: Sequence[str]) -> str:
    """The one asked for, or the only one of which a word begins so."""
    if not asked:
        raise NoSuchFilter("query.empty_field", field=name)
    folded = {fold(each): each for each in known}
    if fold(asked) in folded:
        return folded[fold(asked)]
    begun = [each for key, each in folded.items() if f" {fold(asked)}" in f" {key}"]
    if len(begun) == 1:
        return begun[0]
    close = begun or [folded[key] for key in get_close_matches(fold(asked), folded, 1)]
    raise NoSuchFilter(code, **{name: asked, "near": close[0] if close else ""})


def filter_words(narrowed: ListFilter) -> list[str]:
    """What the list is narrowed to, in words that can be read aloud."""
    words = [say("filter.unread")] * narrowed.unread + [say("filter.starred")] * narrowed.starred
    if narrowed.language:
        words.append(say(f"filter.language_{narrowed.language}"))
    if narrowed.outlet:
        words.append(narrowed.outlet)
    if narrowed.tag:
        words.append(say("read.tagged", tags=narrowed.tag))
    return words
