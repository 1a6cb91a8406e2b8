"""The linear mode: plain lines in, plain lines out; in a pipe, on a dumb terminal, for a person."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from aipolicy_index.deeds import DeedKind
from aipolicy_index.library import Library

sys.path.append(str(Path(__file__).parent.parent / "terminal"))
from harness import Terminal

JOURNEYS = {
    "fr": "liste\ntrier titre\n/andreessen -google\n1\noccurrence\ncopier\nétoile\nliste étoilés\nouvrir 1\nsuivant\n"
    "liste non-lus\nouvrir 9\nchrcher\npla\nnonlu\ndéfaire\ndéfaire\ndéfaire\nétiquette À relire\n"
    "étiquette\nétiquette 2 a relire\nliste étiquette:relire\nliste étiquette:a non-lus\nretirer 1\nretour\nsuivant\n"
    "liste #rel\ndéfaire\ndéfaire\nliste média:zz\nliste titre:x\ntrier\nlangue\nlist\nquit\nliste\n",
    "en": "list french\nsort outlet\nsearch andreessen -google\n1\nmatch\ncopy\nstar\nlist starred\nopen 1\nnext\n"
    "list unread\nopen 9\nserch\np\nunread\nundo\nundo\nundo\ntag To do\n"
    'tag\ntag 2 to DO\nlist tag:to\nlist tag:"to do" unread\nremove 1\nback\nnext\n'
    "list #to\nundo\nundo\nlist outlet:zz\nlist title:x\nsort\nlanguage\nliste\nquitter\nlist\n",
}


@pytest.fixture
def library(seeds_library: Path, tmp_path: Path) -> Path:
    """A library of its own, that the test may write to."""
    return Path(shutil.copytree(seeds_library, tmp_path / "seeds0" / "library"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_journey_in_a_pipe(
    program: Callable[..., object], golden: Callable[..., None], library: Path, language: str
) -> None:
    done = program("--lang", language, "--library", library, "read", typed=JOURNEYS[language])
    golden(f"read.{language}.txt", f"{_cut(done.out)}\n--- standard error, status {done.status}\n{done.err}")


def _cut(text: str) -> str:
    """Each line by its beginning: what the articles say, and which passage is the best, is for other tests."""
    shown = ("   “…”" if line.startswith("   ") else line for line in text.splitlines())
    return "\n".join(line if len(line) < 60 else line[:59] + "…" for line in shown)


def test_facts_are_numbered_through_and_told_with_their_sentence(program: Callable[..., object], library: Path) -> None:
    listed = program("--library", library, "read", typed="/200 millions\n1\nfacts\nfacts Montants\nfacts money\n")
    everything, french, english = listed.out.partition("In brief (")[2].split("Money (", 3)[1:]
    assert french.splitlines()[1:] == english.splitlines()[1:]
    (number,) = [line.split(".")[0] for line in english.splitlines() if "USD 200M" in line]
    assert f"{number}. USD 200M" in everything
    told = program("--library", library, "read", typed=f"/200 millions\n1\nfact {number}\ncopy\ncopy 1\n").out
    assert told.count("200 millions de dollars") >= 3
    assert told.rstrip().endswith("aipolicy-tui, 17 June 2025")


def test_the_status_of_a_script_says_whether_all_was_done(program: Callable[..., object], library: Path) -> None:
    assert program("--library", library, "read", typed="list\n1\n").status == 0
    assert program("--library", library, "read", typed="list\nopen 77\n1\n").status == 1
    assert program("--library", library, "read", typed="search zzzzz\n").status == 1
    assert program("--library", library, "read").status == 0


def test_hostile_input_is_only_words(program: Callable[..., object], library: Path) -> None:
    done = program("--library", library, "read", typed=b"\xff\xfe\x1b[2J\n\x00\nsearch \x1b]0;x\x07\nlist\n")
    assert len(done.out.splitlines()) == 5
    assert "\x1b" not in done.err


def test_reading_is_remembered_as_on_the_screen(program: Callable[..., object], library: Path) -> None:
    program("--library", library, "read", typed="1\nstar\n")
    with Library.open(library) as opened:
        (first, *others) = opened.listing()
        assert opened.state(first).read and opened.state(first).starred
        assert opened.counts().unread == len(others)


@pytest.mark.parametrize("term", ["dumb", "xterm-256color"])
def test_a_person_gets_prompts_portions_and_no_escape_sequence(library: Path, term: str) -> None:
    command = [sys.executable, "-m", "aipolicy_tui", "--library", str(library), "read"]
    with Terminal(command, columns=60, rows=200, term=term) as terminal:
        terminal.wait_for("5 articles, 5 unread; “help” names the commands.\n>")
        terminal.press("open 1", "enter")
        terminal.wait_for("; Enter for more.\n>")
        terminal.press("enter")
        terminal.wait_for("dans l’immédiat.\n>")
        terminal.press("enter")
        terminal.wait_for("That is all.\n>")
        terminal.press("half a line")
        terminal.wait_for("> half a line")
        terminal.press("ctrl+c")
        terminal.wait_for(re.compile(r"> half a line(\^C)?\n+>"))
        terminal.press(*(["search "] if term == "dumb" else ["sea", "tab"]), "200 millions", "enter")
        terminal.wait_for(re.compile(r"> search 200 millions\n1 article, by relevance\.\n(.+\n)+>\n"))
        terminal.press("ctrl+d")
        assert terminal.wait_exit() == 0
        assert max(len(line) for line in terminal.text().splitlines()) < 60
        assert b"\x1b" not in terminal.written


def test_a_terminal_that_shows_no_more_than_ascii_gets_no_more(library: Path) -> None:
    command = [sys.executable, "-m", "aipolicy_tui", "--library", str(library), "--lang", "fr", "read"]
    with Terminal(command, columns=60, rows=50, term="vt100", environment={"LC_ALL": "C"}) as terminal:
        terminal.wait_for("nomme les commandes.\n>")
        terminal.press("1", "enter")
        terminal.wait_for(re.compile(r"Entr.e pour la suite"))
        assert terminal.written.isascii()
        assert "Pentagone confie" in terminal.text()


def test_more_like_this_corrections_and_what_was_understood(program: Callable[..., object], library: Path) -> None:
    script = "search Pentgone OpenAI\ncorrect\nunderstood\nopen 1\nlike\nopen 1\nmatch\nlike 99\nsearch zzqq\nnearly\n"
    done = program("--library", library, "--lang", "en", "read", typed=script)
    assert "Did you mean: Pentagone OpenAI" in done.err
    assert "Searched: Pentagone OpenAI" in done.err
    assert "Searched: Pentagone AND OpenAI" in done.out
    assert "Pentagone: DoD, Department of Defense" in done.out
    assert "   shared: " in done.out
    assert "Match 1 of" in done.err
    assert "99" in done.err
    assert "Searched: zzqq~" in done.err
    french = program("--library", library, "--lang", "fr", "read", typed="ouvrir 1\nsemblables\n")
    assert "   en commun : " in french.out and french.status == 0


def test_a_removed_article_keeps_its_number_until_the_list_is_told_again(
    program: Callable[..., object], library: Path
) -> None:
    script = "list\nremove 2\nopen 2\nopen 1\nnext\nremove 99\nback\nlist\nundo\nlist\n"
    done = program("--library", library, "--lang", "en", "read", typed=script)
    titles = [
        line.partition(". ")[2].removesuffix(", unread.").removesuffix(".")
        for line in done.out.splitlines()
        if re.match(r"\d\. ", line)
    ]
    first, second, third, *_ = titles
    assert titles[5:9] == [first, *titles[2:5]]  # back
    assert titles[9:13] == [first, *titles[2:5]]  # list
    assert titles[13:] == [first, second, *titles[2:5]]
    assert "This article is no longer in the library." in done.err
    assert "brings it back, for 30 days." in done.err
    opened = done.out.split("\n\n")[0]
    assert third.split(". ")[0] in done.out and opened
    with Library.open(library) as after:
        assert after.counts().total == 5


def test_what_was_done_on_the_screen_is_undone_line_by_line_on_another_day(
    program: Callable[..., object], library: Path
) -> None:
    with Library.open(library) as opened:
        first = opened.listing()[0]
        opened.do(DeedKind.TAGGED, first, "cloud")
        opened.do(DeedKind.REMOVED, first)
    done = program("--library", library, "--lang", "fr", "read", typed="défaire\nliste étiquette:cloud\ndéfaire\n")
    assert "de nouveau dans la bibliothèque" in done.err
    assert "étiquette cloud enlevée" in done.err
    assert done.out.startswith("1. ") and done.status == 0


def test_a_copy_goes_to_the_end_of_a_file(program: Callable[..., object], library: Path, tmp_path: Path) -> None:
    file = tmp_path / "notes é.txt"
    script = f"/200 millions\n1\nsave\nsave {file}\nfacts\nsave 1\nsave {tmp_path}\nsave 999 {file}\n"
    done = program("--library", library, "--lang", "en", "read", typed=script)
    first, second = file.read_text("utf-8").split("\n\n")
    for copied in (first, second):
        assert copied.startswith("“") and "aipolicy-tui, 17 June 2025" in copied
    assert done.err.count("Put at the end of") == 2
    assert done.err.count("Nothing was written to") == 1
    assert "Say which file: save notes.txt." in done.err
    assert "“999” is no number of a fact" in done.err
    assert "is not a file" in done.err


def test_words_are_looked_for_in_the_open_article_alone(program: Callable[..., object], library: Path) -> None:
    script = "/200 millions\n1\nhere contrat\nmatch\nmatch previous\nmatch previous\nhere zzz\nhere\nmatch\n"
    done = program("--library", library, "--lang", "en", "read", typed=script)
    told = re.findall(r"Match (\d+) of (\d+)", done.err)
    count = int(told[0][1])
    assert count > 1 and [int(number) for number, _ in told] == [1, 2, 1, count]
    assert "Nothing that is searched is in this article." in done.err


def test_links_are_numbered_and_one_is_told_whole(
    program: Callable[..., object], library: Path, tmp_path: Path
) -> None:
    address = "https://example.org/" + "a" * 150
    file = tmp_path / "linked.md"
    file.write_text(f"# Un titre\n\nLa Cnil publie [son rapport]({address}) lundi à Paris.\n", "utf-8")
    with Library.open(library) as opened:
        opened.add([file], jobs=1)
    script = "/rapport Cnil publie\n1\nlinks\nlinks 1\nlinks 7\n"
    done = program("--library", library, "--lang", "en", "read", typed=script)
    assert f"1. son rapport: {address}" in done.out.splitlines()
    assert done.out.splitlines()[-1] == address
    assert "7" in done.err.splitlines()[-1]


def test_what_is_typed_becomes_no_tag_that_a_terminal_obeys(program: Callable[..., object], library: Path) -> None:
    program("--library", library, "read", typed="tag 1 \x1b[2Jcloud\x07\ntag 1 #\n")
    with Library.open(library) as opened:
        assert opened.tags() == ["cloud"]
