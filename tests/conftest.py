"""What holds for every test: no network, no screen, and the same examples each time."""

import os
import socket
from collections.abc import Callable, Iterator
from datetime import datetime, time
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from app.assembly import Application
from app.host.clock import MAINLAND, FixedClock
from app.host.paths import RESOURCES, Paths
from app.services.check_service import CheckService
from app.version import RELEASED_ON
from tests.shipped import shipped_register

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "ci",
    derandomize=True,
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", parent=settings.get_profile("ci"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


class NetworkUsedError(AssertionError):
    """A test, or the program under it, tried to reach another computer."""


_LOOPBACK = ("127.0.0.1", "::1", "localhost", b"127.0.0.1")


def _refused_beyond_loopback(real: Callable[..., Any], place: int) -> Callable[..., Any]:
    def reach(*arguments: Any, **options: Any) -> Any:
        address = arguments[place]
        host = address[0] if isinstance(address, tuple) else address
        if host not in _LOOPBACK:
            raise NetworkUsedError(f"no network in tests: {address} {options or ''}")
        return real(*arguments, **options)

    return reach


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Make every way out of this computer fail loudly; servers of our own may be asked."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            patch.delenv(name, raising=False)
            patch.delenv(name.lower(), raising=False)
        for name, place in (("connect", 1), ("connect_ex", 1), ("sendto", -1)):
            real = getattr(socket.socket, name)
            patch.setattr(socket.socket, name, _refused_beyond_loopback(real, place))
        for name in ("getaddrinfo", "gethostbyname", "create_connection"):
            patch.setattr(socket, name, _refused_beyond_loopback(getattr(socket, name), 0))
        yield


@pytest.fixture(scope="session")
def application(tmp_path_factory: pytest.TempPathFactory) -> Application:
    """Return the real application on the day its list is newest, so that no test ages."""
    day = max(RELEASED_ON, shipped_register().as_of)
    clock = FixedClock(datetime.combine(day, time(12), MAINLAND))
    return Application(Paths(RESOURCES, tmp_path_factory.mktemp("home")), clock)


@pytest.fixture(scope="session")
def service(application: Application) -> CheckService:
    """Return the real service over the register that ships."""
    return application.check_service()
