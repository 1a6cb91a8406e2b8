"""English verb groups: « has not banned », « will be fined », « plans to sign », « was seen by »."""

from __future__ import annotations

from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.function_words import any_of, phrasal_verbs, words_of
from aipolicy_index.facts.grammar.verb_groups import VerbGroup, VerbScan

ASKED = 8
"""How many words may name whom a verb of asking asks."""
AGENT = 6
"""Within how many words « by » tells that a form behind a comma is a participle."""
APPOSITION = 8
"""How many words an apposition may have on either side of its participle."""
_BEFORE_SUBJECT_END = frozenset((",", ")", "«»", "-", "—", "–", '"', ";"))
_DO = {"do": Tense.PRESENT, "does": Tense.PRESENT, "did": Tense.PAST}
"""« did not admit », « does ban »."""


class EnglishVerbs(VerbScan):
    """The verb groups of an English sentence."""

    language = "en"
    starts = any_of("en", "will", "would") | any_of("en", "be", "have") | {"to"}

    def group_at(self, index: int) -> VerbGroup | None:
        """The group that begins at a word."""
        word = self.lower[index]
        if word in words_of("will", "en"):
            return self.modal(index, Tense.FUTURE)
        if word in words_of("would", "en"):
            return self.modal(index, Tense.CONDITIONAL)
        if word in words_of("be", "en") or word in words_of("have", "en"):
            return self.auxiliary(index, index, None)
        if word in _DO and (group := self.modal(index, _DO[word])):
            return group
        if word == "to" and (group := self.infinitive(index)):
            return group
        return None if self.is_noun(index) else self.simple(index)

    def modal(self, index: int, tense: Tense) -> VerbGroup | None:
        """« will sign », « could be fined »."""
        at = self.skip(index + 1)
        verb = self.of(at, Tense.INFINITIVE)
        if verb is None:
            return None
        if verb.lemma in ("be", "have") and (group := self.auxiliary(index, at, None)):
            return self.made(group.first, group.last, group.lemma, tense, passive=group.passive)
        return self.made(index, at, verb.lemma, tense)

    def infinitive(self, index: int) -> VerbGroup | None:
        """« to sign », « to be signed », with the verb that governs it."""
        at = self.skip(index + 1)
        verb = self.of(at, Tense.INFINITIVE)
        if verb is None:
            return None
        governor = self.found[-1].lemma if self.found and self.governs(self.found[-1], index) else "to"
        if verb.lemma in ("be", "have"):
            return self.auxiliary(index, at, governor)
        return self.made(index, at, verb.lemma, Tense.INFINITIVE, governor=governor)

    def governs(self, verb: VerbGroup, to: int) -> bool:
        """Whether an infinitive hangs on the verb before: « plans to », “urged the Commission to”."""
        if to - verb.last <= 2:
            return True
        between = set(self.lower[verb.last + 1 : to])
        return (
            verb.lemma in words_of("causing", "en")
            and len(between) <= ASKED
            and not between & words_of("clause_stops", "en")
        )

    def auxiliary(self, first: int, index: int, governor: str | None) -> VerbGroup:
        """be and have with what they serve, or standing alone."""
        be = self.lower[index] in words_of("be", "en")
        past = self.lower[index] in ("was", "were", "had")
        at = self.skip(index + 1)
        if at < self.count and self.lower[at] in ("been", "being"):
            be, at = True, self.skip(at + 1)
        if be and (verb := self.of(at, Tense.GERUND)):
            tense = Tense.PAST if past else Tense.PRESENT
            return self.made(first, at, verb.lemma, tense, governor=governor)
        if verb := self.of(at, Tense.PARTICIPLE):
            present = be and self.lower[index] in ("is", "are", "be")
            tense = Tense.PRESENT if present else Tense.PAST
            return self.made(first, at, verb.lemma, tense, passive=be, governor=governor)
        return self.made(first, index, "be" if be else "have", Tense.PAST if past else Tense.PRESENT, governor=governor)

    def made(
        self, first: int, last: int, lemma: str, tense: Tense, *, passive: bool = False, governor: str | None = None
    ) -> VerbGroup:
        end = last
        if last + 1 < self.count and f"{lemma} {self.lower[last + 1]}" in phrasal_verbs():
            end, lemma = last + 1, f"{lemma} {self.lower[last + 1]}"
        around = self.lower[max(0, first - 1) : last + 1]
        negated = any(word in self.negations for word in around) or "longer" in around
        return VerbGroup(first, end, lemma, tense, passive, negated, governor=governor)

    def simple(self, index: int) -> VerbGroup | None:
        """A verb without auxiliary; a form that may be past or participle is past behind a subject."""
        after_subject = self.after_subject(index) and not self.in_apposition(index)
        if (verb := self.of(index, Tense.PAST)) and after_subject and not self.is_reduced(index):
            return self.made(index, index, verb.lemma, Tense.PAST)
        if (verb := self.of(index, Tense.PRESENT)) and after_subject:
            return self.made(index, index, verb.lemma, Tense.PRESENT)
        if verb := self.of(index, Tense.PARTICIPLE, Tense.GERUND):
            return self.made(index, index, verb.lemma, verb.tense)
        if (verb := self.of(index, Tense.INFINITIVE)) and self.after_plural(index):
            return self.made(index, index, verb.lemma, Tense.PRESENT)
        return None

    def in_apposition(self, index: int) -> bool:
        """“Daphne Wilde, a Conservative elected in May, rejects”: a participle inside an apposition to a name."""
        for comma in range(index - 2, max(0, index - APPOSITION), -1):
            if self.lower[comma] == ",":
                begins = self.lower[comma + 1] in ("a", "an", "the") and comma + 2 < index
                if (words_of("relatives", "en") | {"whom"}) & set(self.lower[comma:index]):
                    return False
                return begins and self.named[comma - 1] and "," in self.lower[index : index + APPOSITION]
        return False

    def is_reduced(self, index: int) -> bool:
        """“banned by”, “civil penalties, capped at”: a participle, no past."""
        after = self.lower[index + 1] if index + 1 < self.count else ""
        behind_comma = self.before(index) == "," and any(group.finite for group in self.found)
        agent = behind_comma and "by" in self.lower[index + 1 : index + AGENT]
        return after == "by" or agent or (behind_comma and after in ("at", "in", "under", "as", "from", "with"))

    def after_subject(self, index: int) -> bool:
        """Whether a subject may end right before: a word, a comma, a bracket, a quotation."""
        before = self.before(index)
        return bool(before) and (before[-1].isalnum() or before in _BEFORE_SUBJECT_END)

    def after_plural(self, index: int) -> bool:
        """Whether a plural subject stands right before a bare form: « companies say », « they plan »."""
        before = self.before(index)
        if before in ("they", "we", "i", "you", "who"):
            return True
        barred = any_of("en", "determiners", "makes_noun") | {"'s"}
        return before.endswith("s") and len(before) > 3 and before not in barred

    def is_noun(self, index: int) -> bool:
        """Whether the word before makes a noun of this form: « the ban », « of plans », « OpenAI's claims »."""
        if index == 0 or self.named[index - 1]:
            return False
        before = self.before(index)
        return self.is_in(index, "determiners") or self.is_in(index, "makes_noun") or before == "'s"
