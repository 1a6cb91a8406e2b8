"""The headline is found below whatever a newspaper puts above it: its name, a section, a topic, a teaser, a path."""

from pathlib import Path

import pytest

from aipolicy_index.model import Article, ZoneKind
from aipolicy_index.reading import read_article

BODY = (
    "La Commission européenne a présenté mardi un plan de deux milliards d’euros pour équiper les hôpitaux en outils "
    "d’intelligence artificielle. Le texte doit encore être adopté par les États membres.\n\n"
    "« Nous ne voulons pas d’une machine qui décide à la place des médecins », a prévenu la commissaire à la santé, "
    "Livia Andersson, devant la presse réunie à Bruxelles.\n\n"
    "Selon l’institut Delta, près d’un établissement sur trois utilise déjà un outil de ce type, souvent sans contrat."
)
HEADLINE = "Un plan de deux milliards divise les hôpitaux de la côte"
STANDFIRST = "Les soignants réclament des garanties sur le partage des images et sur la responsabilité"


def read(text: str) -> Article:
    return read_article(Path("/nowhere/article.txt"), text.encode())


def lines_of(article: Article, kind: ZoneKind) -> list[str]:
    return [article.text[span.start : span.end] for span in article.zone_spans(kind)]


@pytest.mark.parametrize(
    "above",
    [
        "Imagerie des hôpitaux\n",
        "Santé | La Vigie a lu le rapport\n\n",
        "ENQUÊTE. Radiomax lit les radios depuis mars\n\n",
        "LE BULLETIN DES ONDES\nLa lettre des machines qui pensent – n° 87\n\n",
        "SÉNAT\nCommission de la culture\n\nCE QUE DIT LE RAPPORT\n\n",
        "Accueil > Santé > Hôpital\nAbonnés\nRÉCIT\n",
        "LE PHARE DU NORD\nVotre quotidien des deux rives depuis 1907\n\nSANTÉ & SCIENCES\n\n",
        "SCIENCES, SANTÉ ET INTELLIGENCE ARTIFICIELLE\n\n",
        "La Vigie, fondée en 1931\n\n",
        "Vie privée\n",
    ],
)
def test_what_stands_above_a_headline_is_furniture(above: str) -> None:
    article = read(f"{above}{HEADLINE}\n\n{STANDFIRST}\n\nPar Jeanne Duval\n\n{BODY}")
    assert (article.title, article.standfirst) == (HEADLINE, STANDFIRST)
    assert lines_of(article, ZoneKind.FURNITURE) == [line for line in above.split("\n") if line]


@pytest.mark.parametrize(
    "above", ["HARBOR COUNTY STAR\nServing Harbor and Bay counties since 1902\n\nCOURTS & CRIME\n\n", "Long read\n\n"]
)
def test_what_stands_above_an_english_headline_is_furniture(above: str) -> None:
    article = read(f"{above}Judge orders hospitals to switch off a triage program\n\nBy Karen Dole\n\n{BODY}")
    assert article.title == "Judge orders hospitals to switch off a triage program"


@pytest.mark.parametrize(
    "title",
    [
        "OPINION | Ce plan n’existe pas",
        "ENTRETIEN. « Ce plan n’existe pas »",
        "DEUX MILLIARDS POUR LES HÔPITAUX DE LA CÔTE OUEST",
        "Le jour le plus chaud des hôpitaux depuis 1907",
        "Hôpitaux : le plan",
    ],
)
@pytest.mark.parametrize("standfirst", ["Le texte inquiète les soignants. Ils veulent des garanties.", None])
def test_a_headline_with_a_form_or_in_capitals_stays_one(title: str, standfirst: str | None) -> None:
    below = f"{standfirst}\n\n" if standfirst else ""
    article = read(f"{title}\n\n{below}Par Jeanne Duval\n\n{BODY}")
    assert (article.title, article.standfirst) == (title, standfirst)


def test_a_standfirst_above_the_body_is_not_the_headline() -> None:
    article = read(f"Exclusive | {HEADLINE}\n\n{STANDFIRST}\n\nMarie Garant\n\n{BODY}")
    assert (article.title, article.standfirst) == (f"Exclusive | {HEADLINE}", STANDFIRST)
