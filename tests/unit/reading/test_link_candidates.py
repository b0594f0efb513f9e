"""Which characters of a text are links, and what finding them costs."""

import pytest

from app.reading.link_candidates import CandidateFinder
from tests.link_cases import suffixes
from tests.timing import grows_linearly

FINDER = CandidateFinder(suffixes())
HOSTILE = [
    "a.",
    ".",
    "-",
    "://",
    "http:",
    "http://",
    "https://请",
    "@",
    "a@a.",
    "。a",
    "a点",
    "a[.]",
    "a . ",
    "a.cn/((",
    "a.cn:1",
    "http://a.cn请",
    "http://a.cn。请",
    ".中国",
    "请.中国 ",
    "https://u@",
    "\u200b.",
    "[(【",
]


def addresses(text: str) -> list[str]:
    return [getattr(each, "address", "") for each in FINDER.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.com请看b.com", ["https://a.com", "http://b.com"]),
        ("linkhttps://evil.top/x", ["https://evil.top/x"]),
        ("weixin://evil.top/a", ["http://evil.top/a"]),
        ("maps:evil.top", ["http://evil.top"]),
        ("https://a.com,联系b@c.com", ["https://a.com", ""]),
        ("https://icbc.com.cn,x@evil.top/1", ["https://icbc.com.cn,x@evil.top/1"]),
        ("网址：例子.中国，10086.cn", ["http://例子.中国", "http://10086.cn"]),
        ("1.公司介绍 2.网络", []),
        ("https:请访问evil.top", ["http://evil.top"]),
        ("http://我们", []),
        ("https://工商银行.com登录", ["https://工商银行.com"]),
        ("10点www.evil.top", ["http://www.evil.top"]),
        ("请登录icbc.com.cn。95588", ["http://icbc.com.cn"]),
    ],
)
def test_each_address_ends_where_people_end_it(text: str, expected: list[str]) -> None:
    assert addresses(text) == expected


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def work(size: int) -> None:
        for _found in FINDER.find(piece * (size // len(piece))):
            pass

    assert grows_linearly(work, 30_000)


def test_millions_of_characters_without_a_link_hold_none() -> None:
    assert addresses("a.a" * 3_000_000 + "请核实" * 3_000_000) == []
