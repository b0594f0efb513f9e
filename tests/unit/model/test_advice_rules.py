"""Grouping the rules of advice."""

from app.model.advice import AdviceAction
from app.model.advice_rules import AdviceRule, sort_rules
from app.model.submission import Channel
from app.model.verdict import VerdictLevel


def a_rule(key: str, rank: int, level: VerdictLevel, *kinds: Channel) -> AdviceRule:
    return AdviceRule(key, AdviceAction.HANG_UP, rank, frozenset({level}), frozenset(kinds))


def test_rules_are_found_by_level_and_kind_in_the_order_of_rank() -> None:
    rules = sort_rules(
        (
            a_rule("late", 20, VerdictLevel.DANGER),
            a_rule("early", 10, VerdictLevel.DANGER, Channel.CALL),
            a_rule("other", 5, VerdictLevel.UNKNOWN),
        ),
        most=3,
        most_of_group=2,
    )
    assert [each.key for each in rules.of(VerdictLevel.DANGER, Channel.CALL)] == ["early", "late"]
    assert [each.key for each in rules.of(VerdictLevel.DANGER, Channel.LINK)] == ["late"]
    assert rules.of(VerdictLevel.OFFICIAL, Channel.LINK) == ()
