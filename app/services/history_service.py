"""Keeps and finds past checks, for a person who asked for it."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from msgspec import Struct

from ..host.clock import Clock
from ..model.errors import UserFacingError
from ..model.history_entry import HistoryEntry
from ..model.report import CheckReport
from ..presentation.redaction import redact
from ..store.key_chest import KeyChest, KeyStore
from ..store.user_database import UserDatabase, open_user_database

_PLAIN = "user.sqlite"
_LOCKED = "user.locked.sqlite"
_KEY = "user.key"
_BESIDE = ("", "-wal", "-shm", "-journal")
_LONGEST_TEXT = 20_000  # characters of one entry


class Keeping(Struct, frozen=True):
    """How an entry is kept: as it is or covered, for how many days, under which case code."""

    days: int
    whole: bool = False
    case_code: str = ""


class HistoryService:
    """All calls come from one thread; every one may raise UserFacingError `history-…`.

    Nothing is created before something is kept. A locked history is opened with the key from the
    computer's key store, else by `unlock`; until then calls raise history-locked.
    """

    def __init__(
        self, folder: Path, clock: Clock, key_store: Callable[[], KeyStore | None]
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._key_store = key_store
        self._database: UserDatabase | None = None
        self._chest_made: KeyChest | None = None

    def add(self, report: CheckReport, keeping: Keeping) -> None:
        """Keep one check, and delete what is older than its days."""
        cover = str if keeping.whole else redact
        submission, verdict = report.reading.submission, report.verdict
        text = submission.text[:_LONGEST_TEXT].encode("utf-8", "replace").decode("utf-8")
        entry = HistoryEntry(
            at=self._clock.now(),
            level=verdict.level,
            category=verdict.category,
            sender=cover(submission.sender or ""),
            text=cover(text),
            case_code=keeping.case_code,
        )
        database = self._open()
        database.forget_before(self._clock.now() - timedelta(days=keeping.days))
        database.add(entry)

    def find(self, words: str = "") -> tuple[HistoryEntry, ...]:
        """Return the newest entries that hold all `words`; none if nothing was ever kept."""
        return self._open().find(words) if self._has_file() else ()

    def forget_old(self, days: int) -> None:
        """Delete what is older than `days`."""
        if self._has_file():
            self._open().forget_before(self._clock.now() - timedelta(days=days))

    def forget_all(self) -> None:
        """Delete every entry."""
        if self._has_file():
            self._open().forget_all()

    def put_aside(self) -> None:
        """Rename a broken file, so that a new history can begin; what is in it stays there."""
        self.close()
        try:
            for name in self._names():
                file = self._folder / name
                if file.exists():
                    file.replace(self._folder / f"{name}.broken")
        except OSError as error:
            raise UserFacingError("history-read-only") from error

    @property
    def is_locked(self) -> bool:
        """Tell whether the history is encrypted."""
        return self._chest().exists()

    def lock(self, passphrase: str) -> bool:
        """Encrypt the history; tell whether the computer's key store opens it by itself."""
        chest = self._chest()
        if chest.exists():
            raise UserFacingError("history-locked-already")
        key = chest.new_key()
        self._move(self._folder / _LOCKED, key, then=lambda: chest.keep(key, passphrase))
        self._wipe(_PLAIN)
        return chest.key_from_store() == key

    def unlock(self, passphrase: str) -> None:
        """Open a locked history for as long as the program runs."""
        key = self._chest().key_from_passphrase(passphrase)
        self.close()
        self._database = open_user_database(self._folder / _LOCKED, key)

    def take_lock_off(self) -> None:
        """Keep the history unencrypted from now on."""
        self._move(self._folder / _PLAIN, None, then=self._forget_key)
        self._remove(_LOCKED)

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _open(self) -> UserDatabase:
        if self._database is None:
            self._database = self._opened()
        return self._database

    def _opened(self) -> UserDatabase:
        chest = self._chest()
        if not chest.exists():
            self._remove(_LOCKED)  # what an interrupted change left behind
            return open_user_database(self._folder / _PLAIN)
        key = chest.key_from_store()
        if key is None:
            raise UserFacingError("history-locked")
        database = open_user_database(self._folder / _LOCKED, key)
        self._wipe(_PLAIN)
        return database

    def _move(self, target: Path, key: bytes | None, then: Callable[[], object]) -> None:
        """Copy everything into `target`, then let `then` make it the one that counts."""
        source = self._open() if self._has_file() else None
        self._remove(target.name)
        made = open_user_database(target, key)
        try:
            if source is not None:
                made.take_all_of(source)
            then()
        except BaseException:
            made.close()
            self._remove(target.name)
            raise
        self.close()
        self._database = made

    def _forget_key(self) -> None:
        try:
            self._chest().forget()
        except OSError as error:
            raise UserFacingError("history-read-only") from error

    def _chest(self) -> KeyChest:
        file = self._folder / _KEY
        if self._chest_made is None:
            # The key store is asked for only where there is, or will be, a key.
            self._chest_made = KeyChest(file, _LateStore(self._key_store))
        return self._chest_made

    def _has_file(self) -> bool:
        return self._database is not None or any(
            (self._folder / name).exists() for name in (_PLAIN, _KEY)
        )

    def _names(self) -> Iterable[str]:
        yield from (f"{name}{end}" for name in (_PLAIN, _LOCKED) for end in _BESIDE)
        yield _KEY

    def _wipe(self, name: str) -> None:
        """Overwrite what an unencrypted file holds, then remove it."""
        if (self._folder / name).exists():
            with suppress(UserFacingError):
                database = open_user_database(self._folder / name)
                database.forget_all()
                database.close()
            self._remove(name)

    def _remove(self, name: str) -> None:
        for end in _BESIDE:
            with suppress(OSError):
                (self._folder / f"{name}{end}").unlink(missing_ok=True)


class _LateStore:
    """The computer's key store, looked for when it is first used."""

    def __init__(self, find: Callable[[], KeyStore | None]) -> None:
        self._find = find

    def get_password(self, service_name: str, username: str) -> str | None:
        store = self._find()
        return store.get_password(service_name, username) if store else None

    def set_password(self, service_name: str, username: str, password: str) -> None:
        store = self._find()
        if store is None:
            raise LookupError("this computer has no key store")
        store.set_password(service_name, username, password)

    def delete_password(self, service_name: str, username: str) -> None:
        store = self._find()
        if store is not None:
            store.delete_password(service_name, username)
