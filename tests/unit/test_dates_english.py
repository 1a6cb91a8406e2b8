"""The dates that an English article gives, resolved from the day on which it appeared: Tuesday 17 June 2025."""

import pytest

from aipolicy_index.facts.dates import find
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, Provenance

TODAY = "2025-06-17"


def dates(text: str, published: str | None = TODAY) -> list[tuple[str, str | None]]:
    provenance = {"published": Provenance.METADATA}
    article = Article(text, "a.txt", published=published, language="en", provenance=provenance)
    return [(fact.text, fact.value) for fact in find(Page(article))]  # type: ignore[misc]


ABSOLUTE = [
    ("The act passed on March 3, 2024.", "March 3, 2024", "2024-03-03"),
    ("It was signed on March 3rd, 2024, in Paris.", "March 3rd, 2024", "2024-03-03"),
    ("It was signed on 3 March 2024.", "3 March 2024", "2024-03-03"),
    ("It was signed on the 3rd of March 2024.", "3rd of March 2024", "2024-03-03"),
    ("Posted Thu 9 Oct 2025 in London.", "Thu 9 Oct 2025", "2025-10-09"),
    ("It fell on Monday, Feb. 3, 2025.", "Monday, Feb. 3, 2025", "2025-02-03"),
    ("Filed on 03/14/2025 in Oakland.", "03/14/2025", "2025-03-14"),
    ("Filed on 04/11/2024 in Oakland.", "04/11/2024", "2024-04-11"),
    ("MPs voted on 04/11/2024 in Westminster.", "04/11/2024", "2024-11-04"),
    ("The contract runs until March 2027.", "March 2027", "2027-03"),
    ("It was due in late November 2022.", "late November 2022", "2022-11"),
    ("In 2021 the government resigned.", "2021", "2021"),
    ("It has been in use since 2023.", "2023", "2023"),
    ("A 2021 law forbids it.", "2021", "2021"),
    ("The 2024 elections changed that.", "2024", "2024"),
    ("It will be ready by late 2026.", "late 2026", "2026"),
    ("Sales fell in Q3 2024.", "Q3 2024", "2024-Q3"),
    ("Sales fell in the third quarter of 2024.", "third quarter of 2024", "2024-Q3"),
    ("Sales fell in the first half of 2024.", "first half of 2024", "2024-H1"),
    ("In fiscal 2025 it lost money.", "fiscal 2025", "2025"),
    ("The summit runs May 3-5, 2024.", "May 3-5, 2024", "2024-05-03/2024-05-05"),
    ("The summit runs from 3 to 5 May 2024.", "3 to 5 May 2024", "2024-05-03/2024-05-05"),
    ("From Feb. 28 to March 3, 2025, staff struck.", "Feb. 28 to March 3, 2025", "2025-02-28/2025-03-03"),
    ("Between March 3 and April 5, 2024, it ran.", "March 3 and April 5, 2024", "2024-03-03/2024-04-05"),
    ("Between 2019 and 2023 complaints tripled.", "2019 and 2023", "2019/2023"),
    ("From January to June 2024 it ran.", "January to June 2024", "2024-01/2024-06"),
    ("The week of June 16, 2025, is busy.", "week of June 16, 2025", "2025-W25"),
    ("In the summer of 2024 it leaked.", "summer of 2024", "2024"),
]


@pytest.mark.parametrize(("sentence", "words", "iso"), ABSOLUTE)
def test_what_is_said_in_full_needs_no_day_of_publication(sentence: str, words: str, iso: str) -> None:
    assert dates(sentence, None) == [(words, iso)]


RELATIVE = [
    ("The code would be tabled in October, he said.", "October", "2025-10"),
    ("With the election due in October, parties hurry.", "October", "2025-10"),
    ("Ministry to table labour code in October", "October", "2025-10"),
    ("The trial was scheduled for May.", "May", "2025-05"),
    ("A letter to be sent today warns them.", "today", "2025-06-17"),
    ("The minister said on Monday it was over.", "Monday", "2025-06-16"),
    ("The agency sued the firm Wednesday.", "Wednesday", "2025-06-11"),
    ("The court will rule on Thursday.", "Thursday", "2025-06-19"),
    ("The committee votes Thursday.", "Thursday", "2025-06-19"),
    ("Last Friday the board met.", "Last Friday", "2025-06-13"),
    ("The vote is next Tuesday.", "next Tuesday", "2025-06-24"),
    ("They switched it off on Sunday evening.", "Sunday evening", "2025-06-15"),
    ("He told MPs yesterday it was wrong.", "yesterday", "2025-06-16"),
    ("The trial opens tomorrow.", "tomorrow", "2025-06-18"),
    ("OpenAI announced today a new model.", "today", "2025-06-17"),
    ("The senator said earlier today she would not run.", "today", "2025-06-17"),
    ("The FTC last week fined the firm.", "last week", "2025-W24"),
    ("Colorado could sue next week.", "next week", "2025-W26"),
    ("I will introduce a bill this week.", "this week", "2025-W25"),
    ("He left the board last month.", "last month", "2025-05"),
    ("A House version failed last year.", "last year", "2024"),
    ("It will be fixed later this year.", "later this year", "2025"),
    ("The rules change early next year.", "early next year", "2026"),
    ("A report released in April said so.", "April", "2025-04"),
    ("The case was dropped last August.", "last August", "2024-08"),
    ("White House officials said in December that they would sue.", "December", "2024-12"),
    ("The order signed in October gave it tools.", "October", "2024-10"),
    ("The rule will apply in September.", "September", "2025-09"),
    ("Comments are due by July 15.", "July 15", "2025-07-15"),
    ("The law takes effect July 1.", "July 1", "2025-07-01"),
    ("NIST will release it on July 26, a spokeswoman said.", "July 26", "2025-07-26"),
    ("He was arrested on Feb. 2.", "Feb. 2", "2025-02-02"),
    ("He was arrested on 2 December.", "2 December", "2024-12-02"),
    ("The claim will be heard on 4 November.", "4 November", "2025-11-04"),
    ("Two years ago nobody cared.", "Two years ago", "2023"),
    ("It began three months ago.", "three months ago", "2025-03"),
    ("A week ago he denied it.", "A week ago", "2025-W24"),
    ("More than a decade ago it began.", "a decade ago", "2015"),
    ("The ban will end in three months.", "in three months", "2025-09"),
    ("Profit fell in the first quarter.", "first quarter", "2025-Q1"),
    ("It was in use last summer.", "last summer", "2024"),
    ("It will be done by the end of the year.", "end of the year", "2025"),
    ("It happened over the weekend.", "over the weekend", "2025-06-14/2025-06-15"),
    ("The talks will run June 23-25.", "June 23-25", "2025-06-23/2025-06-25"),
    ("It is expected to sue as early as September.", "September", "2025-09"),
    ("It raised $400 million in March and plans to list.", "March", "2025-03"),
    ("Last night the site went down.", "Last night", "2025-06-16"),
    ("It will rule by Christmas.", "Christmas", "2025-12-25"),
    ("Since May, nothing has moved.", "May", "2025-05"),
]


@pytest.mark.parametrize(("sentence", "words", "iso"), RELATIVE)
def test_what_is_said_from_the_day_is_resolved_by_tense(sentence: str, words: str, iso: str) -> None:
    assert dates(sentence) == [(words, iso)]


@pytest.mark.parametrize(("sentence", "words", "iso"), RELATIVE)
def test_without_a_day_of_publication_nothing_is_guessed(sentence: str, words: str, iso: str) -> None:
    assert dates(sentence, None) == [(words, None)]


HANGING = [
    ("It fell on February 3, 2025. Staff had heard the day before.", "day before", "2025-02-02"),
    ("Signed in October 2023, it was broken three months later.", "three months later", "2024-01"),
    ("Founded in 2019, it closed two years later.", "two years later", "2021"),
    ("Elected in 2016, he left the following year.", "following year", "2017"),
]


@pytest.mark.parametrize(("text", "words", "iso"), HANGING)
def test_the_day_before_hangs_on_the_day_spoken_of(text: str, words: str, iso: str) -> None:
    assert dates(text)[1] == (words, iso)


NO_DATE = [
    "Petition No. E071 of 2022 was heard.",
    "They met Mr Friday at the door.",
    "Today, everyone uses AI.",
    "Today's models are larger.",
    "It may pass, and the march of progress goes on.",
    "May Oduya and April Wynn met June Castellano.",
    "A letter by May Oduya was read.",
    "Theresa May resigned. A letter for May, who left, was read.",
    "He reads the Sunday Times on Black Friday.",
    "The office is open Monday to Friday.",
    "Executive Order 14110 and Section 230 apply.",
    "The hearing starts at 10:30 a.m.",
    "In recent years complaints have grown.",
    "The 1990s are gone.",
    "Some 2000 people marched.",
    "It costs $2025 a year.",
    "It will take three months.",
    "They collected the data in three months.",
    "The company celebrated its 50th anniversary.",
    "Call 202-555-0147.",
    "The GPT-4 model is a second chance.",
    "He works every Monday.",
    "Prices are about to fall.",
    "Vision 2030 is a plan.",
]


@pytest.mark.parametrize("sentence", NO_DATE)
def test_what_is_no_date_gives_none(sentence: str) -> None:
    assert dates(sentence) == []
