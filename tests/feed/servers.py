"""Small web servers on loopback: an honest one, and ones that do what swindlers' networks do."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

Answer = Callable[["Handler"], bool]


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder, with ETags and ranges, unless `answer` takes the request over."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 65536

    def __init__(self, *arguments: Any, log: list[str], answer: Answer, **options: Any) -> None:
        self.log = log
        self.answer = answer
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        self.log.append(self.path)
        if not self.answer(self):
            self._serve()

    def reply(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _serve(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.reply(404, b"<html>not here</html>", Content_Type="text/html")
            return
        data = path.read_bytes()
        seal = f'"{len(data)}-{path.stat().st_mtime_ns}"'
        wanted = self.headers.get("Range", "")
        if wanted and self.headers.get("If-Range") == seal:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
            place = f"bytes {start}-{len(data) - 1}/{len(data)}"
            self.reply(206, data[start:], ETag=seal, Content_Range=place)
        else:
            self.reply(200, data, ETag=seal)

    def log_message(self, *_: object) -> None:
        pass


def honest(_: Handler) -> bool:
    return False


@contextmanager
def serving(folder: Path, answer: Answer = honest, log: list[str] | None = None) -> Iterator[str]:
    """Serve `folder`; gives the address. `log` takes the paths asked for."""
    handler = partial(Handler, directory=str(folder), log=[] if log is None else log, answer=answer)
    server = _Quiet(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.daemon = True
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that hang up: that is what the tests make them do."""


@contextmanager
def speaking(speak: Callable[[socket.socket], None]) -> Iterator[str]:
    """Listen, and have `speak` answer each connection byte by byte, as no honest server does."""
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]

    def accept() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=_speak, args=(connection, speak), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()


def _speak(connection: socket.socket, speak: Callable[[socket.socket], None]) -> None:
    with connection:
        try:
            connection.recv(65536)
            speak(connection)
        except OSError:
            return
