"""How an article speaks of the medium that it is for: « contacté par X », “told X”; sources are credited otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from aipolicy_index.reading.masthead.claims import Claim, Sign, Strength

_MEDIUM = r"(?:Les? |La |L')?[A-ZÀ-Þ][\w&'-]{0,30}[\w&](?: [A-ZÀ-Þ][\w&'-]{0,30}[\w&]){0,3}"
"""Of words with an end, so that hostile capitals and hyphens cost no more than others."""
_NAME = rf"(?-i:(?P<name>{_MEDIUM}))"
_SAID = (
    r"(?:confi|déclar|racont|expliqu|répond|indiqu|affirm|assur|précis|gliss|souffl|témoign|résum|détaill)\w*|dit|"
    r"fait savoir"
)
_TOLD = re.compile(
    rf"\b(?:(?:{_SAID}) à |interrogée?s? par |(?:told|tells|telling|spoke (?:to|with)|speaking to) (?:the )?){_NAME}",
    re.IGNORECASE,
)
_ASKED = (
    re.compile(
        r"\b(?:(?:contacté|sollicité|joint|consulté|obtenu)e?s? par |répondu aux (?:questions|sollicitations) de "
        r"|(?:seen|reviewed|obtained|viewed|contacted|approached|analy[sz]ed|examined) by (?:the )?"
        rf"|(?:questions|requests?|emails?|enquiries|inquiries) from (?:the )?){_NAME}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:que |qu'){_NAME} (?:a|avait) (?:également )?(?:pu )?"
        r"(?:consult|obten|lir|lu|voir|vu|vérifi|rencontr|interrog)"
    ),
    re.compile(
        rf"\b{_NAME} (?:has (?:seen|reviewed|obtained|learn(?:ed|t))"
        r"|(?:contacted|approached|asked) (?:them|him|her|the company|both))\b"
    ),
)
"""What a medium does itself: to ask, to read a document."""
_CREDITED = r"(?:selon|d'après|révélée?s? (?:dans|par)|according to|first reported (?:by|in)|citing) (?:the )?"


def own_voice(paragraphs: str) -> Iterator[Claim]:
    """The names to which the article lets people speak; sure where one of them also asked, and is never credited."""
    told = Counter(match["name"] for match in _TOLD.finditer(paragraphs))
    asked = Counter(match["name"] for form in _ASKED for match in form.finditer(paragraphs))
    for name in dict.fromkeys((*asked, *told)):
        own = told[name] + asked[name]
        every = len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", paragraphs))
        if 4 * own < 3 * every or re.search(rf"\b{_CREDITED}{re.escape(name)}\b", paragraphs, re.IGNORECASE):
            continue
        if asked[name] and own > 1:
            yield Claim(name, Strength.SURE, Sign.VOICE)
        else:
            yield Claim(name, Strength.FAINT, Sign.VOICE)
