"""Links, readings and a small register for the tests of links."""

from datetime import date
from functools import cache

from app.checking.lookalike_index import LookalikeIndex
from app.checking.lookalike_words import load_lookalike_words
from app.model.indicator import Link
from app.model.language import LocalizedText
from app.model.phrases import Slot, SlotKind
from app.model.reading import Omission, PhraseHit, Reading, Stance, sorted_out
from app.model.records import (
    HostRole,
    KnownHost,
    OfficialDomain,
    Organization,
    Sector,
    Standing,
)
from app.model.register import Register
from app.model.source_note import SourceClass, SourceNote
from app.model.submission import Submission
from app.model.text_span import Span
from app.reading.links import LinkReader
from app.reading.public_suffixes import PublicSuffixes, load_public_suffixes
from app.reading.skeleton import Skeletons, load_skeletons
from tests.builders import the_knowledge
from tests.shipped import RESOURCES

SOURCE = SourceNote("域名公告", "https://source.test/links", "2025-12", SourceClass.ORGANISATION)
MANY = 200


@cache
def suffixes() -> PublicSuffixes:
    return load_public_suffixes(RESOURCES)


@cache
def link_reader() -> LinkReader:
    return LinkReader(suffixes())


@cache
def skeletons() -> Skeletons:
    return load_skeletons(RESOURCES)


def index_of(register: Register) -> LookalikeIndex:
    return LookalikeIndex(register, skeletons(), load_lookalike_words(RESOURCES))


def links_in(text: str) -> tuple[Link, ...]:
    return link_reader().find(text, MANY).links


def hosts_in(text: str) -> list[str]:
    return [link.host for link in links_in(text)]


def a_link(text: str) -> Link:
    link = link_reader().read_one(text)
    assert link is not None, text
    return link


def a_reading(text: str, *, demand: bool = False) -> Reading:
    slot = Slot("act.test", SlotKind.ACT, ())
    hit = PhraseHit(slot, 0, 0, Span(0, 0), Stance.DEMAND if demand else Stance.MENTION)
    return sorted_out(
        Reading(
            Submission(text),
            text,
            links_in(text),
            None,
            "",
            (),
            (),
            (hit,),
            bare=True,
            omission=Omission(),
        )
    )


def an_organization(organization_id: str, zh: str, *aliases: str) -> Organization:
    names = LocalizedText(zh, organization_id.upper())
    return Organization(organization_id, Sector.BANK, names, aliases, (), (), False, False)


def a_domain(
    organization_id: str, host: str, standing: Standing = Standing.LISTED_TWICE
) -> OfficialDomain:
    registrable = suffixes().registrable_domain(host)
    return OfficialDomain(organization_id, host, registrable, "2026-11", (SOURCE,), standing)


def a_known_host(host: str, role: HostRole, zh: str, *, subdomains: bool = False) -> KnownHost:
    return KnownHost(host, role, LocalizedText(zh, zh), subdomains, (SOURCE,))


REGISTER = Register(
    "version",
    date(2026, 11, 1),
    organizations=(
        an_organization("icbc", "工商银行", "ICBC"),
        an_organization("cmb", "招商银行", "CMB"),
        an_organization("douyin", "抖音"),
        an_organization("rail", "铁路12306"),
        an_organization("health", "医保局"),
        an_organization("insurer", "平安保险"),
        an_organization("bank", "平安银行"),
        an_organization("doubtful", "某证券"),
        an_organization("once", "某快递"),
    ),
    domains=(
        a_domain("icbc", "www.icbc.com.cn"),
        a_domain("icbc", "www.95588.com"),
        a_domain("cmb", "www.cmbchina.com"),
        a_domain("douyin", "www.douyin.com"),
        a_domain("douyin", "v.douyin.com"),
        a_domain("rail", "www.12306.cn"),
        a_domain("health", "ylbz.gansu.gov.cn"),
        a_domain("insurer", "www.pingan.com"),
        a_domain("bank", "www.pingan.com"),
        a_domain("bank", "bank.pingan.com"),
        a_domain("doubtful", "doubtful-sec.com", Standing.UNVERIFIED),
        a_domain("once", "www.once-express.com", Standing.COMMUNITY_LIST),
    ),
    known_hosts=(
        a_known_host("v.douyin.com", HostRole.USER_CONTENT, "抖音"),
        a_known_host("docs.qq.com", HostRole.USER_CONTENT, "腾讯文档"),
        a_known_host("tmall.com", HostRole.USER_CONTENT, "天猫", subdomains=True),
        a_known_host("t.cn", HostRole.SHORTENER, "新浪微博"),
    ),
)
KNOWLEDGE = the_knowledge(REGISTER)
