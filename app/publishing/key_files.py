"""Keys on disk: an encrypted PKCS#8 file for its owner, and a public part for everybody else."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)
from securesystemslib.signer import CryptoSigner, SSlibKey

from ..model.errors import UserFacingError
from .workspace import write_at_once

PRIVATE_ENDING = ".key.pem"
PUBLIC_ENDING = ".pub.pem"
SHORTEST_PASSPHRASE = 12
_LARGEST_FILE = 10_000  # bytes; an Ed25519 key takes some hundred
_OWNER_ONLY = 0o600


def create_key(name: Path, passphrase: str) -> tuple[Path, Path]:
    """Make an Ed25519 key; return where its private and its public part were written.

    `name` is a path without ending. Raises UserFacingError for a short passphrase or a key that is
    there already: a key that signed something must not be lost.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise UserFacingError("passphrase-short", least=str(SHORTEST_PASSPHRASE))
    private_file = name.with_name(name.name + PRIVATE_ENDING)
    public_file = name.with_name(name.name + PUBLIC_ENDING)
    for each in (private_file, public_file):
        if each.exists():
            raise UserFacingError("key-exists", name=each.name)
    key = Ed25519PrivateKey.generate()
    encryption = BestAvailableEncryption(passphrase.encode())
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    write_at_once(private_file, private, _OWNER_ONLY)
    write_at_once(public_file, public)
    return private_file, public_file


def read_public(file: Path) -> SSlibKey:
    """Read a public part; UserFacingError for anything else.

    The key's id is computed here and not read, so that no file can claim another's.
    """
    try:
        key = load_pem_public_key(_content(file))
    except ValueError as error:
        raise UserFacingError("key-unreadable", name=file.name) from error
    if not isinstance(key, Ed25519PublicKey):
        raise UserFacingError("key-unreadable", name=file.name)
    return SSlibKey.from_crypto(key)


def open_signer(file: Path, passphrase: str) -> CryptoSigner:
    """Unlock a private key; UserFacingError if file and passphrase do not make one.

    A key file without a passphrase is refused too: it would be anybody's.
    """
    try:
        key = load_pem_private_key(_content(file), passphrase.encode())
    except (ValueError, TypeError) as error:
        raise UserFacingError("key-locked", name=file.name) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UserFacingError("key-unreadable", name=file.name)
    return CryptoSigner(key)


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(_LARGEST_FILE)
    except OSError as error:
        raise UserFacingError("key-unreadable", name=file.name) from error
