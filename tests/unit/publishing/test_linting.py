"""Faults are found before anybody signs them."""

from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.lists.fingerprints import fingerprint
from app.model.language import LocalizedText
from app.model.phrases import ScamPattern, Slot
from app.model.program_note import ProgramNote
from app.model.records import Answer
from app.model.register import Register
from app.model.source_note import SourceClass, SourceNote
from app.model.submission import Submission
from app.model.verdict import VerdictLevel
from app.publishing.composing import compose, composed
from app.publishing.faults import Fault, FaultKind
from app.publishing.key_reader import Readers, open_readers
from app.publishing.linting import golden_faults, program_faults
from app.publishing.list_lint import ListLint
from app.publishing.list_store import ListStore
from app.publishing.own_examples import OwnExamples
from app.publishing.protected import Protected
from app.publishing.table_lint import lint_register
from app.version import VERSION
from tests.list_abouts import ABOUT
from tests.shipped import RESOURCES, shipped_register

TODAY = shipped_register().as_of


@cache
def readers() -> Readers:
    return open_readers(RESOURCES)


def faults(register: Register, today: date = TODAY) -> list[Fault]:
    protected = Protected(register, RESOURCES, frozenset({"popular.example"}))
    return list(lint_register(register, readers().links, protected, today))


def test_the_tables_that_ship_have_no_fault_on_their_day() -> None:
    assert faults(shipped_register()) == []


@pytest.mark.parametrize(
    ("version", "days", "kinds"),
    [
        ("900.1", 0, []),
        (VERSION, 0, []),
        ("0.0.1", 0, [FaultKind.PROGRAM_OLD]),
        ("900.1", 1, [FaultKind.FUTURE]),
    ],
)
def test_a_program_that_is_older_or_yet_to_come_is_not_told_of(
    version: str, days: int, kinds: list[FaultKind]
) -> None:
    text = LocalizedText(zh="新", en="new")
    note = ProgramNote(version, TODAY + timedelta(days=days), text, "https://example.org/")
    assert [each.kind for each in program_faults(note, TODAY)] == kinds
    assert list(program_faults(None, TODAY)) == []


def test_a_register_of_tomorrow_does_not_go_out() -> None:
    register = Register("empty", TODAY + timedelta(days=1))
    assert [each.kind for each in faults(register)] == [FaultKind.FUTURE]


def test_what_was_gathered_more_than_a_year_ago_must_be_looked_at_again() -> None:
    later = TODAY + timedelta(days=500)
    found = faults(shipped_register(), later)
    assert {each.kind for each in found} == {FaultKind.OLD}
    assert len(found) > 1000


@pytest.mark.parametrize(
    ("gathered_on", "old"),
    [("2025-11-24", False), ("2025-11-23", True), ("2025-11", False), ("2025-10", True)],
)
def test_a_year_and_a_day_is_the_longest(gathered_on: str, old: bool) -> None:
    number = replace(shipped_register().numbers[0], gathered_on=gathered_on)
    register = Register("one", TODAY, numbers=(number,))
    assert bool(faults(register, date(2026, 11, 25))) is old


def test_a_row_that_decides_needs_more_than_one_anonymous_list() -> None:
    note = SourceNote("a list", "", "undated", SourceClass.COMMUNITY_LIST)
    row = replace(shipped_register().reported[0], reviewed=True, sources=(note,))
    register = Register("one", TODAY, reported=(row,))
    assert [each.kind for each in faults(register)] == [FaultKind.THIN_SOURCE]
    twice = replace(row, sources=(note, replace(note, title="another list")))
    assert faults(Register("one", TODAY, reported=(twice,))) == []


def test_a_reported_page_of_a_listed_bank_is_a_contradiction() -> None:
    shipped = shipped_register()
    row = replace(shipped.reported[0], key="mybank.icbc.com.cn/login", reviewed=False)
    (fault,) = faults(replace(shipped, reported=(row,)))
    assert (fault.kind, fault.row) == (FaultKind.CONTRADICTION, "mybank.icbc.com.cn/login")


@pytest.mark.parametrize(
    ("key", "why"), [("gmail.com", "popular"), ("a.popular.example", "popular"), ("t.cn", "shared")]
)
def test_a_site_that_all_or_many_use_is_never_reported_whole(key: str, why: str) -> None:
    row = replace(shipped_register().reported[0], key=key, reviewed=False)
    shipped = shipped_register()
    assert faults(replace(shipped, reported=(row,))) == [
        Fault(FaultKind.CONTRADICTION, key, why),
    ]
    page = replace(row, key=f"{key}/a/page")
    assert faults(replace(shipped, reported=(page,))) == []


def test_two_owners_cannot_say_the_opposite_of_one_number() -> None:
    number = shipped_register().numbers[0]
    rows = (
        replace(number, organization_id="a", calls_out=Answer.YES),
        replace(number, organization_id="b", calls_out=Answer.NO),
    )
    (fault,) = faults(Register("two", TODAY, numbers=rows))
    assert (fault.kind, fault.detail) == (FaultKind.CONTRADICTION, "calls_out")


def changed(row: Slot | ScamPattern, **examples: tuple[str, ...]) -> Register:
    shipped = shipped_register()
    new = replace(row, **examples)
    slots = tuple(new if each == row else each for each in shipped.slots)
    patterns = tuple(new if each == row else each for each in shipped.patterns)
    assert (slots, patterns) != (shipped.slots, shipped.patterns)
    return replace(shipped, slots=slots, patterns=patterns)


@pytest.mark.parametrize("row", [shipped_register().patterns[0], shipped_register().slots[0]])
def test_an_example_that_is_missed_and_an_innocent_one_that_is_hit_are_named(
    row: Slot | ScamPattern,
) -> None:
    example = next((each for each in row.matches), "")
    register = changed(row, matches=("今天天气很好",), innocent=(example or "今天天气很好",))
    found = list(OwnExamples(register, readers(), RESOURCES).faults())
    assert {each.row for each in found} == {row.id}
    assert FaultKind.EXAMPLE_MISSED in {each.kind for each in found}
    assert (FaultKind.INNOCENT_HIT in {each.kind for each in found}) is bool(example)


def test_a_golden_message_that_turns_out_otherwise_is_named() -> None:
    def calm(_: Submission) -> VerdictLevel:
        return VerdictLevel.OFFICIAL

    found = list(golden_faults(RESOURCES / "selftest" / "golden.toml", calm))
    assert found
    assert {(each.kind, each.detail) for each in found} == {(FaultKind.GOLDEN, "official")}


@contextmanager
def listing(folder: Path, kind: str, *keys: str, lasts: int = 30) -> Iterator[ListStore]:
    store = ListStore(folder)
    values = array("Q", sorted(map(fingerprint, keys)))
    about = ABOUT.replace('"domains"', f'"{kind}"')
    store.add(about.encode(), values, TODAY, lasts=lasts, keep=2)
    yield store


@pytest.mark.parametrize(
    ("kind", "key", "fault"),
    [
        ("domains", "icbc.com.cn", FaultKind.LIST_OFFICIAL),
        ("domains", "popular.example", FaultKind.LIST_POPULAR),
        ("domains", "gmail.com", FaultKind.LIST_POPULAR),
        ("domains", "github.io", FaultKind.LIST_SHARED),
        ("numbers", "95588", FaultKind.LIST_OFFICIAL),
    ],
)
def test_whoever_must_not_be_listed_is_found_by_fingerprint(
    tmp_path: Path, kind: str, key: str, fault: FaultKind
) -> None:
    lint = ListLint(Protected(shipped_register(), RESOURCES, frozenset({"popular.example"})))
    with listing(tmp_path, kind, "evil.top", key) as store:
        assert list(lint.faults("bad", store, TODAY)) == [Fault(fault, "bad", key)]


def test_a_list_of_others_alone_has_no_fault_until_it_expires(tmp_path: Path) -> None:
    lint = ListLint(Protected(shipped_register(), RESOURCES, frozenset({"popular.example"})))
    with listing(tmp_path, "domains", "evil.top") as store:
        assert list(lint.faults("bad", store, TODAY)) == []
        late = TODAY + timedelta(days=30)
        assert [each.kind for each in lint.faults("bad", store, late)] == [FaultKind.LIST_EXPIRED]


def test_tables_lie_over_the_programs_own_data_and_never_beside_them(tmp_path: Path) -> None:
    folder = compose(RESOURCES, {"register/bank.toml": "# ours\n"}, tmp_path / "a")
    assert [each.name for each in (folder / "register").iterdir() if each.suffix == ".toml"] == [
        "bank.toml"
    ]
    assert (folder / "numbering" / "cn.toml").is_file()
    assert (folder / "i18n" / "zh" / "window.toml").is_file()
    assert not (folder / "i18n" / "zh" / "advice.toml").exists()
    with composed(RESOURCES, {}) as gone:
        assert gone.is_dir()
    assert not gone.exists()
