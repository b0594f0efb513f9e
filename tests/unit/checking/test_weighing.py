"""Only what stands near each other adds up, and nothing around a few sentences hides them."""

from hypothesis import given
from hypothesis import strategies as st

from app.checking.knowledge import Knowledge
from app.checking.sign_sum import NOTHING
from app.checking.weighing import WINDOW, Weighing
from app.model.phrases import SignWeight, SlotKind, WeighedWords
from tests.builders import a_register, a_slot, read

REGISTER = a_register(
    a_slot("role.police", SlotKind.ROLE, "我是民警"),
    a_slot("sign.case", SlotKind.SIGN, "涉嫌洗钱"),
    a_slot("ask.pay", SlotKind.ASK, "先转五千"),
)
KNOWLEDGE = Knowledge(REGISTER)
LEVELS = {"base": -100, "doubt": -50, "orange": 100, "part": 120, "script": 200, "red": 300}
SIGNS = LEVELS | {"role.police": 100, "sign.case": 50, "ask.pay": 70, "role+ask": 30}
WORDS = (WeighedWords(80, ("相册", "看过")), WeighedWords(-90, ("包饺子", "公园", "谢谢")))


def a_weighing(signs: dict[str, int] = SIGNS) -> Weighing:
    return Weighing((SignWeight(sign, each) for sign, each in signs.items()), WORDS)


def total(text: str) -> int:
    return a_weighing().of(read(text, REGISTER), KNOWLEDGE).total


def part(text: str, level: int = 120) -> int | None:
    found = a_weighing().of_a_part(read(text, REGISTER), KNOWLEDGE, level)
    return None if found is NOTHING else found.total


def doubted(text: str) -> bool:
    return a_weighing().doubts(read(text, REGISTER), KNOWLEDGE)


def test_signs_and_words_of_a_text_add_up() -> None:
    assert total("我是民警，先转五千，看过相册") == -100 + 100 + 70 + 30 + 160


def test_signs_far_apart_do_not_add_up() -> None:
    assert total("我是民警" + "好" * 2 * WINDOW + "先转五千") == 0


def test_neighbours_are_found_wherever_they_stand_in_a_long_text() -> None:
    for before in range(0, 2 * WINDOW, WINDOW // 4):
        text = "涉嫌洗钱" + "好" * before + "我是民警，先转五千" + "好" * 2 * WINDOW + "涉嫌洗钱"
        assert total(text) >= 100


def test_thousands_of_words_alone_are_no_evidence() -> None:
    assert a_weighing().of(read("看过相册" * WINDOW, REGISTER), KNOWLEDGE) is NOTHING


def test_a_bare_number_has_nothing_to_weigh() -> None:
    assert a_weighing().of(read("95588", REGISTER), KNOWLEDGE) is NOTHING


def test_a_few_sentences_are_weighed_without_the_rest() -> None:
    text = "我是民警，先转五千，看过相册。" + "周末包饺子，去公园，谢谢。" * 20
    assert total(text) < LEVELS["orange"]
    assert part(text) == 260


@given(
    st.text("好人去公园包饺子谢谢，。!?\n", max_size=300), st.text("谢公园子包饺。\n", max_size=300)
)
def test_kind_words_before_and_after_hide_nothing(before: str, after: str) -> None:
    assert (part(f"{before}\n我是民警，先转五千，看过相册。{after}") or 0) >= 260


def test_a_part_below_the_level_is_nothing() -> None:
    assert part("我是民警，先转五千") is None
    assert part("我是民警，先转五千", 100) == 100


def test_signs_in_different_parts_do_not_add_up() -> None:
    assert part("我是民警。" + "好" * 100 + "。先转五千", 50) is None


def test_sentences_far_into_a_long_text_are_weighed_too() -> None:
    text = "好。" * WINDOW + "我是民警，先转五千，看过相册。" + "谢谢，去公园。" * WINDOW
    assert part(text) == 260


def test_what_nothing_supports_is_doubted() -> None:
    assert doubted("先转五千，谢谢")
    assert not doubted("先转五千，看过相册，谢谢")


@given(st.text("好公园包饺子谢。\n", max_size=200))
def test_what_is_said_elsewhere_raises_no_doubt(elsewhere: str) -> None:
    assert not doubted(f"我是民警，先转五千。\n{elsewhere}")


def test_without_tables_nothing_weighs_and_nothing_is_doubted() -> None:
    assert Weighing().of(read("我是民警，先转五千", REGISTER), KNOWLEDGE) is NOTHING
    assert not Weighing().doubts(read("先转五千，谢谢", REGISTER), KNOWLEDGE)


def test_each_reading_is_weighed_for_itself() -> None:
    weighing = a_weighing()
    first, second = read("我是民警", REGISTER), read("先转五千", REGISTER)
    found = [weighing.of(each, KNOWLEDGE).total for each in (first, second, first)]
    assert found == [0, -30, 0]
