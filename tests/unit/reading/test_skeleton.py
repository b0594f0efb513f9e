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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("icbc", "icdc"),
        ("icbc", "iebc"),
        ("huawei", "hvawei"),
        ("ᴍeituan", "neituan"),
        ("ƅoc", "boс"),
    ],
)
def test_letters_of_one_build_have_one_rough_skeleton(one: str, other: str) -> None:
    assert skeletons().rough(one) == skeletons().rough(other)


@pytest.mark.parametrize(("one", "other"), [("icbc", "icbk"), ("taobao", "tabao")])
def test_other_letters_keep_apart_in_the_rough_skeleton_too(one: str, other: str) -> None:
    assert skeletons().rough(one) != skeletons().rough(other)


@pytest.mark.parametrize("odd", ["ɓ", "ƅ", "ᴋ", "ø", "đ", "т", "к", "ʉ"])
def test_letters_with_strokes_and_hooks_are_read_as_their_base(odd: str) -> None:
    assert skeletons().latin(odd).isascii()


def test_latin_changes_foreign_letters_and_nothing_else() -> None:
    assert skeletons().latin("іcbс-1") == "icbc-1"
    assert skeletons().latin("例子") == "例子"


def test_the_table_handed_in_is_used() -> None:
    assert Skeletons({"ж": "x"}).of("жa") == "xa"
