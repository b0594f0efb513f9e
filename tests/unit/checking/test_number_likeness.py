import pytest

from app.checking.number_likeness import Likeness, NumberLikeness
from tests.number_cases import REGISTER, plan, reader

LIKENESS = NumberLikeness(REGISTER, plan())


def resembles(text: str) -> tuple[str, str] | None:
    number = reader().read_one(text)
    assert number is not None
    found = LIKENESS.of(number)
    return (found.likeness.value, found.row.key) if found else None


@pytest.mark.parametrize(
    ("text", "likeness", "genuine"),
    [
        ("0095152", Likeness.PREFIX, "95152"),
        ("+86 95152", Likeness.PREFIX, "95152"),
        ("+95588", Likeness.PREFIX, "95588"),
        ("0086-96110", Likeness.PREFIX, "96110"),
        ("095588", Likeness.PREFIX, "95588"),
        ("+86 0755 95588", Likeness.AREA, "95588"),
        ("+86 95588012", Likeness.PREFIX, "95588"),
        ("+86 110", Likeness.PREFIX, "110"),
        ("95152-8", Likeness.MENU, "95152"),
        ("951520", Likeness.EXTENSION, "95152"),
        ("95152012", Likeness.EXTENSION, "95152"),
        ("955880", Likeness.EXTRA, "95588"),
        ("95588012", Likeness.EXTRA, "95588"),
        ("951520123", Likeness.EXTRA, "95152"),
        ("95555012", Likeness.EXTRA, "9555501"),
        ("021-95588", Likeness.AREA, "95588"),
        ("021-12333", Likeness.AREA_PUBLIC, "12333"),
        ("0311-110", Likeness.AREA_EMERGENCY, "110"),
        ("0311110", Likeness.AREA_EMERGENCY, "110"),
        ("+0774110", Likeness.AREA_EMERGENCY, "110"),
        ("195588", Likeness.FRONT, "95588"),
        ("10600095588", Likeness.PORT_PADDED, "95588"),
        ("106900095588", Likeness.PORT, "95588"),
        ("+86 400 820 5555", Likeness.SERVICE_PREFIX, "+864008205555"),
        ("4008205565", Likeness.ONE_DIGIT, "+864008205555"),
        ("4008025555", Likeness.ONE_DIGIT, "+864008205555"),
        ("0755-83195556", Likeness.NEIGHBOUR, "+8675583195555"),
        ("13912312333", Likeness.TAIL, "12333"),
        ("13912345110", Likeness.TAIL, "110"),
    ],
)
def test_an_imitation_names_the_listed_number(text: str, likeness: Likeness, genuine: str) -> None:
    assert resembles(text) == (likeness.value, genuine)


@pytest.mark.parametrize(
    "text",
    [
        "95589",
        "95137",
        "95578",
        "95153",
        "12334",
        "13912345678",
        "010-65612308",
        "4001234567",
        "+85222331112",
        "95002",
        "950010",
        "106900012345",
        "0755-12121212",
        "0095137",
        "+44 7911 123456",
    ],
)
def test_a_neighbour_is_another_firm_and_no_imitation(text: str) -> None:
    assert resembles(text) is None


def test_a_doubtful_row_is_nobody_to_resemble() -> None:
    assert resembles("0095001") is None
    assert resembles("0095300") is None


@pytest.mark.parametrize("place", range(3, 10))
def test_a_wrong_digit_behind_the_prefix_is_seen_wherever_it_stands(place: int) -> None:
    listed = "4008205555"
    wrong = f"{listed[:place]}{(int(listed[place]) + 1) % 10}{listed[place + 1 :]}"
    assert resembles(wrong) == (Likeness.ONE_DIGIT.value, f"+86{listed}")


@pytest.mark.parametrize("written", ["4002805555", "4008025555", "4008250555"])
def test_two_neighbouring_digits_changing_places_are_seen(written: str) -> None:
    assert resembles(written) == (Likeness.ONE_DIGIT.value, "+864008205555")
