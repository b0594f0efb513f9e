import pytest

from app.checking.checks.lookalike_number import LookalikeNumber
from app.checking.number_likeness import NumberLikeness
from app.model.finding import Finding, Severity
from app.model.phrases import SlotKind
from app.model.reading import Reading
from tests.number_cases import KNOWLEDGE, REGISTER, a_reading, bare, plan

CHECK = LookalikeNumber(NumberLikeness(REGISTER, plan()))
DEMAND = (SlotKind.ACT,)


def findings(reading: Reading) -> list[Finding]:
    return list(CHECK.examine(reading, KNOWLEDGE))


def severity(reading: Reading) -> Severity | None:
    found = findings(reading)
    return found[0].severity if found else None


@pytest.mark.parametrize(
    ("text", "genuine"),
    [
        ("0095152", "95152"),
        ("+86 95152", "95152"),
        ("95152-8", "95152"),
        ("021-95588", "95588"),
        ("0086-96110", "96110"),
        ("0311-110", "110"),
        ("195588", "95588"),
        ("95588012", "95588"),
        ("+86 400 820 5555", "+864008205555"),
        ("10600095588", "95588"),
    ],
)
def test_an_imitation_alone_warns_and_names_the_listed_one(text: str, genuine: str) -> None:
    (found,) = findings(bare(text))
    assert (found.severity, found.genuine, found.order) == (Severity.WARNING, genuine, 6)
    assert found.organization_id
    assert found.evidence[0].quote == text


def test_an_extension_the_plan_allows_is_only_a_note_unless_the_list_is_closed() -> None:
    assert severity(bare("951520")) is Severity.NOTE
    assert severity(bare("951330")) is Severity.WARNING


@pytest.mark.parametrize(
    "text",
    ["95152", "95588", "0536-96110", "010-95588", "9555501", "12110021", "1069095555", "95001"],
)
def test_a_listed_number_imitates_nobody(text: str) -> None:
    assert findings(bare(text)) == []


@pytest.mark.parametrize("text", ["95589", "95137", "13912345678", "4001234567", "+44 7911 123456"])
def test_an_unrelated_number_is_left_alone(text: str) -> None:
    assert findings(bare(text)) == []


def test_a_demand_makes_an_imitation_an_alarm() -> None:
    assert severity(a_reading("请拨打0095588", hits=DEMAND)) is Severity.ALARM
    assert severity(a_reading("您好", sender="021-95588", hits=DEMAND)) is Severity.ALARM


@pytest.mark.parametrize(
    "text", ["咨询请拨打95588-3", "详询021-95588", "call +86 400 820 5555", "客服95588012"]
)
def test_what_honest_firms_write_too_is_a_note_in_a_quiet_sentence(text: str) -> None:
    assert severity(a_reading(text)) in {Severity.NOTE, None}


def test_what_nobody_honest_writes_warns_in_a_sentence_too() -> None:
    assert severity(a_reading("来电显示0095588")) is Severity.WARNING
    assert severity(a_reading("0311110打来的")) is Severity.WARNING


def test_a_port_that_carries_a_code_proves_nothing_and_warns_only_when_padded() -> None:
    assert severity(a_reading("您好", sender="106900095588")) is Severity.NOTE
    assert severity(a_reading("您好", sender="10600195588")) is Severity.WARNING


def test_a_full_number_one_digit_off_warns_only_in_its_owners_name_with_a_demand() -> None:
    assert severity(bare("4008205565")) is Severity.NOTE
    assert severity(a_reading("拨打4008205565", hits=DEMAND)) is Severity.NOTE
    claimed = a_reading("拨打4008205565", hits=DEMAND, claims=("cmb",))
    assert severity(claimed) is Severity.WARNING


def test_a_mobiles_tail_warns_only_where_an_office_is_claimed_and_something_demanded() -> None:
    assert severity(bare("13912312333")) is Severity.NOTE
    official = a_reading("请联系13912312333", hits=(SlotKind.ACT, SlotKind.ROLE))
    assert severity(official) is Severity.WARNING
