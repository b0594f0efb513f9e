"""The examples of every shipped slot, act and pattern hold."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache

import pytest

from app.checking.checks.scam_script import ScamScript
from app.checking.knowledge import Knowledge
from app.model.phrases import ScamPattern, Slot, SlotKind
from app.model.reading import Reading, Stance
from app.model.scam_category import ScamCategory
from app.model.submission import Submission
from tests.builders import a_reader, the_knowledge
from tests.shipped import shipped_register

FEWEST_PATTERNS = 3
FEWEST_EXAMPLES = 2
SPRING_FESTIVAL = date(2026, 2, 10)
NEEDED_BY_STATEMENTS = (
    "pretext.membership_charge",
    "pretext.million_guarantee",
    "product.live_membership",
    "product.million_guarantee",
    "product.unionpay_meeting",
    "product.credit_repair",
    "product.points_cash",
    "product.charity_cashback",
    "product.etc_expired",
    "product.official_repayment",
    "product.safe_account",
    "product.electricity_discount",
)


@cache
def knowledge() -> Knowledge:
    return the_knowledge(shipped_register())


TELLING = frozenset(
    {
        SlotKind.ROLE,
        SlotKind.PRETEXT,
        SlotKind.PRODUCT,
        SlotKind.PAYOUT,
        SlotKind.PRESSURE,
        SlotKind.ACT,
        SlotKind.ASK,
        SlotKind.SIGN,
    }
)
LONGEST_CAPTION = 16  # hanzi


def read(text: str) -> Reading:
    return a_reader(shipped_register()).read(Submission(text))


def follows(pattern: ScamPattern, text: str) -> bool:
    """Tell whether `text` follows `pattern`, in the season of the pattern."""
    check = ScamScript((pattern,), lambda: SPRING_FESTIVAL)
    return any(check.examine(read(text), knowledge()))


def demands(slot: Slot, text: str) -> bool:
    """Tell whether `text` holds the slot, and more than mentions it."""
    hits = read(text).hits
    return any(hit.slot.id == slot.id and hit.stance is Stance.DEMAND for hit in hits)


def examples(rows: Sequence[Slot | ScamPattern], field: str) -> list[object]:
    """Return a case for each example of each row."""
    return [
        pytest.param(row, text, id=f"{row.id}: {text[:24]}")
        for row in rows
        for text in getattr(row, field)
    ]


@pytest.mark.parametrize(("pattern", "text"), examples(shipped_register().patterns, "matches"))
def test_a_pattern_finds_its_own_example(pattern: ScamPattern, text: str) -> None:
    assert follows(pattern, text)


@pytest.mark.parametrize(("pattern", "text"), examples(shipped_register().patterns, "innocent"))
def test_a_pattern_leaves_its_near_miss_alone(pattern: ScamPattern, text: str) -> None:
    assert not follows(pattern, text)


@pytest.mark.parametrize(("slot", "text"), examples(shipped_register().slots, "matches"))
def test_a_slot_finds_its_own_example(slot: Slot, text: str) -> None:
    assert demands(slot, text)


@pytest.mark.parametrize(("slot", "text"), examples(shipped_register().slots, "innocent"))
def test_a_slot_leaves_its_near_miss_alone(slot: Slot, text: str) -> None:
    assert not demands(slot, text)


def test_every_script_has_its_patterns() -> None:
    counts = Counter(pattern.category for pattern in shipped_register().patterns)
    assert {each for each in ScamCategory if counts[each] < FEWEST_PATTERNS} == set()


def test_every_pattern_is_told_by_examples_and_a_source() -> None:
    thin = [
        pattern.id
        for pattern in shipped_register().patterns
        if min(len(pattern.matches), len(pattern.innocent)) < FEWEST_EXAMPLES or not pattern.sources
    ]
    assert thin == []


def test_no_pattern_has_the_id_of_another() -> None:
    ids = Counter(pattern.id for pattern in shipped_register().patterns)
    assert [each for each, count in ids.items() if count > 1] == []


@pytest.mark.parametrize("slot_id", NEEDED_BY_STATEMENTS)
def test_the_slots_that_never_statements_name_exist(slot_id: str) -> None:
    assert slot_id in {slot.id for slot in shipped_register().slots}


def test_every_word_set_stands_in_a_phrase_or_names_speakers() -> None:
    register = shipped_register()
    written = [phrase for slot in register.slots for phrase in slot.phrases]
    used = {name for phrase in written for name in re.findall(r"[a-z_]+", phrase)}
    unused = {each.name for each in register.word_sets} - used
    assert {each for each in unused if not each.startswith("speaker_")} == set()


def test_no_phrase_ends_on_a_blank_which_no_word_can_follow() -> None:
    phrases = [phrase for slot in shipped_register().slots for phrase in slot.phrases]
    assert [each for each in phrases if each.endswith(" ")] == []
    last = [each.rpartition("{")[2][:-1].split("|") for each in phrases if each.endswith("}")]
    assert [each for words in last for each in words if len(each) > 1 and each[-1] == " "] == []


def test_whatever_adds_up_says_in_a_few_words_what_the_other_party_does() -> None:
    silent = [
        slot.id
        for slot in shipped_register().slots
        if slot.kind in TELLING and slot.caption is None and slot.id != "sign.introduces"
    ]
    assert silent == []
    captions = [slot.caption for slot in shipped_register().slots if slot.caption]
    assert [each for each in captions if len(each.zh) > LONGEST_CAPTION] == []
    assert [each for each in captions if each.zh[-1] in "。，" or each.en[-1] in ".,"] == []
