"""An import takes what may be listed, tells what not, and is whole or nothing."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lists.fingerprints import fingerprint
from app.model.errors import UserFacingError
from app.publishing.importers.kinds import ImportKind
from app.publishing.importers.text_lines import Progress
from app.publishing.importing import Importing, ImportReport, Source
from app.publishing.key_reader import DomainKeys, open_readers
from app.publishing.list_store import ListStore
from app.publishing.protected import Protected, Refusal
from tests.list_abouts import ABOUT
from tests.shipped import RESOURCES, shipped_register
from tests.timing import grows_linearly

TODAY = date(2026, 11, 25)


class PlainKeys:
    """Takes one-word rows for keys; "official" is protected."""

    def key(self, text: str) -> str | Refusal:
        if text == "official":
            return Refusal.OFFICIAL
        return text if text.isalnum() else Refusal.UNREADABLE


class TiredKeys(PlainKeys):
    """Is interrupted by a person after some rows."""

    def __init__(self) -> None:
        self._left = 3

    def key(self, text: str) -> str | Refusal:
        self._left -= 1
        if not self._left:
            raise KeyboardInterrupt
        return super().key(text)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "about.toml").write_text(ABOUT, encoding="utf-8")
    return tmp_path


def take(
    place: Path,
    text: str,
    keys: PlainKeys | None = None,
    progress: Progress = lambda *_: None,
    **options: bool,
) -> ImportReport:
    file = place / "source.txt"
    file.write_text(text, encoding="utf-8")
    source = Source(ImportKind.PLAIN, file, place / "about.toml", TODAY)
    importing = Importing(keys or PlainKeys(), place / "list", TODAY, progress)
    return importing.run(source, 4, **options)


def test_a_report_counts_what_came_in_and_what_did_not(place: Path) -> None:
    report = take(place, "evil\nofficial\nworse\nevil\n?\n")
    assert (report.name, report.accepted, report.version.entries) == ("bad-sites", 3, 2)
    assert report.refused == {Refusal.OFFICIAL: 1, Refusal.UNREADABLE: 1}
    refused = (place / "list" / "refused.tsv").read_text("utf-8")
    assert refused == "2\tofficial\tofficial\n5\tunreadable\t?\n"
    store = ListStore(place / "list")
    assert list(store.fingerprints(report.version)) == sorted(map(fingerprint, ("evil", "worse")))


def test_an_import_tells_how_far_it_is_with_reading_sorting_and_packing(place: Path) -> None:
    told: list[tuple[int, int]] = []
    take(place, "evil\nworse\n", progress=lambda *each: told.append(each))
    assert [total for done, total in told if done == total] == [11, 256, 100]


@pytest.mark.parametrize("step", [11, 256, 100])
def test_an_import_can_be_called_off_in_every_step_and_nothing_changes(
    place: Path, step: int
) -> None:
    def interrupt(_: int, total: int) -> None:
        if total == step:
            raise KeyboardInterrupt

    take(place, "evil\n")
    before = {each.name: each.read_bytes() for each in (place / "list").iterdir()}
    with pytest.raises(KeyboardInterrupt):
        take(place, "evil\nworse\n", progress=interrupt)
    assert {each.name: each.read_bytes() for each in (place / "list").iterdir()} == before


def test_a_row_with_signs_that_steer_a_terminal_is_reported_without_them(place: Path) -> None:
    take(place, "evil\n\x1b[2Jgone\u202e\n")
    assert (place / "list" / "refused.tsv").read_text("utf-8") == (
        "2\tunreadable\t\ufffd[2Jgone\ufffd\n"
    )


def test_an_interrupted_import_leaves_nothing_behind(place: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        take(place, "a\nb\nc\nd\n", TiredKeys())
    assert not (place / "list").exists()


def test_an_interrupted_import_leaves_the_list_as_it_was(place: Path) -> None:
    take(place, "a\nb\n?\n")
    before = {each.name: each.read_bytes() for each in (place / "list").iterdir()}
    with pytest.raises(KeyboardInterrupt):
        take(place, "c\nd\ne\nf\n", TiredKeys())
    assert {each.name: each.read_bytes() for each in (place / "list").iterdir()} == before


def test_a_log_in_page_instead_of_a_list_changes_nothing(place: Path) -> None:
    take(place, "a\nb\n")
    with pytest.raises(UserFacingError, match="import-empty"):
        take(place, "<!DOCTYPE html>\n<p>Please log in.</p>\n")
    assert len(ListStore(place / "list").versions()) == 1


def test_half_a_list_is_not_taken_for_a_whole_one(place: Path) -> None:
    take(place, "\n".join("abcdefgh"))
    with pytest.raises(UserFacingError, match="import-shrunk"):
        take(place, "a\nb\nc\n")
    assert take(place, "a\nb\nc\n", may_shrink=True).version.number == 2


@pytest.mark.parametrize("days", [-1, 30, 400])
def test_data_of_tomorrow_or_of_long_ago_are_not_taken(place: Path, days: int) -> None:
    file = place / "source.txt"
    file.write_text("evil\n", encoding="utf-8")
    dated = TODAY - timedelta(days=days)
    source = Source(ImportKind.PLAIN, file, place / "about.toml", dated)
    with pytest.raises(UserFacingError, match="import-day"):
        Importing(PlainKeys(), place / "list", TODAY, lambda *_: None).run(source, 4)


def test_rows_that_are_too_old_are_left_out(place: Path) -> None:
    about = f'{ABOUT}oldest_days = 10\ncolumns.key = "site"\ncolumns.date = "seen"\n'
    (place / "about.toml").write_text(about, encoding="utf-8")
    file = place / "source.csv"
    file.write_text("site,seen\nnew,2026-11-20\nold,2026-11-01\nundated,\n", encoding="utf-8")
    source = Source(ImportKind.CSV, file, place / "about.toml", TODAY)
    report = Importing(PlainKeys(), place / "list", TODAY, lambda *_: None).run(source, 4)
    assert (report.accepted, report.refused) == (2, {Refusal.OUTDATED: 1})


def test_a_file_that_is_not_there_is_told_calmly(place: Path) -> None:
    source = Source(ImportKind.PLAIN, place / "nowhere", place / "about.toml", TODAY)
    with pytest.raises(UserFacingError, match="import-unreadable"):
        Importing(PlainKeys(), place / "list", TODAY, lambda *_: None).run(source, 4)


def test_a_longer_list_takes_longer_in_proportion(place: Path) -> None:
    keys = DomainKeys(
        open_readers(RESOURCES),
        Protected(shipped_register(), RESOURCES, frozenset()),
        whole_domains=False,
    )

    def work(rows: int) -> None:
        file = place / "source.txt"
        file.write_text("\n".join(f"a{row}.evil.top" for row in range(rows)), encoding="utf-8")
        source = Source(ImportKind.PLAIN, file, place / "about.toml", TODAY)
        importing = Importing(keys, place / "list", TODAY, lambda *_: None)
        assert importing.run(source, 2, may_shrink=True).accepted == rows

    assert grows_linearly(work, 500)


@given(st.lists(st.sampled_from(["a", "b", "official", "?", "cd"]), max_size=30))
def test_every_row_is_either_taken_or_refused(
    tmp_path_factory: pytest.TempPathFactory, rows: list[str]
) -> None:
    place = tmp_path_factory.mktemp("rows")
    (place / "about.toml").write_text(ABOUT, encoding="utf-8")
    report = take(place, "\n".join(["first", *rows]))
    assert report.accepted + sum(report.refused.values()) == len(rows) + 1
    assert report.version.entries == len({"first", *rows} - {"official", "?"})
