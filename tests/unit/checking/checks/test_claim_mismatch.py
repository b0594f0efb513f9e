"""Whom a text claims to come from, against where it leads."""

import pytest

from app.checking.checks.claim_mismatch import ClaimMismatch
from app.model.finding import Finding, Severity
from app.model.language import Language, LocalizedText
from app.model.phrases import SlotKind
from tests.builders import a_company, a_register, a_slot, an_act, found_by, shipped_slots
from tests.report_cases import a_domain, a_number


def found(text: str, sender: str | None = None, *, closed: bool = False) -> list[Finding]:
    register = a_register(
        an_act("act.open_link", "点击链接"),
        an_act("act.move", "转到卡里"),
        a_slot("stance.forbids", SlotKind.FORBIDS, "切勿"),
        *shipped_slots(SlotKind.INTRODUCES),
        organizations=(
            a_company("river", "江河银行", closed_numbers=closed, closed_domains=closed),
            a_company("hill", "山丘银行"),
            a_company("meadow", "草原银行"),
        ),
        numbers=(a_number("river", "95588"), a_number("hill", "95599")),
        domains=(a_domain("river", "river.com"), a_domain("hill", "hill.com")),
    )
    return found_by(ClaimMismatch(), text, register, sender)


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("我是江河银行的", None),
        ("我是江河银行的，请拨打95588", None),
        ("我是江河银行的，请看 https://www.river.com/a", None),
        ("我是江河银行的", "95588"),
        ("请拨打13800138000", None),
        ("昨天去江河银行，回电13800138000", None),
        ("", None),
    ],
)
def test_what_fits_or_claims_nothing_is_no_mismatch(text: str, sender: str | None) -> None:
    assert found(text, sender) == []


@pytest.mark.parametrize(
    ("text", "sender", "shown", "genuine"),
    [
        ("我是江河银行的，回电13800138000", None, "13800138000", "95588"),
        ("我是江河银行的，请看 https://else.com/a", None, "https://else.com/a", "river.com"),
        ("我是江河银行的", "13800138000", "13800138000", "95588"),
        ("我是江河银行的，请拨打95599", None, "95599", "95588"),
    ],
)
def test_an_open_list_cannot_confirm(
    text: str, sender: str | None, shown: str, genuine: str
) -> None:
    (finding,) = found(text, sender)
    assert finding.severity is Severity.NOTE
    assert "unlisted" in str(finding.reason)
    assert [each.quote for each in finding.evidence] == [shown]
    assert finding.organization_id == "river"
    assert finding.genuine == genuine
    assert finding.order == 5


def test_a_sender_is_no_place_in_the_text() -> None:
    (finding,) = found("我是江河银行的", "13800138000")
    (evidence,) = finding.evidence
    assert evidence.span is None
    assert evidence.indicator is not None


@pytest.mark.parametrize(
    ("text", "sender", "severity"),
    [
        ("我是江河银行的，转到卡里 https://else.com/a", None, [Severity.WARNING]),
        ("我是江河银行的，请转到卡里", "13800138000", [Severity.WARNING]),
        ("我是江河银行的，切勿转到卡里 https://else.com/a", None, [Severity.NOTE]),
        ("我是江河银行的，转到卡里，回电95588", None, []),
    ],
)
def test_with_a_demand_it_warns(text: str, sender: str | None, severity: list[Severity]) -> None:
    assert [each.severity for each in found(text, sender)] == severity


@pytest.mark.parametrize(
    ("text", "sender", "severity"),
    [
        ("我是江河银行的，回电13800138000", None, Severity.WARNING),
        ("我是江河银行的", "13800138000", Severity.WARNING),
        ("我是江河银行的，请看 https://else.com/a", None, Severity.WARNING),
        ("我是江河银行的，请点击链接 https://else.com/a", None, Severity.ALARM),
    ],
)
def test_a_closed_list_says_so(text: str, sender: str | None, severity: Severity) -> None:
    (finding,) = found(text, sender, closed=True)
    assert finding.severity is severity
    assert "closed" in str(finding.reason)


def test_a_link_is_shown_before_a_number() -> None:
    (finding,) = found("我是江河银行的，回电13800138000 或 https://else.com/a")
    assert finding.genuine == "river.com"


def test_each_claimed_organisation_is_held_against_it_once() -> None:
    text = "我是江河银行的，我是山丘银行的，回电13800138000、13900139000"
    assert sorted(each.organization_id for each in found(text)) == ["hill", "river"]


def test_a_contact_of_any_claimed_organisation_belongs() -> None:
    assert found("我是江河银行的，我是山丘银行的，回电95588、95599") == []


def test_the_listed_contacts_are_named_beside_the_strange_one() -> None:
    (finding,) = found("我是江河银行的，请看 https://else.com/a")
    values = dict(finding.values)
    assert finding.reason == "claim_mismatch.unlisted_link_known"
    assert values["shown"] == "else.com"
    listed = values["listed"]
    assert isinstance(listed, LocalizedText)
    assert listed.into(Language.ZH).startswith("river.com")


def test_without_a_listed_contact_none_is_promised() -> None:
    (finding,) = found("我是草原银行的，请看 https://else.com/a")
    assert finding.reason == "claim_mismatch.unlisted_link"


def test_of_two_messages_in_one_each_is_held_against_its_own_link() -> None:
    text = "我是江河银行的，请看 https://one.com/a\n我是山丘银行的，请看 https://two.com/b"
    shown = {each.organization_id: each.evidence[0].quote for each in found(text)}
    assert shown == {"river": "https://one.com/a", "hill": "https://two.com/b"}
    (before,) = found("请看 https://one.com/a，我是江河银行的")
    assert before.evidence[0].quote == "https://one.com/a"
