from app.checking.shown_numbers import has_demand, readable
from app.model.phrases import SlotKind
from app.model.reading import Stance
from tests.number_cases import a_reading


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
