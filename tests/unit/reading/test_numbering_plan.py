from pathlib import Path

import pytest

from app.model.errors import InvalidTableError
from app.reading.numbering_plan import read_plan
from tests.number_cases import plan
from tests.shipped import RESOURCES


def test_every_area_code_begins_with_a_zero_and_has_three_or_four_digits() -> None:
    codes = plan().area_codes
    assert {"010", "021", "0311", "0536", "0755", "0898"} <= codes
    assert all(each.isdigit() and each[0] == "0" and len(each) in (3, 4) for each in codes)
    assert len(codes) > 300


def test_no_area_code_begins_like_another() -> None:
    short = {each for each in plan().area_codes if len(each) == 3}
    assert not [each for each in plan().area_codes if len(each) == 4 and each[:3] in short]


@pytest.mark.parametrize(
    ("digits", "start"),
    [
        ("110", "110"),
        ("12381", "123"),
        ("12110021", "12110"),
        ("121231100", "12123"),
        ("10086", "100"),
        ("95588", "955"),
        ("955981112", "955"),
        ("956025", "956"),
        ("96110", "96"),
    ],
)
def test_the_longest_start_decides(digits: str, start: str) -> None:
    rule = plan().short_code(digits)
    assert rule is not None
    assert rule.start == start


@pytest.mark.parametrize(
    "digits", ["123", "1238", "123811", "9558", "9558812345", "12110-021", "13912345678", ""]
)
def test_other_lengths_are_no_short_codes(digits: str) -> None:
    assert plan().short_code(digits) is None


def test_only_some_ranges_may_be_extended() -> None:
    extended = {start for start, rule in plan().short_codes.items() if rule.extended}
    assert {"950", "951", "952", "957"} <= extended
    assert not {"953", "955", "956", "96", "123", "110"} & extended


@pytest.mark.parametrize("digits", ["16212345678", "17012345678", "17112345678", "16712345678"])
def test_virtual_operators_have_their_prefixes(digits: str) -> None:
    assert plan().is_virtual(digits)


def test_a_carriers_own_mobile_is_not_virtual() -> None:
    assert not plan().is_virtual("13812345678")
    assert not plan().is_virtual("17312345678")


def test_every_rule_has_a_source_that_can_be_looked_up() -> None:
    for rule in plan().short_codes.values():
        assert rule.source.title
        assert rule.source.date
        assert rule.base in rule.lengths or rule.start in {"952", "956"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('source = "sms_ports"', 'source = "nobody"'),
        ("base = 3", 'base = "three"'),
        ('in_text = "cue"', 'in_text = "sometimes"'),
        ("[mobile]", "[mobiles]"),
        ("[[short_code]]", "[[short_code"),
    ],
)
def test_a_broken_table_is_refused(tmp_path: Path, old: str, new: str) -> None:
    good = (RESOURCES / "numbering" / "cn.toml").read_text(encoding="utf-8")
    assert old in good
    broken = tmp_path / "cn.toml"
    broken.write_text(good.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InvalidTableError):
        read_plan(broken)
