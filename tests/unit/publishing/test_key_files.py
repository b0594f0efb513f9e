"""Keys lie on disk encrypted, and open with their passphrase alone."""

import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from app.model.errors import UserFacingError
from app.publishing.key_files import create_key, open_signer, read_public

SPOKEN = "correct horse battery"


def test_what_a_key_signs_its_public_part_verifies(tmp_path: Path) -> None:
    private, public = create_key(tmp_path / "emma", SPOKEN)
    signer = open_signer(private, SPOKEN)
    signature = signer.sign(b"content")
    read_public(public).verify_signature(signature, b"content")
    assert read_public(public).keyid == signer.public_key.keyid
    assert b"ENCRYPTED PRIVATE KEY" in private.read_bytes()


def test_only_its_owner_may_read_a_private_key(tmp_path: Path) -> None:
    private, _ = create_key(tmp_path / "emma", SPOKEN)
    others = private.stat().st_mode & 0o077
    assert others == 0 or sys.platform == "win32"  # which has no such bits


def test_a_short_passphrase_makes_no_key(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match="passphrase-short"):
        create_key(tmp_path / "emma", "elevenchars")
    assert list(tmp_path.iterdir()) == []


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    private, _ = create_key(tmp_path / "emma", SPOKEN)
    before = private.read_bytes()
    with pytest.raises(UserFacingError, match="key-exists"):
        create_key(tmp_path / "emma", SPOKEN)
    assert private.read_bytes() == before


def test_another_passphrase_opens_nothing(tmp_path: Path) -> None:
    private, _ = create_key(tmp_path / "emma", SPOKEN)
    with pytest.raises(UserFacingError, match="key-locked"):
        open_signer(private, "incorrect horse battery")


def test_a_key_without_a_passphrase_is_refused(tmp_path: Path) -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    file = tmp_path / "open.key.pem"
    file.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with pytest.raises(UserFacingError, match="key-locked"):
        open_signer(file, SPOKEN)


def test_a_key_of_another_kind_is_refused(tmp_path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    encryption = BestAvailableEncryption(SPOKEN.encode())
    private, public = tmp_path / "a.key.pem", tmp_path / "a.pub.pem"
    private.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption))
    public.write_bytes(
        key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    with pytest.raises(UserFacingError, match="key-unreadable"):
        open_signer(private, SPOKEN)
    with pytest.raises(UserFacingError, match="key-unreadable"):
        read_public(public)


@pytest.mark.parametrize("content", [b"", b"no key", b"\0" * 20_000])
def test_no_file_of_another_kind_is_taken_for_a_key(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.pem"
    file.write_bytes(content)
    with pytest.raises(UserFacingError, match="key-unreadable"):
        read_public(file)
    with pytest.raises(UserFacingError, match="key-locked"):
        open_signer(file, SPOKEN)


def test_a_key_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match="key-unreadable"):
        read_public(tmp_path / "nowhere.pub.pem")
