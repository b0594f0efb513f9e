"""How a broken table is named, and what every source must tell."""

from pathlib import Path

import pytest

from app.feed.table_rows import (
    Naming,
    check_source,
    cited,
    read_sources,
    read_table,
    refuse_strangers,
    refuse_unknown,
    whole_number,
    words,
)
from app.model.errors import InvalidTableError
from app.model.language import LocalizedText
from app.model.source_note import SourceClass, SourceNote

GOOD = {"title": "某报", "address": "https://example.com/", "date": "2025-03", "class": "press"}


def test_an_error_inside_a_row_names_table_row_and_rule() -> None:
    with pytest.raises(InvalidTableError) as caught, Naming("bank.toml", "icbc"):
        raise ValueError("the rule")
    assert caught.value.reference == "invalid-table"
    assert caught.value.values == {"table": "bank.toml", "row": "icbc", "rule": "the rule"}


def test_a_missing_field_is_named() -> None:
    with pytest.raises(InvalidTableError) as caught, Naming("bank.toml", "icbc"):
        raise KeyError("kind")
    assert "kind" in caught.value.values["rule"]


def test_other_errors_pass_unchanged() -> None:
    with pytest.raises(MemoryError), Naming("bank.toml", "icbc"):
        raise MemoryError


@pytest.mark.parametrize("content", [b"a = ", b"\xff\xfe", b"a = 1\na = 2\n"])
def test_a_file_that_is_no_toml_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bank.toml"
    path.write_bytes(content)
    with pytest.raises(InvalidTableError) as caught:
        read_table(path)
    assert caught.value.values["table"] == "bank.toml"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidTableError):
        read_table(tmp_path / "rail.toml")


def test_a_table_of_another_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bnak.toml").touch()
    with pytest.raises(InvalidTableError):
        refuse_strangers(tmp_path, ["bank"])
    refuse_strangers(tmp_path, ["bank", "bnak"])


def test_sources_are_read_by_their_short_ids() -> None:
    sources = read_sources({"sources": {"A": GOOD}}, "bank.toml")
    note = SourceNote("某报", "https://example.com/", "2025-03", SourceClass.PRESS)
    assert sources == {"A": note}
    assert cited({"sources": ["A"]}, sources) == (note,)
    with pytest.raises(KeyError):
        cited({"sources": ["B"]}, sources)


@pytest.mark.parametrize(
    "wrong",
    [{"class": "rumour"}, {"date": "soon"}, {"address": "see 003.txt"}, {"title": ""}, {"x": "1"}],
)
def test_a_source_nobody_could_look_up_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(InvalidTableError) as caught:
        read_sources({"sources": {"A": GOOD | wrong}}, "bank.toml")
    assert caught.value.values["row"] == "A"


@pytest.mark.parametrize("date", ["undated", "2025", "2025-03", "2025-03-31", "2018/2019"])
def test_a_source_may_be_dated_by_what_it_tells(date: str) -> None:
    check_source(SourceNote("某报", "", date, SourceClass.PRESS))


def test_a_slip_of_the_pen_is_no_silent_default() -> None:
    with pytest.raises(ValueError, match="unknown field standng"):
        refuse_unknown({"standng": "documented"}, ["standing"])


def test_words_come_in_both_languages() -> None:
    assert words({"zh": "是", "en": "yes"}) == LocalizedText("是", "yes")
    with pytest.raises(KeyError):
        words({"zh": "是"})


@pytest.mark.parametrize("value", [0, -1, True, False, 1.0, "1", None])
def test_what_is_no_whole_number_from_one_on_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="whole number"):
        whole_number(value, least=1)


def test_a_whole_number_is_taken_as_it_stands() -> None:
    assert [whole_number(0), whole_number(7, least=7)] == [0, 7]
