"""P8: seconds to install a whole list; P8d: an update. All of it verified and put onto the disk.

Peers: SQLite's executemany of the same sorted integers, without journal and without waiting for the
disk; for the update, deletes and inserts in WAL, put onto the disk at commit. Floors: what no way
can do without: decode the wire, hash the bytes of the file and put them onto the disk; for the
update, copy them, hash them and put them onto the disk.

    python -m tests.benchmarks.p8_install 10000000
"""

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from app.lists.compression import decompress
from app.lists.fingerprints import sorted_digest
from app.lists.list_install import install_delta, install_full
from tests.benchmarks.list_scene import Scene, entries_asked, insert_sorted, report, seconds

ROUNDS = 7
FEW_ROUNDS = 5
MANY = 5_000_000


def settle(path: Path, data: bytes) -> None:
    """Put bytes onto the disk."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def best(rounds: int, *works: Callable[[], float]) -> list[float]:
    """Return the best time of each, taken in turns; a busy machine spoils the long ones most."""
    times = [[work() for work in works] for _ in range(rounds)]
    return [min(each) for each in zip(*times, strict=True)]


def full(scene: Scene, folder: Path, rounds: int) -> None:
    """Measure P8."""
    values = scene.fingerprints()
    wire, digest, target = scene.wire(), sorted_digest(values), folder / "list"
    packed, file = wire.read_bytes(), scene.file().read_bytes()

    def floor() -> None:
        decompress(packed, 8 * len(values))
        hashlib.sha256(file).hexdigest()
        settle(folder / "floor", file)

    ours, peer, least = best(
        rounds,
        lambda: seconds(lambda: install_full(wire, len(values), digest, target)),
        lambda: seconds(lambda: insert_sorted(folder / "db", values)),
        lambda: seconds(floor),
    )
    report("P8", ours, peer, least, entries=scene.entries)


def delta(scene: Scene, folder: Path, rounds: int) -> None:
    """Measure P8d."""
    old, new = scene.fingerprints(), scene.next_fingerprints()
    gone, come = scene.next_version()
    removed = [old[place] for place in gone]
    wire, digest, base = scene.delta(), sorted_digest(new), scene.file()
    file, target = bytearray(base.read_bytes()), folder / "next"

    def floor() -> None:
        copy = bytes(file)
        hashlib.sha256(copy).hexdigest()
        settle(folder / "floor", copy)

    ours, peer, least = best(
        rounds,
        lambda: seconds(lambda: install_delta(base, wire, len(new), digest, target)),
        lambda: in_wal(copied(scene.integer_database(), folder / "wal.db"), removed, come),
        lambda: seconds(floor),
    )
    report("P8d", ours, peer, least, entries=scene.entries)


def copied(source: Path, target: Path) -> Path:
    """Return a copy of the database to spoil."""
    shutil.copy(source, target)
    return target


def in_wal(path: Path, gone: Sequence[int], come: Sequence[int]) -> float:
    """Return how long SQLite takes for the same changes."""
    os.sync()
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("pragma journal_mode=wal")
        database.execute("pragma synchronous=full")

        def work() -> None:
            database.execute("begin")
            database.executemany("delete from t where k=?", ((each,) for each in gone))
            database.executemany("insert or ignore into t values(?)", ((each,) for each in come))
            database.execute("commit")

        return seconds(work)


if __name__ == "__main__":
    the_scene = Scene(entries_asked())
    number = FEW_ROUNDS if the_scene.entries > MANY else ROUNDS
    with tempfile.TemporaryDirectory(dir=the_scene.folder) as name:
        full(the_scene, Path(name), number)
        delta(the_scene, Path(name), ROUNDS)
