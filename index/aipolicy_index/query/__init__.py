"""What the reader typed -> a tree plus diagnostics. `parse` never raises; `describe` says what was understood."""

from aipolicy_index.query.describe import describe
from aipolicy_index.query.nodes import Query
from aipolicy_index.query.parser import parse

__all__ = ["Query", "describe", "parse"]
