"""P22, asking for something new when there is nothing: ours against one plain `requests` get.

Run: python -m tests.benchmarks.p22_nothing_new
Goals: at most 8 times a plain get of a file of 400 bytes; at most 3 requests and 3 kB; at most 10
times the floor, which is two bare round trips and the checks of the signatures. `peer` is
`requests.get`, `peer_kept` the same on a session that keeps its connection; `ours` is a whole sync,
its lock, its clock check and its new connection included.
"""

import json
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.model.sync_report import SyncEnd
from app.sync.http_fetcher import HttpFetcher
from app.sync.watching import SyncWatcher
from tests.benchmarks.feed_servers import Served, nginx, python_server
from tests.feed_simulator import FeedSimulator, FollowingDesk, small_feed_tables

ROUNDS = 41
SIGNATURES = 3 + 1 + 1 + 2  # root, timestamp, snapshot, targets


def once(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1e3


def bare_round_trips(address: str, path: str) -> Callable[[], None]:
    parts = urlsplit(address)
    line = f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode()
    server = socket.create_connection((parts.hostname or "", parts.port or 80))
    server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask() -> None:
        for _ in range(2):
            server.sendall(line)
            head, _, body = server.recv(65536).partition(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
            while len(body) < length:
                body += server.recv(65536)

    return ask


def measure(served: Served, desk: FollowingDesk) -> dict[str, object]:
    small = f"{served.address}small"
    session = requests.Session()
    key = Ed25519PrivateKey.generate()
    signed = key.sign(b"x" * 400)
    check = key.public_key()
    trips = bare_round_trips(served.address, "/small")

    def ours() -> None:
        outcome = desk.sync(HttpFetcher(SyncWatcher()), served.address)
        assert outcome.end is SyncEnd.NOTHING_NEW

    def floor() -> None:
        trips()
        for _ in range(SIGNATURES):
            check.verify(signed, b"x" * 400)

    times: dict[str, list[float]] = {"ours": [], "peer": [], "peer_kept": [], "floor": []}
    for _ in range(ROUNDS):
        times["ours"].append(once(ours))
        times["peer"].append(once(lambda: requests.get(small, timeout=5).content))
        times["peer_kept"].append(once(lambda: session.get(small, timeout=5).content))
        times["floor"].append(once(floor))
    served.clear()
    ours()
    asked = served.asked()
    found = {name: statistics.median(values[1:]) for name, values in times.items()}
    return {
        "id": f"P22-{served.name}",
        **{name: round(value, 2) for name, value in found.items()},
        "ours_over_peer": round(found["ours"] / found["peer"], 2),
        "ours_over_peer_kept": round(found["ours"] / found["peer_kept"], 2),
        "ours_over_floor": round(found["ours"] / found["floor"], 2),
        "requests": len(asked),
        "bytes": sum(request + answer for _, request, answer in asked),
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        work.chmod(0o755)
        feed = FeedSimulator(work / "repository")
        feed.release(small_feed_tables(work / "tables"))
        (feed.folder / "small").write_bytes(b"x" * 400)
        for server in (python_server, nginx):
            desk = FollowingDesk(feed, work / server.__name__ / "feed")
            desk.folder.parent.mkdir()
            desk.sync()
            place = work / f"{server.__name__}-work"
            place.mkdir()
            try:
                with server(feed.folder, place) as served:
                    print(json.dumps(measure(served, desk)), flush=True)
            except FileNotFoundError:
                print(json.dumps({"id": "P22-nginx", "skipped": "nginx is not installed"}))


if __name__ == "__main__":
    main()
