"""Policy actions: who bans, allows, signs, launches, fines ... what, and whether it is done, planned, denied."""

from aipolicy_index.facts.actions.selection import find

__all__ = ["find"]
