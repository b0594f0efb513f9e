from app.checking.shown_numbers import has_demand, readable, shown_numbers
from app.model.phrases import SlotKind
from app.model.reading import Stance
from tests.number_cases import a_reading, bare


def test_the_sender_comes_first_and_has_no_place_in_the_text() -> None:
    sender, number = shown_numbers(a_reading("请拨打95588", sender="95555"))
    assert (sender.number.key, sender.is_sender, sender.evidence()[0].span) == ("95555", True, None)
    assert (number.number.key, number.is_mention) == ("95588", True)


def test_a_number_is_looked_at_once_however_often_it_stands_there() -> None:
    assert len(list(shown_numbers(a_reading("拨打95588，再拨955-88，或９５５８８")))) == 1


def test_a_bare_paste_is_no_mention() -> None:
    assert [each.is_mention for each in shown_numbers(bare("95588"))] == [False]


def test_an_act_that_is_only_mentioned_is_no_demand() -> None:
    assert has_demand(a_reading("x", hits=(SlotKind.ACT,)))
    assert not has_demand(a_reading("x", hits=(SlotKind.ACT,), stance=Stance.MENTION))
    assert not has_demand(a_reading("x", hits=(SlotKind.ROLE, SlotKind.PRETEXT)))


def test_a_key_is_shown_as_it_is_dialled() -> None:
    assert readable("+8675583195555") == "075583195555"
    assert readable("+861065612308") == "01065612308"
    assert readable("+8613800138000") == "13800138000"
    assert readable("+864008205555") == "4008205555"
    assert readable("021-95561") == "021-95561"
    assert readable("+85222331111") == "+85222331111"
