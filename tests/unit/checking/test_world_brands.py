"""The table of brands known all over the world."""

from app.checking.world_brands import as_register, load_world_brands
from tests.link_cases import a_link, suffixes
from tests.shipped import RESOURCES

BRANDS = load_world_brands(RESOURCES)


def test_every_brand_has_a_source_with_a_date_and_names_in_both_languages() -> None:
    assert BRANDS
    assert [each.site for each in BRANDS if not each.source.date or not each.gathered_on] == []
    assert [each.site for each in BRANDS if not each.names.zh or not each.names.en] == []


def test_every_site_is_a_registrable_domain_with_or_without_www() -> None:
    assert [b.site for b in BRANDS if suffixes().registrable_domain(b.site) != b.domain] == []
    further = [host for brand in BRANDS for host in brand.also]
    assert [host for host in further if a_link(host).registrable_domain != host] == []


def test_a_domain_stands_in_one_row_only() -> None:
    hosts = [host for brand in BRANDS for host in (brand.domain, *brand.also)]
    assert sorted(hosts) == sorted(set(hosts))


def test_the_brands_become_a_register_of_their_sites() -> None:
    register = as_register(BRANDS)
    assert len(register.organizations) == len(register.domains) == len(BRANDS)
    assert {each.organization_id for each in register.domains} == {b.domain for b in BRANDS}
