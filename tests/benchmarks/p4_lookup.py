"""P4: one look-up in a long list, hot; P4c: the first hundred after a start, with cold disks.

The peer is SQLite with a row and an index for each key. P4 asks our file with ready fingerprints,
and its floor is a frozenset of them, in memory. "P4 from the key" has ours hash the key too, and
its floor is a frozenset of the keys themselves, which hashes them in its own way. Whoever asks has
a fresh string, so every round asks with strings whose hash nobody has worked out, and which do not
lie scattered over a heap of ten million. `against_ready` sets the same against the frozenset of
fingerprints, which has no key to hash; `hashing` is what the BLAKE2s of the key takes alone, and
`against_hash_and_ready` sets us against a frozenset that has to be asked with it, as any list of
fingerprints must be. The floor of P4c is one random page of our file for each look-up. Times are in
microseconds a look-up; those of P4c include opening and hashing. P4c needs root.

    python -m tests.benchmarks.p4_lookup 10000000
"""

import os
import random
import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from app.lists.fingerprint_file import FingerprintFile
from app.lists.fingerprints import fingerprint
from tests.benchmarks.list_scene import Scene, entries_asked, report, seconds

ROUNDS, HOT, COLD = 7, 20_000, 100
PAGE = 4096
CACHES = Path("/proc/sys/vm/drop_caches")


def questions(keys: Sequence[str], count: int, seed: int) -> list[str]:
    """Return keys, half of them in the list."""
    draw = random.Random(seed)
    held = [keys[draw.randrange(len(keys))] for _ in range(count // 2)]
    asked = held + [f"{key}7" for key in held]
    draw.shuffle(asked)
    return asked


def opened(path: Path) -> sqlite3.Connection:
    """Open the database as fast as it goes."""
    database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    database.execute("pragma mmap_size=2000000000")
    return database


def ask_sqlite(database: sqlite3.Connection, keys: Sequence[str]) -> int:
    """Return how many are held."""
    execute = database.execute
    return sum(execute("select cat from t where k=?", (k,)).fetchone() is not None for k in keys)


def ask_all(holds: Callable[[str], bool], keys: Sequence[str]) -> int:
    """Return how many are held."""
    return sum(holds(key) for key in keys)


def hot(scene: Scene, keys: list[str]) -> None:
    """Measure P4."""
    asked = questions(keys, HOT, 3)
    ready = [fingerprint(key) for key in asked]
    known, known_keys = frozenset(scene.fingerprints()), frozenset(keys)
    rounds: list[list[float]] = []
    with FingerprintFile.open(scene.file()) as file, closing(opened(scene.text_database())) as db:
        for turn in range(ROUNDS + 1):
            fresh = ["".join((key[:1], key[1:])) for key in asked]
            works: tuple[Callable[[], object], ...] = (
                lambda: sum(map(file.holds_fingerprint, ready)),
                lambda: sum(each in known for each in ready),
                lambda fresh=fresh: sum(each in known_keys for each in fresh),  # type: ignore[misc]
                lambda fresh=fresh: sum(map(file.holds, fresh)),  # type: ignore[misc]
                lambda fresh=fresh: ask_sqlite(db, fresh),  # type: ignore[misc]
                lambda fresh=fresh: deque(map(fingerprint, fresh), maxlen=0),  # type: ignore[misc]
            )
            if not turn and len({work() for work in works[:5]}) != 1:
                raise RuntimeError("the answers differ")
            rounds.append([seconds(work) for work in works])
    best = [min(turns) / HOT * 1e6 for turns in zip(*rounds[1:], strict=True)]
    from_ready, in_set, in_keys, from_key, peer, hashing = best
    report("P4", from_ready, peer, in_set, entries=scene.entries)
    more = {
        "against_ready": round(from_key / in_set, 4),
        "against_hash_and_ready": round(from_key / (hashing + in_set), 4),
        "hashing": round(hashing, 4),
    }
    report("P4 from the key", from_key, peer, in_keys, entries=scene.entries, **more)


def cold(scene: Scene, keys: list[str]) -> None:
    """Measure P4c."""
    times: list[list[float]] = [[], [], []]
    for turn in range(ROUNDS):
        asked = questions(keys, COLD, turn)
        works = (ours_cold(scene, asked), peer_cold(scene, asked), floor_cold(scene, turn))
        for place, work in enumerate(works):
            os.sync()
            CACHES.write_text("3")
            times[place].append(seconds(work) / COLD * 1e6)
    ours, peer, floor = (sorted(each)[ROUNDS // 2] for each in times)
    report("P4c", ours, peer, floor, entries=scene.entries)


def ours_cold(scene: Scene, asked: Sequence[str]) -> Callable[[], object]:
    """Open our file and ask."""

    def work() -> int:
        with FingerprintFile.open(scene.file()) as file:
            return ask_all(file.holds, asked)

    return work


def peer_cold(scene: Scene, asked: Sequence[str]) -> Callable[[], object]:
    """Open the database and ask."""

    def work() -> int:
        with closing(opened(scene.text_database())) as database:
            return ask_sqlite(database, asked)

    return work


def floor_cold(scene: Scene, seed: int) -> Callable[[], object]:
    """Read as many random pages."""
    draw = random.Random(seed)
    pages = scene.file().stat().st_size // PAGE
    places = [draw.randrange(pages) * PAGE for _ in range(COLD)]

    def work() -> None:
        number = os.open(scene.file(), os.O_RDONLY)
        os.posix_fadvise(number, 0, 0, os.POSIX_FADV_RANDOM)
        for place in places:
            os.pread(number, PAGE, place)
        os.close(number)

    return work


if __name__ == "__main__":
    the_scene = Scene(entries_asked())
    the_keys = the_scene.keys()
    hot(the_scene, the_keys)
    if os.access(CACHES, os.W_OK):
        cold(the_scene, the_keys)
