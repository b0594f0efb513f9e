"""What rules may ask about the surroundings of an act."""

import pytest

from app.checking.circumstances import Circumstances
from app.model.phrases import ActGroup, SlotKind
from app.model.scam_category import ScamCategory
from tests.builders import (
    a_company,
    a_register,
    a_slot,
    an_act,
    read,
    shipped_slots,
    the_knowledge,
)
from tests.report_cases import a_domain

INSTALL = an_act("act.install", "下载软件", company=("role", "act", "unlisted_link"))
FEE = an_act("act.fee", "先交手续费", company=("group_a",))
SCREEN = an_act("act.screen", "共享屏幕", group=ActGroup.A)
CODE = an_act("act.code", "发我数字", group=ActGroup.A, company=("group_a",))
CASH = an_act("act.cash", "准备现金", group=ActGroup.A, company=("group_a",))
POLICE = a_slot("role.police", SlotKind.ROLE, "我是民警", hints=("authority",))
CREDIT = a_slot("pretext.credit", SlotKind.PRETEXT, "影响征信", hints=("credit_record",))
HURRY = a_slot("pressure.hurry", SlotKind.PRESSURE, "马上办理", hints=("loan",))
REGISTER = a_register(
    INSTALL,
    FEE,
    SCREEN,
    CODE,
    CASH,
    POLICE,
    CREDIT,
    HURRY,
    a_slot("stance.forbids", SlotKind.FORBIDS, "切勿"),
    *shipped_slots(SlotKind.INTRODUCES),
    organizations=(a_company("river", "江河银行"),),
    domains=(a_domain("river", "river.com"),),
)


def around(text: str, sender: str | None = None) -> Circumstances:
    return Circumstances(read(text, REGISTER, sender), the_knowledge(REGISTER))


@pytest.mark.parametrize(
    ("text", "signals"),
    [
        ("您好", set()),
        ("https://river.com/a", {"link"}),
        ("https://else.com/a", {"link", "unlisted_link", "foreign_link", "nameless_link"}),
        ("请看 https://else.com/a", {"link", "unlisted_link"}),
        ("https://tax.gov.uk/a", {"link"}),
        (
            "https://tax.gov.uk.top/a",
            {"link", "unlisted_link", "foreign_link", "nameless_link", "rare_ending"},
        ),
        (
            "Else help: else-help.top/a",
            {"link", "unlisted_link", "foreign_link", "rare_ending", "made_up_host"},
        ),
        ("log in at else.com", {"link", "unlisted_link", "foreign_link", "nameless_link"}),
        ("it will go down today.cn as I said", {"link", "unlisted_link"}),
        ("Ann: see else.com/a\nBob: ok", {"link", "unlisted_link"}),
        ("回电13800138000", {"phone", "mobile"}),
        ("回电0755-83195555", {"phone"}),
        ("回电+852 2345 6789", {"phone", "outside_number"}),
        ("先付500元", {"money"}),
        ("$ 30 please", {"money"}),
        ("500块", {"money"}),
        ("3.5万", {"money"}),
        ("一共500个", set()),
        ("我是江河银行的", {"claimed_organisation", "claim"}),
    ],
)
def test_a_reading_shows_signals(text: str, signals: set[str]) -> None:
    assert set(around(text).signals) == signals


def test_the_sender_s_number_is_a_signal_too() -> None:
    assert {"phone", "outside_number"} <= around("您好", "+44 7700 900123").signals
    assert "phone" not in around("您好", "小王").signals


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("下载软件", False),
        ("我是民警，下载软件", True),
        ("共享屏幕，下载软件", True),
        ("下载软件 https://else.com/", True),
        ("下载软件 https://river.com/", False),
        ("下载软件，下载软件", False),
        ("影响征信，下载软件", False),
    ],
)
def test_an_act_counts_in_the_company_it_asks_for(text: str, *, counts: bool) -> None:
    assert around(text).counts(INSTALL) is counts


def test_an_act_that_asks_for_no_company_counts_alone() -> None:
    assert around("共享屏幕").counts(SCREEN)


@pytest.mark.parametrize(
    ("text", "counts"),
    [("先交手续费", False), ("共享屏幕，先交手续费", True), ("切勿共享屏幕。先交手续费", False)],
)
def test_an_act_of_group_a_is_company_if_it_is_demanded(text: str, *, counts: bool) -> None:
    assert around(text).counts(FEE) is counts


def test_two_acts_that_each_need_the_other_make_neither_count() -> None:
    both = around("发我数字，准备现金")
    assert not both.counts(CODE)
    assert not both.counts(CASH)
    assert around("共享屏幕，发我数字").counts(CODE)


@pytest.mark.parametrize(
    ("wanted", "has"),
    [
        (("role.police",), True),
        (("pretext",), True),
        (("role",), True),
        (("payout",), False),
        (("payout", "role"), True),
        (("money",), True),
        (("unlisted_link",), False),
        ((), False),
    ],
)
def test_it_tells_slots_kinds_and_signals(wanted: tuple[str, ...], *, has: bool) -> None:
    assert around("我是民警，影响征信，罚500元").has(wanted, "act.other") is has


def test_an_act_is_no_company_of_itself() -> None:
    alone = around("共享屏幕")
    assert not alone.has(("act.screen", "act", "group_a"), "act.screen")
    assert alone.has(("act",), "act.other")


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("我是民警", ScamCategory.AUTHORITY),
        ("我是民警，影响征信", ScamCategory.CREDIT_RECORD),
        ("马上办理，我是民警", ScamCategory.AUTHORITY),
        ("我是民警，我是民警，影响征信", ScamCategory.CREDIT_RECORD),
        ("共享屏幕", None),
        ("您好", None),
    ],
)
def test_the_gravest_hints_name_the_script(text: str, category: ScamCategory | None) -> None:
    assert around(text).category is category


def test_what_is_only_mentioned_surrounds_nothing() -> None:
    seen = around("切勿影响征信")
    assert seen.slots == frozenset()
    assert not seen.has(("pretext",), "act.other")
    assert seen.category is None


@pytest.mark.parametrize(
    ("text", "signals"),
    [
        ("https://river.com/a", {"listed_links"}),
        ("请看 https://else.com/a", {"unlisted_link"}),
        ("look https://else.com/a", {"foreign_link", "nameless_link"}),
        ("[River] look https://else.com/a", {"foreign_link", "nameless_link"}),
        ("【江河】您好", {"leads_nowhere"}),
        ("【江河】回电13800138000", {"mobile"}),
        ("【江河】回电0755-83195555", set()),
        ("【江河】看 https://else.com/a", {"unlisted_link"}),
        ("【江河】看 https://river.com/a", {"listed_links", "leads_nowhere"}),
    ],
)
def test_what_a_text_leads_to_is_weighed(text: str, signals: set[str]) -> None:
    assert set(around(text).weighed_signals) == signals
