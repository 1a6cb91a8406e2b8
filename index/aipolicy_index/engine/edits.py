"""Words within one edit of a word: a letter added, left out, changed, or two neighbours swapped."""

from __future__ import annotations

from functools import lru_cache

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


@lru_cache(maxsize=256)
def one_edit(word: str) -> tuple[bytes, ...]:
    """All words within one edit of a folded word, itself included, in order."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {word}
    found.update(left + right[1:] for left, right in halves if right)
    found.update(left + letter + right[1:] for left, right in halves if right for letter in _LETTERS)
    found.update(left + letter + right for left, right in halves for letter in _LETTERS)
    found.update(left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1)
    found.discard("")
    return tuple(sorted(each.encode() for each in found))


def distance_within(left: str, right: str, most: int) -> bool:
    """Whether so many edits make one word of the other (Damerau's optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for at, letter in enumerate(left, start=1):
        older, before = before, row
        row = [at]
        for other, mate in enumerate(right, start=1):
            cost = min(row[-1] + 1, before[other] + 1, before[other - 1] + (letter != mate))
            if at > 1 and other > 1 and letter == right[other - 2] and left[at - 2] == mate:
                cost = min(cost, older[other - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return False
    return row[-1] <= most
