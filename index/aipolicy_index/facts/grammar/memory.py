"""Whom the text has spoken of so far, how much each weighs, and who is meant by what points back."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.who import Who, salience

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
    """The events of a text in the order in which they were noted."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self.turns = list(_turns(sentences))
        self.events: list[Event] = []
        self._latest: list[int] = []
        """Of each event: the last turn of those up to it, so that what nobody remembers is passed over at once."""
        self._of_turn: defaultdict[int, list[Event]] = defaultdict(list)
        self._of_paragraph: defaultdict[int, list[Event]] = defaultdict(list)

    def note(self, position: int, number: int, who: Who, weight: float) -> None:
        """Remember that somebody was spoken of in a sentence; more weight for subjects and speakers."""
        event = Event(position, self.turns[number], self.sentences[number].paragraph, who, weight)
        self.events.append(event)
        self._latest.append(max(event.turn, self._latest[-1]) if self._latest else event.turn)
        self._of_turn[event.turn].append(event)
        self._of_paragraph[event.paragraph].append(event)

    def _since(self, turn: int) -> Iterator[Event]:
        """The events from the first of this turn or a later one, in the order in which they were noted."""
        return islice(self.events, bisect_left(self._latest, turn), None)

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
        for event in self._since(now - memory):
            back = now - event.turn
            if event.position >= position or back > memory or not fits(event.who):
                continue
            if gender and event.who.gender and event.who.gender != gender:
                continue
            weight = event.weight + (AGREES if gender and event.who.gender else 0.0) + salience(event.who)
            weight += PERSON_FIRST if people_first and event.who.person else 0.0
            weight *= 1.0 if event.paragraph == paragraph else OTHER_PARAGRAPH
            score = weight / (1.0 + DECAY * back) + event.position * 1e-6
            if best is None or score > best[0]:
                best = score, event.who
        return best[1] if best else None

    def only_person(self, number: int, position: int) -> Who | None:
        """Whoever alone was named just before, even where a role in the masculine says « il »."""
        back = self.turns[number] - 2
        near = [one.who for one in self._since(back) if one.position < position and one.turn >= back and one.who.person]
        names = {who.name for who in near if who.entity}
        return near[-1] if len(names) == 1 and near[-1].entity else None

    def last_named(self, position: int, gender: str) -> Who | None:
        """« ce dernier »: the last one named, whatever its part in the sentence."""
        before = (event.who for event in reversed(self.events) if event.position < position and event.who.entity)
        return next((who for who in islice(before, 3) if who.gender in (gender, None)), None)

    def of_pair(self, position: int, *, second: bool) -> Who | None:
        """“the latter”: of the last two people named in one sentence."""
        tried = set[int]()
        for last in reversed(self.events):
            if last.turn in tried or not _names_before(last, position):
                continue
            tried.add(last.turn)
            pair = {one.who.name: one.who for one in self._of_turn[last.turn] if _names_before(one, position)}
            if len(pair) > 1:
                return list(pair.values())[-1 if second else 0]
        return None

    def people_of_paragraph(self, paragraph: int) -> list[Who]:
        """The people named in a paragraph, each once."""
        events = self._of_paragraph.get(paragraph, ())
        return list({one.who.name: one.who for one in events if one.who.person and one.who.entity}.values())


def _names_before(event: Event, position: int) -> bool:
    """Whether the event named a person before the position."""
    return event.position < position and event.who.person and event.who.entity is not None


def weight_of(sentence: Sentence, first: int) -> float:
    """A name behind a preposition weighs less: it is rarely taken up by a pronoun."""
    language, at = sentence.language, first - 1
    while at > 0 and sentence.lower[at] in words_of("articles", language):
        at -= 1
    before = sentence.lower[at] if first else ""
    if before in ("sur", "on", "via"):
        return 0.1
    if before in ("par", "by") or (at == 0 and before in ("pour", "selon", "for")):
        return 1.0
    return 0.5 if before in words_of("prepositions", language) | words_of("of", language) else 1.0


def _turns(sentences: Sequence[Sentence]) -> Iterator[int]:
    """For each sentence, how many sentences of the author stand before it."""
    turn = 0
    for sentence in sentences:
        yield turn
        turn += sentence.voice is None
