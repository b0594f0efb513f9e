"""How a link is built, step 7."""

import pytest

from app.checking.checks.link_shape import LinkShape
from app.model.finding import Finding, Severity
from tests.link_cases import KNOWLEDGE, a_reading


def found(text: str) -> list[Finding]:
    return list(LinkShape().examine(a_reading(text), KNOWLEDGE))


@pytest.mark.parametrize(
    ("text", "reason", "severity"),
    [
        ("http://1.2.3.4/x", "ip_address", Severity.NOTE),
        ("http://1.2.3.4/x.apk", "program", Severity.WARNING),
        ("icbc.com.cn@evil.top", "userinfo", Severity.WARNING),
        ("https://evil.top/app.apk", "program", Severity.WARNING),
        ("https://evil.top/Setup.EXE?a=1", "program", Severity.WARNING),
        ("http://ехample.com", "mixed_letters", Severity.WARNING),
        ("evil.top:8443/a", "odd_port", Severity.NOTE),
        ("evil.top/a", "unlisted", Severity.NOTE),
    ],
)
def test_an_odd_link_is_remarked_on(text: str, reason: str, severity: Severity) -> None:
    (finding,) = found(text)
    assert (finding.reason, finding.severity) == (f"link_shape.{reason}", severity)
    assert finding.order == 7


@pytest.mark.parametrize(
    "text", ["icbc.com.cn/app.apk", "v.douyin.com/a", "t.cn/a", "x.somewhere.gov.cn", "例子.政务"]
)
def test_known_hosts_get_no_remark(text: str) -> None:
    assert found(text) == []


def test_merely_unlisted_links_share_one_calm_remark() -> None:
    (finding,) = found("a1.top b2.top c3.top d4.top")
    assert finding.severity is Severity.NOTE
    assert [each.quote for each in finding.evidence] == ["a1.top", "b2.top", "c3.top"]


def test_letters_of_one_foreign_alphabet_are_not_mixed() -> None:
    (finding,) = found("http://пример.com")
    assert finding.reason == "link_shape.unlisted"
