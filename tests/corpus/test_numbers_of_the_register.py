"""What the shipped tables say of the numbers people ask about most."""

from functools import cache

import pytest

from app.checking.checks.lookalike_number import LookalikeNumber
from app.checking.checks.number_origin import NumberOrigin
from app.checking.checks.official_number import OfficialLine
from app.checking.checks.reported_indicator import ReportedMatch
from app.checking.knowledge import Knowledge
from app.checking.number_likeness import NumberLikeness
from app.model.finding import Finding, Severity
from app.model.language import Language
from app.model.reading import Reading
from app.model.records import Standing
from tests.number_cases import a_reading, bare, plan, reader
from tests.shipped import shipped_register, shipped_words

PROVEN = (Standing.DOCUMENTED, Standing.LISTED_TWICE, Standing.COMMUNITY_LIST)


@cache
def knowledge() -> Knowledge:
    return Knowledge(shipped_register())


@cache
def lookalikes() -> LookalikeNumber:
    return LookalikeNumber(NumberLikeness(shipped_register(), plan()))


def findings(reading: Reading) -> list[Finding]:
    checks = (ReportedMatch(), lookalikes(), NumberOrigin(), OfficialLine())
    return [found for check in checks for found in check.examine(reading, knowledge())]


def severities(reading: Reading) -> set[Severity]:
    return {each.severity for each in findings(reading)}


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("95152", "douyin"),
        ("951 52", "douyin"),
        ("９５１５２", "douyin"),
        ("110", "police"),
        ("96110", "national-anti-fraud"),
        ("0536-96110", "national-anti-fraud"),
        ("12381", "miit-12381"),
        ("95588", "icbc"),
    ],
)
def test_a_listed_number_alone_reassures_and_names_its_owner(text: str, owner: str) -> None:
    found = findings(bare(text))
    assert {each.severity for each in found} == {Severity.REASSURING}
    assert owner in {each.organization_id for each in found}
    assert all(each.source and each.source.title for each in found)


@pytest.mark.parametrize("text", ["12306", "10086", "021-95561"])
def test_other_listed_numbers_reassure_too(text: str) -> None:
    assert severities(bare(text)) == {Severity.REASSURING}


@pytest.mark.parametrize(
    ("text", "genuine"),
    [
        ("0095152", "95152"),
        ("+86 95152", "95152"),
        ("95152-8", "95152"),
        ("951520", "95152"),
        ("021-95588", "95588"),
        ("0086-96110", "96110"),
    ],
)
def test_an_imitation_never_reassures_and_names_the_listed_number(text: str, genuine: str) -> None:
    found = findings(bare(text))
    assert Severity.REASSURING not in {each.severity for each in found}
    assert genuine in {each.genuine for each in found}


@pytest.mark.parametrize("text", ["0311-110", "0311110", "0760-110", "+0774110", "0839-110"])
def test_an_area_code_before_110_warns(text: str) -> None:
    assert Severity.WARNING in severities(bare(text))


@pytest.mark.parametrize(
    "text", ["95001", "95000", "13812345678", "+44 7911 123456", "+852 51234567"]
)
def test_these_are_notes_at_most(text: str) -> None:
    assert severities(bare(text)) <= {Severity.NOTE}


@pytest.mark.parametrize(
    "text",
    [
        "您尾号3321的卡11月22日12:30支出1,280.00元，余额95001.20元，如有疑问请拨打95588。",
        "您的快递已到，取件码8-2-1101，电话13812345678。",
        "【国家反诈中心】96110来电请一定接听。",
        "客服热线95511-3，或400-820-5555。",
        "社保咨询请拨打021-12333或12345。",
    ],
)
def test_an_honest_notice_has_no_warning(text: str) -> None:
    assert severities(a_reading(text)) <= {Severity.NOTE, Severity.REASSURING}


def test_every_listed_number_reads_as_itself_and_is_known() -> None:
    for row in shipped_register().numbers:
        number = reader().read_one(row.key)
        assert number is not None, row.key
        assert number.key == row.key
        assert row in knowledge().official_numbers(number)


def test_every_proven_number_alone_is_nothing_but_reassuring() -> None:
    wrong = [
        row.key
        for row in shipped_register().numbers
        if row.standing in PROVEN and severities(bare(row.key)) != {Severity.REASSURING}
    ]
    # E.164 keys of 400 numbers carry a +, as their owners' calls never do.
    assert [each for each in wrong if not each.startswith(("+86400", "+86800"))] == []


@pytest.mark.parametrize("language", list(Language))
def test_every_finding_about_a_number_can_be_said(language: Language) -> None:
    catalog = shipped_words(language)
    texts = [
        "95152",
        "0095152",
        "951520",
        "95152-8",
        "021-95588",
        "021-12333",
        "195588",
        "0311110",
        "9558812",
        "10600095588",
        "10690095588",
        "+86 400 820 5555",
        "4008205565",
        "13812312333",
        "95001",
        "95300",
        "10080",
        "021-95561",
        "+44 7911 123456",
        "17012345678",
        "1410123456789",
    ]
    senders = [a_reading("您好", sender=each) for each in ("110", "4001112222", "12333", "106900")]
    for reading in [*map(bare, texts), *senders]:
        for found in findings(reading):
            assert isinstance(found.reason, str)
            said = catalog.filled(f"finding.{found.reason}", found.values)
            assert said
            assert "{" not in said
