import pytest

from app.checking.checks.official_number import OfficialLine
from app.model.finding import Finding, Severity
from app.model.reading import Reading
from tests.number_cases import KNOWLEDGE, SOURCE, a_reading, bare


def findings(reading: Reading) -> list[Finding]:
    return list(OfficialLine().examine(reading, KNOWLEDGE))


@pytest.mark.parametrize("text", ["95152", "951 52", "９５１５２", "九五一五二"])
def test_a_listed_number_names_its_owner_and_its_source(text: str) -> None:
    (found,) = findings(bare(text))
    values = dict(found.values)
    assert (found.severity, found.reason, found.organization_id) == (
        Severity.REASSURING,
        "official_number.listed",
        "douyin",
    )
    assert (values["number"], values["since"], values["date"]) == ("95152", "2025-12", "2026-11")
    assert found.source == SOURCE  # the owner's own word before a list
    assert found.evidence[0].quote == text


@pytest.mark.parametrize(
    "text",
    [
        "110",
        "96110",
        "0536-96110",
        "053696110",
        "95588",
        "010-95588",
        "9555501",
        "12110021",
        "+852 2233 1111",
    ],
)
def test_every_listed_spelling_reassures(text: str) -> None:
    assert [each.severity for each in findings(bare(text))] == [Severity.REASSURING]


@pytest.mark.parametrize(
    ("text", "reason"),
    [("95001", "holder"), ("95300", "obsolete"), ("95301", "unverified")],
)
def test_a_doubtful_row_is_a_hint_and_never_reassures(text: str, reason: str) -> None:
    (found,) = findings(bare(text))
    assert (found.severity, found.reason) == (Severity.NOTE, f"official_number.{reason}")


@pytest.mark.parametrize(
    "text",
    [
        "0095152",
        "+86 95152",
        "95152-8",
        "951520",
        "021-95588",
        "0086-96110",
        "0311-110",
        "13912345678",
        "+44 7911 123456",
    ],
)
def test_an_unlisted_number_has_no_calm_line(text: str) -> None:
    assert findings(bare(text)) == []


def test_a_number_mentioned_in_a_text_has_its_own_line() -> None:
    (found,) = findings(a_reading("有疑问请拨打95588。"))
    assert found.severity is Severity.REASSURING
    assert found.evidence[0].span is not None


def test_a_400_number_with_a_plus_is_not_the_listed_one_unless_a_sentence_names_it() -> None:
    assert findings(bare("+86 400 820 5555")) == []
    assert findings(a_reading("您好", sender="+864008205555")) == []
    assert len(findings(bare("400 820 5555"))) == 1
    assert len(findings(a_reading("Please call +86 400 820 5555 for help"))) == 1


def test_one_listed_number_does_not_vouch_for_another() -> None:
    (found,) = findings(bare("95588 13912345678"))
    assert [each.quote for each in found.evidence] == ["95588"]
