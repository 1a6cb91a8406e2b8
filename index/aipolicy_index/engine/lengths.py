"""Field lengths in one byte, as Whoosh keeps them, so that its scores and ours are the same."""

from __future__ import annotations

from functools import cache

import numpy as np

from aipolicy_index.engine.arrays import Array


@cache
def _lengths() -> Array:
    """The length that each byte is read as, ascending: exact for short fields, to 3.3 % for long ones."""
    return np.array([round((1.033**byte - 1) * 27) for byte in range(256)], np.int64)


def stored_lengths(lengths: Array) -> Array:
    """Lengths in tokens -> one byte each."""
    return np.searchsorted(_lengths(), lengths).clip(0, 255).astype(np.uint8)


def read_lengths(stored: Array) -> Array:
    """One byte each -> the lengths that scores are computed with; 1 where the field is empty."""
    return np.maximum(_lengths(), 1)[stored].astype(np.float64)
