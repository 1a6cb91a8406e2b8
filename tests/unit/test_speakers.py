"""Who speaks: named before, inside, after; by pronoun, role or description; nobody rather than somebody wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from aipolicy_index.facts.entities import Entities, Entity, Mention
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import sentences
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.quotes import finding, marks
from aipolicy_index.facts.speakers.attribution import attribute
from aipolicy_index.model import Article, FactKind, QuoteDetails, Span


@dataclass(frozen=True)
class Known:
    """Somebody of the test articles."""

    kind: FactKind
    gender: str | None = None
    role: str | None = None
    organisation: str | None = None
    category: str | None = None
    descriptors: tuple[str, ...] = ()


WORLD = {
    "Zoé Martin": Known(FactKind.PERSON, "f", "ministre du Numérique"),
    "Marc Duval": Known(FactKind.PERSON, "m", "PDG", "Orphée"),
    "Léa Roux": Known(FactKind.PERSON, "f", "directrice juridique", "Orphée"),
    "Ann Hill": Known(FactKind.PERSON, "f", "chief executive", "Northfield"),
    "Tom Reed": Known(FactKind.PERSON, "m", "senator"),
    "Orphée": Known(FactKind.ORGANISATION, "f", category="company", descriptors=("pépite nantaise",)),
    "Northfield": Known(FactKind.ORGANISATION, None, category="company"),
    "Cnil": Known(FactKind.ORGANISATION, "f", category="regulator", descriptors=("gendarme de la vie privée",)),
    "Bercy": Known(FactKind.ORGANISATION, "m", category="ministry"),
    "Bruxelles": Known(FactKind.ORGANISATION, None, category="international"),
    "Élysée": Known(FactKind.ORGANISATION, "m", category="government"),
    "ICO": Known(FactKind.ORGANISATION, None, category="regulator"),
}


def details(text: str, language: str = "fr") -> list[QuoteDetails]:
    page = Page(Article(text=text, source="test", language=language))
    entities = Entities(tuple(entity for name, known in WORLD.items() if (entity := _entity(name, known, text))))
    marked = marks.find(page.text, page.paragraphs)
    discourse = Discourse(page, entities, sentences(page, entities, marked))
    found = finding.find(page, entities, marked, attribute(discourse, marked))
    return [fact.details for fact in found if isinstance(fact.details, QuoteDetails)]


def _entity(name: str, known: Known, text: str) -> Entity | None:
    forms = (name, name.split()[-1])
    spans = {Span(*match.span()) for form in forms for match in re.finditer(rf"\b{form}\b", text)}
    whole = sorted(span for span in spans if not any(other != span and other.holds(span) for other in spans))
    if not whole:
        return None
    return Entity(
        known.kind, name, tuple(Mention(span, "test") for span in whole), forms[1:], known.role, known.organisation,
        known.gender, descriptors=known.descriptors, category=known.category,
    )  # fmt: skip


def speakers(text: str, language: str = "fr") -> list[str | None]:
    return [one.speaker for one in details(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "Zoé Martin a déclaré : « Nous n’avons rien décidé encore. »",
        "Pour sa part, Zoé Martin a répondu : « Nous n’avons rien décidé encore. »",
        "« Nous n’avons rien décidé encore », a déclaré Zoé Martin.",
        "« Nous n’avons rien décidé encore », a déclaré lundi à l’AFP Zoé Martin.",
        "« Nous n’avons rien décidé encore », a confié, à Reuters, la ministre Zoé Martin.",
        "« Nous n’avons rien décidé encore », a tenu à préciser Zoé Martin.",
        "« Nous n’avons rien décidé encore », souligne la ministre du Numérique, Zoé Martin.",
        "« Nous n’avons rien décidé encore », s’agace Mme Martin. Zoé Martin attend.",
        "« Nous n’avons rien décidé encore, assure Zoé Martin. Le vote aura lieu en mai. »",
        "Selon Zoé Martin, « rien n’est décidé pour le moment à Paris ».",
        "D’après Zoé Martin, « rien n’est décidé pour le moment à Paris ».",
        "Pour Zoé Martin, « rien n’est décidé pour le moment à Paris ».",
        "Aux yeux de Zoé Martin, « rien n’est décidé pour le moment à Paris ».",
        "« Rien n’est décidé pour le moment à Paris », selon Zoé Martin.",
        "La réforme a été qualifiée de « recul historique » par Zoé Martin.",
        "Zoé Martin dénonce une « dérive » inquiétante.",
        "Zoé Martin s’inquiète d’une « dérive » du marché.",
        "Zoé Martin, qui préside la séance, évoque un « accident industriel ».",
        "Zoé Martin, ministre du Numérique, a salué une « avancée ».",
        "Le texte passera, promet Zoé Martin, « avant la fin de l’année prochaine ».",
        "Zoé Martin a salué le texte et dénoncé une « campagne de désinformation ».",
        "Dans un entretien au Courrier, Zoé Martin avait parlé de « ligne rouge ».",
        "Zoé Martin ironise : « Bonne chance à tous les juristes. »",
        "Réponse de Zoé Martin : « Nous n’avons rien décidé encore. »",
        "Zoé Martin : « Nous n’avons rien décidé encore. »",
        "Il faut « un accord avant l’été », comme l’a rappelé Zoé Martin.",
        "Zoé Martin reconnaît des dangers. « Nous n’avons rien décidé encore. »",
        "Zoé Martin l’assure : « Rien ne sera décidé avant l’automne. »",
        "« Rien ne sera décidé avant l’automne », l’assure Zoé Martin.",
        "« Rien, tonne Zoé Martin, ne sera décidé avant l’automne. »",
        "Zoé Martin se dit « confiante ».",
        "Zoé Martin a accusé Orphée de « piller » les œuvres.",
        "Orphée, accusée par Zoé Martin de « piller » les œuvres, dément.",
        "« Il faut tout remettre à plat », résumait en mars dernier, devant les sénateurs, Zoé Martin.",
        "« Il faut tout remettre à plat. » Zoé Martin n’a pas mâché ses mots.",
        "La phrase de Zoé Martin, « il faut tout remettre à plat », a choqué.",
        "Ce que Zoé Martin appelle « l’heure de vérité » approche.",
        "« Ça suffit », a lâché, visiblement agacée, Zoé Martin.",
        "« Ça suffit », maugrée Zoé Martin.",
        "Et Zoé Martin de conclure : « Rendez-vous en mars. »",
        "« Nous tiendrons » (Zoé Martin)",
        "Zoé Martin ne décolère pas. « On nous a mis devant le fait accompli. »",
        "De l’aveu même de Zoé Martin, « personne n’avait de plan de rechange ».",
        "Zoé Martin, elle, parle de « procès en sorcellerie ».",
        "Zoé Martin hausse les épaules : « Ils ont tout pris. »",
        "Zoé Martin annonce qu’Orphée demandera une aide puis la versera « avant l’été ».",
        "Zoé Martin s’étonne que la ville engage un million d’euros « pour une technologie interdite ».",
        "Orphée, par la voix de Zoé Martin, avait plaidé pour un « partenariat équilibré ».",
        "Zoé Martin a lu quarante décisions. Onze citaient un autre pays. « La machine ne sait pas lire une carte. »",
    ],
)
def test_french_patterns_name_the_speaker(text: str) -> None:
    assert speakers(text) == ["Zoé Martin"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Hill said: “We have not decided anything yet.”",
        "“We have not decided anything yet,” Ann Hill said.",
        "“We have not decided anything yet,” said Ann Hill.",
        "“We have not decided anything yet,” said Ann Hill, Northfield's chief executive.",
        "“We have not decided anything yet,” Northfield's chief executive, Ann Hill, told reporters.",
        "“We have not decided anything yet,” chief executive Ann Hill told MPs yesterday.",
        "“We have not decided anything yet,” Hill told Reuters. Ann Hill will speak.",
        "According to Ann Hill, “nothing has been decided at this stage”.",
        "“Nothing has been decided at this stage,” according to Ann Hill.",
        "Ann Hill called the bill “a seat belt, not a roadblock”.",
        "Ann Hill denounced a “witch hunt” on Monday.",
        "The plan was described as “reckless” by Ann Hill.",
        "Ann Hill, who runs the company, said the text was “dead on arrival”.",
        "Ann Hill did not rule out a fine, but said none was planned “for now”.",
        "Ann Hill wrote on her blog that the plan “goes too far for anyone”.",
        "Northfield's Ann Hill called the ruling “a travesty”.",
        "Ann Hill, for her part, spoke of “a witch hunt”.",
        "What Ann Hill calls “the moment of truth” is near.",
        "“The rule is absurd.” So said Ann Hill on Monday.",
        "“We got it wrong,” Ann Hill, the chief executive of Northfield, conceded on Monday.",
    ],
)
def test_english_patterns_name_the_speaker(text: str) -> None:
    assert speakers(text, "en") == ["Ann Hill"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Zoé Martin a reçu Marc Duval. « Nous avons bien travaillé », a-t-elle déclaré.", "Zoé Martin"),
        ("Zoé Martin a reçu Marc Duval. « Nous avons bien travaillé », a-t-il déclaré.", "Marc Duval"),
        ("Marc Duval quitte Orphée. « Je pars l’esprit tranquille », écrit-il.", "Marc Duval"),
        ("Zoé Martin a parlé lundi. La ministre a ajouté : « Nous voterons au printemps. »", "Zoé Martin"),
        ("Marc Duval a parlé lundi. « Nous voterons au printemps », a lancé le PDG d’Orphée.", "Marc Duval"),
        ("Orphée a réagi. « Nous contestons cette décision », affirme le groupe.", "Orphée"),
        ("Orphée a réagi. « Nous contestons cette décision », indique l’entreprise.", "Orphée"),
        ("Orphée a réagi. « Nous contestons cette décision », assure la pépite nantaise.", "Orphée"),
        ("La Cnil a réagi. « Nous contrôlerons », prévient le gendarme de la vie privée.", "Cnil"),
        ("La Cnil a sanctionné Orphée. Le régulateur déplore une information « lacunaire ».", "Cnil"),
        ("« Il faut un cadre européen clair », affirme-t-on à Bercy.", "Bercy"),
        ("Bruxelles redoute un « précédent dangereux ».", "Bruxelles"),
        ("L’Élysée évoque une « discussion franche ».", "Élysée"),
        ("Chez Orphée, on dénonce une décision « hors sol ».", "Orphée"),
        ("La Cnil « prend acte ».", "Cnil"),
        ("« Nous ne commentons pas », fait-on savoir chez Orphée.", "Orphée"),
        ("« Nous ne commentons pas », nous a répondu Orphée.", "Orphée"),
        ("À Bercy, on assure que « les crédits sont là ».", "Bercy"),
        ("Marc Duval et Léa Roux se sont expliqués. « Nous avons mal communiqué », a concédé la seconde.", "Léa Roux"),
        ("Zoé Martin a tranché. « On n’arrête pas une machine par décret », plaide l’élue.", "Zoé Martin"),
        ("Marc Duval a quitté Orphée, la jugeant « trop prudente ».", "Marc Duval"),
        (
            "Orphée a changé. Les conditions d’utilisation interdisent « tout usage militaire de ses modèles ».",
            "Orphée",
        ),
    ],
)
def test_pronouns_roles_descriptions_and_metonyms_are_resolved(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Hill met Tom Reed. “It went well for everyone,” she said.", "Ann Hill"),
        ("Ann Hill met Tom Reed. “It went well for everyone,” he said.", "Tom Reed"),
        ("Northfield hit back. “We will appeal this decision,” the company said.", "Northfield"),
        ("The ICO acted. “We will look into it,” the regulator said.", "ICO"),
        ("Tom Reed voted no. “This is a bad bill,” the senator said.", "Tom Reed"),
    ],
)
def test_english_pronouns_and_descriptions_are_resolved(text: str, speaker: str) -> None:
    assert speakers(text, "en")[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Rien n’est exclu à ce stade », a dit un haut fonctionnaire européen.", "haut fonctionnaire européen"),
        ("« Rien n’est exclu à ce stade », a dit une porte-parole d’Orphée.", "porte-parole d’Orphée"),
        ("« On m’a menti pendant des mois », raconte une infirmière de Lille.", "infirmière de Lille"),
        ("Des chercheurs dénoncent une « expérience grandeur nature ».", "chercheurs"),
    ],
)
def test_the_unnamed_are_described(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_an_opinion_speaks_for_whose_it_is_over_what_stands_between() -> None:
    text = "La décision suit un avis de la Cnil, rendu jeudi dernier, qui juge l’outil « dépourvu de base »."
    assert speakers(text) == ["Cnil"]


def test_behind_on_and_an_unknown_verb_speaks_the_place_that_is_named() -> None:
    text = "« Le marché a été passé dans les règles », balaie-t-on dans l’entourage de Zoé Martin."
    assert [one.speaker for one in details(text)] == ["entourage de Zoé Martin"]


def test_an_unnamed_speaker_is_taken_up_by_a_pronoun() -> None:
    text = "L’affaire est close, a précisé un diplomate européen. « Rien n’est exclu à ce stade », a-t-il dit."
    assert speakers(text) == ["diplomate européen"]


def test_a_second_quotation_in_the_paragraph_keeps_the_speaker() -> None:
    text = "« Nous votons en mai », a dit Zoé Martin. « Ensuite, nous verrons bien. »"
    assert speakers(text) == ["Zoé Martin", "Zoé Martin"]


def test_a_quotation_of_a_later_paragraph_does_not_inherit_over_the_author_s_sentences() -> None:
    text = (
        "« Nous votons en mai », a dit Zoé Martin.\n\nLe marché a reculé de deux points.\n\n"
        "« Les cours ont baissé sans raison. »"
    )
    assert speakers(text) == ["Zoé Martin", None]


def test_a_quotation_that_nobody_is_near_has_no_speaker() -> None:
    assert speakers("« Le temps est venu de décider pour tout le continent. »") == [None]


def test_the_words_and_the_cue_are_kept_as_written() -> None:
    text = "Zoé Martin a parlé lundi. « Nous voterons au printemps », a ajouté la ministre du Numérique."
    (one,) = details(text)
    assert (one.speaker, one.speaker_text, one.cue) == ("Zoé Martin", "la ministre du Numérique", "a ajouté")


def test_two_speakers_each_keep_their_words() -> None:
    text = "« C’est un progrès pour tous », dit Zoé Martin. « C’est un recul pour tous », répond Marc Duval."
    assert speakers(text) == ["Zoé Martin", "Marc Duval"]


def test_the_one_who_is_only_mentioned_does_not_speak() -> None:
    text = "« Le groupe a menti », a déclaré Zoé Martin à propos de Marc Duval."
    assert speakers(text) == ["Zoé Martin"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Marc Duval salue le texte. Et d’ajouter : « Nous sommes prêts à investir. »", "Marc Duval"),
        ("« On nous a menti. » C’est par ces mots que Léa Roux a ouvert la réunion.", "Léa Roux"),
        (
            "Marc Duval prépare une loi. Son argument tient en une phrase : « Qui ne risque rien n’a rien. »",
            "Marc Duval",
        ),
        ("« Nous ne dirons rien », a indiqué Orphée à l’AFP.", "Orphée"),
        ("Au ministère, on se veut rassurant. À Bercy, on assure : « Rien ne changera pour les PME. »", "Bercy"),
        ("Léa Roux, que préside un comité, a nié. « Nous avons tout vérifié », a réagi cette dernière.", "Léa Roux"),
        ("Zoé Martin parle. « Le temps presse », glisse celle que ses amis appellent la Dame de fer.", "Zoé Martin"),
        ("La porte-parole de Bercy, Léa Roux, elle, « ne commente pas les rumeurs ».", "Léa Roux"),
        ("« C’est l’effet, illustre la professeure Léa Roux. Le sceau rassure », dit-elle.", "Léa Roux"),
        ("Orphée a réagi à la critique de la Cnil selon laquelle le modèle « triche avec les règles du jeu ».", "Cnil"),
        ("« Rien n’est joué », a lancé la députée (Renaissance) Léa Roux.", "Léa Roux"),
    ],
)
def test_speakers_are_found_behind_turns_of_phrase(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Hill, a lawyer elected in May, rejects it. “They sit where the crime is.”", "Ann Hill"),
        ("Northfield, whose boss is Ann Hill, denied it. “It was our partners,” she wrote.", "Ann Hill"),
        ("The ICO rejected Northfield's claim that disclosure would help people “game the system”.", "Northfield"),
        ("“You cannot wait for ever,” quipped one diplomat from Rome.", "diplomat"),
        ("Tom Reed has a plan. His argument is short: “Nobody else has one.”", "Tom Reed"),
        ("“A start,” said Tom Reed. The Texan said “the hard part begins now”.", "Tom Reed"),
    ],
)
def test_english_speakers_are_found_behind_turns_of_phrase(text: str, speaker: str) -> None:
    assert speakers(text, "en")[-1] == speaker


def test_one_verb_serves_two_speakers() -> None:
    text = "Orphée dénonce « une dérive du marché », et la députée, Léa Roux, « un recul des libertés »."
    assert speakers(text) == ["Orphée", "Léa Roux"]


def test_a_paragraph_of_words_alone_is_said_by_whom_the_paragraph_before_is_about() -> None:
    assert speakers("Zoé Martin arrive en retard.\n\n« J’ai codé la chose. Ligne par ligne. »") == ["Zoé Martin"]
    assert speakers("Zoé Martin croise Marc Duval.\n\n« J’ai codé la chose. Ligne par ligne. »") == [None]


def test_a_role_that_nobody_has_is_not_given_to_somebody_of_another_calling() -> None:
    text = "Marc Duval, PDG d’Orphée, attend. « Nous verrons bien ce qu’il en sera », répond le juge."
    assert speakers(text) == ["juge"]


def test_words_in_the_mouth_of_a_subordinate_clause_are_those_of_who_reports() -> None:
    text = "Zoé Martin a déclaré que Marc Duval « avait cédé à la pression des marchés »."
    assert speakers(text) == ["Zoé Martin"]


def test_two_companies_named_together_are_taken_up_by_they_and_by_no_person() -> None:
    text = "Zoé Martin attend. Orphée et Bercy ont répondu. « Nous irons devant le juge du contrat », préviennent-ils."
    assert speakers(text) == ["Orphée"]


def test_the_house_that_the_sentence_begins_with_speaks_behind_on() -> None:
    assert speakers("Bercy hésite. À Bercy, on « prend acte » de la décision.") == ["Bercy"]


def test_a_label_that_is_nobody_does_not_speak() -> None:
    assert speakers("Zoé Martin a parlé.\n\nVerdict : « Nous irons devant le juge du contrat. »")[-1] != "Verdict"


def test_a_house_speaks_behind_on_and_an_unknown_verb() -> None:
    text = "Au cabinet de la ministre, on se borne à répéter que « rien, absolument rien, n’est tranché »."
    assert speakers(text) == ["cabinet de la ministre"]
