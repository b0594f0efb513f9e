"""A fraud is called by the name that its words make likely, and by none where they do not."""

import pytest
from msgspec.structs import replace

from app.checking.category_naming import CategoryNaming, spoken, words_of
from app.model.phrases import ActGroup, CategoryWords
from app.model.reading import Reading, Stance
from app.model.scam_category import ScamCategory
from tests.builders import a_hit, an_act
from tests.report_cases import a_link, a_reading

LOAN, GAME, PHISHING = ScamCategory.LOAN, ScamCategory.GAME_TRADE, ScamCategory.PHISHING_SMS
SCAN = an_act("act.scan_code", ActGroup.B, "扫码")
TABLE = (
    CategoryWords("loan", 0, ("base",)),
    CategoryWords("loan", 300, ("放款", "loan", "your loan")),
    CategoryWords("loan", 100, ("script.loan",)),
    CategoryWords("game_trade", 300, ("账号", "skin")),
    CategoryWords("phishing_sms", 300, ("点开", "act.scan_code")),
    CategoryWords("other", 100, ("base",)),
)


def named(text: str, *told: ScamCategory, table: tuple[CategoryWords, ...] = TABLE) -> object:
    return CategoryNaming(table).name(a_reading(text), told)


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("今天就能放款", LOAN),
        ("your loan is ready", LOAN),
        ("收一个账号", GAME),
        ("放款和账号", LOAN),
        ("今天天气好", None),
        ("a loaned book", None),
        ("放，款", None),
        ("", None),
    ],
)
def test_the_words_name_the_fraud(text: str, category: ScamCategory | None) -> None:
    assert named(text) is category


def test_what_no_category_describes_gets_no_name() -> None:
    table = (*TABLE, CategoryWords("other", 300, ("蓝屏",)))
    assert named("电脑蓝屏了，放款", table=table) is None


def test_a_recognised_script_names_it_where_the_words_are_in_doubt() -> None:
    assert named("今天天气好", LOAN) is LOAN
    assert named("今天天气好", GAME, LOAN) is GAME


def test_a_script_that_the_words_speak_against_names_nothing() -> None:
    assert named("收一个账号", LOAN) is GAME
    table = (*TABLE, CategoryWords("other", 300, ("蓝屏",)))
    assert named("电脑蓝屏了", GAME, table=table) is None


@pytest.mark.parametrize(
    ("reading", "category"),
    [
        (a_reading("点开看"), None),
        (a_reading("点开看 abc.top", indicators=(a_link("abc.top"),)), PHISHING),
        (replace(a_reading("扫码"), hits=(a_hit(SCAN, 0, 2),)), PHISHING),
        (replace(a_reading("别扫码"), hits=(a_hit(SCAN, 1, 3, Stance.MENTION),)), None),
    ],
    ids=["no link", "link", "a code to scan", "a code not to scan"],
)
def test_a_false_address_needs_an_address(reading: Reading, category: ScamCategory | None) -> None:
    assert CategoryNaming(TABLE).name(reading) is category


def test_words_of_a_link_are_no_words() -> None:
    reading = a_reading("see www.loan.top/loan")
    assert "loan" not in words_of(reading, spoken(reading))
    assert CategoryNaming(TABLE).name(reading) is None


def test_without_a_table_nothing_is_named() -> None:
    naming = CategoryNaming()
    assert naming.name(a_reading("放款")) is None
    assert CategoryNaming(TABLE)
