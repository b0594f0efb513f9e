"""What is said of a feed."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from app.model.language import Language, LocalizedText
from app.model.program_note import ProgramNote
from app.model.sync_report import (
    FeedState,
    FeedStatus,
    NoteKind,
    StateTrouble,
    SyncEnd,
    SyncNote,
    SyncOutcome,
    SyncPhase,
    SyncProgress,
)
from app.presentation.catalog import Catalog
from app.presentation.feed_lines import (
    amount,
    outcome_lines,
    program_line,
    program_lines,
    progress_line,
    status_lines,
)
from tests.shipped import shipped_words

ZH = shipped_words(Language.ZH)
EN = shipped_words(Language.EN)
MOMENT = datetime(2026, 11, 25, 4, tzinfo=UTC)
STATE = FeedState("e", "f", "i", date(2026, 11, 24), 1, 1, MOMENT, MOMENT)
WORDS = tuple(LocalizedText(zh=f"词{n}", en=f"word{n}") for n in range(12))
NAME = LocalizedText(zh="样例", en="Example\u202e")


def test_without_a_card_the_built_in_list_is_named() -> None:
    assert list(status_lines(FeedStatus(), ZH)) == [ZH.text("feed.none")]


def test_the_words_are_said_in_four_breaths() -> None:
    lines = list(status_lines(FeedStatus(NAME, "https://a.example/", WORDS, STATE), ZH))
    assert [line for line in lines if "词" in line][1:] == [
        "  词0  词1  词2",
        "  词3  词4  词5",
        "  词6  词7  词8",
        "  词9  词10  词11",
    ]
    assert any("2026-11-24" in line for line in lines)


def test_a_name_cannot_turn_the_direction_of_writing() -> None:
    lines = status_lines(FeedStatus(NAME, "https://a.example/", WORDS), EN)
    assert "\u202e" not in "".join(lines)


@pytest.mark.parametrize("catalog", [ZH, EN])
@pytest.mark.parametrize("trouble", StateTrouble)
def test_every_trouble_has_words(catalog: Catalog, trouble: StateTrouble) -> None:
    assert catalog.text(f"feed.trouble.{trouble.value}") in status_lines(
        FeedStatus(trouble=trouble), catalog
    )


@pytest.mark.parametrize("catalog", [ZH, EN])
@pytest.mark.parametrize("end", SyncEnd)
@pytest.mark.parametrize("kind", NoteKind)
def test_every_end_and_note_has_words(catalog: Catalog, end: SyncEnd, kind: NoteKind) -> None:
    notes = tuple(SyncNote(kind, "numbers", str(n)) for n in range(7))
    lines = list(outcome_lines(SyncOutcome(end, STATE, notes=notes), catalog))
    assert len(lines) == 8
    assert "2" in lines[-1]


@pytest.mark.parametrize("catalog", [ZH, EN])
@pytest.mark.parametrize("phase", SyncPhase)
def test_every_phase_has_words(catalog: Catalog, phase: SyncPhase) -> None:
    assert progress_line(SyncProgress(phase), catalog)
    assert "50" in progress_line(SyncProgress(phase, 50, 100, 10), catalog)


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 B"), (999, "999 B"), (1000, "1.0 kB"), (5_120_000, "5.1 MB")]
)
def test_bytes_are_said_as_people_read_them(count: int, said: str) -> None:
    assert amount(count) == said


NOTE = ProgramNote(
    "900.1", date(2027, 1, 1), LocalizedText(zh="认得更多。", en="Knows more."), "https://e.org/get"
)


@pytest.mark.parametrize("catalog", [ZH, EN])
def test_a_newer_program_is_told_of_with_its_address(catalog: Catalog) -> None:
    said = "\n".join(status_lines(FeedStatus(state=replace(STATE, program=NOTE)), catalog))
    for part in ("900.1", "2027-01-01", "https://e.org/get", NOTE.text.into(catalog.language)):
        assert part in said
    foot = program_line(NOTE, catalog)
    assert "900.1" in foot
    assert "https://e.org/get" in foot
    assert "\n" not in foot
    short = program_line(NOTE, catalog, short=True)
    assert "900.1" in short
    assert len(short) < len(foot)
    assert "https" not in short


@pytest.mark.parametrize("version", ["900.1", "900.1.0", "900.2", "1000"])
def test_who_has_it_already_is_told_nothing(version: str) -> None:
    assert list(program_lines(NOTE, ZH, version)) == []
    assert program_line(NOTE, ZH, version) == ""
    assert program_line(None, ZH) == ""
