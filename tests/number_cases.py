"""A small register of numbers with readings made by hand, for the tests about numbers."""

from datetime import date
from functools import cache

from app.checking.knowledge import Knowledge
from app.model.indicator import Indicator
from app.model.language import LocalizedText
from app.model.phrases import ActGroup, Slot, SlotKind
from app.model.reading import Claim, ClaimBasis, Omission, PhraseHit, Reading, Stance, sorted_out
from app.model.records import (
    Answer,
    NumberKind,
    OfficialNumber,
    Organization,
    ReportedIndicator,
    Sector,
    Standing,
)
from app.model.register import Register
from app.model.source_note import SourceClass, SourceNote
from app.model.submission import Channel, Submission
from app.model.text_span import Span
from app.reading.folding import FoldedText
from app.reading.numbering_plan import NumberingPlan, read_plan
from app.reading.numbers import NumberReader
from tests.builders import the_folder
from tests.shipped import RESOURCES

SOURCE = SourceNote("某公告", "https://example.com/a", "2025-12", SourceClass.ORGANISATION)
LIST = SourceNote("一份公开名单", "", "undated", SourceClass.COMMUNITY_LIST)


@cache
def plan() -> NumberingPlan:
    return read_plan(RESOURCES / "numbering" / "cn.toml")


@cache
def reader() -> NumberReader:
    return NumberReader(plan())


def fold(text: str) -> FoldedText:
    return the_folder().fold(text)


def keys(text: str, *taken: Span) -> list[str]:
    return [each.key for each in reader().find(fold(text), taken)]


def kind_and_key(text: str) -> str:
    number = reader().read_one(text)
    return f"{type(number).__name__} {number.key}" if number else ""


def organization(id_: str, sector: Sector, *, closed: bool = False) -> Organization:
    return Organization(id_, sector, LocalizedText(id_, id_), (), (), (), closed, False)


def official(
    owner: str,
    key: str,
    standing: Standing = Standing.DOCUMENTED,
    *,
    calls_out: Answer = Answer.UNKNOWN,
    area_codes: bool = False,
    extensions: int = 0,
    kind: NumberKind = NumberKind.TWO_WAY,
) -> OfficialNumber:
    note = LocalizedText("客服热线。", "Service line.")
    return OfficialNumber(
        owner, key, kind, True, calls_out, Answer.UNKNOWN, standing, note, "2026-11",
        (LIST, SOURCE), "2025-12", area_codes, extensions,
    )  # fmt: skip


def reported(key: str, *, reviewed: bool, imitates: str = "") -> ReportedIndicator:
    note = LocalizedText("有人冒充。", "An imitation.")
    return ReportedIndicator(key, imitates, note, reviewed, "2026-11", (SOURCE,))


REGISTER = Register(
    version="test",
    as_of=date(2026, 11, 22),
    organizations=(
        organization("douyin", Sector.PLATFORM),
        organization("icbc", Sector.BANK),
        organization("cmb", Sector.BANK),
        organization("credit-centre", Sector.GOVERNMENT, closed=True),
        organization("police", Sector.GOVERNMENT),
        organization("anti-fraud", Sector.GOVERNMENT),
        organization("social-security", Sector.GOVERNMENT),
        organization("holder", Sector.CALLCENTRE_CODE_HOLDER),
        organization("old-insurer", Sector.INSURANCE),
        organization("hk-bank", Sector.BANK),
    ),
    numbers=(
        official("douyin", "95152", calls_out=Answer.YES),
        official("icbc", "95588"),
        official("icbc", "010-95588", Standing.COMMUNITY_LIST),
        official("cmb", "95555", Standing.LISTED_TWICE),
        official("cmb", "9555501", Standing.COMMUNITY_LIST),
        official("cmb", "+864008205555", Standing.LISTED_TWICE, calls_out=Answer.NO),
        official("cmb", "+8675583195555"),
        official("cmb", "1069095555", Standing.COMMUNITY_LIST),
        official("credit-centre", "95133"),
        official("police", "110", kind=NumberKind.EMERGENCY),
        official("police", "12110", extensions=3),
        official("anti-fraud", "96110", area_codes=True),
        official("social-security", "12333", calls_out=Answer.NO),
        official("holder", "95001", Standing.CODE_HOLDER_ONLY),
        official("old-insurer", "95300", Standing.POSSIBLY_OBSOLETE),
        official("old-insurer", "95301", Standing.UNVERIFIED),
        official("hk-bank", "+85222331111", Standing.COMMUNITY_LIST),
    ),
    reported=(
        reported("10600095588", reviewed=True, imitates="icbc"),
        reported("0311-110", reviewed=False, imitates="police"),
        reported("bad.example", reviewed=True),
        reported("pages.example/steal", reviewed=False),
    ),
)
KNOWLEDGE = Knowledge(REGISTER)


def slot(kind: SlotKind) -> Slot:
    group = ActGroup.B if kind is SlotKind.ACT else None
    return Slot(f"{kind.value}.x", kind, ("某句话",), group=group)


def a_reading(
    text: str,
    *,
    sender: str | None = None,
    channel: Channel | None = None,
    bare: bool = False,
    hits: tuple[SlotKind, ...] = (),
    claims: tuple[str, ...] = (),
    also: tuple[Indicator, ...] = (),
    stance: Stance = Stance.DEMAND,
) -> Reading:
    folded = fold(text)
    place = Span(0, 1)
    number = reader().read_one(sender) if sender else None
    return sorted_out(
        Reading(
            submission=Submission(text, sender, channel),
            folded=folded.text,
            indicators=(*reader().find(folded, ()), *also),
            sender=number,
            sender_name="" if number or not sender else sender,
            signatures=(),
            claims=tuple(Claim(each, ClaimBasis.SELF, each, place) for each in claims),
            hits=tuple(PhraseHit(slot(kind), 0, 1, place, stance) for kind in hits),
            bare=bare,
            omission=Omission(),
        )
    )


def bare(text: str) -> Reading:
    return a_reading(text, bare=True)
