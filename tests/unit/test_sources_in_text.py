"""Sources as whole passages credit them: platforms, stations, leaks, filings, credit lines; and what only looks so."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.extract import extract
from aipolicy_index.facts.grammar.tables import rows
from aipolicy_index.model import Article, FactKind


def sources(text: str, language: str) -> list[str]:
    facts = extract(Article(text=text, source="test", language=language), tagging=False)
    return [str(fact.value) for fact in facts if fact.kind is FactKind.SOURCE]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("« Nous n’avons rien à cacher », a écrit Hugo Ferrand sur LinkedIn dimanche.", "LinkedIn"),
        ("Sur X, la commissaire s’est dite « déçue » par cette volte-face.", "X"),
        ("Dans un message posté sur Telegram, le groupe affirme avoir volé 40 000 dossiers.", "Telegram"),
        ("Kessler, lui, écrit sur son blog : « Tout système est incomplet. »", "blog"),
        ("Invitée de France Inter vendredi matin, la ministre a promis un texte avant l’été.", "France Inter"),
        ("Sur le plateau de LCI, le député a brandi le contrat.", "LCI"),
        ("« On nous a menti », confie un salarié à France Bleu Gironde.", "France Bleu Gironde"),
        ("À en croire Le Courrier de l’Aven, le cabinet savait depuis mars.", "Le Courrier de l’Aven"),
        ("Le Quotidien de Lomé rapporte que deux agents ont été suspendus.", "Le Quotidien de Lomé"),
        ("Le projet, dont Contexte a dévoilé les grandes lignes, sera présenté en juin.", "Contexte"),
        ("D’après une version que s’est procurée le média Contexte, le mot a disparu.", "Contexte"),
        ("Selon l’agence Bloomberg, le montage vaudrait 4 milliards.", "Bloomberg"),
        ("Selon Le Monde et la ZDF, la banque négocie.", "ZDF"),
        ("Dans une note de blog publiée lundi, Kestrel reconnaît avoir gardé les conversations.", "note de blog"),
        ("Dans une lettre ouverte, trente éditeurs demandent au Premier ministre de trancher.", "lettre ouverte"),
        ("Ce n’est pas ce que suggère un courriel du 3 novembre 2020.", "courriel"),
        ("Un courriel interne, que nous avons pu lire, ordonne de se taire.", "courriel interne"),
        ("Le robot a été nourri de manuels, révèle un rapport d’expert déposé en cour.", "rapport d’expert"),
        ("Selon l’acte d’accusation, l’ingénieur a copié 500 fichiers.", "acte d’accusation"),
        ("L’ordonnance de référé, que nous avons pu consulter, suspend le dispositif.", "ordonnance de référé"),
        ("L’élue s’appuie sur un manuel de 212 pages et sur un rapport de l’Insee.", "rapport de l’Insee"),
        ("Le fabricant vise 900 millions (source : Les Échos).", "Les Échos"),
        ("Le projet avance.\n\nAvec AFP et Reuters", "Reuters"),
        ("Selon la Cour des comptes, le programme a coûté deux fois plus que prévu.", "Cour des comptes"),
        ("Le chiffre, révélé vendredi par nos confrères du Progrès de Lyon, surprend.", "Progrès de Lyon"),
        ("D’après une enquête de Disclose et de France 2, l’armée savait.", "France 2"),
        ("Selon un décompte de l’AFP, 214 communes sont équipées.", "AFP"),
        ("Le lanceur d’alerte a témoigné à visage découvert dans « Envoyé spécial ».", "Envoyé spécial"),
        ("Dans son édition de dimanche, le Journal de Morges publie la liste.", "Journal de Morges"),
        ("La revue médicale Prescrire a consacré six pages au dispositif.", "Prescrire"),
        (
            "Elle l’a dit en marge de la remise de son rapport annuel.\n\nSelon ce document, tout va bien.",
            "rapport annuel",
        ),
    ],
)
def test_a_french_passage_credits(text: str, source: str) -> None:
    assert source in sources(text, "fr")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“We never sold a single record,” Hale told the Denver Gazette.", "Denver Gazette"),
        ("“It was never about money,” she told KQRS-TV on Tuesday.", "KQRS-TV"),
        ("“This is theft,” the author wrote on X.", "X"),
        ("In a post on LinkedIn, the chief executive apologised.", "LinkedIn"),
        ("On her Substack, the economist called it “a tax on hope”.", "Substack"),
        ("“We are not going to blink,” Ruiz said on CNBC.", "CNBC"),
        ("The Irish Times understands that the bill is ready.", "The Irish Times"),
        ("Of this, ₹3 crore was spent, Mint reported, in two years.", "Mint"),
        ("The department may tighten limits on exports, per Bloomberg.", "Bloomberg"),
        ("A spreadsheet leaked to Der Spiegel lists 2,000 suppliers.", "Der Spiegel"),
        ("Leaked slides show the firm planned to sell the data.", "Leaked slides"),
        ("According to the inspector general's report, 40 cameras never ran.", "report"),
        ("Disclosure filings reviewed by this paper show it spent $4m.", "Disclosure filings"),
        ("The firm knew, court papers filed in Boston on Friday showed.", "court papers"),
        ("According to a tracker kept by volunteers, nine states have named one.", "tracker"),
        ("The think tank Chatham Lane estimates the cost at £2bn.", "Chatham Lane"),
        ("The company said in a blog post that it had fixed the flaw.", "blog post"),
        ("A study by the think tank Bruegel found that plants could go on.", "study by the think tank Bruegel"),
        ("The contract, published last week by the Sunday Tribune, runs for ten years.", "Sunday Tribune"),
        (
            "The firm disclosed it to the Courier-Journal. A tape obtained by the Courier-Journal has it.",
            "Courier-Journal",
        ),
        ("He knew, according to a memo the Herald obtained through a request.", "Herald"),
        ("“We kept quiet,” a former employee told ITV News.", "ITV News"),
        ("In a LinkedIn post, the engineer described the fix.", "LinkedIn"),
        ("A poll by the think tank Onward puts support at 61%.", "poll by the think tank Onward"),
        ("It was The Age that broke the story.", "The Age"),
        ("In an essay for The Atlantic, she called the law “a mirage”.", "The Atlantic"),
        ("In a video posted to YouTube, the founder wept.", "YouTube"),
        ("“Nobody asked us,” she said in an interview with the Lagos-based newspaper The Guardian.", "The Guardian"),
        ("On Tuesday's edition of Newsnight, she denied it.", "Newsnight"),
        ("A trove of emails released under information laws shows the minister was told.", "emails"),
        ("In a letter to shareholders, the chief executive blamed the weather.", "letter"),
        ("The tool failed.\n\nReuters contributed to this report.", "Reuters"),
    ],
)
def test_an_english_passage_credits(text: str, source: str) -> None:
    assert source in sources(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Facebook et Instagram devront payer, a tranché le tribunal.",
        "Le ministre a partagé la vidéo sur TikTok, où elle a été vue 3 millions de fois.",
        "La journaliste du Figaro était dans la salle, a-t-elle dit.",
        "Il dirige Le Soir depuis 2019.",
        "Le rapport sera remis en juin au Parlement.",
        "Une étude est en cours.",
        "La société publie chaque année un rapport de 300 pages.",
        "Le ministre a demandé un rapport à l’Inspection générale des finances.",
        "La plainte a été classée.",
        "Le tribunal a rendu son jugement mardi.",
        "Le ministre répondait à une question du Figaro.",
        "Le parquet a ouvert une enquête.",
        "Le rapport de force a changé.",
        "La vidéo, publiée sur Facebook, a été supprimée.",
        "Le service doit remettre de l’ordre dans les données de divers programmes.",
        "La start-up, dont les relations se tendent, compte ses contrats avec l’État par milliers.",
        "Un rapport de police finit souvent devant un tribunal.",
        "Les détails du contrat révélés par la société restent flous.",
        "Une source proche de l’enquête affirme que les deux hommes ont agi seuls.",
        "L’estimation de la victoire se précise.",
        "Des analyses complémentaires prolongent l’attente.",
        "Seulement 3 % des enquêtes ouvertes se traduisent par un procès.",
        "C’est le signe d’une priorité donnée au dossier climatique.",
        "Ces contrats interrogent les élus.",
        "Sept lettres de créance remises au président ont été acceptées.",
    ],
)
def test_french_passages_that_credit_nobody(text: str) -> None:
    assert sources(text, "fr") == []


@pytest.mark.parametrize(
    "text",
    [
        "Facebook said it would appeal.",
        "The video, shared on TikTok, drew two million views.",
        "A former Times reporter, she now works in policy.",
        "She joined the BBC in 2009.",
        "He told Parliament the bill would pass.",
        "The company must publish a report each year.",
        "The study will begin in June.",
        "The lawsuit seeks $40 million.",
        "A note on the door said the office was closed.",
        "A police report often ends up in court.",
        "The bureau wants to bring order to the data of various programmes.",
        "Her memoir, published in May, sold well.",
        "He wrote for The Economist before joining the bank.",
        "A federal judge ruled Friday that the search was illegal.",
    ],
)
def test_english_passages_that_credit_nobody(text: str) -> None:
    assert sources(text, "en") == []


def test_a_document_and_its_maker_are_one_source() -> None:
    assert sources("Selon un sondage réalisé par l’Ifop, 61 % des élus s’en méfient.", "fr") == [
        "sondage réalisé par l’Ifop"
    ]
    assert sources("A study in the journal Nature found that the tool fails.", "en") == ["Nature"]


def test_a_letter_goes_by_who_wrote_it() -> None:
    text = "Dans un billet mis en ligne le 4 novembre, Nick Clegg promet un usage responsable."
    assert sources(text, "fr") == ["billet de Nick Clegg"]
    text = "Dans une lettre aux clients, Anthropic explique sa décision."
    assert sources(text, "fr") == ["lettre d'Anthropic"]
    text = "In a letter to customers, Anthropic said it would change its terms."
    assert sources(text, "en") == ["letter by Anthropic"]


def test_a_name_of_a_document_is_never_cut_off() -> None:
    text = "L’avis de la plus haute autorité administrative précise que la sélection est acceptable."
    assert sources(text, "fr") == ["avis"]
    text = "Un document interne, transmis à notre rédaction, dit autre chose."
    assert sources(text, "fr") == ["document interne"]


def test_who_a_poll_was_made_for_is_no_source() -> None:
    assert "Reuters" not in sources("An Ipsos survey for Reuters found 61% opposed.", "en")
    assert "Reuters" not in sources("A Reuters/Ipsos poll found 61% opposed.", "en")


def test_a_leak_and_the_medium_that_saw_it_are_two() -> None:
    found = sources("D’après une note interne révélée par Mediapart, les essais ont échoué.", "fr")
    assert found == ["note interne", "Mediapart"]


def test_a_verdict_is_the_news_in_the_lead_and_a_source_further_down() -> None:
    verdict = "Dans un jugement rendu jeudi, le tribunal de Nanterre a donné tort à l’entreprise."
    assert sources(verdict, "fr") == []
    story = "\n\n".join(f"La société a signé son contrat numéro {number} avec la ville." for number in range(6))
    assert sources(f"{story}\n\n{verdict}", "fr") == ["jugement"]


def test_the_list_of_titles_has_only_known_sorts() -> None:
    for cells in rows("press_titles.tsv"):
        assert cells[0] in ("first", "last", "strong", "title", "platform", "agency", "programme")
        assert cells[1] in ("fr", "en", "*")
        assert all(name == name.strip() and name for name in cells[2].split("|"))


def test_the_cues_are_of_known_sorts_in_both_languages() -> None:
    header = {
        *"before told says verb work medium learned appeared on_air staff learned_of counting counts never".split(),
        *"document idiom study verdict exclusive again before_noun many publish brought leaked seen made".split(),
        *"leaning bare told_of numbers copula post posted account own".split(),
        *"handling often close vague people personal vow".split(),
    }
    cues = list(rows("source_cues.tsv"))
    found = {language: {sort for its, sort, _ in cues if its == language} for language in ("fr", "en")}
    assert found["fr"] <= header and found["en"] <= header
    assert header - found["fr"] <= {"account"} and header - found["en"] <= {"before_noun"}


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "The Times reported in a report that "), ("fr", "sur X dans un message sur LinkedIn ")],
)
def test_a_sentence_without_end_is_nobody_s(language: str, words: str) -> None:
    assert sources(words * 200 + "end.", language) == []
