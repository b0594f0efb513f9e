"""What a publisher waits for: a domain list taken in, and one step from the version before.

Ours reads every row into a key, holds it against the register and the public suffixes, sorts and
packs it. The floor hashes the rows and sorts what comes out; the peer is `sort -u`. Seconds, once
each; `megabytes` is the most that ours ever held. The step leads to a version of which 0.2 % went
and 0.5 % came.

    python -m tests.benchmarks.publish_import 10000000
"""

import json
import random
import resource
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from app.feed.editors_tables import read_tables
from app.feed.reader_canon import ReaderCanon
from app.host.paths import RESOURCES
from app.lists.fingerprints import fingerprint
from app.lists.list_delta import encode_delta
from app.publishing.importers.kinds import ImportKind
from app.publishing.importing import Importing, Source
from app.publishing.key_reader import DomainKeys, open_readers
from app.publishing.list_store import ListStore
from app.publishing.protected import Protected
from tests.benchmarks.list_scene import Scene, entries_asked, report, seconds
from tests.list_abouts import ABOUT

DAY = date(2026, 11, 26)
_SYLLABLES = ("ba", "cai", "da", "fu", "gong", "hui", "jin", "kuai", "li", "min", "qian", "xin")
_ENDS = ("com", "cn", "top", "xyz", "vip", "cc", "shop", "com.cn", "icu")


def rows(count: int) -> Iterator[str]:
    """Yield domains, a few of them twice."""
    draw = random.Random(3)
    for _ in range(count):
        name = "".join(draw.choices(_SYLLABLES, k=3))
        yield f"{name}{draw.randrange(1_000_000)}.{draw.choice(_ENDS)}\n"


def importing(folder: Path) -> Importing:
    """Return an import that holds every row against what ships."""
    readers = open_readers(RESOURCES)
    register = read_tables(RESOURCES, ReaderCanon(readers.numbers, readers.links))
    protected = Protected(register, RESOURCES, frozenset())
    keys = DomainKeys(readers, protected, whole_domains=False)
    return Importing(keys, folder, DAY, lambda *_: None)


def hash_and_sort(file: Path) -> None:
    """Do what no import can do without."""
    with file.open() as lines:
        sorted({fingerprint(line.rstrip()) for line in lines})


def main() -> None:
    """Measure and print."""
    entries = entries_asked()
    with tempfile.TemporaryDirectory(dir=Scene(entries).folder) as name:
        folder = Path(name)
        file, about = folder / "rows.txt", folder / "about.toml"
        with file.open("w") as stream:
            stream.writelines(rows(entries))
        about.write_text(ABOUT)
        source = Source(ImportKind.PLAIN, file, about, DAY)
        work = importing(folder / "list")
        ours = seconds(lambda: work.run(source, 8))
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        sort = ["sort", "-u", str(file), "-o", str(folder / "sorted.txt")]
        peer = seconds(lambda: subprocess.run(sort, check=True))
        floor = seconds(lambda: hash_and_sort(file))
        report("publish-import", ours, peer, floor, entries=entries, megabytes=most)
        store = ListStore(folder / "list")
        new = store.fingerprints(store.versions()[-1])
        draw = random.Random(5)
        come = (draw.getrandbits(48) for _ in range(entries // 500))
        old = sorted({*(each for each in new if draw.random() > 0.005), *come})
        step = seconds(lambda: encode_delta(old, new))
        print(json.dumps({"id": "publish-step", "ours": round(step, 2), "entries": entries}))


if __name__ == "__main__":
    main()
