"""Reads a feed from a web server, through proxies, and distrusts everything on the way."""

import re
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from tuf.api.exceptions import DownloadHTTPError
from urllib3.exceptions import HTTPError

from ..model.errors import UserFacingError
from ..version import VERSION
from .connections import WatchedAdapter
from .fetcher import FeedFetcher, Opened
from .watchdog import Watchdog
from .watching import SyncWatcher

_CHUNK = 1 << 16
_TIMEOUTS = (15.0, 20.0)  # seconds: to connect, and between two bytes
_SLOWEST = 500  # bytes a second, on average over _SLOW_AFTER
_SLOW_AFTER = 20.0  # seconds
_HEADERS_WITHIN = 40.0  # seconds from the first byte of a greeting to its last
_MOST_REDIRECTS = 3
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NOT_THERE = frozenset({403, 404, 410})
_LOGIN_REQUIRED = 511  # RFC 6585, section 6: what a captive portal should answer
_PARTIAL = 206
_RANGE_ELSEWHERE = 416
_LENGTH_KNOWN_BY = ("Content-Length", "Transfer-Encoding")  # else a cut looks like an end
_HTML = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body|script|meta)\b", re.IGNORECASE)
_RANGE = re.compile(r"bytes (\d+)-\d+/(?:\d+|\*)\Z")


class HttpFetcher(FeedFetcher):
    """One session over one server.

    A trickle is given up after `slow_after` seconds, a greeting that does not end after
    `headers_within`.
    """

    def __init__(
        self,
        watcher: SyncWatcher,
        slow_after: float = _SLOW_AFTER,
        headers_within: float = _HEADERS_WITHIN,
    ) -> None:
        self._watcher = watcher
        self._slow_after = slow_after
        self._watchdog = Watchdog(headers_within)
        self._session = requests.Session()
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, WatchedAdapter(self._watchdog))
        self._session.headers = requests.structures.CaseInsensitiveDict(
            {"User-Agent": f"mingbian/{VERSION}", "Accept-Encoding": "identity"}
        )

    def close(self) -> None:
        self._session.close()
        self._watchdog.close()

    def open(self, url: str, start: int = 0, seal: str = "") -> Opened:
        headers = {}
        if start and seal:
            headers = {"Range": f"bytes={start}-", "If-Range": seal}
        response = self._follow(url, headers)
        try:
            begins = self._judge(response, start if headers else 0)
        except DownloadHTTPError:
            self._take_in(response)
            response.close()
            raise
        except BaseException:
            response.close()
            raise
        if begins is None:
            response.close()
            return self.open(url)
        return Opened(self._chunks(response), begins, _seal(response))

    def _follow(self, url: str, headers: dict[str, str]) -> requests.Response:
        """Follow redirects, but only on the same server: nobody else was chosen by the person."""
        here = urlsplit(url)
        for _ in range(_MOST_REDIRECTS + 1):
            response = self._get(url, headers)
            if response.status_code not in _REDIRECTS:
                return response
            response.close()
            url = urljoin(url, response.headers.get("Location", ""))
            there = urlsplit(url)
            if (there.scheme, there.netloc) != (here.scheme, here.netloc):
                raise UserFacingError("feed-redirected", host=(there.hostname or there.scheme)[:80])
        raise UserFacingError("feed-redirected", host=here.hostname or "")

    def _get(self, url: str, headers: dict[str, str]) -> requests.Response:
        self._watcher.check()
        try:
            return self._session.get(
                url, headers=headers, stream=True, timeout=_TIMEOUTS, allow_redirects=False
            )
        except requests.exceptions.ProxyError as error:
            raise UserFacingError("feed-proxy", cause=_cause(error)) from error
        except requests.exceptions.SSLError as error:
            raise UserFacingError("feed-untrusted", host=urlsplit(url).hostname or "") from error
        except requests.exceptions.Timeout as error:
            raise UserFacingError("feed-slow") from error
        except (requests.exceptions.RequestException, HTTPError, OSError) as error:
            raise UserFacingError("feed-unreachable", cause=_cause(error)) from error

    def _judge(self, response: requests.Response, wanted: int) -> int | None:
        """Return from which byte on the answer is; None if it must be asked for from the start."""
        status = response.status_code
        if status == _LOGIN_REQUIRED:
            raise UserFacingError("feed-captive-portal")
        if status in _NOT_THERE:
            raise DownloadHTTPError("not on this server", status)
        if status == _RANGE_ELSEWHERE and wanted:
            return None
        if status == _PARTIAL and wanted:
            found = _RANGE.match(response.headers.get("Content-Range", ""))
            return int(found[1]) if found and int(found[1]) == wanted else None
        if status != requests.codes.ok:
            raise UserFacingError("feed-server-trouble", status=str(status))
        if not any(name in response.headers for name in _LENGTH_KNOWN_BY):
            raise UserFacingError("feed-unreachable", cause="an answer without a length")
        if response.headers.get("Content-Type", "").lower().startswith("text/html"):
            raise UserFacingError("feed-captive-portal")
        return 0

    def _chunks(self, response: requests.Response) -> Iterator[bytes]:
        started, received, first = time.monotonic(), 0, True
        try:
            while chunk := self._read(response):
                if first and _HTML.match(chunk):
                    raise UserFacingError("feed-captive-portal")
                first = False
                yield chunk
                received += len(chunk)
                took = time.monotonic() - started
                if took > self._slow_after:
                    if received < _SLOWEST * took:
                        raise UserFacingError("feed-slow")
                    started, received = time.monotonic(), 0
        finally:
            response.close()

    def _take_in(self, response: requests.Response) -> None:
        """Read what a server says about a file it has not, if it comes in one piece.

        The connection then serves the next request too: every sync asks for a root that is not
        there yet.
        """
        with suppress(UserFacingError):
            self._read(response)

    def _read(self, response: requests.Response) -> bytes:
        """Return what has come, at least one byte, b"" at the end; it never waits to fill up."""
        self._watcher.check()
        raw: Any = response.raw
        try:
            # As sent: a server that packs what nobody asked it to pack fails the length check.
            return bytes(raw.read1(_CHUNK, decode_content=False) or b"")
        except (HTTPError, OSError) as error:
            if "timed out" in str(error).lower():
                raise UserFacingError("feed-slow") from error
            raise UserFacingError("feed-unreachable", cause=_cause(error)) from error


def _cause(error: BaseException) -> str:
    """Return the innermost reason in short, without addresses of objects."""
    while inner := error.__cause__ or error.__context__:
        error = inner
    text = re.sub(r"<[^>]*>[:,]?\s*", "", str(error))
    return f"{type(error).__name__}: {text}"[:160]


def _seal(response: requests.Response) -> str:
    """Return what If-Range may be asked with (RFC 9110, section 13.1.5)."""
    return response.headers.get("ETag") or response.headers.get("Last-Modified") or ""
