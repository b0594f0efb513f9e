"""Whose a link's site is, step 8."""

import pytest

from app.checking.checks.official_domain import OfficialSite
from app.checking.knowledge import Knowledge
from app.model.finding import Finding, Severity
from app.model.language import LocalizedText
from tests.builders import the_knowledge
from tests.link_cases import KNOWLEDGE, SOURCE, a_reading
from tests.shipped import shipped_register

SHIPPED = the_knowledge(shipped_register())


def found(text: str, knowledge: Knowledge = KNOWLEDGE) -> list[Finding]:
    return list(OfficialSite().examine(a_reading(text), knowledge))


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("https://www.douyin.com/user/1", "抖音"),
        ("douyin.com", "抖音"),
        ("95588.com", "工商银行"),
        ("12306.cn", "铁路12306"),
        ("mybank.icbc.com.cn", "工商银行"),
        ("ylbz.gansu.gov.cn", "医保局"),
        ("bank.pingan.com", "平安银行"),
        ("www.pingan.com", "平安保险、平安银行"),
    ],
)
def test_a_listed_host_reassures_with_its_owner_and_source(text: str, owner: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.REASSURING
    assert finding.reason == "official_domain.listed"
    named = dict(finding.values)["owner"]
    assert isinstance(named, LocalizedText)
    assert named.zh == owner
    assert finding.source == SOURCE
    assert finding.order == 8


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("docs.qq.com/form/page/1", "user_content"),
        ("v.douyin.com/iabc/", "user_content"),
        ("aliqin.tmall.com", "user_content"),
        ("t.cn/A6x", "shortener"),
        ("www.t.cn/A6x", "shortener"),
        ("gansu.gov.cn", "government_suffix"),
        ("rsj.somewhere.gov.cn", "government_suffix"),
        ("https://icbc.com.cn:8443/", "listed_but_odd"),
        ("https://user@icbc.com.cn/", "listed_but_odd"),
        ("doubtful-sec.com", "unverified"),
    ],
)
def test_what_is_not_the_owners_own_word_never_reassures(text: str, reason: str) -> None:
    (finding,) = found(text)
    assert finding.severity is Severity.NOTE
    assert finding.reason == f"official_domain.{reason}"


def test_a_host_in_one_list_only_reassures_in_calmer_words() -> None:
    (finding,) = found("once-express.com")
    assert finding.severity is Severity.REASSURING
    assert finding.reason == "official_domain.listed_once"


@pytest.mark.parametrize(
    "text", ["evil.top", "icbc.com.cn.evil.top", "gov.cn.evil.top", "1.2.3.4:8"]
)
def test_nothing_is_said_of_an_unlisted_host(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["https://www.douyin.com/", "95588.com", "12306.cn", "icbc.com.cn"]
)
def test_the_shipped_register_knows_the_famous_sites(text: str) -> None:
    assert [each.severity for each in found(text, SHIPPED)] == [Severity.REASSURING]


@pytest.mark.parametrize("text", ["docs.qq.com/form/1", "v.douyin.com/a", "t.cn/a", "x.feishu.cn"])
def test_the_shipped_register_never_reassures_about_platforms(text: str) -> None:
    assert [each.severity for each in found(text, SHIPPED)] == [Severity.NOTE]


def test_an_email_address_is_nobodys_site() -> None:
    assert found("abc@icbc.com.cn") == []


@pytest.mark.parametrize(
    "text", ["https://www.usps.com/help", "amazon.co.uk", "www.gov.uk/tax", "sso.agency.gov.au"]
)
def test_what_everybody_knows_to_be_somebodys_site_does_not_reassure(text: str) -> None:
    assert [each.severity for each in found(text, SHIPPED)] == [Severity.NOTE]
