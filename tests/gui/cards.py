"""Cards made by hand, as the service would make them."""

from app.model.advice import AdviceAction
from app.model.finding import Severity
from app.model.text_span import Span
from app.model.verdict import VerdictLevel
from app.presentation.verdict_card import (
    Comparison,
    ReasonLine,
    SourceLine,
    StepLine,
    VerdictCard,
)

TEXT = "您好，我是抖音客服，您开通了直播会员，每月扣800元。请下载“云视会议”，把屏幕共享给我取消。"
_SOURCE = SourceLine("抖音公告 · 客服不会要求共享屏幕 · 2025-12", "https://www.douyin.com/notice")

_HEADLINES = {
    "danger": ("别转钱！很可能是诈骗", "Stop. This looks like a scam."),
    "caution": ("小心，有几处不对劲", "Be careful. Some things don't add up."),
    "official": ("名单里有这个号码", "This number is on the list."),
    "unknown": ("没有查到记录", "No record. That does not mean it is genuine."),
    "unfinished": ("没能查完", "We couldn't finish checking."),
}
_SECOND = {
    "danger": ("先挂断，再打110或96110", "Hang up first, then call 110 or 96110."),
    "caution": ("先不要照他说的做", "Do not do what they say yet."),
    "official": (
        "号码能冒充。要核实：挂断，自己按数字拨打",
        "Numbers can be faked: hang up and dial it yourself.",
    ),
    "unknown": ("没查到，不等于是真的", "Nothing found, nothing proven."),
    "unfinished": (
        "名单太旧或内容看不清，请让人帮您看",
        "The list is too old or part was unreadable; ask somebody to look.",
    ),
}


def a_card(level: str = "danger", language: str = "zh", text: str = TEXT) -> VerdictCard:
    zh = language == "zh"
    pick = 0 if zh else 1
    start = text.find("屏幕共享")
    span = Span(start, start + 4) if start >= 0 else Span(0, min(4, len(text)))
    alarming = level in ("danger", "caution")
    reasons = (
        ReasonLine(
            Severity.DECISIVE,
            "他要您共享屏幕。" if zh else "They ask you to share your screen.",
            (text[span.start : span.end],),
            (span,),
            "任何客服都不需要看您的屏幕。" if zh else "No service agent needs to see your screen.",
            _SOURCE,
        ),
        ReasonLine(
            Severity.ALARM,
            "抖音说过：没有“直播会员”这种产品。"
            if zh
            else "Douyin says there is no such membership.",
            (),
            (),
            "",
            _SOURCE,
        ),
    )
    note = ReasonLine(
        Severity.NOTE,
        "95152是抖音的官方电话。" if zh else "95152 is Douyin's own number.",
        (),
        (),
        "",
        None,
    )
    return VerdictCard(
        level=VerdictLevel(level),
        category_name=("冒充电商物流客服" if zh else "Fake customer service")
        if level == "danger"
        else "",
        headline=_HEADLINES[level][pick],
        second_line=_SECOND[level][pick],
        instruction="马上挂断电话" if zh else "Hang up now",
        reasons=reasons if alarming else (),
        notes=(note,),
        comparison=Comparison("抖音客服", "抖音：95152") if level == "caution" else None,
        steps=(
            StepLine(
                AdviceAction.HANG_UP,
                "马上挂断电话，不用跟他解释。" if zh else "Hang up; you owe no explanation.",
                "",
                "",
                "",
            ),
            StepLine(
                AdviceAction.CALL_POLICE,
                "打110报警。钱已经转出去的，更要马上打。" if zh else "Call the police.",
                "110",
                "",
                "公安机关" if zh else "Police",
            ),
            StepLine(
                AdviceAction.OPEN_OFFICIAL_SITE,
                "要上它的网站，自己输入网址。" if zh else "Type the address yourself.",
                "",
                "www.douyin.com",
                "抖音" if zh else "Douyin",
            ),
        ),
        dial="96110",
        dial_owner="反诈专线" if zh else "Anti-fraud hotline",
        questions=(
            ("他要您做什么？", "他说自己是谁？")
            if zh
            else ("What do they want?", "Who do they say they are?")
        )
        if level == "unknown"
        else (),
        sources=(_SOURCE,),
        list_line="名单日期：2026年11月22日（今天）" if zh else "List of 22 November 2026 (today)",
        disclaimer="本程序不是政府软件，名单整理自公开资料。"
        if zh
        else "Not government software. The list is compiled from public sources.",
        text=text,
    )
