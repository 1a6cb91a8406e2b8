"""The reader's tags: what was typed becomes one."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 40
"""Characters of a tag."""


def tag_of(typed: str) -> str:
    """What was typed, as a tag: one line of letters and signs, without the # in front; empty where nothing is left that
    can be asked for."""
    from aipolicy_index.language.cleaning import clean_line
    from aipolicy_index.query.tags import tag_key

    tag = " ".join(clean_line(typed).split()).lstrip("# ")[:_LONGEST].rstrip()
    return tag if tag_key(tag) else ""


def known_tag(tag: str, known: Iterable[str]) -> str | None:
    """The tag in use that is meant: case, accents and quotation marks do not tell two apart."""
    from aipolicy_index.query.tags import tag_key

    return next((each for each in known if tag_key(each) == tag_key(tag)), None)
