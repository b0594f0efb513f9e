"""A list and a paste mean the same by the same key."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.register import Register
from app.publishing.key_reader import DomainKeys, NumberKeys, Readers, open_readers, plain_link
from app.publishing.protected import Protected, Refusal
from tests.shipped import RESOURCES, shipped_canon, shipped_register


@cache
def open_readers_once() -> Readers:
    return open_readers(RESOURCES)


@cache
def domains(*, whole: bool = False) -> DomainKeys:
    protected = Protected(shipped_register(), RESOURCES, frozenset())
    return DomainKeys(open_readers(RESOURCES), protected, whole_domains=whole)


@cache
def numbers() -> NumberKeys:
    register = Register("empty", shipped_register().as_of)
    return NumberKeys(open_readers(RESOURCES), Protected(register, RESOURCES, frozenset()))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("evil.top", "evil.top"),
        ("WWW.Evil.TOP.", "evil.top"),
        ("a.evil.top", "a.evil.top"),
        ("www.a.evil.top", "www.a.evil.top"),
        ("http://evil.top:8080/login?x=http://b.top", "evil.top"),
        ("hxxp://evil[.]top/a", "evil.top"),
        ("evil.top/path", "evil.top"),
        ("骗子.top", "xn--i8s958l.top"),
        ("ｅｖｉｌ.top", "evil.top"),
        ("xn--i8s958l.top", "xn--i8s958l.top"),
    ],
)
def test_a_host_is_read_as_a_browser_would(text: str, key: str) -> None:
    assert domains().key(text) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("login.evil.top", "evil.top"),
        ("a.b.evil.com.cn", "evil.com.cn"),
        ("a.evil.github.io", "a.evil.github.io"),
    ],
)
def test_a_whole_domain_is_listed_only_where_it_has_one_owner(text: str, key: str) -> None:
    assert domains(whole=True).key(text) == key


@pytest.mark.parametrize(
    "text", ["1.2.3.4", "http://1.2.3.4/x", "http://[::1]/", "0x7f.1", "http://3232235521/"]
)
def test_an_address_without_a_name_is_not_listed(text: str) -> None:
    assert domains().key(text) is Refusal.IP_ADDRESS


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "evil", "<html>", "a b.top", "-a.top", "a..top", "a_.-b.top"),
        *("user@evil.top", "https://icbc.com.cn@evil.top/", "ftp://evil.top/", "javascript:a.top"),
        *("*.evil.top", "||evil.top^", "evil.top,b.top", "x" * 5000 + ".top", "evil.top\0"),
    ],
)
def test_what_is_no_host_is_refused(text: str) -> None:
    assert isinstance(domains().key(text), Refusal)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("13800138000", "+8613800138000"),
        ("+86 138-0013-8000", "+8613800138000"),
        ("010-12345678", "+861012345678"),
        ("4001234567", "+864001234567"),
        ("+886 912 345 678", "+886912345678"),
        ("95599", "95599"),
        ("106 9123 4567", "10691234567"),
    ],
)
def test_a_number_is_read_as_from_a_paste(text: str, key: str) -> None:
    assert numbers().key(text) == key
    assert shipped_canon().number_key(text) == key


@pytest.mark.parametrize("text", ["0912-345-678", "912345678", "+886 912 345 678"])
def test_a_number_as_another_place_writes_it_is_read_as_that_places(text: str) -> None:
    keys = NumberKeys(
        open_readers(RESOURCES), Protected(shipped_register(), RESOURCES, frozenset()), "+886"
    )
    assert keys.key(text) == "+886912345678"


@pytest.mark.parametrize("text", ["", "none", "1", "2026-11-20", "138001380001380013800013800"])
def test_what_is_no_number_is_refused(text: str) -> None:
    assert numbers().key(text) is Refusal.UNREADABLE


@given(
    st.from_regex(r"([a-z0-9](-{0,3}[a-z0-9]){0,8}\.){1,4}[a-z]{2,6}", fullmatch=True)
    | st.sampled_from(["evil.top", "a.mrw.so", "x.github.io", "evil.notatld", "a.com.cn", "b.cn"])
)
def test_a_plain_host_is_read_as_the_reading_room_reads_it(host: str) -> None:
    readers = open_readers_once()
    slow = readers.links.read_one(f"http://{host}/")
    if slow is not None and "xn--" not in host:
        assert plain_link(host, readers.suffixes) == slow


@given(st.text(max_size=80) | st.from_regex(r"[a-z0-9._/:@\[\]-]{1,40}", fullmatch=True))
def test_every_key_is_its_own_key(text: str) -> None:
    for keys in (domains(), domains(whole=True), numbers()):
        key = keys.key(text)
        if not isinstance(key, Refusal):
            assert keys.key(key) == key


@given(st.from_regex(r"([a-z0-9-]{1,12}\.){1,3}(top|com|com\.cn|github\.io)", fullmatch=True))
def test_a_listed_host_is_what_the_canon_makes_of_it(host: str) -> None:
    key = domains().key(host)
    if not isinstance(key, Refusal):
        found = shipped_canon().host_key(key)
        assert found is not None
        assert found[0] == key
