"""The reader's tags: what was typed becomes one."""

from __future__ import annotations

_LONGEST = 40
"""Characters of a tag."""


def tag_of(typed: str) -> str:
    """What was typed, as a tag: one line of letters and signs, without the # in front; empty where none is left."""
    from aipolicy_index.language.cleaning import clean_line

    return " ".join(clean_line(typed).split()).lstrip("# ")[:_LONGEST].rstrip()
