import hashlib

from app.lists.fingerprints import SPACE, fingerprint


def test_a_fingerprint_is_the_first_48_bits_of_blake2s() -> None:
    assert (
        f"{fingerprint('+8613800138000'):012x}"
        == (hashlib.blake2s(b"+8613800138000").hexdigest()[:12])
    )
    assert fingerprint("坏.example") < SPACE
