"""Whom a host imitates: a listed site, or a brand of the world."""

import pytest

from app.checking.name_likeness import Imitation
from tests.link_cases import REGISTER, a_link, index_of
from tests.shipped import shipped_register

INDEX = index_of(REGISTER)
SHIPPED = index_of(shipped_register())


def test_a_listed_site_is_named_with_its_owner() -> None:
    found = INDEX.imitated(a_link("icbc-vip.cc"))
    assert found is not None
    assert (found.organization_id, found.host) == ("icbc", "www.icbc.com.cn")


@pytest.mark.parametrize(
    ("text", "imitation", "site"),
    [
        ("netfliix.com", Imitation.TYPO, "www.netflix.com"),
        ("faceb00k.com", Imitation.HOMOGRAPH, "www.facebook.com"),
        ("metamask-start.webflow.io", Imitation.BRAND, "metamask.io"),
        ("whatsapp.xyz", Imitation.SUFFIX, "www.whatsapp.com"),
        ("www.netflix.com.renew-plan.top", Imitation.EMBEDDED, "www.netflix.com"),
    ],
)
def test_a_brand_of_the_world_is_recognised(text: str, imitation: Imitation, site: str) -> None:
    assert INDEX.imitated(a_link(text)) is None
    found = INDEX.imitated_brand(a_link(text))
    assert found is not None
    assert (found.imitated.imitation, found.imitated.host) == (imitation, site)


@pytest.mark.parametrize(
    "text",
    [
        "www.netflix.com",
        "fb.com",
        "login.microsoftonline.com",
        "google.de",
        "netflix.com.br",
        "line.example.org",
        "evil.top",
        "never.com",
    ],
)
def test_a_brands_own_and_unrelated_sites_imitate_no_brand(text: str) -> None:
    assert INDEX.imitated_brand(a_link(text)) is None


def test_no_listed_host_imitates_a_brand_of_the_world() -> None:
    hosts = [each.host for each in shipped_register().domains]
    accused = [host for host in hosts if SHIPPED.imitated_brand(a_link(f"https://{host}/"))]
    assert accused == []


def test_the_signs_know_the_names_of_the_register_and_of_the_world() -> None:
    for text in ("douyin.parcels.top", "netflix.parcels.top"):
        assert SHIPPED.signs.of(a_link(text)) is not None
