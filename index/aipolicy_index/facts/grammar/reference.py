"""Who a phrase means: names, pronouns and descriptions resolved by role, agreement and recency."""

from __future__ import annotations

from aipolicy_index.facts.entities import Entity
from aipolicy_index.facts.grammar.descriptions import (
    anybody,
    bodies_described,
    gender_of,
    is_compatible,
    people_described,
)
from aipolicy_index.facts.grammar.descriptors import Descriptor, Standing
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.naming import (
    capital_tail,
    head,
    is_called,
    is_demonym,
    is_dropped,
    named,
)
from aipolicy_index.facts.grammar.phrases import phrase_from
from aipolicy_index.facts.grammar.sentences import Phrase, Sentence
from aipolicy_index.facts.grammar.spoken import Spoken
from aipolicy_index.facts.grammar.things import subject_before, tells_of_thing
from aipolicy_index.facts.grammar.who import (
    SPOKEN_OF,
    Who,
    as_who,
    is_anybody,
    is_named_person,
    is_somebody,
    pointing,
)
from aipolicy_index.language.matching import fold
from aipolicy_index.model import FactKind, Span

_FEMININE = frozenset(("elle", "she", "her", "elles", "celle"))
_MASCULINE = frozenset(("il", "he", "him", "lui", "celui"))
_PEOPLE = frozenset(("he", "she", "him", "her"))
_MANY = frozenset(("ils", "elles", "they", "them", "eux"))
_NOBODY = frozenset("on ce c cela ça this that you vous nous we i je j tu".split())
PRONOUN_MEMORY = 4
"""How many sentences of the author back a pronoun may point."""
DOCUMENT_MEMORY = 3


class Discourse(Spoken):
    """What has been spoken of so far, and whom a phrase means by it."""

    def resolve(self, number: int, phrase: Phrase, *, speaks: bool = False) -> Who | None:
        """Who the phrase of sentence `number` means; people are preferred for one who speaks."""
        sentence = self.sentences[number]
        span = sentence.cut(phrase.first, phrase.last)
        if phrase.pronoun:
            return self._pronoun(number, phrase.pronoun, span, speaks=speaks)
        if entity := named(sentence, phrase) or self._by_surname(sentence, phrase):
            self._entitle(sentence, phrase, entity)
            return as_who(entity, span)
        if tail := capital_tail(sentence, phrase):
            return self.unnamed(number, tail)
        noun = head(sentence, phrase)
        if noun and is_called(sentence, phrase, *noun):
            return self.unnamed(number, phrase)
        if noun and (who := self._owner_of(number, phrase, noun[1])):
            return who
        if _is_last_mentioned(sentence, phrase):
            return self._last_mentioned(number, span, "f" if sentence.lower[phrase.last] == "dernière" else "m")
        if phrase.last == phrase.first + 1 and sentence.lower[phrase.first] in ("le", "la", "the"):
            for name in ("first_of_two", "second_of_two"):
                if sentence.lower[phrase.last] in words_of(name, sentence.language):
                    return self._of_two(number, span, second=name == "second_of_two")
        if noun is None:
            return self._people_of(number, phrase, span) or self._unknown_name(number, phrase)
        found = None if self._indefinite(sentence, phrase) else self._described(number, phrase, *noun)
        return found or self.unnamed(number, phrase)

    def _entitle(self, sentence: Sentence, phrase: Phrase, entity: Entity) -> None:
        """Remember that « la ministre, X » is a minister."""
        noun = head(sentence, phrase) if entity.kind is FactKind.PERSON else None
        if noun and noun[1].standing is Standing.PERSON:
            self.register.entitle(entity, noun[1].words)

    def _owner_of(self, number: int, phrase: Phrase, noun: Descriptor) -> Who | None:
        """« son service d'inspection », “her office”: whose it is stands for it; a party, for its member."""
        sentence = self.sentences[number]
        owned = sentence.lower[phrase.first] in words_of("possessives", sentence.language)
        if not owned or noun.standing not in (Standing.BODY, Standing.COMPANY):
            return None
        span = sentence.cut(phrase.first, phrase.last)
        found = self.recent(number, span.start, is_somebody, memory=1)
        if found is None or found.entity is None:
            return None
        joined = noun.words[0] in words_of("joined", sentence.language)
        party = found.entity.organisation if joined and found.person else None
        body = self.register.body(party) if party else None
        return pointing(as_who(body, span) if body else found, "description", span)

    def _by_surname(self, sentence: Sentence, phrase: Phrase) -> Entity | None:
        """A capitalised word that no mention covers, but that is a person's surname or an organisation's first word."""
        if phrase.first != phrase.last or not sentence.words[phrase.first].capital:
            return None
        return self.register.by_surname(sentence.lower[phrase.first])

    @staticmethod
    def _indefinite(sentence: Sentence, phrase: Phrase) -> bool:
        word = sentence.lower[phrase.first]
        return word in words_of("indefinite", sentence.language) or word[0].isdigit()

    def unnamed(self, number: int, phrase: Phrase) -> Who:
        """Somebody whom no name stands for: the description without its article."""
        sentence = self.sentences[number]
        noun = head(sentence, phrase)
        first = phrase.first
        while first < phrase.last and is_dropped(sentence, first):
            first += 1
        span = sentence.cut(first, phrase.last)
        name = " ".join(self.page.text[span.start : span.end].split())
        person = noun is None or noun[1].standing in (Standing.PERSON, Standing.SOURCE)
        gender = gender_of(sentence, phrase, noun[1]) if noun else None
        return Who(None, name, "unnamed", span, gender, noun is not None and noun[1].plural, person)

    def _pronoun(self, number: int, pronoun: str, span: Span, *, speaks: bool) -> Who | None:
        pronoun = pronoun.strip("'")
        if pronoun in _NOBODY:
            return None
        if pronoun in ("celui-ci", "celle-ci"):
            return self._last_mentioned(number, span, "f" if pronoun == "celle-ci" else "m")
        gender = "f" if pronoun in _FEMININE else "m" if pronoun in _MASCULINE else None

        if not speaks and gender and (phrase := subject_before(self.sentences[number], span.start, gender)):
            return pointing(self.resolve(number, phrase), "pronoun", span)
        if not speaks and self._thing_before(number, gender, pronoun):
            return None

        def fits(who: Who) -> bool:
            if (pronoun in _PEOPLE and not who.person) or (pronoun == "it" and who.person):
                return False
            return who.plural == (pronoun in _MANY) or (pronoun == "they" and not who.person)

        found = self.recent(number, span.start, fits, gender=gender, memory=PRONOUN_MEMORY, people_first=speaks)
        if found is None and speaks and pronoun not in _MANY:
            found = self.memory.only_person(number, span.start)
        if speaks and found and found.entity is None and not found.person:
            people = self.recent(number, span.start, is_named_person, gender=gender, memory=2 * PRONOUN_MEMORY)
            found = people or found
        if found is None and gender and pronoun not in _MANY:
            found = self._main_person(number, gender)
        return pointing(found, "pronoun", span)

    def _main_person(self, number: int, gender: str) -> Who | None:
        """Whom the headline names, in an article about one person."""
        title = fold(self.page.article.title or "").split()
        named = [one for last_name, one in self.register.last_names if last_name in title] if title else []
        agrees = len(named) == 1 and named[0].gender == gender
        return as_who(named[0], self.sentences[number].span) if agrees else None

    def _thing_before(self, number: int, gender: str | None, pronoun: str) -> bool:
        """Whether the sentence before, in the paragraph, is about a thing that a pronoun may mean."""
        before = number - 1
        while before >= 0 and self.sentences[before].voice is not None:
            before -= 1
        here = before >= 0 and self.sentences[before].paragraph == self.sentences[number].paragraph
        return here and pronoun not in _MANY | _PEOPLE and tells_of_thing(self.sentences[before], gender)

    def _last_mentioned(self, number: int, span: Span, gender: str) -> Who | None:
        """« ce dernier », « cette dernière »: the last one named, whatever its part in the sentence."""
        self.read(number + 1)
        found = self.memory.last_named(number, span.start, gender)
        return pointing(found, "pronoun", span)

    def _described(self, number: int, phrase: Phrase, at: int, noun: Descriptor) -> Who | None:
        """« la ministre », « le groupe », « ce rapport »: who of those spoken of is meant."""
        sentence = self.sentences[number]
        span = sentence.cut(phrase.first, phrase.last)
        if noun.standing is Standing.DOCUMENT:
            return pointing(self._written_by(number, phrase) or self._author(number, phrase), "document", span)
        if noun.standing in (Standing.PEOPLE, Standing.SOURCE, Standing.VOICE, Standing.LAW):
            return None
        kind = FactKind.PERSON if noun.standing is Standing.PERSON else FactKind.ORGANISATION
        self.read(number + 1)
        described = people_described if kind is FactKind.PERSON else bodies_described
        fits = described(self.register, sentence, phrase, at, noun)
        found = self.recent(number, span.start, lambda who: who.entity is not None and fits(who.entity))
        if found is None and sentence.lower[at] in words_of("leaders", sentence.language):
            found = self.recent(number, span.start, lambda who: id(who.entity) in self.leaders)
        if found is None and kind is FactKind.PERSON and sentence.voice is None:
            found = self._person_near(number, phrase, at, noun)
        spoken = gender_of(sentence, phrase, noun)
        if found and spoken and not found.person:
            found = found._replace(gender=spoken)
        return pointing(found, "description", span)

    def _written_by(self, number: int, phrase: Phrase) -> Who | None:
        """Of « le rapport de la vérificatrice générale, X »: who is described behind « de »."""
        sentence = self.sentences[number]
        for index in range(phrase.first + 1, phrase.last):
            if sentence.lower[index] in words_of("of", sentence.language):
                inner = phrase_from(sentence, index + 1)
                noun = head(sentence, inner) if inner else None
                if inner and noun and noun[1].standing in (Standing.PERSON, Standing.BODY):
                    who = self.resolve(number, inner)
                    return who if who and (who.entity or noun[1].standing is Standing.BODY) else None
        return None

    def _person_near(self, number: int, phrase: Phrase, at: int, noun: Descriptor) -> Who | None:
        """« l'élue », « son confrère »: the person spoken of last, or the other one."""
        sentence = self.sentences[number]
        start, gender = sentence.words[phrase.first].start, gender_of(sentence, phrase, noun)
        if sentence.lower[at] in words_of("peers", sentence.language):
            last = self.recent(number, start, lambda who: who.person, memory=1)
            return self.recent(
                number, start, lambda who: who.person and last is not None and who.name != last.name, memory=2
            )
        if not anybody(sentence, phrase, at):

            def fits(who: Who) -> bool:
                return who.entity is not None and who.person and self._may_be(sentence, phrase, at, who.entity)

            here = sentence.paragraph
            near = self.recent(number, start, fits, gender=gender, memory=1)
            return near if near and here == self.page.paragraph_at(near.span.start) else None
        aged = sentence.lower[at] in words_of("anybody", sentence.language)
        return self.recent(number, start, is_named_person, gender=gender, memory=4 if aged else 2)

    def _may_be(self, sentence: Sentence, phrase: Phrase, at: int, entity: Entity) -> bool:
        """Whether nothing that is known of a person forbids the description."""
        if entity.role is None and not self.register.is_entitled(entity):
            return True
        return is_compatible(self.register, sentence, phrase, at, entity)

    def _people_of(self, number: int, phrase: Phrase, span: Span) -> Who | None:
        """« la maraîchère », « le Franco-Marocain »: by a role that no list has, by where somebody comes from."""
        sentence = self.sentences[number]
        article = sentence.lower[phrase.first]
        if phrase.last != phrase.first + 1 or article not in ("le", "la", "l'", "the"):
            return None
        word = sentence.lower[phrase.last]
        if person := self.register.in_role(word):
            return pointing(as_who(person, span), "description", span)
        if not sentence.words[phrase.last].capital or not is_demonym(word, sentence.language):
            return None
        gender = {"le": "m", "la": "f"}.get(article)
        found = self.recent(number, span.start, lambda who: who.person, gender=gender, memory=2)
        return pointing(found, "description", span)

    def _unknown_name(self, number: int, phrase: Phrase) -> Who | None:
        """« Ferrovia », “the Lindgrens”: a name that no rule knew, not a common word that begins the sentence."""
        sentence = self.sentences[number]
        first = phrase.first
        while first < phrase.last and is_dropped(sentence, first):
            first += 1
        words = sentence.words[first : phrase.last + 1]
        if len(words) > 3 or not all(word.capital and len(word.lower) > 2 for word in words):
            return None
        begins = first == 0 and len(words) == 1
        if begins and not self.elsewhere.is_name(words[0].lower):
            return None
        return self.unnamed(number, phrase)

    def _of_two(self, number: int, span: Span, *, second: bool) -> Who | None:
        """« la première », “the latter”: of the last two people named in one sentence."""
        self.read(number)
        return pointing(self.memory.of_pair(number, span.start, second=second), "description", span)

    def rule_maker(self, number: int, phrase: Phrase) -> Who | None:
        """Who gave the rule that a phrase names: somebody named in it, else who was spoken of last."""
        sentence = self.sentences[number]
        span = sentence.cut(phrase.first, phrase.last)
        for name in sentence.names[phrase.first : phrase.last + 1]:
            if name and name.entity.kind in SPOKEN_OF:
                return Who(name.entity, name.entity.name, "document", span)
        made = self.recent(number, span.start, is_somebody, memory=DOCUMENT_MEMORY)
        return pointing(made, "document", span)

    def _author(self, number: int, phrase: Phrase) -> Who | None:
        """Who stands behind « ce rapport », « son communiqué »: the subject of a sentence just before."""
        sentence = self.sentences[number]
        owned = sentence.lower[phrase.first] in words_of("possessives", sentence.language)
        fits = is_anybody if owned else is_somebody
        return self.recent(number, sentence.words[phrase.first].start, fits, memory=DOCUMENT_MEMORY)


def _is_last_mentioned(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.lower[phrase.last] in ("dernier", "dernière") and sentence.lower[phrase.first] in ("ce", "cette")
