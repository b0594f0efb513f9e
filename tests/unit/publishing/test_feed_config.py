"""The settings of a feed come back as they were written, and slips are named."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.model.errors import InvalidTableError
from app.model.language import LocalizedText
from app.model.program_note import ProgramNote
from app.publishing.feed_config import Daily, Days, FeedConfig, read_config, write_config

CONFIG = FeedConfig(
    LocalizedText(zh="街道“名单”", en='A "list"\\'),
    "https://feed.example/",
    Days(timestamp=2),
    tables="tables",
    popular=("popular.csv",),
    lists=("sites", "numbers"),
    keep_versions=3,
)
DAILY = Daily(("keys/a.pub.pem", "keys/b.pub.pem"), threshold=2, lists=("fresh",), days=3)
NOTE = ProgramNote(
    "1.2", date(2027, 1, 1), LocalizedText(zh="说“新”", en='So "new"'), "https://feed.example/get"
)


def written(tmp_path: Path, text: bytes) -> Path:
    file = tmp_path / "feed.toml"
    file.write_bytes(text)
    return file


@pytest.mark.parametrize("daily", [Daily(), DAILY], ids=["nobody daily", "daily"])
@pytest.mark.parametrize("note", [None, NOTE], ids=["no word", "a word on the program"])
def test_settings_are_read_as_they_were_written(
    tmp_path: Path, daily: Daily, note: ProgramNote | None
) -> None:
    config = replace(CONFIG, daily=daily, program=note)
    assert read_config(written(tmp_path, write_config(config))) == config


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"timestamp = 2", b"timestamp = 0"),
        (b"timestamp = 2", b'timestamp = "2"'),
        (b"timestamp = 2", b"mirrors = 2"),
        (b"keep_versions = 3", b"keep_versions = true"),
        (b'lists = ["sites", "numbers"]', b'lists = "sites"'),
        (b'url = "https://feed.example/"', b"url = 1"),
        (b"name.en", b"name.fr"),
        (b"[feed]", b"[food]"),
        (b"threshold = 2", b"threshold = 3"),
        (b"threshold = 2", b"threshold = 0"),
        (b"keys/b.pub.pem", b"keys/a.pub.pem"),
        (b"days = 3", b"days = 0"),
        (b'lists = ["fresh"]', b'lists = "fresh"'),
        (b"[daily]", b"[daily]\nreviewed = true"),
        (b"https://feed.example/get", b"http://feed.example/get"),
        (b"https://feed.example/get", b"https://feed.example@evil.example/"),
        (b'version = "1.2"', b'version = "newest"'),
        (b'version = "1.2"', b"version = 1.2"),
        (b'date = "2027-01-01"', b'date = "soon"'),
        (b"text.en", b"text.fr"),
        (b"link = ", b"address = "),
        (b"[program]", b"program = 3"),
    ],
)
def test_a_slip_is_named(tmp_path: Path, old: bytes, new: bytes) -> None:
    text = write_config(replace(CONFIG, daily=DAILY, program=NOTE))
    assert text.count(old) == 1
    with pytest.raises(InvalidTableError):
        read_config(written(tmp_path, text.replace(old, new)))
