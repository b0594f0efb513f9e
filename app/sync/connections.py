"""HTTP connections that trust what the computer trusts, and that no server can hold for ever."""

# ruff: noqa: ANN401, FBT001, FBT002 -- the signatures are those of requests, which types them so

import ssl
from functools import partial
from typing import Any

import truststore
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from .watchdog import Watchdog


class _Plain(HTTPConnection):
    def __init__(self, watchdog: Watchdog, *place: Any, **options: Any) -> None:
        super().__init__(*place, **options)
        self._watchdog = watchdog

    def connect(self) -> None:
        with self._watchdog.watching(self):
            super().connect()

    def getresponse(self) -> Any:
        with self._watchdog.watching(self):
            return super().getresponse()


class _Secure(_Plain, HTTPSConnection):
    """The same; what lies behind `super()` in it is then the secure connection."""


class _PlainPool(HTTPConnectionPool):
    _connection: type[_Plain] = _Plain

    def __init__(self, watchdog: Watchdog, *place: Any, **options: Any) -> None:
        super().__init__(*place, **options)
        self.ConnectionCls: Any = partial(self._connection, watchdog)


class _SecurePool(_PlainPool, HTTPSConnectionPool):
    _connection = _Secure


class WatchedAdapter(HTTPAdapter):
    """Connects directly and through proxies alike; certificates are judged by the system."""

    def __init__(self, watchdog: Watchdog) -> None:
        self._watchdog = watchdog
        super().__init__()

    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = False, **options: Any
    ) -> None:
        super().init_poolmanager(connections, maxsize, block, **options)
        self._watch(self.poolmanager)

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **options)
        self._watch(manager)
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

    def _watch(self, manager: Any) -> None:
        manager.pool_classes_by_scheme = {
            "http": partial(_PlainPool, self._watchdog),
            "https": partial(_SecurePool, self._watchdog),
        }
