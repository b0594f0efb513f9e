"""Taking in a list of hosts: ours against a loop with tldextract, and against nothing but hashing.

Give the number of rows as an argument; 100,000 without one.
"""

import json
import random
import sys
import tempfile
import time
from array import array
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import tldextract

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.lists.fingerprints import fingerprint
from app.publishing.importers.kinds import ImportKind
from app.publishing.importing import Importing, Source
from app.publishing.key_reader import DomainKeys, open_readers
from app.publishing.protected import Protected
from tests.list_abouts import ABOUT
from tests.shipped import RESOURCES, shipped_register

ROWS = 100_000
ROUNDS = 3
ENDINGS = ("top", "com", "xyz", "com.cn", "github.io")


def hosts(rows: int) -> list[str]:
    chance = random.Random(4)
    return [
        f"{chance.choice(('login', 'www', 'secure'))}.{chance.randrange(10**12):x}"
        f".{chance.choice(ENDINGS)}"
        for _ in range(rows)
    ]


def by_us(file: Path, keys: DomainKeys) -> int:
    with tempfile.TemporaryDirectory() as name:
        today = datetime.now(UTC).date()
        source = Source(ImportKind.PLAIN, file, file.with_name("about.toml"), today)
        importing = Importing(keys, Path(name), today, lambda *_: None)
        return importing.run(source, 2).version.entries


def by_peer(file: Path, extract: tldextract.TLDExtract) -> int:
    found = set()
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            host = line.strip().lower()
            if extract(host).suffix:
                found.add(fingerprint(host))
    return len(sorted(found))


def by_hashing(file: Path) -> int:
    with file.open(encoding="utf-8") as lines:
        return len(array("Q", sorted({fingerprint(line.strip()) for line in lines})))


def fastest(run: Callable[[], int], rows: int) -> float:
    """Return the best of some rounds, in microseconds a row; every row must come in."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        assert run() == rows
        best = min(best, time.perf_counter() - start)
    return best / rows * 1e6


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    keys = DomainKeys(
        open_readers(RESOURCES),
        Protected(shipped_register(), RESOURCES, frozenset()),
        whole_domains=False,
    )
    extract = tldextract.TLDExtract(
        suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True
    )
    with tempfile.TemporaryDirectory() as name:
        file = Path(name, "hosts.txt")
        file.write_text("\n".join(hosts(rows)), encoding="utf-8")
        file.with_name("about.toml").write_text(ABOUT, encoding="utf-8")
        ours = fastest(lambda: by_us(file, keys), rows)
        peer = fastest(lambda: by_peer(file, extract), rows)
        floor = fastest(lambda: by_hashing(file), rows)
    report = {
        "id": "import",
        "ours": round(ours, 2),
        "peer": round(peer, 2),
        "floor": round(floor, 2),
        "ours_over_peer": round(ours / peer, 3),
        "ours_over_floor": round(ours / floor, 2),
        "unit": "us/row",
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main()
