"""What a segment holds: the fields with their kinds of postings, and one value a document for filters and orders."""

from __future__ import annotations

from datetime import date

from aipolicy_index.language.matching import fold
from aipolicy_index.model import FactKind

BODY, TITLE, ASIDE = "body", "title", "aside"
TEXT_FIELDS = (TITLE, BODY, ASIDE)
"""Where a word without a field's name is looked for: headline, text, page furniture."""
NAMED_FIELDS = (
    "outlet",
    "author",
    "person",
    "organisation",
    "place",
    "product",
    "instrument",
    "source",
    "quote",
    "speaker",
)
POSITIONAL = TEXT_FIELDS + NAMED_FIELDS
"""Fields that keep where their words stand."""
FORMS = "forms"
"""`folded NUL as written`, where the two differ: for words wanted exactly, and to show a correction as it is spelt."""
NAMES = "names"
"""`field NUL folded value NUL value`: whole names, for completion."""
MONEY = "money"
"""`currency:amount`, so that amounts sort as text."""
MENTIONS = "mentions"
"""`first day/last day` of the dates in the text."""
STEMS = {name: f"stems_{name}" for name in TEXT_FIELDS}
"""`language letter stem` of the words of a field, each article by its own language: all forms of a word in one list."""
BEGINNINGS = {name: f"beginnings_{name}" for name in TEXT_FIELDS}
"""The first two bytes of the words of a field: what is typed first would otherwise be thousands of lists."""
DERIVED = (*STEMS.values(), *BEGINNINGS.values())
FIELDS = (*POSITIONAL, FORMS, NAMES, MONEY, MENTIONS, *DERIVED)

NAMED_KINDS = {
    FactKind.PERSON: "person",
    FactKind.ORGANISATION: "organisation",
    FactKind.PLACE: "place",
    FactKind.PRODUCT: "product",
    FactKind.INSTRUMENT: "instrument",
    FactKind.SOURCE: "source",
}
LANGUAGES = ("fr", "en")
BEGINNING = 2
"""Bytes of the beginnings that have lists of their own."""
UNDATED = -1
TITLE_KEY = "S48"
OUTLET_KEY = "S32"


def kind_term(kind: FactKind) -> bytes:
    """The term that stands in the body wherever a fact of this kind does."""
    return b"@" + kind.value.encode()


def stem_term(stem: str, language: str) -> bytes:
    """What stands for all forms of a word in the articles of one language."""
    return f"{language[0]}{stem}".encode()


def money_term(currency: str, amount: float) -> bytes:
    """An amount as a term, to the cent."""
    return f"{currency[:8]}:{max(0, round(amount * 100)):018d}".encode()


def day_number(iso: str | None) -> int:
    """An ISO day as a number of days, `UNDATED` for none."""
    try:
        return date.fromisoformat(iso).toordinal() if iso else UNDATED
    except ValueError:
        return UNDATED


def sort_key(text: str, width: str) -> bytes:
    """A text as the order by it compares it: folded, its first bytes."""
    return fold(text).lstrip("«»\"'“”‘ ([-–—").encode()[: int(width[1:])]
