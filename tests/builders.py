"""Small real objects of phrase knowledge, and readers made of them, for the tests of the core."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, lru_cache

from app.checking.checks.check import Check
from app.checking.host_endings import load_host_endings
from app.checking.knowledge import Knowledge
from app.checking.weighing import Weighing
from app.feed.pattern_tables import PatternTables, read_patterns
from app.model.finding import Finding
from app.model.indicator import Number
from app.model.language import LocalizedText
from app.model.phrases import (
    ActGroup,
    PatternStrength,
    ScamPattern,
    SignWeight,
    Slot,
    SlotKind,
    WeighedWords,
    WordSet,
)
from app.model.reading import Claim, ClaimBasis, Omission, PhraseHit, Reading, Stance, sorted_out
from app.model.records import (
    NeverKind,
    NeverStatement,
    OfficialDomain,
    OfficialNumber,
    Organization,
    Sector,
)
from app.model.register import Register
from app.model.scam_category import ScamCategory
from app.model.source_note import SourceClass, SourceNote
from app.model.submission import Submission
from app.model.text_span import Span
from app.reading.folding import Folder, read_folding_tables
from app.reading.kept_book import book_of
from app.reading.links import LinkReader
from app.reading.numbering_plan import read_plan
from app.reading.numbers import NumberReader
from app.reading.phrase_kinds import PhraseGround
from app.reading.phrase_matcher import PhraseMatcher
from app.reading.public_suffixes import load_public_suffixes
from app.reading.reader import Reader
from tests.shipped import RESOURCES

AS_OF = date(2026, 11, 1)
STATED = SourceNote("某公告", "https://example.com/notice", "2025-03-01", SourceClass.ORGANISATION)

WEIGHT_LEVELS = {
    "disbelief": -150,
    "doubt": -50,
    "backing": 100,
    "orange": 100,
    "part": 150,
    "script": 200,
    "red": 300,
    "alone": 400,
}
"""Levels that keep their order; the base is each test's own."""


@cache
def the_folder() -> Folder:
    """Return the folding that ships."""
    return Folder(read_folding_tables(RESOURCES / "folding" / "characters.tsv"))


@cache
def the_links() -> LinkReader:
    return LinkReader(load_public_suffixes(RESOURCES))


@cache
def the_numbers() -> NumberReader:
    return NumberReader(read_plan(RESOURCES / "numbering" / "cn.toml"))


@cache
def the_patterns() -> PatternTables:
    """Return the phrase tables that ship."""
    return read_patterns(RESOURCES / "patterns")


def shipped_slots(*kinds: SlotKind) -> tuple[Slot, ...]:
    """Return the shipped slots of these kinds."""
    return tuple(each for each in the_patterns().slots if each.kind in kinds)


def words(text: str) -> LocalizedText:
    return LocalizedText(text, f"en {text}")


def a_slot(slot_id: str, kind: SlotKind, *phrases: str, hints: Sequence[str] = ()) -> Slot:
    return Slot(slot_id, kind, phrases, tuple(map(ScamCategory, hints)))


def an_act(
    slot_id: str,
    *phrases: str,
    group: ActGroup = ActGroup.B,
    company: tuple[str, ...] = (),
    decides_with: tuple[str, ...] = (),
    hints: Sequence[str] = (),
    sources: tuple[SourceNote, ...] = (),
) -> Slot:
    return Slot(
        slot_id,
        SlotKind.ACT,
        phrases,
        tuple(map(ScamCategory, hints)),
        group,
        company,
        decides_with,
        words(f"理由 {slot_id}"),
        words(f"规矩 {slot_id}"),
        sources,
    )


def a_pattern(
    pattern_id: str,
    category: ScamCategory,
    *needs: tuple[str, ...],
    strength: PatternStrength = PatternStrength.RED,
    unless: tuple[str, ...] = (),
    within: int = 300,
    season: tuple[str, str] | None = None,
) -> ScamPattern:
    return ScamPattern(
        pattern_id,
        category,
        strength,
        needs,
        unless,
        within,
        words(f"理由 {pattern_id}"),
        words(f"规矩 {pattern_id}"),
        (STATED,),
        (),
        (),
        season,
    )


def a_never(
    organization_id: str,
    *slots: str,
    kind: NeverKind = NeverKind.ACT,
    recent: bool = True,
    newest_source: str = "2025-03",
) -> NeverStatement:
    return NeverStatement(
        f"{organization_id}.{kind}",
        organization_id,
        kind,
        words("从不这样做。"),
        slots,
        recent,
        newest_source,
        (STATED,),
    )


def a_company(
    organization_id: str,
    zh: str,
    en: str = "Some Company",
    *,
    closed_numbers: bool = False,
    closed_domains: bool = False,
    aliases: tuple[str, ...] = (),
) -> Organization:
    return Organization(
        organization_id,
        Sector.BANK,
        LocalizedText(zh, en),
        aliases,
        (),
        (),
        closed_numbers,
        closed_domains,
    )


def a_register(
    *slots: Slot,
    organizations: Iterable[Organization] = (),
    numbers: Iterable[OfficialNumber] = (),
    domains: Iterable[OfficialDomain] = (),
    never: Iterable[NeverStatement] = (),
    word_sets: Iterable[WordSet] = (),
    patterns: Iterable[ScamPattern] = (),
) -> Register:
    return Register(
        "a version",
        AS_OF,
        tuple(organizations),
        tuple(numbers),
        tuple(domains),
        tuple(never),
        slots=slots,
        word_sets=tuple(word_sets),
        patterns=tuple(patterns),
    )


@lru_cache(maxsize=64)
def a_reader(register: Register) -> Reader:
    """Return a reader of this register with the folding, links and numbers that ship."""
    return Reader(register, the_folder(), the_links(), the_numbers())


def a_doubting_weighing(backing: int = -20) -> Weighing:
    """Return one that doubts what stands beside 谢谢, where no few sentences reach `backing`."""
    levels = {
        "base": -10,
        "disbelief": -200,
        "doubt": -50,
        "backing": backing,
        "orange": 900,
        "part": 900,
    }
    weights = [SignWeight(sign, each) for sign, each in levels.items()]
    return Weighing(weights, [WeighedWords(-90, ("谢谢",))])


def read(text: str, register: Register, sender: str | None = None) -> Reading:
    return a_reader(register).read(Submission(text, sender))


def the_knowledge(register: Register) -> Knowledge:
    """Return what is known of this register with the endings of hosts that ship."""
    return Knowledge(register, endings=load_host_endings(RESOURCES))


def found_by(
    check: Check, text: str, register: Register, sender: str | None = None
) -> list[Finding]:
    """Return what one check finds in `text`, read with this register."""
    return list(check.examine(read(text, register, sender), the_knowledge(register)))


def a_matcher(
    *slots: Slot, word_sets: Sequence[WordSet] = (), names: Iterable[tuple[str, str]] = ()
) -> PhraseMatcher:
    return PhraseMatcher(
        book_of(PhraseGround(slots, tuple(word_sets), tuple(names), the_folder().fold_plain))
    )


def a_hit(slot: Slot, start: int, end: int, stance: Stance = Stance.DEMAND) -> PhraseHit:
    """Return a hit in a text that folds to itself."""
    return PhraseHit(slot, start, end, Span(start, end), stance)


def a_number(text: str) -> Number:
    """Return the number that `text` is."""
    number = the_numbers().read_one(text)
    assert number is not None
    return number


def a_sent_reading(
    sender: str | None,
    *,
    text: str = "您好",
    claims: tuple[str, ...] = (),
    hits: tuple[PhraseHit, ...] = (),
    bare: bool = False,
) -> Reading:
    """Return a reading with a sender; a sender that is no number becomes a sender's name."""
    number = the_numbers().read_one(sender) if sender else None
    return sorted_out(
        Reading(
            Submission(text, sender),
            text,
            (),
            number,
            "" if number else sender or "",
            (),
            tuple(Claim(each, ClaimBasis.SIGNATURE, each, Span(0, 1)) for each in claims),
            hits,
            bare,
            Omission(),
        )
    )
