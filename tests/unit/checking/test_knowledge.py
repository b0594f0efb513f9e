"""The questions one may ask the register."""

import pytest
from msgspec.structs import replace

from app.checking.host_endings import HostEndings
from app.checking.knowledge import Knowledge, host_suffixes
from app.model.language import LocalizedText
from app.model.records import HostRole, KnownHost, OfficialDomain, ReportedIndicator
from app.model.register import Register
from tests.builders import a_company, a_never, a_number
from tests.report_cases import AS_OF, SOURCE, a_link, a_mobile, a_short_code
from tests.report_cases import a_number as a_row

SHORTENER = KnownHost(
    "s.example", HostRole.SHORTENER, LocalizedText("短链", "Short"), False, (SOURCE,)
)
PAGES = KnownHost(
    "pages.example", HostRole.USER_CONTENT, LocalizedText("页", "Pages"), True, (SOURCE,)
)
OWN_SITE = KnownHost(
    "mountain.example", HostRole.OWN_SITE, LocalizedText("大山", "Mountain"), True, (SOURCE,)
)
REPORTED = ReportedIndicator(
    "+8613900000000", "river", LocalizedText("举报", "Reported"), True, "2026-11", (SOURCE,)
)


def a_domain(organization_id: str, host: str, registrable: str) -> OfficialDomain:
    return OfficialDomain(organization_id, host, registrable, "2026-11", (SOURCE,))


KNOWLEDGE = Knowledge(
    Register(
        "v",
        AS_OF,
        organizations=(a_company("river", "江河银行"), a_company("hill", "山丘")),
        numbers=(
            a_row("river", "95588"),
            a_row("hill", "95588"),
            a_row("river", "021-95561"),
            a_row("river", "96110", area_codes=True),
            replace(a_row("hill", "12123"), extensions=4),
        ),
        domains=(
            a_domain("river", "www.river.com", "river.com"),
            a_domain("hill", "shop.river.com", "river.com"),
            a_domain("hill", "www.gov.cn", ""),
        ),
        never_statements=(a_never("river", "act.a"),),
        reported=(REPORTED,),
        known_hosts=(SHORTENER, PAGES, OWN_SITE),
    ),
    endings=HostEndings(government=(".gov",)),
)


def owners_of_number(text: str) -> list[str]:
    return [each.organization_id for each in KNOWLEDGE.official_numbers(a_number(text))]


def owners_of_host(host: str) -> list[str]:
    return [each.organization_id for each in KNOWLEDGE.place_of(a_link(host).host).owners]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("95588", ["river", "hill"]),
        ("021-95561", ["river"]),
        ("021-96110", ["river"]),
        ("96110", ["river"]),
        ("021-95588", []),
        ("95561", []),
        ("13800138000", []),
    ],
)
def test_a_number_has_exactly_its_own_rows(text: str, owners: list[str]) -> None:
    assert owners_of_number(text) == owners


@pytest.mark.parametrize(
    ("digits", "owners"),
    [("121230531", ["hill"]), ("12123", ["hill"]), ("1212305", []), ("1212305311", [])],
)
def test_a_number_with_extensions_takes_exactly_that_many(digits: str, owners: list[str]) -> None:
    rows = KNOWLEDGE.official_numbers(a_short_code(digits))
    assert [each.organization_id for each in rows] == owners


@pytest.mark.parametrize(
    ("host", "owners"),
    [
        ("river.com", ["river"]),
        ("www.river.com", ["river"]),
        ("pay.my.river.com", ["river"]),
        ("shop.river.com", ["hill"]),
        ("a.shop.river.com", ["hill"]),
        ("www.gov.cn", ["hill"]),
        ("office.gov.cn", []),
        ("river.com.evil.top", []),
        ("myriver.com", []),
        ("com", []),
    ],
)
def test_the_longest_listed_host_owns_a_link(host: str, owners: list[str]) -> None:
    assert owners_of_host(host) == owners


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("s.example", SHORTENER),
        ("www.s.example", SHORTENER),
        ("a.s.example", None),
        ("pages.example", PAGES),
        ("anybody.pages.example", PAGES),
        ("mypages.example", None),
    ],
)
def test_a_known_host_covers_what_its_row_says(host: str, known: KnownHost | None) -> None:
    assert KNOWLEDGE.place_of(a_link(host).host).platform is known


@pytest.mark.parametrize(
    ("host", "is_owned", "is_unlisted"),
    [
        ("mountain.example", True, False),
        ("shop.mountain.example", True, False),
        ("mountain.example.top", False, True),
        ("pages.example", False, False),
        ("www.river.com", True, False),
        ("irs.gov", True, False),
        ("irs.gov.top", False, True),
    ],
)
def test_a_site_that_everybody_knows_is_owned_and_no_imitation_is(
    host: str, is_owned: bool, is_unlisted: bool
) -> None:
    place = KNOWLEDGE.place_of(host)
    assert place.is_owned is is_owned
    assert place.is_unlisted is is_unlisted


def test_a_negative_row_is_found_by_its_key_alone() -> None:
    assert KNOWLEDGE.reported(a_mobile("+8613900000000").key) is REPORTED
    assert KNOWLEDGE.reported("13900000000") is None


def test_what_belongs_to_an_organisation_is_found_by_its_id() -> None:
    assert KNOWLEDGE.organization("river").names.zh == "江河银行"
    assert [each.key for each in KNOWLEDGE.numbers_of("river")] == ["95588", "021-95561", "96110"]
    assert [each.host for each in KNOWLEDGE.domains_of("hill")] == ["shop.river.com", "www.gov.cn"]
    assert [each.slots for each in KNOWLEDGE.never_of("river")] == [("act.a",)]


def test_who_publishes_nothing_has_nothing() -> None:
    assert KNOWLEDGE.never_of("hill") == ()
    assert KNOWLEDGE.numbers_of("nobody") == ()
    assert KNOWLEDGE.domains_of("nobody") == ()


def test_an_organisation_that_is_not_in_the_tables_is_an_error() -> None:
    with pytest.raises(KeyError):
        KNOWLEDGE.organization("nobody")


def test_the_date_is_the_register_s() -> None:
    assert KNOWLEDGE.as_of == AS_OF


def test_the_parents_of_a_host_come_longest_first() -> None:
    assert list(host_suffixes("a.b.com")) == ["a.b.com", "b.com"]
    assert list(host_suffixes("com")) == []
