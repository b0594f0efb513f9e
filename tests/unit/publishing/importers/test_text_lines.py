"""Any file is read in lines of bounded length."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.errors import UserFacingError
from app.model.feed_index import ListKind
from app.publishing.importers.kinds import ImportKind, read_entries
from app.publishing.importers.text_lines import text_lines
from app.publishing.list_about import ListAbout
from tests.lists import a_reported_list

ABOUT = ListAbout(
    told=a_reported_list("sites", ListKind.DOMAINS).terms,
    reviewed=False,
    whole_domains=False,
    lasts_days=30,
    oldest_days=0,
    key_column="site",
    date_column="seen",
    encoding="utf-8",
)


def lines_of(file: Path, encoding: str = "utf-8") -> list[str]:
    return list(text_lines(file, encoding, lambda *_: None))


def test_a_mark_at_the_start_and_broken_characters_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_bytes(b"\xef\xbb\xbfa.example\n\xff.example\n\xef\xbb\xbfb")
    assert lines_of(file) == ["a.example\n", "\ufffd.example\n", "\ufeffb"]


def test_another_code_page_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_bytes("網域\n".encode("big5"))
    assert lines_of(file, "big5") == ["網域\n"]


def test_a_line_without_an_end_is_read_in_pieces(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_bytes(b"a" * 200_000)
    assert max(map(len, lines_of(file))) == 65_536


def test_progress_ends_at_the_end(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_bytes(b"a.example\n" * 300_000)
    told: list[tuple[int, int]] = []
    for _ in text_lines(file, "utf-8", lambda done, total: told.append((done, total))):
        pass
    assert told == sorted(told)
    assert len(told) >= 3
    assert told[-1] == (3_000_000, 3_000_000)


@given(st.sampled_from(ImportKind), st.lists(st.text(max_size=60), max_size=8))
def test_no_text_makes_an_importer_fail_in_another_way(kind: ImportKind, lines: list[str]) -> None:
    try:
        entries = list(read_entries(kind, ABOUT, [f"{each}\n" for each in lines]))
    except UserFacingError:
        return
    assert all(entry.line >= 1 for entry in entries)


@pytest.mark.parametrize(
    "kind", [ImportKind.PLAIN, ImportKind.HOSTS, ImportKind.URLHAUS, ImportKind.OPENPHISH]
)
def test_an_empty_file_gives_nothing(kind: ImportKind) -> None:
    assert list(read_entries(kind, ABOUT, [])) == []


@pytest.mark.parametrize("kind", [ImportKind.CSV, ImportKind.TAIWAN_165])
def test_an_empty_table_has_no_columns(kind: ImportKind) -> None:
    with pytest.raises(UserFacingError, match="import-no-column"):
        list(read_entries(kind, ABOUT, []))
