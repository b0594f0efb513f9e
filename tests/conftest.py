"""What holds for every test: no network, no screen, and the same examples each time."""

import os
import socket
from collections.abc import Iterator
from datetime import datetime, time

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


def _refuse(*arguments: object, **options: object) -> None:
    raise NetworkUsedError(f"no network in tests: {arguments[-1:]} {options or ''}")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Make every way out of this computer fail loudly."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _refuse)
        for name in ("getaddrinfo", "gethostbyname", "create_connection"):
            patch.setattr(socket, name, _refuse)
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
