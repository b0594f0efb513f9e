"""What may never be listed, whoever reports it."""

from functools import cache
from pathlib import Path

import pytest

from app.publishing.key_reader import DomainKeys, NumberKeys, Readers, open_readers
from app.publishing.protected import Protected, Refusal, read_popular
from tests.shipped import RESOURCES, shipped_register

POPULAR = frozenset({"popular.example", "bbc.co.uk"})


@cache
def readers() -> Readers:
    return open_readers(RESOURCES)


@cache
def protected() -> Protected:
    return Protected(shipped_register(), RESOURCES, POPULAR)


@cache
def domains() -> DomainKeys:
    return DomainKeys(readers(), protected(), whole_domains=False)


@pytest.mark.parametrize(
    "text",
    [
        "icbc.com.cn",
        "www.icbc.com.cn",
        "mybank.icbc.com.cn",
        "https://www.icbc.com.cn/icbc/login?x=1",
        "hxxps://www[.]icbc[.]com[.]cn/",
        "www.mps.gov.cn",
        "some-county.gov.cn",
        "hmrc.gov.uk",
        "tenant.feishu.cn",
    ],
)
def test_the_registers_own_domains_never_enter(text: str) -> None:
    assert domains().key(text) is Refusal.OFFICIAL


@pytest.mark.parametrize("text", ["95588", "110", "12381", "96110", "0536-96110", "121231200"])
def test_the_registers_own_numbers_never_enter(text: str) -> None:
    assert NumberKeys(readers(), protected()).key(text) is Refusal.OFFICIAL


@pytest.mark.parametrize(
    "text", ["popular.example", "a.b.popular.example", "www.bbc.co.uk", "gmail.com", "g.co"]
)
def test_what_everybody_uses_never_enters(text: str) -> None:
    assert domains().key(text) is Refusal.POPULAR


@pytest.mark.parametrize("text", ["usps.com", "tools.usps.com", "x.dpd.co.uk"])
def test_an_organisations_own_site_never_enters_and_nothing_below_it(text: str) -> None:
    assert domains().key(text) is Refusal.POPULAR


@pytest.mark.parametrize(
    "text",
    [
        *("github.io", "www.github.io", "aliyuncs.com", "oss-cn-beijing.aliyuncs.com"),
        *("compute.amazonaws.com", "amazonaws.com", "com.cn", "co.uk", "blogspot.com"),
        *("docs.qq.com", "https://docs.qq.com/doc/abc", "feishu.cn", "t.cn", "localhost"),
    ],
)
def test_what_many_share_never_enters_whole(text: str) -> None:
    assert domains().key(text) is Refusal.SHARED


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("evil.github.io", "evil.github.io"),
        ("evil.somee.com", "evil.somee.com"),
        ("x.oss-cn-beijing.aliyuncs.com", "x.oss-cn-beijing.aliyuncs.com"),
        ("icbc.com.cn.evil.top", "icbc.com.cn.evil.top"),
        ("popular.example.evil.top", "popular.example.evil.top"),
        ("notpopular.example", "notpopular.example"),
    ],
)
def test_a_strangers_own_place_may_be_listed(text: str, key: str) -> None:
    assert domains().key(text) == key


def test_allow_lists_come_as_names_or_as_rankings(tmp_path: Path) -> None:
    names, ranking = tmp_path / "names.txt", tmp_path / "ranking.csv"
    names.write_text("# ours\nA.example\n\nwww.b.example\n", encoding="utf-8")
    ranking.write_text("1,c.example\r\n2,d.example,more\r\n", encoding="utf-8")
    assert read_popular([names, ranking]) == {"a.example", "b.example", "c.example", "d.example"}
