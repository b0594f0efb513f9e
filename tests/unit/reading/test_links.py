"""Links as a browser would read them."""

import random

import pytest

from app.model.text_span import Span
from tests.link_cases import MANY, a_link, hosts_in, link_reader, links_in

GLUED = [
    ("您的账户异常请点击https://cmb-safe.top/a核实，退订回T", ["cmb-safe.top"]),
    ("点击cmb-safe.top/a1核实", ["cmb-safe.top"]),
    ("点击：cmb-safe.vip，或http://1.2.3.4:8080/x。", ["cmb-safe.vip", "1.2.3.4"]),
    ("下载地址t.cn/A6xYz12复制到浏览器打开", ["t.cn"]),
    ("请登录icbc.com.cn", ["icbc.com.cn"]),
    ("【京东】jd.com-refund.top退款", ["jd.com-refund.top"]),
    ("登录evil点top或evil。top", ["evil.top", "evil.top"]),
    ("hxxps://evil[.]top/abc", ["evil.top"]),
    ("hxxp://evil(.)top evil{.}top evil[点]top evil . top", ["evil.top"] * 4),
    ("ＨＴＴＰＳ：／／ｅｖｉｌ．ｔｏｐ／ａ", ["evil.top"]),
    ("http：//evil.top/a", ["evil.top"]),
    ("http:/\\evil.top", ["evil.top"]),
    ("https:evil.top/a", ["evil.top"]),
    ("HTTPS://EVIL.TOP", ["evil.top"]),
    ("ftp://evil.top/a.apk", ["evil.top"]),
    ("https://a.com，https://b.com；https://c.com", ["a.com", "b.com", "c.com"]),
    ("例子.中国", ["xn--fsqu00a.xn--fiqs8s"]),
    ("工商银行.com", ["xn--czr93rq40bruk.com"]),
    ('<a href="https://b.com/?a=1">c</a>', ["b.com"]),
    ("http://2130706433/a http://0x7f.1/", ["127.0.0.1", "127.0.0.1"]),
    ("e\u200bvil.top", ["evil.top"]),
    ("微信号abc.def今天10.5元 3.14 v1.2.3 file.txt 1.2.3.4", []),
    ("1.公司 2.网络 ok.我 e.g.看 i.e. Mr.Li", []),
    ("", []),
    (" \n\t", []),
    ("\x00\x01://\ud800.\udfff", []),
]


@pytest.mark.parametrize(("text", "hosts"), GLUED)
def test_links_are_found_as_people_write_them(text: str, hosts: list[str]) -> None:
    assert hosts_in(text) == hosts


@pytest.mark.parametrize(
    ("text", "host", "has_userinfo"),
    [
        ("https://evil.top\\@icbc.com.cn", "evil.top", False),
        ("icbc.com.cn@evil.top", "evil.top", True),
        ("https://icbc.com.cn@evil.top/login", "evil.top", True),
        ("https://icbc.com.cn:443@evil.top", "evil.top", True),
        ("icbc.com.cn:80@evil.top", "evil.top", True),
    ],
)
def test_the_host_is_the_one_a_browser_opens(text: str, host: str, has_userinfo: bool) -> None:
    link = a_link(text)
    assert (link.host, link.has_userinfo) == (host, has_userinfo)


def test_a_homograph_keeps_its_letters_for_people_and_punycode_for_lists() -> None:
    link = a_link("https://іcbc.com.cn/a")
    assert link.host == "xn--cbc-ihd.com.cn"
    assert link.unicode_host == "іcbc.com.cn"
    assert link.registrable_domain == "xn--cbc-ihd.com.cn"


def test_an_email_address_is_no_link_and_its_domain_neither() -> None:
    text = "邮箱abc95588@icbc.com.cn或li.wei@icbc.com.cn联系"
    found = link_reader().find(text, MANY)
    assert found.links == ()
    assert [text[each.start : each.end] for each in found.emails] == [
        "abc95588@icbc.com.cn",
        "li.wei@icbc.com.cn",
    ]


def test_port_path_and_address_are_those_of_the_standard() -> None:
    link = a_link("HTTP://Evil.Top:8080/a/../b?c=d#e")
    assert link.url == "http://evil.top:8080/b?c=d#e"
    assert (link.scheme, link.port, link.path) == ("http", 8080, "/b")
    assert a_link("https://evil.top:443/").port is None


def test_an_ip_address_has_no_registrable_domain() -> None:
    link = a_link("http://[::1]:8080/x")
    assert link.is_ip
    assert link.registrable_domain == ""
    assert a_link("1.2.3.4:80").is_ip


def test_links_beyond_the_limit_are_counted() -> None:
    text = " ".join(f"evil{number}.top/a" for number in range(5_000))
    found = link_reader().find(text, 200)
    assert (len(found.links), found.omitted) == (200, 4_800)


@pytest.mark.parametrize("text", ["icbc.com.cn", " icbc.com.cn。", "https://icbc.com.cn/a"])
def test_a_string_that_is_one_link_is_read_as_one(text: str) -> None:
    assert a_link(text).registrable_domain == "icbc.com.cn"


@pytest.mark.parametrize("text", ["", "95588", "看icbc.com.cn", "a.com b.com", "a@icbc.com.cn"])
def test_any_other_string_is_no_single_link(text: str) -> None:
    assert link_reader().read_one(text) is None


def test_spans_point_at_the_very_characters() -> None:
    text = "请看ｅｖｉｌ．ｔｏｐ／ａ，谢谢"
    (link,) = links_in(text)
    assert link.span == Span(2, 12)
    assert link.as_written == "ｅｖｉｌ．ｔｏｐ／ａ"


def planted(count: int) -> list[tuple[str, str]]:
    """Return messages of our own making, each with the host planted in it."""
    chance = random.Random(20261122)  # noqa: S311
    names = ["cmb-safe", "icbc95588", "etc-renzheng", "kuaidi-lp", "yibao2026", "jifen", "10086vip"]
    tops = ["top", "vip", "com", "cn", "xyz", "com.cn", "cc", "net", "club", "ink"]
    before = [
        "请点击",
        "尽快登录 ",
        "网址：",
        "打开",
        "【某银行】您的卡已停用，",
        "链接→",
        "复制",
        "点",
    ]
    after = [
        "核实",
        "，逾期作废",
        "。",
        " 退订回T",
        "办理！",
        "",
        "查询（今日有效）",
        "；详询95588",
    ]
    ways = [
        "{}",
        "http://{}",
        "https://{}/a1",
        "{}/x?u=3",
        "HTTP://{}/",
        "hxxp://{}/q",
        "www.{}",
        "m.{}/k",
        "{}:8080/z",
        "http：//{}",
        "h5.{}#top",
    ]
    disguises = [".", ".", ".", ".", "[.]", "。", "．", "点", "(.)"]
    found = []
    for _ in range(count):
        host = f"{chance.choice(names)}{chance.randrange(99)}.{chance.choice(tops)}"
        way = chance.choice(ways)
        written = way.format(host.replace(".", chance.choice(disguises)))
        prefix = way.partition("{")[0].rpartition("/")[2]
        found.append(
            (chance.choice(before) + written + chance.choice(after), f"{prefix}{host}".lower())
        )
    return found


def test_planted_links_are_found_in_six_hundred_messages() -> None:
    missed = [
        (text, host) for text, host in planted(600) if not any(h == host for h in hosts_in(text))
    ]
    assert missed == []
