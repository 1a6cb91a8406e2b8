"""Who does what: the verb's kind, its actor through pronouns and passives, and whether it is done at all."""

from __future__ import annotations

import re

import pytest

from aipolicy_index.facts import actions
from aipolicy_index.facts.entities import Entities, Entity, Mention
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import sentences
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.quotes import finding, marks
from aipolicy_index.facts.speakers.attribution import attribute
from aipolicy_index.model import ActionDetails, Article, Fact, FactKind, Span, Zone, ZoneKind

ORGANISATIONS = ("Orphée", "Northfield", "Cnil", "CGT", "Bruxelles", "Commission", "ICO", "Senate", "Meta", "Thales")
PEOPLE = ("Zoé Martin", "Ann Hill")


def found(text: str, language: str = "fr", title: str | None = None) -> list[Fact]:
    zones = (Zone(Span(0, len(title)), ZoneKind.TITLE),) if title else ()
    page = Page(Article(text=text, source="test", language=language, title=title, zones=zones))
    named = [(name, FactKind.ORGANISATION) for name in ORGANISATIONS] + [(name, FactKind.PERSON) for name in PEOPLE]
    entities = Entities(tuple(one for name, kind in named if (one := _entity(name, kind, text))))
    marked = marks.find(page.text, page.paragraphs)
    discourse = Discourse(page, entities, sentences(page, entities, marked))
    said = finding.find(page, entities, marked, attribute(discourse, marked))
    return actions.find(page, discourse, said)


def _entity(name: str, kind: FactKind, text: str) -> Entity | None:
    spans = [Span(*match.span()) for match in re.finditer(rf"\b{name}\b", text)]
    category = "company" if name in ("Orphée", "Northfield", "Meta", "Thales") else "regulator"
    gender = "f" if name in ("Zoé Martin", "Ann Hill", "Cnil", "CGT", "Commission", "Orphée") else None
    mentions = tuple(Mention(span, "test") for span in spans)
    return Entity(kind, name, mentions, gender=gender, category=category) if spans else None


def told(text: str, language: str = "fr") -> list[tuple[str | None, str, str]]:
    return [
        (fact.details.actor, fact.details.action.value, fact.details.modality.value)
        for fact in found(text, language)
        if isinstance(fact.details, ActionDetails)
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Orphée interdit l’usage de ses modèles à des fins militaires.", "ban"),
        ("Orphée a banni les deepfakes de sa plateforme.", "ban"),
        ("Orphée autorise désormais les usages militaires de Nerval.", "allow"),
        ("La Cnil a donné son feu vert au dispositif.", "allow"),
        ("La Cnil a restreint l’accès aux données de santé.", "restrict"),
        ("La Cnil a ordonné la suspension du service.", "restrict"),
        ("La Commission a levé l’interdiction de vente des puces.", "lift"),
        ("Orphée a supprimé les interdictions d’usage militaire.", "lift"),
        ("Orphée a signé un contrat avec Thales.", "sign"),
        ("Orphée a noué un partenariat avec Thales.", "sign"),
        ("Orphée lance un assistant pour les mairies.", "launch"),
        ("Orphée a dévoilé un nouveau modèle.", "launch"),
        ("La Commission propose un moratoire de deux ans.", "propose"),
        ("La Commission a déposé une proposition de loi.", "propose"),
        ("La Commission a adopté le règlement mardi.", "adopt"),
        ("La CGT a porté plainte contre Orphée.", "sue"),
        ("La CGT a saisi le Conseil d’État.", "sue"),
        ("La Cnil a infligé une amende de 10 millions d’euros à Orphée.", "fine"),
        ("La Cnil a sanctionné Orphée.", "fine"),
        ("Thales va investir 90 millions d’euros dans Orphée.", "invest"),
        ("Thales a racheté Orphée.", "invest"),
        ("Orphée a levé 310 millions d’euros.", "invest"),
        ("Orphée a licencié deux employés.", "fire"),
        ("Orphée dément toute fuite de données.", "deny"),
        ("La Commission a ouvert une enquête contre Orphée.", "investigate"),
        ("La Cnil enquête sur Orphée.", "investigate"),
        ("Orphée a annoncé une hausse de ses tarifs.", "announce"),
        ("Orphée a annoncé le lancement d’un modèle ouvert.", "launch"),
        ("Orphée a confirmé l’interdiction de ses modèles dans l’armée.", "ban"),
        ("Orphée a mis fin à l’interdiction des usages militaires.", "lift"),
        ("Orphée met en service son supercalculateur.", "launch"),
        ("Meta étend cette autorisation à quatre pays alliés.", "allow"),
        ("La CGT attaque Orphée en justice.", "sue"),
        ("Orphée s’allie à Thales pour équiper l’armée.", "sign"),
        ("Thales met 90 millions d’euros sur la table.", "invest"),
        ("Orphée supprime 300 postes.", "fire"),
        ("Orphée nie avoir vendu des données.", "deny"),
        ("La Cnil se penche sur le modèle d’Orphée.", "investigate"),
        ("La Cnil appelle à un moratoire.", "propose"),
        ("Orphée a retiré de ses conditions la clause qui excluait les usages militaires.", "lift"),
        ("Bruxelles impose des obligations de transparence aux fournisseurs.", "restrict"),
        ("La Commission reporte d’un an l’entrée en vigueur du règlement.", "other"),
    ],
)
def test_french_verbs_and_nouns_tell_the_kind(text: str, kind: str) -> None:
    assert [one[1] for one in told(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Northfield banned military use of its models.", "ban"),
        ("The Senate passed the bill on Monday.", "adopt"),
        ("Northfield has lifted the ban on military use.", "lift"),
        ("The ICO fined Northfield $4.75 million.", "fine"),
        ("The ICO opened an investigation into Northfield.", "investigate"),
        ("Northfield signed a deal with Thales.", "sign"),
        ("Northfield launched a chatbot for schools.", "launch"),
        ("Northfield denied any wrongdoing.", "deny"),
        ("Northfield laid off two hundred workers.", "fire"),
        ("Northfield raised $300 million in a new round.", "invest"),
        ("The ICO sued Northfield in federal court.", "sue"),
        ("The ICO proposed new rules for chatbots.", "propose"),
        ("Northfield now allows military use of its models.", "allow"),
        ("The ICO restricted access to health data.", "restrict"),
        ("Northfield announced the launch of an open model.", "launch"),
        ("The ICO hit Northfield with a $5 million fine.", "fine"),
        ("Northfield agreed to pay $82 million to settle a lawsuit.", "fine"),
        ("The ICO is looking into Northfield's chatbot.", "investigate"),
        ("Northfield scrapped its ban on weapons.", "lift"),
        ("Northfield rewrote its usage policy.", "adopt"),
        ("The ICO gave the green light to the trial.", "allow"),
        ("The ICO delayed the rule by a year.", "other"),
    ],
)
def test_english_verbs_and_nouns_tell_the_kind(text: str, kind: str) -> None:
    assert [one[1] for one in told(text, "en")] == [kind]


@pytest.mark.parametrize(
    ("text", "language", "actor"),
    [
        ("L’outil a été interdit par la Cnil.", "fr", "Cnil"),
        ("Une amende infligée à Orphée par la Cnil fait débat.", "fr", "Cnil"),
        ("The tool was banned by the ICO.", "en", "ICO"),
        ("Orphée change de cap en autorisant les usages militaires.", "fr", "Orphée"),
        ("Orphée, une entreprise de Nantes, a signé un contrat avec Thales.", "fr", "Orphée"),
        ("Orphée, qui compte 300 salariés, a signé un contrat avec Thales.", "fr", "Orphée"),
        ("Orphée a perdu. La société a saisi le Conseil d’État.", "fr", "Orphée"),
        ("Zoé Martin a parlé. Elle a signé le décret.", "fr", "Zoé Martin"),
        ("Bruxelles a ouvert une enquête contre Orphée.", "fr", "Bruxelles"),
        ("La Cnil et la CGT ont parlé, puis la Cnil a sanctionné Orphée.", "fr", "Cnil"),
        ("Northfield lost. The company sued the ICO.", "en", "Northfield"),
    ],
)
def test_the_actor_is_found_through_passives_insertions_and_descriptions(text: str, language: str, actor: str) -> None:
    assert told(text, language)[0][0] == actor


@pytest.mark.parametrize(
    ("text", "language", "modality"),
    [
        ("La Cnil a interdit cet outil.", "fr", "done"),
        ("La Cnil interdira cet outil.", "fr", "planned"),
        ("La Cnil va interdire cet outil.", "fr", "planned"),
        ("La Cnil veut interdire cet outil.", "fr", "planned"),
        ("La Cnil envisage d’interdire cet outil.", "fr", "planned"),
        ("La Cnil pourrait interdire cet outil.", "fr", "conditional"),
        ("La Cnil interdirait cet outil.", "fr", "conditional"),
        ("La Cnil n’a pas interdit cet outil.", "fr", "negated"),
        ("La Cnil refuse d’interdire cet outil.", "fr", "negated"),
        ("La Cnil dément avoir interdit cet outil.", "fr", "denied"),
        ("The ICO banned the tool.", "en", "done"),
        ("The ICO will ban the tool.", "en", "planned"),
        ("The ICO plans to ban the tool.", "en", "planned"),
        ("The ICO could ban the tool.", "en", "conditional"),
        ("The ICO has not banned the tool.", "en", "negated"),
        ("The ICO said it would ban the tool.", "en", "planned"),
    ],
)
def test_what_is_not_done_is_not_told_as_done(text: str, language: str, modality: str) -> None:
    (details,) = [
        fact.details
        for fact in found(text, language)
        if isinstance(fact.details, ActionDetails) and fact.details.action.value in ("ban", "deny")
    ]
    assert details.modality.value == modality or details.action.value == "deny"


@pytest.mark.parametrize(
    "text",
    [
        "L’annonce a surpris les marchés.",
        "Le contrôle des exportations reste un sujet.",
        "Que va décider la Cnil ?",
        "Le lancement du satellite est prévu mardi.",
    ],
)
def test_nouns_and_questions_are_no_actions(text: str) -> None:
    assert told(text) == []


def test_the_headline_gives_no_action_of_its_own() -> None:
    title = "La Cnil sanctionne Orphée"
    facts = found(f"{title}\n\nLa Cnil a sanctionné Orphée lundi pour défaut d’information.", title=title)
    assert len(facts) == 1
    assert facts[0].start > len(title)


def test_one_action_a_sentence_and_at_most_eight() -> None:
    text = " ".join(f"La Cnil a sanctionné et interdit l’outil numéro {number} d’Orphée." for number in range(12))
    facts = found(text)
    assert len(facts) == 8
    assert len({fact.span for fact in facts}) == 8


def test_a_norm_is_attributed_to_who_laid_it_down() -> None:
    text = (
        "Orphée a changé ses règles. Les nouvelles conditions d’utilisation précisent que les modèles "
        "ne doivent pas être utilisés par la police."
    )
    assert ("Orphée", "ban", "done") in told(text)


def test_an_action_keeps_its_object_and_its_sentence() -> None:
    text = "La Cnil a interdit l’outil de notation des salariés, selon nos informations."
    (fact,) = found(text)
    assert isinstance(fact.details, ActionDetails)
    assert fact.text == text
    assert fact.details.object == "l’outil de notation des salariés"


@pytest.mark.parametrize(
    ("text", "language", "actor", "kind"),
    [
        ("L’interdiction de l’outil par la Cnil a surpris le secteur.", "fr", "Cnil", "ban"),
        ("L’adoption par la Commission du règlement ouvre une étape.", "fr", "Commission", "adopt"),
        ("La signature d’un accord entre Orphée et Thales est imminente.", "fr", "Orphée", "sign"),
        ("Orphée est visée par une enquête de la Commission.", "fr", "Commission", "investigate"),
        ("Orphée fait l’objet d’une plainte de la CGT.", "fr", "CGT", "sue"),
        ("Meta's ban on political ads lasted a month.", "en", "Meta", "ban"),
        ("Northfield is under investigation by the ICO.", "en", "ICO", "investigate"),
        ("A probe by the ICO into Northfield has begun.", "en", "ICO", "investigate"),
    ],
)
def test_a_noun_of_action_tells_who_does_it(text: str, language: str, actor: str, kind: str) -> None:
    assert [one[:2] for one in told(text, language)] == [(actor, kind)]


@pytest.mark.parametrize(
    ("text", "language", "actor", "kind"),
    [
        ("Un accord signé entre Orphée et Thales porte sur dix ans.", "fr", "Orphée", "sign"),
        ("The deal between Northfield and Thales was signed in October.", "en", "Northfield", "sign"),
        ("Ann Hill was fired from Northfield in May.", "en", "Northfield", "fire"),
        ("La Cnil a demandé à Orphée de suspendre le service.", "fr", "Cnil", "propose"),
        ("The ICO urged the Senate to ban the tool.", "en", "ICO", "propose"),
        ("Chez Orphée, on dément toute fuite de données.", "fr", "Orphée", "deny"),
        ("La Cnil (autorité indépendante) a sanctionné Orphée.", "fr", "Cnil", "fine"),
        ("La Commission a par ailleurs ouvert une enquête contre Orphée.", "fr", "Commission", "investigate"),
        ("In March 2023 a judge, Ann Hill, banned the tool.", "en", "Ann Hill", "ban"),
        ("Zoé Martin, que préside un comité, a signé le décret.", "fr", "Zoé Martin", "sign"),
        ("Thales a été relaxé. La Cnil enquête sur Orphée.", "fr", "Cnil", "investigate"),
    ],
)
def test_the_actor_is_found_in_parties_places_and_insertions(text: str, language: str, actor: str, kind: str) -> None:
    assert (actor, kind) in [one[:2] for one in told(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "modality"),
    [
        ("Si la Cnil interdisait cet outil, Orphée partirait.", "fr", "conditional"),
        ("La Cnil n’exclut pas d’interdire cet outil.", "fr", "conditional"),
        ("La Cnil a déposé un recours pour interdire cet outil.", "fr", "done"),
        ("La Cnil s’apprête à interdire cet outil.", "fr", "planned"),
        ("La Cnil est sur le point d’interdire cet outil.", "fr", "planned"),
        ("Orphée promet 90 millions d’euros.", "fr", "planned"),
        ("Aucune entreprise n’a interdit cet outil.", "fr", "negated"),
        ("If the ICO banned the tool, Northfield would leave.", "en", "conditional"),
        ("The ICO is poised to ban the tool.", "en", "planned"),
        ("The ICO is set to ban the tool.", "en", "planned"),
        ("Northfield has pledged to invest $2 billion.", "en", "planned"),
        ("The ICO refused to ban the tool.", "en", "negated"),
        ("The ICO denied that it had banned the tool.", "en", "done"),
    ],
)
def test_hypotheses_plans_and_promises_are_marked(text: str, language: str, modality: str) -> None:
    assert modality in [one[2] for one in told(text, language)]
    assert not [one for one in told(text, language) if one[1] == "ban" and one[2] == "done"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La direction d’Orphée a refusé de répondre.", "fr"),
        ("Personne ne peut interdire cet outil.", "fr"),
        ("Northfield refused to comment.", "en"),
        ("Un courriel du 3 novembre suggère le contraire.", "fr"),
        ("L’enquête menée par la Cnil auprès de 2 000 Français est claire.", "fr"),
        ("Zoé Martin a lancé : « Bonne chance. »", "fr"),
    ],
)
def test_refusals_to_speak_and_polls_are_no_actions(text: str, language: str) -> None:
    assert told(text, language) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("La Commission retoque le projet.", "ban"),
        ("Orphée débourse 90 millions d’euros.", "invest"),
        ("Thales s’offre Orphée.", "invest"),
        ("Orphée écope d’une amende de 10 millions d’euros.", "fine"),
        ("La Cnil met en demeure Orphée.", "other"),
        ("Zoé Martin promulgue la loi.", "adopt"),
        ("La Commission abroge le décret.", "lift"),
        ("La Cnil lance une enquête sur Orphée.", "investigate"),
        ("La CGT assigne Orphée.", "sue"),
        ("La Commission a approuvé la proposition de loi.", "adopt"),
        ("La Cnil a effectué un contrôle sur place.", "investigate"),
        ("Orphée a trouvé un accord avec Thales.", "sign"),
    ],
)
def test_headline_verbs_in_the_present_tell_the_kind(text: str, kind: str) -> None:
    assert [one[1] for one in told(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ICO slapped Northfield with a $5 million fine.", "fine"),
        ("The ICO greenlit the trial.", "allow"),
        ("Northfield walks back its pledge.", "lift"),
        ("Northfield acquires Meta.", "invest"),
        ("The ICO reins in Northfield.", "restrict"),
        ("The Senate vetoed the bill.", "deny"),
        ("The ICO widened its probe of Northfield.", "investigate"),
        ("The ICO is weighing a levy on chatbots.", "propose"),
        ("Northfield stopped selling the tool.", "restrict"),
        ("The ICO threw the case out.", "deny"),
    ],
)
def test_english_headline_verbs_tell_the_kind(text: str, kind: str) -> None:
    assert [one[1] for one in told(text, "en")] == [kind]


def test_a_thing_just_spoken_of_is_not_taken_for_somebody() -> None:
    text = "Orphée a parlé. Le texte est clair. Il oblige les plateformes à étiqueter."
    assert ("Orphée", "restrict") not in [one[:2] for one in told(text)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Orphée et Thales ont réagi. Ils ont saisi le Conseil d’État.", "Orphée"),
        ("Zoé Martin a parlé. Le Land de Saxe a changé d’avis : il autorise l’outil.", "Land de Saxe"),
        ("Zoé Martin a parlé. Brumelia a signé un accord avec Thales.", "Brumelia"),
        ("Deux élus, Zoé Martin et un collègue, ont saisi le Conseil d’État.", "Zoé Martin"),
        ("La loi est votée. Le syndicat l’a attaquée devant le tribunal.", "syndicat"),
        ("Zoé Martin a parlé. Une pétition lancée par l’Avril a été signée.", "Avril"),
    ],
)
def test_who_acts_is_told_from_who_was_only_spoken_of(text: str, actor: str) -> None:
    assert told(text)[0][0] == actor or told(text)[-1][0] == actor


def test_what_a_law_has_rewritten_is_nobody_s_act() -> None:
    assert told("Zoé Martin a parlé. L’article, réécrit par la loi du 21 mai, est clair.") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Alors que Northfield investit massivement dans les puces, la région espère des emplois."),
        ("fr", "Les caméras fixes ne sont pas concernées (bien que Northfield interdise cet usage)."),
        ("fr", "En autorisant cet usage, Meta entend rassurer ses alliés."),
        ("fr", "Depuis des décennies, Northfield lance des outils pour les écoles."),
        ("fr", "Il faut lire ce que Meta révèle de sa relation avec son investisseur."),
        ("en", "While Northfield invests heavily in chips, the region hopes for jobs."),
        ("en", "Fixed cameras are not covered, although Northfield bans that use."),
        ("en", "By allowing that use, Meta hopes to reassure its allies."),
        ("en", "For decades, Northfield launches tools for schools."),
    ],
)
def test_the_background_of_the_news_is_no_action(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("fr", "Meta change de cap en autorisant cet usage.", "allow"),
        ("fr", "Depuis lundi, Meta interdit cet usage à ses clients.", "ban"),
        ("fr", "Alors que Northfield a interdit l’outil en mai, la région espère des emplois.", "ban"),
        ("en", "Although Northfield banned the tool in May, critics want more.", "ban"),
        ("en", "Northfield bans the tool, although critics want more.", "ban"),
        ("en", "As part of the deal, Northfield bans the tool.", "ban"),
    ],
)
def test_the_news_beside_a_background_is_one(language: str, text: str, kind: str) -> None:
    assert [fact.details.action.value for fact in found(text, language) if isinstance(fact.details, ActionDetails)] == [
        kind
    ]
