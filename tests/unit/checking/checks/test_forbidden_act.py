"""Acts that nobody honest demands."""

import pytest

from app.checking.checks.forbidden_act import ForbiddenAct
from app.model.finding import Finding, Severity
from app.model.phrases import ActGroup, SlotKind
from app.model.scam_category import ScamCategory
from tests.builders import STATED, a_doubting_weighing, a_register, a_slot, an_act, found_by

SCREEN = an_act(
    "act.screen", "共享屏幕", group=ActGroup.A, hints=("customer_service",), sources=(STATED,)
)
INSTALL = an_act("act.install", "下载软件", decides_with=("role", "group_a"))
CONTACT = an_act("act.contact", "加我微信", company=("role",))
POLICE = a_slot("role.police", SlotKind.ROLE, "我是民警", hints=("authority",))
REGISTER = a_register(
    SCREEN,
    INSTALL,
    CONTACT,
    POLICE,
    a_slot("stance.forbids", SlotKind.FORBIDS, "切勿", "不会"),
    a_slot("notice.code", SlotKind.NOTICE, "分钟内有效"),
)


def found(text: str) -> list[Finding]:
    return found_by(ForbiddenAct(), text, REGISTER)


def weights(text: str) -> list[tuple[Severity, int]]:
    return sorted((each.severity, each.order) for each in found(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共享屏幕", [(Severity.DECISIVE, 1)]),
        ("95588提醒您共享屏幕", [(Severity.DECISIVE, 1)]),
        ("下载软件", [(Severity.WARNING, 3)]),
        ("我是民警，下载软件", [(Severity.ALARM, 3)]),
        ("共享屏幕，下载软件", [(Severity.ALARM, 3), (Severity.DECISIVE, 1)]),
        ("加我微信", []),
        ("我是民警，加我微信", [(Severity.WARNING, 3)]),
        ("切勿共享屏幕", [(Severity.NOTE, 1)]),
        ("切勿共享屏幕，切勿下载软件", [(Severity.NOTE, 1)]),
        ("切勿共享屏幕。下载软件", [(Severity.NOTE, 1), (Severity.WARNING, 3)]),
        ("我是民警", []),
        ("您好", []),
    ],
)
def test_an_act_weighs(text: str, expected: list[tuple[Severity, int]]) -> None:
    assert weights(text) == expected


def test_a_mention_is_one_calm_note() -> None:
    (note,) = found("切勿共享屏幕，切勿下载软件，切勿共享屏幕")
    assert note.reason == "forbidden_act.mentioned"
    assert note.category is None
    assert {each.quote for each in note.evidence} == {"共享屏幕", "下载软件"}


def test_a_message_with_a_code_is_told_about_the_code() -> None:
    (note,) = found("5分钟内有效，切勿共享屏幕")
    assert note.reason == "forbidden_act.mentioned_with_code"
    assert note.severity is Severity.NOTE


def test_a_finding_says_why_and_which_rule_it_breaks_and_who_says_so() -> None:
    (finding,) = found("请你共享屏幕")
    assert finding.check == "forbidden_act"
    assert finding.reason is SCREEN.reason
    assert finding.rule is SCREEN.rule
    assert finding.source is STATED
    assert finding.category is ScamCategory.CUSTOMER_SERVICE
    assert [each.quote for each in finding.evidence] == ["共享屏幕"]


def test_an_act_said_often_is_one_finding_with_a_few_quotations() -> None:
    (finding,) = found("共享屏幕！" * 9)
    assert 1 <= len(finding.evidence) <= 3


def test_the_name_comes_from_everything_demanded() -> None:
    (finding,) = found("我是民警，下载软件")
    assert finding.category is ScamCategory.AUTHORITY


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("下载软件", Severity.WARNING),
        ("下载软件，谢谢", Severity.NOTE),
        ("我是民警，下载软件，谢谢", Severity.WARNING),
        ("共享屏幕，谢谢", Severity.DECISIVE),
        ("下载软件。谢谢", Severity.WARNING),
    ],
    ids=["as it stands", "a step less", "a step less too", "group a decides", "thanks elsewhere"],
)
def test_what_nothing_around_supports_counts_a_step_less_but_group_a_decides(
    text: str, severity: Severity
) -> None:
    check = ForbiddenAct(weighing=a_doubting_weighing())
    assert max(each.severity for each in found_by(check, text, REGISTER)) is severity
