"""What is printed: the verdict, the number, the reasons, and nothing else that was pasted."""

from datetime import datetime

from msgspec.structs import replace

from app.host.clock import MAINLAND
from app.model.language import Language
from app.presentation.paper import Checklist, PaperWeight, case_code, police_sheet, slip
from tests.gui.cards import a_card
from tests.shipped import shipped_words

MOMENT = datetime(2026, 11, 25, 14, 5, tzinfo=MAINLAND)
WORDS = shipped_words(Language.ZH)


def test_the_slip_tells_verdict_number_reasons_date_list_and_code() -> None:
    card = a_card("danger")
    text = slip(card, WORDS, "0123456789abcdef", MOMENT, 7).text()
    for said in (card.headline, card.instruction, card.dial, card.dial_owner, card.list_line):
        assert said in text
    assert all(each.text in text for each in card.reasons)
    assert "2026-11-25 14:05" in text
    assert "01234567" in text
    assert "1125-0007" in text


def test_the_slip_tells_what_was_checked_with_numbers_and_names_covered() -> None:
    card = a_card("danger", text="我的卡号是6222021234567890，姓名王芳，" * 3)
    text = slip(card, WORDS, "0", MOMENT, 1).text()
    assert "查的是：“我的卡号是6222********7890，姓名王*" in text
    assert "021234567890" not in text
    assert "王芳" not in text


def test_of_a_long_text_the_slip_holds_no_more_than_sixty_letters() -> None:
    for said in ("请转账到我们的账户" * 30, "please send the money to us " * 30):
        (line,) = (
            each.text
            for each in slip(a_card("danger", text=said), WORDS, "0", MOMENT, 1).lines
            if each.text.startswith("查的是")
        )
        assert line.endswith("…”")
        assert len(line) <= 4 + 2 + (30 if said.startswith("请") else 60)


def test_a_reason_stands_with_its_own_words_covered_and_only_once() -> None:
    number = "13812345678"
    first, second = a_card("danger").reasons
    told = (
        replace(first, text=f"有人举报过{number}。", quotes=(number, "请共享屏幕")),
        replace(second, quotes=("请共享屏幕",)),
    )
    card = replace(a_card("danger", text=f"打{number}，请共享屏幕"), reasons=told)
    text = slip(card, WORDS, "0", MOMENT, 1).text()
    assert number not in text
    assert "有人举报过138****5678。" in text
    assert text.count("\n“请共享屏幕”\n") == 1


def test_nothing_is_quoted_twice_that_was_all_that_was_checked() -> None:
    card = a_card("danger", text="请共享屏幕")
    card = replace(card, reasons=(replace(card.reasons[0], quotes=("请共享屏幕",)),))
    assert slip(card, WORDS, "0", MOMENT, 1).text().count("请共享屏幕") == 1


def test_letters_have_at_least_twenty_points() -> None:
    assert slip(a_card(), WORDS, "0", MOMENT, 1).points >= 20


def test_steps_may_go_and_the_number_may_not() -> None:
    lines = slip(a_card(), WORDS, "0", MOMENT, 1).lines
    assert all(not each.may_go for each in lines if each.weight is not PaperWeight.BODY)
    assert any(each.may_go for each in lines)


def test_codes_count_and_come_round() -> None:
    assert case_code(MOMENT, 12) == "1125-0012"
    assert case_code(MOMENT, 10012) == "1125-0012"


def test_an_empty_answer_leaves_a_line_for_a_pen() -> None:
    evidence = Checklist("留着", ("√ 聊天记录", "□ 收据"))
    paper = police_sheet("情况", (("姓名", "王芳"), ("账号", "")), "念", ("你好。",), evidence)
    text = paper.text()
    assert "姓名：王芳" in text
    assert "账号：＿＿" in text
    assert text.endswith("你好。\n留着\n√ 聊天记录\n□ 收据\n")
