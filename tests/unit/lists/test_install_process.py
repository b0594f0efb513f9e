from pathlib import Path

import pytest

from app.lists.fingerprint_file import FingerprintFile, write_file
from app.lists.fingerprints import sorted_digest
from app.lists.install_process import InstallJob, install_apart
from app.lists.list_delta import encode_delta
from app.lists.list_wire import encode_full
from app.model.errors import DamagedDataError
from tests.lists import a_later_version, names_in, some_fingerprints

OLD = some_fingerprints(500)
NEW = a_later_version(OLD, 5, 20)


def test_a_list_and_its_delta_are_installed_by_another_process(tmp_path: Path) -> None:
    shares: list[float] = []
    wire, old, new = tmp_path / "wire", tmp_path / "old", tmp_path / "new"
    wire.write_bytes(encode_full(OLD))
    assert install_apart(InstallJob(wire, len(OLD), sorted_digest(OLD), old), shares.append)
    wire.write_bytes(encode_delta(OLD, NEW))
    assert install_apart(InstallJob(wire, len(NEW), sorted_digest(NEW), new, base=old))
    with FingerprintFile.open(new) as file:
        assert file.fingerprints() == NEW
    assert shares[-1] == 1


def test_what_fails_there_is_raised_here(tmp_path: Path) -> None:
    (tmp_path / "wire").write_bytes(b"nonsense")
    with pytest.raises(DamagedDataError) as caught:
        install_apart(InstallJob(tmp_path / "wire", 3, "0" * 64, tmp_path / "list"))
    assert caught.value.values["cause"]
    with pytest.raises(FileNotFoundError):
        install_apart(InstallJob(tmp_path / "none", 3, "0" * 64, tmp_path / "list"))


def test_who_stops_it_keeps_the_old_list(tmp_path: Path) -> None:
    write_file(OLD, tmp_path / "list")
    (tmp_path / "wire").write_bytes(encode_full(NEW))
    (tmp_path / ".list.killed.part").write_bytes(b"half")
    job = InstallJob(tmp_path / "wire", len(NEW), sorted_digest(NEW), tmp_path / "list")
    assert not install_apart(job, stopped=lambda: True)
    with FingerprintFile.open(tmp_path / "list") as file:
        assert file.fingerprints() == OLD
    assert names_in(tmp_path) == ["list", "wire"]
