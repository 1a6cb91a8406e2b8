"""What names an article, above its text and below what is quoted from it."""

from __future__ import annotations

from typing import NamedTuple

from aipolicy_index.model import Article
from aipolicy_tui.wording.values import published_line


class Reference(NamedTuple):
    """What names an article below a quotation: title, outlet, day."""

    title: str
    outlet: str
    published: str

    @property
    def rest(self) -> tuple[str, ...]:
        """Outlet and day, where they are known."""
        return tuple(part for part in (self.outlet, self.published) if part)


def reference(article: Article) -> Reference:
    """The title, outlet and day of an article, as the reader is shown them; the day may be a phrase."""
    day = published_line(article.published, article.provenance.get("published")) if article.published else ""
    return Reference(article.display_title, article.outlet or "", day)
