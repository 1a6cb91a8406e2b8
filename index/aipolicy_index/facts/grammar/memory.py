"""Whom the text has spoken of so far, how much each weighs, and who is meant by what points back."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from aipolicy_index.facts.grammar.function_words import any_of, words_of
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.who import MOST_SALIENT, SALIENCE, Who, salience

DESCRIPTION_MEMORY = 60
"""How many sentences of the author back a description may point."""
DECAY = 1.1
"""How fast somebody is forgotten from sentence to sentence."""
OTHER_PARAGRAPH = 0.6
"""How much less somebody weighs who was spoken of in another paragraph."""
AGREES, PERSON_FIRST = 1.2, 0.9


class Event(NamedTuple):
    """Somebody was spoken of."""

    position: int
    turn: int
    """How many sentences of the author stand before."""
    paragraph: int
    who: Who
    weight: float


class Memory:
    """The events of a text by the turn in which they were noted: what lies too far back is never looked at."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.turns = list(_turns(sentences))
        self._events: list[list[Event]] = [[] for _ in range(self.turns[-1] + 1 if sentences else 0)]
        self._pairs: list[int] = []
        """The turns that name several people, in order."""
        self._of_paragraph: defaultdict[int, list[Event]] = defaultdict(list)
        self._weightiest = 0.0

    def note(self, position: int, number: int, who: Who, weight: float) -> None:
        """Remember that somebody was spoken of in a sentence; more weight for subjects and speakers."""
        event = Event(position, self.turns[number], self.sentences[number].paragraph, who, weight)
        self._events[event.turn].append(event)
        self._of_paragraph[event.paragraph].append(event)
        self._weightiest = max(weight, self._weightiest)
        if _names_person(event) and event.turn not in self._pairs[-1:] and self._is_pair(event):
            insort(self._pairs, event.turn)

    def _is_pair(self, event: Event) -> bool:
        """Whether the turn names another person, too."""
        return any(_names_person(one) and one.who.name != event.who.name for one in self._events[event.turn])

    def best(
        self,
        number: int,
        position: int,
        fits: Callable[[Who], bool],
        *,
        gender: str | None = None,
        memory: int = DESCRIPTION_MEMORY,
        people_first: bool = False,
    ) -> Who | None:
        """The one who was spoken of last and most before a position, of those that fit and agree."""
        best: tuple[float, Who] | None = None
        now, paragraph = self.turns[number], self.sentences[number].paragraph
        for turn in range(now, max(-1, now - memory - 1), -1):
            nearness = 1.0 + DECAY * (now - turn)
            if best and self._most() / nearness + position * 1e-6 < best[0]:
                break
            for event in self._events[turn]:
                if event.position >= position or not _may_agree(event.who, gender):
                    continue
                weight = event.weight + (AGREES if gender and event.who.gender else 0.0) + salience(event.who)
                weight += PERSON_FIRST if people_first and event.who.person else 0.0
                weight *= 1.0 if event.paragraph == paragraph else OTHER_PARAGRAPH
                score = weight / nearness + event.position * 1e-6
                if (best is None or score > best[0]) and fits(event.who):
                    best = score, event.who
        return best[1] if best else None

    def _most(self) -> float:
        """More than anybody can weigh."""
        return self._weightiest + AGREES + SALIENCE * MOST_SALIENT + PERSON_FIRST

    def _back_from(self, number: int, position: int, turns: int | None = None) -> Iterator[Event]:
        """The events before a position, those of the last turns first."""
        now = self.turns[number]
        for turn in range(now, -1 if turns is None else max(-1, now - turns - 1), -1):
            yield from (event for event in reversed(self._events[turn]) if event.position < position)

    def only_person(self, number: int, position: int) -> Who | None:
        """Whoever alone was named just before, even where a role in the masculine says « il »."""
        near = [one.who for one in self._back_from(number, position, 2) if one.who.person]
        names = {who.name for who in near if who.entity}
        return near[0] if len(names) == 1 and near[0].entity else None

    def last_named(self, number: int, position: int, gender: str) -> Who | None:
        """« ce dernier »: the last one named, whatever its part in the sentence."""
        before = (event.who for event in self._back_from(number, position) if event.who.entity)
        return next((who for who in islice(before, 3) if who.gender in (gender, None)), None)

    def of_pair(self, number: int, position: int, *, second: bool) -> Who | None:
        """“the latter”: of the last two people named in one sentence."""
        for place in range(bisect_right(self._pairs, self.turns[number]) - 1, -1, -1):
            events = self._events[self._pairs[place]]
            pair = {one.who.name: one.who for one in events if one.position < position and _names_person(one)}
            if len(pair) > 1:
                return list(pair.values())[-1 if second else 0]
        return None

    def people_of_paragraph(self, paragraph: int, weight: float = 0.0) -> list[Who]:
        """The people named in a paragraph, each once; of subjects alone with their weight, 2."""
        events = (one for one in self._of_paragraph.get(paragraph, ()) if one.weight >= weight)
        return list({one.who.name: one.who for one in events if one.who.person and one.who.entity}.values())


def _names_person(event: Event) -> bool:
    return event.who.person and event.who.entity is not None


def _may_agree(who: Who, gender: str | None) -> bool:
    return not gender or not who.gender or who.gender == gender


def weight_of(sentence: Sentence, first: int) -> float:
    """A name behind a preposition weighs less: it is rarely taken up by a pronoun."""
    language, at = sentence.language, first - 1
    while at > 0 and sentence.lower[at] in words_of("articles", language):
        at -= 1
    before = sentence.lower[at] if first else ""
    if sentence.lower[at - 1 : at + 1] in (["quant", "à"], ["quant", "au"], ["as", "for"]):
        return 2.0
    if before in ("sur", "on", "via"):
        return 0.1
    if before in ("par", "by") or (at == 0 and before in ("pour", "selon", "for")):
        return 1.0
    return 0.5 if before in any_of(language, "prepositions", "of") else 1.0


def _turns(sentences: Sequence[Sentence]) -> Iterator[int]:
    """For each sentence, how many sentences of the author stand before it."""
    turn = 0
    for sentence in sentences:
        yield turn
        turn += sentence.voice is None
