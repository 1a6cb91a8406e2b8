"""Interview answers without quotation marks: what stands between two questions is said by the person interviewed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from aipolicy_index.facts.entities import Entities, Entity
from aipolicy_index.facts.page import Page
from aipolicy_index.language.matching import fold
from aipolicy_index.model import FactKind, Span, ZoneKind

_LABEL = re.compile(
    r"^(?:[-–—•*]+\s*)?(?P<label>[A-Z](?:\.[\s-]?[A-Z]){1,3}\.?|[^\W\d_][^:?!.\n]{0,60}?|[QR]\d{0,2})"
    r"(?:\**\s?[:.—–-]\**|(?<=^[QR])(?= [A-ZÀ-Ý«“]))\s+(?=\S)"
)
_QUESTION_LABEL = re.compile(r"^(?:q(?:uestion)?\d{0,2})$", re.IGNORECASE)
_ANSWER_LABEL = re.compile(r"^(?:r(?:éponse)?|a(?:nswer)?)\d{0,2}$", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"propos recueillis|entretien|entrevue|interview|questions à|grand oral|q&a|q & a|in conversation with|tête-à-tête|"
    r"répond à nos questions",
    re.IGNORECASE,
)
MIN_QUESTIONS = 2
MIN_UNANNOUNCED = 3
MAX_QUESTION = 400
MAX_PROMPT = 110
"""How many characters a prompt may have that is no question."""


class Answer(NamedTuple):
    """One answer, possibly of several paragraphs, without the label before it."""

    span: Span
    speaker: Entity | None
    speaker_text: Span | None


def answers(page: Page, entities: Entities) -> tuple[Answer, ...]:
    """The answers of an interview; none when the page is not one."""
    lines = [span for span in page.paragraphs if not page.touching(span, ZoneKind.TITLE)]
    questions = [index for index, line in enumerate(lines) if _is_question(page, line)]
    if len(questions) < MIN_QUESTIONS:
        return ()
    blocks = [block for block in _blocks(page, lines, questions) if block]
    if len(blocks) < MIN_QUESTIONS or not (_ANNOUNCED.search(page.plain) or _regular(page, lines, questions)):
        return ()
    interviewee = _interviewee(page, entities, lines, questions)
    if interviewee is None and not _ANNOUNCED.search(page.plain):
        return ()
    return tuple(_answer(page, entities, block, interviewee) for block in blocks)


def _is_question(page: Page, line: Span) -> bool:
    text = page.plain[line.start : line.end]
    label = _LABEL.match(text)
    body = _LABEL.sub("", text) if label else text
    if len(body) > MAX_QUESTION or text.lstrip("-–— ")[:1] in '«“"':
        return False
    if label and _QUESTION_LABEL.match(label["label"]):
        return True
    return body.rstrip(' "»”*').endswith("?")


def _blocks(page: Page, lines: Sequence[Span], questions: Sequence[int]) -> list[list[Span]]:
    """The paragraphs between a question and the next one, headings left out; the last answer is one paragraph run."""
    ends = [*questions[1:], len(lines)]
    found = []
    for number, (question, end) in enumerate(zip(questions, ends, strict=True)):
        block: list[Span] = []
        for line in lines[question + 1 : end]:
            text = page.plain[line.start : line.end]
            if number == len(questions) - 1 and block and not _goes_on(page, block[-1], line):
                break
            if text.rstrip()[-1:] in '.!?…»”"' and len(text) > 15:
                block.append(line)
            elif block and number == len(questions) - 1:
                break
        found.append(block)
    return [answer for block in found for answer in _between_prompts(page, block, found)]


def _between_prompts(page: Page, block: list[Span], blocks: Sequence[Sequence[Span]]) -> list[list[Span]]:
    """« Answer. / Le ministre répond que la loi suffit. / Answer. »: a short prompt without question mark divides.

    One that speaks to the person always does; any other only where all other answers are of one paragraph, so that
    the middle one is out of step.
    """
    addressed = [place for place in range(1, len(block) - 1) if _addresses(page, block[place])]
    if addressed:
        bounds = [-1, *addressed, len(block)]
        return [block[first + 1 : end] for first, end in pairwise(bounds) if end > first + 1]
    if len(block) != 3 or any(len(other) > 1 for other in blocks if other is not block):
        return [block]
    return [block[:1], block[2:]] if _is_prompt(page, block[1]) else [block]


def _addresses(page: Page, line: Span) -> bool:
    """« L'entreprise assure que vous avez triché. »: a prompt that speaks to the person interviewed."""
    text = page.plain[line.start : line.end]
    return _is_prompt(page, line) and bool(re.search(r"\b(?:vous|votre|vos|you|your)\b", text.casefold()))


def _is_prompt(page: Page, line: Span) -> bool:
    text = page.plain[line.start : line.end]
    return len(text) <= MAX_PROMPT and len(re.findall(r"[.!…]", text)) == 1 and not _in_first_person(text)


def _goes_on(page: Page, before: Span, line: Span) -> bool:
    """Whether the last answer has this paragraph too: in the first person, with nothing of the page between."""
    parted = any(before.end <= zone.start < line.start for zone in page.article.zone_spans(ZoneKind.FURNITURE))
    return not parted and _in_first_person(page.plain[line.start : line.end])


def _in_first_person(text: str) -> bool:
    return bool(re.search(r"\b(?:je|j'|nous|on|i|we)\b", text.casefold()))


def _regular(page: Page, lines: Sequence[Span], questions: Sequence[int]) -> bool:
    """Whether the questions address somebody and the answers speak in the first person."""
    if len(questions) < MIN_UNANNOUNCED:
        return False
    asked = [page.plain[lines[index].start : lines[index].end].casefold() for index in questions]
    addressed = sum(bool(re.search(r"\b(?:vous|votre|vos|you|your)\b", question)) for question in asked)
    spread = lines[questions[0] : questions[-1] + 2]
    text = " ".join(page.plain[line.start : line.end] for line in spread).casefold()
    first_person = len(re.findall(r"\b(?:je|j'|nous|i|we)\b", text))
    return 2 * addressed >= len(questions) and first_person >= len(questions) and len(spread) >= 2 * len(questions) - 1


def _interviewee(page: Page, entities: Entities, lines: Sequence[Span], questions: Sequence[int]) -> Entity | None:
    """The person of the title, else the one named in most of the text before the first question."""
    people = entities.of(FactKind.PERSON)
    title = fold(page.article.title or "")
    for person in people:
        if any(fold(name) in title for name in (person.name, person.name.split()[-1]) if len(name) > 3):
            return person
    before = Span(0, lines[questions[0]].end)
    counted = [(sum(before.holds(mention.span) for mention in person.mentions), person) for person in people]
    best = max(counted, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] else None


def _answer(page: Page, entities: Entities, block: Sequence[Span], interviewee: Entity | None) -> Answer:
    start, end = block[0].start, block[-1].end
    text = page.plain[start:end]
    label = _LABEL.match(text)
    speaker, speaker_text = interviewee, None
    if label and (
        _ANSWER_LABEL.match(label["label"])
        or _is_person_label(
            entities, Span(start + label.start("label"), start + label.end("label")), label["label"], interviewee
        )
    ):
        named = entities.within(Span(start, start + label.end()), FactKind.PERSON)
        if named:
            speaker, speaker_text = named[0][1], named[0][0]
        start += label.end()
    elif text.startswith(("- ", "– ", "— ")):
        start += 2
    return Answer(Span(start, end), speaker, speaker_text)


def _is_person_label(entities: Entities, span: Span, label: str, interviewee: Entity | None) -> bool:
    if entities.within(span, FactKind.PERSON):
        return True
    initials = "".join(part[0] for part in (interviewee.name if interviewee else "").replace("-", " ").split() if part)
    letters = re.sub(r"[^\w]", "", label)
    return bool(interviewee) and letters.isupper() and len(letters) > 1 and letters == initials.upper()
