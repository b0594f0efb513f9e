"""Lays a known script beside what this person was told."""

from msgspec import Struct

from ..model.language import Language
from ..model.reading import Reading, Stance
from ..model.story import Story
from .whole_words import quotation, whole_spans

_MOST_QUOTES = 2
_MOST_COMING = 3


class StoryLine(Struct, frozen=True):
    """One step of the script, and the person's own words that show it; empty if none do."""

    text: str
    quotes: tuple[str, ...]


class StoryBoard(Struct, frozen=True):
    """`say` is the one sentence to remember."""

    lines: tuple[StoryLine, ...]
    say: str

    def coming(self) -> tuple[str, ...]:
        """Return what the swindler will most likely do next: the steps behind the last one seen."""
        seen = [place for place, line in enumerate(self.lines) if line.quotes]
        following = self.lines[seen[-1] + 1 :] if seen else self.lines[1:]
        return tuple(each.text for each in following[:_MOST_COMING])


def story_board(story: Story, language: Language, reading: Reading | None = None) -> StoryBoard:
    """Tell the story; with a reading, each step quotes what shows it there."""
    lines = tuple(
        StoryLine(step.text.into(language), _quotes(step.slots, reading)) for step in story.steps
    )
    return StoryBoard(lines, story.say.into(language))


def _quotes(slots: tuple[str, ...], reading: Reading | None) -> tuple[str, ...]:
    if reading is None:
        return ()
    text = reading.submission.text
    hits = [h for h in reading.hits if h.slot.id in slots and h.stance is Stance.DEMAND]
    whole = whole_spans(text, [hit.span for hit in hits])
    found = dict.fromkeys(quotation(text, each) for each in whole)
    return tuple(found)[:_MOST_QUOTES]
