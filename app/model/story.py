"""A known script told step by step, for people who do not believe a warning."""

from dataclasses import dataclass

from .language import LocalizedText
from .scam_category import ScamCategory
from .source_note import SourceNote


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One step of the swindler; `slots` are the phrases by which it shows in a text."""

    text: LocalizedText
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """`say` is the one sentence to remember about this script."""

    category: ScamCategory
    steps: tuple[StoryStep, ...]
    say: LocalizedText
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True, slots=True)
class HelperGuide:
    """For whoever helps: what to say, what not, and how to tell a real officer."""

    say: tuple[LocalizedText, ...]
    avoid: tuple[LocalizedText, ...]
    prove: tuple[LocalizedText, ...]
    sources: tuple[SourceNote, ...]
