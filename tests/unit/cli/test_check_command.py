"""What `mingbian check` does besides answering."""

import gc
from pathlib import Path

import pytest

from app.assembly import Application
from app.cli.check_command import _service
from app.host.paths import RESOURCES, Paths
from app.model.errors import InvalidTableError
from app.services.check_service import CheckService


class BrokenApplication(Application):
    def check_service(self) -> CheckService:
        raise InvalidTableError("invalid-table", table="slots", row="1", rule="brace")


@pytest.mark.parametrize("is_broken", [False, True])
def test_only_the_tables_are_left_out_by_the_collector(tmp_path: Path, is_broken: bool) -> None:
    application = (BrokenApplication if is_broken else Application)(Paths(RESOURCES, tmp_path))
    try:
        if is_broken:
            with pytest.raises(InvalidTableError):
                _service(application)
        else:
            assert _service(application) is application.check_service()
            assert gc.get_freeze_count() > 0
        assert gc.isenabled()
    finally:
        gc.unfreeze()
