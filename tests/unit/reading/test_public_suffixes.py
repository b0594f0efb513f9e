"""Where a host name's owner begins."""

import pytest
from publicsuffixlist import PublicSuffixList

from app.reading.public_suffixes import PublicSuffixes
from tests.link_cases import suffixes
from tests.shipped import RESOURCES


@pytest.mark.parametrize(
    ("host", "registrable"),
    [
        ("mybank.icbc.com.cn", "icbc.com.cn"),
        ("bj.gov.cn", "bj.gov.cn"),
        ("x.gov.cn.evil.com", "evil.com"),
        ("somebody.github.io", "somebody.github.io"),
        ("shop-1.oss-cn-hangzhou.aliyuncs.com", "shop-1.oss-cn-hangzhou.aliyuncs.com"),
        ("a.b-1.cos.ap-guangzhou.myqcloud.com", "b-1.cos.ap-guangzhou.myqcloud.com"),
        ("pages.bj.bcebos.com", "pages.bj.bcebos.com"),
        ("www.xn--fsqu00a.xn--fiqs8s", "xn--fsqu00a.xn--fiqs8s"),
        ("例子.公司.cn", "例子.公司.cn"),
        ("com.cn", ""),
        ("localhost", ""),
        ("1.2.3.4", ""),
        ("[::1]", ""),
        ("", ""),
    ],
)
def test_the_owner_begins_one_label_before_the_suffix(host: str, registrable: str) -> None:
    assert suffixes().registrable_domain(host) == registrable


@pytest.mark.parametrize("host", ["file.txt", "com.cn", "example", "", ".", "a."])
def test_what_lies_below_no_listed_ending_is_not_known(host: str) -> None:
    assert not suffixes().is_known(host)


def test_every_listed_ending_is_known_in_letters_and_in_punycode() -> None:
    assert suffixes().is_known("例子.政务")
    assert suffixes().is_known("xn--fsqu00a.xn--zfr164b")


def test_the_short_way_comes_where_the_library_comes() -> None:
    lines = (RESOURCES / "public_suffix_list.dat").read_text("utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("//")]
    library, ours = PublicSuffixList(rules, accept_encoded_idn=False), PublicSuffixes(lines)
    plain = [rule.lstrip("*.!") for rule in rules if rule.isascii()]
    for host in (*plain, *(f"evil.{each}" for each in plain), *(f"a.b.{each}" for each in plain)):
        assert ours.registrable_domain(host) == (library.privatesuffix(host) or "")


def test_rules_handed_in_are_the_only_ones() -> None:
    own = PublicSuffixes(["// comment", "", "test", "*.wide.test"])
    assert own.registrable_domain("a.b.wide.test") == "a.b.wide.test"
    assert own.is_known("a.test")
    assert not own.is_known("a.com")
    assert own.hanzi_tops == ()
