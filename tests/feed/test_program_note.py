"""What a feed tells of the program reaches people, and nothing hostile does."""

import json
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.feed.program_note_row import note_row
from app.model.errors import DamagedDataError
from app.model.language import LocalizedText
from app.model.program_note import ProgramNote
from app.model.sync_report import SyncEnd
from app.publishing.changes import Topic
from app.publishing.feed_config import read_config, write_config
from app.sync.feed_state import POINTER, read_state
from tests.feed_simulator import FIRST_DAY, FeedSimulator, FollowingDesk
from tests.publishing_feed import begin_feed

NOTE = ProgramNote(
    "900.1", date(2026, 11, 24), LocalizedText(zh="新", en="new"), "https://feed.example/get"
)


def told(desk: FollowingDesk) -> ProgramNote | None:
    state = read_state(desk.folder)
    assert state is not None
    return state.program


def test_the_newest_program_is_kept_with_the_pointer_and_changes_with_the_feed(
    feed: FeedSimulator, desk: FollowingDesk
) -> None:
    desk.sync()
    assert told(desk) is None
    for program in (NOTE, replace(NOTE, version="900.2"), None):
        feed.program = program
        feed.put_index(FIRST_DAY)
        feed.publish()
        assert desk.sync().end is SyncEnd.UPDATED
        assert told(desk) == program
        feed.publish()
        assert desk.sync().end is SyncEnd.NOTHING_NEW
        assert told(desk) == program


@pytest.mark.parametrize(
    "change",
    [
        {"link": "http://feed.example/get"},
        {"link": "https://feed.example@evil.example/"},
        {"link": "javascript:alert(1)"},
        {"text": {"zh": 1000 * "长", "en": "long"}},
        {"version": "newest"},
    ],
)
def test_a_hostile_word_on_the_program_leaves_the_old_list_in_use(
    feed: FeedSimulator, desk: FollowingDesk, change: dict[str, object]
) -> None:
    desk.sync()
    before = desk.standing()
    feed.program = NOTE
    feed.put_index(FIRST_DAY)
    row = json.loads(feed.place("feed-1.json").read_bytes())
    feed.put("feed-1.json", json.dumps({**row, "program": {**note_row(NOTE), **change}}).encode())
    feed.publish()
    with pytest.raises(DamagedDataError):
        desk.sync()
    assert desk.standing() == before


def test_a_pointer_that_somebody_wrote_into_is_not_believed(
    feed: FeedSimulator, desk: FollowingDesk
) -> None:
    feed.program = NOTE
    feed.put_index(FIRST_DAY)
    feed.publish()
    desk.sync()
    pointer = desk.folder / POINTER
    text = pointer.read_text("utf-8")
    pointer.write_text(text.replace("https://feed.example/get", "file:///etc/passwd"), "utf-8")
    assert desk.standing().state is None


def test_who_signs_sees_the_very_words_and_a_client_gets_them(tmp_path: Path) -> None:
    desk = begin_feed(tmp_path)
    desk.release()
    file = desk.folder / "feed.toml"
    note = replace(NOTE, released_on=desk.now.date())
    file.write_bytes(write_config(replace(read_config(file), program=note)))
    assert list(desk.publisher.check()) == []
    assert desk.publisher.build() is not None
    (change,) = desk.publisher.changes().records
    assert change.topic is Topic.PROGRAM
    for words in (note.version, note.link, note.text.zh, note.text.en):
        assert words in change.key
    desk.sign("emma", "egon")
    desk.refresh()
    assert desk.publisher.rehearse().tables > 0
    public = desk.folder / "public" / "targets"
    (index,) = (each for each in public.glob("*.feed-1.json") if b"900.1" in each.read_bytes())
    assert json.loads(index.read_bytes())["program"] == note_row(note)
