"""Slips of the finger and the eye."""

import pytest

from app.checking.slips import is_slip, shortened, spared


@pytest.mark.parametrize(
    ("official", "seen"),
    [
        ("cmbchina", "cmbchna"),  # a letter left out
        ("taobao", "taobbao"),  # doubled
        ("taobao", "taoabo"),  # two letters changed places
        ("taobao", "teobao"),  # one letter for another
        ("weibo", "weibo1"),  # one more
    ],
)
def test_a_slip_is_told(official: str, seen: str) -> None:
    assert is_slip(official, seen)


@pytest.mark.parametrize(
    ("official", "seen"),
    [
        ("taobao", "tmall"),
        ("douyin", "douyuuin"),
        ("taobao", "toabbao"),
        ("taobao", "aatobo"),
        ("taobao", "tao"),
        ("weibo", "wiebx"),
    ],
)
def test_another_word_is_none(official: str, seen: str) -> None:
    assert not is_slip(official, seen)


def test_shortened_leaves_out_each_character_once() -> None:
    assert list(shortened("abc")) == ["bc", "ac", "ab"]


@pytest.mark.parametrize("name", ["weibo", "taobao", "cmbchina", "xiaohongshu"])
def test_a_slip_is_told_wherever_it_happens_and_spares_the_start_or_the_end(name: str) -> None:
    letters = "ax"
    seen = {name[:at] + letter + name[at:] for at in range(len(name) + 1) for letter in letters}
    seen |= {name[:at] + letter + name[at + 1 :] for at in range(len(name)) for letter in letters}
    seen |= {name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1)}
    seen |= set(shortened(name))
    for each in seen:
        assert is_slip(name, each), each
        count = spared(len(each))
        assert each[:count] == name[:count] or each[-count:] == name[-count:], each
