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
    ],
)
def test_listed_known_and_plain_hosts_are_no_lookalikes(text: str) -> None:
    assert found(text) == []


def test_one_host_is_one_finding() -> None:
    assert len(found("icbc-vip.cc/a icbc-vip.cc/b")) == 1
