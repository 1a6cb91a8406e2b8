"""Organisations are found by the lexicon, by their own words and by the words around them."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.entities import Entity
from aipolicy_index.facts.names import find
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, FactKind


def organisations(text: str, language: str = "fr") -> dict[str, Entity]:
    page = Page(Article(text=text, source="essai.txt", language=language))
    return {entity.name: entity for entity in find(page, tagging=False).of(FactKind.ORGANISATION)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("OpenAI, Anthropic et Mistral AI ont signé.", {"OpenAI", "Anthropic", "Mistral AI"}),
        ("La Cnil et l'Arcom saisissent la DGCCRF.", {"Cnil", "Arcom", "DGCCRF"}),
        ("Le département de la Défense a signé avec Palantir.", {"département de la Défense", "Palantir"}),
        ("Le ministère de la Transition écologique a tranché.", {"ministère de la Transition écologique"}),
        ("Le ministère belge des Affaires sociales a tranché.", {"ministère belge des Affaires sociales"}),
        ("Le tribunal judiciaire de Bobigny a tranché.", {"tribunal judiciaire de Bobigny"}),
        ("La cour d'appel d'Orléans a tranché.", {"cour d'appel d'Orléans"}),
        ("Une équipe de l'université de Rouen publie une étude.", {"université de Rouen"}),
        ("La Commission nationale de déontologie a été saisie.", {"Commission nationale de déontologie"}),
        ("L'Autorité néerlandaise des consommateurs enquête.", {"Autorité néerlandaise des consommateurs"}),
        ("L'Agence régionale de santé a écrit aux hôpitaux.", {"Agence régionale de santé"}),
        ("L'Institut Vaucanson a publié un rapport.", {"Institut Vaucanson"}),
        ("La Fondation Delambre finance le projet.", {"Fondation Delambre"}),
        ("Le Syndicat national des traducteurs proteste.", {"Syndicat national des traducteurs"}),
        ("Le Parti des citoyens a déposé un texte.", {"Parti des citoyens"}),
        (
            "Le gouvernement finlandais et l'armée ukrainienne ont signé.",
            {"gouvernement finlandais", "armée ukrainienne"},
        ),
        ("La start-up nantaise Ovalie a levé dix millions.", {"Ovalie"}),
        ("Le comité des pêches du Finistère proteste.", {"comité des pêches du Finistère"}),
        ("Le syndicat des pilotes d'Air France proteste.", {"Air France"}),
        ("Le conseil d'administration de Microsoft proteste.", {"Microsoft"}),
        ("Le comité des sages a tranché à Paris.", set()),
        ("Le collectif « Voix libres » a saisi le juge.", {"Voix libres"}),
        ("L'association « proteste avec force » contre ce texte.", set()),
        ("Le gouvernement Delmas a cédé.", {"gouvernement Delmas"}),
        ("Le grand port maritime de Bordeaux renonce.", {"grand port maritime de Bordeaux"}),
        (
            "La Commission irlandaise pour la protection des données (DPC) se tait.",
            {"Commission irlandaise pour la protection des données"},
        ),
        ("L'entreprise américaine de reconnaissance faciale Facet a été condamnée.", {"Facet"}),
        ("Le fabricant de puces Siltronix recrute.", {"Siltronix"}),
        ("Ovalie, une jeune pousse de Nantes, recrute.", {"Ovalie"}),
        ("Ovalie, filiale de Thales, recrute.", {"Ovalie", "Thales"}),
        ("Le suédois Norrsken rachète son rival.", {"Norrsken"}),
        ("La société Ovalie SAS a été liquidée.", {"Ovalie SAS"}),
        ("Kranich GmbH et Vireo Labs ont fusionné.", {"Kranich GmbH", "Vireo Labs"}),
        ("Les salariés d'Ovalie ont débrayé.", {"Ovalie"}),
        ("L'ONG Regards a porté plainte.", {"Regards"}),
        ("La police de Grenoble a testé l'outil.", {"police de Grenoble"}),
        ("Le gouvernement a ordonné la suspension du service.", {"gouvernement"}),
    ],
)
def test_french_organisations(text: str, names: set[str]) -> None:
    assert set(organisations(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("OpenAI and Anthropic signed with the Pentagon.", {"OpenAI", "Anthropic", "Pentagon"}),
        ("The FTC and the European Commission opened probes.", {"FTC", "European Commission"}),
        ("The startup Fernwood raised $20 million.", {"Fernwood"}),
        ("Fernwood, a maker of drones, raised $20 million.", {"Fernwood"}),
        ("The nonprofit Open Doors sued.", {"Open Doors"}),
        ("Fernwood Technologies sued Blue Ridge Analytics Inc.", {"Fernwood Technologies", "Blue Ridge Analytics Inc"}),
        ("The Ministry of Digital Affairs replied.", {"Ministry of Digital Affairs"}),
        (
            "The Department of Consumer Affairs and Fernwood Labs settled.",
            {"Department of Consumer Affairs", "Fernwood Labs"},
        ),
        ("Researchers at the University of Tartu published the data.", {"University of Tartu"}),
        ("The Swedish government and the Israeli military agreed.", {"Swedish government", "Israeli military"}),
        ("Fernwood's chief executive resigned.", {"Fernwood"}),
        ("Fernwood employees walked out.", {"Fernwood"}),
        ("The Data Rights Foundation will appeal.", {"Data Rights Foundation"}),
        ("The Texas Privacy Commission fined the firm.", {"Texas Privacy Commission"}),
        ("The government has suspended the scheme.", {"government"}),
        ("Powys council paid for the tool.", {"Powys council"}),
        ("The city council paid for the tool.", set()),
        ("The FTC's Bureau of Competition sued; the FTC won.", {"FTC", "Bureau of Competition"}),
        ("Los Angeles Unified suspended its contract.", {"Los Angeles Unified"}),
    ],
)
def test_english_organisations(text: str, names: set[str]) -> None:
    assert set(organisations(text, "en")) == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("L'IA générative progresse. L'intelligence artificielle (IA) aussi.", "fr"),
        ("Les gilets orange défilent. Orange amère ou sanguine ?", "fr"),
        ("Le mistral et la tramontane ont soufflé en mars.", "fr"),
        ("Une méta-analyse le montre. Les données meta sont effacées.", "fr"),
        ("Les sociétés et les ministères se préparent.", "fr"),
        ("Il a mangé une pomme, puis une orange.", "fr"),
        ("Artificial intelligence (AI) and large language models (LLM) spread.", "en"),
        ("Signal the driver, target the cause, scale the model.", "en"),
    ],
)
def test_words_that_are_no_organisation(text: str, language: str) -> None:
    assert organisations(text, language) == {}


def test_acronym_and_full_name_are_one_in_both_orders() -> None:
    text = (
        "L'Observatoire des usages policiers (OUP) alerte. L'OUP demande un débat. "
        "L'ANTC (Agence nationale des transports connectés) se tait. L'ANTC est saisie."
    )
    found = organisations(text)
    assert set(found) == {"Observatoire des usages policiers", "Agence nationale des transports connectés"}
    assert found["Observatoire des usages policiers"].aliases == ("OUP",)
    assert len(found["Agence nationale des transports connectés"].mentions) == 3


def test_english_acronyms_too() -> None:
    found = organisations("The Office for Digital Safety (ODS) fined the app. The ODS acted fast.", "en")
    assert set(found) == {"Office for Digital Safety"}


def test_short_forms_join_the_full_name() -> None:
    found = organisations("Vireo Robotics SA a fermé. Vireo avait licencié. « Vireo est mort », dit un salarié.")
    assert set(found) == {"Vireo Robotics SA"}
    assert len(found["Vireo Robotics SA"].mentions) == 3


def test_a_bare_noun_with_a_capital_means_the_body_named_before() -> None:
    found = organisations("La Commission européenne enquête. La Commission a deux mois.")
    assert set(found) == {"Commission européenne"}


def test_aliases_of_the_lexicon_are_one() -> None:
    found = organisations(
        "Tsahal dément. L'armée israélienne a cessé. Le Pentagone, ou département de la Défense, aussi."
    )
    assert {entity.known_as for entity in found.values()} == {"Tsahal", "Département de la Défense"}


@pytest.mark.parametrize(
    ("text", "name", "category"),
    [
        ("La Cnil enquête.", "Cnil", "regulator"),
        ("Le Monde enquête.", "Le Monde", "medium"),
        ("La CGT enquête.", "CGT", "trade_union"),
        ("L'Assemblée nationale enquête.", "Assemblée nationale", "parliament"),
        ("La start-up Ovalie enquête.", "Ovalie", "company"),
        ("Le tribunal administratif de Pau enquête.", "tribunal administratif de Pau", "court"),
    ],
)
def test_the_category_says_what_sort_of_body_it_is(text: str, name: str, category: str) -> None:
    assert organisations(text)[name].category == category


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("les outils d’IAde Microsoft servent", "fr", "Microsoft"),
        ("Elle travaille chezMicrosoft depuis un an.", "fr", "Microsoft"),
        ("Le patron dOpenAI se tait.", "fr", "OpenAI"),
        ("C'est adopté.Google s'en félicite.", "fr", "Google"),
        ("L’avenir d’OpenAI et de l'Arcom.", "fr", "OpenAI"),
        ("OpenAI’s board met.", "en", "OpenAI"),
        ("The tool was made byMicrosoft in May.", "en", "Microsoft"),
    ],
)
def test_accidents_of_typing_hide_no_name(text: str, language: str, name: str) -> None:
    assert name in organisations(text, language)


@pytest.mark.parametrize(
    ("text", "acts", "place"),
    [
        ("Varsovie a refusé de signer.", {"Varsovie"}, set()),
        ("Le sommet se tient à Varsovie.", set(), {"Varsovie"}),
        ("Selon Washington, l'accord tient.", {"Washington"}, set()),
        ("Bercy promet un décret.", {"Bercy"}, set()),
        ("Pékin dénonce une provocation, dit-on à Pékin.", {"Pékin"}, {"Pékin"}),
    ],
)
def test_a_capital_that_acts_is_a_power_and_else_a_place(text: str, acts: set[str], place: set[str]) -> None:
    found = find(Page(Article(text=text, source="essai.txt")), tagging=False)
    assert {one.name for one in found.of(FactKind.ORGANISATION)} == acts
    assert {one.name for one in found.of(FactKind.PLACE)} == place


def test_a_power_joins_the_body_that_it_stands_for() -> None:
    found = organisations("Bruxelles ouvre une enquête. La Commission européenne a deux mois.")
    assert set(found) == {"Commission européenne"}
    assert len(found["Commission européenne"].metonyms) == 1


def test_the_network_x_only_where_the_text_speaks_of_networks() -> None:
    assert "X" in organisations("Le réseau social X a répondu. Sur X, rien n'a changé.")
    assert organisations("Monsieur X et l'inconnue X = 3 sont dans l'axe X.") == {}


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Zorbl, qui édite un logiciel de tri, conteste l'amende.", "fr", {"Zorbl"}),
        ("Zorbl conteste l'amende. La start-up emploie dix personnes.", "fr", {"Zorbl"}),
        ("Filiale de Thales, Zorbl fournit le logiciel.", "fr", {"Thales", "Zorbl"}),
        ("Fondée en 2017 par deux frères, Zorbl emploie dix personnes.", "fr", {"Zorbl"}),
        ("Elle a fondé Zorbl en 2021.", "fr", {"Zorbl"}),
        ("Zorbl et onze autres ONG ont quitté la salle.", "fr", {"Zorbl"}),
        ("Selon un sondage Zorbl, 61 % approuvent.", "fr", {"Zorbl"}),
        ("L'association Droits en ligne a porté plainte.", "fr", {"Droits en ligne"}),
        ("La coalition Halte aux robots a porté plainte.", "fr", {"Halte aux robots"}),
        ("La députée siège à la commission Mobilité.", "fr", {"commission Mobilité"}),
        ("C'est ce qu'elle a confié au Monde. Le tour du Monde attendra.", "fr", {"Monde"}),
        ("Le conseil s'est tu. Conseil municipal  Intelligence artificielle", "fr", set()),
        ("Le ministre de l'Éducation nationale a écrit.", "fr", set()),
        ("Zorbl, a London startup, raised $12 million.", "en", {"Zorbl"}),
        ("Zorbl said it would appeal. The company employs forty people.", "en", {"Zorbl"}),
        ("The case was brought by Clause 9, a Leeds-based charity.", "en", {"Clause 9"}),
        ("She told MPs on the Work and Pensions Committee.", "en", {"Work and Pensions Committee"}),
        ("He joined the law firm Bird, Marsh & Pell.", "en", {"Bird, Marsh & Pell"}),
        ("Mwangi Advocates and the Guild of Kenya Coders agreed.", "en", {"Mwangi Advocates", "Guild of Kenya Coders"}),
        ("A poll by Ovalis found nothing.", "en", {"Ovalis"}),
        ("WHO WANTS WHAT: nobody knows.", "en", set()),
    ],
)
def test_names_that_only_the_sentence_tells(text: str, language: str, names: set[str]) -> None:
    assert set(organisations(text, language)) == names


def test_initials_join_the_name_that_they_stand_for() -> None:
    text = "The Department for Gardens and Parks lost. DGP staff were told. A spokesman for DGP said no."
    assert set(organisations(text, "en")) == {"Department for Gardens and Parks"}


def test_a_name_leaves_out_its_noun_later() -> None:
    assert set(organisations("L'Institut Vaucanson publie un baromètre. Pour Vaucanson, rien ne change.")) == {
        "Institut Vaucanson"
    }


def test_two_capitals_that_act_together_are_powers() -> None:
    assert set(organisations("Paris et Berlin signeront mardi.")) == {"Paris", "Berlin"}
