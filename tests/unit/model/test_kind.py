"""What kind of thing was handed in."""

import pytest

from app.model.indicator import Indicator
from app.model.kind import kind_of
from app.model.submission import Channel
from tests.report_cases import a_link, a_mobile, a_port, a_reading, a_short_code


@pytest.mark.parametrize(
    ("indicators", "kind"),
    [
        ((a_mobile(),), Channel.CALL),
        ((a_short_code("95588"), a_mobile()), Channel.CALL),
        ((a_link("a.cn"),), Channel.LINK),
        ((a_link("a.cn"), a_mobile()), Channel.CALL),
        ((a_port(),), Channel.MESSAGE),
        ((a_port(), a_link("a.cn")), Channel.MESSAGE),
        ((), Channel.MESSAGE),
    ],
)
def test_bare_indicators_tell_the_kind(indicators: tuple[Indicator, ...], kind: Channel) -> None:
    assert kind_of(a_reading(indicators=indicators, bare=True)) is kind


def test_words_around_a_number_make_it_a_message() -> None:
    assert kind_of(a_reading(indicators=(a_mobile(),))) is Channel.MESSAGE


def test_a_sender_without_a_text_called_unless_it_can_only_send() -> None:
    assert kind_of(a_reading("", sender=a_mobile())) is Channel.CALL
    assert kind_of(a_reading("", sender=a_port())) is Channel.MESSAGE
    assert kind_of(a_reading("您好", sender=a_mobile())) is Channel.MESSAGE


@pytest.mark.parametrize("channel", list(Channel))
def test_the_door_the_person_took_comes_first(channel: Channel) -> None:
    assert kind_of(a_reading(indicators=(a_mobile(),), bare=True, channel=channel)) is channel
