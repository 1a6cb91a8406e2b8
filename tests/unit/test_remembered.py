"""What an object computes once: asked for once, kept for the object alone, told apart from the class."""

from __future__ import annotations

from dataclasses import dataclass, field

from aipolicy_index.language.remembered import remembered


@dataclass(frozen=True)
class _Text:
    words: str
    asked: list[str] = field(default_factory=list)

    @remembered
    def length(self) -> int:
        """How long it is."""
        self.asked.append(self.words)
        return len(self.words)


def test_a_value_is_computed_when_first_asked_for_and_kept() -> None:
    text = _Text("amende")
    assert text.asked == []
    assert (text.length, text.length) == (6, 6)
    assert text.asked == ["amende"]


def test_each_object_keeps_its_own() -> None:
    assert [_Text("loi").length, _Text("décret").length] == [3, 6]


def test_the_class_shows_what_it_says_of_itself() -> None:
    assert _Text.length.__doc__ == "How long it is."
