import hashlib

from app.lists.fingerprints import SPACE, fingerprint, halves, halves_of


def test_a_fingerprint_is_the_first_48_bits_of_blake2s() -> None:
    assert (
        f"{fingerprint('+8613800138000'):012x}"
        == (hashlib.blake2s(b"+8613800138000").hexdigest()[:12])
    )
    assert fingerprint("坏.example") < SPACE


def test_the_halves_of_a_key_are_those_of_its_fingerprint() -> None:
    assert halves("bad.example") == halves_of(fingerprint("bad.example"))
