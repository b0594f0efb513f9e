"""Which spellings stand for which word, and which innocent words stay."""

import tomllib

import pytest

from app.reading.disguised_words import ALONE, APART, Edit, Spelling, WordDisguises
from app.reading.folding import read_folding_tables
from tests.builders import the_folder
from tests.shipped import RESOURCES

FOLDING = RESOURCES / "folding"
LIFTED = {
    "加薇信": "加微信",
    "佳威心": "加微信",
    "加威心": "加微信",
    "加威信": "加微信",
    "添加维信": "添加微信",
    "微心": "微信",
    "薇★信": "微信",
    "V信": "微信",
    "v.信": "微信",
    "徽信": "微信",
    "加 薇 信": "加微信",
    "请加VX：abc888": "请加微信:abc888",
    "vx abc888": "微信 abc888",
    "有兴趣➕V：abc888": "有兴趣加微信:abc888",
    "加薇abc888": "加微信abc888",
    "加卫星：a1": "加微信:a1",
    "加扣扣群": "加qq群",
    "扣扣号": "qq号",
    "加企鹅：12345": "加qq:12345",
    "加飞机@abc": "加telegram@abc",
    "飞机号：abc": "telegram号:abc",
    "加微亻言": "加微信",
    "车专账": "转账",
    "车专贝长": "转账",
    "贝兼钱": "赚钱",
    "验正码": "验证码",
    "验zheng码": "验证码",
    "眼证码": "验证码",
    "支富宝": "支付宝",
    "支.富.宝": "支付宝",
    "隐行卡": "银行卡",
    "保正金": "保证金",
    "安★全☆账💰护": "安全账户",
    "刷丹": "刷单",
    "返莉": "返利",
    "岱款": "贷款",
    "氪服": "客服",
    "公桉": "公安",
    "工安局": "公安局",
    "砝院": "法院",
    "屏目共享": "屏幕共享",
}
INNOCENT = (
    "他在村里威信很高",
    "树立威信",
    "增加威信，参加威信评比",
    "维新变法，维信诺股份",
    "胸前的徽章，安徽信用社，安徽芯片",
    "企鹅在南极，参加企鹅馆的活动",
    "飞机晚点，坐飞机号称最快，请加飞机票钱",
    "言而有信，人言可畏",
    "专车接送，汽车专业，公车专账管理",
    "宝贝兼职的妈妈",
    "稍微心动，轻微心律不齐，略微信任",
    "微心愿，微心情",
    "支付宝+微信都能付",
    "cctv信号很好，5v信号线，v信号",
    "加v8发动机，加v认证用户",
    "vx毒剂，devx，wx.qq.com，a@vx.com",
    "往返丽江，目睹博物馆，彩虹包，粉丝聊天",
    "转丈夫名下，脉冲值，验证马上完成",
    "银行咖啡厅，银行喀什分行，支付包裹费",
    "最佳微信公众号，李嘉微信号",
    "蔷薇信步，白薇，紫薇",
    "公安举报，公安局，保证今天，保证进度",
    "加薇薇为好友，加威海的车",
    "扣扣子，一扣扣到底",
    "惠款，绘款，手绘款手机壳，代款式",
)


@pytest.mark.parametrize(("written", "meant"), LIFTED.items())
def test_a_disguised_word_folds_to_the_word(written: str, meant: str) -> None:
    assert the_folder().fold(written).text == meant


@pytest.mark.parametrize("text", INNOCENT)
def test_an_innocent_word_keeps_its_meaning(text: str) -> None:
    plain = text.replace("，", ",")
    assert the_folder().fold(text).text == plain


def test_a_phrase_of_ours_keeps_a_spelling_that_hangs_on_what_is_behind() -> None:
    assert the_folder().fold_plain("加v") == "加v"
    assert the_folder().fold_plain("薇信") == "微信"
    assert the_folder().fold("加v领取").text == "加v领取"
    assert the_folder().fold("加v").text == "加微信"


def test_a_disguised_word_points_at_the_characters_it_was_made_of() -> None:
    result = the_folder().fold("请把钱车专账到这里")
    assert result.text == "请把钱转账到这里"
    span = result.span(3, 5)
    assert result.original[span.start : span.end] == "车专账"
    behind = result.span(5, 6)
    assert result.original[behind.start : behind.end] == "到"


def test_a_disguise_as_long_as_its_word_keeps_each_place() -> None:
    result = the_folder().fold("快加★薇\u200b信")
    assert result.text == "快加微信"
    spans = [result.span(each, each + 1) for each in range(4)]
    assert [result.original[each.start : each.end] for each in spans] == ["快", "加", "薇", "信"]


@pytest.mark.parametrize("where", ["", ALONE, APART])
def test_where_a_spelling_counts(where: str) -> None:
    words = WordDisguises((Spelling("+微", "加微信", where),))
    assert words.find("+微 a") == [Edit(0, 2, "加微信")]
    assert bool(words.find("+微a")) is True
    assert bool(words.find("+微笑")) is (where == "")
    assert bool(words.find("请+微")) is (where != APART)


def test_latin_spellings_count_between_other_letters_only_by_themselves() -> None:
    words = WordDisguises((Spelling("vx", "微信"),))
    assert words.find("加vx123") == [Edit(1, 3, "微信")]
    assert not any(map(words.find, ("devx", "vxa", "5vx", "vx.com", "/vx", "a@vx", "vx_1")))


def test_the_longest_spelling_that_stands_counts() -> None:
    words = WordDisguises(
        (Spelling("加v", "加微信", ALONE), Spelling("v信", "微信"), Spelling("v信号", "v信号"))
    )
    assert words.lifted("加v信") == "加微信"
    assert words.lifted("加v") == "加微信"
    assert words.lifted("v信号") == "v信号"


def test_a_lone_surrogate_hides_no_disguise() -> None:
    assert WordDisguises((Spelling("薇信", "微信"),)).find("\ud800薇信") == [Edit(1, 3, "微信")]


def test_no_spelling_disturbs_a_text() -> None:
    assert WordDisguises(()).find("薇信") == []


def test_the_program_knows_every_spelling_the_editors_wrote() -> None:
    editors = tomllib.loads((FOLDING / "words_that_matter.toml").read_text("utf-8"))
    known = {each.written for each in read_folding_tables(FOLDING / "characters.tsv").words}

    def fold(written: str) -> str:
        return the_folder().fold(written).text

    meant = {fold(row["word"]) for row in editors["word"]}
    for row in editors["word"]:
        for written in (*row.get("written", ()), *row.get("alone", ()), *row.get("apart", ())):
            assert fold(written) in meant, written
    assert {word for row in editors["innocent"] for word in row["words"]} <= known


def test_each_word_that_matters_has_a_reason() -> None:
    editors = tomllib.loads((FOLDING / "words_that_matter.toml").read_text("utf-8"))
    assert all(row["reason"] for row in (*editors["word"], *editors["innocent"]))


def test_no_word_that_matters_and_no_innocent_one_folds_to_another() -> None:
    for spelling in read_folding_tables(FOLDING / "characters.tsv").words:
        assert the_folder().fold(spelling.meant).text == spelling.meant
