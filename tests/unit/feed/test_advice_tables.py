"""The editors' tables of advice."""

from pathlib import Path

import pytest

from app.feed.advice_tables import read_advice_rules
from app.host.paths import RESOURCES
from app.model.advice_rules import ContactFrom
from app.model.errors import InvalidTableError
from app.model.language import Language
from app.model.records import Standing
from app.model.submission import Channel
from app.model.verdict import VerdictLevel
from tests.shipped import shipped_register, shipped_words

GOOD = '[[step]]\nkey = "a"\naction = "hang_up"\nrank = 1\nlevels = ["danger"]\n'


def test_a_step_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD + 'contact = "police"\nnumber = "110"\n', "utf-8")
    (rule,) = read_advice_rules(tmp_path).of(VerdictLevel.DANGER, Channel.CALL)
    assert rule.contact is ContactFrom.ORGANISATION
    assert (rule.organization_id, rule.number) == ("police", "110")


def test_a_step_may_take_the_claimed_number(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD + 'contact = "claimed"\n', "utf-8")
    (rule,) = read_advice_rules(tmp_path).of(VerdictLevel.DANGER, Channel.CALL)
    assert rule.contact is ContactFrom.CLAIMED


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (GOOD.replace("hang_up", "dance"), "dance"),
        (GOOD.replace('["danger"]', '["red"]'), "red"),
        (GOOD.replace('["danger"]', '"danger"'), "list of strings"),
        (GOOD.replace("rank = 1", 'rank = "first"'), "first"),
        (GOOD.replace('key = "a"\n', ""), "key"),
        (GOOD + "numbrs = []\n", "numbrs"),
        ("[[step]\n", ""),
        ("", "no steps"),
    ],
)
def test_a_wrong_step_is_refused_by_name(tmp_path: Path, wrong: str, named: str) -> None:
    (tmp_path / "a.toml").write_text(wrong, "utf-8")
    with pytest.raises(InvalidTableError) as refused:
        read_advice_rules(tmp_path)
    assert named in refused.value.values["rule"]


def test_every_step_of_ours_has_words() -> None:
    catalog = shipped_words(Language.ZH)
    cases = read_advice_rules(RESOURCES / "advice").cases
    keys = {rule.key for rules in cases.values() for rule in rules}
    assert [key for key in sorted(keys) if not catalog.has(f"advice.{key}")] == []


def test_every_number_of_ours_is_a_callable_row_of_the_register() -> None:
    rows = {
        (row.organization_id, row.key): row
        for row in shipped_register().numbers
        if row.takes_calls and row.standing in (Standing.DOCUMENTED, Standing.LISTED_TWICE)
    }
    cases = read_advice_rules(RESOURCES / "advice").cases
    named = {
        (rule.organization_id, rule.number)
        for rules in cases.values()
        for rule in rules
        if rule.contact is ContactFrom.ORGANISATION
    }
    assert named
    assert named - rows.keys() == set()


def test_every_act_that_a_step_of_ours_asks_for_is_a_slot() -> None:
    known = {slot.id for slot in shipped_register().slots}
    cases = read_advice_rules(RESOURCES / "advice").cases
    asked = {act for rules in cases.values() for rule in rules for act in rule.acts}
    assert asked
    assert asked - known == set()
