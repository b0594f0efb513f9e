"""What networks do to a sync: by accident, by greed and by malice."""

import itertools
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.model.errors import UserFacingError
from app.model.sync_report import SyncEnd
from app.sync.http_fetcher import HttpFetcher
from app.sync.watchdog import Watchdog
from app.sync.watching import SyncWatcher
from tests.feed.servers import Handler, serving, speaking
from tests.feed_simulator import FIRST_DAY, FeedSimulator, FollowingDesk

NUMBERS = [f"+8613{number * 7919 % 10**9:09d}" for number in range(300_000)]


def trouble(
    desk: FollowingDesk, address: str, slow_after: float = 20.0, headers_within: float = 40.0
) -> UserFacingError:
    """Sync, which must fail, and return how."""
    with pytest.raises(UserFacingError) as caught:
        desk.sync(HttpFetcher(SyncWatcher(), slow_after, headers_within), address)
    assert desk.as_of is None
    return caught.value


def test_a_server_is_followed(feed: FeedSimulator, desk: FollowingDesk) -> None:
    log: list[str] = []
    with serving(feed.folder, log=log) as address:
        assert desk.sync(HttpFetcher(SyncWatcher()), address).end is SyncEnd.UPDATED
        log.clear()
        assert desk.sync(HttpFetcher(SyncWatcher()), address).end is SyncEnd.NOTHING_NEW
    assert log == ["/metadata/2.root.json", "/metadata/timestamp.json"]


def test_a_download_goes_on_where_it_broke_off(feed: FeedSimulator, desk: FollowingDesk) -> None:
    feed.put_list("reported", NUMBERS)
    feed.put_index(FIRST_DAY)
    feed.publish()
    ranges: list[str] = []

    def break_off(handler: Handler) -> bool:
        if "/lists/" not in handler.path:
            return False
        ranges.append(handler.headers.get("Range", ""))
        if len(ranges) > 1:
            return False
        place = feed.place("lists/reported/1.full.zst")
        data, seal = place.read_bytes(), f'"{place.stat().st_size}-{place.stat().st_mtime_ns}"'
        handler.send_response(200)
        handler.send_header("ETag", seal)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data[:400_000])
        handler.close_connection = True
        return True

    with serving(feed.folder, break_off) as address:
        assert trouble(desk, address).reference == "feed-unreachable"
        assert desk.sync(HttpFetcher(SyncWatcher()), address).end is SyncEnd.UPDATED
    assert ranges[0] == ""
    assert int(ranges[1].removeprefix("bytes=").removesuffix("-")) == 400_000


def test_a_file_that_changed_meanwhile_begins_anew(
    feed: FeedSimulator, desk: FollowingDesk
) -> None:
    desk.folder.joinpath("targets").mkdir(parents=True)
    sha = feed.targets.targets["feed-1.json"].hashes["sha256"]
    (desk.folder / "targets" / f"{sha}.part").write_bytes(b"old")
    (desk.folder / "targets" / f"{sha}.seal").write_text('"another"')
    with serving(feed.folder) as address:
        assert desk.sync(HttpFetcher(SyncWatcher()), address).end is SyncEnd.UPDATED


def test_a_spoilt_beginning_is_fetched_again(feed: FeedSimulator, desk: FollowingDesk) -> None:
    place = feed.place("feed-1.json")
    desk.folder.joinpath("targets").mkdir(parents=True)
    sha = feed.targets.targets["feed-1.json"].hashes["sha256"]
    seal = f'"{place.stat().st_size}-{place.stat().st_mtime_ns}"'
    (desk.folder / "targets" / f"{sha}.part").write_bytes(b"spoilt")
    (desk.folder / "targets" / f"{sha}.seal").write_text(seal)
    with serving(feed.folder) as address:
        assert desk.sync(HttpFetcher(SyncWatcher()), address).end is SyncEnd.UPDATED


@pytest.mark.parametrize(
    "place",
    [
        "http://evil.example/metadata/timestamp.json",
        "https://127.0.0.1/metadata/timestamp.json",
        "//evil.example/x",
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "data:text/plain,x",
    ],
)
def test_a_redirect_to_another_host_or_scheme_is_not_followed(
    feed: FeedSimulator, desk: FollowingDesk, place: str
) -> None:
    def lead_away(handler: Handler) -> bool:
        handler.reply(302, Location=place)
        return True

    with serving(feed.folder, lead_away) as address:
        assert trouble(desk, address).reference == "feed-redirected"


def test_a_redirect_to_another_port_is_not_followed(
    feed: FeedSimulator, desk: FollowingDesk
) -> None:
    log: list[str] = []
    with serving(feed.folder, log=log) as other:

        def lead_away(handler: Handler) -> bool:
            handler.reply(307, Location=other.rstrip("/") + handler.path)
            return True

        with serving(feed.folder, lead_away) as address:
            assert trouble(desk, address).reference == "feed-redirected"
    assert log == []


def test_a_redirect_on_the_same_server_is_followed_and_a_circle_is_not(
    feed: FeedSimulator, desk: FollowingDesk
) -> None:
    def move(handler: Handler) -> bool:
        if handler.path.startswith("/here/"):
            handler.path = handler.path.removeprefix("/here")
            return False
        handler.reply(301, Location=f"/here{handler.path}")
        return True

    def circle(handler: Handler) -> bool:
        handler.reply(302, Location=handler.path)
        return True

    with serving(feed.folder, circle) as address:
        assert trouble(desk, address).reference == "feed-redirected"
    with serving(feed.folder, move) as address:
        assert desk.sync(HttpFetcher(SyncWatcher()), address).end is SyncEnd.UPDATED


PORTALS: tuple[Callable[[Handler], None], ...] = (
    lambda each: each.reply(200, b"<html>log in</html>", Content_Type="text/html; charset=x"),
    lambda each: each.reply(200, b"\n <!DOCTYPE html><p>", Content_Type="application/json"),
    lambda each: each.reply(511, b"log in"),
)


@pytest.mark.parametrize("portal", PORTALS)
def test_a_captive_portal_is_recognised(
    feed: FeedSimulator, desk: FollowingDesk, portal: Callable[[Handler], None]
) -> None:
    def answer(handler: Handler) -> bool:
        portal(handler)
        return True

    with serving(feed.folder, answer) as address:
        assert trouble(desk, address).reference == "feed-captive-portal"


@pytest.mark.parametrize(
    ("status", "reference"),
    [
        (404, "feed-not-there"),
        (403, "feed-not-there"),
        (500, "feed-server-trouble"),
        (503, "feed-server-trouble"),
        (206, "feed-server-trouble"),
        (204, "feed-server-trouble"),
        (401, "feed-server-trouble"),
    ],
)
def test_an_answer_that_is_no_file(
    feed: FeedSimulator, desk: FollowingDesk, status: int, reference: str
) -> None:
    def answer(handler: Handler) -> bool:
        handler.reply(status)
        return True

    with serving(feed.folder, answer) as address:
        assert trouble(desk, address).reference == reference


def test_nobody_listens(desk: FollowingDesk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert trouble(desk, f"http://127.0.0.1:{port}/").reference == "feed-unreachable"


def test_a_name_that_has_no_address(desk: FollowingDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    found = trouble(desk, "https://feed.example/")
    assert found.reference == "feed-unreachable"
    assert "Name or service" in found.values["cause"]


def test_a_proxy_that_does_not_answer(desk: FollowingDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{port}")
    assert trouble(desk, "https://feed.example/").reference == "feed-proxy"
    assert trouble(desk, "http://feed.example/").reference == "feed-proxy"


def test_a_proxy_is_used(
    feed: FeedSimulator, desk: FollowingDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forward(handler: Handler) -> bool:
        handler.path = handler.path.removeprefix("http://feed.example")
        return False

    log: list[str] = []
    with serving(feed.folder, forward, log) as address:
        monkeypatch.setenv("http_proxy", address)
        fetcher = HttpFetcher(SyncWatcher())
        assert desk.sync(fetcher, "http://feed.example/").end is SyncEnd.UPDATED
    assert log[0] == "http://feed.example/metadata/2.root.json"


def test_one_connection_serves_a_whole_sync(feed: FeedSimulator, desk: FollowingDesk) -> None:
    """The root that is not there yet is asked for first, and the answer costs no connection."""
    came: set[object] = set()

    def noting(handler: Handler) -> bool:
        came.add(handler.client_address)
        return False

    with serving(feed.folder, noting) as address:
        desk.sync(HttpFetcher(SyncWatcher()), address)
        came.clear()
        assert desk.sync(HttpFetcher(SyncWatcher()), address).end is SyncEnd.NOTHING_NEW
    assert len(came) == 1


def test_a_proxy_that_refuses(desk: FollowingDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    with speaking(lambda line: line.sendall(b"HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n")) as at:
        monkeypatch.setenv("https_proxy", at)
        assert trouble(desk, "https://feed.example/").reference == "feed-proxy"


def test_a_slow_trickle_of_a_file(desk: FollowingDesk) -> None:
    def trickle(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n")
        for _ in range(400):
            line.sendall(b" ")
            time.sleep(0.05)

    started = time.monotonic()
    with speaking(trickle) as address:
        assert trouble(desk, address, slow_after=1.0).reference == "feed-slow"
    assert time.monotonic() - started < 10


def test_a_slow_trickle_of_headers(desk: FollowingDesk) -> None:
    def trickle(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\n")
        for number in itertools.count():
            line.sendall(f"X-{number}: y\r\n".encode())
            time.sleep(0.1)

    started = time.monotonic()
    with speaking(trickle) as address:
        found = trouble(desk, address, headers_within=1.0)
        assert found.reference in ("feed-slow", "feed-unreachable")
    assert time.monotonic() - started < 10


class _Line:
    """One end of a connection that stays open until somebody shuts it."""

    def __init__(self) -> None:
        self.sock: socket.socket | None
        self.sock, self._other = socket.socketpair()

    def is_shut(self, within: float) -> bool:
        self._other.settimeout(within)
        try:
            return self._other.recv(1) == b""
        except TimeoutError:
            return False

    def close(self) -> None:
        for end in (self.sock, self._other):
            if end is not None:
                end.close()


def test_one_watchdog_hangs_up_on_what_is_late_and_on_nothing_else() -> None:
    watchdog = Watchdog(within=0.3)
    with closing(_Line()) as quick, closing(_Line()) as late, closing(_Line()) as later:
        with watchdog.watching(quick):
            pass
        with watchdog.watching(late):
            time.sleep(0.2)
            with watchdog.watching(later):
                assert late.is_shut(within=5.0)
                assert not later.is_shut(within=0.05)
                assert later.is_shut(within=5.0)
        assert not quick.is_shut(within=0.1)
    watchdog.close()


def test_a_watchdog_that_sleeps_wakes_for_the_next_connection() -> None:
    watchdog = Watchdog(within=0.1)
    before = threading.active_count()
    for _ in range(2):
        with closing(_Line()) as line, watchdog.watching(line):
            assert line.is_shut(within=5.0)
        time.sleep(0.3)
        assert threading.active_count() == before
    watchdog.close()


def test_a_server_that_hangs_up_in_the_middle(desk: FollowingDesk) -> None:
    def hang_up(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\nhalf")

    with speaking(hang_up) as address:
        assert trouble(desk, address).reference == "feed-unreachable"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\0\xff" * 50,
        b"HTTP/1.1 two hundred\r\n\r\n",
        b"SSH-2.0-x\r\n",
        b"HTTP/1.1 200 OK\r\n",
    ],
)
def test_something_that_speaks_no_http(desk: FollowingDesk, answer: bytes) -> None:
    with speaking(lambda line: line.sendall(answer)) as address:
        assert trouble(desk, address).reference == "feed-unreachable"


def test_endless_headers(desk: FollowingDesk) -> None:
    def flood(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            line.sendall(b"X-Flood: " + b"y" * 5000 + b"\r\n")

    with speaking(flood) as address:
        assert trouble(desk, address).reference == "feed-unreachable"


def test_a_packed_answer_nobody_asked_for_is_no_bomb(
    feed: FeedSimulator, desk: FollowingDesk
) -> None:
    def pack(handler: Handler) -> bool:
        handler.reply(200, b"\x1f\x8b" + b"\0" * 3000, Content_Encoding="gzip")
        return True

    with serving(feed.folder, pack) as address:
        assert trouble(desk, address).reference in ("feed-bad-signature", "damaged-data")


def test_a_certificate_nobody_vouches_for(desk: FollowingDesk, tmp_path: Path) -> None:
    context = _self_signed(tmp_path)
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]

    def shake_hands() -> None:
        connection, _ = listener.accept()
        with pytest.raises(OSError, match=r".*"):
            context.wrap_socket(connection, server_side=True)

    import threading  # noqa: PLC0415 -- for this one server

    thread = threading.Thread(target=shake_hands, daemon=True)
    thread.start()
    try:
        assert trouble(desk, f"https://127.0.0.1:{port}/").reference == "feed-untrusted"
    finally:
        thread.join(5)
        listener.close()


def _self_signed(folder: Path) -> ssl.SSLContext:
    import datetime  # noqa: PLC0415 -- for the certificate's dates

    from cryptography import x509  # noqa: PLC0415
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    file = folder / "server.pem"
    file.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context
