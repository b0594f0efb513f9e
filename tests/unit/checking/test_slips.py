"""Slips of the finger and the eye."""

import pytest

from app.checking.slips import is_slip, shortened


@pytest.mark.parametrize(
    ("official", "seen"),
    [
        ("cmbchlna", "cmbchna"),  # a letter left out of a long name
        ("taobao", "taobbao"),  # doubled
        ("taobao", "tabоao".replace("о", "o")),  # two letters changed places
        ("taobao", "teobao"),  # one vowel for another
        ("douyln", "douylm"),  # neighbours on the keyboard
        ("eastmoney", "eastmonxy"),
    ],
)
def test_a_slip_is_told(official: str, seen: str) -> None:
    assert is_slip(official, seen)


@pytest.mark.parametrize(
    ("official", "seen"),
    [("xlaoml", "xlaojl"), ("pagoda", "agoda"), ("taobao", "tmall"), ("douyln", "douyuuln")],
)
def test_another_word_is_none(official: str, seen: str) -> None:
    assert not is_slip(official, seen)


def test_shortened_leaves_out_each_character_once() -> None:
    assert list(shortened("abc")) == ["bc", "ac", "ab"]
