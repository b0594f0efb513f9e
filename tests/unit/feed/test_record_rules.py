"""Each rule of a record, and of a whole register, with a row that breaks it."""

from datetime import date

import pytest
from msgspec.structs import replace

from app.feed.record_rules import RecordRules, ReportedAs, check_register
from app.model.errors import InvalidTableError
from app.model.language import LocalizedText
from app.model.phrases import Slot, SlotKind
from app.model.records import (
    Answer,
    AppRole,
    DirectionBasis,
    HostRole,
    KnownHost,
    NamedApp,
    NeverKind,
    NeverStatement,
    NumberKind,
    OfficialDomain,
    OfficialNumber,
    Organization,
    ReportedIndicator,
    Sector,
    Standing,
)
from app.model.register import Register
from app.model.source_note import SourceClass, SourceNote
from tests.small_tables import PlainCanon

RULES = RecordRules(PlainCanon(), date(2026, 11, 22))
WORDS = LocalizedText("客服", "Service")
PRESS = SourceNote("某报", "https://example.com/", "2025-01-02", SourceClass.PRESS)
LISTED = SourceNote("名单", "", "undated", SourceClass.COMMUNITY_LIST)
COMMON = SourceNote("常识", "", "undated", SourceClass.NONE)
BANK = Organization("bank", Sector.BANK, WORDS, (), (), (), False, False)
NUMBER = OfficialNumber(
    organization_id="bank",
    key="95777",
    kind=NumberKind.HOTLINE,
    takes_calls=True,
    calls_out=Answer.UNKNOWN,
    sends_sms=Answer.UNKNOWN,
    standing=Standing.DOCUMENTED,
    note=WORDS,
    gathered_on="2026-11",
    sources=(PRESS,),
)
DOMAIN = OfficialDomain("bank", "www.bank.cn", "bank.cn", "2026-11-22", (LISTED,))
NEVER = NeverStatement(
    "bank.transfer", "bank", NeverKind.ACT, WORDS, ("act.transfer",), True, "2025", (PRESS,)
)
REPORTED = ReportedIndicator("bank-kf.cn", "bank", WORDS, True, "2026-11", (LISTED,))
HOST = KnownHost("t.example", HostRole.SHORTENER, WORDS, False, (LISTED,))
APP = NamedApp("某会议", (), AppRole.MEETING, False, WORDS, (COMMON,))
WHOLE = Register(
    "v",
    date(2026, 11, 22),
    organizations=(BANK,),
    numbers=(NUMBER,),
    domains=(DOMAIN,),
    never_statements=(NEVER,),
    reported=(REPORTED,),
    known_hosts=(HOST,),
    apps=(APP,),
)


def test_good_records_break_no_rule() -> None:
    RULES.organization(BANK)
    RULES.number(NUMBER)
    RULES.number(replace(NUMBER, calls_out=Answer.NO, direction_basis=DirectionBasis.RULE))
    RULES.domain(DOMAIN)
    RULES.never(NEVER)
    RULES.reported(REPORTED, ReportedAs.REGISTRABLE)
    RULES.known_host(HOST)
    RULES.app(APP)
    check_register(WHOLE)


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        (replace(NUMBER, key="957 77"), "not canonical: the reader makes 95777 of it"),
        (replace(NUMBER, key="九五"), "not canonical"),
        (replace(NUMBER, sources=()), "a source is missing"),
        (replace(NUMBER, sources=(COMMON,)), "common knowledge alone is no source"),
        (replace(NUMBER, sources=(LISTED,)), "documented needs"),
        (
            replace(NUMBER, standing=Standing.LISTED_TWICE, sources=(LISTED,)),
            "listed_twice needs two sources",
        ),
        (replace(NUMBER, kind=NumberKind.SMS_SENDER), "an SMS sender takes no calls"),
        (
            replace(NUMBER, calls_out=Answer.NO, direction_basis=DirectionBasis.NONE),
            "needs somebody who says so",
        ),
        (
            replace(NUMBER, sends_sms=Answer.YES, direction_basis=DirectionBasis.GENERAL),
            "needs somebody who says so",
        ),
        (replace(NUMBER, note=LocalizedText("客服", "")), "words are needed"),
        (replace(NUMBER, gathered_on="11/2026"), "a date is YYYY-MM"),
        (replace(NUMBER, gathered_on="2026-13"), "month must be in 1..12"),
        (replace(NUMBER, gathered_on="2026-11-23"), "gathered after the register's date"),
        (replace(NUMBER, gathered_on="2026-12"), "gathered after the register's date"),
        (replace(NUMBER, since="last year"), "a date is YYYY-MM"),
    ],
)
def test_a_number_that_breaks_a_rule_is_refused(wrong: OfficialNumber, rule: str) -> None:
    with pytest.raises(ValueError, match=rule):
        RULES.number(wrong)


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        (replace(DOMAIN, host="WWW.bank.cn"), "not canonical"),
        (replace(DOMAIN, host="bank cn"), "finds no host"),
        (replace(DOMAIN, registrable_domain="www.bank.cn"), "registrable domain is bank.cn"),
        (replace(DOMAIN, sources=()), "a source is missing"),
        (replace(DOMAIN, sources=(COMMON,)), "common knowledge"),
        (replace(DOMAIN, gathered_on="2027-01"), "gathered after"),
    ],
)
def test_a_domain_that_breaks_a_rule_is_refused(wrong: OfficialDomain, rule: str) -> None:
    with pytest.raises(ValueError, match=rule):
        RULES.domain(wrong)


def test_common_knowledge_may_give_an_unverified_domain_as_a_hint() -> None:
    RULES.domain(replace(DOMAIN, sources=(COMMON,), standing=Standing.UNVERIFIED))


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        (replace(NEVER, kind=NeverKind.CHANNEL), "names no slots"),
        (replace(NEVER, newest_source="2022"), "recent means 2023 or later"),
        (replace(NEVER, newest_source="undated"), "recent means 2023 or later"),
        (replace(NEVER, recent=False), "recent means 2023 or later"),
        (replace(NEVER, newest_source="May 2025"), "newest_source is a year"),
        (replace(NEVER, sources=(COMMON,)), "common knowledge"),
        (replace(NEVER, id="Bank Transfer"), "an id is"),
        (replace(NEVER, statement=LocalizedText("", "x")), "words are needed"),
    ],
)
def test_a_statement_that_breaks_a_rule_is_refused(wrong: NeverStatement, rule: str) -> None:
    with pytest.raises(ValueError, match=rule):
        RULES.never(wrong)


@pytest.mark.parametrize(
    ("key", "reported_as", "rule"),
    [
        ("106 955", ReportedAs.NUMBER, "not canonical"),
        ("www.bank-kf.cn", ReportedAs.REGISTRABLE, "registrable domain is bank-kf.cn"),
        ("Bank-kf.cn", ReportedAs.HOST, "not canonical"),
        ("t.example", ReportedAs.URL, "host/path"),
        ("https://t.example/a", ReportedAs.URL, "finds no host"),
    ],
)
def test_a_reported_row_that_breaks_a_rule_is_refused(
    key: str, reported_as: ReportedAs, rule: str
) -> None:
    with pytest.raises(ValueError, match=rule):
        RULES.reported(replace(REPORTED, key=key), reported_as)


def test_a_reported_url_is_written_host_and_path() -> None:
    RULES.reported(replace(REPORTED, key="t.example/Ab1"), ReportedAs.URL)


def test_an_organisation_needs_a_plain_id_and_all_its_words() -> None:
    with pytest.raises(ValueError, match="an id is"):
        RULES.organization(replace(BANK, id="我行"))
    with pytest.raises(ValueError, match="words are needed"):
        RULES.organization(replace(BANK, note=LocalizedText("", "")))


def test_hosts_and_programs_need_their_sources() -> None:
    with pytest.raises(ValueError, match="common knowledge"):
        RULES.known_host(replace(HOST, sources=(COMMON,)))
    with pytest.raises(ValueError, match="a source is missing"):
        RULES.app(replace(APP, sources=()))
    with pytest.raises(ValueError, match="a name is missing"):
        RULES.app(replace(APP, name=""))


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        (replace(WHOLE, organizations=(BANK, BANK)), "organization id twice"),
        (replace(WHOLE, numbers=(NUMBER, NUMBER)), "number twice"),
        (replace(WHOLE, domains=(DOMAIN, DOMAIN)), "host twice"),
        (replace(WHOLE, never_statements=(NEVER, NEVER)), "statement id twice"),
        (replace(WHOLE, reported=(REPORTED, REPORTED)), "reported key twice"),
        (replace(WHOLE, known_hosts=(HOST, HOST)), "known host twice"),
        (replace(WHOLE, apps=(APP, APP)), "app twice"),
        (replace(WHOLE, reported=(replace(REPORTED, imitates="bonk"),)), "organisation bonk"),
        (replace(WHOLE, slots=(Slot("act.face", SlotKind.ACT, ()),)), "unknown slot act.transfer"),
        (replace(WHOLE, reported=(replace(REPORTED, key="95777"),)), "official and as fraud"),
        (replace(WHOLE, reported=(replace(REPORTED, key="www.bank.cn"),)), "official and as"),
        (replace(WHOLE, reported=(replace(REPORTED, key="bank.cn"),)), "official and as fraud"),
    ],
)
def test_a_register_that_contradicts_itself_is_refused(wrong: Register, rule: str) -> None:
    with pytest.raises(InvalidTableError) as caught:
        check_register(wrong)
    assert rule in caught.value.values["rule"]


def test_two_organisations_may_share_a_host() -> None:
    other = replace(BANK, id="other")
    shared = replace(DOMAIN, organization_id="other")
    check_register(replace(WHOLE, organizations=(BANK, other), domains=(DOMAIN, shared)))
