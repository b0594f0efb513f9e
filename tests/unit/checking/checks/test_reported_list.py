from datetime import date

import pytest

from app.checking.checks.reported_list import ListMatch
from app.checking.knowledge import Knowledge
from app.model.feed_index import ListKind
from app.model.finding import Finding, Severity
from app.model.indicator import Link
from app.model.language import LocalizedText
from app.model.reading import Reading
from app.model.records import HostRole, KnownHost, OfficialDomain
from app.model.register import Register
from app.model.text_span import Span
from tests.builders import the_links
from tests.lists import SmallList, a_small_list
from tests.number_cases import REGISTER, SOURCE, a_reading, bare

DAY = date(2026, 11, 22)
SOMEBODY = LocalizedText("某平台", "A platform")
KNOWN_HOSTS = (
    KnownHost("shops.example", HostRole.USER_CONTENT, SOMEBODY, True, (SOURCE,)),
    KnownHost("docs.pages.cn", HostRole.USER_CONTENT, SOMEBODY, False, (SOURCE,)),
    KnownHost("s.cn", HostRole.SHORTENER, SOMEBODY, False, (SOURCE,)),
)
WORLD = Register(
    "v",
    DAY,
    organizations=REGISTER.organizations,
    numbers=REGISTER.numbers,
    domains=(OfficialDomain("icbc", "icbc.com.cn", "icbc.com.cn", "2026-11", (SOURCE,)),),
    known_hosts=KNOWN_HOSTS,
)
MOBILE = "+8613900000000"


def findings(
    reading: Reading, *lists: SmallList, allowed: tuple[str, ...] = (), day: date = DAY
) -> list[Finding]:
    knowledge = Knowledge(WORLD, lists, frozenset(allowed))
    return list(ListMatch(lambda: day).examine(reading, knowledge))


def sites(*keys: str) -> SmallList:
    return a_small_list(*keys, kind=ListKind.DOMAINS, name="sites")


def a_link(address: str) -> Link:
    link = the_links().read_one(f"https://{address}/")
    assert link is not None
    return link


def on(address: str) -> Reading:
    return a_reading("看", also=(a_link(address),))


@pytest.mark.parametrize(
    ("reviewed", "severity"), [(True, Severity.ALARM), (False, Severity.WARNING)]
)
def test_a_reviewed_list_is_an_alarm_a_reported_one_a_warning(
    reviewed: bool, severity: Severity
) -> None:
    (found,) = findings(bare("139 0000 0000"), a_small_list(MOBILE, reviewed=reviewed))
    assert (found.severity, found.order) == (severity, 4)
    values = dict(found.values)
    assert values["shown"] == "13900000000"
    assert (values["since"], values["expires"]) == ("2026-11-01", "2026-12-01")
    assert values["appeal"] == "appeal@example.com"
    assert found.source is not None
    assert found.source.title == "某份名单"


def test_a_number_in_several_lists_is_found_in_each() -> None:
    lists = (a_small_list(MOBILE), a_small_list(MOBILE, name="other", reviewed=True))
    assert len(findings(bare("13900000000"), *lists)) == 2


def test_an_expired_list_is_silent() -> None:
    assert findings(bare("13900000000"), a_small_list(MOBILE), day=date(2026, 12, 2)) == []


def test_a_number_of_the_register_is_never_marked_by_a_list() -> None:
    assert findings(bare("95588"), a_small_list("95588")) == []
    assert findings(bare("0755-96110"), a_small_list("0755-96110")) == []


def test_a_site_of_the_register_is_never_marked_by_a_list() -> None:
    assert findings(on("mybank.icbc.com.cn"), sites("icbc.com.cn", "mybank.icbc.com.cn")) == []


@pytest.mark.parametrize("host", ["bad.cn", "www.bad.cn", "a.b.bad.cn"])
def test_a_listed_domain_covers_its_hosts(host: str) -> None:
    (found,) = findings(on(host), sites("bad.cn"))
    assert (found.severity, found.evidence[0].span) == (Severity.WARNING, a_link(host).span)


@pytest.mark.parametrize("host", ["good.cn", "notbad.cn", "bad.cn.good.cn", "b.bad.com"])
def test_no_other_host_is_covered(host: str) -> None:
    assert findings(on(host), sites("bad.cn", "cn", "com.cn")) == []


def test_a_listed_host_does_not_mark_its_neighbours() -> None:
    assert len(findings(on("x.shared.cn"), sites("x.shared.cn"))) == 1
    assert findings(on("y.shared.cn"), sites("x.shared.cn")) == []


@pytest.mark.parametrize("address", ["evil.shops.example", "docs.pages.cn", "s.cn", "www.s.cn"])
def test_where_anybody_publishes_the_shared_host_marks_nobody(address: str) -> None:
    shared = sites("shops.example", "docs.pages.cn", "pages.cn", "s.cn", "www.s.cn")
    assert findings(on(address), shared) == []


def test_where_anybody_publishes_a_host_of_its_own_is_marked() -> None:
    assert len(findings(on("evil.shops.example"), sites("evil.shops.example"))) == 1
    assert len(findings(on("evil.github.io"), sites("evil.github.io"))) == 1
    assert findings(on("evil.github.io"), sites("github.io")) == []


def test_an_address_of_numbers_is_looked_up_whole() -> None:
    assert len(findings(on("203.0.113.7"), sites("203.0.113.7"))) == 1
    assert findings(on("203.0.113.7"), sites("0.113.7", "113.7")) == []


def test_what_a_person_set_free_is_free_of_the_lists() -> None:
    assert findings(bare("13900000000"), a_small_list(MOBILE), allowed=(MOBILE,)) == []
    assert findings(on("a.bad.cn"), sites("bad.cn"), allowed=("bad.cn",)) == []
    assert findings(on("a.bad.cn"), sites("bad.cn"), allowed=("a.bad.cn",)) == []
    assert len(findings(on("bad.cn"), sites("bad.cn"), allowed=("a.bad.cn",))) == 1


def test_a_sender_in_a_list_is_found_without_a_place_in_the_text() -> None:
    (found,) = findings(a_reading("您好", sender="13900000000"), a_small_list(MOBILE))
    assert found.evidence[0].span is None


def test_a_list_of_numbers_says_nothing_of_sites() -> None:
    reading = a_reading("看", also=(a_link("bad.cn"),))
    assert findings(reading, a_small_list("bad.cn")) == []
    assert a_link("bad.cn").span == Span(0, len("https://bad.cn/"))
