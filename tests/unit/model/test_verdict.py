"""Red and orange warn, and nothing else does."""

from app.model.verdict import VerdictLevel


def test_only_red_and_orange_are_alarms() -> None:
    alarms = [each for each in VerdictLevel if each.is_alarm]
    assert alarms == [VerdictLevel.DANGER, VerdictLevel.CAUTION]
