"""What the register and the lists know; every record names its source and its date."""

from enum import StrEnum

from msgspec import Struct

from .language import LocalizedText
from .source_note import SourceNote


class Answer(StrEnum):
    """Does this number call out, or send SMS? Most sources do not say."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Standing(StrEnum):
    """How well a number is proven; it bounds the verdict the number can give."""

    DOCUMENTED = "documented"
    LISTED_TWICE = "listed_twice"
    COMMUNITY_LIST = "community_list"
    CODE_HOLDER_ONLY = "code_holder_only"
    UNVERIFIED = "unverified"
    POSSIBLY_OBSOLETE = "possibly_obsolete"


PROVEN = (Standing.DOCUMENTED, Standing.LISTED_TWICE, Standing.COMMUNITY_LIST)  # best first
RANK_OF = {standing: rank for rank, standing in enumerate(Standing)}


class NumberKind(StrEnum):
    """What the line is for."""

    HOTLINE = "hotline"
    REPORT_LINE = "report_line"
    OUTBOUND_LINE = "outbound_line"
    SMS_SENDER = "sms_sender"
    TWO_WAY = "two_way"
    EMERGENCY = "emergency"


class DirectionBasis(StrEnum):
    """How we know what a number takes, calls or sends."""

    DOCUMENTED = "documented"  # somebody states it
    LISTED = "listed"  # a list shows it as sender or caller
    RULE = "rule"  # the numbering plan says so (400, 800)
    GENERAL = "general"  # commonly known, without a source
    NONE = "none"  # nobody says


class Sector(StrEnum):
    """The editors' tables hold one file for each."""

    AIRLINE = "airline"
    AUTO = "auto"
    BANK = "bank"
    CALLCENTRE_CODE_HOLDER = "callcentre_code_holder"
    CARRIER = "carrier"
    CLOUD = "cloud"
    COURIER = "courier"
    FOOD = "food"
    GOVERNMENT = "government"
    HARDWARE = "hardware"
    INSURANCE = "insurance"
    MEDIA = "media"
    PAYMENT = "payment"
    PLATFORM = "platform"
    PUBLIC_SERVICE = "public_service"
    RAIL = "rail"
    REALESTATE = "realestate"
    RETAIL = "retail"
    SECURITIES = "securities"
    TRAVEL = "travel"
    UTILITY = "utility"


class Organization(Struct, frozen=True):
    """Somebody who publishes contacts. `closed` means: a dated statement says "only these".

    `closed_numbers` speaks of numbers to call; SMS ports stay open. `signatures` are SMS signatures
    without brackets. `apps` are names of its own programs. `note` says in our own words what a
    person should know of its contacts as a whole ("its separate numbers are not published").
    """

    id: str
    sector: Sector
    names: LocalizedText
    aliases: tuple[str, ...]
    signatures: tuple[str, ...]
    apps: tuple[str, ...]
    closed_numbers: bool
    closed_domains: bool
    note: LocalizedText | None = None


class OfficialNumber(Struct, frozen=True):
    """One published number. `key` is canonical, as `Indicator.key` gives it.

    `area_codes` tells that the same code is genuine behind any area code (96110, 12340);
    `extensions` counts the digits that may follow (12110 + 3, 12123 + 4), 0 for none.
    `note` says in our own words what the number does, and since when.
    """

    organization_id: str
    key: str
    kind: NumberKind
    takes_calls: bool
    calls_out: Answer
    sends_sms: Answer
    standing: Standing
    note: LocalizedText | None
    gathered_on: str
    sources: tuple[SourceNote, ...]
    since: str = ""
    area_codes: bool = False
    extensions: int = 0
    direction_basis: DirectionBasis = DirectionBasis.NONE


class OfficialDomain(Struct, frozen=True):
    """One published host, with everything under it ("icbc.com.cn" covers mybank.icbc.com.cn).

    `standing` bounds the verdict as it does for numbers: an unverified host is a hint.
    """

    organization_id: str
    host: str
    registrable_domain: str
    gathered_on: str
    sources: tuple[SourceNote, ...]
    standing: Standing = Standing.COMMUNITY_LIST


class NeverKind(StrEnum):
    """What a "we never …" statement is about; only the first two may decide a verdict."""

    ACT = "act"
    PRODUCT_DOES_NOT_EXIST = "product_does_not_exist"
    CHANNEL = "channel"


class NeverStatement(Struct, frozen=True):
    """What an organisation says it never does. `slots` names the acts or phrases that break it.

    `recent` means: stated in 2023 or later.
    """

    id: str
    organization_id: str
    kind: NeverKind
    statement: LocalizedText
    slots: tuple[str, ...]
    recent: bool
    newest_source: str
    sources: tuple[SourceNote, ...]


class ReportedIndicator(Struct, frozen=True):
    """A number, host, registrable domain or URL that somebody reported as fraud.

    `reviewed` rows decide red, merely reported ones orange. `imitates` is an organisation or "".
    """

    key: str
    imitates: str
    note: LocalizedText
    reviewed: bool
    gathered_on: str
    sources: tuple[SourceNote, ...]


class HostRole(StrEnum):
    """Hosts of which more is known than that nobody has published them.

    Of a shortener or a host with user content the owner is known but not the page's author; an own
    site is its owner's, as everybody knows and no official list says.
    """

    SHORTENER = "shortener"
    USER_CONTENT = "user_content"
    OWN_SITE = "own_site"


class KnownHost(Struct, frozen=True):
    """A host with a role of its own. `host` may be a suffix ("taobao.com")."""

    host: str
    role: HostRole
    owner: LocalizedText
    subdomains: bool
    sources: tuple[SourceNote, ...]


class AppRole(StrEnum):
    """Why a program's name matters in a message."""

    REMOTE_CONTROL = "remote_control"
    MEETING = "meeting"
    NICHE_CHAT = "niche_chat"
    FAKE = "fake"


class NamedApp(Struct, frozen=True):
    """A program swindlers make people install. `ambiguous` names are everyday words too."""

    name: str
    aliases: tuple[str, ...]
    role: AppRole
    ambiguous: bool
    note: LocalizedText
    sources: tuple[SourceNote, ...]
