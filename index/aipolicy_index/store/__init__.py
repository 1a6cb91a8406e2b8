"""The truth: one SQLite file with articles, facts and what the reader did. The rest can be made from it."""

from aipolicy_index.store.database import Store
from aipolicy_index.store.sources import Filed, Signature

__all__ = ["Filed", "Signature", "Store"]
