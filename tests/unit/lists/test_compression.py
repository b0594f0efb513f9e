from collections.abc import Callable

import pytest

from app.lists.compression import compress, decompress
from app.model.errors import DamagedDataError


def test_what_goes_in_comes_out() -> None:
    assert decompress(compress(b"abc" * 1000), 3000) == b"abc" * 1000


def test_a_bomb_is_refused_before_it_unfolds() -> None:
    with pytest.raises(DamagedDataError):
        decompress(compress(bytes(10_000_000)), 9_999_999)


@pytest.mark.parametrize(
    "spoil", [lambda d: d[:-1], lambda d: d + b"x", lambda _: b"", b"\0".__add__]
)
def test_half_a_frame_or_more_than_one_is_refused(spoil: Callable[[bytes], bytes]) -> None:
    with pytest.raises(DamagedDataError):
        decompress(spoil(compress(b"some words of a list " * 50)), 10_000)
