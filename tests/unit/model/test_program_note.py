"""Only a newer program is told of."""

from datetime import date

import pytest

from app.model.language import LocalizedText
from app.model.program_note import ProgramNote, newer_than


def note(version: str) -> ProgramNote:
    text = LocalizedText(zh="新", en="new")
    return ProgramNote(version, date(2027, 1, 1), text, "https://example.org/")


@pytest.mark.parametrize(
    ("mine", "told"),
    [
        ("0.1.0", "0.1.1"),
        ("0.1.0", "0.2"),
        ("1.9", "1.10"),
        ("1.0rc1", "1.0"),
        ("1.0", "1.0.0.1"),
        ("nothing", "0.1"),
    ],
)
def test_a_newer_program_is_told_of(mine: str, told: str) -> None:
    assert newer_than(mine, note(told)) == note(told)


@pytest.mark.parametrize(
    ("mine", "told"),
    [("0.1.0", "0.1.0"), ("0.1", "0.1.0"), ("0.2.0", "0.1.9"), ("1.10", "1.9"), ("1.1rc1", "1.0")],
)
def test_an_older_program_or_this_one_is_not_told_of(mine: str, told: str) -> None:
    assert newer_than(mine, note(told)) is None


def test_where_nothing_is_told_nothing_is_newer() -> None:
    assert newer_than("0.1.0", None) is None
