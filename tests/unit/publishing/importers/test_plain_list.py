"""A plain list is one thing a line."""

from app.publishing.importers.entry import Entry
from app.publishing.importers.plain_list import read_plain


def test_blank_lines_and_comments_are_no_entries() -> None:
    lines = ["# a list\n", "\n", " evil.example \n", "! adblock\n", "worse.example # seen twice\n"]
    assert list(read_plain(lines)) == [Entry(3, "evil.example"), Entry(5, "worse.example")]


def test_a_number_keeps_its_blanks() -> None:
    assert list(read_plain(["+86 138 0013 8000\n"])) == [Entry(1, "+86 138 0013 8000")]
