"""Which checks examine a submission, and in which order."""

from datetime import date

from app.checking.checks.check import Check
from app.checking.lookalike_index import LookalikeIndex
from app.checking.lookalike_words import load_lookalike_words
from app.checking.number_likeness import NumberLikeness
from app.checking.roster import roster
from app.model.phrases import SlotKind
from app.model.scam_category import ScamCategory
from app.reading.numbering_plan import read_plan
from app.reading.skeleton import load_skeletons
from tests.builders import a_pattern, a_register, a_slot, found_by
from tests.shipped import RESOURCES

FOLDER = RESOURCES.parent / "app" / "checking" / "checks"
REGISTER = a_register(
    a_slot("pretext.case", SlotKind.PRETEXT, "涉嫌洗钱"),
    patterns=(
        a_pattern("winter", ScamCategory.AUTHORITY, ("pretext.case",), season=("12-01", "12-31")),
    ),
)


def the_roster(today: date) -> tuple[Check, ...]:
    skeletons = load_skeletons(RESOURCES)
    return roster(
        REGISTER,
        LookalikeIndex(REGISTER, skeletons, load_lookalike_words(RESOURCES)),
        NumberLikeness(REGISTER, read_plan(RESOURCES / "numbering" / "cn.toml")),
        lambda: today,
    ).checks


def test_every_check_of_the_folder_is_on_it_once() -> None:
    names = [each.name for each in the_roster(date(2026, 11, 22))]
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__", "check"}
    assert sorted(names) == sorted(files)


def test_what_is_demanded_is_examined_before_who_claims_it() -> None:
    names = [each.name for each in the_roster(date(2026, 11, 22))]
    order = ("forbidden_act", "never_statement", "scam_script", "claim_mismatch", "official_number")
    assert [name for name in names if name in order] == list(order)


def test_seasonal_scripts_follow_the_day_it_was_given() -> None:
    for day, expected in ((date(2026, 12, 5), 1), (date(2026, 11, 5), 0)):
        (script,) = (each for each in the_roster(day) if each.name == "scam_script")
        assert len(found_by(script, "您涉嫌洗钱", REGISTER)) == expected
