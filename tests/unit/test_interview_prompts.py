"""A short remark of the interviewer that is no question still parts two answers."""

from pathlib import Path

from aipolicy_index.facts.extract import extract
from aipolicy_index.model import FactKind, QuoteDetails
from aipolicy_index.reading import read_article

INTERVIEW = """Odile Vannier : « Nous testons des modèles »

La directrice de l'institut s'explique.

Propos recueillis par Jeanne Duval
3 février 2026

Vous avez rendu un avis défavorable. À quoi servez-vous ?

À dire ce qui est. Nous avons trouvé des failles, et la loi ne me permet pas d'aller plus loin.

{remark}

C'est faux. Nous avons testé la version que tout abonné pouvait ouvrir le 12 janvier.

Que demandez-vous au gouvernement ?

Un pouvoir de suspension de trente jours, sous le contrôle d'un juge.

Il nous le faut vite, et je le répète à chaque ministre que je rencontre."""


def answers(remark: str) -> list[str]:
    facts = extract(read_article(Path("/nowhere/article.txt"), INTERVIEW.format(remark=remark).encode()))
    spoken = [fact for fact in facts if fact.kind is FactKind.QUOTE and isinstance(fact.details, QuoteDetails)]
    return [str(fact.value)[:12] for fact in spoken if fact.details.speaker == "Odile Vannier"]


def test_a_remark_to_the_person_parts_two_answers() -> None:
    assert answers("L'entreprise assure que vous avez triché.")[1:3] == ["À dire ce qu", "C'est faux. "]


def test_a_paragraph_in_the_first_person_goes_on_with_the_answer() -> None:
    assert "C'est faux. " not in answers("Je vous le dis comme je le pense.")
