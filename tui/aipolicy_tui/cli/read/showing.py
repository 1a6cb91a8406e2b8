"""What the linear mode says of articles, hits and facts, in plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aipolicy_index.language.matching import fold
from aipolicy_index.model import Article, Fact, FactKind, Hit, ReaderState, Row, ZoneKind
from aipolicy_tui.cli.facts import fact_line
from aipolicy_tui.messages import say
from aipolicy_tui.wording.blocks import Block, blocks
from aipolicy_tui.wording.values import published_line

_STOPS = tuple(".!?…")
"""What ends a title so that no full stop follows it."""
_LEFT_OUT = (ZoneKind.TITLE, ZoneKind.FURNITURE)


def row_lines(number: int, row: Row, hit: Hit | None) -> list[str]:
    """One article of the list: its number, its title, what is known of it; of a hit, the passage too."""
    known = [row.outlet, published_line(row.published, row.published_from)]
    known += state_words(row.read, row.starred, row.tags)
    stop = "" if row.display_title.endswith(_STOPS) else "."
    lines = [f"{number}. {row.display_title}{stop} {', '.join(filter(None, known))}."]
    if hit is not None and hit.shared:
        lines.append("   " + say("search.shared", words=", ".join(hit.shared)))
    elif hit is not None:
        lines.append("   " + say("read.passage", words=one_line(hit.snippet.text)))
    return lines


def state_words(read: bool, starred: bool, tags: Sequence[str]) -> list[str]:
    """What the reader did with an article: nothing is said of what is read and plain."""
    words = [say("read.unread")] * (not read) + [say("read.starred")] * starred
    return [*words, say("read.tagged", tags=", ".join(tags))] if tags else words


def heading_lines(article: Article, state: ReaderState) -> list[str]:
    """What stands above an article: title; outlet, date and byline; what the reader did with it."""
    published = published_line(article.published, article.provenance.get("published"))
    known = [article.outlet, published, article.author]
    known += state_words(state.read, state.starred, sorted(state.tags, key=fold))
    return [article.display_title, ", ".join(filter(None, known)) + "."]


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """An article's own paragraphs: without the title, which stands above, and without page furniture."""

    article: Article
    blocks: tuple[Block, ...]
    left_out: int
    """Lines of page furniture."""

    @classmethod
    def of(cls, article: Article) -> Paragraphs:
        """Those of this article."""
        found = list(blocks(article.text, article.zones))
        furniture = sum(block.kind is ZoneKind.FURNITURE for block in found)
        return cls(article, tuple(block for block in found if block.kind not in _LEFT_OUT), furniture)

    def text(self, number: int) -> str:
        """One paragraph on one line."""
        block = self.blocks[number]
        return one_line(self.article.text[block.start : block.end])

    def at(self, offset: int) -> int:
        """The number of the paragraph that holds a character, or of the last one before it."""
        return max((number for number, block in enumerate(self.blocks) if block.start <= offset), default=0)


def fact_portions(facts: Sequence[Fact], kinds: Sequence[FactKind]) -> Iterator[list[str]]:
    """The facts of these kinds with the numbers that they have among all; a portion for each kind."""
    for kind in kinds:
        numbered = [(number, fact) for number, fact in enumerate(facts, 1) if fact.kind is kind]
        if numbered:
            heading = say("read.kind", kind=say(f"kind.{kind.value}"), count=len(numbered))
            yield [heading, *(f"{number}. {fact_line(fact)}" for number, fact in numbered)]


def in_order(facts: Sequence[Fact]) -> list[Fact]:
    """The facts as they are numbered."""
    kinds = list(FactKind)
    return sorted(facts, key=lambda fact: kinds.index(fact.kind))


def one_line(text: str) -> str:
    """The text on one line; no-break spaces stay."""
    return " ".join(part for part in text.replace("\n", " ").split(" ") if part)
