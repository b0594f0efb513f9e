"""The card of a finished case."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from app.model.finding import Evidence, Severity
from app.model.freshness import Freshness
from app.model.indicator import Indicator
from app.model.language import Language
from app.model.reading import Omission
from app.model.report import CheckReport
from app.model.scam_category import ScamCategory
from app.model.submission import Channel
from app.model.text_span import Span
from app.model.verdict import VerdictLevel
from app.presentation.card_builder import build_card
from app.presentation.catalog import Catalog
from app.presentation.verdict_card import VerdictCard
from tests.report_cases import (
    AS_OF,
    KNOWLEDGE,
    SOURCE,
    a_finding,
    a_link,
    a_mobile,
    a_reading,
    a_report,
    a_short_code,
    listed,
)
from tests.shipped import shipped_words

ZH = shipped_words(Language.ZH)
EN = shipped_words(Language.EN)


def card_of(report: CheckReport, catalog: Catalog = ZH, today: date = AS_OF) -> VerdictCard:
    return build_card(report, catalog, KNOWLEDGE, today)


def official_card(indicator: Indicator, owner: str, catalog: Catalog = ZH) -> VerdictCard:
    reading = a_reading(indicator.as_written, indicators=(indicator,), bare=True)
    return card_of(
        a_report(VerdictLevel.OFFICIAL, reading, findings=(listed(indicator, owner),)), catalog
    )


def test_red_says_stop_and_shows_110_in_large_digits() -> None:
    reading = a_reading(channel=Channel.CALL)
    card = card_of(a_report(VerdictLevel.DANGER, reading, findings=(a_finding(Severity.ALARM),)))
    assert card.headline == "别转钱！很可能是诈骗"
    assert card.second_line == "先挂断，再打110或96110"
    assert card.instruction == "马上挂断电话"
    assert (card.dial, card.dial_owner) == ("110", "公安机关")


def test_a_known_script_tells_what_comes_next() -> None:
    card = card_of(
        a_report(
            VerdictLevel.DANGER,
            findings=(a_finding(Severity.ALARM),),
            category=ScamCategory.CUSTOMER_SERVICE,
        )
    )
    assert card.category_name == "冒充客服"
    assert "冒充客服" in card.second_line
    assert "共享屏幕" in card.second_line


def test_at_most_three_reasons_the_weightiest_first() -> None:
    findings = tuple(
        a_finding(severity, zh)
        for severity, zh in (
            (Severity.WARNING, "一"),
            (Severity.DECISIVE, "二"),
            (Severity.ALARM, "三"),
            (Severity.WARNING, "四"),
        )
    )
    card = card_of(a_report(VerdictLevel.DANGER, findings=findings))
    assert [each.text for each in card.reasons] == ["二", "三", "一"]


def test_the_same_reason_is_given_once() -> None:
    findings = (a_finding(zh="一"), a_finding(zh="一", order=4), a_finding(zh="二"))
    card = card_of(a_report(VerdictLevel.CAUTION, findings=findings))
    assert [each.text for each in card.reasons] == ["一", "二"]


def test_a_warning_beside_what_decided_is_a_reason_too() -> None:
    decisive, warning = a_finding(Severity.DECISIVE, "一"), a_finding(zh="二")
    report = a_report(VerdictLevel.DANGER, findings=(decisive, warning), decided_by=(decisive,))
    assert [each.text for each in card_of(report).reasons] == ["一", "二"]


def test_calm_findings_are_notes_and_the_rest_is_counted() -> None:
    findings = tuple(a_finding(Severity.NOTE, f"说明{place}") for place in range(7))
    card = card_of(a_report(VerdictLevel.UNKNOWN, findings=findings, decided_by=()))
    assert card.reasons == ()
    texts = [each.text for each in card.notes]
    assert texts == ["说明0", "说明1", "说明2", "说明3", "还有3条，没有都列出来。"]


def test_the_hints_of_purple_are_its_reasons() -> None:
    findings = tuple(a_finding(Severity.NOTE, f"说明{place}") for place in range(4))
    mentioned = listed(a_short_code("95588"), "icbc")
    card = card_of(a_report(VerdictLevel.UNKNOWN, findings=(*findings, mentioned)))
    assert [each.text for each in card.reasons] == ["说明0", "说明1", "说明2"]
    assert [each.text for each in card.notes] == ["说明3", "名单里有它。"]


def test_thousands_of_findings_are_no_burden() -> None:
    findings = tuple(a_finding(Severity.NOTE, f"说明{place}") for place in range(5000))
    card = card_of(a_report(VerdictLevel.UNKNOWN, findings=findings, decided_by=()))
    assert "4996" in card.notes[-1].text


def test_what_was_not_read_is_said_under_an_alarm_too() -> None:
    reading = a_reading(omission=Omission(characters=1234, links=2))
    card = card_of(a_report(VerdictLevel.DANGER, reading, findings=(a_finding(),)))
    said = " ".join(each.text for each in card.notes)
    assert "1234" in said
    assert "2个" in said


def test_a_look_alike_stands_beside_the_genuine_number() -> None:
    finding = a_finding(
        evidence=(Evidence("0095152"),), organization_id="douyin", genuine="95152", source=SOURCE
    )
    card = card_of(a_report(VerdictLevel.CAUTION, findings=(finding,)))
    assert card.comparison is not None
    assert "0095152" in card.comparison.claimed
    assert "抖音" in card.comparison.registered
    assert "95152" in card.comparison.registered
    assert card.dial == "95152"


def test_a_claim_stands_beside_the_listed_number() -> None:
    reading = a_reading("我是工商银行客服", claims=("icbc",))
    card = card_of(a_report(VerdictLevel.DANGER, reading, findings=(a_finding(),)))
    assert card.comparison is not None
    assert "工商银行" in card.comparison.claimed
    assert "95588" in card.comparison.registered


def test_an_unlisted_link_stands_beside_the_genuine_site_though_it_alone_proves_nothing() -> None:
    note = a_finding(
        Severity.NOTE, evidence=(Evidence("b.top"),), organization_id="icbc", genuine="icbc.com.cn"
    )
    card = card_of(a_report(VerdictLevel.DANGER, findings=(a_finding(), note)))
    assert card.comparison is not None
    assert card.comparison.claimed == "b.top"
    assert "icbc.com.cn" in card.comparison.registered


def test_what_a_vague_check_says_stays_away_where_a_plain_reason_weighs_as_much() -> None:
    vague = replace(a_finding(Severity.ALARM, "weighed_signs"), check="weighed_signs")
    plain = a_finding(Severity.ALARM, "要您共享屏幕。")
    texts = [
        e.text for e in card_of(a_report(VerdictLevel.DANGER, findings=(vague, plain))).reasons
    ]
    assert texts == ["要您共享屏幕。"]
    mild = a_finding(Severity.WARNING, "要您加微信。")
    said = card_of(a_report(VerdictLevel.DANGER, findings=(vague, mild))).reasons
    assert [each.text for each in said] == ["weighed_signs", "要您加微信。"]


def test_a_link_is_not_called_unknown_where_another_sentence_is_about_it() -> None:
    proof = (Evidence("b.top", Span(0, 5)),)
    said = a_finding(Severity.NOTE, "不是它的网址。", evidence=proof)
    unlisted = replace(said, reason="link_shape.unlisted", values=(("host", "b.top"),))
    both = card_of(a_report(VerdictLevel.DANGER, findings=(said, unlisted))).notes
    assert [each.text for each in both] == ["不是它的网址。"]
    alone = card_of(a_report(VerdictLevel.DANGER, findings=(unlisted,))).notes
    assert "b.top" in alone[0].text


def test_beside_an_alarm_nothing_is_said_to_be_only_mentioned() -> None:
    spoken_of = replace(a_finding(Severity.NOTE), reason="forbidden_act.mentioned")
    alarm = a_finding(Severity.ALARM, "要您转钱。")
    assert card_of(a_report(VerdictLevel.DANGER, findings=(alarm, spoken_of))).notes == ()
    (hint,) = card_of(a_report(VerdictLevel.UNKNOWN, findings=(spoken_of,))).reasons
    assert "不是在叫您做" in hint.text


def test_nothing_to_compare_is_no_comparison() -> None:
    assert card_of(a_report(VerdictLevel.DANGER, findings=(a_finding(),))).comparison is None


def test_a_listed_number_is_called_listed_and_no_more() -> None:
    card = official_card(a_short_code("95588"), "icbc")
    assert card.headline == "名单里有这个号码"
    assert "号码能冒充" in card.second_line
    assert card.dial == "95588"
    assert len(card.reasons) == 1
    assert card.sources


def test_a_listed_site_names_its_owner() -> None:
    card = official_card(a_link("douyin.com"), "douyin")
    assert card.headline == "网址属于抖音"
    assert "未必是抖音发的" in card.second_line


def test_the_anti_fraud_line_is_to_be_answered_behind_an_area_code_too() -> None:
    for code in (a_short_code("96110"), a_short_code("96110", "0536")):
        card = official_card(code, "national-anti-fraud")
        assert card.headline == "反诈预警电话，请接听"
        assert "96110" in card.second_line
    assert official_card(code, "national-anti-fraud", EN).headline.endswith("do answer")


def test_a_reminder_number_asks_for_no_click() -> None:
    card = official_card(a_short_code("12381"), "miit-12381")
    assert card.instruction == "只看提醒，不点链接"


def test_110_is_said_to_be_the_police_that_can_be_faked() -> None:
    card = official_card(a_short_code("110"), "police")
    assert card.headline == "110是报警电话"
    assert "能冒充" in card.second_line


def test_one_community_list_gives_calmer_words() -> None:
    card = official_card(a_short_code("95000"), "shop")
    assert card.headline == "一份公开名单里有它"
    assert "没有确认过" in card.second_line


def test_a_number_that_only_sends_is_not_to_be_dialled() -> None:
    card = official_card(a_short_code("121239999"), "traffic")
    assert card.headline == "名单里有这个短信号码"
    assert "自己按数字拨" not in card.second_line + card.instruction
    assert card.dial != "121239999"


def test_two_listed_numbers_get_the_common_words() -> None:
    numbers = a_short_code("96110"), a_short_code("95588")
    reading = a_reading("96110 95588", indicators=numbers, bare=True)
    findings = (listed(numbers[0], "national-anti-fraud"), listed(numbers[1], "icbc"))
    card = card_of(a_report(VerdictLevel.OFFICIAL, reading, findings=findings))
    assert card.headline == "名单里有这个号码"


def test_a_listed_number_that_is_mentioned_does_not_name_the_verdict() -> None:
    number = a_short_code("96110")
    report = a_report(
        VerdictLevel.UNKNOWN, findings=(listed(number, "national-anti-fraud"),), decided_by=()
    )
    card = card_of(report)
    assert card.headline == "没有查到记录"
    assert len(card.notes) == 1


def test_purple_asks_two_questions_and_no_other_level_does() -> None:
    assert len(card_of(a_report(VerdictLevel.UNKNOWN)).questions) == 2
    for level in set(VerdictLevel) - {VerdictLevel.UNKNOWN}:
        assert card_of(a_report(level)).questions == ()


@pytest.mark.parametrize(
    ("text", "half"), [("13", True), ("138 1234-567", True), ("五月13", False), ("", False)]
)
def test_half_a_number_is_called_so(text: str, *, half: bool) -> None:
    card = card_of(a_report(VerdictLevel.UNKNOWN, a_reading(text)))
    assert any("不是完整的" in each.text for each in card.reasons) is half


def test_a_number_that_is_whole_is_not_called_half() -> None:
    reading = a_reading("13812345678", indicators=(a_mobile(),), bare=True)
    assert card_of(a_report(VerdictLevel.UNKNOWN, reading)).reasons == ()


def test_a_half_seen_script_stays_away_beside_the_one_that_decided() -> None:
    decisive = replace(a_finding(Severity.ALARM, "要您先交钱。"), category=ScamCategory.INVESTMENT)
    other = replace(
        a_finding(Severity.WARNING, "自称熟人。"),
        check="scam_script",
        category=ScamCategory.ACQUAINTANCE,
    )
    card = card_of(
        a_report(VerdictLevel.DANGER, findings=(decisive, other), category=ScamCategory.INVESTMENT)
    )
    assert [each.text for each in card.reasons] == ["要您先交钱。"]


def test_a_stale_list_is_why_it_could_not_finish() -> None:
    report = a_report(VerdictLevel.UNFINISHED, freshness=Freshness.STALE)
    card = card_of(report, today=AS_OF + timedelta(days=400))
    assert "太旧" in card.second_line
    assert "太旧" in card.list_line
    assert "400天前" in card.list_line


def test_nothing_pasted_is_why_it_could_not_finish() -> None:
    card = card_of(a_report(VerdictLevel.UNFINISHED, a_reading("", legible=False)))
    assert "没有看到" in card.second_line


@pytest.mark.parametrize("level", list(VerdictLevel))
def test_the_age_of_the_list_and_who_we_are_not_is_always_said(level: VerdictLevel) -> None:
    card = card_of(a_report(level))
    assert "2026年11月1日" in card.list_line
    assert "不是政府软件" in card.disclaimer


def test_a_clock_behind_the_list_shows_no_age() -> None:
    assert "天前" not in card_of(a_report(VerdictLevel.UNKNOWN), today=date(2020, 1, 1)).list_line


def test_the_text_keeps_every_place_and_shows_what_acts() -> None:
    card = card_of(a_report(VerdictLevel.UNKNOWN, a_reading("a\x00b\u202ec")))
    assert card.text == "a␀b␦c"


def test_each_source_is_listed_once() -> None:
    findings = (a_finding(zh="一", source=SOURCE), a_finding(zh="二", source=SOURCE))
    assert len(card_of(a_report(VerdictLevel.CAUTION, findings=findings)).sources) == 1
