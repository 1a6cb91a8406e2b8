"""What an article tells beside its news: concessions, means, what has long been so, what something gives away."""

from __future__ import annotations

from aipolicy_index.facts.actions.candidates import Candidate
from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.subjects import subject

BACKGROUND = 3.0
"""What such a clause takes from the weight of an action (chosen on the development half of the gold set)."""
CLAUSE = 14
"""How many words a clause may have before its verb."""
OPENING = 6
"""Within how many words a sentence says for how long something has been so."""
_STILL = frozenset((Tense.PRESENT, Tense.IMPERFECT))
_ONGOING = _STILL | {Tense.SUBJUNCTIVE}


def background(sentence: Sentence, candidate: Candidate) -> float:
    """What telling the background takes from the weight of an action; 0 for the news itself."""
    aside = (
        _concedes(sentence, candidate)
        or _opens_by(sentence, candidate)
        or _has_long_been(sentence, candidate)
        or _gives_away(sentence, candidate)
    )
    return BACKGROUND if aside else 0.0


def _concedes(sentence: Sentence, candidate: Candidate) -> bool:
    """« Alors que la Chine investit, », “although it bans”: what goes on; what was done stays a deed."""
    first, tense = candidate.group.first, candidate.group.tense
    if tense not in _ONGOING or (tense is Tense.SUBJUNCTIVE and candidate.group.last > first):
        return False
    for index in range(first - 1, max(-1, first - 1 - CLAUSE), -1):
        word = sentence.lower[index]
        if word in (",", ";", ":", "—", "–", ")"):
            return False
        following = sentence.lower[index + 1]
        opens = index == 0 and word in words_of("contrasting", sentence.language)
        if opens or word in words_of("conceding", sentence.language):
            return sentence.language == "en" or word == "quoique" or following in ("que", "qu'")
    return False


def _opens_by(sentence: Sentence, candidate: Candidate) -> bool:
    """« En permettant cela, Meta entend », “By allowing this, Meta hopes”: the means of what the sentence tells."""
    by = "en" if sentence.language == "fr" else "by"
    return sentence.lower[0] == by and candidate.group.first <= 1 and candidate.group.tense is Tense.GERUND


def _has_long_been(sentence: Sentence, candidate: Candidate) -> bool:
    """« Depuis des décennies, l'entreprise met en place », “For years, it has been”."""
    opening = sentence.lower[:OPENING]
    since = opening[0] == ("depuis" if sentence.language == "fr" else "for") and "," in opening
    long = since and any(word in words_of("ages", sentence.language) for word in opening[: opening.index(",")])
    return long and candidate.group.tense in _STILL


def _gives_away(sentence: Sentence, candidate: Candidate) -> bool:
    """« ce qu'elle révèle de », “what it reveals about”: an analysis, nobody's announcement."""
    group = candidate.group
    if group.tense is not Tense.PRESENT:
        return False
    phrase = subject(sentence, group)
    at = phrase.first - 1 if phrase and phrase.last < group.first else 0
    if sentence.language == "en":
        return at >= 1 and sentence.lower[at] == "what"
    return at >= 1 and sentence.lower[at] in ("que", "qu'") and sentence.lower[at - 1] == "ce"
