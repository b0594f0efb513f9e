"""`mingbian sync` as people type it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.feed.feed_card import write_card
from app.model.language import LocalizedText
from app.model.program_note import ProgramNote
from tests.feed.servers import Handler, serving
from tests.feed.test_edition_in_use import NEXT_DAY, next_tables
from tests.feed_simulator import FeedSimulator
from tests.shipped import RESOURCES


@pytest.fixture
def feed(tmp_path: Path) -> FeedSimulator:
    simulator = FeedSimulator(tmp_path / "repository")
    simulator.put_list("reported", ["+8613912345678"])
    simulator.program = ProgramNote(
        "900.1", NEXT_DAY, LocalizedText(zh="新", en="new"), "https://feed.example/get"
    )
    simulator.release(next_tables(tmp_path / "tables"), NEXT_DAY)
    return simulator


def command(home: Path, *arguments: str | Path) -> list[str]:
    options = ["--home", str(home), "sync", "--lang", "en", *map(str, arguments)]
    return [sys.executable, "-m", "app", *options]


def sync(
    home: Path, *arguments: str | Path, answer: str = ""
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command(home, *arguments),
        input=answer,
        capture_output=True,
        text=True,
        check=False,
        cwd=RESOURCES.parent,
        env={**os.environ, "no_proxy": "*"},
    )


def card_of(feed: FeedSimulator, address: str) -> Path:
    file = feed.folder.parent / "a.mingbian-feed"
    file.write_bytes(write_card(feed.card(address)))
    return file


def test_a_person_without_a_feed_is_told_calmly(tmp_path: Path) -> None:
    home = tmp_path / "home"
    told = sync(home)
    assert told.returncode == 3
    assert "the list that came with Mingbian" in told.stdout
    assert sync(home, "--status").returncode == 0
    assert not home.exists()


def test_a_card_is_added_by_a_yes_only(feed: FeedSimulator, tmp_path: Path) -> None:
    home, card = tmp_path / "home", card_of(feed, "http://127.0.0.1:9/")
    for answer in ("", "no\n", "perhaps\n"):
        refused = sync(home, "--add", card, answer=answer)
        assert refused.returncode == 3
        assert "Not added" in refused.stdout
        assert sync(home).returncode == 3
    added = sync(home, "--add", card, answer="yes\n")
    assert added.returncode == 0
    assert "Words to compare" in added.stdout
    unreachable = sync(home)
    assert unreachable.returncode == 1
    assert "[feed-unreachable]" in unreachable.stderr
    assert "Traceback" not in unreachable.stderr


def test_without_a_display_an_opened_card_is_added_by_a_yes_only(
    feed: FeedSimulator, tmp_path: Path
) -> None:
    home, card = tmp_path / "home", card_of(feed, "http://127.0.0.1:9/")
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    blind = {name: value for name, value in os.environ.items() if name not in names}
    for answer, status in (("", 3), ("yes\n", 0)):
        opened = subprocess.run(
            [*(sys.executable, "-m", "app", "--lang", "en", "--home", home, "--card", card)],
            input=answer,
            capture_output=True,
            text=True,
            check=False,
            cwd=RESOURCES.parent,
            env=blind,
        )
        assert opened.returncode == status, opened.stderr
        assert "Words to compare" in opened.stdout


def test_the_whole_way_from_a_card_to_the_next_stall(feed: FeedSimulator, tmp_path: Path) -> None:
    home, stick, next_home = tmp_path / "home", tmp_path / "stick", tmp_path / "next"
    with serving(feed.folder) as address:
        assert sync(home, "--add", card_of(feed, address), "--yes").returncode == 0
        first = sync(home)
        assert (first.returncode, first.stdout.splitlines()[0]) == (0, "The new list is in use.")
        assert "Fetching" in first.stderr
        assert "Your list is the newest." in sync(home).stdout
    status = sync(home, "--status").stdout
    assert NEXT_DAY.isoformat() in status
    assert "There is a new Mingbian, 900.1" in status
    assert "https://feed.example/get" in status
    assert sync(home, "--make-stick", stick).returncode == 0
    assert sync(next_home, "--add", stick / "mingbian.mingbian-feed", "--yes").returncode == 0
    assert sync(next_home, "--from", stick).returncode == 0
    checked = subprocess.run(
        [sys.executable, "-m", "app", "--home", str(next_home), "check", "13912345678"],
        capture_output=True,
        text=True,
        check=False,
        cwd=RESOURCES.parent,
    )
    assert checked.returncode == 10


def test_a_feed_of_a_newer_schema_has_a_status_of_its_own(
    feed: FeedSimulator, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    sync(home, "--add", card_of(feed, "http://127.0.0.1:9/"), "--yes")
    assert sync(home, "--from", feed.folder).returncode == 0
    del feed.targets.targets["feed-1.json"]
    feed.put_index(NEXT_DAY, schema=2)
    feed.publish()
    told = sync(home, "--from", feed.folder)
    assert told.returncode == 4
    assert "update the program" in told.stdout
    assert "update the program" in sync(home, "--status").stdout


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is another thing there")
def test_ctrl_c_stops_cleanly_and_the_next_sync_goes_on(
    feed: FeedSimulator, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    slow = [True]

    def wait(handler: Handler) -> bool:
        if slow[0] and "patterns" in handler.path:
            time.sleep(20)
        return False

    with serving(feed.folder, wait) as address:
        sync(home, "--add", card_of(feed, address), "--yes")
        process = subprocess.Popen(
            command(home),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=RESOURCES.parent,
        )
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not list((home / "feed").glob("targets/*")):
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 130
        assert "Stopped." in errors
        assert "Traceback" not in errors
        slow[0] = False
        assert sync(home).returncode == 0


def test_wrong_usage_is_told(tmp_path: Path) -> None:
    assert sync(tmp_path, "--from", "a", "--make-stick", "b").returncode == 2
    assert sync(tmp_path, "--add", tmp_path / "absent").returncode == 1
