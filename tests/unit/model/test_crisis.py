"""What is read to the police depends on what happened."""

import pytest

from app.feed.crisis_tables import read_happened_guide
from app.host.paths import RESOURCES
from app.model.language import Language

GUIDE = read_happened_guide(RESOURCES / "crisis")


@pytest.mark.parametrize("door", [each.id for each in GUIDE.doors])
def test_every_door_has_words_of_its_own_to_begin_with(door: str) -> None:
    first = GUIDE.script_of(door)[0]
    assert first.doors == (door,)
    assert first.text.into(Language.ZH).startswith("你好")


@pytest.mark.parametrize("language", list(Language))
def test_only_who_has_paid_asks_for_a_payment_to_be_stopped(language: Language) -> None:
    stops = ("止付", "Please stop a payment")
    for door in GUIDE.doors:
        said = " ".join(
            part.into(language)
            for line in GUIDE.script_of(door.id)
            for part in (line.text, line.otherwise)
            if part is not None
        )
        assert any(stop in said for stop in stops) is (door.id == "money")


def test_what_every_door_says_is_said_behind_all_of_them() -> None:
    common = [each for each in GUIDE.script if not each.doors]
    assert common
    assert all(set(common) <= set(GUIDE.script_of(door.id)) for door in GUIDE.doors)
