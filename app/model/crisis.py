"""What the screens for people in trouble say: tiles of a call, doors, steps, forms."""

from msgspec import Struct

from .language import LocalizedText
from .source_note import SourceNote


class CallTile(Struct, frozen=True):
    """One thing a caller says. `sentence` is what the engine judges.

    `decides` tells the screen which tiles to paint red; it judges nothing.
    """

    id: str
    label: LocalizedText
    sentence: LocalizedText
    decides: bool


class CallBoard(Struct, frozen=True):
    """`said` is what the caller wants, `claimed` who they say they are.

    `ways_out` tells how to end the call; `bystander` is held up to whoever stands near.
    """

    said: tuple[CallTile, ...]
    claimed: tuple[CallTile, ...]
    ways_out: tuple[LocalizedText, ...]
    bystander: LocalizedText
    sources: tuple[SourceNote, ...]


class CrisisStep(Struct, frozen=True):
    """One thing to do; `number` is what to dial in large digits, "" if nothing, `owner` whose."""

    text: LocalizedText
    number: str = ""
    owner: LocalizedText | None = None


class Door(Struct, frozen=True):
    """One kind of harm, with its steps in order."""

    id: str
    label: LocalizedText
    steps: tuple[CrisisStep, ...]


class FormField(Struct, frozen=True):
    """One line of the sheet that the police need; `hint` says how to fill it."""

    id: str
    label: LocalizedText
    hint: LocalizedText


class ScriptLine(Struct, frozen=True):
    """A sentence to read to the police, with `{id}` of the fields in it.

    It is read when every field it names is filled; `otherwise` is read when not, None for silence.
    `doors` are the ids of those behind which it is said, () for all.
    """

    text: LocalizedText
    fields: tuple[str, ...]
    otherwise: LocalizedText | None = None
    doors: tuple[str, ...] = ()


class HappenedGuide(Struct, frozen=True):
    """Everything for "something has happened"; `after` warns of the second swindle."""

    comfort: LocalizedText
    doors: tuple[Door, ...]
    script: tuple[ScriptLine, ...]
    fields: tuple[FormField, ...]
    evidence: tuple[LocalizedText, ...]
    after: tuple[LocalizedText, ...]
    helpers: tuple[CrisisStep, ...]
    sources: tuple[SourceNote, ...]

    def script_of(self, door: str) -> tuple[ScriptLine, ...]:
        """Return what is read to the police behind the door of this id."""
        return tuple(each for each in self.script if not each.doors or door in each.doors)
