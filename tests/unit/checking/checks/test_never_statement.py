"""Demands held against what the claimed organisation says it never does."""

import pytest
from msgspec.structs import replace

from app.checking.checks.never_statement import BrokenPromise, speakers
from app.checking.knowledge import Knowledge
from app.model.finding import Finding, Severity
from app.model.language import LocalizedText
from app.model.phrases import SlotKind
from app.model.records import NeverKind, NeverStatement
from app.model.register import Register
from app.model.source_note import SourceClass, SourceNote
from tests.builders import (
    STATED,
    a_company,
    a_doubting_weighing,
    a_never,
    a_register,
    a_slot,
    an_act,
    found_by,
    read,
    shipped_slots,
)
from tests.report_cases import a_number

LINE = a_number("river", "95152")


def a_world(*statements: NeverStatement) -> Register:
    return a_register(
        an_act("act.install", "下载软件"),
        a_slot("product.membership", SlotKind.PRODUCT, "直播会员"),
        a_slot("stance.denies", SlotKind.FORBIDS, "不会", "不存在"),
        *shipped_slots(SlotKind.INTRODUCES),
        organizations=(a_company("river", "江河平台"), a_company("hill", "山丘银行")),
        numbers=(LINE,),
        never=statements,
    )


INSTALLS = a_never("river", "act.install")
NO_PRODUCT = a_never("river", "product.membership", kind=NeverKind.PRODUCT_DOES_NOT_EXIST)


def found(text: str, *statements: NeverStatement, sender: str | None = None) -> list[Finding]:
    return found_by(BrokenPromise(), text, a_world(*statements), sender)


@pytest.mark.parametrize(
    ("text", "statement", "quote"),
    [
        ("我是江河平台的，请下载软件", INSTALLS, "下载软件"),
        ("我是江河平台的，您的直播会员要扣费", NO_PRODUCT, "直播会员"),
    ],
)
def test_a_recent_statement_decides(text: str, statement: NeverStatement, quote: str) -> None:
    (finding,) = found(text, statement)
    assert finding.severity is Severity.DECISIVE
    assert finding.order == 2
    assert [each.quote for each in finding.evidence] == [quote]
    assert finding.organization_id == "river"


def test_it_quotes_the_statement_with_its_date() -> None:
    (finding,) = found("我是江河平台的，请下载软件", INSTALLS)
    values = dict(finding.values)
    assert values["name"] == LocalizedText("江河平台", "Some Company")
    assert values["statement"] is INSTALLS.statement
    assert values["date"] == LocalizedText(STATED.date, STATED.date)
    assert finding.source is STATED


def test_an_undated_statement_says_so_in_words() -> None:
    note = SourceNote("某公告", "", "undated", SourceClass.ORGANISATION)
    undated = replace(INSTALLS, newest_source="undated", recent=False, sources=(note,))
    (finding,) = found("我是江河平台的，请下载软件", undated)
    date = dict(finding.values)["date"]
    assert isinstance(date, LocalizedText)
    assert "undated" in date.en
    assert "undated" not in date.zh


def test_an_old_statement_warns() -> None:
    (finding,) = found("我是江河平台的，请下载软件", replace(INSTALLS, recent=False))
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    [
        "请下载软件",
        "我是山丘银行的，请下载软件",
        "昨天在江河平台买东西，请下载软件",
        "我是江河平台的，请看通知",
        "我是江河平台的，本平台不会让您下载软件",
        "我是江河平台的",
        "",
    ],
)
def test_who_is_not_claimed_or_does_not_demand_breaks_nothing(text: str) -> None:
    assert found(text, INSTALLS) == []


def test_a_statement_about_channels_decides_nothing() -> None:
    channel = a_never("river", "act.install", kind=NeverKind.CHANNEL)
    assert all(
        each.severity <= Severity.WARNING for each in found("我是江河平台的，请下载软件", channel)
    )


def test_the_owner_of_the_sender_s_number_speaks() -> None:
    (finding,) = found("请下载软件", INSTALLS, sender="95152")
    assert finding.severity is Severity.DECISIVE


def test_the_source_shown_is_the_newest() -> None:
    old = SourceNote("旧公告", "", "2024-01-01", SourceClass.ORGANISATION)
    (finding,) = found("我是江河平台的，请下载软件", replace(INSTALLS, sources=(old, STATED)))
    assert finding.source is STATED


@pytest.mark.parametrize(
    ("text", "sender", "expected"),
    [
        ("我是江河平台的", None, ("river",)),
        ("您好", "95152", ("river",)),
        ("我是山丘银行的", "95152", ("hill", "river")),
        ("我是江河平台的", "95152", ("river",)),
        ("您好", "13800138000", ()),
        ("您好", "江河平台", ()),
    ],
)
def test_claims_and_the_sender_speak(
    text: str, sender: str | None, expected: tuple[str, ...]
) -> None:
    register = a_world()
    assert speakers(read(text, register, sender), Knowledge(register)) == expected


def test_in_a_talk_that_speaks_against_it_a_statement_warns() -> None:
    check = BrokenPromise(weighing=a_doubting_weighing(backing=900))
    text = "我是江河平台的，请下载软件。" + "周末去公园，谢谢。" * 20
    (finding,) = found_by(check, text, a_world(INSTALLS))
    assert finding.severity is Severity.WARNING
