"""A copy at the end of a file of the reader's: a new one, one that is there, one that cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from stage import Start, bottom, screen_of, shown, until

from aipolicy_tui import messages

SIZES = pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=["120x40", "80x24", "40x15"])


@SIZES
@pytest.mark.parametrize(("language", "said"), [("en", "At the end of"), ("fr", "À la fin de")])
async def test_copies_are_gathered_in_a_file_whose_name_is_remembered(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], language: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    messages.choose(language)
    app = start()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: screen_of(app).open_id)
        await pilot.press("enter", "w", *"é.md")
        assert f"{said} é.md" in shown(app)
        await pilot.press("enter")
        assert bottom(app).startswith(said)
        first = (tmp_path / "é.md").read_text("utf-8")
        assert "Le Pentagone confie un contrat à Nordik" in first and "Le Courrier du code" in first
        await pilot.press("space", "w")
        assert "é.md" in "".join(shown(app).split())
        await pilot.press("enter")
        both = (tmp_path / "é.md").read_text("utf-8")
        assert both.startswith(first + "\n") and len(both) > len(first) + 20


@pytest.mark.parametrize("there", ["Mine.", "Mine.\n", "Mine.\n\n", "Mine.\r\n", "Mine.\r\n\r\n", ""])
async def test_what_is_in_a_file_stays_there_with_one_empty_line_after_it(
    start: Start, tmp_path: Path, there: str
) -> None:
    notes = tmp_path / "notes.md"
    notes.write_bytes(there.encode())
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: screen_of(app).open_id)
        await pilot.press("w", *str(notes), "enter")
        written = notes.read_bytes().decode().replace("\r\n", "\n")
        assert written.startswith("Mine.\n\n“" if there else "“") and written.endswith("17 June 2025\n")


async def test_the_file_of_the_last_time_is_the_same_one_from_another_folder(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    elsewhere.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(home)
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: screen_of(app).open_id)
        await pilot.press("w", *"notes.md", "enter")
        assert "~/notes.md" in bottom(app)
        monkeypatch.chdir(elsewhere)
        await pilot.press("w", "enter")
        assert not (elsewhere / "notes.md").exists()
        assert (home / "notes.md").read_text("utf-8").count("17 June 2025") == 2


@pytest.mark.parametrize("refused", [".", "no/such/folder/notes.md", "file/notes.md"])
async def test_a_file_that_cannot_be_written_is_named_with_the_reason(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("in the way")
    app = start()
    async with app.run_test(size=(120, 24)) as pilot:
        await until(pilot, lambda: screen_of(app).open_id)
        await pilot.press("w", *refused, "enter")
        assert f"Nothing was written to {refused}" in shown(app)
        assert screen_of(app).library.recall("copies") is None


async def test_leaving_the_dialog_writes_nothing(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: screen_of(app).open_id)
        await pilot.press("w", *"notes.md", "escape")
        assert not (tmp_path / "notes.md").exists()
