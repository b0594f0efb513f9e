import hashlib
from array import array

from app.lists.fingerprints import SPACE, fingerprint, sorted_digest


def test_a_fingerprint_is_the_first_48_bits_of_sha256() -> None:
    assert (
        f"{fingerprint('+8613800138000'):012x}"
        == (hashlib.sha256(b"+8613800138000").hexdigest()[:12])
    )
    assert fingerprint("坏.example") < SPACE


def test_the_digest_is_over_six_bytes_each_big_end_first() -> None:
    expected = hashlib.sha256(bytes.fromhex("0000000000010123456789ab")).hexdigest()
    assert sorted_digest([1, 0x0123456789AB]) == expected
    assert sorted_digest(array("Q", [1, 0x0123456789AB])) == expected


def test_an_empty_list_has_the_digest_of_nothing() -> None:
    assert sorted_digest([]) == hashlib.sha256().hexdigest()
