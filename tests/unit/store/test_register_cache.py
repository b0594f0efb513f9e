"""The cache: built once, trusted only when it fits, never in the way."""

import sqlite3
import subprocess
import sys
import timeit
from collections.abc import Callable
from pathlib import Path

import pytest

from app.feed.editors_tables import read_tables
from app.model.errors import InvalidTableError, RegisterUnavailableError
from app.store.register_cache import CACHE_NAME, load_register, open_built_register
from tests.shipped import RESOURCES, shipped_canon
from tests.small_tables import PlainCanon, change, write_tables


class CountingCanon(PlainCanon):
    """Counts its questions: none are asked when the cache answers."""

    def __init__(self) -> None:
        self.asked = 0

    def number_key(self, text: str) -> str | None:
        self.asked += 1
        return super().number_key(text)


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    return write_tables(tmp_path / "resources")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "cache"


def test_the_cache_gives_what_the_tables_give(resources: Path, cache: Path) -> None:
    register = read_tables(resources, PlainCanon())
    assert load_register(resources, cache, PlainCanon()) == register
    assert load_register(resources, cache, PlainCanon()) == register


def test_the_second_start_reads_no_tables(resources: Path, cache: Path) -> None:
    load_register(resources, cache, PlainCanon())
    canon = CountingCanon()
    load_register(resources, cache, canon)
    assert canon.asked == 0


def test_a_changed_table_builds_a_new_cache(resources: Path, cache: Path) -> None:
    load_register(resources, cache, PlainCanon())
    change(resources / "register" / "bank.toml", "样例银行", "改名银行")
    register = load_register(resources, cache, PlainCanon())
    assert register.organizations[0].names.zh == "改名银行"
    assert load_register(resources, cache, CountingCanon()) == register


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _scribble(path: Path) -> None:
    path.write_bytes(b"this is no database" * 999)


def _zeroes(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:4096] + bytes(len(content) - 4096))


def _foreign(path: Path) -> None:
    path.unlink()
    foreign = sqlite3.connect(path)
    foreign.execute("CREATE TABLE meta (name TEXT, value TEXT)")
    foreign.close()


def _wrong_cell(path: Path) -> None:
    ours = sqlite3.connect(path)
    ours.execute("UPDATE number SET standing = 'surely'")
    ours.commit()
    ours.close()


def _no_table(path: Path) -> None:
    ours = sqlite3.connect(path)
    ours.execute("DROP TABLE domain")
    ours.commit()
    ours.close()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


DAMAGES = [_cut, _empty, _scribble, _zeroes, _foreign, _wrong_cell, _no_table]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_or_foreign_cache_is_built_anew(
    resources: Path, cache: Path, damage: Callable[[Path], None]
) -> None:
    register = load_register(resources, cache, PlainCanon())
    whole = (cache / CACHE_NAME).read_bytes()
    damage(cache / CACHE_NAME)
    assert load_register(resources, cache, PlainCanon()) == register
    assert (cache / CACHE_NAME).read_bytes() == whole


def test_a_folder_in_the_place_of_the_cache_does_no_harm(resources: Path, cache: Path) -> None:
    register = load_register(resources, cache, PlainCanon())
    _folder(cache / CACHE_NAME)
    assert load_register(resources, cache, PlainCanon()) == register


def test_a_locked_cache_is_read_all_the_same(resources: Path, cache: Path) -> None:
    register = load_register(resources, cache, PlainCanon())
    holder = sqlite3.connect(cache / CACHE_NAME, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    assert load_register(resources, cache, CountingCanon()) == register
    holder.execute("ROLLBACK")
    holder.close()


def test_without_a_place_for_the_cache_the_register_is_still_there(
    resources: Path, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    register = load_register(resources, in_the_way, PlainCanon())
    assert register.organizations


def test_a_broken_table_is_told_and_nothing_is_kept(resources: Path, cache: Path) -> None:
    change(resources / "register" / "bank.toml", "95777", "957 77")
    with pytest.raises(InvalidTableError):
        load_register(resources, cache, PlainCanon())
    assert not cache.exists()


def test_missing_tables_are_told(tmp_path: Path, cache: Path) -> None:
    with pytest.raises(InvalidTableError):
        load_register(tmp_path / "nowhere", cache, PlainCanon())


def test_tables_that_cannot_be_read_are_told(resources: Path, cache: Path) -> None:
    (resources / "patterns" / "folder.toml").mkdir()
    with pytest.raises(RegisterUnavailableError) as caught:
        load_register(resources, cache, PlainCanon())
    assert "folder.toml" in caught.value.values["cause"]


def test_the_cache_is_faster_than_the_tables(cache: Path) -> None:
    canon = shipped_canon()
    load_register(RESOURCES, cache, canon)
    tables = min(timeit.repeat(lambda: read_tables(RESOURCES, canon), number=1, repeat=3))
    cached = min(timeit.repeat(lambda: load_register(RESOURCES, cache, canon), number=1, repeat=3))
    assert cached < tables


def test_two_first_starts_at_once_both_succeed(resources: Path, cache: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from app.store.register_cache import load_register\n"
        "from tests.small_tables import PlainCanon\n"
        "for _ in range(20):\n"
        "    print(load_register(Path(sys.argv[1]), Path(sys.argv[2]), PlainCanon()).version)\n"
        "    (Path(sys.argv[2]) / 'registry.sqlite').unlink(missing_ok=True)\n"
    )
    command = [sys.executable, "-c", program, str(resources), str(cache)]
    starts = [
        subprocess.Popen(command, cwd=RESOURCES.parent, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    answers = [start.communicate()[0].split() for start in starts]
    assert [start.returncode for start in starts] == [0, 0]
    assert {version for answer in answers for version in answer} == {
        read_tables(resources, PlainCanon()).version
    }
    assert [each.name for each in cache.iterdir() if each.suffix == ".tmp"] == []


def test_a_built_register_is_opened_only_while_file_and_tables_fit(resources: Path) -> None:
    with pytest.raises(RegisterUnavailableError):
        open_built_register(resources)
    built = load_register(resources, resources, PlainCanon())
    assert open_built_register(resources) == built
    change(resources / "register" / "bank.toml", "样例银行", "别的银行")
    with pytest.raises(RegisterUnavailableError):
        open_built_register(resources)
