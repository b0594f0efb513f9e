"""One address a line, whole."""

from app.publishing.importers.entry import Entry
from app.publishing.importers.openphish import read_openphish


def test_an_address_keeps_what_follows_its_hash() -> None:
    lines = ["https://evil.example/ #a\n", "\n", "http://b.example/\n"]
    assert list(read_openphish(lines)) == [
        Entry(1, "https://evil.example/ #a"),
        Entry(3, "http://b.example/"),
    ]
