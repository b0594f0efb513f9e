"""A list of reported numbers and domains of any length, seeded, with what it is compared with.

Everything is built once into a folder: MINGBIAN_BENCH, or one of the system's temporary folders.
"""

from __future__ import annotations

import json
import math
import os
import random
import sqlite3
import sys
import tempfile
import time
from array import array
from collections.abc import Callable
from pathlib import Path

from app.lists.fingerprint_file import FingerprintFile, write_file
from app.lists.fingerprints import fingerprint
from app.lists.list_delta import encode_delta
from app.lists.list_wire import encode_full

_SYLLABLES = (
    *("ba", "bo", "cai", "cha", "da", "dai", "fa", "fu", "gong", "gu", "hao", "hui", "jin"),
    *("jing", "ka", "kuai", "li", "lian", "mai", "min", "nong", "pay", "qian", "ren", "shang"),
    *("tong", "wan", "xin", "yi", "yin", "zheng", "zhi", "icbc", "boc", "ccb", "abc", "jd", "tb"),
    *("wx", "ali"),
)
_TLDS = ("com", "cn", "top", "xyz", "vip", "cc", "shop", "net", "club", "com.cn", "icu", "work")
_AREAS = ("10", "21", "755", "571", "400", "95")
_MOBILES = (3, 4, 5, 6, 7, 8, 9)
_NUMBERS = 0.7


class Scene:
    """The files of one length, made when they are first asked for."""

    def __init__(self, entries: int) -> None:
        root = os.environ.get("MINGBIAN_BENCH") or Path(tempfile.gettempdir(), "mingbian-bench")
        self.entries = entries
        self.folder = Path(root, f"{entries}-blake2s")
        self.folder.mkdir(parents=True, exist_ok=True)

    def keys(self) -> list[str]:
        """Return the keys, sorted."""
        return self._made("keys.txt", self._write_keys).read_text().split("\n")

    def _write_keys(self, path: Path) -> None:
        draw = random.Random(self.entries)
        keys: set[str] = set()
        while len(keys) < self.entries:
            keys.add(_a_number(draw) if draw.random() < _NUMBERS else _a_domain(draw))
        path.write_text("\n".join(sorted(keys)))

    def fingerprints(self) -> array[int]:
        """Return the list; a key or two fewer where fingerprints meet."""
        with FingerprintFile.open(self.file()) as file:
            return file.fingerprints()

    def file(self) -> Path:
        """Return our file."""
        return self._made(
            "list.fp", lambda path: write_file(sorted(set(map(fingerprint, self.keys()))), path)
        )

    def wire(self) -> Path:
        """Return the whole list as it is published."""
        return self._made("full.zst", lambda path: _write(path, encode_full(self.fingerprints())))

    def next_version(self) -> tuple[list[int], list[int]]:
        """Return places that go (0.2 %) and fingerprints that come (0.5 %)."""
        draw = random.Random(7)
        gone = sorted(draw.sample(range(self.entries - 10), self.entries // 500))
        come = sorted({draw.getrandbits(48) for _ in range(self.entries // 200)})
        return gone, come

    def next_fingerprints(self) -> array[int]:
        """Return the next version of the list."""
        old = self.fingerprints()
        gone, come = self.next_version()
        return array("Q", sorted((set(old) - {old[place] for place in gone}) | set(come)))

    def delta(self) -> Path:
        """Return the way to the next version as it is published."""
        return self._made(
            "delta.zst",
            lambda path: _write(path, encode_delta(self.fingerprints(), self.next_fingerprints())),
        )

    def text_database(self) -> Path:
        """Return SQLite's way: a row and an index for each key."""
        return self._made("text.db", self._write_text_database)

    def _write_text_database(self, path: Path) -> None:
        database = built(path, "create table t(id integer primary key, k text, cat int)")
        database.executemany("insert into t(k, cat) values (?, 1)", ((k,) for k in self.keys()))
        database.execute("create index ik on t(k)")
        database.execute("commit")
        database.close()

    def integer_database(self) -> Path:
        """Return the fingerprints as primary keys."""
        return self._made("int.db", lambda path: insert_sorted(path, self.fingerprints()))

    def _made(self, name: str, make: Callable[[Path], None]) -> Path:
        path, part = self.folder / name, self.folder / f"{name}.part"
        if not path.exists():
            part.unlink(missing_ok=True)
            make(part)
            part.replace(path)
        return path


def insert_sorted(path: Path, fingerprints: array[int]) -> None:
    """Insert sorted integers as SQLite likes them best."""
    database = built(path, "create table t(k integer primary key)")
    database.executemany("insert into t values (?)", ((each,) for each in fingerprints))
    database.execute("commit")
    database.close()


def built(path: Path, table: str) -> sqlite3.Connection:
    """Return a fresh database in a transaction, with every brake off."""
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=off", "synchronous=off", "locking_mode=exclusive"):
        database.execute(f"pragma {pragma}")
    database.execute(table)
    database.execute("begin")
    return database


def limit_bits(entries: int) -> float:
    """Return the bits an entry needs at least: log2 C(2^48, n) / n."""
    return 48 - math.log2(entries) + math.log2(math.e)


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes once."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def entries_asked() -> int:
    """Return the length on the command line, one million by default."""
    return int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000


def report(name: str, ours: float, peer: float, floor: float, **more: float | str) -> None:
    """Print the line of one goal."""
    line = {
        "id": name,
        "ours": round(ours, 4),
        "peer": round(peer, 4),
        "floor": round(floor, 4),
        "ours_over_peer": round(ours / peer, 4),
        "ours_over_floor": round(ours / floor, 4),
        **more,
    }
    print(json.dumps(line), flush=True)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _a_number(draw: random.Random) -> str:
    if draw.random() < 6 / 7:
        return f"+861{draw.choice(_MOBILES)}{draw.randrange(10**9):09d}"
    return f"+86{draw.choice(_AREAS)}{draw.randrange(10**8):08d}"


def _a_domain(draw: random.Random) -> str:
    name = "".join(draw.choice(_SYLLABLES) for _ in range(draw.randint(2, 4)))
    digits = str(draw.randrange(10_000)) if draw.random() < _NUMBERS else ""
    return f"{name}{digits}.{draw.choice(_TLDS)}"
