"""The three to five sentences that one would read out to an editor on the phone."""

from aipolicy_index.facts.key_sentences.finding import find

__all__ = ["find"]
