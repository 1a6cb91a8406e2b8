"""The facts of the open article, by kind, beside its text."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from rich.segment import Segment

from aipolicy_index.model import Fact, FactKind, QuoteDetails
from aipolicy_tui.messages import say
from aipolicy_tui.terminal.charset import charset
from aipolicy_tui.widgets.article_pane import Quoted
from aipolicy_tui.widgets.drawing import segments, terminal_ruler
from aipolicy_tui.widgets.fact_lines import LEAD, entry_lines
from aipolicy_tui.widgets.fact_outline import Entry, FactEntry, Fold, Heading, MoreEntry, outline
from aipolicy_tui.widgets.fitting import Part, Parts, wrap_at_most
from aipolicy_tui.widgets.layout import VariableLayout
from aipolicy_tui.widgets.rows import GUTTER, RowList
from aipolicy_tui.wording.cards import kind_name


class FactsState(StrEnum):
    """What is known of the article's facts."""

    NO_ARTICLE = "no_article"
    PREPARING = "preparing"
    FAILED = "failed"
    READY = "ready"


class ShownFacts(NamedTuple):
    """What the panel shows."""

    state: FactsState = FactsState.NO_ARTICLE
    facts: tuple[Fact, ...] = ()


class FactsPanel(RowList):
    """A list of facts grouped by kind; headings cannot be selected, long groups are folded."""

    def __init__(self, confidence_line: float, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._confidence_line = confidence_line
        self._shown = ShownFacts()
        self._unfolded: set[Fold] = set()
        self._entries: list[Entry] = []
        self._lines: list[list[Parts]] = []
        self._width = 0

    @property
    def state(self) -> FactsState:
        """What is known of the article's facts."""
        return self._shown.state

    @property
    def entry(self) -> Entry | None:
        """The selected entry."""
        selected = self.selected
        return self._entries[selected] if selected is not None and selected < len(self._entries) else None

    @property
    def fact(self) -> Fact | None:
        """The selected fact; None on « n more » and where there is none."""
        return self.entry.fact if isinstance(self.entry, FactEntry) else None

    @property
    def quotes(self) -> tuple[Quoted, ...]:
        """The quotations with a speaker, sure ones only, in the order of the text."""
        facts = [fact for fact in self._shown.facts if fact.confidence >= self._confidence_line]
        named = [
            Quoted(fact.start, fact.details.speaker or fact.details.speaker_text or "")
            for fact in facts
            if isinstance(fact.details, QuoteDetails)
        ]
        return tuple(sorted((quote for quote in named if quote.speaker), key=lambda quote: quote.start))

    @property
    def place(self) -> tuple[int, int]:
        """Which of the facts shown is selected, from 1, and how many there are."""
        numbers = [number for number, entry in enumerate(self._entries) if isinstance(entry, FactEntry)]
        here = self.selected if self.selected is not None else -1
        return sum(number <= here for number in numbers), len(numbers)

    def show_facts(self, shown: ShownFacts) -> None:
        """Show other facts, folded, from the top."""
        if shown == self._shown:
            return
        self._shown = shown
        self._unfolded.clear()
        self._lay_out(0)
        self.action_first_row()

    def unfold(self) -> bool:
        """Show what the selected « n more » hides; whether it was one."""
        entry, place = self.entry, self.selected
        if not isinstance(entry, MoreEntry) or place is None:
            return False
        self._unfolded.add(entry.fold)
        self._lay_out(place)
        return True

    def select_fact_at(self, offset: int) -> None:
        """Select the first shown fact whose own words stand at this place of the text or after it."""
        placed = [
            (entry.fact.start, number)
            for number, entry in enumerate(self._entries)
            if isinstance(entry, FactEntry) and entry.fact.end > offset
        ]
        if placed:
            self.select(min(placed)[1])

    def relabel(self) -> None:
        """Say everything anew: the language changed."""
        self._lay_out(self.selected or 0)

    def on_resize(self) -> None:
        """Wrap the facts anew when the width changed."""
        if self.size.width != self._width:
            self._lay_out(self.selected or 0)
        super().on_resize()

    def _lay_out(self, selected: int) -> None:
        self._width = self.size.width
        width = max(1, self._width - GUTTER)
        glyphs, ruler = charset().glyphs, terminal_ruler()
        self._entries = outline(self._shown.facts, self._confidence_line, self._unfolded)
        self._lines = [
            entry_lines(entry, width, glyphs, number == 0, ruler) for number, entry in enumerate(self._entries)
        ]
        if not self._entries:
            self._lines = [self._notice(width)]
        fixed = [number for number, entry in enumerate(self._entries) if isinstance(entry, Heading)] or [0]
        heights = [len(lines) for lines in self._lines]
        self.set_rows(VariableLayout(heights, frozenset(fixed)), self._draw_line, selected=selected)

    def _notice(self, width: int) -> list[Parts]:
        """What stands in place of facts: why there are none."""
        kinds = ", ".join(kind_name(kind).lower() for kind in FactKind)
        key = "facts.none" if self._shown.state is FactsState.READY else f"facts.{self._shown.state}"
        room = width - len(LEAD) - 1
        lines = wrap_at_most(say(key, kinds=kinds), room, 20, charset().glyphs.ellipsis, terminal_ruler())
        return [(Part(LEAD), Part(line, "dim")) for line in lines]

    def _draw_line(self, index: int, line: int, width: int, selected: bool) -> Sequence[Segment]:
        return segments(self._lines[index][line])
