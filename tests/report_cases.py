"""A small register and finished cases, for the tests of words, cards and advice."""

from datetime import date

from app.checking.advising import Adviser
from app.checking.knowledge import Knowledge
from app.feed.advice_tables import read_advice_rules
from app.host.paths import RESOURCES
from app.model.finding import Evidence, Finding, Severity
from app.model.freshness import Freshness
from app.model.indicator import Indicator, Line, Link, Number, PhoneNumber, ShortCode, SmsPort
from app.model.language import LocalizedText
from app.model.reading import Claim, ClaimBasis, Omission, Reading, sorted_out
from app.model.records import (
    Answer,
    NumberKind,
    OfficialDomain,
    OfficialNumber,
    Organization,
    Sector,
    Standing,
)
from app.model.register import Register
from app.model.report import CheckReport
from app.model.scam_category import ScamCategory
from app.model.source_note import SourceClass, SourceNote
from app.model.submission import Channel, Submission
from app.model.text_span import Span
from app.model.verdict import Verdict, VerdictLevel

AS_OF = date(2026, 11, 1)
SOURCE = SourceNote("号码公告", "https://source.test/1", "2025-12", SourceClass.ORGANISATION)
RULES = read_advice_rules(RESOURCES / "advice")


def an_organization(organization_id: str, zh: str, en: str, sector: Sector) -> Organization:
    return Organization(organization_id, sector, LocalizedText(zh, en), (), (), (), False, False)


def a_number(
    organization_id: str,
    key: str,
    *,
    kind: NumberKind = NumberKind.HOTLINE,
    standing: Standing = Standing.DOCUMENTED,
    takes_calls: bool = True,
    area_codes: bool = False,
) -> OfficialNumber:
    return OfficialNumber(
        organization_id,
        key,
        kind,
        takes_calls,
        Answer.UNKNOWN,
        Answer.UNKNOWN,
        standing,
        None,
        "2026-11",
        (SOURCE,),
        area_codes=area_codes,
    )


def a_domain(organization_id: str, host: str) -> OfficialDomain:
    return OfficialDomain(organization_id, host, host, "2026-11", (SOURCE,))


KNOWLEDGE = Knowledge(
    Register(
        "version",
        AS_OF,
        organizations=(
            an_organization("police", "公安机关", "The police", Sector.GOVERNMENT),
            an_organization(
                "national-anti-fraud", "国家反诈中心", "Anti-fraud centre", Sector.GOVERNMENT
            ),
            an_organization("miit-12381", "12381提醒短信", "12381 reminders", Sector.GOVERNMENT),
            an_organization("12321-center", "12321举报中心", "12321 centre", Sector.GOVERNMENT),
            an_organization("cac-report", "网信办举报中心", "Report centre", Sector.GOVERNMENT),
            an_organization("credit-reference", "征信中心", "Credit centre", Sector.GOVERNMENT),
            an_organization("csrc", "证监会", "Securities regulator", Sector.GOVERNMENT),
            an_organization("douyin", "抖音", "Douyin", Sector.PLATFORM),
            an_organization("icbc", "工商银行", "ICBC", Sector.BANK),
            an_organization("shop", "某商城", "A shop", Sector.RETAIL),
            an_organization("traffic", "交管", "Traffic police", Sector.GOVERNMENT),
            an_organization("site-only", "某网站", "A site", Sector.MEDIA),
        ),
        numbers=(
            a_number("police", "110", kind=NumberKind.EMERGENCY),
            a_number("national-anti-fraud", "96110", kind=NumberKind.TWO_WAY, area_codes=True),
            a_number("miit-12381", "12381", kind=NumberKind.SMS_SENDER, takes_calls=False),
            a_number("12321-center", "12321", kind=NumberKind.REPORT_LINE),
            a_number("cac-report", "12377", kind=NumberKind.REPORT_LINE),
            a_number("credit-reference", "+864008108866"),
            a_number("csrc", "12386", kind=NumberKind.REPORT_LINE),
            a_number("douyin", "95152", kind=NumberKind.TWO_WAY),
            a_number("icbc", "+862195588", standing=Standing.UNVERIFIED),
            a_number("icbc", "95588"),
            a_number(
                "traffic",
                "121239999",
                kind=NumberKind.SMS_SENDER,
                standing=Standing.COMMUNITY_LIST,
                takes_calls=False,
            ),
            a_number("shop", "95000", standing=Standing.COMMUNITY_LIST),
        ),
        domains=(
            a_domain("douyin", "douyin.com"),
            a_domain("icbc", "icbc.com.cn"),
            a_domain("site-only", "site.cn"),
        ),
    )
)


def a_short_code(digits: str, area_code: str = "") -> ShortCode:
    return ShortCode(digits, digits, Span(0, len(digits)), area_code)


def a_mobile(e164: str = "+8613912345678") -> PhoneNumber:
    return PhoneNumber(e164, "CN", Line.MOBILE, e164, Span(0, len(e164)))


def a_port(digits: str = "1069012345") -> SmsPort:
    return SmsPort(digits, digits, Span(0, len(digits)))


def a_link(host: str) -> Link:
    return Link(
        f"https://{host}/",
        "https",
        host,
        host,
        host,
        None,
        "/",
        False,
        False,
        host,
        Span(0, len(host)),
    )


def a_reading(
    text: str = "请回电",
    *,
    indicators: tuple[Indicator, ...] = (),
    claims: tuple[str, ...] = (),
    channel: Channel | None = None,
    bare: bool = False,
    omission: Omission | None = None,
    legible: bool = True,
    sender: Number | None = None,
) -> Reading:
    return sorted_out(
        Reading(
            Submission(text, None, channel),
            text,
            indicators,
            sender,
            "",
            (),
            tuple(Claim(each, ClaimBasis.SELF, each, Span(0, 1)) for each in claims),
            (),
            bare,
            omission or Omission(),
            legible,
        )
    )


def a_finding(
    severity: Severity = Severity.WARNING,
    zh: str = "这里不对劲。",
    *,
    order: int = 3,
    evidence: tuple[Evidence, ...] = (),
    organization_id: str = "",
    genuine: str = "",
    source: SourceNote | None = None,
) -> Finding:
    return Finding(
        "a_check",
        severity,
        LocalizedText(zh, f"en {zh}"),
        evidence,
        order,
        organization_id=organization_id,
        genuine=genuine,
        source=source,
    )


def listed(indicator: Indicator, organization_id: str) -> Finding:
    """Return the finding that a number or site is on the list."""
    return a_finding(
        Severity.REASSURING,
        "名单里有它。",
        order=8,
        evidence=(Evidence(indicator.as_written, indicator.span, indicator),),
        organization_id=organization_id,
        source=SOURCE,
    )


def a_report(
    level: VerdictLevel,
    reading: Reading | None = None,
    *,
    findings: tuple[Finding, ...] = (),
    decided_by: tuple[Finding, ...] | None = None,
    category: ScamCategory | None = None,
    freshness: Freshness = Freshness.FRESH,
) -> CheckReport:
    reading = reading or a_reading()
    decided = findings if decided_by is None else decided_by
    verdict = Verdict(level, category, decided, freshness)
    advice = Adviser(RULES, KNOWLEDGE).advise(verdict, findings, reading)
    return CheckReport(reading, findings, verdict, advice, AS_OF, "version")
