"""French verb groups: « n'a toutefois pas signé », « va interdire », « est accusé », « pourrait-elle suspendre »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aipolicy_index.facts.grammar.conjugation import FINITE, Tense
from aipolicy_index.facts.grammar.descriptors import descriptors
from aipolicy_index.facts.grammar.function_words import any_of, is_adverb, words_of
from aipolicy_index.facts.grammar.lexicon import Reading
from aipolicy_index.facts.grammar.verb_groups import VerbGroup, VerbScan

ASKED = 10
"""How many words may name whom a verb of asking asks."""
_UNKNOWN_PARTICIPLE = re.compile(r"[^\W\d_]{3,}(?:é|ée|és|ées|u|ue|us|ues|i|ie|is|ies|it|ite)$")
_NO_PARTICIPLE = frozenset("plus tous ici lui qui jamais depuis ainsi parmi aussi puis oui celui".split())


class FrenchVerbs(VerbScan):
    """The verb groups of a French sentence."""

    language = "fr"

    def group_at(self, index: int) -> VerbGroup | None:
        """The group that begins at a word."""
        several = self.table.get(self.lower[index])
        if not several or self.lower[index] in words_of("no_verb", "fr") or self.is_between(index):
            return None
        if self.is_of_idiom(index):
            return None
        if several[0].lemma in ("avoir", "être") and (group := self.compound(index, several[0])):
            return group
        if several[0].lemma == "aller" and (group := self.near_future(index)):
            return group
        if (infinitive := self.of(index, Tense.INFINITIVE)) and not self.is_nominal_infinitive(index):
            return self.infinitive(index, infinitive.lemma, index, Tense.INFINITIVE)
        if self.lower[index] == "a" and index == 0:
            return None
        finite = self.of(index, *FINITE)
        if finite and not self.is_noun(index):
            return self.made(index, index, finite)
        if (gerund := self.of(index, Tense.GERUND)) and not self.is_person(index):
            return VerbGroup(index, index, gerund.lemma, gerund.tense)
        participle = self.of(index, Tense.PARTICIPLE)
        if participle and not self.after_article(index):
            return VerbGroup(index, index, participle.lemma, participle.tense, plural=participle.plural)
        return None

    def is_of_idiom(self, index: int) -> bool:
        """« prendra en charge », not « a réagi en dénonçant »."""
        behind = self.before(index) == "en" and bool(self.found) and self.found[-1].last == index - 2
        return behind and self.of(index, Tense.GERUND) is None

    def is_between(self, index: int) -> bool:
        """« un accord entre A et B », not « entre en vigueur »."""
        return self.lower[index] == "entre" and self.lower[index + 1 : index + 2] not in (
            ["en"],
            ["au"],
            ["dans"],
            ["à"],
        )

    def compound(self, index: int, auxiliary: Reading) -> VerbGroup | None:
        """avoir or être with a participle, « été » between them or not."""
        objects = auxiliary.lemma == "avoir" and self.before(index) in ("l'", "les") and not auxiliary.first_person
        if auxiliary.tense in FINITE and self.is_noun(index) and not objects:
            return None
        at = self.skip(index + 1)
        been = self.of(at, Tense.PARTICIPLE)
        if been and been.lemma == "être":
            at = self.skip(at + 1)
        participle = self.participle(at)
        if participle is None:
            return None
        passive = bool(been and been.lemma == "être") or (
            auxiliary.lemma == "être"
            and participle.lemma not in words_of("active_with_être", "fr")
            and not self.reflexive(index)
        )
        if auxiliary.tense is Tense.INFINITIVE:
            return self.infinitive(index, participle.lemma, at, Tense.PAST, passive=passive)
        return self.made(index, at, participle, tense=_compound_tense(auxiliary, passive), passive=passive)

    def participle(self, index: int) -> Reading | None:
        """The participle at a word, one that no list has included: « a éclaté »."""
        if found := self.of(index, Tense.PARTICIPLE):
            return found
        if index < self.count and not self.named[index]:
            word = self.lower[index]
            if _UNKNOWN_PARTICIPLE.match(word) and word not in _NO_PARTICIPLE and word not in self.table:
                return Reading(word, Tense.PARTICIPLE, word.endswith("s"))
        return None

    def made(
        self, first: int, last: int, verb: Reading, *, tense: Tense | None = None, passive: bool = False
    ) -> VerbGroup:
        inversions, person = words_of("inversions", "fr"), self.of(first, *FINITE) or verb
        clitic = next((word for word in self.lower[first : last + 2] if word in inversions), None)
        return VerbGroup(
            first,
            last,
            verb.lemma,
            verb.tense if tense is None else tense,
            passive,
            self.negated(first, last),
            self.reflexive(first),
            clitic.rsplit("-", 1)[-1] if clitic else None,
            plural=verb.plural,
            first_person=person.first_person,
        )

    def negated(self, first: int, last: int) -> bool:
        """« ne ... pas », « aucun ... n' », but not « n'... que »."""
        if not {"ne", "n'"} & set(self.lower[max(0, first - 4) : first]):
            return False
        strong = words_of("strong_negations", "fr")
        after = self.lower[first : last + 3]
        for limit in ("que", "qu'"):
            after = after[: after.index(limit)] if limit in after else after
        return any(word in strong for word in [*after, *self.lower[max(0, first - 9) : first]])

    def reflexive(self, index: int) -> bool:
        """Whether « se » stands before the group, other clitics perhaps between."""
        at = index - 1
        while at >= 0 and self.lower[at] in ("en", "y", "lui", "leur", "l'", "le", "la", "les"):
            at -= 1
        return at >= 0 and self.lower[at] in ("se", "s'")

    def near_future(self, index: int) -> VerbGroup | None:
        """« va interdire », « allaient signer »."""
        going = self.of(index, Tense.PRESENT, Tense.IMPERFECT)
        at = self.past_clitics(index + 1)
        verb = self.of(at, Tense.INFINITIVE)
        if going is None or verb is None:
            return None
        tense = Tense.FUTURE if going.tense is Tense.PRESENT else Tense.CONDITIONAL
        return self.made(index, at, Reading(verb.lemma, tense, going.plural))

    def past_clitics(self, index: int) -> int:
        index = self.skip(index)
        while index < self.count and self.lower[index] in words_of("clitics", "fr") and not self.named[index]:
            index = self.skip(index + 1)
        return index

    def infinitive(self, first: int, lemma: str, last: int, tense: Tense, *, passive: bool = False) -> VerbGroup:
        before = self.lower[max(0, first - 4) : first]
        refused = "ne" in before and "pas" in before
        return VerbGroup(
            first, last, lemma, tense, passive, refused, self.reflexive(first), None, self.governor(first) or "à"
        )

    def governor(self, index: int) -> str | None:
        """The verb that this infinitive hangs on: the last group, when only small words stand between."""
        if not self.found:
            return None
        last = self.found[-1]
        between = self.lower[last.last + 1 : index]
        if last.lemma in words_of("causing", "fr") and self.asked_of(between):
            return last.lemma
        if len(between) > 6:
            return None
        small = words_of("clitics", "fr") | self.negations | words_of("inversions", "fr") | {"de", "d'", "à", ","}
        fits = all(word in small or is_adverb(word, "fr") for word in between)
        return last.lemma if fits else None

    def asked_of(self, between: Sequence[str]) -> bool:
        """« demande à Meta de », « autorise la police à »: somebody stands between the verb and its infinitive."""
        links = [word for word in between if word not in words_of("clitics", "fr") - {"le", "la", "les"}]
        stops = any_of("fr", "clause_stops", "relatives")
        return 2 < len(between) <= ASKED and links[-1] in ("de", "d'", "à") and not stops & set(between)

    def after_article(self, index: int) -> bool:
        return self.is_in(index, "determiners") and not self.clitic_before(index)

    def is_person(self, index: int) -> bool:
        """« son représentant », « un exploitant »: a participle that has become a noun."""
        noun = self.lower[index] in descriptors("fr") and self.is_in(index, "determiners")
        return noun or self.is_in(index, "indefinite")

    def is_nominal_infinitive(self, index: int) -> bool:
        """« le pouvoir », « un devoir », but « de pouvoir »."""
        return self.is_in(index, "articles") and not self.clitic_before(index)

    def is_noun(self, index: int) -> bool:
        """Whether the word before makes a noun of this form: « l'annonce », « sous contrôle »."""
        if index == 0 or self.named[index - 1]:
            return False
        if self.before(index) in ("en", "nous", "vous", "leur", "lui", "y"):
            return False
        return self.after_article(index) or self.is_in(index, "makes_noun")

    def clitic_before(self, index: int) -> bool:
        """Whether the article before is rather a pronoun: « X l'interdit », « qui la juge », « ne le dit »."""
        at = index - 1
        if at <= 0 or self.lower[at] not in words_of("clitics", "fr"):
            return False
        before = self.lower[at - 1]
        subjects = words_of("subject_pronouns", "fr") | {"ne", "n'", "me", "te", "se", "nous", "vous", "comme", "«»"}
        behind_quotation = before == "," and at > 1 and self.lower[at - 2] == "«»"
        return self.named[at - 1] or before in subjects or behind_quotation


def _compound_tense(auxiliary: Reading, passive: bool) -> Tense:
    """« a signé », « avait été signé » are past; « est signé » is present; the others keep the auxiliary's tense."""
    if auxiliary.tense in (Tense.FUTURE, Tense.CONDITIONAL, Tense.SUBJUNCTIVE, Tense.GERUND):
        return auxiliary.tense
    return Tense.PRESENT if passive and auxiliary.tense is Tense.PRESENT and auxiliary.lemma == "être" else Tense.PAST
