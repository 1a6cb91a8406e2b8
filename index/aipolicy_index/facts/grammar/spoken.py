"""What has been spoken of so far: the names, subjects and speakers of each sentence, with their weight."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from aipolicy_index.facts.entities import Entities
from aipolicy_index.facts.grammar.descriptors import Standing
from aipolicy_index.facts.grammar.elsewhere import Elsewhere
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.leading import leaders_of
from aipolicy_index.facts.grammar.memory import DESCRIPTION_MEMORY, Memory, weight_of
from aipolicy_index.facts.grammar.naming import coordinated, head
from aipolicy_index.facts.grammar.phrases import phrase_from
from aipolicy_index.facts.grammar.register import Register
from aipolicy_index.facts.grammar.sentences import Phrase, Sentence
from aipolicy_index.facts.grammar.subjects import subject
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.facts.grammar.who import Who, as_who, mentioned
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.quotes.marks import Marked
from aipolicy_index.language.remembered import remembered
from aipolicy_index.model import FactKind

UNNAMED = 1.4
"""How much a subject weighs that only is described; one that is named weighs 2."""


class Spoken:
    """What has been spoken of so far, in the order of the text; what a phrase means is told by who builds on it."""

    def __init__(self, page: Page, entities: Entities, sentences: Sequence[Sentence]) -> None:
        self.page, self.entities, self.sentences = page, entities, sentences
        self.memory = Memory(sentences)
        self.read_to = 0
        self.register = Register(entities)
        self.elsewhere = Elsewhere(page.plain, page.language)

    def read(self, upto: int) -> None:
        """Take in the names of all sentences before the one of this number."""
        while self.read_to < min(upto, len(self.sentences)):
            number = self.read_to
            self.read_to += 1
            if self.sentences[number].voice is None:
                self._take_in(number)

    def _take_in(self, number: int) -> None:
        sentence = self.sentences[number]
        told = list(self._tellers(number, sentence))
        named = dict(mentioned(sentence))
        for first, entity in named.items():
            weight = 2.0 if any(who.entity is entity for who in told) else weight_of(sentence, first)
            self.note(sentence.words[first].start, number, as_who(entity, sentence.cut(first, first)), weight)
        for who in (*told, *self._credited(number, sentence)):
            known = not who.plural and any(who.entity is entity for entity in named.values())
            if who.rule != "document" and not known:
                self.note(who.span.start, number, who, 2.0 if who.entity else UNNAMED)

    def _tellers(self, number: int, sentence: Sentence) -> Iterator[Who]:
        """The subjects of a sentence that weigh: of its main verb, and those behind their verb."""
        main = True
        for group in sentence.groups:
            if not group.finite:
                continue
            phrase = subject(sentence, group)
            if phrase and (main or phrase.first > group.last) and (who := self._teller(number, group, phrase)):
                yield who
                if who.entity and (joined := coordinated(sentence, phrase)):
                    yield as_who(joined, who.span)._replace(plural=True)
            main = False

    def _credited(self, number: int, sentence: Sentence) -> Iterator[Who]:
        """« selon une source »: somebody unnamed whom a sentence credits, and the next may call « elle »."""
        cues = words_of("crediting", sentence.language)
        for index in () if cues.isdisjoint(sentence.lower) else range(len(sentence.lower) - 2):
            if sentence.lower[index] in cues and (phrase := phrase_from(sentence, index + 1)):
                who = self.resolve(number, phrase)
                if who and who.entity is None and who.person:
                    yield who

    def _teller(self, number: int, group: VerbGroup, phrase: Phrase) -> Who | None:
        """Who the subject is; of « whose chief of staff is Blake Summers » nobody but the person named."""
        who = self.resolve(number, phrase)
        following = self.sentences[number].names[group.last + 1 : group.last + 5]
        called = any(name and name.entity.kind is FactKind.PERSON for name in following)
        described = who is not None and who.entity is None
        noun = head(self.sentences[number], phrase) if described and phrase.pronoun is None else None
        thing = noun is not None and noun[1].standing in (Standing.LAW, Standing.DOCUMENT)
        copula = group.lemma in ("be", "être") and called
        return None if described and (copula or thing) else who

    def resolve(self, number: int, phrase: Phrase, *, speaks: bool = False) -> Who | None:
        """Who the phrase of sentence `number` means; people are preferred for one who speaks."""
        raise NotImplementedError

    def note(self, position: int, number: int, who: Who, weight: float) -> None:
        """Remember that somebody was spoken of; more weight for subjects and speakers."""
        self.memory.note(position, number, who, weight)

    def recent(
        self,
        number: int,
        position: int,
        fits: Callable[[Who], bool],
        *,
        gender: str | None = None,
        memory: int = DESCRIPTION_MEMORY,
        people_first: bool = False,
    ) -> Who | None:
        """The one who was spoken of last and most, of those that fit and agree."""
        self.read(number + 1)
        return self.memory.best(number, position, fits, gender=gender, memory=memory, people_first=people_first)

    @remembered
    def voices(self) -> dict[Marked, Sentence]:
        """The first sentence inside each quotation."""
        found: dict[Marked, Sentence] = {}
        for sentence in self.sentences:
            if sentence.voice is not None:
                found.setdefault(sentence.voice, sentence)
        return found

    @remembered
    def leaders(self) -> frozenset[int]:
        """The people whom the text makes a leader by a verb alone."""
        return leaders_of(self.sentences)
