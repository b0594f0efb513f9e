"""A known script told step by step, for people who do not believe a warning."""

from msgspec import Struct

from .language import LocalizedText
from .scam_category import ScamCategory
from .source_note import SourceNote


class StoryStep(Struct, frozen=True):
    """One step of the swindler; `slots` are the phrases by which it shows in a text."""

    text: LocalizedText
    slots: tuple[str, ...]


class Story(Struct, frozen=True):
    """`say` is the one sentence to remember about this script."""

    category: ScamCategory
    steps: tuple[StoryStep, ...]
    say: LocalizedText
    sources: tuple[SourceNote, ...]


class HelperGuide(Struct, frozen=True):
    """For whoever helps: what to say, what not, and how to tell a real officer."""

    say: tuple[LocalizedText, ...]
    avoid: tuple[LocalizedText, ...]
    prove: tuple[LocalizedText, ...]
    sources: tuple[SourceNote, ...]
