"""What holds for links in any text whatever."""

import can_ada
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.link_cases import link_reader

PIECES = st.sampled_from(
    [
        *(
            "http://",
            "https：",
            "hxxp://",
            "ftp:",
            "://",
            "\\",
            "@",
            ":",
            "/",
            "?",
            "#",
            "[.]",
            "点",
            "。",
        ),
        *(
            "．",
            " . ",
            "icbc.com.cn",
            "evil.top",
            "例子.中国",
            "a",
            "1",
            "8080",
            "请点击",
            "，",
            " ",
        ),
        *(
            "іcbc",
            "\u200b",
            "\u202e",
            "\x00",
            "\ud800",
            "1.2.3.4",
            "[::1]",
            "0x7f",
            "%2e",
            "ａ",
            "🙂",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join))


@given(TEXTS)
def test_every_link_points_at_its_own_characters(text: str) -> None:
    found = link_reader().find(text, 20)
    end = 0
    for link in found.links:
        assert text[link.span.start : link.span.end] == link.as_written != ""
        assert link.span.start >= end
        end = link.span.end
    for email in found.emails:
        assert "@" in text[email.start : email.end] or "＠" in text[email.start : email.end]


@given(TEXTS)
def test_every_link_is_what_the_standard_makes_of_its_address(text: str) -> None:
    for link in link_reader().find(text, 20).links:
        url = can_ada.parse(link.url)
        assert url.href == link.url
        assert url.hostname.rstrip(".") == link.host
        assert link.host.isascii()
        assert (
            link.is_ip
            or link.registrable_domain == ""
            or link.host.endswith(link.registrable_domain)
        )


@given(TEXTS, st.integers(0, 3))
def test_no_more_links_than_the_limit_are_parsed(text: str, limit: int) -> None:
    few = link_reader().find(text, limit)
    every = link_reader().find(text, 1000)
    assert few.links == every.links[:limit]
    assert few.emails == every.emails


@given(st.from_regex(r"[a-z][a-z0-9]{2,12}\.(com|cn|top|com\.cn)", fullmatch=True))
@pytest.mark.parametrize("frame", ["点击{}核实", "https://{}/a", "({})", "{}。", "HTTP://{}"])
def test_an_ordinary_host_is_found_in_any_frame(frame: str, host: str) -> None:
    assert [link.host for link in link_reader().find(frame.format(host), 5).links] == [host]
