"""URLhaus tells its columns in the last comment. Rows are invented."""

from datetime import date

import pytest

from app.model.errors import UserFacingError
from app.publishing.importers.entry import Entry
from app.publishing.importers.urlhaus import read_urlhaus

HEAD = ["################\r\n", "# some database, licence #\r\n", "#\r\n"]
ROW = '"1","2026-11-20 10:00:00","http://evil.example/a,b","online"\r\n'


def test_the_address_and_its_day_are_read_from_quoted_columns() -> None:
    lines = [*HEAD, "# id,dateadded,url,url_status\r\n", ROW]
    assert list(read_urlhaus(lines)) == [
        Entry(5, "http://evil.example/a,b", date(2026, 11, 20)),
    ]


def test_without_names_the_usual_order_counts() -> None:
    assert [each.text for each in read_urlhaus([ROW])] == ["http://evil.example/a,b"]


def test_columns_in_another_order_are_found_by_their_names() -> None:
    lines = ["# id,url,dateadded\n", '"1","http://evil.example/","2026-11-20"\n']
    assert list(read_urlhaus(lines)) == [Entry(2, "http://evil.example/", date(2026, 11, 20))]


def test_columns_with_other_names_are_not_guessed() -> None:
    with pytest.raises(UserFacingError, match="import-no-column"):
        list(read_urlhaus(["# id,when,where\n", ROW]))


def test_a_web_page_gives_nothing_that_is_a_host() -> None:
    assert list(read_urlhaus(["<html>\n", "<p>Please log in</p>\n"])) == []
