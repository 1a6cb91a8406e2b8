"""What bodies and products do, or have done to them: « X va supprimer 400 postes », "the regulator fined X"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.grammar.conjugation import (
    ENGLISH_SLOTS,
    FINITE,
    FRENCH_SLOTS,
    Tense,
    english_paradigm,
    english_stem,
    french_paradigm,
    french_stem,
)
from aipolicy_index.facts.grammar.lexicon import Reading, VerbForms
from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.phrases import Phrases
from aipolicy_index.facts.names.tables import rows, words
from aipolicy_index.facts.names.trimming import Run
from aipolicy_index.facts.names.verbs import is_subject_of
from aipolicy_index.facts.names.vocabulary import Clue
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_GOVERNED = (Tense.INFINITIVE, Tense.PARTICIPLE, Tense.GERUND)
LONGEST_CHAIN = 5
"""Verbs and auxiliaries that one predicate may have: « pourrait devoir être vendue »."""
WITHIN = 9
"""Words behind a verb within which its object is sought."""
ANY = "*"
"""Stands for every verb."""
LEFT_TO_TAGGER = 2.5
"""By how much a deed weighs less of two words that may be a person's, of which the tagger is to have its say."""
STRONG = 5.0
"""Weight of what no person does."""


class Deed(NamedTuple):
    """What a verb says of a name: in which voice, with which object behind the verb (any, where there is none)."""

    voice: str
    clue: Clue
    objects: Phrases[None] | None


class Predicate(NamedTuple):
    """The verb of a subject behind its auxiliaries, and where it stands."""

    place: int
    lemmas: tuple[str, ...]
    passive: bool
    plural: bool


def deeds(scan: Scan, run: Run, predicate: Predicate | None) -> Iterator[Clue]:
    """The clues of the verb of which the name is the subject or the object, the strongest alone."""
    if not may_be_thing(scan, run):
        return
    found = [*_as_subject(scan, run, predicate), *_as_object(scan, run)]
    if found:
        best = max(found, key=lambda clue: clue.weight)
        person = _may_be_person(scan, run)
        asked = person and scan.page.language == "fr"
        yield best._replace(weight=best.weight - LEFT_TO_TAGGER) if asked else best
        if not person:
            yield Clue(FactKind.PERSON, -3.0 if best.weight >= STRONG else -1.5, "deed of things")


def _may_be_person(scan: Scan, run: Run) -> bool:
    """Whether the name is two plain words, of which the first may be a first name that no list has."""
    if run.end != run.first + 2 or run.full_end > run.end:
        return False
    return all(word.text.istitle() and not word.hyphen for word in scan.words[run.first : run.end])


def may_be_thing(scan: Scan, run: Run) -> bool:
    """Whether the name has neither a title nor a first name, and is no family: "the Lindgrens"."""
    first = scan.folded[run.first]
    if run.civility is not None or first in vocabulary.first_names():
        return False
    return not (first.endswith("s") and first[:-1] in scan.last_names)


def predicate_of(scan: Scan, run: Run) -> Predicate | None:
    """The verb of which the name is the subject, alone or with a partner: « X va supprimer », « X et Y ont signé »."""
    if not scan.same_line(run.first, run.full_end) or not scan.words[run.full_end].text.islower():
        return None
    if not is_subject(scan, run):
        return None
    found = predicate_at(scan, run.full_end)
    if found is not None:
        return None if found.plural and run.initial and run.end == run.first + 1 else found
    if (partner := _past_partner(scan, run.full_end)) is not None:
        return predicate_at(scan, partner)
    return Predicate(run.full_end, (), False, False) if is_subject_of(scan, run.full_end) else None


def _as_subject(scan: Scan, run: Run, predicate: Predicate | None) -> Iterator[Clue]:
    if predicate is not None:
        voice = "passive" if predicate.passive else "active"
        yield from _clues(scan, predicate.lemmas, voice, predicate.place + 1)
        yield from _clues(scan, (ANY,), "active", run.full_end + 1)


def _past_partner(scan: Scan, place: int) -> int | None:
    """Behind « et Y » in « X et Y ont signé »: where the verb of both stands."""
    if not scan.same_line(place - 1, place + 2) or scan.folded[place] not in ("et", "and"):
        return None
    end = place + 1 + (scan.folded[place + 1] in words("names/grammar_words.txt", "articles"))
    first = end
    while scan.same_line(place, end) and scan.words[end].kind == "word" and scan.words[end].text[0].isupper():
        end += 1
    return end if end > first and scan.same_line(place, end) else None


def _as_object(scan: Scan, run: Run) -> Iterator[Clue]:
    """« a sanctionné X », « poursuit X en justice »."""
    verb = run.first - 1 - (scan.folded[run.first - 1] in ("la", "le", "l'", "the") if run.first else 0)
    if not scan.same_line(verb - 1, run.first) or not scan.words[verb].text.islower():
        return
    if _follows_quote(scan, verb):
        return
    determined = scan.folded[verb - 1] in words("names/grammar_words.txt", "determiners")
    if determined and not (scan.folded[verb - 1] == "a" and scan.page.language == "fr"):
        return
    lemmas = tuple(one.lemma for one in verb_forms(scan.page.language).get(scan.words[verb].text.lower()))
    yield from _clues(scan, lemmas, "object", run.full_end)


def _follows_quote(scan: Scan, verb: int) -> bool:
    """« …, a lancé X »: a mark right before the verb makes a speaker of the name behind it."""
    auxiliary = scan.words[verb - 1].kind == "word" and scan.folded[verb - 1] in ("a", "ont", "avait", "has", "had")
    before = verb - 1 - auxiliary
    return not scan.same_line(before, verb) or scan.words[before].kind == "mark"


def _clues(scan: Scan, lemmas: tuple[str, ...], voice: str, behind: int) -> Iterator[Clue]:
    table = _deeds(scan.page.language)
    for lemma in lemmas:
        for deed in table.get(lemma, ()):
            if deed.voice == voice and (deed.objects is None or _has(scan, behind, deed.objects)):
                yield deed.clue


def _has(scan: Scan, first: int, objects: Phrases[None]) -> bool:
    """Whether one of the objects stands in the clause that goes on here."""
    for place in range(first, first + WITHIN):
        if not scan.same_line(first - 1, place) or scan.words[place].text in (".", ";", ":", "»", "”", "!", "?"):
            return False
        if objects.at(scan.folded, place) or ("#" in objects.keys and scan.words[place].text[0].isdigit()):
            return True
        if scan.folded[place] in ("qui", "que", "qu'", "who", "that"):
            return False
    return False


def is_subject(scan: Scan, run: Run) -> bool:
    """Whether the name stands where a subject does: it opens the sentence, or a mark or « que » stands before it."""
    before = run.first - 1
    form = scan.folded[run.first]
    if run.initial and run.end == run.first + 1 and _is_common(scan, form):
        return False
    if run.initial or not scan.same_line(before, run.first):
        return True
    if scan.words[before].kind == "mark":
        return scan.words[before].text not in ("(", "/")
    fitting = words("names/governing_verbs.txt", "before subject")
    if scan.folded[before] in words("names/grammar_words.txt", "articles"):
        outer = before - 1
        prepositions = words("names/grammar_words.txt", "prepositions")
        return not (scan.same_line(outer, run.first) and scan.folded[outer] in prepositions)
    return scan.folded[before] in fitting or scan.folded[before] in vocabulary.calendar_words()


def _is_common(scan: Scan, form: str) -> bool:
    """Whether the word that opens the sentence is a noun, or stands elsewhere in lower case.

    A French infinitive and an English plural are one too, unless the word has its capital inside a sentence.
    """
    indefinite = words("names/governing_verbs.txt", "indefinite")
    if form in indefinite or vocabulary.nouns(scan.page.language, backwards=False).at((form,), 0):
        return True
    places = scan.places_of(frozenset((form,)))
    if any(scan.words[place].text.islower() for place in places):
        return True
    endings = words("names/governing_verbs.txt", f"endings {scan.page.language}")
    return form.endswith(tuple(endings)) and all(scan.words[place].initial for place in places)


def predicate_at(scan: Scan, place: int) -> Predicate | None:
    """The verb whose group begins here, auxiliaries and governing verbs read past."""
    first, last_governor = True, ""
    plural = False
    for _ in range(LONGEST_CHAIN):
        place = past_small(scan, place)
        if not scan.same_line(place - 1, place):
            return None
        readings = _readings(scan, place, first=first)
        if not readings and not _is_modal(scan, place):
            return None
        following = _governed(scan, place, readings)
        if following is None:
            lemmas = tuple(dict.fromkeys(one.lemma for one in readings))
            participle = any(one.tense is Tense.PARTICIPLE for one in readings)
            return Predicate(place, lemmas, not first and participle and last_governor in ("être", "be"), plural)
        last_governor = readings[0].lemma if readings else ""
        plural = plural or (first and bool(readings) and all(one.plural for one in readings))
        place, first = following, False
    return None


def _readings(scan: Scan, place: int, *, first: bool) -> tuple[Reading, ...]:
    word = scan.words[place]
    if word.kind != "word" or not word.text.islower():
        return ()
    found = verb_forms(scan.page.language).get(word.text)
    return tuple(one for one in found if (one.tense in FINITE if first else one.tense in _GOVERNED))


def _is_modal(scan: Scan, place: int) -> bool:
    return scan.page.language == "en" and scan.folded[place] in words("names/governing_verbs.txt", "modals")


def _governed(scan: Scan, place: int, readings: tuple[Reading, ...]) -> int | None:
    """Where the verb stands that this one governs; None where it governs none."""
    governing = words("names/governing_verbs.txt", scan.page.language)
    if not _is_modal(scan, place) and not any(one.lemma in governing for one in readings):
        return None
    here = past_small(scan, place + 1)
    if scan.same_line(place, here) and scan.folded[here] in words("names/governing_verbs.txt", "links"):
        here = past_small(scan, here + 1)
    return here if scan.same_line(place, here) and _readings(scan, here, first=False) else None


def past_small(scan: Scan, place: int) -> int:
    """The first word from here on that is no clitic, negation or adverb."""
    between = words("names/governing_verbs.txt", "between")
    while scan.same_line(place, place + 1) and (
        scan.folded[place] in between or (scan.folded[place].endswith(("ment", "ly")) and len(scan.folded[place]) > 5)
    ):
        place += 1
    return place


@cache
def verb_forms(language: str) -> VerbForms:
    """The forms of the verbs that the deeds and what governs them have."""
    lemmas = {*_deeds(language), *words("names/governing_verbs.txt", language, f"copulas {language}")}
    stem_of, paradigm, slots = (
        (french_stem, french_paradigm, FRENCH_SLOTS)
        if language == "fr"
        else (english_stem, english_paradigm, ENGLISH_SLOTS)
    )
    by_stem: defaultdict[str, list[str]] = defaultdict(list)
    for lemma in lemmas:
        by_stem[stem_of(lemma)].append(lemma)
    return VerbForms(by_stem, cache(paradigm), slots)


@cache
def _deeds(language: str) -> dict[str, tuple[Deed, ...]]:
    """Infinitive -> what it says of its subject or object."""
    found: defaultdict[str, list[Deed]] = defaultdict(list)
    for of, kind, voice, weight, verbs, objects in rows("names/deeds.tsv", 6):
        if of == language:
            clue = Clue(FactKind(kind), float(weight), f"{kind} deed")
            wanted = Phrases([(one, None) for one in objects.split("|")]) if objects else None
            for verb in verbs.split("|"):
                found[verb].append(Deed(voice, clue, wanted))
    return {verb: tuple(several) for verb, several in found.items()}
