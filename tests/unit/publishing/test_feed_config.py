"""The settings of a feed come back as they were written, and slips are named."""

from pathlib import Path

import pytest

from app.model.errors import InvalidTableError
from app.model.language import LocalizedText
from app.publishing.feed_config import Days, FeedConfig, read_config, write_config

CONFIG = FeedConfig(
    LocalizedText(zh="街道“名单”", en='A "list"\\'),
    "https://feed.example/",
    Days(timestamp=2),
    tables="tables",
    popular=("popular.csv",),
    lists=("sites", "numbers"),
    keep_versions=3,
)


def written(tmp_path: Path, text: bytes) -> Path:
    file = tmp_path / "feed.toml"
    file.write_bytes(text)
    return file


def test_settings_are_read_as_they_were_written(tmp_path: Path) -> None:
    assert read_config(written(tmp_path, write_config(CONFIG))) == CONFIG


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
    ],
)
def test_a_slip_in_the_settings_is_named(tmp_path: Path, old: bytes, new: bytes) -> None:
    text = write_config(CONFIG)
    assert old in text
    with pytest.raises(InvalidTableError):
        read_config(written(tmp_path, text.replace(old, new)))
