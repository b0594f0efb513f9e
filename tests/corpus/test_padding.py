"""Kind words around a scam hide little: what decides stays, and most of what warns does."""

from app.model.finding import Finding, Severity
from app.model.submission import Submission
from app.model.verdict import VerdictLevel
from app.services.check_service import CheckService
from tests.corpus.test_corpus import ALARMS, cases

KIND = (
    "今天天气不错，晚上一起吃饭吧。孩子的作业写完了没有？明天早上记得带伞，妈妈说周末回来包饺子。\n"
    "你那边工作忙不忙，注意身体，早点休息。下周我们去公园走走，看看花，照几张相，奶奶也想你了。\n"
    "老师说明天下午两点开家长会，请准时到教室。物业通知周三停水，请提前储水，谢谢。\n"
)
LISTED = "详情见 https://www.icbc.com.cn/\n"
LEAST_DANGER, LEAST_WARNED = 0.88, 0.94


def levels(service: CheckService, wanted: tuple[VerdictLevel, ...]) -> list[VerdictLevel]:
    """Return what becomes of the scam texts that come out as wanted, once words surround them."""
    texts = [each.text for each in cases("scam")]
    alone = [text for text in texts if service.check(Submission(text)).verdict.level in wanted]
    assert len(alone) > 100
    return [service.check(Submission(f"{KIND}{text}\n{KIND}")).verdict.level for text in alone]


def test_a_forbidden_act_is_seen_among_kind_words(service: CheckService) -> None:
    found = levels(service, (VerdictLevel.DANGER,))
    assert found.count(VerdictLevel.DANGER) / len(found) >= LEAST_DANGER


def test_a_listed_link_lessens_no_forbidden_act_in_a_talk(service: CheckService) -> None:
    texts = [f"{KIND}{each.text}\n{KIND}" for each in cases("scam")]
    found = [service.check(Submission(text)).findings[:1] for text in texts]
    decided = [text for text, first in zip(texts, found, strict=True) if _decides(first)]
    assert len(decided) > 100
    for text in decided:
        assert _decides(service.check(Submission(f"{text}{LISTED}")).findings[:1])


def _decides(findings: tuple[Finding, ...]) -> bool:
    return any(each.severity is Severity.DECISIVE for each in findings)


def test_most_warnings_are_seen_among_kind_words(service: CheckService) -> None:
    found = levels(service, ALARMS)
    assert sum(each in ALARMS for each in found) / len(found) >= LEAST_WARNED
