import pytest

from app.checking.checks.number_origin import NumberOrigin
from app.model.finding import Severity
from app.model.phrases import SlotKind
from app.model.reading import Reading
from app.model.submission import Channel
from tests.number_cases import KNOWLEDGE, a_reading, bare

ACT, ROLE, PRETEXT = SlotKind.ACT, SlotKind.ROLE, SlotKind.PRETEXT


def found(reading: Reading) -> list[tuple[str, Severity]]:
    return [
        (each.reason.removeprefix("number_origin."), each.severity)
        for each in NumberOrigin().examine(reading, KNOWLEDGE)
        if isinstance(each.reason, str)
    ]


@pytest.mark.parametrize("text", ["+44 7911 123456", "+852 51234567", "00886912345678"])
def test_a_number_from_outside_alone_is_a_note(text: str) -> None:
    assert found(bare(text)) == [("outside", Severity.NOTE)]


def test_a_listed_number_of_hong_kong_is_exempt() -> None:
    assert found(bare("+852 2233 1111")) == []


def test_a_number_from_outside_that_claims_a_mainland_body_warns() -> None:
    warns = [("outside_claims", Severity.WARNING)]
    assert found(a_reading("联系+44 7911 123456", hits=(ROLE, ACT))) == warns
    assert found(a_reading("联系+44 7911 123456", hits=(ROLE, PRETEXT))) == warns
    assert found(a_reading("我是工行", sender="+447911123456", claims=("icbc",))) == warns
    assert found(a_reading("联系+44 7911 123456", hits=(ROLE,))) == [("outside", Severity.NOTE)]
    assert found(a_reading("联系+44 7911 123456", hits=(ACT,))) == [("outside", Severity.NOTE)]


def test_a_400_number_that_called_warns_and_one_to_dial_does_not() -> None:
    assert found(a_reading("您好", sender="4008205555")) == [("service_called", Severity.WARNING)]
    assert found(a_reading("您好", sender="4001112222")) == [("service_called", Severity.WARNING)]
    assert found(a_reading("请拨打4008205555")) == []
    assert found(bare("4008205555")) == []


def test_a_port_can_write_and_cannot_call() -> None:
    assert found(a_reading("您好", sender="106900012345")) == []
    called = a_reading("您好", sender="106900012345", channel=Channel.CALL)
    assert found(called) == [("port_called", Severity.WARNING)]


def test_a_line_that_only_answers_warns_when_it_called() -> None:
    called = a_reading("您好", sender="12333", channel=Channel.CALL)
    assert found(called) == [("receives_only", Severity.WARNING)]
    assert found(a_reading("您好", sender="95152", channel=Channel.CALL)) == []


def test_an_emergency_number_on_the_display_is_a_note() -> None:
    assert found(a_reading("您好", sender="110")) == [("emergency_display", Severity.NOTE)]
    assert found(bare("110")) == []


def test_virtual_operators_and_machines_are_hints_only() -> None:
    assert found(bare("17012345678")) == [("virtual", Severity.NOTE)]
    assert found(bare("1410123456789")) == [("machine", Severity.NOTE)]
    assert found(bare("13812345678")) == []
