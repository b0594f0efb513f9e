"""What a person hands in to be checked."""

from enum import StrEnum
from typing import NamedTuple


class Channel(StrEnum):
    """How the suspicious thing reached the person; it chooses words, never the verdict."""

    CALL = "call"
    MESSAGE = "message"
    LINK = "link"


class Submission(NamedTuple):
    """Untrusted text, with who sent the SMS or called, if the person knows.

    `sender` is as displayed on the phone and can be forged. `channel` is the door the
    person took, or None when he simply pasted.
    """

    text: str
    sender: str | None = None
    channel: Channel | None = None
