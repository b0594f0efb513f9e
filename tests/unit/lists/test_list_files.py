from pathlib import Path

import pytest
from msgspec.structs import replace

from app.lists.buckets import sorted_digest
from app.lists.fingerprints import fingerprint
from app.lists.list_files import list_file, open_lists
from app.model.feed_index import ReportedList
from tests.lists import a_list_file, a_reported_list

DIGEST = sorted_digest([fingerprint("95588")])


def a_list(folder: Path, name: str) -> ReportedList:
    listed = a_reported_list(name, sha256=DIGEST)
    a_list_file(list_file(folder, listed), "95588")
    return listed


def test_the_lists_of_an_edition_are_open_for_questions(tmp_path: Path) -> None:
    opened = open_lists(tmp_path, [a_list(tmp_path, "one"), a_list(tmp_path, "two")])
    assert [each.about.name for each in opened.lists] == ["one", "two"]
    assert all(each.holds("95588") and not each.holds("95589") for each in opened.lists)
    assert opened.not_asked == ()
    opened.close()


def test_versions_lie_side_by_side(tmp_path: Path) -> None:
    one = a_reported_list("one")
    assert list_file(tmp_path, one) != list_file(tmp_path, replace(one, version=4))


@pytest.mark.parametrize("data", [None, b"", b"nonsense" * 100_000])
def test_a_missing_or_damaged_list_is_named_and_stops_no_other(
    tmp_path: Path, data: bytes | None
) -> None:
    good, bad = a_list(tmp_path, "good"), a_list(tmp_path, "bad")
    if data is None:
        list_file(tmp_path, bad).unlink()
    else:
        list_file(tmp_path, bad).write_bytes(data)
    opened = open_lists(tmp_path, [bad, good])
    assert [each.about.name for each in opened.lists] == ["good"]
    assert opened.not_asked == ("bad",)
    opened.close()


def test_a_file_that_is_another_list_is_not_asked(tmp_path: Path) -> None:
    other = replace(a_list(tmp_path, "one"), sha256="0" * 64)
    assert open_lists(tmp_path, [other]).not_asked == ("one",)
    longer = replace(a_list(tmp_path, "one"), entries=2)
    assert open_lists(tmp_path, [longer]).not_asked == ("one",)
