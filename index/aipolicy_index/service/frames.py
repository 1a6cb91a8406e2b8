"""What goes over the pipe: a frame is two lengths, a JSON message and, where it has one, an array of article ids."""

from __future__ import annotations

import json
import struct
from array import array
from typing import Any, NamedTuple

_LENGTHS = struct.Struct("!II")
HEAD_SIZE = _LENGTHS.size
_NO_IDS = array("q")
_LARGEST = 1 << 28
"""Bytes of a message or of its ids; a length above it was never one."""


class Frame(NamedTuple):
    """One message with the ids that belong to it."""

    message: dict[str, Any]
    ids: array[int] = _NO_IDS

    def encode(self) -> bytes:
        """The frame as bytes."""
        message = json.dumps(self.message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        blob = self.ids.tobytes()
        return _LENGTHS.pack(len(message), len(blob)) + message + blob


def body_sizes(head: bytes) -> tuple[int, int]:
    """From the first `HEAD_SIZE` bytes: how many bytes of message and of ids follow. ValueError for what is no head."""
    message, ids = _LENGTHS.unpack(head)
    if max(message, ids) > _LARGEST:
        raise ValueError("not a frame")
    return int(message), int(ids)


def decode(message: bytes, blob: bytes) -> Frame:
    """The frame of these two parts."""
    ids = array("q")
    ids.frombytes(blob)
    return Frame(json.loads(message.decode("utf-8", "surrogatepass")), ids)
