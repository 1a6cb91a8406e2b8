"""How a sentence credits a name: it was told something, printed something, found something out, made the work."""

from __future__ import annotations

from aipolicy_index.facts.grammar.function_words import is_adverb, words_of
from aipolicy_index.facts.grammar.lexicon import saying
from aipolicy_index.facts.grammar.sentences import QUOTED, Sentence
from aipolicy_index.facts.grammar.subjects import subject
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.facts.sources.candidates import Candidate
from aipolicy_index.facts.sources.cues import credit_verbs, ends_with, expressions, known_words

TOLD_REACH = 9
"""Within how many words behind a verb of saying a medium is told something."""
STAFF_REACH = 4
"""Within how many words before a medium its staff is named: « l'ancien journaliste au Monde »."""
_RELAYING = frozenset("relayer consulter obtenir dévoiler révéler publier analyser reproduire rapporter".split())
_BREAKING = {"fr": frozenset(("rapporter", "révéler", "relater", "dévoiler")),
             "en": frozenset(("report", "reveal"))}  # fmt: skip
"""Verbs that credit a name of which nothing else tells that it is a medium."""
_GUESTS = frozenset(("invité", "invitée", "invités", "interrogé", "interrogée", "micro", "interviewé", "interviewée"))
_TALKS = frozenset(("entretien", "interview", "tribune", "interviews"))
_INTO = frozenset(
    ("for", "pour", "de", "du", "d'", "des", "par", "dans", "by", "in", "from", "of", "à", "au", "aux", "with", "sur")
)
_BEFORE_INVERSION = frozenset((",", "comme", "l'", "as", "que", "qu'", QUOTED))
_PRESS = frozenset(("médias", "journaux", "titres", "outlets", "media", "newspapers"))
_LINKS = frozenset("de du des d' la le les l' au aux à chez at for of the from with spécial".split())
"""What may stand between somebody and the medium that they work for."""
HANGING = frozenset(("for", "by", "pour", "par"))
"""Behind these a name hangs on another: “a poll by X for Y”."""
_SAID = frozenset(("remarks", "comments", "propos", "déclarations", "claim", "claims"))
_LISTING = frozenset(("dont", "comme", "including"))


def by_participle(sentence: Sentence, start: int) -> bool:
    """« révélé vendredi par X », “first published last week by X”."""
    if start < 2 or sentence.lower[start - 1] not in ("par", "by"):
        return False
    participles = {words[0] for words in expressions("before", sentence.language) if words[-1] in ("par", "by")}
    near = sentence.lower[max(0, start - 5) : start - 1]
    if "," in near:
        near = near[len(near) - near[::-1].index(",") :]
    return any(word in participles for word in near)


def is_told(sentence: Sentence, one: Candidate) -> bool:
    """“she told Nordlys”: behind a quotation, somebody of whom nothing is known and nothing else is said."""
    single = one.entity is not None and len(one.entity.mentions) == 1 and one.category is None
    told = ends_with(sentence.lower, one.start, "before", sentence.language) == ("told",)
    return told and single and bool(sentence.quotes) and QUOTED in sentence.lower[: one.first]


def breaks(sentence: Sentence, one: Candidate) -> bool:
    """« Le contrat est signé, a révélé Nordlys »: an unknown name behind the verb that breaks the news."""
    if one.category or (one.entity and len(one.entity.mentions) > 1):
        return False
    if sentence.lower[one.start - 1 : one.start] in (["que"], ["qu'"], ["dont"]):
        return one.titled is False and any(
            group.lemma in _RELAYING and 0 < group.first - one.last < 3 for group in sentence.groups
        )
    beside = (group for group in sentence.groups if one.start - 1 == group.last or group.first == one.last + 1)
    group = next(beside, None)
    if group is None or group.lemma not in _BREAKING[sentence.language] or group.passive or not group.finite:
        return False
    if group.first > one.last:
        aside = one.start > 0 and sentence.lower[one.start - 1] == ","
        return aside and sentence.lower[group.last + 1 : group.last + 2] in ([","], ["."])
    return group.first > 0 and sentence.lower[group.first - 1] in (",", "comme", "l'", "as", QUOTED)


def is_staff(sentence: Sentence, one: Candidate) -> bool:
    """Whether the medium only tells where somebody works: « journaliste au Monde »."""
    staff = known_words("staff", sentence.language)
    at = one.start - 1
    while at > one.start - STAFF_REACH and at > 0 and sentence.lower[at] in _LINKS:
        at -= 1
    behind = sentence.lower[one.last + 1 : one.last + 2]
    return (at >= 0 and sentence.lower[at] in staff) or (
        sentence.language == "en" and bool(behind) and behind[0] in staff
    )


def by_staff(sentence: Sentence, one: Candidate) -> bool:
    """« selon un photographe de l'AFP »: what its people saw."""
    before = " ".join(sentence.lower[max(0, one.start - 6) : one.start])
    return any(cue in before for cue in ("selon un", "selon une", "d' après un", "according to a", "constaté un"))


def told_to(sentence: Sentence, start: int) -> bool:
    """« a confié X à l'AFP », « assuré à Reuters », « dans un entretien au Monde », « dit sur RTL »."""
    if ends_with(sentence.lower, start, "says", sentence.language) is None:
        return False
    if start < len(sentence.words) and sentence.lower[start:][:4].count(QUOTED) and sentence.lower[start - 1] != "à":
        return True
    if any(word in _TALKS for word in sentence.lower[max(0, start - 5) : start]):
        return True
    near = [group for group in sentence.groups if group.last < start <= group.last + TOLD_REACH]
    return any(says(group, sentence.language) for group in near)


def says(group: VerbGroup, language: str) -> bool:
    """Whether the verb reports what somebody says."""
    return group.lemma in saying(language)["say"]


def on_air(sentence: Sentence, one: Candidate) -> bool:
    """« Invitée vendredi de France Inter », « Sur RTL, il a dit », “Speaking on the BBC's Today programme”."""
    before = sentence.lower[max(0, one.start - 6) : one.start]
    if not before or before[-1] not in (*_INTO, "on"):
        return False
    if any(word in _GUESTS for word in before):
        return True
    near = known_words("on_air", sentence.language)
    if any(word in near for word in before[-4:-1]) and before[-1] in ("de", "du", "d'", "des", "of"):
        return True
    if before[-1] in ("sur", "on") and any(word in _SAID for word in before):
        return True
    opens = one.start <= 3 or "speaking" in before or "," in before[:-1][-3:]
    return opens and before[-1] in ("sur", "on", "in", "dans", "à", "au") and tells(sentence)


def tells(sentence: Sentence) -> bool:
    """Whether the sentence reports what somebody says."""
    return bool(sentence.quotes) or any(says(group, sentence.language) for group in sentence.groups)


def printed_in(sentence: Sentence, start: int) -> bool:
    """« parue le 3 septembre dans The Lancet », “published last week in Nature”."""
    if start == 0 or sentence.lower[start - 1] not in ("dans", "in", "par", "sur", "au", "aux", "on", "by"):
        return False
    appeared = known_words("appeared", sentence.language)
    return any(word in appeared for word in sentence.lower[max(0, start - 7) : start - 1])


def is_author(sentence: Sentence, one: Candidate) -> bool:
    """« une enquête de l'Associated Press », “a report in The Ledger”, “a Bloomberg story”."""
    works = _behind_work(sentence, one.start)
    following = sentence.lower[one.last + 1 : one.last + 4]
    if following[:1] == ["'s"]:
        following = following[1:]
    behind = sentence.language == "en" and any(word in known_words("work", "en") for word in following[:2])
    return works or behind


def _behind_work(sentence: Sentence, start: int) -> bool:
    """« une enquête exclusive de » right before a word."""
    if start == 0 or sentence.lower[start - 1] not in _INTO:
        return False
    ends = [start - 1, start - 2] if start > 2 else [start - 1]
    return any(ends_with(sentence.lower, end, "work", sentence.language) is not None for end in ends)


def reports(sentence: Sentence, one: Candidate) -> bool:
    """Whether the medium is the subject of a verb that tells what it found; of an unknown title only of few."""
    if "/" in (*sentence.lower[max(0, one.first - 1) : one.first], *sentence.lower[one.last + 1 : one.last + 2]):
        return False
    verbs = credit_verbs(sentence.language) if one.medium else _BREAKING[sentence.language]
    for group in sentence.groups:
        if group.lemma in verbs and not group.passive and (one.medium or group.finite):
            phrase = subject(sentence, group)
            if phrase and phrase.first <= one.first and one.last <= phrase.last and heads(sentence, phrase.first, one):
                return True
    return False


def heads(sentence: Sentence, first: int, one: Candidate) -> bool:
    """Whether the name itself is the subject, not what hangs on it: « le patron du Monde » is not Le Monde."""
    between = sentence.lower[first : one.start]
    return not any(word in HANGING or word in words_of("of", sentence.language) for word in between)


def brought_to_light(sentence: Sentence, one: Candidate) -> bool:
    """« dont Contexte a dévoilé », « que Ouest-France a pu consulter », « comme l'a révélé Next »."""
    verbs = credit_verbs(sentence.language)
    before = sentence.lower[one.start - 1] if one.start else ""
    hangs = before in HANGING or before == "/" or before in words_of("of", sentence.language)
    for group in sentence.groups:
        if group.lemma not in verbs:
            continue
        if not hangs and 0 < group.first - one.last <= 4 and _only_small(sentence, one.last + 1, group.first):
            return not group.passive
        if group.last + 1 == one.start and group.finite and not group.passive:
            return group.first > 0 and sentence.lower[group.first - 1] in _BEFORE_INVERSION
    return _has_learned(sentence, one)


def _only_small(sentence: Sentence, first: int, end: int) -> bool:
    """Whether only auxiliaries, clitics and adverbs stand between a name and its verb."""
    aside = {"a", "ont", "avait", "pu", "se", "s'", "est", "l'", "en", "y", "croit", "dit", "has", "had", "have", "was",
             "first", "the", "to", "'s"}  # fmt: skip
    return all(
        word in aside or is_adverb(word, sentence.language) for word in sentence.lower[first:end] if word != QUOTED
    )


def _has_learned(sentence: Sentence, one: Candidate) -> bool:
    """« Le Parisien a eu connaissance de », « croit savoir X », « s'est procuré », “was the first to report”."""
    aside = 2 if sentence.lower[one.last + 1 : one.last + 3] in ([",", "qui"], [",", "which"], [",", "who"]) else 0
    text = " ".join(sentence.lower[one.last + 1 + aside : one.last + 8 + aside])
    before = " ".join(sentence.lower[max(0, one.start - 5) : one.start])
    phrases = _phrases("learned_of", sentence.language)
    return any(text.startswith(phrase) or before.endswith(phrase) for phrase in phrases)


def _phrases(where: str, language: str) -> tuple[str, ...]:
    """The expressions of one sort, each as one string."""
    return tuple(" ".join(words) for words in expressions(where, language))


def listed(sentence: Sentence, one: Candidate) -> bool:
    """« Plusieurs médias, dont Der Spiegel, ont fait état de »."""
    behind = one.start > 0 and sentence.lower[one.start - 1] in _LISTING
    return behind and any(word in _PRESS for word in sentence.lower[: one.start])
