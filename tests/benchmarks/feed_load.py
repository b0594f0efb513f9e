"""Two hundred clients at once follow one feed: what a server must bear, and what each client takes.

Run: python -m tests.benchmarks.feed_load [ENTRIES]
A list of ENTRIES fingerprints (100,000 if none are given) is followed when nothing changed, and
when 0.7 % of it did. Clients are the program's own, down to the verified target on disk; making an
edition of it is no affair of the server and is left out. They are tasks of four event loops, each
in a process of its own and all under way at once; since the program's client asks and waits (tuf
and requests do), a task follows in a thread of its loop. Prints one JSON line for each server;
seconds are those of the clients, who share the machine with the server.
"""

import asyncio
import json
import multiprocessing
import shutil
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.feed.feed_index_codec import read_index
from app.feed.repository_layout import INDEX_TARGET, delta_target
from app.sync.download import TargetStore
from app.sync.http_fetcher import HttpFetcher
from app.sync.repository_client import RepositoryClient
from app.sync.watching import SyncWatcher
from tests.benchmarks.feed_servers import Served, nginx, python_server
from tests.feed_simulator import FIRST_DAY, FeedSimulator, small_feed_tables

CLIENTS, PROCESSES = 200, 4
CHANGED = 0.007
LIST = "reported"


def follow(folder: Path, root: bytes, address: str, version: int) -> float:
    """Follow once as a client that has `version` of the list; returns its seconds."""
    begin = time.perf_counter()
    fetcher = HttpFetcher(SyncWatcher())
    try:
        client = RepositoryClient(folder / "metadata", root, fetcher, address)
        client.refresh()
        store = TargetStore(folder / "targets", fetcher)
        index = client.needed_target(INDEX_TARGET)
        if not store.has(index):
            store.fetch(index, client.address(index), _nobody)
            listed = read_index(store.place(index).read_bytes()).lists[0]
            wire = listed.full_target
            if version:
                wire = delta_target(LIST, version, listed.version)
            target = client.needed_target(wire)
            store.fetch(target, client.address(target), _nobody)
    finally:
        fetcher.close()
    return time.perf_counter() - begin


def _nobody(_: int) -> None:
    pass


async def some_clients(folders: list[str], root: bytes, address: str, version: int) -> list[float]:
    """Have all of them follow at once; returns the seconds of each."""
    loop = asyncio.get_running_loop()
    loop.set_default_executor(ThreadPoolExecutor(len(folders)))
    tasks = (asyncio.to_thread(follow, Path(each), root, address, version) for each in folders)
    return await asyncio.gather(*tasks)


def one_process(work: tuple[list[str], bytes, str, int]) -> list[float]:
    """Run one event loop."""
    return asyncio.run(some_clients(*work))


def all_clients(folders: list[Path], root: bytes, served: Served, version: int) -> dict[str, float]:
    names = [str(each) for each in folders]
    shares = [(names[n::PROCESSES], root, served.address, version) for n in range(PROCESSES)]
    served.clear()
    begin = time.perf_counter()
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        pool.map(_warm, range(PROCESSES))
        begin = time.perf_counter()
        took = sorted(second for each in pool.map(one_process, shares) for second in each)
    wall = time.perf_counter() - begin
    asked = served.asked()
    assert len(took) == len(folders)
    return {
        "seconds_for_all": round(wall, 2),
        "seconds_median": round(took[len(took) // 2], 2),
        "seconds_p99": round(took[int(len(took) * 0.99)], 2),
        "requests_per_second": round(len(asked) / wall),
        "requests_per_client": len(asked) / len(folders),
        "bytes_per_client": round(sum(each[1] + each[2] for each in asked) / len(folders)),
    }


def _warm(_: int) -> None:
    time.sleep(0.05)


def measure(served: Served, feed: FeedSimulator, clients: Path, version: int) -> dict[str, object]:
    root = feed.first_root.encode()
    seed = clients / "seed"
    follow(seed, root, served.address, 0)
    folders = [clients / str(number) for number in range(CLIENTS)]
    for folder in folders:
        shutil.copytree(seed, folder, symlinks=True)
    nothing = all_clients(folders, root, served, version)
    keys = [f"+8613{number:09d}" for number in range(feed.lists[LIST].entries)]
    half = int(len(keys) * CHANGED / 2)
    more = [f"+8617{version:02d}{number:07d}" for number in range(half)]
    feed.put_list(LIST, [*keys[half * version :], *more])
    feed.put_index(FIRST_DAY)
    feed.publish()
    changed = all_clients(folders, root, served, version)
    return {
        "id": f"feed-load-{served.name}",
        "clients": CLIENTS,
        "nothing": nothing,
        "change": changed,
    }


def main() -> None:
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        work.chmod(0o755)
        for number, server in enumerate((python_server, nginx), 1):
            feed = FeedSimulator(work / f"repository{number}")
            feed.put_list(LIST, [f"+8613{each:09d}" for each in range(entries)])
            feed.release(small_feed_tables(work / f"tables{number}"))
            place = work / f"server{number}"
            place.mkdir()
            place.chmod(0o755)
            try:
                with server(feed.folder, place) as served:
                    found = measure(served, feed, work / f"clients{number}", 1)
                    print(json.dumps({**found, "entries": entries}), flush=True)
            except FileNotFoundError:
                print(json.dumps({"id": "feed-load-nginx", "skipped": "nginx is not installed"}))


if __name__ == "__main__":
    main()
