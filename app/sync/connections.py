"""HTTP connections that trust what the computer trusts, and that no server can hold for ever."""

# ruff: noqa: ANN401, FBT001, FBT002 -- the signatures are those of requests, which types them so

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator
from typing import Any

import truststore
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

HEADERS_WITHIN = 40.0  # seconds from the first byte of a greeting to its last


@contextlib.contextmanager
def _hung_up_after(connection: HTTPConnection) -> Iterator[None]:
    """Shut the socket when a server takes too long in all.

    The socket's own time limit begins anew with every byte, so one byte a minute would never end.
    """

    def hang_up() -> None:
        if connection.sock is not None:
            with contextlib.suppress(OSError):
                connection.sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(HEADERS_WITHIN, hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


class _Plain(HTTPConnection):
    def connect(self) -> None:
        with _hung_up_after(self):
            super().connect()

    def getresponse(self) -> Any:
        with _hung_up_after(self):
            return super().getresponse()


class _Secure(HTTPSConnection):
    def connect(self) -> None:
        with _hung_up_after(self):
            super().connect()

    def getresponse(self) -> Any:
        with _hung_up_after(self):
            return super().getresponse()


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _Plain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _Secure


class WatchedAdapter(HTTPAdapter):
    """Connects directly and through proxies alike; certificates are judged by the system."""

    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = False, **options: Any
    ) -> None:
        super().init_poolmanager(connections, maxsize, block, **options)
        _watch(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **options)
        _watch(manager)
        return manager

    def build_connection_pool_key_attributes(
        self, request: Any, verify: Any, cert: Any = None
    ) -> Any:
        host: Any
        pool: Any
        host, pool = super().build_connection_pool_key_attributes(request, verify, cert)
        if host["scheme"] == "https":
            pool["ssl_context"] = self._context
        return host, pool

    @property
    def _context(self) -> ssl.SSLContext:
        if not hasattr(self, "_made"):  # dear, and not needed on loopback
            self._made: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        return self._made

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        super().cert_verify(  # type: ignore[no-untyped-call] # untyped in requests
            conn, url, verify, cert
        )
        if verify is True:
            conn.ca_certs = None  # not requests' own bundle beside the system's store


def _watch(manager: Any) -> None:
    manager.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecurePool}
