"""The reader as canon: what it makes of numbers and hosts."""

import pytest

from app.feed.reader_canon import ReaderCanon
from tests.shipped import shipped_canon


@pytest.fixture(scope="module")
def canon() -> ReaderCanon:
    return shipped_canon()


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("95588", "95588"),
        ("400-810-8866", "+864008108866"),
        ("+86 138 0013 8000", "+8613800138000"),
        ("021-95561", "021-95561"),
        ("106980095533", "106980095533"),
        ("不是号码", None),
        ("95588 和 95533", None),
    ],
)
def test_a_number_has_one_key(canon: ReaderCanon, written: str, key: str | None) -> None:
    assert canon.number_key(written) == key


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("www.icbc.com.cn", ("www.icbc.com.cn", "icbc.com.cn")),
        ("WWW.ICBC.COM.CN", ("www.icbc.com.cn", "icbc.com.cn")),
        ("github.io", ("github.io", "")),
        ("mrw.so", ("mrw.so", "mrw.so")),
        ("icbc.com.cn/login", None),
        ("not a host", None),
    ],
)
def test_a_host_has_one_form(
    canon: ReaderCanon, written: str, found: tuple[str, str] | None
) -> None:
    assert canon.host_key(written) == found
