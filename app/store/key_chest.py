"""Keeps the key of the locked history: in the computer's own key store, and under a passphrase."""

import hashlib
import hmac
import json
import os
import secrets
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from ..model.errors import UserFacingError
from .locked_connection import KEY_BYTES

SHORTEST_PASSPHRASE = 8  # characters
_SERVICE = "mingbian"
_SALT_BYTES = 16
_ROUNDS = 1 << 15  # scrypt's N; 32 MB and about a tenth of a second (OWASP, Password Storage)
_BLOCK = 8
_MEMORY = 64 * 1024 * 1024


class KeyStore(Protocol):
    """What is asked of the computer's key store. Each may fail in whatever way it likes."""

    def get_password(self, service_name: str, username: str) -> str | None:
        """Return the secret, None if there is none."""
        ...

    def set_password(self, service_name: str, username: str, password: str) -> None:
        """Keep the secret."""
        ...

    def delete_password(self, service_name: str, username: str) -> None:
        """Forget the secret."""
        ...


class _Wrapped(Struct, frozen=True):
    """The key, covered with what scrypt makes of the passphrase, and a proof that it is right.

    The cover is used once, as its salt is, so XOR hides the key completely.
    """

    salt: bytes
    covered: bytes
    proof: bytes


class KeyChest:
    """One key, in one small file that tells nothing without the passphrase."""

    def __init__(self, file: Path, store: KeyStore | None) -> None:
        self._file = file
        self._store = store
        self._account = hashlib.sha256(os.fsencode(file.absolute())).hexdigest()[:16]

    def exists(self) -> bool:
        """Tell whether there is a key, and so whether the history is locked."""
        return self._file.exists()

    def new_key(self) -> bytes:
        """Return a fresh random key that is kept nowhere yet."""
        return secrets.token_bytes(KEY_BYTES)

    def keep(self, key: bytes, passphrase: str) -> bool:
        """Keep the key; tell whether the computer's key store took it too. Raises UserFacingError.

        Refuses a passphrase of fewer than eight characters: history-short-passphrase.
        """
        if len(passphrase) < SHORTEST_PASSPHRASE:
            raise UserFacingError("history-short-passphrase")
        salt = secrets.token_bytes(_SALT_BYTES)
        cover, proof_key = _derived(passphrase, salt)
        covered = bytes(a ^ b for a, b in zip(key, cover, strict=True))
        self._write(_Wrapped(salt, covered, _proof(proof_key, salt, covered)))
        return self._hand_to_store(key)

    def key_from_store(self) -> bytes | None:
        """Return the key if the computer's key store has it; whatever fails there counts as no."""
        if self._store is None:
            return None
        try:
            found = self._store.get_password(_SERVICE, self._account)
            key = bytes.fromhex(found) if found else b""
        except Exception:  # noqa: BLE001 -- key stores fail in ways of their own
            return None
        return key if len(key) == KEY_BYTES else None

    def key_from_passphrase(self, passphrase: str) -> bytes:
        """Return the key; UserFacingError history-wrong-passphrase, or history-broken."""
        wrapped = self._read()
        cover, proof_key = _derived(passphrase, wrapped.salt)
        proof = _proof(proof_key, wrapped.salt, wrapped.covered)
        if not hmac.compare_digest(proof, wrapped.proof):
            raise UserFacingError("history-wrong-passphrase")
        key = bytes(a ^ b for a, b in zip(wrapped.covered, cover, strict=True))
        self._hand_to_store(key)
        return key

    def forget(self) -> None:
        """Forget the key everywhere. Raises OSError."""
        self._file.unlink(missing_ok=True)
        if self._store is not None:
            try:
                self._store.delete_password(_SERVICE, self._account)
            except Exception:  # noqa: BLE001 -- the key opens nothing any more
                return

    def _hand_to_store(self, key: bytes) -> bool:
        if self._store is None:
            return False
        try:
            self._store.set_password(_SERVICE, self._account, key.hex())
        except Exception:  # noqa: BLE001 -- then the passphrase has to be typed
            return False
        return True

    def _write(self, wrapped: _Wrapped) -> None:
        text = json.dumps(
            {
                "format": 1,
                "salt": wrapped.salt.hex(),
                "covered": wrapped.covered.hex(),
                "proof": wrapped.proof.hex(),
            }
        )
        beside = self._file.with_name(f"{self._file.name}.new")
        try:
            beside.touch(mode=0o600)
            beside.write_text(text, encoding="ascii")
            beside.replace(self._file)
        except OSError as error:
            raise UserFacingError("history-read-only") from error

    def _read(self) -> _Wrapped:
        try:
            table = json.loads(self._file.read_text(encoding="ascii"))
            parts = [bytes.fromhex(table[name]) for name in ("salt", "covered", "proof")]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise UserFacingError("history-broken") from error
        if len(parts[1]) != KEY_BYTES:
            raise UserFacingError("history-broken")
        return _Wrapped(*parts)


def computers_key_store() -> KeyStore | None:
    """Return the computer's key store, None where it has none (a bare Linux, for one)."""
    import keyring  # noqa: PLC0415 -- a tenth of a second, and only a locked history needs it
    from keyring.backends import fail, null  # noqa: PLC0415

    try:
        store = keyring.get_keyring()
    except Exception:  # noqa: BLE001 -- a broken key store is none
        return None
    return None if isinstance(store, fail.Keyring | null.Keyring) else store


def _derived(passphrase: str, salt: bytes) -> tuple[bytes, bytes]:
    """Return a cover for the key, and a key for the proof."""
    made = hashlib.scrypt(
        passphrase.encode("utf-8", "replace"),
        salt=salt,
        n=_ROUNDS,
        r=_BLOCK,
        p=1,
        maxmem=_MEMORY,
        dklen=2 * KEY_BYTES,
    )
    return made[:KEY_BYTES], made[KEY_BYTES:]


def _proof(key: bytes, salt: bytes, covered: bytes) -> bytes:
    return hmac.digest(key, salt + covered, "sha256")
