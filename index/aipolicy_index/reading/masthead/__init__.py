"""The masthead of an article: title, standfirst, byline, outlet, day, language; and what on its page is no article."""

from aipolicy_index.reading.masthead.finding import Masthead, find_masthead

__all__ = ["Masthead", "find_masthead"]
