"""What a publisher waits for daily: a whole `build` with a step from each of 14 earlier versions.

From one version to the next 0.2 % go and 0.5 % come. `silence` is the longest wait between two
reports of progress, `checking` what of the seconds is spent before the first step, `megabytes` the
most that was held meanwhile (Linux only). The floor unpacks every version once. Seconds, once each.

    python -m tests.benchmarks.publish_build 10000000
"""

from __future__ import annotations

import gc
import itertools
import json
import random
import re
import tempfile
import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from unittest import mock

from msgspec.structs import replace

from app.lists.buckets import sorted_digest
from app.lists.compression import compress
from app.lists.gap_planes import gap_planes
from app.model.feed_index import ListDelta
from app.publishing.building import Building
from app.publishing.feed_config import KEEP_VERSIONS, read_config, write_config
from app.publishing.list_store import ABOUT as ABOUT_FILE
from app.publishing.list_store import ListStore, ListVersion
from tests.benchmarks.list_scene import Scene, entries_asked, seconds
from tests.list_abouts import ABOUT
from tests.publishing_feed import Desk, begin_feed

LIST = "bad-sites"


def versions(entries: int, count: int) -> Iterator[array[int]]:
    """Yield so many versions of a list, each a day after the one before."""
    draw = random.Random(6)
    values = array("Q", sorted({draw.getrandbits(48) for _ in range(entries)}))
    yield values
    for _ in range(count - 1):
        gone = set(draw.sample(range(len(values)), entries // 500))
        come = {draw.getrandbits(48) for _ in range(entries // 200)}
        kept = (each for place, each in enumerate(values) if place not in gone)
        values = array("Q", sorted(come.union(kept)))
        yield values


def store_versions(desk: Desk, entries: int, count: int) -> ListStore:
    """Lay the versions into the publisher's folder, packed as fast as it goes."""
    folder = desk.folder / "lists" / LIST
    folder.mkdir(parents=True)
    (folder / ABOUT_FILE).write_text(ABOUT)
    store = ListStore(folder)
    day = desk.now.date() - timedelta(days=count)
    rows = ""
    for number, values in enumerate(versions(entries, count), 1):
        planes = gap_planes(values)
        packed = compress(b"".join((bytes((1, len(planes))), *planes)), 1)
        (folder / f"{number}.full.zst").write_bytes(packed)
        version = ListVersion(
            number,
            len(values),
            sorted_digest(values),
            day + timedelta(number),
            day.replace(year=day.year + 1),
        )
        rows += (
            f"[[version]]\nnumber = {number}\nentries = {version.entries}\n"
            f'sha256 = "{version.sha256}"\ndated = {version.dated}\nexpires = {version.expires}\n'
        )
    (folder / "versions.toml").write_text(rows)
    return store


@contextmanager
def as_if_published(store: ListStore) -> Iterator[None]:
    """Have the build believe that the last version but one went out with a step from each."""
    *_, before, _newest = store.versions()
    real = Building._former_lists

    def with_steps(self: Building, former: object) -> tuple[object, ...]:
        steps = tuple(ListDelta(n, before.number, f"{n}") for n in range(1, before.number))
        return tuple(
            replace(each, version=before.number, sha256=before.sha256, deltas=steps)
            for each in real(self, former)  # type: ignore[arg-type]
        )

    with mock.patch.object(Building, "_former_lists", with_steps):
        yield


def begun(folder: Path) -> Desk:
    """Begin a feed that carries the list."""
    desk = begin_feed(folder)
    file = desk.folder / "feed.toml"
    file.write_bytes(write_config(replace(read_config(file), lists=(LIST,))))
    return desk


def forget_peak() -> None:
    """Count the most memory from now on (proc(5), clear_refs)."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")


def peak() -> int:
    """Return the most memory since, in megabytes."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found[1]) // 1024 if found else 0


def unpack_all(store: ListStore) -> None:
    """Do what no build with all these steps can do without."""
    for version in store.versions():
        store.fingerprints(version)


def main() -> None:
    """Measure and print."""
    entries = entries_asked()
    with tempfile.TemporaryDirectory(dir=Scene(entries).folder) as name:
        desk = begun(Path(name))
        store = store_versions(desk, entries, KEEP_VERSIONS + 1)
        newest = desk.folder / "lists" / LIST / "versions.toml"
        whole = newest.read_text()
        newest.write_text(whole[: whole.rindex("[[version]]")])
        desk.release()
        newest.write_text(whole)
        reports = [time.perf_counter()]
        publisher = desk.publisher
        forget_peak()
        with as_if_published(store):
            ours = seconds(lambda: publisher.build(lambda *_: reports.append(time.perf_counter())))
        reports.append(reports[0] + ours)
        most = peak()
        floor = seconds(lambda: unpack_all(store))
        line = {
            "id": "publish-build",
            "ours": round(ours, 2),
            "floor": round(floor, 2),
            "ours_over_floor": round(ours / floor, 2),
            "entries": entries,
            "steps": KEEP_VERSIONS,
            "megabytes": most,
            "checking": round(reports[1] - reports[0], 2),
            "silence": round(max(b - a for a, b in itertools.pairwise(reports)), 2),
        }
        print(json.dumps(line))


if __name__ == "__main__":
    main()
