"""Reads the editors' stories, one file a script, each when it is first told."""

from pathlib import Path

from ..model.language import LocalizedText
from ..model.scam_category import ScamCategory
from ..model.story import HelperGuide, Story, StoryStep
from .table_rows import (
    Naming,
    Row,
    cited,
    each_in_words,
    read_sources,
    read_table,
    refuse_unknown,
    words,
)


class StoryShelf:
    """The stories of a folder; a story that was read once is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[ScamCategory, Story] = {}

    def story(self, category: ScamCategory) -> Story:
        """Return the story; raises InvalidTableError naming the row and the rule."""
        if category not in self._read:
            self._read[category] = _read_story(self._folder / f"{category.value}.toml", category)
        return self._read[category]


def read_helper_guide(file: Path) -> HelperGuide:
    """Read what helps a helper; raises InvalidTableError."""
    table = read_table(file)
    sources = read_sources(table, file.name)
    with Naming(file.name, "helper"):
        refuse_unknown(table, ("sources", "helper"))
        guide = table["helper"]
        refuse_unknown(guide, ("sources", "say", "avoid", "prove"))
        return HelperGuide(
            say=each_in_words(guide["say"]),
            avoid=each_in_words(guide["avoid"]),
            prove=each_in_words(guide["prove"]),
            sources=cited(guide, sources),
        )


def _read_story(file: Path, category: ScamCategory) -> Story:
    table = read_table(file)
    sources = read_sources(table, file.name)
    steps = tuple(_step(row, file.name) for row in table.get("step", ()))
    with Naming(file.name, "story"):
        refuse_unknown(table, ("sources", "story", "step"))
        story = table["story"]
        refuse_unknown(story, ("sources", "say"))
        return Story(category, steps, words(story["say"]), cited(story, sources))


def _step(row: Row, table: str) -> StoryStep:
    with Naming(table, row.get("zh", "?")):
        refuse_unknown(row, ("zh", "en", "slots"))
        return StoryStep(LocalizedText(row["zh"], row["en"]), tuple(row["slots"]))
