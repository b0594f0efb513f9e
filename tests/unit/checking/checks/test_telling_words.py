"""Words that fraudulent messages share warn of a short message, and never decide."""

import pytest

from app.checking.checks.telling_words import TellingWords
from app.checking.circumstances import Surroundings
from app.checking.telling import Telling
from app.model.finding import Finding, Severity
from app.model.phrases import SignWeight, SlotKind
from tests.builders import a_register, a_slot, an_act, found_by

TABLE = {"base": -100, "level": 150, "相册": 150, "看过": 120, "photo": 200, "album": 200}
REGISTER = a_register(
    a_slot("stance.forbids", SlotKind.FORBIDS, "切勿"), an_act("act.pay", "先转五千")
)


def findings(text: str) -> list[Finding]:
    check = TellingWords(Telling(SignWeight(a, b) for a, b in TABLE.items()), Surroundings())
    return found_by(check, text, REGISTER)


def test_the_words_together_warn_and_are_quoted() -> None:
    (found,) = findings("你看过这个相册吗")
    assert found.severity is Severity.WARNING
    assert [each.quote for each in found.evidence] == ["看过这个相册"]


def test_quotations_point_at_the_very_characters() -> None:
    text = "Have you seen the Photo, and then the other album? http://xq-pics.top/a"
    (found,) = findings(text)
    assert [each.quote for each in found.evidence] == ["Photo", "album"]
    assert all(each.span and text[slice(*each.span)] == each.quote for each in found.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "你看过吗",
        "相册",
        "你看过这个相册吗，切勿先转五千",
        "甲：你看过这个相册吗\n乙：还没有",
        "你看过这个相册吗" + "，今天天气好" * 100,
    ],
    ids=["one word", "another", "a warning", "a dialogue", "a long text"],
)
def test_it_is_silent_about(text: str) -> None:
    assert findings(text) == []


def test_disguised_words_count_although_they_cannot_be_quoted() -> None:
    (found,) = findings("你看\u200b过这个相\u200b册吗")
    assert found.severity is Severity.WARNING
