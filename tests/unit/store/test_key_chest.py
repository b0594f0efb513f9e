"""The key of the locked history."""

import os
from pathlib import Path

import pytest
from keyring.backends import fail

from app.model.errors import UserFacingError
from app.store.key_chest import KeyChest, computers_key_store

PASSPHRASE = "红烧肉要慢慢炖才香"  # noqa: S105 -- invented


class FakeStore:
    """A key store in memory; `broken` makes every call fail."""

    def __init__(self, *, broken: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = broken

    def _check(self) -> None:
        if self.broken:
            raise RuntimeError("locked collection")

    def get_password(self, service_name: str, username: str) -> str | None:
        self._check()
        return self.kept.get((service_name, username))

    def set_password(self, service_name: str, username: str, password: str) -> None:
        self._check()
        self.kept[service_name, username] = password

    def delete_password(self, service_name: str, username: str) -> None:
        self._check()
        del self.kept[service_name, username]


def reference(error: pytest.ExceptionInfo[UserFacingError]) -> str:
    return error.value.reference


def test_the_key_store_gives_the_key_back(tmp_path: Path) -> None:
    chest = KeyChest(tmp_path / "key", FakeStore())
    key = chest.new_key()
    assert chest.keep(key, PASSPHRASE)
    assert chest.key_from_store() == key


@pytest.mark.parametrize("store", [None, FakeStore(broken=True)])
def test_without_a_key_store_the_passphrase_opens_it(
    tmp_path: Path, store: FakeStore | None
) -> None:
    chest = KeyChest(tmp_path / "key", store)
    key = chest.new_key()
    assert not chest.keep(key, PASSPHRASE)
    assert chest.key_from_store() is None
    assert chest.key_from_passphrase(PASSPHRASE) == key
    with pytest.raises(UserFacingError) as caught:
        chest.key_from_passphrase(PASSPHRASE + "！")
    assert reference(caught) == "history-wrong-passphrase"


def test_the_file_holds_neither_key_nor_passphrase_and_belongs_to_its_owner(
    tmp_path: Path,
) -> None:
    chest = KeyChest(tmp_path / "key", None)
    key = chest.new_key()
    chest.keep(key, PASSPHRASE)
    content = (tmp_path / "key").read_text(encoding="ascii")
    assert key.hex() not in content
    assert PASSPHRASE not in content
    if os.name == "posix":
        assert (tmp_path / "key").stat().st_mode & 0o077 == 0


def test_the_same_key_and_passphrase_never_look_the_same_twice(tmp_path: Path) -> None:
    chest = KeyChest(tmp_path / "key", None)
    key = chest.new_key()
    contents = set()
    for _ in range(3):
        chest.keep(key, PASSPHRASE)
        contents.add((tmp_path / "key").read_text(encoding="ascii"))
    assert len(contents) == 3
    assert chest.new_key() != key


def test_a_short_passphrase_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    chest = KeyChest(tmp_path / "key", None)
    with pytest.raises(UserFacingError) as caught:
        chest.keep(chest.new_key(), "1234567")
    assert reference(caught) == "history-short-passphrase"
    assert not chest.exists()


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"salt": "zz"}', "\ufffd"])
def test_a_broken_file_is_named_calmly(tmp_path: Path, content: str) -> None:
    (tmp_path / "key").write_text(content, encoding="utf-8")
    with pytest.raises(UserFacingError) as caught:
        KeyChest(tmp_path / "key", None).key_from_passphrase(PASSPHRASE)
    assert reference(caught) == "history-broken"


def test_two_histories_do_not_take_each_others_key(tmp_path: Path) -> None:
    store = FakeStore()
    one, two = KeyChest(tmp_path / "one", store), KeyChest(tmp_path / "two", store)
    one.keep(one.new_key(), PASSPHRASE)
    assert two.key_from_store() is None


def test_forgetting_leaves_nothing(tmp_path: Path) -> None:
    store = FakeStore()
    chest = KeyChest(tmp_path / "key", store)
    chest.keep(chest.new_key(), PASSPHRASE)
    chest.forget()
    assert store.kept == {}
    assert not chest.exists()
    chest.forget()


def test_a_computer_without_a_key_store_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("keyring.get_keyring", fail.Keyring)
    assert computers_key_store() is None

    def broken() -> None:
        raise RuntimeError("no bus")

    monkeypatch.setattr("keyring.get_keyring", broken)
    assert computers_key_store() is None
