"""nginx serves a feed by the rules that ship, to a real client."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.publishing.publisher import KeyChange
from tests.publishing_feed import Desk, begin_feed

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[2]
RULES = ROOT / "packaging" / "nginx" / "mingbian-feed.conf"
IMMUTABLE = "public, max-age=31536000, immutable"
# In a process of its own: this one has no network.
ASK = """
import http.client, json, sys
server = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=10)
for method, path, headers in json.loads(sys.argv[2]):
    server.request(method, path, headers=headers)
    answer = server.getresponse()
    body = answer.read()
    print(json.dumps([answer.status, {k.lower(): v for k, v in answer.getheaders()}, len(body)]))
"""
FOLLOW = """
import pathlib, sys
from tuf.ngclient.updater import Updater
base, home, root = sys.argv[1:]
client = Updater(home + "/m", base + "metadata/", home + "/t", base + "targets/",
                 bootstrap=pathlib.Path(root).read_bytes())
info = client.get_targetinfo("feed-1.json")
pathlib.Path(home, "t").mkdir(exist_ok=True)
print(pathlib.Path(client.download_target(info)).read_text("utf-8"))
"""
Answer = tuple[int, dict[str, str], int]


class Nginx:
    """A server of this computer alone, with everything it writes in one folder."""

    def __init__(self, folder: Path, public: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        program = shutil.which("nginx", path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin")
        assert program, "install nginx (Debian: nginx-light) for the long tests"
        config = folder / "nginx.conf"
        config.write_text(_config(folder, public, self.port), encoding="utf-8")
        self._process = subprocess.Popen(
            [program, "-p", str(folder), "-c", str(config), "-e", str(folder / "error.log")]
        )

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        question = json.dumps([[method, path, headers]])
        for _ in range(50):
            done = subprocess.run(
                [sys.executable, "-c", ASK, str(self.port), question],
                check=False,
                capture_output=True,
                text=True,
            )
            if done.returncode == 0:
                status, found, length = json.loads(done.stdout)
                return status, found, length
            time.sleep(0.1)  # it is still starting
        pytest.fail(done.stderr)

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(10)


def _config(folder: Path, public: Path, port: int) -> str:
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "\n".join(f"    {kind}_temp_path {folder}/{kind};" for kind in kinds)
    user = "user root;" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    return f"""
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
events {{ }}
http {{
{places}
    access_log off;
    server {{
        listen 127.0.0.1:{port};
        root {public};
        include {RULES};
    }}
}}
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = begin_feed(tmp_path_factory.mktemp("feed"))
    desk.release()
    desk.publisher.rotate([KeyChange("root", desk.public("rolf"), desk.make_key("ruth"))])
    desk.sign("rita", "rosa")
    desk.refresh()
    return desk


@pytest.fixture(scope="module")
def nginx(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    server = Nginx(tmp_path_factory.mktemp("nginx"), desk.folder / "public")
    yield server
    server.stop()


def target_of(desk: Desk) -> str:
    public = desk.folder / "public"
    (file,) = (public / "targets").rglob("*.register.jsonl.zst")
    return f"/{file.relative_to(public).as_posix()}"


@pytest.mark.parametrize("name", ["timestamp.json", "1.root.json", "2.root.json"])
def test_what_tells_the_news_is_asked_for_every_time(nginx: Nginx, name: str) -> None:
    status, headers, _ = nginx.ask(f"/metadata/{name}")
    assert (status, headers["cache-control"]) == (200, "no-cache")
    assert headers["content-type"] == "application/json"


def test_a_root_that_is_not_there_yet_is_asked_for_again(nginx: Nginx) -> None:
    status, headers, _ = nginx.ask("/metadata/3.root.json")
    assert (status, headers["cache-control"]) == (404, "no-cache")


def test_what_is_written_once_is_kept_for_good(nginx: Nginx, desk: Desk) -> None:
    for path in ("/metadata/1.targets.json", "/metadata/1.snapshot.json", target_of(desk)):
        status, headers, _ = nginx.ask(path)
        assert (status, headers["cache-control"]) == (200, IMMUTABLE)
        assert headers["etag"]


@pytest.mark.parametrize("path", ["/metadata/9.targets.json", f"/targets/{'0' * 64}.feed-1.json"])
def test_a_file_that_is_not_there_yet_may_be_asked_for_again(nginx: Nginx, path: str) -> None:
    status, headers, _ = nginx.ask(path)
    assert status == 404
    assert "cache-control" not in headers


def test_a_download_goes_on_where_it_stopped(nginx: Nginx, desk: Desk) -> None:
    path = target_of(desk)
    _, whole, length = nginx.ask(path)
    status, headers, rest = nginx.ask(path, Range="bytes=100-")
    assert (status, rest) == (206, length - 100)
    assert headers["content-range"] == f"bytes 100-{length - 1}/{length}"
    changed = nginx.ask(path, **{"Range": "bytes=100-", "If-Range": '"another"'})
    assert (changed[0], changed[2]) == (200, length)
    assert nginx.ask(path, **{"If-None-Match": whole["etag"]})[0] == 304


def test_nothing_is_compressed_on_the_way(nginx: Nginx) -> None:
    _, headers, _ = nginx.ask("/metadata/1.root.json", **{"Accept-Encoding": "gzip"})
    assert "content-encoding" not in headers


@pytest.mark.parametrize(
    "path",
    ["/", "/metadata/", "/targets/", "/../feed.toml", "/metadata/..%2f..%2ffeed.toml", "/x.html"],
)
def test_nothing_else_is_there(nginx: Nginx, path: str) -> None:
    assert nginx.ask(path)[0] in {400, 404}


def test_nobody_writes(nginx: Nginx) -> None:
    assert nginx.ask("/metadata/timestamp.json", "PUT")[0] in {403, 405}


def test_a_link_that_leads_out_is_not_followed(nginx: Nginx, desk: Desk) -> None:
    link = desk.folder / "public" / "metadata" / "7.targets.json"
    link.symlink_to(desk.folder / "feed.toml")
    assert nginx.ask("/metadata/7.targets.json")[0] == 403


def test_a_client_that_knows_the_first_root_follows(
    nginx: Nginx, desk: Desk, tmp_path: Path
) -> None:
    root = desk.folder / "public" / "metadata" / "1.root.json"
    (tmp_path / "m").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", FOLLOW, f"http://127.0.0.1:{nginx.port}/", str(tmp_path), str(root)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    index: dict[str, Any] = json.loads(done.stdout)
    assert index["schema"] == 1
