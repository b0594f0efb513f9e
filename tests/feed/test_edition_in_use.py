"""The program answers from the edition it fetched, and from its own tables when that is broken."""

import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.assembly import Application, GoldenTrial
from app.feed.feed_card import write_card
from app.feed.tables_pack import lay_out, tables_of
from app.host.clock import MAINLAND, FixedClock, SystemClock
from app.host.paths import Paths
from app.model.errors import UserFacingError
from app.model.freshness import Freshness
from app.model.language import Language
from app.model.submission import Submission
from app.model.sync_report import StateTrouble, SyncEnd
from app.model.verdict import VerdictLevel
from app.reading.automaton import CAN_BE_KEPT
from app.sync.watching import SyncWatcher
from tests.daily_role import DailyRole
from tests.feed_simulator import FeedSimulator, in_days
from tests.shipped import RESOURCES, shipped_register

NEXT_DAY = shipped_register().as_of + timedelta(days=1)
REPORTED = "+8613912345678"
LISTED = Submission("95588")


def next_tables(folder: Path, *changes: tuple[str, str, str], as_of: date = NEXT_DAY) -> Path:
    """Write the shipped tables of another day; `changes` are (table, old text, new text)."""
    tables = dict(tables_of(RESOURCES))
    release = "register/release.toml"
    was = shipped_register().as_of.isoformat()
    for table, old, new in ((release, was, as_of.isoformat()), *changes):
        assert old in tables[table]
        tables[table] = tables[table].replace(old, new, 1)
    lay_out(tables.items(), folder)
    return folder


@pytest.fixture
def repository(tmp_path: Path) -> FeedSimulator:
    simulator = FeedSimulator(tmp_path / "repository")
    simulator.put_list("reported", [REPORTED, "95588"])
    simulator.release(
        next_tables(
            tmp_path / "tables",
            ("i18n/zh/advice.toml", "马上挂断电话，不用跟他解释。", "马上挂断，什么也别说。"),
        ),
        NEXT_DAY,
    )
    return simulator


@pytest.fixture
def application(tmp_path: Path, repository: FeedSimulator) -> Application:
    """An application that follows the feed, and has fetched its edition."""
    built = Application(Paths(RESOURCES, tmp_path / "home"), SystemClock())
    card = tmp_path / "a.mingbian-feed"
    card.write_bytes(write_card(repository.card()))
    service = built.sync_service()
    service.add(service.offered(card))
    assert service.sync_from(repository.folder, SyncWatcher()).end is SyncEnd.UPDATED
    built.reopen()
    return built


def on_day(application: Application, days: float) -> Application:
    clock = FixedClock(datetime.now(MAINLAND) + timedelta(days=days))
    return Application(application.paths, clock)


def test_answers_come_from_the_edition(application: Application) -> None:
    service = application.check_service()
    assert service.knowledge.as_of == NEXT_DAY
    assert application.standing.trouble is None
    report = service.check(LISTED)
    assert report.verdict.level is VerdictLevel.OFFICIAL
    assert report.register_as_of == NEXT_DAY
    reported = service.check(Submission("13912345678"))
    assert reported.verdict.level is VerdictLevel.CAUTION
    words = application.catalog(Language.ZH)
    assert words.text("advice.hang_up_now") == "马上挂断，什么也别说。"
    assert words.text("advice.stop_answering")


def test_an_open_program_takes_the_edition_when_it_is_reopened(
    application: Application, repository: FeedSimulator, tmp_path: Path
) -> None:
    before = application.check_service()
    repository.release(
        next_tables(tmp_path / "later", as_of=NEXT_DAY + timedelta(days=1)),
        NEXT_DAY + timedelta(days=1),
    )
    application.sync_service().sync_from(repository.folder, SyncWatcher())
    assert application.check_service() is before
    assert before.check(LISTED).verdict.level is VerdictLevel.OFFICIAL
    application.reopen()
    assert application.check_service().knowledge.as_of == NEXT_DAY + timedelta(days=1)


def test_a_daily_list_warns_decides_nothing_and_marks_nobody_official(
    application: Application, repository: FeedSimulator
) -> None:
    role = DailyRole(repository)
    role.delegate()
    role.put_list("fresh", ["+8613912349999", "95588"])
    role.sign()
    repository.publish()
    application.sync_service().sync_from(repository.folder, SyncWatcher())
    application.reopen()
    service = application.check_service()
    assert service.check(Submission("13912349999")).verdict.level is VerdictLevel.CAUTION
    assert service.check(LISTED).verdict.level is VerdictLevel.OFFICIAL


def test_late_daily_lists_leave_the_register_as_fresh_as_it_is(
    application: Application, repository: FeedSimulator
) -> None:
    role = DailyRole(repository)
    role.delegate()
    role.targets.expires = in_days(1)
    role.put_list("fresh", ["+8613912349999"])
    role.sign()
    repository.publish()
    application.sync_service().sync_from(repository.folder, SyncWatcher())
    later = on_day(application, 1.5)
    assert later.sync_service().status().daily_is_late
    service = later.check_service()
    assert service.check(LISTED).verdict.freshness is Freshness.FRESH
    assert service.check(LISTED).verdict.level is VerdictLevel.OFFICIAL
    assert service.check(Submission("13912349999")).verdict.level is VerdictLevel.CAUTION


@pytest.mark.parametrize(
    ("days", "freshness", "level"),
    [
        (0, Freshness.FRESH, VerdictLevel.OFFICIAL),
        (10, Freshness.AGEING, VerdictLevel.OFFICIAL),
        (30, Freshness.STALE, VerdictLevel.UNFINISHED),
        (-3, Freshness.STALE, VerdictLevel.UNFINISHED),
    ],
)
def test_a_stale_signature_never_reassures(
    application: Application, days: float, freshness: Freshness, level: VerdictLevel
) -> None:
    report = on_day(application, days).check_service().check(LISTED)
    assert report.verdict.freshness is freshness
    assert report.verdict.level is level


def _flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0x20
    file.write_bytes(data)


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-700])


BREAKAGES: tuple[Callable[[Path], object], ...] = (
    lambda edition: shutil.rmtree(edition / "register"),
    lambda edition: _flip(edition / "register" / "bank.toml"),
    lambda edition: (edition / "tables.sha256").unlink(),
    lambda edition: (edition / "patterns" / "acts.toml").write_text("[[slot]]"),
    lambda edition: shutil.rmtree(edition / "advice"),
    lambda edition: _cut(edition / "fingerprints" / "reported-1.prints"),
    lambda edition: shutil.rmtree(edition / "fingerprints"),
    lambda edition: (edition / "advice" / "danger.toml").write_text("["),
)


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_a_broken_edition_leaves_the_built_in_tables_and_is_told(
    application: Application, repository: FeedSimulator, breakage: Callable[[Path], object]
) -> None:
    edition = application.standing.edition
    assert edition is not None
    breakage(edition.folder)
    service = application.check_service()
    assert service.knowledge.as_of == shipped_register().as_of
    assert application.standing.trouble is StateTrouble.EDITION_BROKEN
    assert application.sync_service().status().trouble is StateTrouble.EDITION_BROKEN
    words = application.catalog(Language.ZH)
    assert words.text("advice.hang_up_now") == "马上挂断电话，不用跟他解释。"
    outcome = application.sync_service().sync_from(repository.folder, SyncWatcher())
    assert outcome.end is SyncEnd.UPDATED
    application.reopen()
    assert application.check_service().knowledge.as_of == NEXT_DAY


@pytest.mark.parametrize(
    "breakage",
    [
        lambda edition: _cut(edition / "registry.sqlite"),
        lambda edition: (edition / "registry.sqlite").unlink(),
    ],
    ids=["cut", "gone"],
)
def test_a_lost_register_is_built_anew_from_the_tables_that_were_signed(
    application: Application, breakage: Callable[[Path], object]
) -> None:
    edition = application.standing.edition
    assert edition is not None
    breakage(edition.folder)
    assert application.check_service().knowledge.as_of == NEXT_DAY
    assert application.standing.trouble is None


def test_an_edition_comes_with_what_finds_its_phrases(application: Application) -> None:
    """Its trial has built it, so that the person's first check need not."""
    edition = application.standing.edition
    assert edition is not None
    finders = [edition.folder / name for name in ("phrases.finder", "words.finder")]
    whole = [finder.stat().st_mtime_ns for finder in finders if CAN_BE_KEPT]
    application.check_service()
    assert [finder.stat().st_mtime_ns for finder in finders if CAN_BE_KEPT] == whole


def test_an_edition_that_misjudges_a_golden_message_is_refused(
    application: Application, repository: FeedSimulator, tmp_path: Path
) -> None:
    tables = dict(tables_of(next_tables(tmp_path / "bad")))
    tables["register/bank.toml"] = tables["register/bank.toml"].replace('"95588"', '"95587"')
    repository.put_tables(tables)
    repository.put_index(NEXT_DAY + timedelta(days=1))
    repository.publish()
    with pytest.raises(UserFacingError) as caught:
        application.sync_service().sync_from(repository.folder, SyncWatcher())
    assert caught.value.reference == "feed-refused"
    application.reopen()
    assert application.check_service().knowledge.as_of == NEXT_DAY


@pytest.mark.parametrize("phrase", ["{转|打", "转}", "{nobody_knows_this_set}"])
def test_a_phrase_that_breaks_the_little_language_is_refused(
    application: Application, repository: FeedSimulator, tmp_path: Path, phrase: str
) -> None:
    old = "{move_to}…{safe_account}"
    change = ("patterns/acts.toml", f'"{old}"', f'"{phrase}"')
    repository.release(next_tables(tmp_path / "bad", change), NEXT_DAY)
    with pytest.raises(UserFacingError) as caught:
        application.sync_service().sync_from(repository.folder, SyncWatcher())
    assert caught.value.reference == "feed-refused"


@pytest.mark.parametrize(
    "phrase",
    [
        "{转|打|汇|存|付|给}" * 40,
        "转…" * 200 + "账",
        "转" * 20_000,
        "{转|转转|转转转}" * 16,
        "转…" * 4 + "账",
    ],
)
def test_a_phrase_made_to_hang_a_reader_hangs_nobody(
    application: Application, repository: FeedSimulator, tmp_path: Path, phrase: str
) -> None:
    change = ("patterns/acts.toml", '"{move_to}…{safe_account}"', f'"{phrase}"')
    repository.release(next_tables(tmp_path / "bad", change), NEXT_DAY)
    started = time.monotonic()
    with suppress(UserFacingError):
        application.sync_service().sync_from(repository.folder, SyncWatcher())
    application.reopen()
    application.check_service().check(Submission("转" * 5000))
    assert time.monotonic() - started < 60


def test_the_trial_passes_what_ships(application: Application) -> None:
    edition = application.standing.edition
    assert edition is not None
    GoldenTrial(RESOURCES)(edition.folder)
