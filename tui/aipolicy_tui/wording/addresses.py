"""The web addresses of an article: those that carried words on its page, and those that its text spells out."""

from __future__ import annotations

import re
from functools import lru_cache

from aipolicy_index.model import Article, Link

_SPELLED = re.compile(r"(?:https?://|\bwww\.)[^\s<>\"«»“”‹›|]+", re.IGNORECASE)
_AFTER = ".,;:!?…'’*_]}"
"""What follows an address in a sentence, and is not its own."""


def addresses(article: Article) -> tuple[Link, ...]:
    """Each address once: the page's own links first, then those of the text in its order."""
    known = {_bare(link.url) for link in article.links}
    spelled = (url for url in _spelled_out(article.text) if _bare(url) not in known)
    return (*article.links, *(Link(url) for url in spelled))


@lru_cache(maxsize=8)
def _spelled_out(text: str) -> tuple[str, ...]:
    found = (_without_the_sentence(match.group()) for match in _SPELLED.finditer(text))
    return tuple(dict.fromkeys(url if "://" in url else f"https://{url}" for url in found if url.count(".")))


def _without_the_sentence(url: str) -> str:
    """Without the signs of the sentence around it; a bracket is its own where it was opened in it."""
    while url and (url[-1] in _AFTER or (url[-1] == ")" and url.count(")") > url.count("("))):
        url = url[:-1]
    return url


def _bare(url: str) -> str:
    return url.rstrip("/").partition("://")[2] or url
