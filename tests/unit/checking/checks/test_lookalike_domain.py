"""Look-alikes of listed sites, step 6."""

import pytest

from app.checking.checks.lookalike_domain import LookalikeDomain
from app.model.finding import Finding, Severity
from tests.link_cases import KNOWLEDGE, REGISTER, a_reading, index_of

CHECK = LookalikeDomain(index_of(REGISTER))


def found(text: str, *, demand: bool = False) -> list[Finding]:
    return list(CHECK.examine(a_reading(text, demand=demand), KNOWLEDGE))


@pytest.mark.parametrize(
    "text",
    [
        "douyin.com.verify-kf.cn",
        "https://evil.top\\@icbc.com.cn",
        "icbc.com.cn@evil.top",
        "http://іcbc.com.cn",
        "1cbc.com.cn",
        "docs.qq.com@icbc-vip.cc",
    ],
)
def test_a_lookalike_is_orange_and_names_the_genuine_site(text: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.WARNING
    assert finding.order == 6
    assert finding.genuine in ("www.icbc.com.cn", "www.douyin.com")
    assert finding.evidence[0].quote == text


def test_a_lookalike_with_a_demand_is_red() -> None:
    (finding,) = found("icbc-vip.cc", demand=True)
    assert finding.severity is Severity.ALARM


def test_the_very_name_under_a_usual_ending_is_no_alarm_even_with_a_demand() -> None:
    (finding,) = found("icbc.com", demand=True)
    assert finding.severity is Severity.WARNING
    (finding,) = found("icbc.cc", demand=True)
    assert finding.severity is Severity.ALARM


@pytest.mark.parametrize(
    "text",
    [
        "icbc.com.cn",
        "95588.com",
        "12306.cn",
        "v.douyin.com/abc",
        "t.cn/abc",
        "evil.top",
        "x.tmall.com",
        "icbc-vip.gov.cn",
    ],
)
def test_listed_known_and_plain_hosts_are_no_lookalikes(text: str) -> None:
    assert found(text) == []


def test_one_host_is_one_finding() -> None:
    assert len(found("icbc-vip.cc/a icbc-vip.cc/b")) == 1


@pytest.mark.parametrize("demand", [False, True])
def test_a_brand_of_the_world_never_makes_an_alarm(demand: bool) -> None:
    (finding,) = found("netfliix.com", demand=demand)
    assert finding.severity is Severity.WARNING
    assert (finding.organization_id, finding.genuine) == ("", "")
    assert finding.source is not None


@pytest.mark.parametrize("demand", [False, True])
def test_a_sign_in_the_shape_is_a_warning_of_step_seven(demand: bool) -> None:
    (finding,) = found("http://parcels.top/x/verify.php", demand=demand)
    assert (finding.reason, finding.order) == ("link_shape.identity_page", 7)
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize("text", ["https://gansu.gov.cn/login.html", "t.cn/verify.php"])
def test_a_host_that_a_list_or_its_ending_explains_has_no_signs(text: str) -> None:
    assert found(text) == []
