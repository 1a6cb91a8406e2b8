"""Who wrote what is credited: « dans un billet publié lundi, Nick Clegg promet » is a post of Nick Clegg."""

from __future__ import annotations

from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.standing import MEDIUM
from aipolicy_index.facts.grammar.subjects import subject
from aipolicy_index.facts.sources.credits import Credit
from aipolicy_index.facts.sources.cues import credit_verbs, known_words
from aipolicy_index.facts.sources.frames import says
from aipolicy_index.facts.sources.naming import Document
from aipolicy_index.model import FactKind

_WRITERS = (FactKind.PERSON, FactKind.ORGANISATION)
_VOWELS = frozenset("aeiouyàâéèêëîïôûAEIOUYÀÂÉÈÊËÎÏÔÛ")


def by_writer(discourse: Discourse, sentence: Sentence, found: Document, credit: Credit) -> Credit:
    """The credit with its writer in the name, where the document is somebody's own and the sentence tells whose."""
    language = sentence.language
    if sentence.lower[found.noun] not in known_words("personal", language) or found.noun != found.last:
        return credit
    number = next(at for at, one in enumerate(discourse.sentences) if one is sentence)
    telling = credit_verbs(language) | known_words("vow", language)
    for group in sentence.groups:
        if not group.finite or group.passive or not (group.lemma in telling or says(group, language)):
            continue
        phrase = subject(sentence, group)
        who = discourse.resolve(number, phrase, speaks=True) if phrase else None
        if who and who.entity and who.entity.kind in _WRITERS and who.entity.category != MEDIUM:
            return credit._replace(name=_written_by(credit.name, who.entity.name, language))
    return credit


def _written_by(document: str, writer: str, language: str) -> str:
    """« billet de Nick Clegg », « lettre d'Anthropic », “post by Nick Clegg”."""
    if language == "en":
        return f"{document} by {writer}"
    return f"{document} d'{writer}" if writer[0] in _VOWELS else f"{document} de {writer}"
