"""The listed sites' names."""

from app.checking.genuine_names import GenuineNames
from app.checking.lookalike_words import load_lookalike_words
from tests.link_cases import REGISTER, skeletons
from tests.shipped import RESOURCES, shipped_register

WORDS = load_lookalike_words(RESOURCES)
NAMES = GenuineNames(REGISTER, skeletons(), WORDS)
SHIPPED = GenuineNames(shipped_register(), skeletons(), WORDS)


def test_a_registrable_domain_is_shown_as_the_host_that_is_listed_for_it() -> None:
    assert NAMES.by_host["pingan.com"].host == "www.pingan.com"


def test_an_office_does_not_own_the_domain_of_its_province() -> None:
    assert "gansu.gov.cn" not in NAMES.by_host
    assert "gansu.gov.cn" in NAMES.registrable


def test_a_latin_alias_is_a_brand_of_the_first_site_in_the_editors_order() -> None:
    assert NAMES.by_brand["cmb"].host == "www.cmbchina.com"
    assert NAMES.by_brand["icbc"].host == "www.icbc.com.cn"


def test_an_everyday_word_is_no_brand() -> None:
    assert "pingan" in NAMES.by_label
    assert "pingan" not in NAMES.by_brand


def test_a_short_link_is_nobodys_name() -> None:
    assert "t.cn" not in SHIPPED.by_host
    assert "url.cn" not in SHIPPED.by_host


def cores(label: str) -> set[str | None]:
    return {name.core for name in SHIPPED.by_shortened[label] if name.plain == label}


def test_a_slip_must_leave_the_telling_part_of_a_short_name_alone() -> None:
    assert cores("zzbank") == {"zz"}
    assert cores("cmbchina") == {""}
    assert cores("weibo") == {""}


def test_a_name_is_found_by_its_rough_skeleton() -> None:
    found = SHIPPED.by_rough[skeletons().rough("icdc")]
    assert "icbc" in {name.plain for name in found}


def test_the_shortest_name_that_slips_tell_is_handed_in() -> None:
    names = GenuineNames(REGISTER, skeletons(), WORDS, shortest_typo=7)
    assert "douyin" not in names.by_shortened
    assert "douyin" in NAMES.by_shortened
