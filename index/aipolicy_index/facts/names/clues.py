"""All that speaks for the kind of a capitalised name at one place."""

from __future__ import annotations

from collections.abc import Iterator

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.behind import clues_behind
from aipolicy_index.facts.names.beside import (
    Apposition,
    apposition_before,
    before_quote,
    is_adjective,
    is_gap_word,
    noun_before_comma,
    opens_phrase,
    role_before,
)
from aipolicy_index.facts.names.complements import role_with_complement
from aipolicy_index.facts.names.deeds import deeds, predicate_of
from aipolicy_index.facts.names.defining import defined, owning
from aipolicy_index.facts.names.employers import is_owned
from aipolicy_index.facts.names.lexicon import index
from aipolicy_index.facts.names.name_forms import clues_inside
from aipolicy_index.facts.names.nationalities import adjectives
from aipolicy_index.facts.names.noun_phrases import matters
from aipolicy_index.facts.names.openings import opening
from aipolicy_index.facts.names.resumed import listed, resumed
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.trimming import Run
from aipolicy_index.facts.names.verbs import is_subject_of
from aipolicy_index.facts.names.vocabulary import Clue, Noun
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

TELLING = 7
"""Weight of a noun that is never said of a person."""
SITED = 9
"""Weight of the noun of a building, whose name may be a person's: « le pavillon Carlos Lopes »."""
FAR = 9
"""Words back within which a role may govern the name."""
_TOWN = frozenset(("de", "d'", "from", "of"))
WORK_WITHIN = 5
"""Words back within which « enseigne » governs the name."""
CALLED = 5.0
"""Weight from which a context is one of « baptisé »; others need no noun."""
UNCALLED = 2.5
"""Weight of « baptisé » where nothing before it says that a product is."""
LONGEST_PARTY = 5
"""Letters of an acronym that, behind a role, is a party: « le député LR »."""


def clues(scan: Scan, run: Run) -> Iterator[Clue]:
    """The clues of the name's form, of the words before it and of those behind it."""
    yield from clues_inside(scan, run)
    if _is_no_name(scan, run) or _is_slug(scan, run):
        yield from (Clue(kind, -20, "street or feast") for kind in FactKind)
        return
    before = before_quote(scan, run.first - 1)
    if scan.same_line(before, run.first):
        yield from _of_contexts(scan, run, before)
        if scan.folded[before] in ("a", "au", "to") and _is_given(scan, before):
            yield Clue(FactKind.ORGANISATION, 3.5, "organisation given")
        yield from _of_noun_or_role(scan, run, before)
        if _is_maker(scan, before):
            yield Clue(FactKind.ORGANISATION, 2, "organisation maker")
        if scan.folded[before] in words("names/grammar_words.txt", "cases"):
            yield Clue(FactKind.PERSON, -5, "case")
            yield Clue(FactKind.ORGANISATION, -5, "case")
            yield Clue(FactKind.PRODUCT, -5, "case")
        if _is_institution(scan, run, before):
            yield Clue(FactKind.ORGANISATION, 1.5, "organisation article")
        if scan.folded[before] == "at" and scan.words[before].initial and run.end == run.first + 1:
            yield Clue(FactKind.ORGANISATION, 2.5, "organisation at")
        if scan.page.language == "en" and _is_somewhere(scan, run, before):
            yield Clue(FactKind.PLACE, 2, "place in")
        if scan.folded[before] in words("names/grammar_words.txt", f"of {scan.page.language}"):
            far = scan.folded[run.first] not in matters()
            yield from _governed(scan, before - 1) or (_governed_from_afar(scan, before - 1) if far else ())
        elif scan.folded[before] in ("a", "au", "chez", "at") and _is_work(scan, before - 1):
            yield Clue(FactKind.ORGANISATION, 4, "organisation of work")
        elif scan.folded[before] in ("a", "au", "chez", "at") and _is_role(scan, before - 1):
            yield Clue(FactKind.ORGANISATION, 3, "organisation of worker")
        elif scan.folded[before] in ("la", "l'") and scan.folded[before - 1] in ("de", "d'"):
            yield from _governed(scan, before - 2) if _is_institution(scan, run, before) else _matter(scan, before - 2)
        elif scan.page.language == "en" and scan.folded[before] == "the" and _is_of(scan, before - 1):
            yield from _governed(scan, before - 2)
    yield from opening(scan, run)
    yield from listed(scan, run)
    yield from resumed(scan, run)
    yield from clues_behind(scan, run)
    predicate = predicate_of(scan, run)
    yield from defined(scan, run, predicate)
    yield from owning(scan, run)
    yield from deeds(scan, run, predicate)


def _is_no_name(scan: Scan, run: Run) -> bool:
    """« rue du Mistral », « place de la République », « d'ici la Saint-Jean »."""
    if scan.page.language != "fr":
        return False
    place = run.first - 1
    if scan.same_line(place, run.first) and scan.folded[place] == "la" and scan.folded[run.first] == "saint":
        return True
    while scan.same_line(place, run.first) and scan.folded[place] in ("de", "d'", "du", "des", "la", "le", "les", "l'"):
        place -= 1
    streets = words("names/grammar_words.txt", "streets")
    return scan.same_line(place, run.first) and scan.folded[place] in streets


def _is_given(scan: Scan, before: int) -> bool:
    """« a notifié des griefs à X », "handed the contract to X": what is given goes to somebody, to no place."""
    given = words("names/grammar_words.txt", "given")
    for place in range(before - 1, before - FAR, -1):
        if not scan.same_line(place, before) or scan.words[place].kind == "mark":
            return False
        if scan.folded[place] in given:
            return True
    return False


def _is_slug(scan: Scan, run: Run) -> bool:
    """ "LUXEMBOURG WATCH: Training a model …": capitals and a colon that open a paragraph are its heading."""
    colon = run.full_end
    if run.end < run.first + 2 or not scan.same_line(run.first, colon) or scan.words[colon].text != ":":
        return False
    opens = not scan.same_line(run.first - 1, run.first) or not scan.words[run.first - 1].text.isalnum()
    return opens and all(scan.words[place].text.isupper() for place in range(run.first, run.end))


def _is_of(scan: Scan, place: int) -> bool:
    """ "a reporter at the X", "engineers of the X"."""
    return scan.same_line(place, place + 1) and scan.folded[place] in words("names/grammar_words.txt", "of en")


def _is_maker(scan: Scan, before: int) -> bool:
    """« publié mardi par X », « conçu à Lyon par X »: who made it, with a few words between."""
    if scan.folded[before] not in ("par", "by"):
        return False
    made = words("names/grammar_words.txt", "made")
    return any(scan.same_line(here, before) and scan.folded[here] in made for here in range(before - 4, before))


def _of_contexts(scan: Scan, run: Run, before: int) -> Iterator[Clue]:
    for phrases in vocabulary.contexts_by(scan.folded[before], scan.page.language, "before"):
        if found := phrases.at(scan.folded, before):
            clue = found[1]
            if clue.kind is FactKind.PRODUCT and clue.weight >= CALLED and not _calls_product(scan, run, before):
                called = _calls_body(scan, before)
                yield (
                    Clue(FactKind.ORGANISATION, 5, "organisation called so")
                    if called
                    else clue._replace(weight=UNCALLED)
                )
            elif clue.kind is FactKind.PERSON and _is_called(scan, run, before):
                yield Clue(FactKind.PRODUCT, 6, "product called so")
            elif clue.kind is not FactKind.PLACE or not _is_idiom(scan, before):
                yield clue


def _is_somewhere(scan: Scan, run: Run, before: int) -> bool:
    """ "in Duluth the morning ...": « in », one plain capital word, and no noun behind it."""
    word = scan.words[run.first]
    if scan.folded[before] != "in" or run.full_end > run.first + 1 or not word.text[1:].islower():
        return False
    if not scan.same_line(before - 1, run.first) or scan.folded[before - 1] in words("names/grammar_words.txt", "into"):
        return False
    if word.folded in index():
        return False
    after = scan.words[run.end] if scan.same_line(run.first, run.end) else None
    if after is None or after.kind == "mark" or after.folded in vocabulary.function_words():
        return True
    return is_subject_of(scan, run.end)


def _is_work(scan: Scan, place: int) -> bool:
    """« enseigne le droit à X », "teaches law at X"."""
    works = words("names/role_words.txt", "works")
    for here in range(place, place - WORK_WITHIN, -1):
        if not scan.same_line(here, place) or scan.words[here].kind == "mark":
            return False
        if scan.folded[here] in works:
            return scan.folded[here] not in ("travaille", "travaillait", "worked", "works", "served", "sat", "sits")
    return False


def _is_role(scan: Scan, place: int) -> bool:
    """« chercheuse à X », "engineer at X"."""
    if not scan.same_line(place, place + 1):
        return False
    return vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, place) is not None


def _is_institution(scan: Scan, run: Run, before: int) -> bool:
    """« la Drees », « l'Inserm »: in French one word with an article, unless it is what a minister is of."""
    form = scan.folded[run.first]
    articles = ("la", "l'", "le", "du", "au") if scan.words[run.first].text.isupper() else ("la", "l'", "le")
    if scan.page.language != "fr" or run.end > run.first + 1 or scan.folded[before] not in articles:
        return False
    return form not in matters() and form not in index()


def _is_of_leader(scan: Scan, run: Run, apposed: Apposition) -> bool:
    """« le premier secrétaire du parti X », where X has a first name: the leader's, not the party's."""
    first_name = vocabulary.first_names().get(scan.folded[run.first])
    if run.end == run.first + 1 or first_name is None or first_name.common:
        return False
    led = apposed.noun.category in ("company", "party", "regulator")
    return led and role_with_complement(scan, run.first) is not None


def _calls_product(scan: Scan, run: Run, before: int) -> bool:
    """Whether a noun for a product stands before « baptisé »: what else is christened is no product."""
    nouns = vocabulary.nouns(scan.page.language, backwards=True)
    for place in range(before - 1, before - FAR, -1):
        if not scan.same_line(place, before):
            return scan.words[before].initial and not _is_he(scan, run.full_end)
        if (found := nouns.at(scan.folded, place)) and found[1].kind is FactKind.PRODUCT:
            return True
    return False


def _calls_body(scan: Scan, before: int) -> bool:
    """« Le groupe, rebaptisé X »: whether a noun for a body stands right before « baptisé », over a comma."""
    last = before - 1 - (scan.words[before - 1].text == "," if before else 0)
    if not scan.same_line(last, before):
        return False
    found = vocabulary.nouns(scan.page.language, backwards=True).at(scan.folded, last)
    return found is not None and found[1].kind is FactKind.ORGANISATION and found[1].weight > TELLING


def _is_called(scan: Scan, run: Run, before: int) -> bool:
    """« son modèle, nommé X »: the participle that is also said of people, of a product."""
    return scan.folded[before] == "nomme" and _calls_product(scan, run, before)


def _is_he(scan: Scan, comma: int) -> bool:
    """« Surnommé X, il était ... », "Dubbed X, he ...": of whom the sentence goes on to speak."""
    he = scan.same_line(comma, comma + 1) and scan.words[comma].text == ","
    return he and scan.folded[comma + 1] in ("il", "elle", "he", "she")


def _is_idiom(scan: Scan, before: int) -> bool:
    """« face à X », « quant à X »: no place."""
    idioms = words("names/grammar_words.txt", "no place before a")
    return scan.same_line(before - 1, before) and scan.folded[before - 1] in idioms


def _of_noun_or_role(scan: Scan, run: Run, before: int) -> Iterator[Clue]:
    roles = vocabulary.roles(scan.page.language, backwards=True)
    if (role := roles.at(scan.folded, before)) and role[0] > 1:
        yield _of_role(scan, run)
    elif apposed := apposition_before(scan, run.first):
        noun = apposed.noun
        alone = noun.kind is FactKind.PRODUCT and run.end == run.first + 1
        yield Clue(noun.kind, noun.weight + 2 * alone, f"{noun.kind} noun before", noun.category)
        if _is_of_leader(scan, run, apposed):
            yield Clue(FactKind.PERSON, 4, "person role before")
        elif apposed.is_next and (noun.weight >= SITED or (noun.weight >= TELLING and noun.kind is FactKind.PRODUCT)):
            yield Clue(FactKind.PERSON, -7 if noun.kind is FactKind.PRODUCT else -4, "noun before")
    elif (called := noun_before_comma(scan, run.first, run.full_end)) and _is_thing(called):
        yield Clue(called.kind, called.weight, f"{called.kind} noun and comma", called.category)
    elif role_before(scan, run.first) is not None:
        yield _of_role(scan, run)
    elif run.end > run.first + 1 and is_owned(scan, run.first):
        yield Clue(FactKind.PERSON, 5, "person role before")
    elif run.end > run.first + 1 and role_with_complement(scan, run.first):
        yield Clue(FactKind.PERSON, 3, "person far role")
    elif called:
        yield Clue(called.kind, 5, f"{called.kind} noun and comma", called.category)
    elif scan.words[before].kind == "possessive" and _is_maker_known(scan, before - 1):
        yield Clue(FactKind.PRODUCT, 3.5, "product of maker")
    elif _is_compatriot(scan, before):
        yield Clue(FactKind.PERSON, 5, "person of nation")
    elif _is_national(scan, before):
        yield Clue(FactKind.ORGANISATION, 6, "organisation national", "company")


def _of_role(scan: Scan, run: Run) -> Clue:
    word = scan.words[run.first]
    if any(alias.entry.category == "party" for alias in index().get(word.folded)):
        return Clue(FactKind.ORGANISATION, 5, "organisation of role", "party")
    if run.end == run.first + 1 and word.text.isupper() and len(word.text) <= LONGEST_PARTY:
        return Clue(FactKind.ORGANISATION, 4, "organisation of role", "party")
    return Clue(FactKind.PERSON, 5, "person role before")


def _is_thing(noun: Noun) -> bool:
    """« un chatbot, X »: a noun that is never said of a person."""
    return noun.kind is FactKind.PRODUCT and noun.weight >= TELLING


def _is_maker_known(scan: Scan, place: int) -> bool:
    """« OpenAI's Sora »: a company or laboratory of the lexicon before the possessive."""
    known = [alias for alias in index().get(scan.folded[place]) if len(alias.words) == 1]
    return any(alias.entry.category in ("company", "lab") and not alias.entry.ambiguous for alias in known)


def _is_compatriot(scan: Scan, before: int) -> bool:
    """« la Britannique X », « l'Américain X »."""
    if scan.page.language != "fr" or not scan.same_line(before - 1, before):
        return False
    word = scan.words[before]
    return word.text[0].isupper() and word.folded in adjectives() and scan.folded[before - 1] in ("le", "la", "l'")


def _is_national(scan: Scan, before: int) -> bool:
    """« l'allemand X », « le finlandais X », « la nantaise X »."""
    if scan.page.language != "fr" or not scan.same_line(before - 1, before):
        return False
    word = scan.words[before]
    determined = scan.folded[before - 1] in ("le", "la", "l'", "du", "au")
    return determined and word.text[0].islower() and word.folded in adjectives()


def _governed(scan: Scan, last: int) -> list[Clue]:
    """« salariés (français) de X », « maire de X », "spokeswoman for X"."""
    language = scan.page.language
    for place in (last, last - 1):
        if not scan.same_line(place, last):
            return []
        if scan.words[place].text[0].isdigit():
            continue
        found = vocabulary.governors(language).at(scan.folded, place)
        if found and scan.words[place].text == "équipé":
            return []
        if found:
            return [found[1]]
        if vocabulary.roles(language, backwards=True).at(scan.folded, place):
            if scan.folded[place] in words("names/role_words.txt", "relations"):
                return [Clue(FactKind.PERSON, 3, "person of relation")]
            if scan.folded[place] in words("names/role_words.txt", "of matters") or _is_of_minister(scan, place):
                return _of_minister(scan, place)
            if scan.folded[place] in words("names/role_words.txt", "local roles") and scan.folded[last + 1] in _TOWN:
                return [Clue(FactKind.PLACE, 4, "place of role")]
            if scan.folded[last + 1] == "from":
                return [
                    Clue(FactKind.ORGANISATION, 3, "organisation of role"),
                    Clue(FactKind.PLACE, 3, "place of role"),
                ]
            return [Clue(FactKind.ORGANISATION, 5, "organisation of role")]
        if scan.folded[place] not in adjectives() and not is_adjective(scan, place):
            return []
    return []


def _matter(scan: Scan, place: int) -> list[Clue]:
    found = vocabulary.roles("fr", backwards=True).at(scan.folded, place) if scan.same_line(place, place + 1) else None
    return _of_minister(scan, place) if found else []


def _is_of_minister(scan: Scan, place: int) -> bool:
    """« la ministre responsable des Institutions démocratiques »."""
    return scan.same_line(place - 1, place) and scan.folded[place - 1].startswith("ministre")


def _of_minister(scan: Scan, place: int) -> list[Clue]:
    """« la ministre de la Transition numérique »: what a minister is of is no name."""
    if scan.page.language == "fr" and (scan.folded[place].startswith("ministre") or _is_of_minister(scan, place)):
        return [Clue(kind, -6, "matter") for kind in (FactKind.ORGANISATION, FactKind.PLACE, FactKind.PERSON)]
    return []


def _governed_from_afar(scan: Scan, last: int) -> list[Clue]:
    """« vice-présidente chargée des affaires publiques de X »: a role that opens a phrase, no verb between."""
    roles = vocabulary.roles(scan.page.language, backwards=True)
    for place in range(last, last - FAR, -1):
        if not scan.same_line(place, last) or not is_gap_word(scan, place):
            return []
        if (found := roles.at(scan.folded, place)) and opens_phrase(scan, place - found[0] + 1):
            return [Clue(FactKind.ORGANISATION, 3, "organisation of far role")]
    return []
