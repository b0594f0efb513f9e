"""How a key is dialled."""

import pytest

from app.presentation.dialled_digits import dialled


@pytest.mark.parametrize(
    ("key", "digits"),
    [
        ("95588", "95588"),
        ("021-95561", "021-95561"),
        ("+864008108866", "400-810-8866"),
        ("+8613912345678", "139-1234-5678"),
        ("+862161195588", "021-61195588"),
        ("+861012345678", "010-12345678"),
        ("+8675583765566", "0755-83765566"),
        ("+85221234567", "+85221234567"),
        ("1069012345", "1069012345"),
        ("icbc.com.cn", "icbc.com.cn"),
    ],
)
def test_a_key_is_written_as_people_dial_it(key: str, digits: str) -> None:
    assert dialled(key) == digits
