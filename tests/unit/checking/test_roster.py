"""Which checks examine a submission, and in which order."""

from datetime import date

import pytest
from msgspec.structs import replace

from app.checking.checks.check import Check
from app.checking.knowledge import Knowledge
from app.checking.lookalike_index import LookalikeIndex
from app.checking.lookalike_words import load_lookalike_words
from app.checking.number_likeness import NumberLikeness
from app.checking.roster import Roster, roster
from app.model.phrases import SlotKind
from app.model.scam_category import ScamCategory
from app.model.submission import Submission
from app.reading.numbering_plan import read_plan
from app.reading.skeleton import load_skeletons
from tests.builders import a_pattern, a_reader, a_slot, found_by
from tests.shipped import RESOURCES, shipped_register

FOLDER = RESOURCES.parent / "app" / "checking" / "checks"
REGISTER = replace(
    shipped_register(),
    slots=(a_slot("pretext.case", SlotKind.PRETEXT, "涉嫌洗钱"),),
    patterns=(
        a_pattern("winter", ScamCategory.AUTHORITY, ("pretext.case",), season=("12-01", "12-31")),
    ),
)


def the_whole_roster(today: date) -> Roster:
    skeletons = load_skeletons(RESOURCES)
    return roster(
        REGISTER,
        LookalikeIndex(REGISTER, skeletons, load_lookalike_words(RESOURCES)),
        NumberLikeness(REGISTER, read_plan(RESOURCES / "numbering" / "cn.toml")),
        lambda: today,
    )


def the_roster(today: date) -> tuple[Check, ...]:
    return the_whole_roster(today).checks


def test_every_check_of_the_folder_is_on_it_once() -> None:
    names = [each.name for each in the_roster(date(2026, 11, 22))]
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__", "check"}
    assert sorted(names) == sorted(files)


def test_what_is_demanded_is_examined_before_who_claims_it() -> None:
    names = [each.name for each in the_roster(date(2026, 11, 22))]
    order = ("forbidden_act", "never_statement", "scam_script", "claim_mismatch", "official_number")
    assert [name for name in names if name in order] == list(order)


@pytest.mark.parametrize(
    ("text", "sender", "left_out"),
    [
        (
            "您好，明天开会",
            None,
            {"forbidden_act", "number_origin", "claim_mismatch"},
        ),
        ("您涉嫌洗钱", None, {"official_number", "official_domain", "reported_list"}),
        ("请看 https://a.com/b", None, {"scam_script", "official_number", "official_domain"}),
        ("请看 https://icbc.com.cn/b", None, {"link_shape", "lookalike_domain"}),
        ("请看 https://a@icbc.com.cn/b", None, set()),
        ("请看 https://t.cn/b 和 https://x.gov.cn", None, set()),
        ("请打95588", None, {"lookalike_number", "number_origin", "claim_mismatch"}),
        ("请打0095588或13812345678", None, {"official_number"}),
        ("95588", None, set()),
        ("", "95588", {"scam_script", "lookalike_domain"}),
        ("您涉嫌洗钱，打95588，看a.com", None, set()),
    ],
)
def test_a_check_is_not_asked_of_what_it_does_not_look_at(
    text: str, sender: str | None, left_out: set[str]
) -> None:
    every, knowledge = the_whole_roster(date(2026, 11, 22)), Knowledge(REGISTER)
    reading = a_reader(REGISTER).read(Submission(text, sender))
    asked = {each.name for each in every.of(reading, knowledge)}
    assert left_out.isdisjoint(asked)
    assert "weighed_signs" in asked
    unasked = [each for each in every.checks if each.name not in asked]
    assert [finding for each in unasked for finding in each.examine(reading, knowledge)] == []


def test_seasonal_scripts_follow_the_day_it_was_given() -> None:
    for day, expected in ((date(2026, 12, 5), 1), (date(2026, 11, 5), 0)):
        (script,) = (each for each in the_roster(day) if each.name == "scam_script")
        assert len(found_by(script, "您涉嫌洗钱", REGISTER)) == expected
