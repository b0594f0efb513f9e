from collections.abc import Callable

import pytest

from app.lists.compression import compress, compress_parts, decompress
from app.model.errors import DamagedDataError


def test_what_goes_in_comes_out() -> None:
    assert decompress(compress(b"abc" * 1000), 3000) == b"abc" * 1000


def test_parts_of_any_length_come_out_in_a_row_and_tell_how_far_it_is() -> None:
    parts = [b"", b"a", bytes(range(256)) * 20_000, b"b"]
    shares: list[float] = []
    whole = b"".join(parts)
    assert decompress(compress_parts(parts, 3, shares.append), len(whole)) == whole
    assert len(shares) > len(parts)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert decompress(compress_parts([]), 1) == b""


def test_a_bomb_is_refused_before_it_unfolds() -> None:
    with pytest.raises(DamagedDataError):
        decompress(compress(bytes(10_000_000)), 9_999_999)


@pytest.mark.parametrize(
    "spoil", [lambda d: d[:-1], lambda d: d + b"x", lambda _: b"", b"\0".__add__]
)
def test_half_a_frame_or_more_than_one_is_refused(spoil: Callable[[bytes], bytes]) -> None:
    with pytest.raises(DamagedDataError):
        decompress(spoil(compress(b"some words of a list " * 50)), 10_000)
