"""The quotations of a page: those in marks with who says them, and interview answers without marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from aipolicy_index.facts.entities import Entities
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.quotes.interviews import Answer, answers
from aipolicy_index.facts.quotes.kinds import FRAGMENT, is_fragment, is_headline, is_quotation, word_count
from aipolicy_index.facts.quotes.marks import End, Marked
from aipolicy_index.facts.speakers.places import Attribution
from aipolicy_index.language.matching import fold
from aipolicy_index.model import Fact, FactKind, QuoteDetails, Span

INTERVIEW_RULE = "quote.interview"


def find(
    page: Page, entities: Entities, marked: Sequence[Marked], attributions: Mapping[Marked, Attribution]
) -> list[Fact]:
    """The quotations of a page in the order of the text: those in marks, then interview answers without."""
    found, headlines = [], []
    outer: Marked | None = None
    for one in marked:
        outer = one if one.depth == 0 else outer
        attribution = attributions.get(one)
        if attribution is None and is_headline(page, one):
            headlines.append(one)
            continue
        around = outer if outer and outer.outer.holds(one.outer) else one
        own = one.depth == 0 or _is_other_voice(page, one, attribution, attributions.get(around))
        if own and is_quotation(page, entities, one, attribution):
            found.append(_fact(page, one, attribution))
    unmarked = [_unmarked(page, answer) for answer in answers(page, entities)]
    starts = [other.start for other in unmarked]
    found = [fact for fact in found if not _holds_any(fact, unmarked, starts)]
    found += unmarked
    said = [(fact, _bare(fact.text)) for fact in found] if headlines else []
    found += [_headline(page, one, said) for one in headlines]
    return sorted(found, key=lambda fact: fact.start)


def _holds_any(fact: Fact, others: Sequence[Fact], starts: Sequence[int]) -> bool:
    """Whether one of the others, which are in order and begin at these places, lies wholly inside the fact."""
    inside = range(bisect_left(starts, fact.start), bisect_left(starts, fact.end))
    return any(fact.span.holds(others[number].span) for number in inside)


def _headline(page: Page, marked: Marked, said: Sequence[tuple[Fact, str]]) -> Fact:
    """A headline in marks: said by whose words it repeats, in an interview by the person interviewed."""
    words = _bare(page.text[marked.inner.start : marked.inner.end])
    repeated = next((fact for fact, bare in said if words in bare), None)
    sources = [repeated] if repeated else [fact for fact, _ in said if fact.rule == INTERVIEW_RULE]
    speakers = {fact.details.speaker for fact in sources if isinstance(fact.details, QuoteDetails)}
    span = _trimmed(page, marked.inner)
    text = page.text[span.start : span.end]
    told = QuoteDetails(speaker=speakers.pop() if len(speakers) == 1 else None)
    return Fact(FactKind.QUOTE, text, span.start, span.end, text, told, (span,), "quote.headline")


def _bare(text: str) -> str:
    return "".join(char for char in fold(text) if char.isalnum())


def _is_other_voice(page: Page, marked: Marked, attribution: Attribution | None, outer: Attribution | None) -> bool:
    """Whether a quotation inside a quotation is said by somebody else; not « l'effet +vu à la télé+ »."""
    if marked.depth != 1:
        return False
    short = word_count(page, marked) < FRAGMENT and not page.text[marked.inner.start].isupper()
    who = attribution.who if attribution else None
    same = who is not None and outer is not None and outer.who is not None and who.name == outer.who.name
    if marked.mark == "+":
        return not short or (attribution is not None and not same)
    thing = who is not None and who.entity is None and not who.person
    return attribution is not None and not same and not (thing and is_fragment(page, marked))


def _fact(page: Page, marked: Marked, attribution: Attribution | None) -> Fact:
    span = _trimmed(page, marked.inner)
    text = page.text[span.start : span.end]
    rule = f"quote.{attribution.rule if attribution else 'unattributed'}"
    if marked.end is not End.CLOSED:
        rule += f".{marked.end.value}"
    return Fact(FactKind.QUOTE, text, span.start, span.end, text, _details(page, marked, attribution), (span,), rule)


def _trimmed(page: Page, span: Span) -> Span:
    """Without the comma that English sets inside the marks."""
    end = span.end
    while end > span.start + 1 and page.text[end - 1] in ", \u00a0\u202f":
        end -= 1
    return Span(span.start, end)


def _details(page: Page, marked: Marked, attribution: Attribution | None) -> QuoteDetails:
    partial = is_fragment(page, marked)
    if attribution is None:
        return QuoteDetails(partial=partial)
    who, cue = attribution.who, attribution.cue
    return QuoteDetails(
        speaker=who.name if who else None,
        speaker_text=page.text[who.span.start : who.span.end] if who else None,
        cue=page.text[cue.start : cue.end] if cue else None,
        partial=partial,
    )


def _unmarked(page: Page, answer: Answer) -> Fact:
    span = answer.span
    text = page.text[span.start : span.end]
    written = answer.speaker_text
    details = QuoteDetails(
        speaker=answer.speaker.name if answer.speaker else None,
        speaker_text=page.text[written.start : written.end] if written else None,
    )
    return Fact(FactKind.QUOTE, text, span.start, span.end, text, details, (span,), INTERVIEW_RULE)
