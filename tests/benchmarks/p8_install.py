"""P8: seconds to install a whole list; P8d: an update. All of it verified and put onto the disk.

Peers: SQLite's executemany of the same sorted integers, without journal and without waiting for the
disk; for the update, deletes and inserts in WAL, put onto the disk at commit. Floors: what no way
can do without: decode the wire, hash the bytes of the file and put them onto the disk; for the
update, copy them, hash them and put them onto the disk. The best of several rounds counts; since a
busy machine spoils long works most, `computing` tells what they took of the processor.

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
from time import process_time

from app.lists.buckets import sorted_digest
from app.lists.compression import decompress
from app.lists.list_install import install_delta, install_full
from tests.benchmarks.list_scene import Scene, entries_asked, insert_sorted, report, seconds

ROUNDS = 7
FEW_ROUNDS = 5
MANY = 5_000_000
Cost = tuple[float, float]  # seconds on the clock, seconds of computing


def settle(path: Path, data: bytes) -> None:
    """Put bytes onto the disk."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def best(rounds: int, *works: Callable[[], Cost]) -> tuple[list[float], list[float]]:
    """Return the best time of each and the least it computed, taken in turns."""
    costs = [[work() for work in works] for _ in range(rounds)]
    turns = list(zip(*costs, strict=True))
    return (
        [min(time for time, _ in each) for each in turns],
        [min(computing for _, computing in each) for each in turns],
    )


def cost(work: Callable[[], object]) -> Cost:
    """Return how long `work` takes once, and how long this process computed meanwhile."""
    begin = process_time()
    time = seconds(work)
    return time, process_time() - begin


def show(name: str, scene: Scene, times: list[float], computing: list[float]) -> None:
    """Print the line of one goal."""
    ours, peer, floor = computing
    report(
        name,
        *times,
        entries=scene.entries,
        computing=round(ours, 4),
        computing_over_peer=round(ours / peer, 4),
        computing_over_floor=round(ours / floor, 4),
    )


def full(scene: Scene, folder: Path, rounds: int) -> None:
    """Measure P8."""
    values = scene.fingerprints()
    wire, digest, target = scene.wire(), sorted_digest(values), folder / "list"
    packed, file = wire.read_bytes(), scene.file().read_bytes()

    def floor() -> None:
        decompress(packed, 8 * len(values))
        hashlib.sha256(file).hexdigest()
        settle(folder / "floor", file)

    found = best(
        rounds,
        lambda: cost(lambda: install_full(wire, len(values), digest, target)),
        lambda: cost(lambda: insert_sorted(folder / "db", values)),
        lambda: cost(floor),
    )
    show("P8", scene, *found)


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

    found = best(
        rounds,
        lambda: cost(lambda: install_delta(base, wire, len(new), digest, target)),
        lambda: in_wal(copied(scene.integer_database(), folder / "wal.db"), removed, come),
        lambda: cost(floor),
    )
    show("P8d", scene, *found)


def copied(source: Path, target: Path) -> Path:
    """Return a copy of the database to spoil."""
    shutil.copy(source, target)
    return target


def in_wal(path: Path, gone: Sequence[int], come: Sequence[int]) -> Cost:
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

        return cost(work)


if __name__ == "__main__":
    the_scene = Scene(entries_asked())
    number = FEW_ROUNDS if the_scene.entries > MANY else ROUNDS
    with tempfile.TemporaryDirectory(dir=the_scene.folder) as name:
        full(the_scene, Path(name), number)
        delta(the_scene, Path(name), ROUNDS)
