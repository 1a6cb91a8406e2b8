"""Words within one edit of a word: a letter added, left out, changed, or two neighbours swapped."""

from __future__ import annotations

from functools import lru_cache

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


@lru_cache(maxsize=256)
def one_edit(word: str) -> frozenset[bytes]:
    """All words within one edit of a folded word, itself included."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {word}
    found.update(left + right[1:] for left, right in halves if right)
    found.update(left + letter + right[1:] for left, right in halves if right for letter in _LETTERS)
    found.update(left + letter + right for left, right in halves for letter in _LETTERS)
    found.update(left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1)
    found.discard("")
    return frozenset(each.encode() for each in found)
