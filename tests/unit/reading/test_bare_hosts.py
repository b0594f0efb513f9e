"""Host names without a scheme."""

import pytest

from app.model.text_span import Span
from app.reading.bare_hosts import BareHosts
from app.reading.link_spelling import Candidate
from tests.link_cases import suffixes

HOSTS = BareHosts(suffixes())


def read(text: str, end: int | None = None) -> list[Candidate | Span]:
    return HOSTS.read(text, 0, len(text) if end is None else end)


@pytest.mark.parametrize(
    "word", ["file.txt", "3.14", "v1.2.3", "main.py", "a.sh", "Mr.Li", "e.g", "1.2.3.4", "abc.def"]
)
def test_words_with_dots_are_no_hosts(word: str) -> None:
    assert read(word) == []


@pytest.mark.parametrize("word", ["10086.cn", "ms-bank.cn", "www.a.py", "T.CN", "bit.do"])
def test_short_hosts_are_hosts(word: str) -> None:
    assert [found.end for found in read(word)] == [len(word)]


def test_a_file_name_with_a_path_is_a_link() -> None:
    assert read("main.py/x", len("main.py")) == [Candidate(0, 9, "http://main.py/x")]


def test_a_word_ending_inside_a_sentence_is_none() -> None:
    assert HOSTS.read("see it.is good", 4, 9) == []


def test_a_host_before_an_at_sign_leads_to_what_follows() -> None:
    found = read("icbc.com.cn@evil.top")
    assert found == [Candidate(0, 20, "http://icbc.com.cn@evil.top")]


@pytest.mark.parametrize("address", ["li.wei@icbc.com.cn", "a.b@c.com", "wang.li@bank.cn"])
def test_a_person_before_an_at_sign_is_an_address(address: str) -> None:
    assert read(address) == [Span(0, len(address))]


def test_an_address_with_a_path_is_a_link() -> None:
    text = "abc@evil.top/login"
    assert HOSTS.mail(text, 0, 12) == Candidate(0, 18, "http://abc@evil.top/login")
    assert HOSTS.mail("abc@evil.top", 0, 12) == Span(0, 12)


def test_an_overlong_run_is_passed_by() -> None:
    assert read("a." * 1000 + "com") == []


def test_a_sentence_glued_behind_a_host_is_cut() -> None:
    assert read("evil.top.Click") == [Candidate(0, 8, "http://evil.top")]
    assert read("evil.top.Please") == [Candidate(0, 8, "http://evil.top")]
    assert read("evil.top.click") == [Candidate(0, 14, "http://evil.top.click")]
    assert read("icbc.com.Cn") == [Candidate(0, 11, "http://icbc.com.cn")]
