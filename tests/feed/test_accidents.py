"""Power cuts, full disks, two programs at once: whatever happens, a whole list is there."""

import errno
import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from datetime import date
from pathlib import Path

import pytest

from app.assembly import Application
from app.feed.feed_card import write_card
from app.host.clock import SystemClock
from app.host.paths import Paths
from app.model.errors import UserFacingError
from app.model.submission import Submission
from app.model.sync_report import SyncEnd
from app.model.verdict import VerdictLevel
from app.sync import disk, download, edition, feed_state, installing, syncing
from app.sync.edition import index_of
from app.sync.feed_lock import feed_lock
from app.sync.installing import EditionJob
from app.sync.watching import SyncWatcher
from tests.daily_role import DailyRole
from tests.feed.test_edition_in_use import NEXT_DAY, next_tables
from tests.feed_simulator import FIRST_DAY, FeedSimulator, FollowingDesk, small_feed_tables
from tests.shipped import RESOURCES, shipped_register

LATER = date(2026, 11, 24)
SHORT_RUNS, LONG_RUNS = 20, 200
NUMBERS = [f"+8613{number:09d}" for number in range(60_000)]


class FullDisk:
    """Lets so many writes pass, then says what a full disk says."""

    def __init__(self, passes: int) -> None:
        self.passes = passes
        self.writes = 0

    def __call__(self) -> None:
        self.writes += 1
        if self.writes > self.passes:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _install_full_disk(patch: pytest.MonkeyPatch, full: FullDisk) -> None:
    """Every write of a sync asks first, those of tuf, SQLite and the lists included.

    The edition is made in this very process, where the patches hold.
    """
    for module, name in (
        (disk, "write_whole"),
        (feed_state, "write_whole"),
        (installing, "write_whole"),
        (installing, "lay_out"),
        (installing, "build_file"),
        (installing, "install_full"),
        (installing, "install_delta"),
        (installing, "settle_tree"),
        (download, "append"),
        (syncing, "move"),
    ):
        real = getattr(module, name)

        def asking(*arguments: object, real: object = real, **options: object) -> object:
            full()
            assert callable(real)
            return real(*arguments, **options)

        patch.setattr(module, name, asking)
    real_replace = os.replace

    def replace(*arguments: str) -> None:
        full()
        real_replace(*arguments)

    patch.setattr(os, "replace", replace)

    def run_here(job: EditionJob, watcher: SyncWatcher) -> object:
        return job(watcher.tell)

    patch.setattr(syncing, "run_apart", run_here)


def test_a_disk_that_is_full_at_any_write(
    feed: FeedSimulator, desk: FollowingDesk, tmp_path: Path
) -> None:
    feed.put_list("reported", NUMBERS[:900])
    with_daily_list(feed)
    feed.put_index(FIRST_DAY)
    feed.publish()
    desk.sync()
    feed.put_list("reported", NUMBERS[3:903])
    feed.release(small_feed_tables(tmp_path / "later", LATER), LATER)
    passes = 0
    while True:
        with pytest.MonkeyPatch.context() as patch:
            _install_full_disk(patch, FullDisk(passes))
            try:
                desk.sync()
                break
            except UserFacingError as error:
                found = error.reference
        assert found == "feed-disk-full", f"after {passes} writes"
        assert desk.as_of == FIRST_DAY, f"after {passes} writes"
        assert desk.standing().trouble is None
        passes += 1
    assert passes > 15
    assert desk.as_of == LATER


WITH_SMALL_FILES = """
    import resource, signal, sys
    from pathlib import Path
    from app.assembly import build_application
    from app.model.errors import UserFacingError
    from app.sync.watching import SyncWatcher

    service = build_application(Path(sys.argv[1])).sync_service()
    limit = int(sys.argv[3])
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    if __name__ == "__main__":
        try:
            service.sync_from(Path(sys.argv[2]), SyncWatcher())
        except UserFacingError as error:
            sys.exit(f"{error.reference} {error.values}")
"""


@pytest.fixture
def home(tmp_path: Path, repository: FeedSimulator) -> Path:
    """A person's folder in which the feed's first edition is in use."""
    home = tmp_path / "home"
    service = Application(Paths(RESOURCES, home), SystemClock()).sync_service()
    card = tmp_path / "a.mingbian-feed"
    card.write_bytes(write_card(repository.card()))
    service.add(service.offered(card))
    assert service.sync_from(repository.folder, SyncWatcher()).end is SyncEnd.UPDATED
    return home


@pytest.fixture
def repository(tmp_path: Path) -> FeedSimulator:
    simulator = FeedSimulator(tmp_path / "repository")
    simulator.put_list("reported", NUMBERS)
    with_daily_list(simulator)
    simulator.release(next_tables(tmp_path / "tables"), NEXT_DAY)
    return simulator


def with_daily_list(simulator: FeedSimulator) -> None:
    """Have a daily role sign another version of its list with each release."""
    role = DailyRole(simulator)
    role.delegate()

    def sign() -> None:
        first = role.targets.version
        role.put_list("fresh", NUMBERS[first : 5_000 + first])
        role.sign()

    simulator.signing_besides.append(sign)


def release_next(repository: FeedSimulator, folder: Path, number: int) -> int:
    """Publish another edition of the same day, and return the version that is signed."""
    repository.put_list("reported", NUMBERS[number : 50_000 + number])
    change = ("register/release.toml", "as_of", f"# {number}\nas_of")
    repository.release(next_tables(folder / f"tables{number}", change), NEXT_DAY)
    return repository.targets.version


def whole(home: Path) -> int:
    """Start the program, have it judge, and return the version of its edition."""
    application = Application(Paths(RESOURCES, home), SystemClock())
    service = application.check_service()
    edition_in_use = application.standing.edition
    assert edition_in_use is not None
    report = service.check(Submission("95588"))
    assert report.verdict.level is VerdictLevel.OFFICIAL
    assert len(service.knowledge.register.numbers) == len(shipped_register().numbers)
    assert {each.name for each in index_of(edition_in_use.folder).lists} == {"reported", "fresh"}
    return edition_in_use.state.version


@pytest.mark.skipif(os.name == "nt", reason="Windows sets no such limits")
@pytest.mark.parametrize("limit", [0, 100, 1500, 20_000, 200_000, 500_000])
def test_a_system_that_refuses_files_beyond_a_size(
    home: Path, repository: FeedSimulator, tmp_path: Path, limit: int
) -> None:
    """A real refusal of the system, in every library that writes: tuf, SQLite and our own."""
    release_next(repository, tmp_path, 1)
    script = tmp_path / "small.py"
    script.write_text(textwrap.dedent(WITH_SMALL_FILES))
    run = subprocess.run(
        [sys.executable, script, home, repository.folder, str(limit)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(RESOURCES.parent)},
    )
    assert run.returncode == 1, run.stderr
    assert run.stderr.startswith(("feed-disk-full", "feed-cannot-write", "feed-refused")), (
        run.stderr
    )
    assert whole(home) == 1


def _sync_command(home: Path, stick: Path) -> list[str]:
    return [sys.executable, "-m", "app", "--home", str(home), "sync", "--from", str(stick)]


def _killed_at_random(home: Path, repository: FeedSimulator, folder: Path, runs: int) -> None:
    random_moment = random.Random(4)  # noqa: S311 -- moments, no secrets
    started = time.monotonic()
    release_next(repository, folder, 1)
    command = _sync_command(home, repository.folder)
    subprocess.run(command, check=True, capture_output=True, cwd=RESOURCES.parent)
    lasts = time.monotonic() - started
    old = whole(home)
    ends = {old: 0}
    for number in range(2, runs + 2):
        new = release_next(repository, folder, number)
        process = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=RESOURCES.parent,
            start_new_session=True,
        )
        time.sleep(random_moment.uniform(0.05, lasts))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        found = whole(home)
        assert found in (old, new), f"run {number}"
        ends[found] = ends.get(found, 0) + 1
        old = found
    subprocess.run(command, check=True, capture_output=True, cwd=RESOURCES.parent)
    assert whole(home) == new
    assert len(list((home / "feed" / "editions").iterdir())) <= 2


@pytest.mark.skipif(os.name == "nt", reason="process groups are another thing there")
def test_a_program_killed_at_random_moments_of_a_sync(
    home: Path, repository: FeedSimulator, tmp_path: Path
) -> None:
    _killed_at_random(home, repository, tmp_path, SHORT_RUNS)


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="process groups are another thing there")
def test_a_program_killed_at_two_hundred_moments_of_a_sync(
    home: Path, repository: FeedSimulator, tmp_path: Path
) -> None:
    _killed_at_random(home, repository, tmp_path, LONG_RUNS)


def test_a_second_sync_waits_for_nobody(desk: FollowingDesk) -> None:
    with feed_lock(desk.folder), pytest.raises(UserFacingError, match="feed-busy"):
        desk.sync()
    assert desk.sync().end is SyncEnd.UPDATED


def test_two_programs_syncing_at_once(
    home: Path, repository: FeedSimulator, tmp_path: Path
) -> None:
    day = release_next(repository, tmp_path, 1)
    runs = [
        subprocess.Popen(
            _sync_command(home, repository.folder),
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            cwd=RESOURCES.parent,
        )
        for _ in range(3)
    ]
    said = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs].count(0) >= 1
    assert all("feed-busy" in text for run, text in zip(runs, said, strict=True) if run.returncode)
    assert whole(home) == day


def test_media_that_cannot_be_written(desk: FollowingDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list on a read-only disk is used; an update is refused with words for it."""
    desk.sync()
    real = os.open

    def read_only(path: object, flags: int, *arguments: int, **options: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return real(path, flags, *arguments, **options)  # type: ignore[arg-type] # as it came

    monkeypatch.setattr(os, "open", read_only)
    with pytest.raises(UserFacingError, match="feed-cannot-write"):
        desk.sync()
    assert desk.as_of == FIRST_DAY


def test_a_feed_folder_that_is_a_file(desk: FollowingDesk) -> None:
    desk.folder.parent.mkdir(parents=True)
    desk.folder.write_bytes(b"")
    assert edition.find_edition(desk.folder, FIRST_DAY).edition is None
    with pytest.raises(UserFacingError, match="feed-cannot-write"):
        desk.sync()
