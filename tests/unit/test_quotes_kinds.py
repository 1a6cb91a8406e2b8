"""What stands in quotation marks is a quotation, or a title, a name, a term, a wink: only the first is a fact."""

from __future__ import annotations

import re

import pytest

from aipolicy_index.facts.entities import Entities, Entity, Mention
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import sentences
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.quotes import finding, marks
from aipolicy_index.facts.speakers.attribution import attribute
from aipolicy_index.model import Article, Fact, FactKind, QuoteDetails, Span, Zone, ZoneKind


def quotes(text: str, language: str = "fr", **names: FactKind) -> list[Fact]:
    """The quotations of a text, with names given by keyword: Orphée=FactKind.ORGANISATION."""
    page = Page(Article(text=text, source="test", language=language, outlet="Le Courrier"))
    entities = Entities(
        tuple(
            Entity(kind, name.replace("_", " "), tuple(Mention(Span(*m.span()), "test") for m in _places(name, text)))
            for name, kind in names.items()
            if _places(name, text)
        )
    )
    marked = marks.find(page.text, page.paragraphs)
    discourse = Discourse(page, entities, sentences(page, entities, marked))
    return finding.find(page, entities, marked, attribute(discourse, marked))


def _places(name: str, text: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"\b{re.escape(name.replace('_', ' '))}\b", text))


def words(text: str, language: str = "fr", **names: FactKind) -> list[str]:
    return [str(fact.value) for fact in quotes(text, language, **names)]


ORG, PERSON, PRODUCT = FactKind.ORGANISATION, FactKind.PERSON, FactKind.PRODUCT


@pytest.mark.parametrize(
    "text",
    [
        "Orphée a lancé un programme baptisé « Un air de liberté pour tous les modèles ».",
        "Le rapport intitulé « Gouverner l’intelligence artificielle au bénéfice de tous » date de mai.",
        "Sur GitHub, des développeurs ont signé une lettre ouverte titrée “Rendez-nous Nerval tout de suite”.",
        "Le projet de loi « Sérénité numérique » arrive au Sénat.",
        'Il présente le podcast "Uncapped" de Jack Altman.',
        'Le programme "OpenAI for Government" consolide les autres.',
        "La plateforme « MonAvis » ferme.",
        "Le terme « hallucination » désigne une invention.",
        "On parle d’un modèle dit « de fondation ».",
        "Le livre « La Fabrique du faux » paraît lundi.",
    ],
)
def test_titles_and_names_in_marks_are_no_quotations(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "Weights and Measures Act" has three co-sponsors.',
        'He hosts a podcast called "Hard Questions" on Mondays.',
        "A report titled “The State of Open Models in the Public Sector” came out.",
        "A tool known as “Sentinel” flagged them.",
        "The term “frontier model” is not defined.",
    ],
)
def test_english_titles_and_terms_are_no_quotations(text: str) -> None:
    assert words(text, "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ces modèles sont connus pour leurs « hallucinations ».",
        "La vidéosurveillance « augmentée » arrive dans les gares.",
        "Un « supercalculateur » de poche coûte cher.",
        "Harold “Hap” Lindqvist a pris la parole.",
    ],
)
def test_winks_without_a_speaker_are_no_quotations(text: str) -> None:
    assert words(text) == []


def test_the_name_of_the_outlet_or_of_a_product_in_marks_is_no_quotation() -> None:
    assert words("Dans une lettre que « Le Courrier » a consultée, il dit tout.") == []
    assert words("Orphée déploie « Nerval » partout.", Nerval=PRODUCT, Orphée=ORG) == []


def test_a_fragment_with_a_speaker_is_a_partial_quotation() -> None:
    (fact,) = quotes("Orphée dénonce une décision « hors sol ».", Orphée=ORG)
    assert isinstance(fact.details, QuoteDetails)
    assert (fact.value, fact.details.speaker, fact.details.partial) == ("hors sol", "Orphée", True)


def test_a_short_complete_sentence_is_not_partial() -> None:
    (fact,) = quotes("« C’est non », a tranché Zoé Martin.", Zoé_Martin=PERSON)
    assert isinstance(fact.details, QuoteDetails)
    assert not fact.details.partial


def test_six_words_inside_the_author_s_sentence_are_not_partial() -> None:
    (fact,) = quotes("Orphée juge la règle « contraire à tous les principes européens ».", Orphée=ORG)
    assert isinstance(fact.details, QuoteDetails)
    assert not fact.details.partial


def test_indirect_speech_is_no_quotation() -> None:
    assert words("Orphée a déclaré que la règle était contraire au droit européen.", Orphée=ORG) == []


def test_a_quotation_interrupted_by_its_inquit_is_two() -> None:
    text = "« Nous irons au bout », ajoute Zoé Martin, « et nous gagnerons devant la cour »."
    facts = quotes(text, Zoé_Martin=PERSON)
    assert [str(fact.value) for fact in facts] == ["Nous irons au bout", "et nous gagnerons devant la cour"]
    assert {fact.details.speaker for fact in facts if isinstance(fact.details, QuoteDetails)} == {"Zoé Martin"}


def test_an_inquit_inside_the_marks_stays_inside() -> None:
    text = "« La règle est claire, rappelle Zoé Martin. Nul ne peut l’ignorer. »"
    (fact,) = quotes(text, Zoé_Martin=PERSON)
    assert fact.text == "La règle est claire, rappelle Zoé Martin. Nul ne peut l’ignorer."
    assert isinstance(fact.details, QuoteDetails)
    assert fact.details.speaker == "Zoé Martin"


def test_the_comma_that_english_sets_inside_the_marks_is_no_part_of_the_words() -> None:
    assert words("“We are ready,” said Zoe Martin.", "en", Zoe_Martin=PERSON) == ["We are ready"]


def test_a_nested_quotation_of_somebody_else_is_a_fact_of_its_own() -> None:
    text = "“The manager told me, ‘The system won’t let me go lower,’” said Zoe Martin."
    facts = quotes(text, "en", Zoe_Martin=PERSON)
    speakers = [fact.details.speaker for fact in facts if isinstance(fact.details, QuoteDetails)]
    assert speakers == ["Zoe Martin", "manager"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Marc Odile s'exprimait dans « Contrepoint », un podcast que présente Jeanne Odile.", "fr"),
        ("Marc Odile spoke on “Sidelong”, a podcast hosted by Jane Odile.", "en"),
    ],
)
def test_words_that_are_called_a_work_are_its_title(text: str, language: str) -> None:
    assert words(text, language, Marc_Odile=FactKind.PERSON) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Il demande à quoi sert la variable « phototype ».", "fr"),
        ("Le document porte la mention « strictement confidentiel ».", "fr"),
        ("Ses collègues le surnomment « le Mistral ».", "fr"),
        ("Il encadre ceux qui sont jugés « à haut risque ».", "fr"),
        ("The recordings of Orphée's “Robin” voice are gone.", "en"),
        ("The act, called the “Kids First Act”, is dead.", "en"),
    ],
)
def test_markings_nicknames_and_terms_are_no_quotations(text: str, language: str) -> None:
    assert words(text, language, Orphée=ORG) == []


def test_what_is_called_in_a_whole_phrase_is_a_quotation() -> None:
    text = "The ruling, which Orphée called “a landmark for privacy rights in the country”, is out."
    assert words(text, "en", Orphée=ORG) == ["a landmark for privacy rights in the country"]


def test_a_few_words_between_plus_signs_are_no_quotation_of_their_own() -> None:
    assert words("« C’est l’effet +vu à la télé+ », illustre Ada Roux.", Ada_Roux=PERSON) == [
        "C’est l’effet +vu à la télé+"
    ]


def test_a_fragment_with_a_verb_and_a_full_stop_is_a_quotation() -> None:
    assert words("The clients may sue, “and believe me, we will.”", "en") == ["and believe me, we will."]


def headline(text: str, title: str) -> list[QuoteDetails]:
    zone = Zone(Span(0, len(title)), ZoneKind.TITLE)
    page = Page(Article(text=text, source="test", language="fr", title=title, zones=(zone,)))
    places = tuple(Mention(Span(*m.span()), "test") for m in re.finditer("Ada Roux", text))
    entities = Entities((Entity(PERSON, "Ada Roux", places),))
    marked = marks.find(page.text, page.paragraphs)
    discourse = Discourse(page, entities, sentences(page, entities, marked))
    found = finding.find(page, entities, marked, attribute(discourse, marked))
    return [fact.details for fact in found if isinstance(fact.details, QuoteDetails)]


def test_a_headline_in_marks_is_said_by_whose_words_it_repeats() -> None:
    title = "« On légifère avec le rétroviseur »"
    text = f"{title}\n\n« On légifère avec le rétroviseur, et trop tard », regrette Ada Roux."
    assert [one.speaker for one in headline(text, title)] == ["Ada Roux", "Ada Roux"]


def test_a_headline_that_nobody_repeats_has_no_speaker() -> None:
    title = "« On légifère avec le rétroviseur »"
    assert [one.speaker for one in headline(f"{title}\n\nLe Sénat débat de la loi.", title)] == [None]
