"""The speaker of each quotation of a page: the surest pattern that fits decides, else a neighbour's speaker goes on."""

from __future__ import annotations

from collections.abc import Sequence

from aipolicy_index.facts.grammar.phrases import phrase_from
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.subjects import subject
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.facts.quotes.marks import Marked
from aipolicy_index.facts.speakers.around import author_before, before_colon, clause
from aipolicy_index.facts.speakers.beside import after, inside
from aipolicy_index.facts.speakers.crediting import credited, source
from aipolicy_index.facts.speakers.places import Attribution, Place, reports
from aipolicy_index.language.numbers import small_words

TRAIL = 6
"""How many words may follow a verb of saying that trails its sentence."""
SPEAKER_WEIGHT, SUBJECT_WEIGHT = 2.5, 2.0
"""How much a speaker, and a subject, weighs when a pronoun looks for its antecedent."""


def attribute(discourse: Discourse, marked: Sequence[Marked]) -> dict[Marked, Attribution]:
    """The attribution of every quotation that has one."""
    return _Attributor(discourse, marked).run()


class _Attributor:
    def __init__(self, discourse: Discourse, marked: Sequence[Marked]) -> None:
        self.discourse, self.marked = discourse, marked
        self.places: dict[Marked, list[Place]] = {}
        self.voices: dict[Marked, list[int]] = {}
        self.found: dict[Marked, Attribution] = {}
        for number, sentence in enumerate(discourse.sentences):
            if sentence.voice is not None:
                self.voices.setdefault(sentence.voice, []).append(number)
            for index, quote in sentence.quotes.items():
                self.places.setdefault(quote, []).append(Place(number, index))

    def run(self) -> dict[Marked, Attribution]:
        for quote in self.marked:
            places = self.places.get(quote)
            if places and (found := self.explicit(quote, places) or self.carried(quote, places[0])):
                self.found[quote] = found
                if quote.depth == 0 and found.who:
                    number = places[-1].number
                    self.discourse.note(quote.outer.end, number, found.who, SPEAKER_WEIGHT)
        self.carry_back()
        return self.found

    def explicit(self, quote: Marked, places: Sequence[Place]) -> Attribution | None:
        """The patterns that name the speaker beside the quotation, the surest first."""
        first, last = places[0], places[-1]
        self.discourse.read(first.number if quote.depth else last.number)
        behind, within = after(self.discourse, last), inside(self.discourse, self.voices.get(quote, []))
        if (
            within
            and within.who
            and within.who.rule == "name"
            and not (behind and behind.who and behind.who.rule == "name")
        ):
            return within
        return behind or within or before_colon(self.discourse, first) or self.around(first)

    def around(self, place: Place) -> Attribution | None:
        """« Selon X » before the verb of the clause, but « Chez X, Y se dit « confiant » » is said by Y."""
        credit = source(self.discourse, place)
        if credit is None or not self.is_weak(credit):
            return credit or clause(self.discourse, place)
        told = clause(self.discourse, place)
        return told if told and told.who and told.who.person else credit

    def is_weak(self, credit: Attribution) -> bool:
        """Whether the credit only tells where something is said."""
        text = self.discourse.page.plain
        return credit.cue is not None and text[credit.cue.start : credit.cue.end].lower() in (
            "chez",
            "du côté de",
            "côté",
        )

    def carried(self, quote: Marked, place: Place) -> Attribution | None:
        """The speaker goes on: of the quotation before in the paragraph, or whom the sentence before speaks of."""
        if quote.depth:
            return None
        sentence = self.discourse.sentences[place.number]
        if not _alone(sentence):
            return self.repeated(place)
        before = author_before(self.discourse, place.number)
        if before < 0:
            return self.spoken_of_next(place.number)
        previous = self.discourse.sentences[before]
        if previous.paragraph != sentence.paragraph:
            return (
                self.spoken_of_next(place.number)
                or self.next_paragraph(previous, sentence)
                or self.topic(previous, sentence, quote)
            )
        if previous.quotes:
            return self.as_before(list(previous.quotes.values())[-1], "carried")
        return self.spoken_of(before, previous) or self.only_person(previous, weight=SUBJECT_WEIGHT)

    def repeated(self, place: Place) -> Attribution | None:
        """A further fragment in one sentence: of the same speaker as the one before it, or the one attributed last."""
        sentence = self.discourse.sentences[place.number]
        for index in sorted(sentence.quotes):
            if index > place.index and (found := after(self.discourse, Place(place.number, index))):
                return Attribution(found.who, found.cue, "repeated")
        earlier = [one for index, one in sorted(sentence.quotes.items()) if index < place.index]
        if not earlier and ":" in sentence.lower[max(0, place.index - 1) : place.index]:
            before = author_before(self.discourse, place.number)
            same = before >= 0 and self.discourse.sentences[before].paragraph == sentence.paragraph
            earlier = list(self.discourse.sentences[before].quotes.values()) if same else []
        return self.as_before(earlier[-1], "repeated") if earlier else None

    def as_before(self, quote: Marked, rule: str) -> Attribution | None:
        previous = self.found.get(quote)
        return Attribution(previous.who, None, rule) if previous else None

    def next_paragraph(self, previous: Sentence, sentence: Sentence) -> Attribution | None:
        """A paragraph that is one quotation goes on with the speaker of the last one, when that closed its own."""
        if previous.paragraph != sentence.paragraph - 1 or not previous.quotes:
            return None
        return self.as_before(list(previous.quotes.values())[-1], "carried_paragraph")

    def topic(self, previous: Sentence, sentence: Sentence, quote: Marked) -> Attribution | None:
        """A paragraph that is one quotation, behind a paragraph that speaks of one person alone."""
        line = self.discourse.page.paragraphs[sentence.paragraph]
        if previous.paragraph != sentence.paragraph - 1 or not quote.outer.holds(line):
            return None
        return self.only_person(previous)

    def only_person(self, previous: Sentence, weight: float = 0.0) -> Attribution | None:
        """A sentence that is one quotation, behind others that speak of one person alone."""
        people = self.discourse.memory.people_of_paragraph(previous.paragraph, weight)
        return Attribution(people[0], None, "previous") if len(people) == 1 else None

    def spoken_of(self, number: int, sentence: Sentence) -> Attribution | None:
        """« Smith reconnaît des dangers. « ... » »: the sentence before tells whose words follow."""
        for index in range(len(sentence.words)):
            if found := credited(self.discourse, number, index, "previous"):
                return found
        told = [group for group in sentence.groups if group.finite and _trails(sentence, group)]
        for group in (*told, *sentence.groups):
            if not group.finite:
                continue
            phrase = subject(sentence, group)
            if phrase and sentence.lower[phrase.first] in small_words(sentence.language):
                return None
            who = self.discourse.resolve(number, phrase, speaks=True) if phrase else None
            if who and (who.person or reports(sentence, group, stance=True)):
                return Attribution(who, None, "previous")
            return None
        return self.begins_with_person(number, sentence, "previous")

    def begins_with_person(self, number: int, sentence: Sentence, rule: str) -> Attribution | None:
        """A sentence whose verb no list has, about the person that it begins with."""
        phrase = phrase_from(sentence, 0)
        who = self.discourse.resolve(number, phrase) if phrase and phrase.pronoun is None else None
        known = who is not None and who.person and who.entity is not None and who.rule == "name"
        return Attribution(who, None, rule) if known else None

    def spoken_of_next(self, number: int) -> Attribution | None:
        """« ... » Zoé Martin n'a pas mâché ses mots: the sentence behind, in the paragraph, is about who spoke."""
        sentences = self.discourse.sentences
        after_this = (at for at in range(number + 1, len(sentences)) if sentences[at].voice is None)
        following = next(after_this, None)
        if following is None or sentences[following].paragraph != sentences[number].paragraph:
            return None
        behind = sentences[following]
        if behind.quotes:
            return None
        return self.in_these_words(following, behind) or self.begins_with_person(following, behind, "next")

    def in_these_words(self, number: int, sentence: Sentence) -> Attribution | None:
        """« C'est par ces mots que X a ouvert », « La formule est de X »."""
        head, links = sentence.lower[:8], ("que", "qu'")
        if sentence.lower[1:3] in (["formule", "est"], ["phrase", "est"], ["citation", "est"]):
            links = ("de", "d'")
        elif head[0] != "c'" or not {"mots", "termes"} & set(head[:6]):
            return None
        at = next((index for index, word in enumerate(head) if word in links), None)
        phrase = phrase_from(sentence, at + 1) if at is not None else None
        who = self.discourse.resolve(number, phrase) if phrase else None
        return Attribution(who, None, "next") if who and who.entity else None

    def carry_back(self) -> None:
        """« A. » « B », dit X: a quotation directly before another one in its paragraph has the same speaker."""
        for quote, following in zip(reversed(self.marked[:-1]), reversed(self.marked[1:]), strict=True):
            if quote in self.found or following not in self.found or quote.depth or following.depth:
                continue
            here, there = self.places.get(quote), self.places.get(following)
            if here and there and there[0].index == 0 and _alone(self.discourse.sentences[here[0].number]):
                between = self.discourse.page.text[quote.outer.end : following.outer.start]
                if not between.strip() and "\n" not in between:
                    self.found[quote] = Attribution(self.found[following].who, None, "carried_back")


def _trails(sentence: Sentence, group: VerbGroup) -> bool:
    """“A code would be tabled in October, the CS promised.”: a verb of saying at the end of what it reports."""
    ends = sentence.groups[-1] is group and "," in sentence.lower[: group.first]
    return ends and reports(sentence, group) and len(sentence.words) - group.last <= TRAIL


def _alone(sentence: Sentence) -> bool:
    """Whether the sentence is nothing but quotations."""
    return not any(word.lower.isalnum() for word in sentence.words)
