"""What is copied: words with where they come from."""

from aipolicy_index.model import Article, Fact, FactKind, QuoteDetails, Span, Zone, ZoneKind
from aipolicy_tui import messages
from aipolicy_tui.wording.copying import copied_fact, copied_passage, paragraph_at, sentence_at

TEXT = "Un titre\nUne phrase  simple. Une autre,\nqui suit.\n\n« Non », a dit Mme Harrow. Rien de plus."
ARTICLE = Article(
    text=TEXT,
    source="/x.txt",
    title="Un titre",
    outlet="Nord Actu",
    published="2025-06-01",
    zones=(Zone(Span(0, 8), ZoneKind.TITLE),),
)


def test_a_passage_comes_with_title_outlet_and_date_in_the_chosen_language() -> None:
    span = Span(TEXT.index("Une phrase"), TEXT.index(" Une autre"))
    assert copied_passage(ARTICLE, span, "x").text == "“Une phrase simple.”\n— “Un titre”, Nord Actu, 1 June 2025\n"
    messages.choose("fr")
    french = copied_passage(ARTICLE, span, "x").text.replace("\u00a0", " ")
    assert french == "« Une phrase simple. »\n— « Un titre », Nord Actu, 1er juin 2025\n"


def test_a_quote_comes_with_its_speaker() -> None:
    start = TEXT.index("Non")
    quote = Fact(FactKind.QUOTE, "Non", start, start + 3, "Non", QuoteDetails("Jane Harrow", "Mme Harrow"))
    assert copied_fact(ARTICLE, quote).text == "“Non”\n— Jane Harrow (“Un titre”, Nord Actu, 1 June 2025)\n"


def test_a_reference_leaves_out_what_is_not_known() -> None:
    bare = Article(text="Seul.", source="/x.txt", derived_title="Seul.")
    assert copied_passage(bare, Span(0, 5), "x").text == "“Seul.”\n— “Seul.”\n"


def test_the_sentence_and_the_paragraph_of_a_place() -> None:
    place = TEXT.index("dit Mme")
    sentence = sentence_at(ARTICLE, place)
    assert TEXT[sentence.start : sentence.end] == "« Non », a dit Mme Harrow."
    paragraph = paragraph_at(ARTICLE, place)
    assert TEXT[paragraph.start : paragraph.end] == "« Non », a dit Mme Harrow. Rien de plus."
    assert paragraph_at(ARTICLE, len(TEXT) + 9) == paragraph
