"""Whether an act is demanded of the reader or only spoken of, sentence by sentence."""

import pytest

from app.model.phrases import ASKING, ActGroup, SlotKind
from app.model.reading import Stance
from app.model.register import Register
from app.reading.stance import StanceReader, needs_reading
from app.reading.turns import Turns
from tests.builders import (
    a_matcher,
    a_register,
    a_slot,
    an_act,
    read,
    the_folder,
    the_patterns,
)

STANCES = tuple(each for each in the_patterns().slots if each.id.startswith("stance."))
ACTS = (
    an_act(
        "act.secrecy",
        "{不要|切勿|别|千万别|不能|不许}{告诉|告知}{家人|家里人|任何人|银行}",
        "{do not|don't} tell…{family|anyone|bank}",
        group=ActGroup.A,
    ),
    an_act(
        "act.move_money",
        "{转入|转到|转账到|转进}…安全账户",
        "{move|transfer}…safe account",
        group=ActGroup.A,
    ),
    an_act(
        "act.share_screen",
        "共享屏幕",
        "屏幕共享",
        "share your screen",
        "screen sharing",
        group=ActGroup.A,
    ),
    an_act("act.tell_code", "验证码{告诉|发给|告知}", "{tell|give}…the code", group=ActGroup.A),
    an_act("act.install", "下载…{会议软件|会议app}", "install…app"),
    an_act("act.click", "点击…链接", "{click|open} the link"),
)
FEE = a_slot("demand.fee", SlotKind.ASK, "放款前…手续费")
REGISTER: Register = a_register(*ACTS, FEE, *STANCES, word_sets=the_patterns().word_sets)
TURNS = Turns(the_patterns().word_sets)

DEMANDS = (
    "请把验证码告诉我。",
    "马上把钱转到安全账户。",
    "切勿告诉家人，马上转入安全账户。",
    "不要告诉任何人，现在打开屏幕共享。",
    "千万别告诉银行，立即把钱转入安全账户！",
    "请您点击下面的链接。",
    "您需要下载一个会议软件，然后打开屏幕共享。",
    "如果不想影响征信，请马上转到安全账户。",
    "这不是诈骗，请放心转到安全账户。",
    "请转到安全账户。公安提醒：谨防诈骗，不要轻信陌生来电。",
    "请转到安全账户。凡是要求转账的都是诈骗。",
    "谨防诈骗。请您立即共享屏幕。",
    "不要挂电话，共享屏幕给我看。",
    "别担心，把验证码告诉我就行。",
    "请您马上转到安全账户，其他的都是诈骗。",
    "Do not hang up, share your screen now.",
    "Don't worry, just share your screen.",
    "If you don't want to pay, share your screen with me.",
    "If someone calls you, ignore them and share your screen with me now.",
    "警方提醒您注意安全。现在请把验证码告诉我。",
    "骗子很多，所以请您立即转到安全账户。",
    "为了防止被骗，请您马上把钱转到安全账户。",
    "为防范诈骗，请立即将资金转入安全账户。",
    "谨防上当受骗，请马上打开共享屏幕配合核查。",
    "警方提醒：请您马上把钱转到安全账户接受核查。",
    "您的账户疑似遭遇诈骗，请立即把钱转到安全账户。",
    "如接到陌生电话请不要接听，现在请把钱转到安全账户。",
    "对方：请打开屏幕共享。",
    "我：你是谁？\n对方：请把验证码发给我。",
    "客服：麻烦你下载会议软件。",
    "Please share your screen.",
    "You must transfer the money to a safe account today.",
    "Don't tell your family. Move everything to the safe account now.",
    "This is not a scam. Please share your screen.",
    "Please tell me the code. Police remind you: never trust strangers.",
    "用户：请共享屏幕。",
    "我：在吗？\n她：请共享屏幕。",
    "用户：请共享屏幕。\n网址：xq.tekkq.com",
    "有人打电话跟我说“请立即共享屏幕”，这是骗局吗，我该怎么办？",
    "谨防诈骗！请立即共享“屏幕”，把验证码告诉我。",
    'Beware of fraud. "Important": please share your screen with our agent now.',
)
MENTIONS = (
    "请不要共享屏幕。",
    "请您千万别共享屏幕。",
    "请立即停止转账，不要共享屏幕。",
    "请您马上关闭屏幕共享。",
    "开会时我来共享屏幕。",
    "要是有人说我出事了，让你转到安全账户，那是骗子。",
    "切勿共享屏幕。",
    "不要把验证码告诉任何人。",
    "请勿点击不明链接。",
    "请不要下载陌生人发来的会议软件。",
    "警方不会要求您转到安全账户。",
    "银行绝不会让您共享屏幕。",
    "凡是要求共享屏幕的，都是诈骗。",
    "凡是要求转到安全账户的都是诈骗。",
    "骗子会要求您下载会议软件。",
    "诈骗分子谎称您涉案，让您把钱转到安全账户。",
    "如果有人要求您共享屏幕，请立即挂断。",
    "遇到自称客服的人让您下载会议软件，请报警。",
    "谨防冒充客服诈骗：共享屏幕、下载会议软件。",
    "让您转到安全账户的都是骗子。",
    "不转账，不共享屏幕。",
    "受害人按照对方要求打开了屏幕共享。",
    "骗子会说您的账户异常，让您立即转到安全账户。",
    "诈骗分子冒充客服，要求您马上打开共享屏幕。",
    "如果有人自称民警，要您立即把钱转到安全账户，请挂断。",
    "我：我不会共享屏幕的。",
    "对方：您好。\n我：要我共享屏幕吗？",
    "Never share your screen.",
    "Do not click the link.",
    "The bank will never ask you to share your screen.",
    "Scammers will ask you to move money to a safe account.",
    "If someone asks you to share your screen, hang up.",
    "Anyone who asks you to move money to a safe account is a criminal.",
    "Never tell anyone the code.",
    'Criminals may call and say, "You need to move your money to a safe account now."',
    "骗子打电话说：“您现在要马上把钱转到安全账户。”",
    "您有没有共享屏幕或者下载会议软件？",
    "现在看到“共享屏幕”四个字手都抖。",
    "替人共享屏幕，轻则五年内停用账户。",
    "柜员：您好，办什么业务？\n客户：把钱转到安全账户。",
    "客服：您好。\n用户：要我共享屏幕吗？",
    "警惕新型骗术！“请立即共享屏幕，把验证码告诉我”这种话都是骗人的。",
    "谁打电话说“请把钱转到安全账户”，直接挂掉。",
    '"Please share your screen now." That is how the scam starts: it was a scam.',
)
PARTLY = {
    "the demand behind the slogan": ("不要共享屏幕。请把验证码告诉我。", {"act.tell_code"}),
    "the demand in front of it": ("请把验证码告诉我。不要共享屏幕。", {"act.tell_code"}),
    "secrecy that demands": ("不要告诉家人，要共享屏幕", {"act.secrecy"}),
    "one turn each": ("我：不共享屏幕。\n对方：请把验证码告诉我。", {"act.tell_code"}),
    "a new clause speaks to the reader": ("不要挂断，马上共享屏幕", {"act.share_screen"}),
}


def stances(text: str) -> dict[str, Stance]:
    """Return the stance of each demand; being made counts before a mention of the same one."""
    hits = sorted(read(text, REGISTER).hits, key=lambda each: each.stance is Stance.DEMAND)
    return {hit.slot.id: hit.stance for hit in hits if hit.slot.kind in ASKING}


def demanded(text: str) -> set[str]:
    return {act for act, stance in stances(text).items() if stance is Stance.DEMAND}


@pytest.mark.parametrize("sentence", DEMANDS)
def test_it_is_demanded(sentence: str) -> None:
    assert demanded(sentence) != set()


@pytest.mark.parametrize("sentence", MENTIONS)
def test_it_is_only_mentioned(sentence: str) -> None:
    assert stances(sentence) != {}
    assert demanded(sentence) == set()


@pytest.mark.parametrize(("text", "acts"), PARTLY.values(), ids=PARTLY)
def test_each_clause_speaks_for_itself(text: str, acts: set[str]) -> None:
    assert demanded(text) >= acts


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("不要共享屏幕。请把验证码告诉我。", Stance.MENTION, Stance.DEMAND),
        ("请共享屏幕。不要把验证码告诉我。", Stance.DEMAND, Stance.MENTION),
    ],
)
def test_a_warning_reaches_no_other_sentence(text: str, first: Stance, second: Stance) -> None:
    assert stances(text) == {"act.share_screen": first, "act.tell_code": second}


def test_a_forbidding_word_of_the_demand_itself_forbids_nothing() -> None:
    assert stances("切勿告诉家人") == {"act.secrecy": Stance.DEMAND}


def test_a_fee_refused_within_its_own_words_is_not_asked_for() -> None:
    assert stances("放款前后均不收取手续费") == {"demand.fee": Stance.MENTION}
    assert stances("放款前要交手续费") == {"demand.fee": Stance.DEMAND}


def test_a_conclusion_reaches_back_over_its_own_sentence_only() -> None:
    assert stances("共享屏幕的都是诈骗")["act.share_screen"] is Stance.MENTION
    assert stances("请共享屏幕。其他都是诈骗")["act.share_screen"] is Stance.DEMAND


@pytest.mark.parametrize(
    ("text", "needs"), [("请共享屏幕", False), ("不要共享屏幕", True), ("我:共享屏幕", True)]
)
def test_a_text_without_such_words_needs_no_reading(text: str, *, needs: bool) -> None:
    forbids = a_slot("stance.forbids", SlotKind.FORBIDS, "不要")
    matches = a_matcher(*ACTS, forbids).scan(text).slots
    assert needs_reading(text, matches, TURNS) is needs


def test_stances_are_read_in_any_order() -> None:
    text = the_folder().fold_plain("请共享屏幕。不要把验证码告诉我。请点击链接")
    matches = a_matcher(*ACTS, *STANCES, word_sets=the_patterns().word_sets).scan(text).slots
    reader = StanceReader(text, matches, TURNS)
    forwards = [reader.stance(each) for each in matches]
    backwards = [reader.stance(each) for each in reversed(matches)]
    assert forwards == backwards[::-1]
    assert set(forwards) == {Stance.DEMAND, Stance.MENTION}
