"""What holds of the real engine, whatever is pasted."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.finding import Severity
from app.model.report import CheckReport
from app.model.submission import Channel, Submission
from app.model.verdict import VerdictLevel
from app.services.check_service import CheckService

MATERIAL = st.sampled_from(
    (
        *(
            "95588",
            "0095152",
            "１３９１２３４５６７８",
            "①②③",
            "+44 7700 900123",
            "021-96110",
            "９５",
        ),
        *(
            "https://www.icbc.com.cn/a",
            "1cbc.com.cn",
            "icbc.com.cn@evil.top",
            "hxxp://a[.]b",
            "t.cn/a",
        ),
        *("http://[::1", "xn--", "a@icbc.com.cn", "https://", "：//", "。com"),
        *(
            "请把验证码告诉我",
            "马上转入安全账户",
            "切勿",
            "凡是要求",
            "都是诈骗",
            "警方提醒：",
            "共享屏幕",
        ),
        *(
            "【工商银行】",
            "【",
            "】",
            "我:",
            "对方：",
            "\n",
            "。",
            "，",
            " ",
            "★",
            "\u200b",
            "\ud800",
            "\u202e",
        ),
        *("Please share your screen", "never", "scam", "\x00", "<b>", "&lt;", "\\", "{money}", "…"),
    )
)
ANY_TEXT = st.text(st.characters(codec=None), max_size=30)
TEXTS = st.lists(MATERIAL | ANY_TEXT, max_size=8).map("".join)
SENDERS = st.none() | ANY_TEXT | st.sampled_from(("95588", "+8695152", "106955588", "小王"))
CHANNELS = st.none() | st.sampled_from(list(Channel))
DEMANDS = st.sampled_from(
    (
        "请把验证码告诉我。",
        "切勿告诉家人，马上转入安全账户。",
        "请马上打开屏幕共享。",
        "Please share your screen with me now.",
    )
)
AROUND = st.lists(
    st.sampled_from(
        (
            *("95588", "95152", "96110", "110", "https://www.icbc.com.cn/", "【工商银行】"),
            *(
                "谨防诈骗",
                "警方提醒：不要轻信陌生来电",
                "凡是要求转账的都是诈骗",
                "请拨打96110核实",
            ),
            *("本行不会要求您转账", "如有疑问请拨打95588", "今天天气很好", "妈，晚上回家吃饭"),
            *(
                "Police remind you: never trust strangers",
                "This is a genuine call",
                "请核对官方信息",
            ),
        )
    ),
    max_size=4,
).map(lambda each: "".join(f"{sentence}。\n" for sentence in each))
SURROGATE = re.compile("[\ud800-\udfff]")


def checked(service: CheckService, text: str, sender: str | None = None) -> CheckReport:
    return service.check(Submission(text, sender))


@settings(max_examples=200)
@given(text=TEXTS, sender=SENDERS, channel=CHANNELS)
def test_every_submission_gets_an_answer(
    service: CheckService, text: str, sender: str | None, channel: Channel | None
) -> None:
    report = service.check(Submission(text, sender, channel))
    assert report.verdict.level in VerdictLevel
    assert report.advice.steps


@settings(max_examples=200)
@given(text=TEXTS, sender=SENDERS)
def test_every_quotation_is_the_person_s_own_characters(
    service: CheckService, text: str, sender: str | None
) -> None:
    shown = SURROGATE.sub("\ufffd", text)
    for finding in checked(service, text, sender).findings:
        for evidence in finding.evidence:
            if evidence.span is None:
                continue
            assert 0 <= evidence.span.start < evidence.span.end <= len(text)
            quoted = shown[evidence.span.start : evidence.span.end]
            assert evidence.quote
            assert quoted.startswith(SURROGATE.sub("\ufffd", evidence.quote))


@given(text=TEXTS, sender=SENDERS)
def test_every_part_of_a_reading_points_into_the_text(
    service: CheckService, text: str, sender: str | None
) -> None:
    reading = checked(service, text, sender).reading
    placed = (*reading.indicators, *reading.hits, *reading.claims, *reading.signatures)
    assert all(0 <= each.span.start < each.span.end <= len(text) for each in placed)


@given(text=TEXTS, sender=SENDERS)
def test_the_same_submission_always_gets_the_same_answer(
    service: CheckService, text: str, sender: str | None
) -> None:
    assert checked(service, text, sender) == checked(service, text, sender)


@settings(max_examples=150)
@given(before=AROUND, demand=DEMANDS, after=AROUND, sender=SENDERS)
def test_a_forbidden_act_demanded_is_danger_whatever_stands_around_it(
    service: CheckService, before: str, demand: str, after: str, sender: str | None
) -> None:
    report = checked(service, f"{before}\n{demand}\n{after}", sender)
    assert report.verdict.level is VerdictLevel.DANGER
    assert report.findings[0].severity is Severity.DECISIVE


@settings(max_examples=150)
@given(before=ANY_TEXT, demand=DEMANDS, after=ANY_TEXT)
def test_no_characters_on_other_lines_hide_a_demand(
    service: CheckService, before: str, demand: str, after: str
) -> None:
    text = f"{before}\n\n{demand}\n\n{after}"
    assert checked(service, text).verdict.level is VerdictLevel.DANGER


@settings(max_examples=100)
@given(
    demand=DEMANDS.filter(lambda each: not each.isascii()),
    strewn=st.lists(
        st.sampled_from(("", "\u200b", "\u00ad", "\ufe0f", "★")), min_size=60, max_size=60
    ),
)
def test_what_is_strewn_between_hanzi_hides_no_demand(
    service: CheckService, demand: str, strewn: list[str]
) -> None:
    text = "".join(char + between for char, between in zip(demand, strewn, strict=False))
    assert checked(service, text).verdict.level is VerdictLevel.DANGER


@given(text=TEXTS)
def test_a_text_with_anything_but_contacts_is_never_official_without_a_sender(
    service: CheckService, text: str
) -> None:
    report = checked(service, f"{text}你好{text}")
    assert report.verdict.level is not VerdictLevel.OFFICIAL
