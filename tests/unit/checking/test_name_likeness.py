"""Whom a host imitates among one set of names."""

import pytest

from app.checking.genuine_names import GenuineNames
from app.checking.lookalike_words import load_lookalike_words
from app.checking.name_likeness import Imitated, Imitation, NameLikeness
from app.model.register import Register
from tests.link_cases import REGISTER, a_link, skeletons
from tests.shipped import RESOURCES, shipped_register

WORDS = load_lookalike_words(RESOURCES)


def likeness(register: Register) -> NameLikeness:
    return NameLikeness(GenuineNames(register, skeletons(), WORDS), skeletons(), WORDS)


INDEX = likeness(REGISTER)
SHIPPED = likeness(shipped_register())


def shipped(text: str) -> Imitated | None:
    return SHIPPED.imitated(a_link(text))


@pytest.mark.parametrize(
    ("text", "imitation", "genuine"),
    [
        ("1cbc.com.cn", Imitation.HOMOGRAPH, "www.icbc.com.cn"),
        ("http://іcbc.com.cn", Imitation.HOMOGRAPH, "www.icbc.com.cn"),
        ("http://ісbс.com.cn/login", Imitation.HOMOGRAPH, "www.icbc.com.cn"),
        ("http://icbç.com", Imitation.HOMOGRAPH, "www.icbc.com.cn"),
        ("crnbchina.com", Imitation.HOMOGRAPH, "www.cmbchina.com"),
        ("cmb-china.top", Imitation.HOMOGRAPH, "www.cmbchina.com"),
        ("d0uyin.cn", Imitation.HOMOGRAPH, "www.douyin.com"),
        ("cmbchian.com", Imitation.TYPO, "www.cmbchina.com"),
        ("cmbchinna.com", Imitation.TYPO, "www.cmbchina.com"),
        ("waqcz123086.cn", Imitation.TYPO, "www.12306.cn"),
        ("icbc.cc", Imitation.SUFFIX, "www.icbc.com.cn"),
        ("icbc.com", Imitation.SUFFIX, "www.icbc.com.cn"),
        ("icdc.com.cn", Imitation.HOMOGRAPH, "www.icbc.com.cn"),
        ("douy1n.net", Imitation.HOMOGRAPH, "www.douyin.com"),
        ("douuin.com", Imitation.TYPO, "www.douyin.com"),
        ("ɗouуin.top", Imitation.HOMOGRAPH, "www.douyin.com"),
        ("dou.yin.com", Imitation.HOMOGRAPH, "www.douyin.com"),
        ("douyincom.com", Imitation.BRAND, "www.douyin.com"),
        ("douyin-app.com", Imitation.BRAND, "www.douyin.com"),
        ("douyin.top", Imitation.SUFFIX, "www.douyin.com"),
        ("95588.top", Imitation.SUFFIX, "www.95588.com"),
        ("12306.vip", Imitation.SUFFIX, "www.12306.cn"),
        ("icbc-vip.cc", Imitation.BRAND, "www.icbc.com.cn"),
        ("kefudouyin.com", Imitation.BRAND, "www.douyin.com"),
        ("douyin-hello.xyz", Imitation.BRAND, "www.douyin.com"),
        ("cmb-kefu.com", Imitation.BRAND, "www.cmbchina.com"),
        ("cz95588.net", Imitation.BRAND, "www.95588.com"),
        ("douyin.com.verify-kf.cn", Imitation.EMBEDDED, "www.douyin.com"),
        ("www-icbc-com-cn.evil.top", Imitation.EMBEDDED, "www.icbc.com.cn"),
        ("https://evil.top\\@icbc.com.cn", Imitation.EMBEDDED, "www.icbc.com.cn"),
        ("icbc.com.cn@evil.top", Imitation.EMBEDDED, "www.icbc.com.cn"),
        ("evil.top/www.douyin.com/login", Imitation.EMBEDDED, "www.douyin.com"),
    ],
)
def test_an_imitation_names_its_way_and_the_genuine_site(
    text: str, imitation: Imitation, genuine: str
) -> None:
    found = INDEX.imitated(a_link(text))
    assert found is not None
    assert (found.imitation, found.host) == (imitation, genuine)


@pytest.mark.parametrize(
    "text",
    [
        "www.icbc.com.cn",
        "mybank.icbc.com.cn",
        "evil.top",
        "douyin-cdn.com",
        "cmb-hello.top",
        "gansu.gov.cn",
        "icbc.gov.cn",
        "1.2.3.4:80",
        "example.com/douyin",
        "www.douyin.cn",
        "douyin.net",
        "douyinapp.com",
        "cmb-app.com",
        "icdc.com",
        "dou.yina.com",
        "abcd.com",
    ],
)
def test_an_own_or_unrelated_host_imitates_nobody(text: str) -> None:
    assert INDEX.imitated(a_link(text)) is None


def test_no_listed_host_imitates_another() -> None:
    hosts = [each.host for each in shipped_register().domains]
    accused = [host for host in hosts if SHIPPED.imitated(a_link(f"https://{host}/"))]
    assert hosts
    assert accused == []


def test_sites_that_only_share_letters_with_listed_ones_are_left_alone() -> None:
    neighbours = ["citibank.com", "agoda.com", "apple.com", "bmw.de", "tesla.com", "usbank.com"]
    neighbours += ["state.gov", "custom.com", "mot.gov.sg", "189.io", "fibank.bg", "trip.com"]
    assert [each for each in neighbours if SHIPPED.imitated(a_link(each))] == []


def test_a_company_that_works_abroad_has_its_name_in_other_countries() -> None:
    assert shipped("starbucks.co.jp") is None
    assert shipped("ikea.com") is None
    assert shipped("starbucks.top") is not None
    assert shipped("ikea.cc") is not None


def test_the_twin_of_a_name_in_com_is_mostly_its_owners() -> None:
    assert [shipped("taobao.net"), shipped("taobao.cn"), shipped("taobao.com.cn")] == [None] * 3
    assert shipped("taobao.org") is not None


def test_a_slip_in_the_telling_part_of_a_short_name_is_another_name() -> None:
    assert shipped("zzbamk.cn") is not None
    assert shipped("kkbank.cn") is None


def test_a_name_of_two_letters_is_anybodys_under_another_ending() -> None:
    assert shipped("jd.ru") is None
