"""What must come out so, and stay so: one paste a row, through the real engine and register."""

import re

import pytest

from app.assembly import Application
from app.model.finding import Severity
from app.model.language import Language
from app.model.report import CheckReport
from app.model.scam_category import ScamCategory
from app.model.submission import Submission
from app.model.verdict import VerdictLevel
from app.presentation.plain_text import plain_text
from app.services.check_service import CheckService

O, D, C, U = (  # noqa: E741 -- one letter each keeps a row of the table on a line
    VerdictLevel.OFFICIAL,
    VerdictLevel.DANGER,
    VerdictLevel.CAUTION,
    VerdictLevel.UNKNOWN,
)
ALARM = frozenset({D, C})
NOT_OFFICIAL = frozenset({U, C, D})

LIVE_ZH = (
    "您好，这里是抖音客服，您开通的直播会员从今天起每月扣800元，"
    "不想扣费就打开会议软件把屏幕共享给我"
)
LIVE_EN = (
    "Douyin service here: your live membership will cost 800 a month from today"
    " unless you open this meeting app and share your screen"
)

OFFICIAL_CONTACTS = {
    "95152": "抖音",
    "951 52": "抖音",
    "９５１５２": "抖音",
    "110": "公安",
    "96110": "反诈",
    "0536-96110": "反诈",
    "12381": "工业和信息化部",
    "12306": "铁路",
    "10086": "移动",
    "95588": "工商银行",
    "021-95561": "兴业",
    "https://www.douyin.com/user/abc": "抖音",
    "95588.com": "工商银行",
    "12306.cn": "铁路",
}
RESEMBLING = {
    "0095152": "95152",
    "+86 95152": "95152",
    "95152-8": "95152",
    "951520": "95152",
    "021-95588": "95588",
    "0086-96110": "96110",
    "0311-110": "110",
}
IMITATING = {
    "douyin.com.verify-kf.cn": "www.douyin.com",
    "https://evil.top\\@icbc.com.cn": "www.icbc.com.cn",
    "icbc.com.cn@evil.top": "www.icbc.com.cn",
    "https://ісbс.com.cn": "www.icbc.com.cn",
    "1cbc.com.cn": "www.icbc.com.cn",
}
SCRIPTS = {
    "live membership": (LIVE_ZH, "customer_service"),
    "live membership in English": (LIVE_EN, "customer_service"),
    "police, secrecy and a checking account": (
        "我是市公安局的民警，您名下的卡涉嫌洗钱，案件保密，不要告诉家里人，请把钱转到安全账户核查",
        "authority",
    ),
    "police in English": (
        (
            "This is the police. Your card is part of a money laundering case. Tell nobody, and"
            " move your money to the safe account for checking."
        ),
        "authority",
    ),
    "likes that are paid until money is advanced": (
        "刷单返利：您已完成三单，第四单是连单，需要先垫付5000元，做完才能提现佣金",
        "task_rebate",
    ),
    "a flight refund by screen": (
        "【南方航空】您乘坐的航班因机械故障取消，请联系客服打开屏幕共享，办理退票并领取300元延误补偿",
        "flight_refund",
    ),
    "credit repaired by moving money": (
        "我是京东金条客服，您的学生贷记录影响征信，要把各平台的额度提出来转到银监会账户清空才能消除记录",
        "credit_record",
    ),
    "money brought back for a fee": (
        "我是网警，可以帮您把被骗的钱追回来，先交500元立案费就能办",
        "recovery",
    ),
    "ETC with a deadline": (
        "【ETC】您的ETC今日将停用，请在24小时内点击 etc-renzheng.top/a 重新认证，逾期无法通行",
        "phishing_sms",
    ),
    "health insurance with a deadline": (
        "【医保局】您的医保卡今天将停用，请立即登录 ybj-gov.cc 激活，以免影响看病",
        "phishing_sms",
    ),
    "a grandson and a courier": (
        "奶奶，我是您孙子，我打架把人打伤了要赔钱，您准备五万块现金，我叫同学来家里拿，千万别告诉我爸",
        "acquaintance",
    ),
    "a boss who cannot speak": (
        "我是王总，我在开会不方便接电话，你马上转20万到这个账户，先别跟别人说",
        "acquaintance",
    ),
}
LEVELS: dict[str, tuple[str, frozenset[VerdictLevel]]] = {
    "a call-centre code": ("95001", frozenset({U})),
    "an unknown mobile": ("13912345678", frozenset({U})),
    "a number of the United Kingdom": ("+44 7700 900123", frozenset({U})),
    "a number of Hong Kong": ("+852 2345 6789", frozenset({U})),
    "an area code and 110": ("0311-110", frozenset({C})),
    "a bank claimed from outside": (
        "【工商银行】您的账户存在风险，请致电+44 7700 900123，立即转账到安全账户",
        ALARM,
    ),
    "police claimed from outside": (
        "我是公安局民警，请加我微信配合调查，回电 +852 2345 6789",
        ALARM,
    ),
    "a listed number beside a mobile": ("95588 13912345678", NOT_OFFICIAL),
    "a listed number that sends one to a mobile": (
        "95588提醒您，请添加李经理13912345678",
        NOT_OFFICIAL,
    ),
    "the same in English": ("95588 reminds you, add manager Li at 13912345678", NOT_OFFICIAL),
    "a boss in a hurry": ("我是王总，客户急用钱，你马上转20万到这个账户", ALARM),
    "a new number": ("妈，这是我的新号码，旧号不用了", frozenset({C})),
    "a new number in English": (
        "Mum, this is my new number, the old one is off",
        frozenset({C}),
    ),
    "a scam with a slogan behind it": (
        "您的账户涉嫌洗钱，请把钱转到安全账户。公安提醒：凡是要求转账的都是诈骗，谨防上当",
        frozenset({D}),
    ),
    "secrecy and a transfer": ("切勿告诉家人，马上转入安全账户", frozenset({D})),
    "a form by anybody": ("https://docs.qq.com/form/page/abc", frozenset({U})),
    "a video by anybody": ("https://v.douyin.com/abc", frozenset({U})),
    "an unlisted office": ("https://sjj.foshan.gov.cn/", frozenset({U})),
    "a shortener": ("t.cn/A6abc", frozenset({U})),
}
HONEST = {
    "a police notice": (
        "【公安局】凡是要求转账到安全账户、共享屏幕、不要告诉家人的，都是诈骗，请立即挂断"
    ),
    "a bank's warning": (
        "【工商银行】谨防诈骗：不要共享屏幕，不要把验证码告诉任何人，不存在安全账户"
    ),
    "a warning in English": (
        "Police notice: anyone who asks you to share your screen or move money to a safe account"
        " is a scammer. Hang up."
    ),
    "a transaction": (
        "【工商银行】您尾号1234的账户11月20日14:03支出人民币500.00元，余额1,234.56元。"
        "如有疑问请拨打95588。"
    ),
    "a code": "【招商银行】验证码839201，5分钟内有效。请勿告诉任何人，包括银行工作人员。",
    "a code in English": "Your code is 839201. Do not share it with anyone, bank staff included.",
    "a pick-up code": "【菜鸟驿站】您的快递已到，请凭取件码 3-2-1024 到小区东门驿站领取。",
    "a courier on WeChat": "快递员会加您微信确认地址",
    "a meeting": (
        "王老师邀请您参加腾讯会议，会议主题：周例会，点击链接入会"
        " https://meeting.tencent.com/dm/abc123 会议号 123-456-789"
    ),
    "the tax app": (
        "【国家税务总局】2025年度个人所得税综合所得汇算清缴已开始，请登录个人所得税App办理，热线12366。"
    ),
    "a card in the post": "您申请的信用卡已寄出，请注意查收，收到后请激活。",
    "a present": "别告诉妈妈我给她买了生日礼物",
    "a present in English": "Don't tell Mum about the present",
    "official information": "请核对官方信息",
    "gulls": "周末去滇池看海鸥",
    "family": "妈，今晚我加班，饭留一点给我，明天一起去看奶奶",
    "the anti-fraud centre": (
        "【反诈中心】您好，您可能正在遭遇冒充客服诈骗，对方会让您下载会议软件、共享屏幕"
        "或转账到安全账户，请不要操作，如有疑问请拨打96110。"
    ),
}


def checked(service: CheckService, text: str, sender: str | None = None) -> CheckReport:
    return service.check(Submission(text, sender))


def said(application: Application, report: CheckReport, language: Language = Language.ZH) -> str:
    """Return all that the screen says of a report."""
    card = application.check_service().card(report, language)
    return plain_text(card, application.catalog(language))


@pytest.mark.parametrize(("paste", "owner"), OFFICIAL_CONTACTS.items(), ids=OFFICIAL_CONTACTS)
def test_a_listed_contact_is_official_and_names_its_owner(
    application: Application, service: CheckService, paste: str, owner: str
) -> None:
    report = checked(service, paste)
    assert report.verdict.level is O
    words = said(application, report)
    assert owner in words
    assert re.search(r"20\d\d", words.partition("名单日期")[0])


@pytest.mark.parametrize(("paste", "genuine"), RESEMBLING.items(), ids=RESEMBLING)
def test_what_resembles_a_listed_number_names_it(
    application: Application, service: CheckService, paste: str, genuine: str
) -> None:
    report = checked(service, paste)
    assert report.verdict.level in NOT_OFFICIAL
    assert genuine in {each.genuine for each in report.findings}
    for language in Language:
        words = said(application, report, language).replace(paste, "")
        assert re.search(rf"(?<!\d){genuine}(?!\d)", words)


@pytest.mark.parametrize(("paste", "genuine"), IMITATING.items(), ids=IMITATING)
def test_what_imitates_a_listed_site_warns_and_names_it(
    application: Application, service: CheckService, paste: str, genuine: str
) -> None:
    report = checked(service, paste)
    assert report.verdict.level in ALARM
    assert any(each.genuine in genuine for each in report.findings if each.genuine)
    for language in Language:
        assert genuine in said(application, report, language)


@pytest.mark.parametrize(("text", "category"), SCRIPTS.values(), ids=SCRIPTS)
def test_a_script_is_recognised_by_its_name(
    application: Application, service: CheckService, text: str, category: str
) -> None:
    report = checked(service, text)
    assert report.verdict.level is D
    assert report.verdict.category is ScamCategory(category)
    contacts = {each.contact.value for each in report.advice.steps if each.contact}
    assert "110" in contacts
    assert "110" in said(application, report)


@pytest.mark.parametrize(("text", "levels"), LEVELS.values(), ids=LEVELS)
def test_it_comes_out_so(service: CheckService, text: str, levels: frozenset[VerdictLevel]) -> None:
    assert checked(service, text).verdict.level in levels


@pytest.mark.parametrize("text", HONEST.values(), ids=HONEST)
def test_an_honest_message_raises_no_alarm(service: CheckService, text: str) -> None:
    report = checked(service, text)
    assert report.verdict.level is U
    assert all(each.severity <= Severity.NOTE for each in report.findings)


@pytest.mark.parametrize("sender", [None, "95152"])
@pytest.mark.parametrize("text", [LIVE_ZH, LIVE_EN, f"calling from 95152: {LIVE_EN}"])
def test_douyin_s_own_never_is_quoted_with_its_date(
    application: Application, service: CheckService, text: str, sender: str | None
) -> None:
    report = checked(service, text, sender)
    assert report.verdict.level is D
    assert report.verdict.category is ScamCategory.CUSTOMER_SERVICE
    (broken, *_) = (
        each
        for each in report.findings
        if each.check == "never_statement" and each.organization_id == "douyin"
    )
    assert broken.severity is Severity.DECISIVE
    assert broken.source is not None
    date = re.search(r"20\d\d-\d\d", broken.source.date)
    assert date is not None
    for language in Language:
        assert date.group() in said(application, report, language)


def test_douyin_wallet_s_unpublished_numbers_cannot_be_confirmed(
    application: Application, service: CheckService
) -> None:
    for text, sender in (
        ("我是抖音钱包的客服，电话是021-61234567", None),
        ("您好，这里是抖音钱包", "021-61234567"),
    ):
        report = checked(service, text, sender)
        assert report.verdict.level is U
        words = said(application, report)
        assert "不能证实" in words
        assert not re.search("假的|假冒|冒充", words)
        assert report.advice.steps


@pytest.mark.parametrize("paste", ["96110", "0536-96110"])
def test_96110_says_do_answer(application: Application, service: CheckService, paste: str) -> None:
    report = checked(service, paste)
    assert "请接听" in said(application, report)
    assert "do answer" in said(application, report, Language.EN).lower()


def test_96110_says_do_answer_beside_a_genuine_dissuasion(
    application: Application, service: CheckService
) -> None:
    report = checked(service, HONEST["the anti-fraud centre"])
    assert any(
        each.severity is Severity.REASSURING and each.organization_id == "national-anti-fraud"
        for each in report.findings
    )
    words = said(application, report)
    assert "96110" in words
    assert "请接听" in words


def test_12381_never_carries_a_link(application: Application, service: CheckService) -> None:
    report = checked(service, "12381")
    assert "不点链接" in said(application, report)
    assert "link" in said(application, report, Language.EN)


@pytest.mark.parametrize("paste", ["+44 7700 900123", "+852 2345 6789", "+886 2 2345 6789"])
def test_from_outside_the_mainland_is_never_foreign(
    application: Application, service: CheckService, paste: str
) -> None:
    report = checked(service, paste)
    chinese, english = (said(application, report, language) for language in Language)
    assert "境外（含港澳台）" in chinese
    assert "from outside the mainland" in english
    assert not re.search("外国|国外", chinese)
    assert "foreign" not in english.lower()


@pytest.mark.parametrize("paste", ["13912345678", "+44 7700 900123", "+852 2345 6789"])
def test_no_record_gives_three_useful_steps(
    application: Application, service: CheckService, paste: str
) -> None:
    report = checked(service, paste)
    assert len(report.advice.steps) >= 3
    words = said(application, report)
    assert "不等于是真的" in words
    assert "96110" in words


def test_a_shortener_is_said_to_hide_its_target(
    application: Application, service: CheckService
) -> None:
    report = checked(service, "t.cn/A6abc")
    assert "短链接" in said(application, report)
    assert "short" in said(application, report, Language.EN).lower()


def test_a_government_suffix_is_said_not_to_be_enough(
    application: Application, service: CheckService
) -> None:
    words = said(application, checked(service, "https://sjj.foshan.gov.cn/"))
    assert "政府网址" in words
    assert "不在我们的名单里" in words


@pytest.mark.parametrize(
    ("paste", "platform"),
    [("https://docs.qq.com/form/page/abc", "腾讯"), ("https://v.douyin.com/abc", "抖音")],
)
def test_a_page_by_anybody_names_its_platform(
    application: Application, service: CheckService, paste: str, platform: str
) -> None:
    assert platform in said(application, checked(service, paste))


def test_a_call_centre_code_names_its_holder(
    application: Application, service: CheckService
) -> None:
    assert "鸿联九五" in said(application, checked(service, "95001"))


@pytest.mark.parametrize(
    "text",
    [*(text for text, _ in SCRIPTS.values()), *RESEMBLING, *IMITATING],
)
def test_every_alarm_shows_a_way_to_check_that_is_not_the_sender_s(
    service: CheckService, text: str
) -> None:
    report = checked(service, text)
    if report.verdict.level not in ALARM:
        return
    shown = {each.key for each in report.reading.indicators}
    contacts = {each.contact.value for each in report.advice.steps if each.contact}
    assert contacts - shown
