"""Every script has its story, in both languages, with slots that exist and no promise."""

import tomllib
from pathlib import Path

import pytest

from app.feed.story_tables import StoryShelf, read_helper_guide
from app.model.errors import InvalidTableError
from app.model.scam_category import ScamCategory
from tests.architecture.words import promise_in
from tests.shipped import RESOURCES, shipped_register

SHELF = StoryShelf(RESOURCES / "stories")
HELPER = read_helper_guide(RESOURCES / "crisis" / "helper.toml")
SLOTS = {each.id for each in shipped_register().slots}
EXEMPT = tomllib.loads(
    (Path(__file__).parents[2] / "architecture" / "quotations.toml").read_text("utf-8")
)


@pytest.mark.parametrize("category", ScamCategory)
def test_every_script_is_told_in_at_least_four_sourced_steps(category: ScamCategory) -> None:
    story = SHELF.story(category)
    assert len(story.steps) >= 4
    assert story.sources
    unknown = {slot for step in story.steps for slot in step.slots} - SLOTS
    assert unknown == set()


@pytest.mark.parametrize("category", ScamCategory)
def test_no_story_promises_that_anything_is_safe(category: ScamCategory) -> None:
    story = SHELF.story(category)
    for each in (story.say, *(step.text for step in story.steps)):
        assert each.zh
        assert each.en
        assert not promise_in(category, each.zh, "zh", EXEMPT["zh"]), each.zh
        assert not promise_in(category, each.en, "en", EXEMPT["en"]), each.en


def test_there_is_no_story_without_a_script() -> None:
    files = {each.stem for each in (RESOURCES / "stories").glob("*.toml")}
    assert files == {each.value for each in ScamCategory}


def test_the_helper_is_told_what_to_say_what_not_and_how_to_prove() -> None:
    assert len(HELPER.say) >= 3
    assert len(HELPER.avoid) >= 3
    assert any("110" in each.zh for each in HELPER.prove)
    assert HELPER.sources


def test_a_story_is_read_once() -> None:
    assert SHELF.story(ScamCategory.LOAN) is SHELF.story(ScamCategory.LOAN)


@pytest.mark.parametrize(
    "text",
    ["", "[story]\n", '[story]\nsources = []\nsay = { zh = "一" }\n', "[[step]]\nzh = '一'\n"],
)
def test_a_broken_story_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "loan.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidTableError):
        StoryShelf(tmp_path).story(ScamCategory.LOAN)
