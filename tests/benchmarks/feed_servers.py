"""Two servers for the feed's benchmarks, each in a process of its own: Python's, and nginx.

Both write one line a request: path, bytes of the request, bytes of the answer, status.
"""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

NGINX = """
worker_processes 1; daemon off; pid {work}/pid; error_log {work}/error.log crit;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  client_body_temp_path {work}/body; proxy_temp_path {work}/proxy; fastcgi_temp_path {work}/fcgi;
  uwsgi_temp_path {work}/uwsgi; scgi_temp_path {work}/scgi;
  log_format counted '$request_uri $request_length $bytes_sent $status';
  server {{ listen 127.0.0.1:{port} backlog=1024; root {folder}; gzip off; etag on;
           access_log {work}/access.log counted; }}
}}
"""


@dataclass(frozen=True)
class Served:
    """Where a feed is served, and what was asked there."""

    name: str
    address: str
    log: Path

    def clear(self) -> None:
        time.sleep(0.2)
        with self.log.open("w"):
            pass

    def asked(self) -> list[tuple[str, int, int]]:
        """Return path, request's bytes and answer's bytes of each request."""
        time.sleep(0.3)
        rows = [line.split() for line in self.log.read_text().splitlines()]
        return [(row[0], int(row[1]), int(row[2])) for row in rows]


@contextmanager
def python_server(folder: Path, work: Path) -> Iterator[Served]:
    port, log = free_port(), work / "python.log"
    log.touch()
    command = [sys.executable, __file__, str(folder), str(port), str(log)]
    with running(command, port):
        yield Served("python", f"http://127.0.0.1:{port}/", log)


@contextmanager
def nginx(folder: Path, work: Path) -> Iterator[Served]:
    """Serve with nginx; raises FileNotFoundError where it is not installed."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        raise FileNotFoundError("nginx")
    port, place = free_port(), work / "nginx"
    place.mkdir()
    (place / "nginx.conf").write_text(NGINX.format(work=place, port=port, folder=folder))
    place.chmod(0o755)
    with running([program, "-p", str(place), "-c", str(place / "nginx.conf")], port):
        yield Served("nginx", f"http://127.0.0.1:{port}/", place / "access.log")


@contextmanager
def running(command: list[str], port: int) -> Iterator[None]:
    process = subprocess.Popen(command)
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


class Counting:
    """Counts what is written."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def write(self, data: bytes) -> int:
        self.count += len(data)
        return self._stream.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 65536

    def __init__(self, *arguments: Any, log: Any, **options: Any) -> None:
        self.log = log
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        counting = Counting(self.wfile)  # type: ignore[arg-type] # a binary stream
        self.wfile = counting  # type: ignore[assignment] # it writes all the same
        super().do_GET()
        self.wfile = counting._stream  # type: ignore[assignment] # as it was
        request = len(self.requestline) + 2 + len(bytes(self.headers))
        self.log.write(f"{self.path} {request} {counting.count} 0\n")
        self.log.flush()

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    request_queue_size = 512
    daemon_threads = True


if __name__ == "__main__":
    with Path(sys.argv[3]).open("a") as line_log:
        handler = partial(Handler, directory=sys.argv[1], log=line_log)
        Server(("127.0.0.1", int(sys.argv[2])), handler).serve_forever()
