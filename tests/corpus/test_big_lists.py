"""What a mark in a big list does to a whole answer, and what it may never do."""

from datetime import date
from functools import cache

import pytest

from app.checking.engine import Engine
from app.checking.knowledge import Knowledge
from app.checking.lookalike_index import LookalikeIndex
from app.checking.lookalike_words import load_lookalike_words
from app.checking.number_likeness import NumberLikeness
from app.checking.roster import roster
from app.feed.advice_tables import read_advice_rules
from app.model.feed_index import ListKind
from app.model.freshness import AgeLimits
from app.model.language import Language
from app.model.report import CheckReport
from app.model.submission import Submission
from app.model.verdict import VerdictLevel
from app.presentation.card_lines import reason_lines
from app.reading.numbering_plan import read_plan
from app.reading.skeleton import load_skeletons
from tests.builders import a_reader
from tests.lists import SmallList, a_small_list
from tests.shipped import RESOURCES, shipped_register, shipped_words

DAY = date(2026, 11, 25)
MOBILE = "+8613912345678"
NUMBERS = a_small_list(MOBILE, "95588")
REVIEWED = a_small_list(MOBILE, name="reviewed", reviewed=True)
SITES = a_small_list("evil-pages.cn", "icbc.com.cn", kind=ListKind.DOMAINS, name="sites")


@cache
def engine(*lists: SmallList, allowed: frozenset[str] = frozenset()) -> Engine:
    register = shipped_register()
    words = load_lookalike_words(RESOURCES)
    likeness = NumberLikeness(register, read_plan(RESOURCES / "numbering" / "cn.toml"))
    checks = roster(
        register, LookalikeIndex(register, load_skeletons(RESOURCES), words), likeness, lambda: DAY
    )
    rules = read_advice_rules(RESOURCES / "advice")
    knowledge = Knowledge(register, lists, allowed)
    return Engine(a_reader(register), knowledge, checks, rules, AgeLimits(), DAY)


def check(text: str, *lists: SmallList, allowed: frozenset[str] = frozenset()) -> CheckReport:
    return engine(*lists, allowed=allowed).check(Submission(text), DAY)


def level(text: str, *lists: SmallList, allowed: frozenset[str] = frozenset()) -> VerdictLevel:
    return check(text, *lists, allowed=allowed).verdict.level


def test_a_reviewed_mark_is_red_a_reported_one_orange() -> None:
    assert level("13912345678") is VerdictLevel.UNKNOWN
    assert level("13912345678", NUMBERS) is VerdictLevel.CAUTION
    assert level("13912345678", NUMBERS, REVIEWED) is VerdictLevel.DANGER
    assert level("https://a.evil-pages.cn/x", SITES) is VerdictLevel.CAUTION


@pytest.mark.parametrize("text", ["95588", "https://www.icbc.com.cn/"])
def test_a_mark_on_a_listed_contact_changes_nothing(text: str) -> None:
    assert check(text, NUMBERS, SITES) == check(text)
    assert level(text, NUMBERS, SITES) is VerdictLevel.OFFICIAL


def test_a_mark_set_aside_leaves_what_there_was_without_the_list() -> None:
    free = frozenset({MOBILE})
    assert check("13912345678", REVIEWED, allowed=free) == check("13912345678")


@pytest.mark.parametrize("lists", [(), (NUMBERS,), (REVIEWED,)])
def test_setting_a_number_free_frees_nothing_that_is_demanded(
    lists: tuple[SmallList, ...],
) -> None:
    text = "我是公安局的，请马上把钱转到安全账户，有事打13912345678，验证码发给我。"
    assert level(text, *lists, allowed=frozenset({MOBILE})) is VerdictLevel.DANGER


@pytest.mark.parametrize("language", Language)
def test_whoever_is_marked_reads_why_until_when_and_whom_to_write_to(language: Language) -> None:
    report = check("13912345678", NUMBERS)
    catalog = shipped_words(language)
    (line,) = (
        each for each in reason_lines(report.findings, catalog) if "appeal@example.com" in each.text
    )
    for words in ("13912345678", "2026-11-01", "2026-12-01"):
        assert words in line.text
    assert NUMBERS.about.reason.into(language) in line.text
    assert line.source is not None
    assert "某份名单" in line.source.text
    assert "2026-11-01" in line.source.text
