"""Documents that are credited: « selon un rapport du Sénat », « une étude de l'université de Lille estime »."""

from __future__ import annotations

from collections.abc import Iterator

from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.subjects import subject
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.facts.sources.credits import Credit, readable
from aipolicy_index.facts.sources.cues import (
    credit_verbs,
    ends_with,
    expressions,
    first_words,
    known_words,
    starts_with,
)
from aipolicy_index.facts.sources.frames import says, tells
from aipolicy_index.facts.sources.naming import Document, is_definite, named_from
from aipolicy_index.facts.sources.uncredited import agrees, belongs, is_of_a_sort, is_reflexive, is_worked_on
from aipolicy_index.facts.sources.writers import by_writer

_IN = frozenset(("dans", "in"))
_GIVEN_TO = frozenset(("à", "au", "aux", "to", "told"))
"""The last word of cues by which a medium hears something: « donnée au »."""
_MEANT = frozenset(("document", "texte"))
"""What may mean any document named before."""
_HANDED = frozenset("transmis transmise remis remise obtenu obtenue filed handed obtained sent given".split())
_COURTS = frozenset("tribunal cour juge juges magistrat magistrate conseil justice court judge justices bench".split())
_HABITS = frozenset(("chaque", "each", "every", "annuellement", "annually"))
LEAD = 4
"""Paragraphs in which a verdict is the news itself and no source of it."""
PARAGRAPH = 100
"""Characters of a line that is a paragraph and no headline."""
LIGHT_REACH = 9
"""Within how many words behind a document it is told who could read it."""


def of_documents(discourse: Discourse) -> Iterator[Credit]:
    """The credited documents; one taken up again (« ce rapport ») only when none like it was credited before."""
    seen: set[str] = set()
    named: Credit | None = None
    lead = _lead(discourse)
    for sentence in readable(discourse):
        if sentence.voice is not None:
            continue
        before: Document | None = None
        for found in _documents(sentence):
            noun = sentence.lower[found.noun]
            again = found.bare and is_definite(sentence, found)
            taken_up = noun in seen or (noun in known_words("again", sentence.language) and bool(seen))
            if sentence.paragraph < lead and _is_verdict_noun(sentence, found.noun) and not _wrote(sentence, found):
                continue
            rule = _credited(sentence, found) or (before and _joined(sentence, before, found) and "document") or None
            before = found if rule else None
            if not rule and found.noun < found.last and not found.printed:
                named = _credit(discourse, sentence, found, "document")
            if not rule or (again and taken_up) or (_is_empty(sentence, found) and rule != "document_found"):
                continue
            seen.update((noun, noun.removesuffix("s"), f"{noun}s"))
            credit = _credit(discourse, sentence, found, rule)
            if rule == "document_in" and found.maker is None:
                credit = by_writer(discourse, sentence, found, credit)
            yield credit._replace(name=named.name) if named and again and noun in _MEANT else credit


def _is_empty(sentence: Sentence, found: Document) -> bool:
    """« des chiffres », “the contract”: what nothing tells more of."""
    indefinite = words_of("indefinite", sentence.language)
    if _noun_is(sentence, found, "told_of") and sentence.lower[found.start] in indefinite:
        return False
    study = starts_with(sentence.lower, found.noun, "study", sentence.language) is not None
    if study and found.start < found.first and sentence.lower[found.start] in indefinite:
        return False
    single = found.bare and found.noun == found.last and _noun_is(sentence, found, "bare")
    after = found.last + 1
    return single and not any(group.first == after and group.tense is Tense.PARTICIPLE for group in sentence.groups)


def _noun_is(sentence: Sentence, found: Document, sort: str) -> bool:
    """Whether the noun of a document is of one sort of the cues."""
    return sentence.lower[found.noun] in known_words(sort, sentence.language)


def _joined(sentence: Sentence, before: Document, found: Document) -> bool:
    """« sur un manuel et sur un rapport »: in one row with a document that is credited."""
    between = sentence.lower[before.last + 1 : found.start]
    near = between[-4:]
    return any(word in ("et", "and", "ainsi") for word in near) and not any(
        group.finite and before.last < group.first < found.start for group in sentence.groups
    )


def _credit(discourse: Discourse, sentence: Sentence, found: Document, rule: str) -> Credit:
    name = sentence.names[found.maker[0]] if found.maker else None
    if name and (found.printed or _noun_is(sentence, found, "numbers")):
        rule = "author" if found.printed else rule
        return Credit(sentence.cut(name.first, name.last), name.entity.name, rule, name.entity.aliases)
    span = sentence.cut(found.first, found.last)
    maker = sentence.cut(*found.maker) if found.maker else None
    rule = f"{rule}_printed" if found.printed else rule
    return Credit(span, " ".join(discourse.page.text[span.start : span.end].split()), rule, maker=maker)


def _documents(sentence: Sentence) -> Iterator[Document]:
    """The nouns of a sentence that name a document, each with the words that belong to it."""
    language, taken = sentence.language, -1
    heads = first_words(language, "document", "verdict")
    for index, word in enumerate(sentence.lower):
        if word not in heads or sentence.names[index] or index <= taken or _is_idiom(sentence, index):
            continue
        words = starts_with(sentence.lower, index, "document", language)
        verdict = None if words else starts_with(sentence.lower, index, "verdict", language)
        if (size := len(words or verdict or ())) and (found := named_from(sentence, index, size)):
            taken = found.last
            yield found


def _is_idiom(sentence: Sentence, index: int) -> bool:
    """« rapport de force »: the noun means something else."""
    after = " ".join(sentence.lower[index : index + 3])
    return any(after.startswith(" ".join(words)) for words in expressions("idiom", sentence.language))


def _credited(sentence: Sentence, found: Document) -> str | None:
    language, start = sentence.language, found.start
    if starts_with(sentence.lower, found.noun, "document", language) is None:
        return "document_in" if _is_verdict(sentence, found) else None
    for where in ("before", "leaning"):
        cue = ends_with(sentence.lower, start, where, language)
        if cue and cue != ("as",) and not (cue in expressions("told", language) and cue[-1] in _GIVEN_TO):
            return "document"
    if _is_found(sentence, found):
        return "document_found"
    if start > 0 and sentence.lower[start - 1] in _IN:
        if is_worked_on(sentence, found):
            return None
        told = tells(sentence) or any(group.lemma in credit_verbs(language) for group in sentence.groups)
        return "document_in" if told else None
    if _published(sentence, found):
        return "document_published"
    return "document_says" if _says(sentence, found) else None


def _is_verdict(sentence: Sentence, found: Document) -> bool:
    """« Dans un jugement rendu jeudi », “in a ruling on Friday”: where a court decides."""
    start = found.start
    if any(ends_with(sentence.lower, start, where, sentence.language) for where in ("before", "leaning")):
        return True
    if start == found.first or start == 0 or sentence.lower[start - 1] not in _IN:
        return bool(ends_with(sentence.lower, start, "before", sentence.language))
    if _wrote(sentence, found):
        return True
    if found.first < found.noun:
        return False
    strong = sentence.lower[found.noun] not in ("décision", "decision", "order", "opinion", "avis")
    return strong or any(word in _COURTS for word in sentence.lower)


def _lead(discourse: Discourse) -> int:
    """The number of the first paragraph behind the lead: a verdict named before it is the news itself."""
    page = discourse.page
    long = [number for number, span in enumerate(page.paragraphs) if span.end - span.start >= PARAGRAPH]
    return long[0] + LEAD if long else LEAD


def _is_verdict_noun(sentence: Sentence, noun: int) -> bool:
    language = sentence.language
    document = starts_with(sentence.lower, noun, "document", language)
    return document is None and starts_with(sentence.lower, noun, "verdict", language) is not None


def _wrote(sentence: Sentence, found: Document) -> bool:
    """“she wrote in the order”."""
    start = found.start
    wrote = any(says(group, sentence.language) and group.last + 2 == start for group in sentence.groups)
    return wrote and sentence.lower[start - 1] in _IN


def _is_found(sentence: Sentence, found: Document) -> bool:
    """« un courriel que nous avons pu lire », “emails obtained by”: somebody brought it to light."""
    after = sentence.lower[found.last + 1 : found.last + 1 + LIGHT_REACH]
    after = after[2:] if after[:1] == ["to"] else after
    brought = known_words("brought", sentence.language)
    if any(word in brought and agrees(sentence, found, word) for word in after[:2]) or (
        sentence.lower[found.last] in brought
    ):
        return not any(group.first > found.last and group.last <= found.last + 3 and group.finite
                       for group in sentence.groups if sentence.lower[group.last] in brought)  # fmt: skip
    relatives = ("dont", "que", "qu'", "auquel", "auxquels")
    opened = next((place for place, word in enumerate(after[:5]) if word in relatives), None)
    seen = known_words("seen", sentence.language)
    return opened is not None and any(word in seen for word in after[opened:])


def _published(sentence: Sentence, found: Document) -> bool:
    """« publie un rapport »: what an actor brings out for the first time."""
    exclusive = known_words("exclusive", sentence.language)
    hidden = any(word in exclusive for word in sentence.lower[found.first : found.last + 1])
    if not hidden and starts_with(sentence.lower, found.noun, "study", sentence.language) is None:
        return False
    if is_definite(sentence, found) or found.start == found.first or any(word in _HABITS for word in sentence.lower):
        return False
    verbs = {word for words in expressions("publish", sentence.language) for word in words}
    return any(
        group.lemma in verbs
        and not (group.passive or group.negated or group.governor or group.tense is Tense.CONDITIONAL)
        and not (group.last > group.first and sentence.lower[group.first] in ("must", "should", "doit", "doivent"))
        for group in sentence.groups
        if group.last < found.start <= group.last + 4
    )


def _says(sentence: Sentence, found: Document) -> bool:
    """Whether the document is the subject of a verb that tells what it holds."""
    language = sentence.language
    telling = credit_verbs(language) - known_words("people", language) - {"avancer"}
    new = found.start < found.first and sentence.lower[found.start] in words_of("indefinite", sentence.language)
    study = starts_with(sentence.lower, found.noun, "study", sentence.language) is not None
    new = study and (new or found.maker is not None) and not is_of_a_sort(sentence, found)
    if belongs(sentence, found):
        return False
    for group in sentence.groups:
        if not group.finite or group.passive or group.tense is Tense.FUTURE or is_reflexive(sentence, group):
            continue
        if (
            group.last + 1 == found.start
            and group.lemma in telling - known_words("handling", language)
            and _closes(sentence, group)
        ):
            return True
        if group.last < found.noun:
            continue
        if group.lemma in telling or (new and group.lemma not in known_words("copula", sentence.language)):
            phrase = subject(sentence, group)
            if group.lemma in telling and _follows(sentence, found, group):
                return True
            if phrase and phrase.first <= found.noun <= phrase.last and found.first - phrase.first <= found.reach:
                return True
    return False


def _closes(sentence: Sentence, group: VerbGroup) -> bool:
    """« ..., estime une étude », « ce que suggère un courriel »: the verb stands before its subject."""
    before = sentence.lower[group.first - 1] if group.first else ""
    return before in (",", "que", "qu'", "comme", "l'", "«»", "as")


def _follows(sentence: Sentence, found: Document, group: VerbGroup) -> bool:
    """Whether the verb comes right behind the document, or behind « filed in court on Friday »."""
    if group.first == found.last + 1:
        return True
    aside = sentence.lower[found.last + 1] == "," and sentence.lower[group.first - 1] == ","
    if aside and not any(found.last < one.first < group.first and one.finite for one in sentence.groups):
        return sentence.lower[found.last + 2] in known_words("made", sentence.language) | _HANDED
    between = [one for one in sentence.groups if found.last < one.first < group.first]
    return (
        len(between) == 1
        and between[0].first == found.last + 1
        and between[0].lemma in ("file", "publish", "obtain", "release", "submit", "leak")
        and not any(word in (",", ";", ":") for word in sentence.lower[found.last : group.first])
    )
