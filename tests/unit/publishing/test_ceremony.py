"""Who may sign is settled before anything is signed."""

from datetime import UTC, datetime

import pytest
from securesystemslib.signer import CryptoSigner, Key

from app.model.errors import UserFacingError
from app.publishing.ceremony import Replacement, first_root, next_root

NOW = datetime(2026, 11, 25, 12, 30, 15, 999, UTC)


def keys(count: int) -> list[Key]:
    return [CryptoSigner.generate_ed25519().public_key for _ in range(count)]


def seven() -> dict[str, list[Key]]:
    return {"root": keys(3), "targets": keys(2), "snapshot": keys(1), "timestamp": keys(1)}


def test_two_of_three_sign_the_root_and_two_of_two_the_content() -> None:
    root = first_root(seven(), NOW, 365).signed
    assert {role: (len(each.keyids), each.threshold) for role, each in root.roles.items()} == {
        "root": (3, 2),
        "targets": (2, 2),
        "snapshot": (1, 1),
        "timestamp": (1, 1),
    }
    assert root.consistent_snapshot
    assert root.expires == datetime(2027, 11, 25, 12, 30, 15, tzinfo=UTC)


@pytest.mark.parametrize("role", ["root", "targets", "snapshot", "timestamp"])
def test_too_few_keys_make_no_root(role: str) -> None:
    held = seven()
    held[role].pop()
    with pytest.raises(UserFacingError, match="keys-missing"):
        first_root(held, NOW, 365)


def test_one_person_cannot_be_both_editors() -> None:
    held = seven()
    held["targets"][1] = held["targets"][0]
    with pytest.raises(UserFacingError, match="keys-repeat"):
        first_root(held, NOW, 365)


def test_the_online_key_cannot_be_an_editor() -> None:
    held = seven()
    held["timestamp"] = held["targets"][:1]
    with pytest.raises(UserFacingError, match="keys-repeat"):
        first_root(held, NOW, 365)


def test_the_next_root_differs_in_the_key_alone() -> None:
    held = seven()
    root = first_root(held, NOW, 365).signed
    (new,) = keys(1)
    after = next_root(root, [Replacement("targets", held["targets"][0], new)], NOW, 365).signed
    assert after.version == 2
    assert set(after.roles["targets"].keyids) == {new.keyid, held["targets"][1].keyid}
    assert held["targets"][0].keyid not in after.keys
    assert after.roles["targets"].threshold == 2
    assert root.version == 1


def test_a_key_that_never_was_there_cannot_go() -> None:
    root = first_root(seven(), NOW, 365).signed
    old, new = keys(2)
    with pytest.raises(UserFacingError, match="key-not-in-role"):
        next_root(root, [Replacement("snapshot", old, new)], NOW, 365)


def test_a_key_cannot_come_into_a_second_role() -> None:
    held = seven()
    root = first_root(held, NOW, 365).signed
    change = Replacement("timestamp", held["timestamp"][0], held["snapshot"][0])
    with pytest.raises(UserFacingError, match="keys-repeat"):
        next_root(root, [change], NOW, 365)
