"""What the ending of a host name tells."""

from datetime import date

import pytest
import tomli

from app.checking.host_endings import HostEndings, load_host_endings
from tests.shipped import RESOURCES

ENDINGS = load_host_endings(RESOURCES)


@pytest.mark.parametrize(
    "host",
    [
        *("www.mps.gov.cn", "a.xn--zfr164b", "irs.gov", "navy.mil", "gov.cn", "www.gov.uk"),
        *("hmrc.gov.uk", "111.nhs.uk", "ato.gov.au", "ird.govt.nz", "immd.gov.hk", "nta.go.jp"),
    ],
)
def test_a_government_body_alone_can_have_such_a_host(host: str) -> None:
    assert ENDINGS.are_of_government(host)


@pytest.mark.parametrize(
    "host",
    [
        *("gov.cn.evil.top", "mygov.cn", "irs-gov.com", "gov.uk.top", "", "hmrc-gov.uk"),
        *("mynhs.uk", "gov-uk.com", "gov.co", "go.com", "mil.top"),
    ],
)
def test_anybody_can_have_a_host_that_only_looks_so(host: str) -> None:
    assert not ENDINGS.are_of_government(host)


def test_where_no_endings_are_known_no_host_is_the_government_s() -> None:
    assert not HostEndings().are_of_government("www.mps.gov.cn")


def test_two_words_before_a_common_ending_are_meant_as_a_site() -> None:
    assert "else.com".endswith(ENDINGS.meant)
    assert not "today.do".endswith(ENDINGS.meant)


@pytest.mark.parametrize("suffix", ["com", "com.cn", "com.sg", "ac.jp", "co.ke"])
def test_a_brand_usually_owns_its_name_under_an_ordinary_ending(suffix: str) -> None:
    assert ENDINGS.are_ordinary(suffix)


@pytest.mark.parametrize("suffix", ["top", "vip", "xyz", "cc", "icu", "club", "com.top"])
def test_endings_anybody_buys_are_not_ordinary(suffix: str) -> None:
    assert not ENDINGS.are_ordinary(suffix)


def test_an_ending_sold_to_the_world_is_no_country_s() -> None:
    assert ENDINGS.are_of_a_country("com.ng")
    assert ENDINGS.are_of_a_country("ke")
    assert not ENDINGS.are_of_a_country("tk")
    assert not ENDINGS.are_of_a_country("top")


def test_every_row_has_a_source_and_a_date() -> None:
    table = tomli.loads((RESOURCES / "links" / "host_endings.toml").read_text("utf-8"))
    for row in (*table["government"], table["meant"], table["ordinary"], table["vanity"]):
        assert row["title"]
        assert row["date"]
        assert date.fromisoformat(row["gathered_on"])
