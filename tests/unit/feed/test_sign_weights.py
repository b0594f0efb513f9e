"""A table of weights that names nothing, or breaks a law of judging, is refused."""

import pytest

from app.feed.sign_weights import refuse_strange_weights, refuse_strange_wording
from app.model.errors import InvalidTableError
from app.model.phrases import SignWeight, SlotKind, WeighedWords
from tests.builders import WEIGHT_LEVELS, a_slot, the_patterns

SLOTS = (
    a_slot("role.police", SlotKind.ROLE, "我是民警"),
    a_slot("notice.bill", SlotKind.NOTICE, "本月账单"),
)
LEVELS = WEIGHT_LEVELS | {"base": -300}


def check(**signs: int) -> None:
    table = LEVELS | {
        sign.replace("__", ".").replace("_and_", "+"): each for sign, each in signs.items()
    }
    refuse_strange_weights(SLOTS, [SignWeight(sign, each) for sign, each in table.items()])


def test_slots_signals_and_pairs_may_weigh() -> None:
    check(role__police=100, notice__bill=-50, unlisted_link=40, role_and_ask=20, link_and_sign=5)
    refuse_strange_weights(SLOTS, [])


@pytest.mark.parametrize(
    ("signs", "named"),
    [
        ({"role__nobody": 10}, "role.nobody"),
        ({"role_and_nobody": 10}, "role+nobody"),
        ({"some_signal": 10}, "some_signal"),
        ({"role__police": -10}, "role.police"),
        ({"notice__bill": 10}, "notice.bill"),
        ({"listed_links": 10}, "listed_links"),
        ({"orange": 0}, "red"),
        ({"script": 300}, "red"),
        ({"red": 150}, "red"),
        ({"part": 90}, "red"),
        ({"alone": 290}, "red"),
        ({"doubt": 10}, "red"),
        ({"disbelief": -40}, "red"),
        ({"backing": -60}, "red"),
        ({"backing": 160}, "red"),
    ],
)
def test_a_strange_weight_is_refused(signs: dict[str, int], named: str) -> None:
    with pytest.raises(InvalidTableError) as error:
        check(**signs)
    assert error.value.values["row"] == named


def test_a_missing_level_and_a_doubled_sign_are_refused() -> None:
    levels = [SignWeight(sign, each) for sign, each in LEVELS.items()]
    with pytest.raises(InvalidTableError, match="invalid-table"):
        refuse_strange_weights(SLOTS, levels[1:])
    with pytest.raises(InvalidTableError, match="invalid-table"):
        refuse_strange_weights(SLOTS, [*levels, levels[0]])


def test_a_demand_of_group_a_never_weighs_less_than_its_floor_in_what_ships() -> None:
    weights = {each.sign: each.hundredths for each in the_patterns().weights}
    gravest = {each.id for each in the_patterns().slots if each.group == "a"}
    assert all(weights[each] >= 100 for each in gravest if each in weights)
    assert len(gravest & weights.keys()) >= 8


def check_words(*rows: WeighedWords, orange: int = 100) -> None:
    levels = [SignWeight("base", -80), SignWeight("orange", orange)]
    refuse_strange_wording([WeighedWords(140, ("相册", "pay now")), *rows], levels)


@pytest.mark.parametrize(
    ("hundredths", "word"),
    [
        (10, "相册看过"),
        (10, "a"),
        (10, "a b c"),
        (10, "相册"),
        (10, ""),
        (10, "相x"),
        (181, "看过"),
        (-201, "看过"),
    ],
)
def test_a_word_that_could_not_be_found_or_would_warn_alone_is_refused(
    hundredths: int, word: str
) -> None:
    check_words(WeighedWords(10, ("看", "看过了")))
    with pytest.raises(InvalidTableError):
        check_words(WeighedWords(hundredths, (word,)))


def test_no_word_weighs_more_than_two() -> None:
    check_words(WeighedWords(200, ("看过",)), orange=900)
    with pytest.raises(InvalidTableError):
        check_words(WeighedWords(201, ("看过",)), orange=900)
