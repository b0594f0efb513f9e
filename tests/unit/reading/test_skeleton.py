"""What the eye sees of a host label."""

import pytest

from app.reading.skeleton import Skeletons
from tests.link_cases import skeletons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1cbc", "icbc"),
        ("іcbс", "icbc"),
        ("crnbchina", "cmbchina"),
        ("clouyin", "douyin"),
        ("d0uyin", "douyin"),
        ("vvebank", "webank"),
        ("alipay", "a-lipay"),
        ("аррӏе", "apple"),
        ("9SS88", "95588"),
        ("weíbo", "weibo"),
    ],
)
def test_labels_that_look_alike_have_one_skeleton(one: str, other: str) -> None:
    assert skeletons().of(one) == skeletons().of(other)


@pytest.mark.parametrize(("one", "other"), [("icbc", "icbs"), ("boc", "ccb"), ("12306", "12308")])
def test_labels_that_differ_to_the_eye_keep_apart(one: str, other: str) -> None:
    assert skeletons().of(one) != skeletons().of(other)


def test_latin_changes_foreign_letters_and_nothing_else() -> None:
    assert skeletons().latin("іcbс-1") == "icbc-1"
    assert skeletons().latin("例子") == "例子"


def test_the_table_handed_in_is_used() -> None:
    assert Skeletons({"ж": "x"}).of("жa") == "xa"
